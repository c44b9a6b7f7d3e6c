"""What every definition may say about itself, and how definitions show that they hold."""

from typing import Any

from brainspec.model.fields import AnyRef, Brief, Many, Model, Prose, RequirementId, Slug, Version


class Silence(Model):
    """A warning that is known and accepted for this definition."""

    rule: Slug
    """The code of the warning."""
    why: Prose
    """The reason, for the reviewer."""
    until: Version
    """The capability version at which the silence ends."""


class Deprecation(Model):
    """Why a definition should no longer be used."""

    since: Version
    """The capability version that deprecated it."""
    why: Prose
    """The reason."""
    use: AnyRef | None = None
    """What to use instead."""


class Described(Model):
    """The fields common to all definitions; they come first."""

    brief: Brief
    """One sentence of at most 100 characters, used wherever the definition is listed."""
    note: Prose | None = None
    """More, as Markdown."""
    since: Version | None = None
    """The capability version that added it."""
    deprecated: Deprecation | None = None
    """Set when it should no longer be used."""
    silence: Many[Silence] = ()
    """Warnings accepted here, each with its reason."""
    source: Many[str] = ()
    """Outside documents it rests on, such as `rfc:9457#3`."""
    see: Many[AnyRef] = ()
    """Definitions a reader should know next."""


class Change(Model):
    """A value given as its difference from a named one."""

    base: Slug
    """The name of the example or case that is changed."""
    set: dict[str, Any] = {}
    """JSON Pointer to new value."""
    remove: Many[str] = ()
    """JSON Pointers that are taken away."""


class Refusal(Model):
    """The schema keyword that must refuse a value, and where."""

    keyword: str
    """The JSON Schema keyword."""
    at: str
    """JSON Pointer to the refused part; the empty text is the whole."""


class Example(Model):
    """A value that is accepted."""

    name: Slug
    """Its name within the definition."""
    brief: Brief | None = None
    """What it shows."""
    value: Any = None
    """The value itself."""
    change: Change | None = None
    """Or its difference from another example."""


class Counterexample(Model):
    """A value that is refused, for one stated reason and no other."""

    name: Slug
    """Its name within the definition."""
    brief: Brief | None = None
    """What is wrong with it."""
    value: Any = None
    """The value itself."""
    change: Change | None = None
    """Or its difference from an example."""
    refused_by: Refusal
    """What must refuse it."""
    because: Prose | None = None
    """Why it is refused, in a sentence for readers."""
    verifies: Many[RequirementId] = ()
    """The requirements it proves, at most two."""
