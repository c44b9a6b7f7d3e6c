"""Whether an answer can look like a pattern: objects are open, lists are exact, `{name}` may stand for anything."""

import re
from collections.abc import Iterator
from typing import Any

from brainspec.document import Pointer
from brainspec.semantics.columns import resolved
from brainspec.semantics.composition import mapping, sequence
from brainspec.semantics.schemas import Schema, validator

_OPEN = ("allOf", "anyOf", "oneOf", "if", "not")
_FILLED = re.compile(r"\{[a-z_][a-z0-9_-]*\}")


def misfits(whole: Schema, pattern: Any) -> Iterator[tuple[Pointer, str]]:
    """Where no value that fits a self-contained schema looks like the pattern, and why; what is not sure is passed."""
    yield from _misfits(whole, whole, pattern, ())


def leads_nowhere(whole: Schema, pointer: str) -> str:
    """The first part of a JSON Pointer that no value of a schema has; empty when it may lead somewhere."""
    schema = resolved(whole, whole)
    for part in pointer.split("/")[1:]:
        if not _is_closed(schema):
            return ""
        properties = mapping(schema.get("properties"))
        if part not in properties:
            return part
        schema = resolved(whole, properties[part])
    return ""


def _misfits(whole: Schema, schema: Any, pattern: Any, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    found = resolved(whole, schema)
    if isinstance(pattern, dict):
        yield from _misfits_of_object(whole, found, pattern, at)
    elif isinstance(pattern, list):
        if reason := _refusal(whole, {key: value for key, value in found.items() if key == "type"}, pattern):
            yield at, reason
        for number, item in enumerate(pattern):
            first = sequence(found.get("prefixItems"))
            inner = first[number] if number < len(first) else found.get("items")
            yield from _misfits(whole, inner, item, (*at, number))
    elif not (isinstance(pattern, str) and _FILLED.search(pattern)) and (reason := _refusal(whole, found, pattern)):
        yield at, reason


def _misfits_of_object(
    whole: Schema, found: Schema, pattern: dict[str, Any], at: Pointer
) -> Iterator[tuple[Pointer, str]]:
    if reason := _refusal(whole, {key: value for key, value in found.items() if key == "type"}, pattern):
        yield at, reason
        return
    properties = mapping(found.get("properties"))
    for name, value in pattern.items():
        if name in properties:
            yield from _misfits(whole, properties[name], value, (*at, name))
        elif _is_closed(found):
            yield (*at, name), f"there is no field `{name}`"


def _is_closed(schema: Schema) -> bool:
    """Whether an object has the described fields and no other."""
    is_plain = not schema.keys() & {*_OPEN, "patternProperties"}
    return is_plain and "properties" in schema and schema.get("additionalProperties") in (None, False)


def _refusal(whole: Schema, schema: Schema, value: Any) -> str:
    check = validator({**schema, "$defs": mapping(whole.get("$defs"))})
    error = next(iter(check.iter_errors(value)), None)
    return error.message.splitlines()[0] if error else ""
