"""Findings as text for people: what is wrong, the line with a caret below it, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brainspec.report.documents import Finding, Place


Lines = Callable[[str], list[str]]
Style = Callable[..., str]
_COLOURS = {"error": "red", "warning": "yellow"}
_WIDTH = 160
_MOST_READ = 2 << 20


def reader(project: Path) -> Lines:
    """Reads the lines of a file of the project; none when it cannot be read as text."""

    @cache
    def lines(path: str) -> list[str]:
        file = project / path
        try:
            if file.is_symlink() or not file.is_file() or file.stat().st_size > _MOST_READ:
                return []  # nothing outside the project is shown, and nothing without an end is read
            return file.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError):
            return []

    return lines


def unstyled(text: str, **_: object) -> str:
    """Text without colour."""
    return text


def findings_text(findings: Iterable[Finding], lines: Lines, style: Style = unstyled) -> str:
    """All findings, a blank line after each."""
    return "".join(finding_text(one, lines, style) + "\n\n" for one in findings)


def finding_text(finding: Finding, lines: Lines, style: Style = unstyled) -> str:
    """One finding: a headline, its place, the line, and the help."""
    head = style(f"{finding['severity']}[{finding['code']}]", fg=_COLOURS[finding["severity"]], bold=True)
    place = finding["place"]
    parts = [f": {finding['message']}", f"  --> {_where(place)}", *_frame(place, lines)]
    parts += [f"  note: {one['message']}: {_where(one['place'])}" for one in finding["related"]]
    if finding["help"]:
        parts.append(f"  help: {finding['help']}")
    return head + "\n".join(printable(one).rstrip() for one in parts)


def printable(text: str) -> str:
    """The text with a sign for every character that would do something to a terminal: specs and logs may be hostile."""
    return text if text.isprintable() else "".join(one if one.isprintable() else "\ufffd" for one in text)


def _where(place: Place) -> str:
    return f"{place['path']}:{place['line']}:{place['column']}"


def _frame(place: Place, lines: Lines) -> list[str]:
    text = lines(place["path"])
    if not 0 < place["line"] <= len(text):
        return []
    line = text[place["line"] - 1]
    cut = max(0, place["column"] - _WIDTH // 2) if len(line) > _WIDTH else 0
    shown = _cut(line, cut).replace("\t", " ")
    end = place["end_column"] if place["end_line"] == place["line"] else len(line) + 1
    carets = "^" * max(1, min(end - place["column"], len(shown) - (place["column"] - 1 - cut)))
    number = str(place["line"])
    margin = " " * len(number)
    return [f" {margin} |", f" {number} | {shown}", f" {margin} | {' ' * (place['column'] - 1 - cut)}{carets}"]


def _cut(line: str, start: int) -> str:
    """As much of a line as is shown, from a character on, with a sign where some of it is left out."""
    left, right = "…" if start else "", "…" if len(line) > start + _WIDTH else ""
    return left + line[start + len(left) : start + _WIDTH - len(right)] + right
