"""The closed subset of JSON Schema: each keyword with the form of its value, in an author's words."""

from collections.abc import Callable
from typing import Any, NamedTuple

from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.subschemas import subschemas
from brainspec.registry import Registry, remembered

TYPES = ("string", "integer", "number", "boolean", "object", "array", "null")
CLASSES = ("public", "internal", "personal", "content", "secret")


class Form(NamedTuple):
    """What a keyword's value must be, in words, and whether a value is that."""

    words: str
    fits: Callable[[Any], bool]


class Subschema(NamedTuple):
    """A schema, or one inside it: the definition and pointer where it stands, and the authored schema around it."""

    definition: Definition[Any]
    pointer: Pointer
    schema: dict[str, Any]
    whole: dict[str, Any]
    inside: Pointer


@remembered
def authored(registry: Registry) -> list[Subschema]:
    """Every schema that somebody wrote, and every schema inside one, outermost first."""
    return [
        Subschema(definition, (*pointer, *inside), schema, whole, inside)
        for definition, pointer, whole in registry.marked["schema"]
        for inside, schema in subschemas(whole)
    ]


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _are_different(values: Any, are: Callable[[Any], bool] = lambda _: True) -> bool:
    return isinstance(values, list) and all(map(are, values)) and len({repr(one) for one in values}) == len(values)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_schema(value: Any) -> bool:
    return isinstance(value, dict | bool)


def _is_named(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_is_schema, value.values()))


def _is_type(value: Any) -> bool:
    return value in TYPES if _is_text(value) else bool(value) and _are_different(value, TYPES.__contains__)


_COUNT = Form("a whole number from 0", _is_count)
_NUMBER = Form("a number", _is_number)
_TEXT = Form("a text", _is_text)
_FLAG = Form("`true` or `false`", lambda value: isinstance(value, bool))
_NAMES = Form("a list of different names", lambda value: _are_different(value, _is_text))
_SCHEMA = Form("a schema", _is_schema)
_SCHEMAS = Form(
    "a list of schemas", lambda value: bool(value) and isinstance(value, list) and all(map(_is_schema, value))
)
_NAMED = Form("a mapping of names to schemas", _is_named)
_ANY = Form("anything", lambda _: True)

KEYWORDS = {
    "type": Form(f"one of {', '.join(TYPES)}", _is_type),
    "const": _ANY,
    "enum": Form("a list of different values", lambda value: bool(value) and _are_different(value)),
    "properties": _NAMED,
    "required": _NAMES,
    "patternProperties": _NAMED,
    "additionalProperties": _SCHEMA,
    "propertyNames": _SCHEMA,
    "minProperties": _COUNT,
    "maxProperties": _COUNT,
    "dependentRequired": Form(
        "a mapping of names to lists of names",
        lambda value: isinstance(value, dict) and all(map(_NAMES.fits, value.values())),
    ),
    "items": _SCHEMA,
    "prefixItems": _SCHEMAS,
    "minItems": _COUNT,
    "maxItems": _COUNT,
    "uniqueItems": _FLAG,
    "minLength": _COUNT,
    "maxLength": _COUNT,
    "pattern": _TEXT,
    "minimum": _NUMBER,
    "maximum": _NUMBER,
    "exclusiveMinimum": _NUMBER,
    "exclusiveMaximum": _NUMBER,
    "multipleOf": Form("a number above 0", lambda value: _is_number(value) and value > 0),
    "allOf": _SCHEMAS,
    "anyOf": _SCHEMAS,
    "oneOf": _SCHEMAS,
    "not": _SCHEMA,
    "if": _SCHEMA,
    "then": _SCHEMA,
    "else": _SCHEMA,
    "$ref": _TEXT,
    "$defs": _NAMED,
    "default": _ANY,
    "description": _TEXT,
    "x-unit": _TEXT,
    "x-class": Form(f"one of {', '.join(CLASSES)}", lambda value: value in CLASSES),
    "x-otel": _TEXT,
    "x-since": _TEXT,
}
