"""Places in a file."""

from typing import NamedTuple


class Span(NamedTuple):
    """A range of text in one file.

    `path` is relative to the project, with `/`. Lines and columns count from 1, columns in characters;
    the end is exclusive.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
