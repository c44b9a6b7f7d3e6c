"""Access: who and what decisions are about, Cedar policies, and what is deployed."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from brainspec.model.described import Change, Described
from brainspec.model.fields import Brief, Many, Model, Ref, RequirementId, Slug

ActionName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z-]*:[a-z][a-z-]*$")]
AttributeType = Literal["text", "integer", "flag", "texts"]


class Attribute(Model):
    """A fact about an entity that decisions use."""

    type: str
    """`text`, `integer`, `flag`, `texts`, or the name of an entity."""
    required: bool = False
    """Whether every entity has it."""
    values: Many[str] = ()
    """The allowed texts."""
    brief: Brief | None = None
    """What it says."""
    from_: str | None = Field(default=None, alias="from")
    """Who says it (written `from`)."""
    fresh: str | None = None
    """How old it may be in a decision."""


class Action(Model):
    """Something that can be done to the resource."""

    brief: Brief
    """What it does."""
    sensitive: bool = False
    """Whether every role needs a decision case for it."""
    context: dict[str, Attribute] = {}
    """Facts about the request."""


class Entity(Described):
    """A principal, group or resource of decisions (`entities/`)."""

    as_: Literal["principal", "group", "resource"] = Field(alias="as")
    """Its part in a decision (written `as`)."""
    member_of: Many[Annotated[str, Ref("entity")]] = ()
    """Groups it can be in."""
    attributes: dict[str, Attribute] = {}
    """Facts that decisions use."""
    actions: dict[ActionName, Action] = {}
    """What can be done to it; an action is referred to by its name."""


class Matrix(Model):
    """Answers for many principals and resources at once."""

    action: Annotated[str, Ref("action")]
    """The action."""
    context: dict[str, Any] = {}
    """Facts about the request."""
    against: Many[str]
    """The resources, in column order."""
    rows: dict[str, Many[Literal["allow", "deny"]]]
    """Principal to one answer a resource."""


class Ask(Model):
    """One request for a decision."""

    principal: str
    """Who asks."""
    action: Annotated[str, Ref("action")]
    """What for."""
    resource: str
    """On what."""
    context: dict[str, Any] = {}
    """Facts about the request."""


class PolicyCase(Model):
    """A request, its answer, and the policies that decide it."""

    name: Slug
    """Its name."""
    ask: Ask
    """The request."""
    answer: Literal["allow", "deny"]
    """The answer."""
    because: Many[Slug] = ()
    """The deciding policies, by `@id`."""
    verifies: Many[RequirementId] = ()
    """The requirements it proves, at most two."""


class Policy(Described):
    """Cedar policies with executed decisions (`policies/`)."""

    cedar: str
    """The policies, each with `@id`."""
    fixture: Annotated[str, Ref("fixture")]
    """The entities of the cases."""
    matrix: Matrix | None = None
    """Answers for many at once."""
    cases: Many[PolicyCase]
    """Executed requests."""


class ManifestRefusal(Model):
    """The rule that must refuse a manifest."""

    rule: Slug
    """Its name."""


class ManifestCase(Model):
    """A changed manifest and what must refuse it."""

    name: Slug
    """Its name."""
    brief: Brief | None = None
    """What is wrong with it."""
    change: Change
    """Its difference from the object (base `object`)."""
    refused_by: ManifestRefusal
    """What must refuse it."""
    verifies: Many[RequirementId] = ()
    """The requirements it proves, at most two."""


class ConnectionCase(Model):
    """A connection and whether the network policy lets it through."""

    name: Slug
    """Its name."""
    from_: str = Field(alias="from")
    """Where it starts (written `from`)."""
    to: str
    """Where it leads."""
    port: int
    """The port."""
    answer: Literal["allow", "deny"]
    """Whether it is let through."""
    verifies: Many[RequirementId] = ()
    """The requirements it proves, at most two."""


class Manifest(Described):
    """A Kubernetes object (`manifests/`)."""

    object: dict[str, Any]
    """The object, with `{name}` where a value is filled in."""
    fills: dict[str, Brief] = {}
    """The names that are filled in."""
    profile: Literal["restricted", "baseline"] | None = None
    """The Pod Security profile it keeps."""
    cases: Many[ManifestCase] = ()
    """Changed manifests that are refused."""
    connections: Many[ConnectionCase] = ()
    """Connections, for a network policy."""
