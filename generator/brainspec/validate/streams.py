"""Validates files of events: every line on its own, then the rules that hold across lines."""

from collections.abc import Callable
from typing import IO

from brainspec.model import Definition
from brainspec.model.stream import Stream
from brainspec.registry import Registry
from brainspec.semantics.stream import Flaw, Reading, StreamReader
from brainspec.semantics.stream_findings import BROKEN_LINE, LEGACY_LINE, LONG_LINE, NO_EVENT, UNFINISHED_LINE
from brainspec.semantics.stream_rules import StreamRules
from brainspec.validate.lines import BYTE_ORDER_MARK, bounded_lines
from brainspec.validate.normalized import Write
from brainspec.validate.tally import Tally

_STARTS = (b":::", b"::", b"{", b"[")
_APPEND = "Write the log only by appending; truncating it under a writer leaves such bytes."
_REPAIR = "Repair the program that wrote the line."


class StreamValidator:
    """Validates the files of one stream, one after the other, and counts in a tally.

    With `write` every event that was read is written in canonical form; `is_strict` makes legacy lines errors.
    """

    def __init__(
        self, registry: Registry, stream: Definition[Stream], *, is_strict: bool = False, write: Write | None = None
    ) -> None:  # fmt: skip
        self._registry, self._stream, self._is_strict, self._write = registry, stream, is_strict, write
        self.reader = StreamReader(registry, stream)

    def file(self, file: IO[bytes], tally: Tally, on_read: Callable[[int], None]) -> None:
        """Read a file to its end; `on_read` is told how many bytes were read since it was told last."""
        reader = self.reader
        reader.start()
        rules = StreamRules(self._registry, self._stream, reader.forms, reader.most_open)
        before, raw, number = tally.lines, b"", 0
        for number, raw in enumerate(bounded_lines(file, reader.longest_line), 1):
            text = self._text(raw, number, tally)
            if text is not None:
                self._line(reader.read(text, number), number, tally, rules)
            on_read(len(raw))
        if raw[-1:] not in (b"\n", b"") and raw[:1] == b":":
            tally.flaw(Flaw(UNFINISHED_LINE, _unfinished), number)
        for breach in rules.end():
            tally.breach(breach)
        if tally.lines == before:
            tally.flaw(Flaw(NO_EVENT, _no_event), 1)

    def _text(self, raw: bytes, number: int, tally: Tally) -> str | None:
        """The text of a line without its end; None, and counted, where it is none or too long."""
        line = raw.rstrip(b"\r\n")
        if number == 1:
            line = line.removeprefix(BYTE_ORDER_MARK)
        if len(line) > self.reader.longest_line:
            self._too_long(line, number, tally)
            return None
        if b"\0" in line:
            tally.reject(BROKEN_LINE, number, "It holds a NUL byte.", _APPEND)
            return None
        try:
            return line.decode()
        except UnicodeDecodeError as error:
            tally.reject(BROKEN_LINE, number, f"It is no UTF-8 text (byte {error.start + 1}).", _REPAIR)
            return None

    def _too_long(self, line: bytes, number: int, tally: Tally) -> None:
        if line.startswith(_STARTS):
            said = f"It is longer than {self.reader.longest_line} bytes."
            tally.reject(LONG_LINE, number, said, "Cut the text as its field says, or name a file that holds it.")
        else:
            tally.add(Reading("other"), number)

    def _line(self, reading: Reading, number: int, tally: Tally, rules: StreamRules) -> None:
        tally.add(reading, number)
        event, form = reading.event, reading.form
        if event is None or form is None:
            return
        for breach in rules.see(form.name, event, number):
            tally.breach(breach)
        if self._write:
            self._write(form.ordered(event))
        if self._is_strict and reading.is_ == "legacy":
            tally.flaw(Flaw(LEGACY_LINE, lambda: _legacy(reading)), number)


def _legacy(reading: Reading) -> tuple[str, str]:
    used = ", ".join(f"`{name}`" for name in reading.used)
    return f"It has an old form, read by {used}.", "Let the writer write the canonical form."


def _unfinished() -> tuple[str, str]:
    return "The last line has no line feed, so its last value may be cut off.", "End every line with a line feed."


def _no_event() -> tuple[str, str]:
    return "Nothing in this file is an event.", "Name another file; an event starts at the first character of its line."
