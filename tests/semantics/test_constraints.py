"""Schemas in words."""

from typing import Any

import pytest

from brainspec.semantics.constraints import conditions, in_words

OK = {"properties": {"outcome": {"const": "ok"}}}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (True, "anything"),
        (False, "nothing"),
        ({}, "anything"),
        ({"type": "string"}, "text"),
        ({"type": "string", "minLength": 1, "maxLength": 40}, "text, 1 to 40 characters"),
        ({"type": "string", "maxLength": 1000}, "text, up to 1,000 characters"),
        ({"type": "string", "minLength": 3}, "text, at least 3 characters"),
        ({"type": "string", "minLength": 1, "maxLength": 1}, "text, exactly 1 character"),
        ({"type": "string", "pattern": "^[a-z]+$", "maxLength": 9}, "text matching `^[a-z]+$`, up to 9 characters"),
        ({"type": "string", "pattern": "^" + "[a-z]" * 9 + "$"}, "text in a fixed form"),
        ({"type": "string", "x-class": "secret"}, "text, secret"),
        ({"type": "string", "x-class": "public"}, "text"),
        ({"type": "integer"}, "whole number"),
        ({"type": "integer", "minimum": 0}, "whole number from 0"),
        ({"type": "integer", "maximum": 0}, "whole number up to 0"),
        ({"type": "integer", "minimum": 0, "maximum": 255}, "whole number, 0 to 255"),
        ({"type": "integer", "minimum": 0, "x-unit": "ms"}, "whole number from 0, in ms"),
        ({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}, "number, above 0, below 1"),
        ({"type": "integer", "multipleOf": 5}, "whole number, a multiple of 5"),
        ({"type": "boolean"}, "true or false"),
        ({"type": "null"}, "null"),
        ({"type": ["string", "null"]}, "text or null"),
        ({"const": 1}, "`1`"),
        ({"enum": ["a", "b c", 1]}, '`a`, `"b c"`, `1`'),
        ({"enum": list(range(9))}, "one of 9 values"),
        ({"$ref": "run-id"}, "<run-id>"),
        ({"oneOf": [{"type": "null"}, {"$ref": "x"}]}, "null or <x>"),
        ({"allOf": [{"$ref": "x"}, {"$ref": "y"}]}, "<x> and <y>"),
        ({"type": "array"}, "list"),
        ({"type": "array", "items": {"$ref": "x"}, "maxItems": 8}, "list of up to 8 items, each <x>"),
        ({"type": "array", "items": {"type": "string"}, "uniqueItems": True}, "list, all different, each text"),
        ({"type": "array", "items": {"type": "object", "properties": {"a": {}}}}, "list, each an object"),
        ({"type": "object"}, "object"),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, "object of whole number by name"),
    ],
)  # fmt: skip
def test_what_a_value_must_be(schema: Any, expected: str) -> None:
    assert in_words(schema, lambda target: f"<{target}>") == expected


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({}, []),
        ({"dependentRequired": {"a": ["b", "c"]}}, ["With `a` there must be `b` and `c`."]),
        (
            {"if": OK, "then": {"properties": {"exit_code": {"const": 0}}}},
            ["When `outcome` is `ok`, `exit_code` is `0`."],
        ),
        ({"if": OK, "else": {"required": ["error"]}}, ["Unless `outcome` is `ok`, `error` is there."]),
        ({"allOf": [{"if": OK, "then": {"properties": {"x": False}}}]}, ["When `outcome` is `ok`, `x` is absent."]),
        (
            {"if": {"required": ["a"]}, "then": {"properties": {"b": {"not": {"const": 1}}}}},
            ["When `a` is there, `b` is not `1`."],
        ),
        ({"if": {"minProperties": 2}, "then": OK}, []),
    ],
)
def test_what_holds_only_sometimes(schema: dict[str, Any], expected: list[str]) -> None:
    assert list(conditions(schema)) == expected
