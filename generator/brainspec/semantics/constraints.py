"""JSON Schema in words: `text, 1 to 40 characters`, `whole number from 1`, `when a is 1: b is there`."""

from collections.abc import Callable, Iterator
from typing import Any

from brainspec.semantics.typography import code, listed, literal, words

Schema = dict[str, Any]
Namer = Callable[[str], str]
"""What to call a referenced definition: usually a link."""

MOST_VALUES = 8
MOST_PATTERN = 40
_SENSITIVE = ("personal", "content", "secret")


def in_words(schema: Any, name: Namer = words) -> str:
    """What a value must be, in a few words of Markdown."""
    if not isinstance(schema, dict):
        return "anything" if schema is not False else "nothing"
    stated = [*_shape(schema, name), *_sensitivity(schema)]
    return ", ".join(stated) or "anything"


def conditions(schema: Schema) -> Iterator[str]:
    """What a schema demands only sometimes, one sentence a rule; what has no simple words is left out."""
    for field, needed in schema.get("dependentRequired", {}).items():
        yield f"With {code(field)} there must be {listed([code(one) for one in needed])}."
    for one in (schema, *schema.get("allOf", ())):
        if isinstance(one, dict) and "if" in one:
            yield from _condition(one)


def _condition(schema: Schema) -> Iterator[str]:
    when = _demands(schema["if"])
    for keyword, opening in (("then", "When"), ("else", "Unless")):
        then = _demands(schema.get(keyword))
        if when and then:
            yield f"{opening} {listed(when)}, {listed(then)}."


def _demands(schema: Any) -> list[str]:
    """What a schema asks of an object's fields, in words; empty when it asks for more than words can say."""
    if not isinstance(schema, dict) or schema.keys() - {"properties", "required", "not"}:
        return []
    asked = schema.get("properties", {})
    found = [_demand(name, one) for name, one in asked.items()]
    found += [f"{code(name)} is there" for name in schema.get("required", ()) if name not in asked]
    absent = schema.get("not", {}).get("required", [])
    return found + [f"{code(name)} is absent" for name in absent]


def _demand(name: str, schema: Any) -> str:
    if schema is False:
        return f"{code(name)} is absent"
    if isinstance(schema, dict) and isinstance(schema.get("not"), dict):
        return f"{code(name)} is not {_either(schema['not'])}"
    return f"{code(name)} is {_either(schema)}"


def _either(schema: Any) -> str:
    """As `in_words`, for a sentence: values stand with `or` between them."""
    values = schema.get("enum") if isinstance(schema, dict) else None
    return listed([literal(one) for one in values], "or") if values else in_words(schema)


def _shape(schema: Schema, name: Namer) -> Iterator[str]:
    if "$ref" in schema:
        yield name(schema["$ref"])
    elif "const" in schema:
        yield literal(schema["const"])
    elif "enum" in schema:
        yield _choice(schema["enum"])
    elif "oneOf" in schema or "anyOf" in schema:
        options = schema["oneOf"] if "oneOf" in schema else schema["anyOf"]
        yield listed([in_words(one, name) for one in options], "or")
    elif isinstance(schema.get("type"), list):
        yield " or ".join(in_words(schema | {"type": one}, name) for one in schema["type"])
    elif schema.get("type") in _TYPES:
        yield from _TYPES[schema["type"]](schema, name)
    elif "allOf" in schema:
        yield listed([in_words(one, name) for one in schema["allOf"]])


def _choice(values: list[Any]) -> str:
    if len(values) > MOST_VALUES:
        return f"one of {len(values)} values"
    return ", ".join(literal(one) for one in values)


def _text(schema: Schema, _: Namer) -> Iterator[str]:
    pattern = schema.get("pattern", "")
    if len(pattern) > MOST_PATTERN:
        yield "text in a fixed form"
    else:
        yield f"text matching {code(pattern)}" if pattern else "text"
    yield from _range(schema, "minLength", "maxLength", "character")


def _number(schema: Schema, _: Namer) -> Iterator[str]:
    noun = "whole number" if schema["type"] == "integer" else "number"
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        yield f"{noun}, {low:,} to {high:,}"
    else:
        from_low = f" from {low:,}" if low is not None else ""
        yield noun + from_low + (f" up to {high:,}" if high is not None else "")
    if "exclusiveMinimum" in schema:
        yield f"above {schema['exclusiveMinimum']:,}"
    if "exclusiveMaximum" in schema:
        yield f"below {schema['exclusiveMaximum']:,}"
    if "multipleOf" in schema:
        yield f"a multiple of {schema['multipleOf']:,}"
    if "x-unit" in schema:
        yield f"in {schema['x-unit']}"


def _list(schema: Schema, name: Namer) -> Iterator[str]:
    items = schema.get("items", schema.get("prefixItems", [{}])[0])
    bounds = list(_range(schema, "minItems", "maxItems", "item"))
    different = ", all different" if schema.get("uniqueItems") else ""
    inner = "an object" if _is_object(items) else in_words(items, name)
    each = f", each {inner}" if inner != "anything" else ""
    yield (f"list of {bounds[0]}" if bounds else "list") + different + each


def _object(schema: Schema, name: Namer) -> Iterator[str]:
    values = schema.get("additionalProperties")
    if isinstance(values, dict) and "properties" not in schema:
        yield f"object of {in_words(values, name)} by name"
    else:
        yield "object"
    yield from _range(schema, "minProperties", "maxProperties", "field")


def _range(schema: Schema, low: str, high: str, noun: str) -> Iterator[str]:
    """Two keywords as words: `1 to 40 characters`, `up to 8 items`, `exactly 3 items`."""
    least, most = schema.get(low), schema.get(high)
    if least is not None and least == most:
        yield f"exactly {least:,} {noun}{'' if least == 1 else 's'}"
    elif most is not None:
        start = f"{least:,} to" if least else "up to"
        yield f"{start} {most:,} {noun}{'' if most == 1 else 's'}"
    elif least:
        yield f"at least {least:,} {noun}{'' if least == 1 else 's'}"


def _is_object(schema: Any) -> bool:
    return isinstance(schema, dict) and "properties" in schema


def _sensitivity(schema: Schema) -> Iterator[str]:
    if schema.get("x-class") in _SENSITIVE:
        yield str(schema["x-class"])


_TYPES: dict[str, Callable[[Schema, Namer], Iterator[str]]] = {
    "string": _text,
    "integer": _number,
    "number": _number,
    "boolean": lambda _schema, _name: iter(["true or false"]),
    "null": lambda _schema, _name: iter(["null"]),
    "array": _list,
    "object": _object,
}
