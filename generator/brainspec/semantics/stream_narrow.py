"""What a schema still asks of an object once its fields are known: their names alone settle most of it."""

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from brainspec.semantics.schemas import validator

Schema = Mapping[str, Any] | bool
_WHOLE = frozenset({"$ref", "$dynamicRef", "$id", "$anchor", "patternProperties", "unevaluatedProperties"})
_ABOUT_NAMES = frozenset({"type", "required", "propertyNames", "dependentRequired", "minProperties", "maxProperties"})
_SILENT = frozenset({"then", "else", "additionalProperties", "title", "description", "examples", "default", "$comment"})


class Facts(NamedTuple):
    """What is known of an object: all its fields, the values of some, and which others have values to look at."""

    fields: Collection[str]
    values: Mapping[str, Any]
    open: Collection[str]


def narrow_check(schema: Mapping[str, Any], facts: Facts) -> Callable[[Any], bool]:
    """Whether an object of which these facts hold is valid; asks only what they leave open.

    What the schema says of a field on its own is asked for the open ones; what it says of several fields together is
    asked whenever the facts do not settle it.
    """
    defs = schema.get("$defs", {})
    asked = {name: one for name, one in schema.items() if name not in ("$schema", "$id", "$defs")}
    if not _is_whole(asked):
        looked_at = {*facts.open, *facts.values}
        own = {name: one for name, one in asked.pop("properties", {}).items() if name in looked_at}
        asked = {"allOf": [{"properties": own}, asked]}
    left = _narrowed(asked, facts, defs)
    return validator(_closed(left, defs)).is_valid


def _narrowed(schema: Schema, facts: Facts, defs: Mapping[str, Any]) -> Schema:
    """The schema without what the facts settle: true when nothing is left, false when they break it."""
    if isinstance(schema, bool) or _is_whole(schema):
        return schema
    left = [one for keyword in schema for one in _left(keyword, schema, facts, defs) if one is not True]
    if False in left:
        return False
    return {"allOf": left} if len(left) > 1 else left[0] if left else True


def _is_whole(schema: Mapping[str, Any]) -> bool:
    """Whether the parts of a schema cannot be looked at one by one."""
    return not _WHOLE.isdisjoint(schema) or schema.get("additionalProperties", True) is not True


def _left(keyword: str, schema: Mapping[str, Any], facts: Facts, defs: Mapping[str, Any]) -> list[Schema]:
    """What a keyword still asks."""
    asked = schema[keyword]
    if keyword in _SILENT or keyword.startswith("x-"):
        return []
    if keyword in _ABOUT_NAMES:
        return [_holds({keyword: asked}, dict.fromkeys(facts.fields), defs)]
    if keyword == "properties":
        return _of_fields(asked, facts, defs)
    if keyword == "allOf":
        return [_narrowed(one, facts, defs) for one in asked]
    return [_branch(schema, facts, defs)] if keyword == "if" else [{keyword: asked}]


def _of_fields(properties: Mapping[str, Schema], facts: Facts, defs: Mapping[str, Any]) -> list[Schema]:
    known = all(_holds(one, facts.values[name], defs) for name, one in properties.items() if name in facts.values)
    looked_at = {*facts.fields} - facts.values.keys()
    left = {name: _bounded(one) for name, one in properties.items() if name in looked_at}
    return [known, {"properties": left} if left else True]


def _bounded(schema: Schema) -> Schema:
    """The same schema; the only number that is allowed becomes two bounds, which the engine compares much faster."""
    number = schema.get("const") if isinstance(schema, Mapping) else None
    if isinstance(schema, bool) or type(number) is not int or schema.keys() - {"const", "type", "description"}:
        return schema
    return {"type": schema.get("type", "number"), "minimum": number, "maximum": number}


def _branch(schema: Mapping[str, Any], facts: Facts, defs: Mapping[str, Any]) -> Schema:
    condition = _narrowed(schema["if"], facts, defs)
    then, otherwise = (_narrowed(schema.get(name, True), facts, defs) for name in ("then", "else"))
    if isinstance(condition, bool):
        return then if condition else otherwise
    return True if then is otherwise is True else {"if": condition, "then": then, "else": otherwise}


def _holds(schema: Schema, value: Any, defs: Mapping[str, Any]) -> bool:
    return validator(_closed(schema, defs)).is_valid(value)


def _closed(schema: Schema, defs: Mapping[str, Any]) -> dict[str, Any]:
    """A schema with the definitions that it may refer to."""
    is_open = '"$ref"' in json.dumps(schema)
    return {"allOf": [schema], "$defs": defs} if is_open else {"allOf": [schema]}
