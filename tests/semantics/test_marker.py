"""Marker lines: one spelling for every event, and every broken line refused for its reason."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brainspec.semantics.marker import BrokenLine, encode, pairs, read_json, spell, typed

NAMES = st.from_regex(r"[a-z_][a-z0-9_]{0,12}", fullmatch=True)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
KINDS = {str: "string", int: "integer", bool: "boolean", list: "array", dict: "object"}
WHOLE = st.integers(-(10**17), 10**17)
VALUES = TEXTS | WHOLE | st.booleans() | st.lists(TEXTS, max_size=3) | st.dictionaries(NAMES, WHOLE, max_size=3)


@given(st.dictionaries(NAMES, VALUES, max_size=6))
def test_what_is_written_is_read_back(fields: dict) -> None:
    marker, _, rest = encode(":::NAMED:::", fields).partition(" ")
    assert marker == ":::NAMED:::"
    assert {name: typed(KINDS[type(fields[name])], text) for name, text in pairs(rest).items()} == fields


@given(TEXTS)
def test_a_spelled_text_is_bare_or_a_json_string_on_one_line(text: str) -> None:
    spelled = spell(text)
    assert spelled == text or json.loads(spelled) == text
    assert "\n" not in spelled
    assert "\r" not in spelled


@pytest.mark.parametrize(
    ("value", "spelled"),
    [
        ("a_b.c:/|+,@%-9", "a_b.c:/|+,@%-9"),
        ("two words", '"two words"'),
        ("", '""'),
        ('say "no"\n', r'"say \"no\"\n"'),
        ("ä", '"ä"'),
        (True, "true"),
        (0, "0"),
        ([], '"[]"'),
        (["a", 1], r'"[\"a\",1]"'),
        ({"a": {"b": "ä"}}, r'"{\"a\":{\"b\":\"ä\"}}"'),
    ],
)
def test_spelling(value: object, spelled: str) -> None:
    assert spell(value) == spelled


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("", {}),
        ("a=1 b=c", {"a": "1", "b": "c"}),
        ("  a=1   b=c ", {"a": "1", "b": "c"}),
        ("a=b=c", {"a": "b=c"}),
        ("a= b=c", {"b": "c"}),
        ("a=b c=", {"a": "b"}),
        ('a="" b=c', {"a": "", "b": "c"}),
        ('a="x y=\\"z\\"" b=c', {"a": 'x y="z"', "b": "c"}),
    ],
)
def test_pairs(text: str, fields: dict[str, str]) -> None:
    assert pairs(text) == fields


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a=1 cut", "`cut` has no value"),
        ('a="half', "The value of `a` has no closing quote"),
        ('a="b"c', "The value of `a` has no closing quote, or something right after it"),
        ('a=b"c', "A quote stands inside the bare value of `a`"),
        ("a=1 a=2", "The key `a` stands twice"),
        ('a= a="x"', "The key `a` stands twice"),
        ("=1", "A value has no key"),
        ('a="\\x"', "The quoted value of `a` is no JSON string"),
        ('a="\\ud800"', "half a character"),
    ],
)
def test_broken_pairs(text: str, reason: str) -> None:
    with pytest.raises(BrokenLine, match=reason):
        pairs(text)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("string", "12", "12"),
        ("integer", "-12", -12),
        ("integer", "012", "012"),
        ("integer", "1.0", "1.0"),
        ("integer", "9" * 19, "9" * 19),
        ("boolean", "true", True),
        ("boolean", "1", "1"),
        ("number", "1.5", 1.5),
        ("number", "NaN", "NaN"),
        ("array", '["a"]', ["a"]),
        ("object", "{", "{"),
    ],
)
def test_reading_goes_by_the_type_and_keeps_what_does_not_fit(kind: str, text: str, value: object) -> None:
    read = typed(kind, text)
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"a":1', "no JSON"),
        ('{"a":1} x', "no JSON"),
        ('{"a":1,"a":2}', "A key stands twice"),
        ('{"a":NaN}', "NaN"),
        ('{"a":1e999}', "too large"),
        ('{"a":' + "9" * 5000 + "}", "too large"),
        ('{"a":"\\udfff"}', "half a character"),
        ("[" * 65 + "]" * 65, "deeper than 64"),
        ("[" * 100_000, "deeper than 64"),
    ],
)
def test_json_that_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BrokenLine, match=reason):
        read_json(text)


KEYS = st.sampled_from(["a", "b", "a\\n", "ä", "1"])
TREES = st.recursive(
    st.none() | st.booleans() | WHOLE | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.lists(st.tuples(KEYS, inner), max_size=3).map(tuple),
    max_leaves=8,
)


def written(tree: object) -> str:
    """A tree as JSON; a tuple is an object whose keys may stand twice."""
    if isinstance(tree, list):
        return f"[{','.join(map(written, tree))}]"
    if isinstance(tree, tuple):
        return "{" + ", ".join(f"{json.dumps(key)} : {written(one)}" for key, one in tree) + "}"
    return json.dumps(tree, ensure_ascii=False)


def is_doubled(tree: object) -> bool:
    inner = [one for _, one in tree] if isinstance(tree, tuple) else tree if isinstance(tree, list) else []
    keys = [key for key, _ in tree] if isinstance(tree, tuple) else []
    return len(keys) != len(set(keys)) or any(map(is_doubled, inner))


@given(st.lists(st.tuples(KEYS, TREES), max_size=5).map(tuple))
def test_json_is_read_unless_a_key_stands_twice(tree: tuple[object, ...]) -> None:
    if is_doubled(tree):
        with pytest.raises(BrokenLine, match="A key stands twice"):
            read_json(written(tree))
    else:
        assert repr(read_json(written(tree))) == repr(json.loads(written(tree)))


@pytest.mark.parametrize("number", [10**18 - 1, 10**18, 10**19 - 1, 10**19, 1 - 10**18, -(10**18)])
def test_numbers_have_at_most_nineteen_characters(number: int) -> None:
    text = f'{{"a":{number}}}'
    if len(str(number)) > 19:
        with pytest.raises(BrokenLine, match="A number is too large"):
            read_json(text)
    else:
        assert read_json(text) == {"a": number}


def test_json_that_is_read() -> None:
    assert read_json('{"a":[1,2.5,true,null,"\\u00e4\\ud83d\\ude00"]}') == {"a": [1, 2.5, True, None, "ä😀"]}
    assert read_json("[" * 64 + "]" * 64)
