"""Lines come out as they went in, whatever their length and wherever the blocks end."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brainspec.validate import lines
from brainspec.validate.lines import line_blocks


@given(st.binary(max_size=60).map(lambda raw: raw.replace(b"\x00", b"\n")), st.integers(1, 9), st.integers(1, 12))
def test_all_lines_whole_or_cut(content: bytes, longest: int, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "BLOCK", size)
        blocks = list(line_blocks(io.BytesIO(content), longest))
    wanted = content.split(b"\n")
    is_finished = wanted[-1] == b""
    if is_finished:
        wanted.pop()
    assert [line for block, _ in blocks for line in block] == [line[: longest + 1] for line in wanted]
    assert all(is_whole for _, is_whole in blocks) == is_finished


def test_a_long_line_is_never_held() -> None:
    class Endless(io.RawIOBase):
        """A gigabyte without a line feed, made as it is read."""

        left = 1 << 30

        def read(self, size: int = -1) -> bytes:
            size = min(size, self.left)
            self.left -= size
            return b"x" * size

    assert max(len(line) for block, _ in line_blocks(Endless(), 100) for line in block) == 101  # type: ignore[arg-type]
