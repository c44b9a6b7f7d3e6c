"""The published JSON Schemas: every type and event, every profile, every stream as a whole."""

from collections.abc import Iterable, Iterator
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
    """schemas/<capability>/<name>[.stream][.<profile>].schema.json."""
    registry = proved.registry
    kinds = ("type", "event", "stream")
    return [one for kind in kinds for each in registry.of_kind(kind) for one in _schemas(registry, each)]


def _schemas(registry: Registry, definition: Definition[Any]) -> Iterator[Artefact]:
    suffix = ".stream" if definition.id.kind == "stream" else ""
    yield _published(registry, definition, schema_of(registry, definition), suffix)
    for profile in _profiles(registry, definition):
        of_profile = profile_schema if definition.id.kind == "event" else stream_schema
        yield _published(registry, definition, of_profile(registry, definition, profile), f"{suffix}.{profile}")


def _profiles(registry: Registry, definition: Definition[Any]) -> Iterable[str]:
    if definition.id.kind == "type":
        return ()
    stream = (stream_of(registry, definition) if definition.id.kind == "event" else definition).body
    return () if stream.items else stream.profiles


def _published(registry: Registry, definition: Definition[Any], schema: dict[str, Any], suffix: str) -> Artefact:
    return json_artefact(schema_path(definition, suffix), schema, definition, _owners(registry, definition, schema))


def _owners(registry: Registry, definition: Definition[Any], schema: dict[str, Any]) -> dict[Pointer, Owner]:
    """Who is behind a part: what was referred to, and the envelope behind its own fields."""
    capability = definition.id.capability
    owners: dict[Pointer, Owner] = {
        ("$defs", key): registry.find(key, capability, REFERRED) or definition for key in mapping(schema.get("$defs"))
    }
    envelope = envelope_of(registry, stream_of(registry, definition)) if definition.id.kind == "event" else None
    for name in mapping(envelope.body.schema_.get("properties")) if envelope else ():
        owners["properties", name] = envelope
    return owners
