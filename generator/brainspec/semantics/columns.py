"""What the columns of a table hold: type and values, from the column itself or from the field it keeps."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from brainspec.model import Definition
from brainspec.model.storage import ColumnType, Table
from brainspec.registry import Registry
from brainspec.semantics.composition import events_of, mapping
from brainspec.semantics.schemas import Schema, schema_of

_TYPES: dict[Any, ColumnType] = {
    "string": "text", "integer": "integer", "number": "number", "boolean": "flag", "object": "json", "array": "json",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StoredColumn:
    """A column as it is stored; `values` are the only texts it may hold, if there are any."""

    name: str
    type: ColumnType
    is_required: bool
    values: tuple[str, ...] = ()


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


def held_fields(registry: Registry, table: Definition[Table]) -> dict[str, Schema]:
    """The fields of what a table holds, by name, each resolved; a stream gives those of all its events."""
    if not table.body.holds:
        return {}
    held = registry.need(table.body.holds, table.id.capability, "stream", "type", "event")
    definitions = events_of(registry, held) if held.id.kind == "stream" else [held]
    found: dict[str, Schema] = {}
    for one in definitions:
        for name, schema in _fields(schema_of(registry, one)):
            found.setdefault(name, schema)
    return found


def resolved(whole: Schema, schema: Any) -> Schema:
    """A schema inside a self-contained one, with what its reference leads to; what it says itself counts more."""
    found, seen = mapping(schema), set()
    while isinstance(target := found.get("$ref"), str) and target not in seen:
        seen.add(target)
        local = {key: value for key, value in found.items() if key != "$ref"}
        found = mapping(mapping(whole.get("$defs")).get(target.removeprefix("#/$defs/"))) | local
    return found


def _fields(whole: Schema) -> Iterator[tuple[str, Schema]]:
    for name, schema in mapping(resolved(whole, whole).get("properties")).items():
        found = resolved(whole, schema)
        if "const" not in found:
            yield name, found
        elif isinstance(found["const"], str):
            yield name, {"type": "string"}
