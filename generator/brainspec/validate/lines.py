"""Lines of a file, however long the file or a line is."""

from collections.abc import Iterator
from typing import IO

_REST = 1 << 16
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def bounded_lines(file: IO[bytes], longest: int) -> Iterator[bytes]:
    """The lines of a file with their ends; of a line longer than `longest` bytes only its start, without an end."""
    size = longest + 2
    while raw := file.readline(size):
        yield raw
        if len(raw) == size and raw[-1:] != b"\n":
            _skip(file)


def _skip(file: IO[bytes]) -> None:
    """Read on to the next line without keeping anything."""
    while (rest := file.readline(_REST)) and rest[-1:] != b"\n":
        pass
