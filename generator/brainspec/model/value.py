"""Values: types, events and the pure algorithms on them."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from brainspec.model.described import Change, Counterexample, Described, Example
from brainspec.model.fields import Brief, ByShape, Many, Model, Prose, Ref, RequirementId, Schema, Slug

Level = Literal["debug", "info", "warn", "error"]


class Type(Described):
    """A shape that several definitions share (`types/`)."""

    schema_: Schema = Field(alias="schema")
    """Its JSON Schema, in the closed subset."""
    values: dict[str, Brief] = {}
    """The allowed texts, each with its sentence; this is the enum."""
    pattern_means: Prose | None = None
    """What the pattern says, in words."""
    examples: Many[Example] = ()
    """Values that are accepted; the smallest first."""
    counterexamples: Many[Counterexample] = ()
    """Values that are refused."""


class Event(Described):
    """Something a stream reports (`events/`): the schema of its own fields, without the envelope."""

    stream: Annotated[str, Ref("stream")]
    """The stream it belongs to."""
    marker: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$")] | None = None
    """Its name in marker lines."""
    emitted: Prose
    """When it is written."""
    severity: Annotated[Level | dict[str, Level], ByShape()]
    """Its level, one word or by outcome."""
    schema_: Schema = Field(alias="schema")
    """Its own fields: `required`, `properties` and conditions."""
    examples: Many[Example] = ()
    """Events that are accepted, without what the stream's sample gives."""
    counterexamples: Many[Counterexample] = ()
    """Events that are refused."""


class VectorCase(Model):
    """One input and what must come out."""

    name: Slug
    """Its name."""
    brief: Brief | None = None
    """What it shows."""
    in_: Any = Field(default=None, alias="in")
    """The input (written `in`)."""
    change: Change | None = None
    """Or its difference from another case's input."""
    out: Any = None
    """The output; `"?"` makes the check print it."""
    same_as: Slug | None = None
    """The case whose output this one has, too."""
    differs_from: Many[Slug] = ()
    """Cases whose output this one must not have."""
    source: str | None = None
    """Where an answer known from outside comes from."""
    verifies: Many[RequirementId] = ()
    """The requirements it proves, at most two."""


class Vector(Described):
    """A pure algorithm as steps and executed cases (`vectors/`); its id is its entry point."""

    steps: Many[Prose]
    """The algorithm, normative."""
    version: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[0-9]+$")]
    """Its name and version, stored with every result."""
    input: Schema
    """What goes in."""
    output: Schema
    """What comes out."""
    cases: Many[VectorCase]
    """Executed inputs and outputs."""
