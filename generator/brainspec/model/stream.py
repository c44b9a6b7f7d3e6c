"""Streams: series of events with their encodings and the rules that hold across lines."""

from typing import Annotated, Any, Literal

from pydantic import Field

from brainspec.model.described import Described
from brainspec.model.fields import (
    Brief,
    ByShape,
    ExampleRef,
    FieldName,
    Many,
    Model,
    Prose,
    Ref,
    RequirementId,
    Schema,
    Slug,
)

Frame = Literal["json-line", "marker-line", "sse"]
Severity = Literal["error", "warning"]
LineClass = Literal["conforming", "legacy", "rejected", "other"]
Keys = Annotated[FieldName | Many[FieldName], ByShape()]


class Profile(Model):
    """A weaker form of the stream that some producers can honestly give."""

    brief: Brief
    """What it is for."""
    may_lack: Many[FieldName] = ()
    """Fields that may be absent although they are required."""
    adds: dict[FieldName, Schema] = {}
    """Fields only this profile has."""


class Unknown(Model):
    """What a reader does with what it does not know."""

    event: Literal["reject", "keep"]
    """An event of an unknown name."""
    field: Literal["reject", "keep"]
    """A field of an unknown name."""


class Encoding(Model):
    """One way to write the stream as bytes."""

    media: str
    """The media type."""
    frame: Frame
    """How one event is told from the next."""
    id: FieldName | None = None
    """The field of an item that its server-sent event carries as `id`, from which a reader resumes."""
    ends_with: str | None = None
    """The frame that says the stream is over."""


class EncodingCase(Model):
    """One event and its exact bytes; both directions are executed."""

    name: Slug
    """Its name."""
    of: Annotated[str, Ref("event")]
    """The event."""
    event: dict[str, Any]
    """Its own fields; the stream's sample gives the rest."""
    marker: str
    """What the marker line holds after the envelope."""
    verifies: Many[RequirementId] = ()
    """The requirements it proves, at most two."""


class LineCase(Model):
    """One line and what a reader takes it for."""

    name: Slug
    """Its name."""
    line: str
    """The line, without its line feed."""
    is_: LineClass = Field(alias="is")
    """`conforming`, `legacy` (a mapping reads it), `rejected`, or `other` (no event) (written `is`)."""
    verifies: Many[RequirementId] = ()
    """The requirements it proves, at most two."""


class RuleCase(Model):
    """A series of examples (`event/example`) and whether the rule finds something in it."""

    name: Slug | None = None
    """Its name."""
    events: Many[ExampleRef]
    """Examples, in order."""
    found: bool
    """Whether the rule reports."""


class Pair(Model):
    """Two events that belong together; the rule reports when one is lacking."""

    code: Slug
    """The code of the finding."""
    brief: Brief
    """What it means."""
    open: Annotated[str, Ref("event")]
    """The event that opens."""
    close: Annotated[str, Ref("event")]
    """The event that closes."""
    key: Keys
    """The fields in which they agree."""
    lacking: Literal["open", "close"]
    """Which of the two is reported when absent."""
    level: Severity
    """How bad that is."""
    fix: Prose
    """What to do about it."""
    span: str | None = None
    """The name of the trace span the pair forms."""
    cases: Many[RuleCase] = ()
    """Executed series."""
    verifies: Many[RequirementId] = ()
    """The requirements its cases prove, at most two."""


class Inside(Model):
    """A stretch of the stream between two events that agree in some fields."""

    open: Annotated[str, Ref("event")]
    """The event that opens it."""
    close: Annotated[str, Ref("event")]
    """The event that closes it."""
    key: Keys
    """The fields in which they agree."""


class Seen(Model):
    """An event to look for."""

    event: Annotated[str, Ref("event")]
    """Its name."""
    where: dict[FieldName, Many[Any]] = {}
    """Allowed values by field; null stands for an absent field."""


class Conflict(Model):
    """Two events that contradict each other; the rule reports the later one."""

    code: Slug
    """The code of the finding."""
    brief: Brief
    """What it means."""
    inside: Inside
    """The stretch in which it is looked for."""
    seen: Seen
    """What must have been seen in it."""
    closing: dict[FieldName, Many[Any]]
    """Values by field that the closing event then must not have; null stands for an absent field."""
    level: Severity
    """How bad that is."""
    fix: Prose
    """What to do about it."""
    cases: Many[RuleCase] = ()
    """Executed series."""
    verifies: Many[RequirementId] = ()
    """The requirements its cases prove, at most two."""


class Limits(Model):
    """Settings that bound the stream."""

    line: Annotated[str, Ref("setting")] | None = None
    """The longest line."""
    fields: Annotated[str, Ref("setting")] | None = None
    """The most fields of one event."""
    open: Annotated[str, Ref("setting")] | None = None
    """The most unclosed items that rules and mappings remember."""


class Stream(Described):
    """An ordered series of events (`streams/`)."""

    envelope: Annotated[str, Ref("type")] | None = None
    """The type whose fields every event has."""
    discriminator: FieldName | None = None
    """The envelope field that names the event."""
    items: Annotated[str, Ref("type")] | None = None
    """The type of every item, for a stream without events of its own."""
    sample: dict[FieldName, Any] = {}
    """Envelope values that complete examples."""
    profiles: dict[Slug, Profile] = {}
    """Weaker forms of the stream."""
    unknown: Unknown | None = None
    """What a reader does with what it does not know."""
    limits: Limits = Limits.model_construct()
    """Settings that bound it."""
    encodings: dict[Slug, Encoding]
    """How it is written."""
    cases: Many[EncodingCase] = ()
    """Executed encodings."""
    lines: Many[LineCase] = ()
    """Executed lines."""
    pairs: Many[Pair] = ()
    """Events that belong together."""
    conflicts: Many[Conflict] = ()
    """Events that contradict each other."""
    mappings: Many[Annotated[str, Ref("mapping")]] = ()
    """Rules that read older forms of it."""
