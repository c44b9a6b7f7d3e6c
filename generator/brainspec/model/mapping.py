"""Mappings: named rules that read an older form and write the canonical one."""

from typing import Annotated, Any, Literal

from pydantic import Field

from brainspec.model.described import Described
from brainspec.model.fields import Brief, ByShape, FieldName, Many, Model, Ref, RequirementId, Slug

Converter = Literal["epoch-s", "epoch-ms", "iso-utc", "integer", "boolean-01", "lower", "list-comma", "absent"]


class Carry(Model):
    """Where a value that the old line lacks is taken from: the last event of a kind, or the one with the same key."""

    from_: Annotated[str, Ref("event")] = Field(alias="from")
    """The event that has the value (written `from`)."""
    key: FieldName | None = None
    """The field in which both lines agree; without it the last such event counts."""
    until: Many[Annotated[str, Ref("event")]] = ()
    """The events after which it no longer counts; with `key`, those that agree in it."""


class Every(Model):
    """What holds for every line of the mapping."""

    set: dict[FieldName, Any] = {}
    """Values that the old form implies."""
    derive: dict[FieldName, Literal["line-digest"]] = {}
    """Values computed from the line itself."""
    carry: dict[FieldName, Carry] = {}
    """Values taken from an earlier line; each is listed as inferred."""


class MappingCase(Model):
    """One old value or line and what it becomes."""

    name: Slug | None = None
    """Its name."""
    after: Many[str] = ()
    """Lines that came before."""
    from_: Any = Field(alias="from")
    """The old value or line (written `from`)."""
    to: Any
    """The fields it must have afterwards; others may be there."""
    verifies: Many[RequirementId] = ()
    """The requirements it proves, at most two."""


class Rule(Model):
    """One step: a line rule (`marker`, `event` or `text`) finds the event, a value rule (`field`) mends one field."""

    id: Slug
    """Its name, counted in every report."""
    brief: Brief
    """What it does, and why that is true."""
    marker: str | None = None
    """The old marker name, between three colons; else with its own colons or brackets."""
    event: str | None = None
    """The old event name in JSON lines."""
    text: str | None = None
    """The anchored pattern of a whole line that is neither marker nor JSON."""
    where: dict[str, Annotated[str | Many[str], ByShape()]] = {}
    """Old fields that must have one of these texts."""
    lacks: str | None = None
    """An old field that must be absent."""
    to: str | None = None
    """The canonical event."""
    rename: dict[str, FieldName] = {}
    """Old field to new field."""
    drop: Many[str] = ()
    """Old fields that are given up."""
    set: dict[FieldName, Any] = {}
    """Values that the old form means."""
    carry: dict[FieldName, Carry] = {}
    """Values taken from an earlier line; each is listed as inferred."""
    reports: Slug | None = None
    """The stream's rule, by code, that such a line breaks as it is written; it is reported for each."""
    field: FieldName | None = None
    """The canonical field a value rule is about."""
    match: str | None = None
    """The anchored pattern of old values."""
    convert: Converter | None = None
    """How a matching value is brought into form; `absent` leaves the field out."""
    values: dict[str, Any] = {}
    """Old value to new value."""
    cases: Many[MappingCase] = ()
    """Executed lines or values."""


class Mapping(Described):
    """Rules that turn an older form into events of a stream (`mappings/`), tried from the top."""

    to: Annotated[str, Ref("stream", "type")]
    """What the result is."""
    profile: Slug | None = None
    """The profile of the stream the result may use."""
    encoding: Literal["marker", "json", "value"]
    """What the old form is written in; `value` for rules other mappings share."""
    every: Every = Every.model_construct()
    """What holds for every line."""
    rules: Many[Rule]
    """The steps."""
