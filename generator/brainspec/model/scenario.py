"""Scenarios: steps against a live implementation."""

from typing import Annotated, Any, Literal

from pydantic import Field

from brainspec.model.described import Described
from brainspec.model.fields import Brief, ByShape, ExampleRef, Many, Model, Ref, RequirementId, Slug


class EventOf(Model):
    """An example with a difference."""

    of: ExampleRef
    """The example, `event/name`."""
    without: Annotated[str | Many[str], ByShape()] | None = None
    """Fields that are left out."""
    set: dict[str, Any] = {}
    """Fields that are changed."""
    times: Annotated[int, Field(ge=1, le=100_000)] = 1
    """How often it is sent; `{n}` in a text is then its number, from 1."""


SentEvent = Annotated[ExampleRef | EventOf, ByShape()]


class Meanwhile(Model):
    """A call made while a stream is open."""

    call: Annotated[str, Ref("operation")]
    """The operation."""
    events: Many[SentEvent] = ()
    """Events it carries."""
    body: Any = None
    """Or its body."""


class Expectation(Model):
    """What must come back; the operation's own schema is checked too."""

    status: int | None = None
    """The HTTP status."""
    body: Any = None
    """A pattern: objects are open, lists are exact."""
    problem: Annotated[str, Ref("problem")] | None = None
    """The problem that must be answered."""
    events: Many[ExampleRef] | None = None
    """The events a stream must carry, in order."""
    within: int | None = None
    """Seconds until they must have come."""
    headers: dict[str, str] = {}
    """Headers that must be there."""


class ScenarioStep(Model):
    """One call and what must come back."""

    name: Slug
    """Its name within the scenario."""
    call: Annotated[str, Ref("operation")]
    """The operation."""
    as_: str | None = Field(default=None, alias="as")
    """The principal of the fixture who calls (written `as`)."""
    path: dict[str, str] = {}
    """Path parameters."""
    query: dict[str, Any] = {}
    """Query parameters."""
    headers: dict[str, str] = {}
    """Headers."""
    body: Any = None
    """The body."""
    events: Many[SentEvent] = ()
    """Or the events of the body."""
    while_: Meanwhile | None = Field(default=None, alias="while")
    """A call made while this one streams (written `while`)."""
    save: dict[str, str] = {}
    """Names for parts of the answer: a JSON Pointer into its body, or the name of a header."""
    needs: Many[Literal["clock", "jobs", "vectors", "log"]] = ()
    """Parts of the control surface it needs."""
    expect: Expectation
    """What must come back."""
    verifies: Many[RequirementId] = ()
    """The requirements it proves, at most two."""


class Scenario(Described):
    """A story told against a live implementation (`scenarios/`)."""

    fixture: Annotated[str, Ref("fixture")] | None = None
    """The entities it uses."""
    steps: Many[ScenarioStep]
    """The calls, in order."""
    claim: Brief | None = None
    """What it shows, when the brief does not."""
