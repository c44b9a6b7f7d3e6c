"""What a JSON value does against its schema, in words that repeat nothing of the value: it may be a secret."""

from itertools import islice
from typing import Any

from jsonschema_rs import Draft202012Validator, ValidationError

from brainspec.document.document import pointer_text

MOST = 3
_LONGEST = 80

# Keyword to words; the names in braces are what the engine says about the keyword, never about the value.
_WORDS = {
    "required": "{where} lacks `{property}`.",
    "type": "{where} is not {types}.",
    "const": "{where} is not {expected_value}.",
    "enum": "{where} is none of {options}.",
    "pattern": "{where} does not match `{pattern}`.",
    "minLength": "{where} is shorter than {limit} characters.",
    "maxLength": "{where} is longer than {limit} characters.",
    "minimum": "{where} is less than {limit}.",
    "maximum": "{where} is more than {limit}.",
    "minItems": "{where} has fewer than {limit} items.",
    "maxItems": "{where} has more than {limit} items.",
    "minProperties": "{where} has fewer than {limit} fields.",
    "maxProperties": "{where} has more than {limit} fields.",
    "multipleOf": "{where} is no multiple of {multiple_of}.",
    "uniqueItems": "{where} holds an item twice.",
    "contains": "{where} lacks an item that must be in it.",
    "additionalProperties": "{where} has fields it may not have.",
    "falseSchema": "{where} may not be there.",
}


_TYPES = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
}


def violations(validator: Draft202012Validator, value: Any) -> str:
    """The first few things that are wrong, one sentence each."""
    found = [_sentence(one) for one in islice(validator.iter_errors(value), MOST + 1)]
    more = ["More is wrong."] if len(found) > MOST else []
    return " ".join([*dict.fromkeys(found[:MOST]), *more])


def _sentence(error: ValidationError) -> str:
    known = error.kind.as_dict()
    facts = {name: _said(one) for name, one in known.items()}
    facts |= {"types": " or ".join(_TYPES.get(one, one) for one in known.get("types", ()))}
    words = _WORDS.get(error.kind.name, f"{{where}} breaks the rule `{error.kind.name}`.")
    where = pointer_text(tuple(error.instance_path))[:_LONGEST]
    name = where[1:] if where.count("/") == 1 else where
    return words.format_map(_Facts(facts | {"where": f"`{name}`" if name else "The event"}))


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "what is asked"


def _said(fact: Any) -> str:
    if isinstance(fact, list):
        return ", ".join(map(str, fact[:12])) + (", …" if len(fact) > 12 else "")
    return str(fact).lower() if isinstance(fact, bool) else str(fact)[:_LONGEST]
