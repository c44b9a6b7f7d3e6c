"""What reading a line gives."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from brainspec.diagnostic import Code
from brainspec.model.stream import LineClass
from brainspec.semantics.stream_event import NATIVE, EventForm
from brainspec.semantics.stream_findings import BROKEN_EVENT, BROKEN_LINE
from brainspec.semantics.violations import violations

Event = dict[str, Any]
Explain = Callable[[], tuple[str, str]]
"""Gives message and help; called only for what is shown."""


class Flaw(NamedTuple):
    """What is wrong with a line."""

    code: Code
    explain: Explain


class Reading(NamedTuple):
    """What a line is; an event, its form and its profile where there is one, and the legacy rules that were used."""

    is_: LineClass
    event: Event | None = None
    form: EventForm | None = None
    profile: str = NATIVE
    used: Sequence[str] = ()
    flaw: Flaw | None = None


OTHER = Reading("other")


def rejected(code: Code, explain: Explain) -> Reading:
    """A line that is refused."""
    return Reading("rejected", flaw=Flaw(code, explain))


def broken(message: str) -> Reading:
    """A line that cannot be read."""
    return rejected(BROKEN_LINE, lambda: (message, "Repair the program that wrote the line."))


def refused(form: EventForm, event: Event, profile: str, rule: str = "") -> Reading:
    """A line whose event does not have the form of a profile; `rule` is the legacy rule that read it, if one did."""

    def explain() -> tuple[str, str]:
        said = violations(form.validators[profile], event)
        return (f"Read by `{rule}`: {said}" if rule else said), f"`brainspec show {form.id}` lists its fields."

    return rejected(BROKEN_EVENT, explain)
