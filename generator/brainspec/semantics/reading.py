"""What reading a line gives."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from brainspec.diagnostic import Code
from brainspec.model.stream import LineClass
from brainspec.semantics.stream_event import INFERRED, MISSING, NATIVE, EventForm
from brainspec.semantics.stream_findings import BROKEN_EVENT, BROKEN_LINE
from brainspec.semantics.violations import violations

Event = dict[str, Any]
Explain = Callable[[], tuple[str, str]]
"""Gives message and help; called only for what is shown."""


class Flaw(NamedTuple):
    """What is wrong with a line."""

    code: Code
    explain: Explain


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """What lines that are read alike have in common.

    `is_` is their class; where they are events, `form`, `profile`, the `used` legacy rules and the `fields` follow, and
    the declared fields that the events list as missing and as inferred. `reports` is the code of the stream's rule that
    such lines break as they are written.
    """

    is_: LineClass
    form: EventForm | None = None
    profile: str = NATIVE
    used: Sequence[str] = ()
    fields: Sequence[str] = ()
    missing: Sequence[str] = ()
    inferred: Sequence[str] = ()
    reports: str = ""


class Reading(NamedTuple):
    """What a line is: its kind, its event if it is one, and what is wrong with it."""

    kind: Kind
    event: Event | None = None
    flaw: Flaw | None = None

    @property
    def is_(self) -> LineClass:
        """The class of the line."""
        return self.kind.is_

    @property
    def form(self) -> EventForm | None:
        """The event it is read as."""
        return self.kind.form

    @property
    def profile(self) -> str:
        """The profile in which its event is valid."""
        return self.kind.profile

    @property
    def used(self) -> Sequence[str]:
        """The legacy rules that read it."""
        return self.kind.used


OTHER = Reading(Kind("other"))
_REJECTED = Kind("rejected")


def event_kind(
    is_: LineClass, form: EventForm, event: Event, profile: str = NATIVE, used: Sequence[str] = (), reports: str = ""
) -> Kind:  # fmt: skip
    """The kind of a line with this event."""
    missing, inferred = (_listed(name, form, event) for name in (MISSING, INFERRED))
    return Kind(is_, form, profile, used, tuple(event), missing, inferred, reports)


def _listed(name: str, form: EventForm, event: Event) -> Sequence[str]:
    value = event.get(name) if name in form.added else None
    named = value if isinstance(value, list | dict) else ()
    return tuple(one for one in named if isinstance(one, str) and one in form.kinds)


def rejected(code: Code, explain: Explain) -> Reading:
    """A line that is refused."""
    return Reading(_REJECTED, flaw=Flaw(code, explain))


def broken(message: str) -> Reading:
    """A line that cannot be read."""
    return rejected(BROKEN_LINE, lambda: (message, "Repair the program that wrote the line."))


def refused(form: EventForm, event: Event, profile: str, rule: str = "") -> Reading:
    """A line whose event does not have the form of a profile; `rule` is the legacy rule that read it, if one did."""

    def explain() -> tuple[str, str]:
        said = violations(form.validators[profile], event)
        return (f"Read by `{rule}`: {said}" if rule else said), f"`brainspec show {form.id}` lists its fields."

    return rejected(BROKEN_EVENT, explain)


def foreign(field: str) -> Reading:
    """A line of an old form that says what only canonical lines can say."""
    message = f"It has the field `{field}`, which only canonical lines have."
    return rejected(BROKEN_EVENT, lambda: (message, "Write it in canonical form, or leave the field out."))
