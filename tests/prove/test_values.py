"""Examples are accepted; counterexamples are refused by one keyword at one place, and by nothing else."""

from pathlib import Path
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from brainspec.prove.refusal import parts, reasons
from tests.prove.project import found, proofs

THING = """\
    brief: A thing with a name, a size and an end.
    schema:
      type: object
      required: [name]
      additionalProperties: false
      properties:
        name: {type: string, maxLength: 4, description: Its name.}
        size: {type: integer, minimum: 0, description: Its size.}
        end: {enum: [good, bad], description: How it ended.}
      if: {properties: {end: {const: good}}, required: [end]}
      then: {properties: {size: {const: 0}}}
    examples: [{name: named, value: {name: lamp}}]
    counterexamples: [{name: other, verifies: [], %s}]
"""


def refused(folder: Path, change: str, keyword: str, at: str) -> dict[str, str]:
    text = f"change: {{base: named, {change}}}, refused_by: {{keyword: {keyword}, at: {at!r}}}"
    return found(folder, {"types/thing": THING % text})


@pytest.mark.parametrize(
    ("change", "keyword", "at"),
    [
        ("set: {/name: longer}", "maxLength", "/name"),
        ("set: {/size: -1}", "minimum", "/size"),
        ("remove: [/name]", "required", ""),
        ("set: {/colour: red}", "additionalProperties", ""),
        ("set: {/end: good, /size: 1}", "const", "/size"),
        ('set: {"": lamp}', "type", ""),
    ],
)
def test_one_keyword_at_one_place_refuses(tmp_path: Path, change: str, keyword: str, at: str) -> None:
    assert refused(tmp_path, change, keyword, at) == {}


@pytest.mark.parametrize(
    ("change", "keyword", "at", "message"),
    [
        ("set: {/name: longer, /size: -1}", "maxLength", "/name", "`other` is also refused by `minimum` at `/size`, "),
        ("set: {/name: longer}", "maxLength", "", "`other` is refused by `maxLength` at `/name`, "),
        ("set: {/name: longer}", "pattern", "/name", "`other` is refused by `maxLength` at `/name`, "),
        ("set: {/end: good, /size: -1}", "const", "/size", "`other` is also refused by `minimum` at `/size`, "),
    ],
)
def test_nothing_else_may_refuse(tmp_path: Path, change: str, keyword: str, at: str, message: str) -> None:
    result = refused(tmp_path, change, keyword, at)
    assert list(result) == ["refused-for-another-reason"]
    assert result["refused-for-another-reason"].startswith(message)


def test_two_missing_fields_are_two_reasons(tmp_path: Path) -> None:
    text = """\
        brief: A pair.
        schema:
          type: object
          required: [left, right]
          properties: {left: {type: integer, description: One.}, right: {type: integer, description: Two.}}
        examples: [{name: both, value: {left: 1, right: 2}}]
        counterexamples: [{name: neither, value: {}, refused_by: {keyword: required, at: ""}}]
    """
    result = found(tmp_path, {"types/pair": text})
    assert list(result) == ["refused-for-another-reason"]
    assert "refused 2 times" in result["refused-for-another-reason"]


def test_an_accepted_counterexample_and_a_refused_example_are_found(tmp_path: Path) -> None:
    text = THING.replace("value: {name: lamp}", "value: {name: lamps}") % (
        "value: {name: desk}, refused_by: {keyword: maxLength, at: /name}"
    )
    assert sorted(found(tmp_path, {"types/thing": text})) == ["counterexample-accepted", "example-refused"]


def test_only_what_is_refused_as_said_is_a_proof(tmp_path: Path) -> None:
    text = THING % "value: {}, refused_by: {keyword: type, at: ''}"
    outcomes = {one.name: (one.form, one.outcome) for one in proofs(tmp_path, {"types/thing": text})}
    assert outcomes == {"named": ("accepted example", "passed"), "other": ("refused example", "failed")}


@pytest.mark.parametrize(
    ("schema", "value", "expected"),
    [
        ({"allOf": [{"type": "string"}, {"maxLength": 2}]}, 5, [("type", "")]),
        ({"anyOf": [{"type": "string"}, {"minimum": 9}]}, 5, [("anyOf", "")]),
        ({"oneOf": [{"type": "integer"}, {"minimum": 0}]}, 5, [("oneOf", "")]),
        ({"not": {"type": "integer"}}, 5, [("not", "")]),
        ({"propertyNames": {"pattern": "^a$"}}, {"b": 1}, [("propertyNames", "")]),
        ({"dependentRequired": {"a": ["b"]}}, {"a": 1}, [("dependentRequired", "")]),
        ({"items": {"$ref": "#/$defs/one"}, "$defs": {"one": {"enum": [1]}}}, [1, 2], [("enum", "/1")]),
        ({"properties": {"a/b": {"type": "string"}}}, {"a/b": 1}, [("type", "/a~1b")]),
    ],
)
def test_reasons_name_the_keyword_an_author_wrote(schema: Any, value: Any, expected: list[tuple[str, str]]) -> None:
    assert [(one.keyword, one.at) for one in reasons(Draft202012Validator(schema), value)] == expected


def test_a_finding_points_into_the_value() -> None:
    assert parts("/a~1b/0/c", {"a/b": [{"c": 1}]}) == ("a/b", 0, "c")
    assert parts("/a/5/c", {"a": [1]}) == ("a",)
