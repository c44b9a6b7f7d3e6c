"""Where schemas stand inside a JSON Schema: one table of keywords, two walks."""

from collections.abc import Callable
from typing import Any

from brainspec.document import Pointer

NAMED = frozenset({"properties", "patternProperties", "$defs"})
LISTED = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
SINGLE = frozenset({"items", "additionalProperties", "propertyNames", "contains", "not", "if", "then", "else"})


def subschemas(schema: Any, at: Pointer = ()) -> list[tuple[Pointer, dict[str, Any]]]:
    """A schema and every schema inside it, outermost first, each with its pointer."""
    found: list[tuple[Pointer, dict[str, Any]]] = []
    _collect(schema, at, found)
    return found


def _collect(schema: Any, at: Pointer, found: list[tuple[Pointer, dict[str, Any]]]) -> None:
    if not isinstance(schema, dict):
        return
    found.append((at, schema))
    for keyword, value in schema.items():
        if keyword in NAMED and isinstance(value, dict):
            for name, inner in value.items():
                _collect(inner, (*at, keyword, name), found)
        elif keyword in LISTED and isinstance(value, list):
            for number, inner in enumerate(value):
                _collect(inner, (*at, keyword, number), found)
        elif keyword in SINGLE:
            _collect(value, (*at, keyword), found)


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
