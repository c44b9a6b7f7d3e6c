"""What a definition says as one schema, before references are resolved: values, envelopes, profiles."""

from typing import Any

from brainspec.model import Definition
from brainspec.model.stream import Stream
from brainspec.model.subschemas import mapped
from brainspec.model.value import Event, Type
from brainspec.registry import Registry, remembered
from brainspec.semantics.prose import plain

Schema = dict[str, Any]
CONDITION = ("if", "then", "else")
_MERGED = ("type", "required", "properties", "$defs", "description", "additionalProperties")


def wire_name(definition: Definition[Any]) -> str:
    """The name an event or type has in data: `tool-end` is `tool_end`."""
    return definition.id.name.replace("-", "_")


@remembered
def type_schema(registry: Registry, definition: Definition[Type]) -> Schema:
    """The schema of a type: its brief is the description, its `values` are the enum and stay as annotation."""
    values, capability = definition.body.values, definition.id.capability
    schema = _described(registry, definition)
    if values:
        said = {value: plain(registry, brief, capability) for value, brief in values.items()}
        schema |= {"enum": list(values), "x-values": said}
    return schema


@remembered
def event_schema(registry: Registry, event: Definition[Event]) -> Schema:
    """The native form of an event: the envelope's fields first, then its own; the discriminator is fixed."""
    stream = stream_of(registry, event)
    envelope = envelope_of(registry, stream)
    own = _described(registry, event)
    given = qualified(registry, envelope.body.schema_, envelope.id.capability) if envelope else {}
    schema = _merge(given, own)
    if stream.body.discriminator:
        named = mapping(schema.get("properties")).get(stream.body.discriminator)
        described = {key: text for key, text in mapping(named).items() if key == "description"}
        fixed = {stream.body.discriminator: {"const": wire_name(event), **described}}
        schema["properties"] = mapping(schema.get("properties")) | fixed
    return schema | _openness(stream.body)


def profiled(registry: Registry, event: Definition[Event], profile: str) -> Schema:
    """An event in a weaker profile of its stream.

    Fields in `may_lack` are not required, and a condition that looks at one of them applies only where it is there.
    When the profile adds `missing`, it must list exactly the absent ones among the fields otherwise required.
    """
    stream, schema = stream_of(registry, event), event_schema(registry, event)
    weaker = stream.body.profiles[profile]
    adds = {name: qualified(registry, one, stream.id.capability) for name, one in weaker.adds.items()}
    may_lack = set(weaker.may_lack)
    required = [name for name in texts(schema.get("required")) if name in may_lack]
    result: Schema = _relaxed(schema, may_lack)
    result["properties"] = mapping(result.get("properties")) | adds
    if "missing" in adds:
        allowed: Schema = {"items": {"enum": required}} if required else {"maxItems": 0}
        result["properties"]["missing"] = mapping(adds["missing"]) | allowed
    if "missing" in adds and required:
        result["allOf"] = [*sequence(result.get("allOf")), *map(_listed_or_there, required)]
    return result


def item_schema(registry: Registry, stream: Definition[Stream]) -> Schema:
    """One item of a stream: its type, or any of its events and, where the stream says so, events nobody knows."""
    body, capability = stream.body, stream.id.capability
    said = plain(registry, body.brief, capability)
    if body.items:
        return qualified(registry, {"description": said, "$ref": body.items}, capability)
    events = events_of(registry, stream)
    choice: list[Schema] = [{"$ref": f"{one.id.capability}.{one.id.name}"} for one in events]
    if body.discriminator and body.unknown and body.unknown.event == "keep":
        unknown: Schema = {"properties": {body.discriminator: {"not": {"enum": [wire_name(one) for one in events]}}}}
        envelope = qualified(registry, {"$ref": body.envelope}, capability) if body.envelope else {"type": "object"}
        choice.append({"allOf": [envelope, unknown]})
    return {"description": said, "oneOf": choice}


def qualified(registry: Registry, schema: Schema, capability: str) -> Schema:
    """A copy whose references, written in a capability, mean the same in every other."""

    def change(one: Schema) -> Schema:
        target = one.get("$ref")
        found = registry.find(target, capability, ("type", "event")) if isinstance(target, str) else None
        return one | {"$ref": f"{found.id.capability}.{found.id.name}"} if found else one

    result: Schema = mapped(schema, change)
    return result


def stream_of(registry: Registry, event: Definition[Event]) -> Definition[Stream]:
    """The stream an event belongs to."""
    return registry.need(event.body.stream, event.id.capability, "stream")


