"""Self-contained JSON Schema 2020-12 of every type, event, stream and authored fragment."""

import json
from functools import lru_cache
from typing import Any

from jsonschema_rs import Draft202012Validator, RegexOptions, ValidationError

from brainspec.artefact import banner
from brainspec.document.document import pointer_text
from brainspec.model import Definition, Id
from brainspec.model.stream import Stream
from brainspec.model.subschemas import mapped
from brainspec.model.value import Event
from brainspec.registry import Registry, remembered
from brainspec.semantics import composition
from brainspec.semantics.composition import event_schema, events_of, item_schema, profiled, type_schema

Schema = composition.Schema
wire_name = composition.wire_name
DIALECT = "https://json-schema.org/draft/2020-12/schema"


class InvalidSchema(ValueError):
    """A schema no validator can use; `pointer` says where."""

    def __init__(self, pointer: str, reason: str) -> None:
        super().__init__(f"{reason} (at `{pointer}`)" if pointer else reason)
        self.pointer, self.reason = pointer, reason


@remembered
def schema_of(registry: Registry, definition: Definition[Any]) -> Schema:
    """The schema of a type, of an event with its envelope (native profile), or of any event of a stream."""
    if definition.id.kind == "stream":
        return stream_schema(registry, definition)
    return _published(registry, definition, _own_schema(registry, definition))


def profile_schema(registry: Registry, event: Definition[Event], profile: str) -> Schema:
    """The schema of an event in a weaker profile of its stream."""
    return _published(registry, event, profiled(registry, event, profile), f".{profile}")


def stream_schema(registry: Registry, stream: Definition[Stream], profile: str = "") -> Schema:
    """The schema of any event of a stream (or of its items), native or in a profile."""
    forms = {} if stream.body.items or not profile else _forms(registry, stream, profile)
    suffix = f".stream.{profile}" if profile else ".stream"
    return _published(registry, stream, item_schema(registry, stream), suffix, forms)


def inline_schema(registry: Registry, schema: Schema, capability: str) -> Schema:
    """A schema fragment written in a capability, made self-contained."""
    return _bundled(registry, schema, capability)


def schema_id(registry: Registry, definition: Definition[Any], suffix: str = "") -> str:
    """The URI of a definition's schema."""
    return f"{registry.project.body.base_uri}{schema_path(definition, suffix)}"


def schema_path(definition: Definition[Any], suffix: str = "") -> str:
    """The file of a definition's schema."""
    return f"schemas/{definition.id.capability}/{definition.id.name}{suffix}.schema.json"


def validator(schema: Schema) -> Draft202012Validator:
    """A validator that fetches nothing and whose patterns take linear time. Raises InvalidSchema."""
    return _validator(json.dumps(schema, sort_keys=True, ensure_ascii=False))


@lru_cache(maxsize=4096)
def _validator(text: str) -> Draft202012Validator:
    try:
        return Draft202012Validator(json.loads(text), pattern_options=RegexOptions(), offline=True)
    except ValidationError as error:
        reason = error.message.splitlines()[0]
        raise InvalidSchema(pointer_text(tuple(error.instance_path)), reason) from None


def _published(
    registry: Registry, definition: Definition[Any], schema: Schema, suffix: str = "",
    known: dict[Id, Schema] | None = None,
) -> Schema:  # fmt: skip
    head = {
        "$schema": DIALECT,
        "$id": schema_id(registry, definition, suffix),
        "$comment": banner(definition.path, "schema"),
    }
    root = definition.id if definition.id.kind != "stream" else None
    return head | _bundled(registry, schema, definition.id.capability, root, known)


def _own_schema(registry: Registry, definition: Definition[Any]) -> Schema:
    return event_schema(registry, definition) if definition.id.kind == "event" else type_schema(registry, definition)


def _forms(registry: Registry, stream: Definition[Stream], profile: str) -> dict[Id, Schema]:
    return {one.id: profiled(registry, one, profile) for one in events_of(registry, stream)}


def _bundled(
    registry: Registry, schema: Schema, capability: str, root: Id | None = None, known: dict[Id, Schema] | None = None
) -> Schema:
    """A schema with all it refers to, directly or not, under `$defs`; `known` replaces what definitions say."""
    local = composition.mapping(schema.get("$defs"))
    whole = _Bundle(registry, capability, root, frozenset(local))
    body = whole.rewrite(schema, capability, "#")
    definitions: dict[str, Schema] = {}
    while whole.pending:
        identity = whole.pending.pop()
        inner = (known or {}).get(identity) or _own_schema(registry, registry[identity])
        key = whole.key(identity)
        definitions[key] = whole.rewrite(inner, identity.capability, f"#/$defs/{key}")
    if definitions or local:
        body["$defs"] = dict(sorted({**composition.mapping(body.get("$defs")), **definitions}.items()))
    return body


class _Bundle:
    """The references met while one schema is made self-contained."""

    def __init__(self, registry: Registry, capability: str, root: Id | None, taken: frozenset[str]) -> None:
        self._registry, self._capability, self._root, self._taken = registry, capability, root, taken
        self._met: set[Id] = set()
        self.pending: list[Id] = []

    def key(self, identity: Id) -> str:
        """The name under `$defs`: qualified for another capability, or where the schema has one of its own."""
        is_plain = identity.capability == self._capability and identity.name not in self._taken
        return identity.name if is_plain else f"{identity.capability}.{identity.name}"

    def rewrite(self, schema: Schema, capability: str, here: str) -> Schema:
        """A copy in which every reference points into the bundle; `here` is where the copy will stand."""

        def change(one: Schema) -> Schema:
            target = one.get("$ref")
            return one | {"$ref": self._reference(target, capability, here)} if isinstance(target, str) else one

        result: Schema = mapped(schema, change)
        return result

    def _reference(self, target: str, capability: str, here: str) -> str:
        if target.startswith("#"):
            return here + target[1:]
        found = self._registry.find(target, capability, ("type", "event"))
        if found is None:
            return target
        if found.id == self._root:
            return "#"
        if found.id not in self._met:
            self._met.add(found.id)
            self.pending.append(found.id)
        return f"#/$defs/{self.key(found.id)}"
