"""A check that knows some of an object says the same as the whole schema."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from brainspec.semantics.schemas import validator
from brainspec.semantics.stream_narrow import Facts, narrow_check
from tests.semantics.own_events import shared_reader

NAMES = ["a", "b", "c", "d"]
VALUES = st.sampled_from([0, 1, "x", "long", True, [], ["x"]])
FIELDS = st.dictionaries(st.sampled_from(NAMES), VALUES)
REFERENCE, HOLDS_X = {"$ref": "#/$defs/short"}, {"contains": {"const": "x"}}
LEAVES = st.sampled_from([True, False, {"type": "string"}, {"const": 1}, {"enum": ["x", 0]}, REFERENCE, HOLDS_X])
NAME_LISTS = st.lists(st.sampled_from(NAMES), unique=True, max_size=2)
PROPERTIES = st.dictionaries(st.sampled_from(NAMES), LEAVES, max_size=3)


def parts(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Schemas of objects, of the keywords that are looked into and of some that are not."""
    return st.fixed_dictionaries(
        {},
        optional={
            "type": st.sampled_from(["object", "string", ["object", "null"]]),
            "required": NAME_LISTS,
            "properties": PROPERTIES,
            "propertyNames": st.sampled_from([{"enum": ["a", "b", "c"]}, REFERENCE]),
            "dependentRequired": st.dictionaries(st.sampled_from(NAMES), NAME_LISTS, max_size=1),
            "maxProperties": st.integers(0, 4),
            "additionalProperties": st.sampled_from([True, False, {"type": "string"}]),
            "unevaluatedProperties": st.sampled_from([True, False]),
            "allOf": st.lists(inner, min_size=1, max_size=2),
            "anyOf": st.lists(inner, min_size=1, max_size=2),
            "not": inner,
            "if": inner,
            "then": inner,
            "else": inner,
            "description": st.just("Some words."),
        },
    )


SCHEMAS = parts(st.recursive(st.booleans(), parts, max_leaves=6)).map(
    lambda schema: schema | {"$defs": {"short": {"type": "string", "maxLength": 1}}}
)


@given(SCHEMAS, FIELDS, st.sets(st.sampled_from(NAMES)))
def test_it_says_what_the_whole_schema_says(schema: dict[str, Any], value: dict[str, Any], known: set[str]) -> None:
    values = {name: one for name, one in value.items() if name in known}
    facts = Facts(tuple(value), values, value.keys() - values.keys())
    assert narrow_check(schema, facts)(value) == validator(schema).is_valid(value)


def test_what_is_said_of_a_trusted_field_alone_is_not_asked() -> None:
    schema = {
        "properties": {"a": {"type": "string"}, "b": {"type": "string"}},
        "if": {"required": ["a"]},
        "then": {"required": ["b"]},
    }
    facts = Facts(("a", "b"), {}, ("b",))
    assert narrow_check(schema, facts)({"a": 1, "b": "x"})
    assert not narrow_check(schema, facts)({"a": 1, "b": 2})
    assert not narrow_check(schema, Facts(("a",), {}, ()))({"a": 1})


def test_a_settled_schema_asks_nothing() -> None:
    form = shared_reader().forms["tool_end"]
    facts = Facts(("call_id",), {"call_id": "a"}, ())
    assert not narrow_check(form.schemas["native"], facts)({"call_id": "a"})
    assert narrow_check({"required": ["a"], "properties": {"a": {"const": 1}}}, Facts(("a",), {"a": 1}, ()))({})
