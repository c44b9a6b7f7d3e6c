"""How small things are written in Markdown: code, numbers with units, words made from names."""

import json
import re
from typing import Any

_LONG_HEX = re.compile(r"(?<![0-9A-Za-z])([0-9a-fA-F]{8})[0-9a-fA-F]{24,}(?![0-9A-Za-z])")
# What stops Brain's loop or fails its gates wherever it is printed; written so that no pattern matches its own line.
HARMFUL = re.compile(
    r"HUMAN[ ]INTERVENTION[ ]REQUIRED|\bby[ ]design\b|feature,[ ]not[ ]a[ ]bug|works[ ]as[ ]intended"
    r"|verified:[ ]this[ ]is|<!--[ ]verified",
    re.IGNORECASE,
)
_WORDS = {"d": ("day", "days"), "h": ("hour", "hours"), "min": ("minute", "minutes")}


def code(text: str) -> str:
    """A code span, with as many backticks as the text needs; long hex digits are shortened."""
    shown = short_hex(" ".join(text.split()))
    if not shown:
        return "an empty text"
    if "`" not in shown:
        return f"`{shown}`"
    ticks = "`" * (1 + max(len(run) for run in re.findall("`+", shown)))
    space = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{ticks}{space}{shown}{space}{ticks}"


def literal(value: Any) -> str:
    """A value as code: texts bare where nobody could take them for something else, all others as JSON."""
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.:/-]*", value):
        return code(value)
    return code(json.dumps(value, ensure_ascii=False))


def short_hex(text: str) -> str:
    """The text with every long run of hex digits cut after eight: a hash tells a reader nothing."""
    return _LONG_HEX.sub(r"\1…", text) if len(text) >= 32 else text


def harmless(text: str) -> str:
    """The text with a visible sign for the blanks of every phrase that harms Brain where it is printed."""
    return HARMFUL.sub(lambda found: found[0].replace(" ", "␣"), text)


def amount(value: Any, unit: str | None = None) -> str:
    """A value with its unit, thousands separated: `90 days`, `64 KiB`, `1,000`. Words are code."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if not isinstance(value, int | float):
        return literal(value)
    singular, plural = _WORDS.get(unit or "", (unit, unit))
    return " ".join(part for part in (f"{value:,}", singular if value == 1 else plural) if part)


def words(name: str) -> str:
    """A name as words: `run-event` is `run event`."""
    return name.replace("-", " ").replace("_", " ")


def capitalised(text: str) -> str:
    """The text with its first letter in upper case, the others as they are."""
    return text[:1].upper() + text[1:]


def listed(items: list[str], last: str = "and") -> str:
    """Items as a list in a sentence: `a, b and c`."""
    return f" {last} ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: `1 type`, `3 types`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
