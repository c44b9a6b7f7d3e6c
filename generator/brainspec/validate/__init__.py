"""Validates files against a type or a stream: the engine of `brainspec validate`.

`validate` finds the target and opens the files. `streams` reads a file of events: `lines` gives bounded blocks of
lines, `semantics.stream` says what each line is, `semantics.stream_rules` watches across lines, `normalized` writes
canonical events. `instances` reads single values. `tally` counts, and keeps the first findings of each code. Whatever
the files hold, memory is bounded: lines by the stream's limit, open items by its setting, findings by their number.
"""

from brainspec.validate.tally import Finding, Result
from brainspec.validate.validate import Unusable, validate

__all__ = ["Finding", "Result", "Unusable", "validate"]
