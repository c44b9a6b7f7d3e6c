"""The outside of a capability: operations, problems, settings and foreign wires."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from brainspec.model.described import Described
from brainspec.model.fields import Brief, ByShape, Clause, Many, Model, Number, Prose, Ref, Scalar, Schema, Slug

BodyRef = Annotated[str, Ref("type", "stream", "event")]
SuccessStatus = Annotated[str, StringConstraints(pattern=r"^2[0-9][0-9]$")]


class Body(Model):
    """What a request carries."""

    media: dict[str, BodyRef]
    """Media type to type or stream."""
    limit: Annotated[str, Ref("setting")] | None = None
    """The setting that bounds its size."""
    required: bool = True
    """Whether it must be there."""


class Parameter(Model):
    """A value in the path, the query or a header."""

    in_: Literal["path", "query", "header"] = Field(alias="in")
    """Where it stands (written `in`)."""
    brief: Brief
    """What it is."""
    schema_: Schema = Field(alias="schema")
    """Its schema; a `$ref` to a type, or inline."""
    required: bool = False
    """Whether it must be there; a path parameter always is."""


class Answer(Model):
    """A success."""

    brief: Brief
    """When, and what it means."""
    body: BodyRef | None = None
    """The type of the answer, as JSON."""
    stream: Annotated[str, Ref("stream")] | None = None
    """The stream it carries."""
    frame: Literal["sse", "json-line"] | None = None
    """How the stream is framed."""
    heartbeat: Annotated[str, Ref("setting")] | None = None
    """The setting that says how often an idle stream gives a sign."""
    resume: str | None = None
    """The header with which a reader continues after a loss."""
    headers: dict[str, Brief] = {}
    """Headers of the answer, each with its sentence."""


class Paging(Model):
    """A list that comes in pages, by opaque cursor."""

    item: Annotated[str, Ref("type", "event", "stream")]
    """The type of one entry."""
    by: Many[str]
    """The fields that order it, last one unique."""
    max: Annotated[str, Ref("setting")]
    """The setting with the largest page."""


class Operation(Described):
    """One thing a client can ask for (`operations/`)."""

    http: Annotated[str, StringConstraints(pattern=r"^(GET|POST|PUT|PATCH|DELETE) /[A-Za-z0-9/_{}.~-]*$")]
    """Method and path."""
    action: Annotated[str, Ref("action")] | None = None
    """The action of an entity that the caller must be allowed."""
    open: Clause | None = None
    """Instead of an action: the reason why anybody may call it, without credentials, as it follows `because`."""
    parameters: dict[str, Parameter] = {}
    """Values in path, query and headers."""
    idempotent: bool = False
    """Whether it takes an Idempotency-Key."""
    conditional: bool = False
    """Whether it takes If-Match and answers 412."""
    paged: Paging | None = None
    """Set for a list that comes in pages."""
    body: Annotated[BodyRef | Body, ByShape()] | None = None
    """What the request carries; a bare type is JSON."""
    answers: dict[SuccessStatus, Answer]
    """Successes by status."""
    problems: Many[Annotated[str, Ref("problem")]] = ()
    """Failures of its own; the platform's are implied."""


class Problem(Model):
    """A failure a client can tell from others (RFC 9457)."""

    id: Slug
    """Its name; the type URI is base, capability and this."""
    title: str
    """Its title on the wire, the same every time."""
    status: Annotated[int, Field(ge=400, le=599)]
    """The HTTP status."""
    when: Prose
    """When it is answered."""
    fix: Prose
    """What the caller does next."""
    retry: Literal["never", "after", "now"]
    """Whether the same request may be sent again; `after` means after Retry-After."""
    extensions: dict[str, Schema] = {}
    """Members it adds."""
    example: dict[str, Any] = {}
    """Values of `detail` and its members; type, title and status are computed."""


class Problems(Described):
    """The problems of one topic (`problems/`)."""

    topic: str
    """The heading of the topic."""
    problems: Many[Problem]
    """The problems."""


class Setting(Model):
    """A number or switch with its unit, its bounds and its reason."""

    id: Slug
    """Its name."""
    brief: Brief
    """What it does."""
    value: Scalar | None = None
    """The default; a secret has none."""
    unit: Literal["ms", "s", "min", "h", "d", "B", "KiB", "MiB", "tokens", "USD", "%"] | None = None
    """The unit of the value; without one it is a count."""
    min: Number | None = None
    """The smallest allowed value."""
    max: Number | None = None
    """The largest allowed value."""
    values: dict[str, Brief] = {}
    """The allowed words, for a switch."""
    env: Annotated[str, StringConstraints(pattern=r"^BRAIN_[A-Z0-9_]+$")] | None = None
    """The environment variable an operator sets."""
    fixed: bool = False
    """Whether nobody may change it."""
    set_by: Literal["operator", "request"] | None = None
    """Who may change it, when not by environment."""
    secret: bool = False
    """Whether it is a secret: it has no value and is never shown."""
    why: Prose
    """The reason for the value."""


class Settings(Described):
    """The settings of one topic (`settings/`)."""

    topic: str
    """The heading of the topic."""
    settings: Many[Setting]
    """The settings."""


class WireOperation(Model):
    """An operation of the standard that we offer."""

    http: str
    """Method and path, below the base path."""
    brief: Brief
    """What it does with us."""
    action: Annotated[str, Ref("action")] | None = None
    """The action the caller must be allowed."""
    open: Clause | None = None
    """Instead of an action: the reason why anybody may call it, without credentials, as it follows `because`."""


class Wire(Described):
    """An open protocol we speak but do not own (`wires/`)."""

    standard: str
    """Its name and version."""
    pin: str
    """The exact revision."""
    base_path: Annotated[str, StringConstraints(pattern=r"^/[A-Za-z0-9/_{}.-]*$")]
    """Where it is served."""
    operations: Many[WireOperation]
    """What of it is offered."""
    adds: Many[Prose] = ()
    """What we add."""
    restricts: Many[Prose] = ()
    """What we restrict."""
    refuses: Many[Prose] = ()
    """What we refuse."""
    maps: dict[str, Annotated[str, Ref("type", "event", "problem", "mapping", "setting")]] = {}
    """Names of the standard to our definitions."""
    library: Prose
    """The library that implements it."""
    judge: Prose
    """The suite or client that judges it."""
    excluded: Prose | None = None
    """Why it is not offered yet."""
