"""From parser events to spans; computed only for the few places anybody asks about."""

from typing import Any, NamedTuple

from brainspec.diagnostic import Span
from brainspec.document.source import Source

_BLOCKS = ("|", ">")


class Written(NamedTuple):
    """The parser events of a key (if there is one), and of the begin and the end of its value."""

    key: Any
    start: Any
    end: Any


def extent(source: Source, first_line: int, first: Any, last: Any) -> Span:
    """The span from the begin of one event to the end of another, of a text that begins at `first_line` (from 0)."""
    line, column = place(source.lines, first.start_mark.line + first_line, first.start_mark.column)
    end_line, end_column = place(source.lines, last.end_mark.line + first_line, last.end_mark.column)
    if getattr(last, "style", None) in _BLOCKS:
        begin = last.start_mark.line + first_line
        end_line, end_column = _end_of_block(source.lines, begin, end_line - (end_column == 0))
    return Span(source.path, line + 1, column + 1, end_line + 1, end_column + 1)


def place(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """A place of the parser as one the text has; the parser adds a line feed to a last line without one."""
    if line >= len(lines):
        return len(lines) - 1, len(lines[-1])
    return line, min(column, len(lines[line]))


def _end_of_block(lines: list[str], first: int, last: int) -> tuple[int, int]:
    """The end of the last line of a block text that is not blank; the parser's own mark is below it."""
    while last > first and not lines[last].strip():
        last -= 1
    return last, len(lines[last])