def envelope_of(registry: Registry, stream: Definition[Stream]) -> Definition[Type] | None:
    """The type whose fields every event of a stream has."""
    return registry.need(stream.body.envelope, stream.id.capability, "type") if stream.body.envelope else None


def events_of(registry: Registry, stream: Definition[Stream]) -> list[Definition[Event]]:
    """The events of a stream, in the order of files."""
    return [registry[one.source] for one in registry.references_to(stream.id) if one.pointer == ("stream",)]


def mapping(value: Any) -> dict[str, Any]:
    """The value if it is a mapping, else an empty one: authored schemas may be malformed."""
    return value if isinstance(value, dict) else {}


def sequence(value: Any) -> list[Any]:
    """The value if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def texts(value: Any) -> list[str]:
    """The texts of a list, as in `required`."""
    return [one for one in sequence(value) if isinstance(one, str)]


def _described(registry: Registry, definition: Definition[Any]) -> Schema:
    said = plain(registry, definition.body.brief, definition.id.capability)
    return {"description": said, **_without(definition.body.schema_, "description")}


def _merge(first: Schema, second: Schema) -> Schema:
    required = [*texts(first.get("required")), *texts(second.get("required"))]
    merged: Schema = {"description": second["description"], "type": "object", "required": list(dict.fromkeys(required))}
    for keyword in ("properties", "$defs"):
        both = mapping(first.get(keyword)) | mapping(second.get(keyword))
        merged |= {keyword: both} if both else {}
    others = [one["additionalProperties"] for one in (first, second) if "additionalProperties" in one]
    merged |= {"additionalProperties": others[-1]} if others else {}
    rest = [{key: value for key, value in one.items() if key not in _MERGED} for one in (first, second)]
    return merged | (_both(*rest) if rest[0].keys() & rest[1].keys() else rest[0] | rest[1])


def _both(first: Schema, second: Schema) -> Schema:
    """Keywords that both schemas have hold side by side, without nesting one `allOf` in another."""
    parts = [part for one in (first, second) for part in (*sequence(one.get("allOf")), _without(one, "allOf")) if part]
    return {"allOf": parts}


def _openness(stream: Stream) -> Schema:
    return {"additionalProperties": stream.unknown.field == "keep"} if stream.unknown else {}


def _relaxed(schema: Any, may_lack: set[str]) -> Any:
    """The schema where it obliges the instance itself; what an `if` or `not` asks stays as it is."""
    if not isinstance(schema, dict):
        return schema
    result: Schema = schema | {key: _relaxed(schema[key], may_lack) for key in ("then", "else") if key in schema}
    for keyword in ("allOf", "anyOf"):
        if keyword in schema:
            result[keyword] = [_relaxed(one, may_lack) for one in sequence(schema[keyword])]
    if "dependentRequired" in schema:
        needed = mapping(schema["dependentRequired"]).items()
        result["dependentRequired"] = {
            name: [one for one in texts(also) if one not in may_lack] for name, also in needed
        }
    if "required" in schema:
        kept = [name for name in texts(schema["required"]) if name not in may_lack]
        result = result | {"required": kept} if kept else _without(result, "required")
    return _guarded(result, sorted(_fields(schema.get("if")) & may_lack))


def _guarded(schema: Schema, looked_at: list[str]) -> Schema:
    """With its condition in force only where the fields it looks at are there."""
    if not looked_at:
        return schema
    condition = {key: schema[key] for key in CONDITION if key in schema}
    return _without(schema, *CONDITION) | {"if": {"required": looked_at}, "then": condition}


def _fields(schema: Any) -> set[str]:
    """The fields of the instance itself that a schema looks at."""
    if not isinstance(schema, dict):
        return set()
    found = set(mapping(schema.get("properties")))
    for inner in (*sequence(schema.get("allOf")), *sequence(schema.get("anyOf")), schema.get("not")):
        found |= _fields(inner)
    return found


def _listed_or_there(name: str) -> Schema:
    is_listed = {"properties": {"missing": {"contains": {"const": name}}}}
    not_listed = {"properties": {"missing": {"not": {"contains": {"const": name}}}}}
    return {"if": {"required": [name]}, "then": not_listed, "else": {"required": ["missing"], **is_listed}}


def _without(schema: Schema, *keywords: str) -> Schema:
    return {key: value for key, value in schema.items() if key not in keywords}
