"""Validates single values against a type or an event: a whole JSON document, or one value a line."""

from collections.abc import Callable
from typing import IO

from brainspec.diagnostic import Code
from brainspec.semantics.marker import BrokenLine, read_json
from brainspec.semantics.reading import OTHER, Reading, event_kind, rejected
from brainspec.semantics.stream_event import NATIVE, EventForm
from brainspec.semantics.stream_findings import BROKEN_EVENT, BROKEN_LINE, LONG_LINE
from brainspec.semantics.violations import violations
from brainspec.validate.lines import BYTE_ORDER_MARK, line_blocks
from brainspec.validate.tally import Tally

LARGEST = 16 << 20
"""The most bytes of a document, or of a line that holds a value."""
_ONE_A_LINE = "Repair what wrote it; several values go into a .jsonl file, one a line."


def document(file: IO[bytes], form: EventForm, tally: Tally, on_read: Callable[[int], None]) -> None:
    """Validate a file that is one JSON document."""
    raw = file.read(LARGEST + 1)
    on_read(len(raw))
    tally.add(_reading(raw, form), 1)


def lines(file: IO[bytes], form: EventForm, tally: Tally, on_read: Callable[[int], None]) -> None:
    """Validate a file that holds one JSON value a line; blank lines are no values."""
    number = 0
    for block, _ in line_blocks(file, LARGEST):
        for line in block:
            number += 1
            tally.add(_reading(line, form) if line.strip() else OTHER, number)
        on_read(sum(map(len, block)) + len(block))


def _reading(raw: bytes, form: EventForm) -> Reading:
    if len(raw) > LARGEST:
        return _rejected(LONG_LINE, f"It is larger than {LARGEST >> 20} MiB.", _ONE_A_LINE)
    try:
        value = read_json(raw.removeprefix(BYTE_ORDER_MARK).decode().strip())
    except UnicodeDecodeError as error:
        return _rejected(BROKEN_LINE, f"It is no UTF-8 text (byte {error.start + 1}).", "Write it as UTF-8.")
    except BrokenLine as error:
        return _rejected(BROKEN_LINE, str(error), _ONE_A_LINE)
    for profile, is_valid in form.checks.items():
        if is_valid(value):
            event = value if isinstance(value, dict) else {}
            return Reading(event_kind("conforming", form, event, profile), event)
    return _rejected(BROKEN_EVENT, violations(form.validators[NATIVE], value), f"`brainspec show {form.id}` prints it.")


def _rejected(code: Code, message: str, help_: str) -> Reading:
    return rejected(code, lambda: (message, help_))
