"""The published JSON Schemas: every type and event, every profile, every stream as a whole."""

from collections.abc import Iterator
from typing import Any

from brainspec.artefact import Artefact
from brainspec.document import Pointer
from brainspec.emit.json_text import Owner, json_artefact
from brainspec.model import Definition
from brainspec.registry import Proved, Registry
from brainspec.semantics.composition import envelope_of, mapping, stream_of
from brainspec.semantics.schemas import profile_schema, schema_of, schema_path, stream_schema

REFERRED = ("type", "event")


def schemas(proved: Proved) -> list[Artefact]:
    """schemas/<capability>/<name>[.<profile>].schema.json."""
    registry = proved.registry
    kinds = ("type", "event", "stream")
    return [one for kind in kinds for each in registry.of_kind(kind) for one in _schemas(registry, each)]


def _schemas(registry: Registry, definition: Definition[Any]) -> Iterator[Artefact]:
    yield _published(registry, definition, schema_of(registry, definition))
    if definition.id.kind == "event":
        for profile in stream_of(registry, definition).body.profiles:
            yield _published(registry, definition, profile_schema(registry, definition, profile), profile)
    elif definition.id.kind == "stream":
        for profile in definition.body.profiles:
            yield _published(registry, definition, stream_schema(registry, definition, profile), profile)


def _published(registry: Registry, definition: Definition[Any], schema: dict[str, Any], profile: str = "") -> Artefact:
    path = schema_path(definition, f".{profile}" if profile else "")
    return json_artefact(path, schema, definition, _owners(registry, definition, schema))


def _owners(registry: Registry, definition: Definition[Any], schema: dict[str, Any]) -> dict[Pointer, Owner]:
    """Who is behind a part: what was referred to, and the envelope behind its own fields."""
    capability = definition.id.capability
    owners = {("$defs", key): registry.find(key, capability, REFERRED) for key in mapping(schema.get("$defs"))}
    envelope = envelope_of(registry, stream_of(registry, definition)) if definition.id.kind == "event" else None
    fields = mapping(envelope.body.schema_.get("properties")) if envelope else {}
    return {at: one for at, one in owners.items() if one} | {("properties", name): envelope for name in fields}
