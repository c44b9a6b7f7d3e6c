"""Behaviour: statecharts and first-match decision tables."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from brainspec.model.described import Described
from brainspec.model.fields import (
    Brief,
    ByShape,
    FieldName,
    Many,
    Model,
    Prose,
    Ref,
    RequirementId,
    Scalar,
    Schema,
    Slug,
)


class Datum(Model):
    """A value the machine keeps: counted and bounded, or taken from a setting."""

    type: Literal["integer", "text", "flag"] = "integer"
    """Its type."""
    initial: Scalar | None = None
    """Its first value."""
    max: int | None = None
    """The largest value of a count; bounds the walk."""
    values: Many[str] = ()
    """The allowed texts."""
    setting: Annotated[str, Ref("setting")] | None = None
    """The setting whose value it is; such a value never changes."""
    brief: Brief | None = None
    """What it means."""


class MachineEvent(Model):
    """Something that can happen to the subject."""

    by: str
    """Who may cause it; `internal` for events the machine raises itself."""
    brief: Brief
    """When it happens."""
    payload: dict[FieldName, Schema] = {}
    """What it carries."""


class Guard(Model):
    """A named condition."""

    test: str
    """Comparisons of data, `event.field` and literals, with `and`, `or`, `not`, `+`, `-`."""
    brief: Brief
    """The condition as a sentence."""


class Transition(Model):
    """A row: event, guard, target, then what changes."""

    event: Slug
    """The event."""
    if_: Slug | None = Field(default=None, alias="if")
    """The guard (written `if`)."""
    to: str | None = None
    """The target state, or `state.history`; without one the state is kept."""
    count: FieldName | None = None
    """A count that goes up by one."""
    reset: Annotated[FieldName | Many[FieldName], ByShape()] | None = None
    """Values that go back to their first."""
    set: dict[FieldName, Scalar] = {}
    """Values that become a literal."""
    take: dict[FieldName, FieldName] = {}
    """Values taken from the payload: datum to payload field."""
    raise_: Slug | None = Field(default=None, alias="raise")
    """An internal event that follows at once (written `raise`)."""
    do: Annotated[Slug | Many[Slug], ByShape()] | None = None
    """Effects that are started."""


class Timer(Model):
    """An event that comes by itself when the state lasts too long."""

    after: Annotated[str, Ref("setting")]
    """The setting with the duration."""
    event: Slug
    """The event."""


class IgnoreAll(Model):
    """Every other event changes nothing."""

    ignore: Prose
    """The reason."""


Otherwise = Annotated[Literal["refuse"] | IgnoreAll, ByShape()]
StateName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]


class State(Model):
    """A state; a compound state has children of which one is active, a parallel one has regions."""

    brief: Brief
    """What is true in it."""
    initial: str | None = None
    """The child entered first."""
    parallel: bool = False
    """Whether all children are active at once."""
    history: Literal["deep", "shallow"] | None = None
    """Whether `state.history` returns to the place that was left."""
    final: Literal["success", "failure", "cancelled"] | None = None
    """Set when the subject ends here."""
    enter: Annotated[Slug | Many[Slug], ByShape()] | None = None
    """Effects started on entry."""
    leave: Annotated[Slug | Many[Slug], ByShape()] | None = None
    """Effects started on exit."""
    timer: Timer | None = None
    """A deadline."""
    accept: Many[Transition] = ()
    """The rows, tried from the top."""
    ignore: dict[Slug, Prose] = {}
    """Events that change nothing here, each with the reason."""
    otherwise: Otherwise | None = None
    """What happens to every other event, if not as in the machine."""
    states: "dict[StateName, State]" = {}
    """The children."""


class Step(Model):
    """One event of a trace and what must come of it."""

    event: Slug
    """The event."""
    payload: dict[FieldName, Any] = {}
    """What it carries."""
    now: Many[str] | None = None
    """The active leaf states afterwards."""
    ignored: bool = False
    """Whether it changes nothing."""
    refused: bool = False
    """Whether it is refused."""
    done: Many[Slug] = ()
    """The effects it starts, in order."""
    data: dict[FieldName, Any] = {}
    """Values that must hold afterwards."""


class Trace(Model):
    """A series of events and what comes of each."""

    name: Slug
    """Its name."""
    brief: Brief | None = None
    """What it shows."""
    steps: Many[Step]
    """The events."""
    verifies: Many[RequirementId] = ()
    """The requirements it proves, at most two."""


class Machine(Described):
    """A statechart (`machines/`)."""

    subject: str
    """What one instance is about, such as `one run`."""
    data: dict[FieldName, Datum] = {}
    """Values it keeps."""
    events: dict[Slug, MachineEvent]
    """What can happen."""
    guards: dict[Slug, Guard] = {}
    """Named conditions."""
    effects: dict[Slug, Prose] = {}
    """Named effects, each with its sentence."""
    otherwise: Otherwise
    """What happens to an event no state decides."""
    diagrams: dict[str, Many[Slug]] = {}
    """Title to the events drawn together; at most twelve edges a picture."""
    initial: str
    """The state entered first."""
    states: dict[StateName, State]
    """The states; names are unique in the machine."""
    always: Many[Prose] = ()
    """What is true in every situation."""
    traces: Many[Trace] = ()
    """Executed series."""


class DecisionRule(Model):
    """One row: fits when every named input has one of the values."""

    if_: dict[FieldName, Annotated[str | Many[str], ByShape()]] = Field(alias="if")
    """Input to value or values (written `if`); without inputs it always fits."""
    then: str
    """The answer."""
    why: Prose
    """The reason."""
    verifies: Many[RequirementId] = ()
    """The requirements the row proves, at most two."""


class DecisionCase(Model):
    """One combination of inputs and its answer."""

    name: Slug
    """Its name."""
    with_: dict[FieldName, str] = Field(alias="with")
    """The inputs (written `with`)."""
    answer: str
    """The answer it must get."""
    verifies: Many[RequirementId] = ()
    """The requirements it proves, at most two."""


class Decision(Described):
    """A table over enumerations of which the first fitting row counts (`decisions/`)."""

    inputs: dict[FieldName, dict[str, Brief]]
    """Each input with its values, each with a sentence."""
    answers: dict[str, Brief]
    """The answers, each with a sentence."""
    rules: Many[DecisionRule]
    """The rows, tried from the top."""
    cases: Many[DecisionCase] = ()
    """Combinations worth naming; all combinations are run anyway."""
