"""Markdown that a forge and the site read alike: tables, fences, lists, quotes, folds."""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from brainspec.artefact import Fragment, fragment
from brainspec.model import Definition
from brainspec.semantics.typography import harmless, short_hex

Owner = Definition[Any] | None
Block = list[Fragment]
"""Consecutive lines of a page; an empty block leaves no trace."""
Rows = Iterable[tuple[Sequence[str], Owner]]
"""Table rows, each with the definition it came from."""

WIDTH = 80
_MARKER = re.compile(r"^(?=:{2,3}\w|\[CACHE_)", re.MULTILINE)
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")


def text(markdown: str, owner: Owner = None) -> Block:
    """A block of text that came from one definition."""
    return [fragment(markdown.strip("\n") + "\n", owner)] if markdown.strip() else []


def page(blocks: Iterable[Block]) -> list[Fragment]:
    """Blocks with an empty line between them; that line belongs to the block it opens."""
    joined: list[Fragment] = []
    for block in filter(None, blocks):
        if joined:
            joined.append(Fragment("\n", block[0].origin))
        joined += block
    return joined


def flat(block: Block) -> str:
    """The text of a block."""
    return "".join(one.text for one in block)


def table(head: Sequence[str], rows: Rows, owner: Owner = None) -> Block:
    """A table whose rows are blamed one by one; nothing when there are no rows."""
    lines = [fragment(_row(cells), whose or owner) for cells, whose in rows]
    return [fragment(_row(head) + _row(["---"] * len(head)), owner), *lines] if lines else []


def table_text(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as text, for a template; nothing when there are no rows."""
    return flat(table(head, ((cells, None) for cells in rows))).rstrip("\n")


def fence(language: str, content: str) -> str:
    """A fenced block in which nothing harms who prints it: no marker begins a line, long hex digits are cut."""
    shown = _MARKER.sub("  ", harmless(short_hex(content.rstrip("\n"))))
    ticks = "`" * max(3, 1 + max((len(run) for run in re.findall("^`{3,}", shown, re.MULTILINE)), default=0))
    return f"{ticks}{language}\n{shown}\n{ticks}"


def json_fence(value: Any) -> str:
    """A value as JSON: what fits on a line stands on one."""
    return fence("json", json_text(value))


def json_text(value: Any, margin: str = "") -> str:
    """A value as JSON, at most 80 columns wide where its texts allow it."""
    line = json.dumps(value, ensure_ascii=False)
    if len(margin) + len(line) <= WIDTH or not isinstance(value, dict | list) or not value:
        return line
    inner = margin + "  "
    if isinstance(value, dict):
        names = {key: json.dumps(str(key), ensure_ascii=False) for key in value}
        parts = [f"{inner}{names[key]}: {json_text(one, inner)}" for key, one in value.items()]
    else:
        parts = [inner + json_text(one, inner) for one in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n" + ",\n".join(parts) + f"\n{margin}{closing}"


def bullets(items: Iterable[str]) -> str:
    """A list, one line an item."""
    return "\n".join(f"- {' '.join(item.split())}" for item in items)


def numbered(items: Iterable[str]) -> str:
    """A list of steps, one line a step."""
    return "\n".join(f"{at}. {' '.join(item.split())}" for at, item in enumerate(items, 1))


def quote(paragraphs: Iterable[str]) -> str:
    """One block quote of several paragraphs."""
    lines = "\n\n".join(paragraphs).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def folded(summary: str, content: str) -> str:
    """What a reader opens when wanted; nothing for no content."""
    opening = f'<details markdown="1">\n<summary>{summary}</summary>'
    return f"{opening}\n\n{content}\n\n</details>" if content else ""


def stacked(*parts: str) -> str:
    """Texts below each other, with an empty line between them."""
    return "\n\n".join(part.strip("\n") for part in parts if part.strip())


def dotted(*parts: str) -> str:
    """Facts on one line, with dots between them."""
    return " · ".join(part for part in parts if part)


def _row(cells: Sequence[str]) -> str:
    return "|" + "".join(f" {shown} |" if (shown := _cell(one)) else " |" for one in cells) + "\n"


def _cell(content: str) -> str:
    """Content on one line. Code with a bar is written in HTML, because readers disagree on escapes in code."""
    line = " ".join(content.split())
    if "|" not in line:
        return line
    line = _CODE.sub(lambda found: _code_with_bar(found[2]) if "|" in found[0] else found[0], line)
    return re.sub(r"\\?\|", r"\\|", line)


def _code_with_bar(inside: str) -> str:
    entities = re.sub(r"[^A-Za-z0-9 ]", lambda found: f"&#{ord(found[0])};", inside.strip())
    return f"<code>{entities}</code>"
