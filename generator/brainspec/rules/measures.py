"""How long a piece of Markdown is: words, lines, tokens, tables, pictures."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from brainspec.artefact import Artefact
from brainspec.diagnostic import Span

BYTES_A_TOKEN = 4
_FENCE = re.compile(r"^(`{3,})[^\n]*\n.*?^\1$", re.MULTILINE | re.DOTALL)
_FOLD = re.compile(r"^<details.*?^</details>$", re.MULTILINE | re.DOTALL)
_NO_WORDS = re.compile(r"<!--.*?-->|\]\([^)]*\)|^[|> -]+$|[|>#*`]", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#{1,6}) (.+)$")
_NODE = r"(\[\*\]|\w+)"
_ARROW = re.compile(rf"^\s*{_NODE}(?:[\[({{].*?)?\s+-->(?:\|[^|]*\|)?\s*{_NODE}", re.MULTILINE)


class Section(NamedTuple):
    """A part of a page: the level and text of its heading, what stands below it, and where that was computed from."""

    level: int
    heading: str
    text: str
    origin: Span | None


def headings(text: str) -> list[tuple[int, str, int]]:
    """Level, text and line (from 0) of every heading outside code."""
    lines = enumerate(without_fences(text).splitlines())
    return [(len(found[1]), found[2], number) for number, line in lines if (found := _HEADING.match(line))]


def sections(page: Artefact) -> Iterator[Section]:
    """The parts of a page between headings, code left in; the text before the first heading is none."""
    found, lines, origins = headings(page.text), page.text.splitlines(), _origins(page)
    ends = [number for _, _, number in found][1:] + [len(lines)] * bool(found)
    for (level, text, number), end in zip(found, ends, strict=True):
        yield Section(level, text, "\n".join(lines[number + 1 : end]), origins[number])


def _origins(page: Artefact) -> list[Span | None]:
    """Where each line was computed from: the nearest origin up to it, as `Artefact.origin` has it."""
    found: list[Span | None] = []
    last = None
    for fragment in page.fragments:
        last = fragment.origin or last
        found += [last] * fragment.text.count("\n")
    return [*found, last]


def words(text: str) -> int:
    """The words a reader meets: link targets, comments and rules of tables are none."""
    return len(_NO_WORDS.sub(" ", text).split())


def prose_words(text: str) -> int:
    """The words outside code, tables and quotes."""
    lines = (line for line in without_fences(text).splitlines() if not line.startswith(("|", ">")))
    return words("\n".join(lines))


def tokens(text: str) -> int:
    """What it costs an agent to read a text, four bytes a token."""
    return len(text.encode()) // BYTES_A_TOKEN


def tables(text: str) -> int:
    """How many tables there are."""
    return len(re.findall(r"^\| ---", without_fences(text), re.MULTILINE))


def unfolded_lines(text: str) -> int:
    """The lines that are seen without opening anything."""
    return len(_FOLD.sub("", text).strip().splitlines())


def pictures(text: str) -> list[str]:
    """The diagrams, as their source."""
    return [found[0] for found in _FENCE.finditer(text) if found[0].startswith("```mermaid")]


def nodes(picture: str) -> set[str]:
    """The nodes at the ends of a diagram's arrows; the dots for start and end are none."""
    return {name for pair in _ARROW.findall(picture) for name in pair if name != "[*]"}


def arrows(picture: str) -> int:
    """How many arrows a diagram has, those from and to the dots not counted."""
    return sum("[*]" not in pair for pair in _ARROW.findall(picture))


def without_fences(text: str) -> str:
    """The text with an empty line for every line of code."""
    return _FENCE.sub(lambda found: "\n" * found[0].count("\n"), text)
