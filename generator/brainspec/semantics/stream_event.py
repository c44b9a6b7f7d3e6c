"""The events of a stream, ready for reading many lines: field types, profiles and their validators."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from jsonschema_rs import Draft202012Validator

from brainspec.model import Definition
from brainspec.model.stream import Stream
from brainspec.model.value import Event, Type
from brainspec.registry import Registry
from brainspec.semantics.composition import envelope_of, events_of, stream_of
from brainspec.semantics.marker import encode
from brainspec.semantics.schemas import inline_schema, profile_schema, schema_of, validator, wire_name

NATIVE = "native"
MISSING, INFERRED = "missing", "inferred"


Schema = dict[str, Any]
Checks = Mapping[str, Callable[[Any], bool]]
"""Profile to the question whether an event is valid in it."""


@dataclass(frozen=True, slots=True)
class EventForm:
    """One event, compiled.

    `kinds` has the JSON type of every declared field in the order in which fields are written, those of profiles last;
    `required` what the native profile owes; `additions` the fields that only a profile has, `added` those of all
    profiles; `envelope` the wire name of the envelope and its fields. `schemas`, `validators` and `checks` are by
    profile, native first.
    """

    id: str
    name: str
    marker: str
    kinds: Mapping[str, str]
    required: tuple[str, ...]
    schemas: Mapping[str, Schema] = field(repr=False)
    additions: Mapping[str, frozenset[str]]
    envelope: tuple[str, frozenset[str]]
    discriminator: str | None
    validators: Mapping[str, Any] = field(init=False, repr=False)
    checks: Checks = field(init=False, repr=False)
    added: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "validators", {name: validator(one) for name, one in self.schemas.items()})
        object.__setattr__(self, "checks", {name: one.is_valid for name, one in self.validators.items()})
        object.__setattr__(self, "added", frozenset().union(*self.additions.values()))

    def parts(self, fields: Collection[str]) -> Draft202012Validator:
        """A validator of some fields, each on its own."""
        native = self.schemas[NATIVE]
        properties = {name: one for name, one in native["properties"].items() if name in fields}
        return validator({"properties": properties, "$defs": native.get("$defs", {})})

    def allows(self, field: str) -> Schema:
        """What a field may be, annotations left out."""
        schema = self.schemas[NATIVE]["properties"].get(field, {})
        return {key: one for key, one in schema.items() if key != "description" and not key.startswith("x-")}

    def ordered(self, event: Mapping[str, Any]) -> dict[str, Any]:
        """The event with its fields in the order in which they are written; unknown ones last, as they came."""
        return {name: event[name] for name in self.kinds if name in event} | dict(event)

    def line(self, event: Mapping[str, Any]) -> str:
        """The one spelling of the event as a marker line."""
        return encode(self.marker, {key: one for key, one in self.ordered(event).items() if key != self.discriminator})


def event_forms(registry: Registry, stream: Definition[Stream]) -> dict[str, EventForm]:
    """The events of a stream by wire name. Raises InvalidSchema."""
    return {wire_name(one): event_form(registry, one) for one in events_of(registry, stream)}


def event_form(registry: Registry, event: Definition[Event]) -> EventForm:
    """One event of a stream. Raises InvalidSchema."""
    stream = stream_of(registry, event)
    profiles = stream.body.profiles
    native = schema_of(registry, event)
    schemas = {NATIVE: native} | {name: profile_schema(registry, event, name) for name in profiles}
    added = {name: schema for one in profiles.values() for name, schema in one.adds.items()}
    kinds = kinds_of(native) | kinds_of(inline_schema(registry, {"properties": added}, stream.id.capability))
    has_markers = any(one.frame == "marker-line" for one in stream.body.encodings.values())
    return EventForm(
        str(event.id),
        wire_name(event),
        f":::{event.body.marker}:::" if event.body.marker and has_markers else "",
        kinds,
        tuple(native.get("required", ())),
        schemas,
        {name: frozenset(one.adds) for name, one in profiles.items()},
        _envelope(registry, stream),
        stream.body.discriminator,
    )


def type_form(registry: Registry, definition: Definition[Type]) -> EventForm:
    """A type, as if it were an event that stands alone. Raises InvalidSchema."""
    schema = schema_of(registry, definition)
    required = tuple(schema.get("required", ()))
    schemas = {NATIVE: schema}
    return EventForm(
        str(definition.id), wire_name(definition), "", kinds_of(schema), required, schemas, {}, ("", frozenset()), None
    )


def _envelope(registry: Registry, stream: Definition[Stream]) -> tuple[str, frozenset[str]]:
    envelope = envelope_of(registry, stream)
    return (
        (wire_name(envelope), frozenset(envelope.body.schema_.get("properties", ()))) if envelope else ("", frozenset())
    )


def kinds_of(schema: Schema) -> dict[str, str]:
    """The JSON type of each property of a self-contained schema."""
    return {name: _kind(resolved(one, schema)) for name, one in schema.get("properties", {}).items()}


def resolved(schema: Any, root: Schema) -> Schema:
    """What a reference inside a self-contained schema leads to; a schema that is none stays as it is."""
    met = set()
    while isinstance(schema, dict) and str(schema.get("$ref")).startswith("#/$defs/"):
        name = schema["$ref"].removeprefix("#/$defs/")
        if name in met:
            break
        met.add(name)
        schema = root.get("$defs", {}).get(name)
    return schema if isinstance(schema, dict) else {}


def _kind(schema: Schema) -> str:
    if isinstance(schema.get("type"), str):
        return str(schema["type"])
    values = [schema["const"]] if "const" in schema else schema.get("enum") or [""]
    return _JSON_TYPES.get(type(values[0]), "string")


_JSON_TYPES = {bool: "boolean", int: "integer", float: "number", list: "array", dict: "object"}
