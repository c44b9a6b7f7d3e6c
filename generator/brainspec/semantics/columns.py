"""What the columns of a table hold: type and values, from the column itself or from the field it keeps."""

from typing import Any, NamedTuple

from brainspec.model import Definition
from brainspec.model.storage import ColumnType, Table
from brainspec.registry import Registry, remembered
from brainspec.semantics.composition import envelope_of, events_of, mapping, stream_of
from brainspec.semantics.schemas import Schema

MOST_REFERENCES = 64
_TYPES: dict[Any, ColumnType] = {
    "string": "text", "integer": "integer", "number": "number", "boolean": "flag", "object": "json", "array": "json",
}  # fmt: skip


class StoredColumn(NamedTuple):
    """A column as it is stored; `values` are the only texts it may hold, if there are any."""

    name: str
    type: ColumnType
    is_required: bool
    values: tuple[str, ...] = ()


@remembered
def stored_columns(registry: Registry, table: Definition[Table]) -> dict[str, StoredColumn]:
    """The columns of a table by name. A column whose field nobody knows is text."""
    fields = held_fields(registry, table)
    found = {}
    for name, column in table.body.columns.items():
        schema = fields.get(column.field or "", {})
        type_ = column.type or _TYPES.get(schema.get("type")) or ("text" if "enum" in schema else "json")
        values = tuple(one for one in schema.get("enum", ()) if isinstance(one, str)) if type_ == "text" else ()
        found[name] = StoredColumn(name, type_ if schema or column.type else "text", column.required, values)
    return found


@remembered
def held_fields(registry: Registry, table: Definition[Table]) -> dict[str, Schema]:
    """The fields of what a table holds, by name, each resolved; a stream gives those of all its events."""
    if not table.body.holds:
        return {}
    held = registry.need(table.body.holds, table.id.capability, "stream", "type", "event")
    found: dict[str, Schema] = {}
    for one in _parts(registry, held):
        for name, schema in mapping(one.body.schema_.get("properties")).items():
            if name not in found:
                found[name] = _meant(registry, one, schema)
    stream = stream_of(registry, held) if held.id.kind == "event" else held
    if stream.id.kind == "stream" and stream.body.discriminator:
        found[stream.body.discriminator] = {"type": "string"}
    return found


def resolved(whole: Schema, schema: Any) -> Schema:
    """A schema inside a self-contained one, with what its reference leads to; what it says itself counts more."""
    found, seen = mapping(schema), set()
    while isinstance(target := found.get("$ref"), str) and target.startswith("#/$defs/") and target not in seen:
        seen.add(target)
        local = {key: value for key, value in found.items() if key != "$ref"}
        found = mapping(mapping(whole.get("$defs")).get(target.removeprefix("#/$defs/"))) | local
    return found


def _parts(registry: Registry, held: Definition[Any]) -> list[Definition[Any]]:
    """The definitions that give what a table holds its fields, the envelope first."""
    if held.id.kind == "type":
        return [held]
    stream = stream_of(registry, held) if held.id.kind == "event" else held
    envelope = envelope_of(registry, stream)
    events = [held] if held.id.kind == "event" else events_of(registry, held)
    return [*([envelope] if envelope else []), *events]


def _meant(registry: Registry, owner: Definition[Any], schema: Any) -> Schema:
    """The schema of a field as authored, with what its references to types lead to."""
    found, whole, capability = resolved(owner.body.schema_, schema), owner.body.schema_, owner.id.capability
    for _ in range(MOST_REFERENCES):
        target = registry.find(str(found.get("$ref", "")), capability, ("type", "event")) if "$ref" in found else None
        if target is None:
            break
        local = {key: value for key, value in found.items() if key != "$ref"}
        whole, capability = target.body.schema_, target.id.capability
        values = {"enum": [*target.body.values]} if target.id.kind == "type" and target.body.values else {}
        found = resolved(whole, whole) | values | local
    return found
