"""Lines of a file, however long the file or a line is."""

from collections.abc import Iterator
from typing import IO

BLOCK = 1 << 18
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def line_blocks(file: IO[bytes], longest: int) -> Iterator[tuple[list[bytes], bool]]:
    """The lines of a file in blocks, without line feeds, each with whether its lines had one.

    Only the last block can hold a line that had none. Of a line longer than `longest` bytes only `longest` + 1 are
    kept, so memory stays flat, whatever the file holds.
    """
    rest, is_cut = b"", False
    while block := file.read(BLOCK):
        first, *others = block.split(b"\n")
        lines = [rest if is_cut else rest + first, *others]
        is_cut = is_cut and not others
        rest = lines.pop()
        if len(rest) > longest:
            rest, is_cut = rest[: longest + 1], True
        yield [line if len(line) <= longest else line[: longest + 1] for line in lines], True
    if rest:
        yield [rest], False
