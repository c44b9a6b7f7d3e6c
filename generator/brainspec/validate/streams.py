"""Validates files of events: every line on its own, then the rules that hold across lines."""

from collections.abc import Callable, Sequence
from typing import IO

from brainspec.model import Definition
from brainspec.model.stream import Stream
from brainspec.registry import Registry
from brainspec.semantics.reading import OTHER, Flaw, Reading, broken, rejected
from brainspec.semantics.stream import StreamReader
from brainspec.semantics.stream_findings import LEGACY_LINE, LONG_LINE, NO_EVENT, UNFINISHED_LINE
from brainspec.semantics.stream_rules import StreamRules
from brainspec.validate.lines import BYTE_ORDER_MARK, line_blocks
from brainspec.validate.normalized import Write
from brainspec.validate.tally import Tally

_STARTS = (b":::", b"::", b"{", b"[")


class StreamValidator:
    """Validates the files of one stream, one after the other, and counts in a tally.

    With `write` every event that was read is written in canonical form; `is_strict` makes legacy lines errors.
    """

    def __init__(
        self, registry: Registry, stream: Definition[Stream], *, is_strict: bool = False, write: Write | None = None
    ) -> None:  # fmt: skip
        self._registry, self._stream, self._is_strict, self._write = registry, stream, is_strict, write
        self.reader = StreamReader(registry, stream, has_ids=write is not None)

    def file(self, file: IO[bytes], tally: Tally, on_read: Callable[[int], None]) -> None:
        """Read a file to its end; `on_read` is told now and then how many bytes were read since."""
        self.reader.start()
        rules = StreamRules(self._registry, self._stream, self.reader.forms, self.reader.most_open)
        before, number = tally.lines, 0
        for block, is_whole in line_blocks(file, self.reader.longest_line):
            lines = block if number or not block else [block[0].removeprefix(BYTE_ORDER_MARK), *block[1:]]
            self._lines(lines, number + 1, tally, rules)
            number += len(lines)
            if not is_whole and lines[0].startswith(b":"):
                tally.flaw(Flaw(UNFINISHED_LINE, _unfinished), number)
            on_read(sum(map(len, block)) + len(block))
        for breach in rules.end():
            tally.breach(breach)
        if tally.lines == before:
            tally.flaw(Flaw(NO_EVENT, _no_event), 1)

    def _lines(self, lines: Sequence[bytes], first: int, tally: Tally, rules: StreamRules) -> None:
        """Read some lines, of which the first has this number."""
        read, add, see, write, is_strict = self.reader.read, tally.add, rules.see, self._write, self._is_strict
        for number, text in enumerate(self._texts(lines), first):
            reading = read(text, number) if isinstance(text, str) else self._unreadable(text)
            add(reading, number)
            kind, event, _ = reading
            if event is None or kind.form is None:
                continue
            for breach in see(kind.form.name, event, number):
                tally.breach(breach)
            if kind.reports:
                for breach in rules.reported(kind.reports, event, number):
                    tally.breach(breach)
            if write:
                write(kind.form.ordered(event))
            if is_strict and kind.is_ == "legacy":
                tally.flaw(_old_form(kind.used), number)

    def _texts(self, lines: Sequence[bytes]) -> Sequence[str | bytes]:
        """The lines as text, all at once where nothing is odd about them; those that are none stay bytes."""
        block = b"\n".join(lines)
        if b"\0" not in block and b"\r" not in block and max(map(len, lines), default=0) <= self.reader.longest_line:
            try:
                return block.decode().split("\n") if lines else ()
            except UnicodeDecodeError:
                pass
        return [self._text(line) for line in lines]

    def _text(self, line: bytes) -> str | bytes:
        if b"\0" in line or len(line) > self.reader.longest_line:
            return line
        try:
            return line.decode().rstrip("\r")
        except UnicodeDecodeError:
            return line

    def _unreadable(self, line: bytes) -> Reading:
        longest = self.reader.longest_line
        if len(line) > longest:
            return rejected(LONG_LINE, lambda: _too_long(longest)) if line.startswith(_STARTS) else OTHER
        return broken("It holds a NUL byte." if b"\0" in line else "It is no UTF-8 text.")


def _old_form(rules: Sequence[str]) -> Flaw:
    used = ", ".join(f"`{name}`" for name in rules)
    return Flaw(
        LEGACY_LINE, lambda: (f"It has an old form, read by {used}.", "Let the writer write the canonical form.")
    )


def _too_long(longest: int) -> tuple[str, str]:
    return f"It is longer than {longest} bytes.", "Cut the text as its field says, or name a file that holds it."


def _unfinished() -> tuple[str, str]:
    return "The last line has no line feed, so its last value may be cut off.", "End every line with a line feed."


def _no_event() -> tuple[str, str]:
    return "Nothing in this file is an event.", "Name another file; an event starts at the first character of its line."
