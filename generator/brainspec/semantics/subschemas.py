"""Where schemas stand inside a JSON Schema: one table of keywords, two walks."""

from collections.abc import Callable, Iterator
from typing import Any

from brainspec.document import Pointer

NAMED = ("properties", "patternProperties", "$defs")
LISTED = ("allOf", "anyOf", "oneOf", "prefixItems")
SINGLE = ("items", "additionalProperties", "propertyNames", "contains", "not", "if", "then", "else")


def subschemas(schema: Any, at: Pointer = ()) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """A schema and every schema inside it, outermost first, each with its pointer."""
    if not isinstance(schema, dict):
        return
    yield at, schema
    for keyword, value in schema.items():
        if keyword in NAMED and isinstance(value, dict):
            for name, inner in value.items():
                yield from subschemas(inner, (*at, keyword, name))
        elif keyword in LISTED and isinstance(value, list):
            for number, inner in enumerate(value):
                yield from subschemas(inner, (*at, keyword, number))
        elif keyword in SINGLE:
            yield from subschemas(value, (*at, keyword))


def mapped(schema: Any, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
    """A copy with `change` applied to every schema, innermost first."""
    if not isinstance(schema, dict):
        return schema
    return change({keyword: _mapped_value(keyword, value, change) for keyword, value in schema.items()})


def _mapped_value(keyword: str, value: Any, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
    if keyword in NAMED and isinstance(value, dict):
        return {name: mapped(inner, change) for name, inner in value.items()}
    if keyword in LISTED and isinstance(value, list):
        return [mapped(inner, change) for inner in value]
    return mapped(value, change) if keyword in SINGLE else value
