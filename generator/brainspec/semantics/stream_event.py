"""The events of a stream, ready for reading many lines: field types, profiles and their validators."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from brainspec.model import Definition
from brainspec.model.stream import Stream
from brainspec.model.value import Event, Type
from brainspec.registry import Registry
from brainspec.semantics.composition import envelope_of, events_of, stream_of
from brainspec.semantics.marker import encode
from brainspec.semantics.schemas import inline_schema, profile_schema, schema_of, validator, wire_name

NATIVE = "native"
MISSING, INFERRED = "missing", "inferred"


@dataclass(frozen=True, slots=True)
class EventForm:
    """One event, compiled.

    `kinds` has the JSON type of every declared field in the order in which fields are written, those of profiles last;
    `required` what the native profile owes; `validators` one for each profile, native first; `additions` the fields
    that only a profile has; `envelope` the wire name of the envelope and its fields.
    """

    id: str
    name: str
    marker: str
    kinds: Mapping[str, str]
    required: tuple[str, ...]
    validators: Mapping[str, Any] = field(repr=False)
    additions: Mapping[str, frozenset[str]]
    envelope: tuple[str, frozenset[str]]
    discriminator: str | None

    @property
    def checks(self) -> dict[str, Callable[[Any], bool]]:
        """Profile to the question whether an event is valid in it."""
        return {profile: one.is_valid for profile, one in self.validators.items()}

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
        {name: validator(schema) for name, schema in schemas.items()},
        {name: frozenset(one.adds) for name, one in profiles.items()},
        _envelope(registry, stream),
        stream.body.discriminator,
    )


def type_form(registry: Registry, definition: Definition[Type]) -> EventForm:
    """A type, as if it were an event that stands alone. Raises InvalidSchema."""
    schema = schema_of(registry, definition)
    required = tuple(schema.get("required", ()))
    checks = {NATIVE: validator(schema)}
    return EventForm(
        str(definition.id), wire_name(definition), "", kinds_of(schema), required, checks, {}, ("", frozenset()), None
    )


def _envelope(registry: Registry, stream: Definition[Stream]) -> tuple[str, frozenset[str]]:
    envelope = envelope_of(registry, stream)
    return (
        (wire_name(envelope), frozenset(envelope.body.schema_.get("properties", ()))) if envelope else ("", frozenset())
    )


def kinds_of(schema: Mapping[str, Any]) -> dict[str, str]:
    """The JSON type of each property of a self-contained schema."""
    return {name: _kind(one, schema) for name, one in schema.get("properties", {}).items()}


def _kind(schema: Any, root: Mapping[str, Any]) -> str:
    met = set()
    while isinstance(schema, dict) and str(schema.get("$ref")).startswith("#/$defs/"):
        name = schema["$ref"].removeprefix("#/$defs/")
        if name in met:
            break
        met.add(name)
        schema = root.get("$defs", {}).get(name)
    if not isinstance(schema, dict):
        return "string"
    if isinstance(schema.get("type"), str):
        return str(schema["type"])
    values = [schema["const"]] if "const" in schema else schema.get("enum") or [""]
    return _JSON_TYPES.get(type(values[0]), "string")


_JSON_TYPES = {bool: "boolean", int: "integer", float: "number", list: "array", dict: "object"}
