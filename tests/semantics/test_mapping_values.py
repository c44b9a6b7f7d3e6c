"""Converters of value rules."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brainspec.model.mapping import Rule
from brainspec.semantics.mapping_values import CONVERTERS, json_reader, scalar_text, value_reader


@given(st.integers(0, 9_999_999_999_999))
def test_milliseconds_are_the_same_moment(milliseconds: int) -> None:
    text = CONVERTERS["epoch-ms"](f"{milliseconds:013}")
    assert len(text) == len("2026-02-03T10:15:30.120Z")
    moment = datetime.fromisoformat(text)
    assert round((moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() * 1000) == milliseconds


@pytest.mark.parametrize(
    ("convert", "old", "new"),
    [
        ("epoch-s", "0", "1970-01-01T00:00:00Z"),
        ("epoch-s", "1770113730", "2026-02-03T10:15:30Z"),
        ("epoch-ms", "1770113730009", "2026-02-03T10:15:30.009Z"),
        ("iso-utc", "2026-03-01T00:30:00+01:00", "2026-02-28T23:30:00Z"),
        ("iso-utc", "2026-02-03 10:15:30.9999999Z", "2026-02-03T10:15:30.999Z"),
        ("iso-utc", "2026-02-03T10:15:30.5-0230", "2026-02-03T12:45:30.500Z"),
        ("integer", "iter-12", 12),
        ("boolean-01", "0", False),
        ("boolean-01", "1", True),
        ("lower", "BUILD", "build"),
        ("list-comma", "a,b", ["a", "b"]),
        ("absent", "UNKNOWN", None),
    ],
)
def test_converter(convert: str, old: str, new: object) -> None:
    assert CONVERTERS[convert](old) == new


def rule(name: str, **fields: object) -> Rule:
    return Rule.model_validate({"id": name, "brief": "It mends.", "field": "f", **fields})


def test_the_first_rule_that_fits_mends_and_is_named() -> None:
    rules = [
        rule("words", values={"PASS": "ok"}),
        rule("digits", match="^[0-9]+$", convert="epoch-s"),
        rule("all", match="^.*$", convert="lower"),
    ]
    read = value_reader(rules, "string")
    assert read
    assert read("PASS") == ("ok", "words")
    assert read("0") == ("1970-01-01T00:00:00Z", "digits")
    assert read("ABC") == ("abc", "all")


def test_a_value_no_rule_fits_is_read_by_its_type() -> None:
    read = value_reader([rule("words", values={"none": 0})], "integer")
    assert read
    assert read("7") == (7, None)
    assert read("none") == (0, "words")
    assert value_reader([], "string") is None


@pytest.mark.parametrize("text", ["x", "9" * 5000, "99999999999999999"])
def test_what_a_converter_cannot_read_stays_for_the_schema_to_refuse(text: str) -> None:
    read = value_reader([rule("any", match="^.*$", convert="epoch-s")], "string")
    assert read
    assert read(text) == (text, "any")


def test_json_values_are_compared_as_texts_and_stay_values() -> None:
    read = value_reader([rule("words", values={"1": "one", "true": "yes"})], "string")
    assert read
    mend = json_reader(read)
    assert mend(1) == ("one", "words")
    assert mend(True) == ("yes", "words")
    assert mend(2) == (2, None)
    assert mend([1]) == ([1], None)
    assert scalar_text(None) is None
