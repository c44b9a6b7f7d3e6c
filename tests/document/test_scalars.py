"""Unquoted values mean what JSON would say; where another reader would differ there is a warning."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from brainspec.diagnostic import Diagnostic, Span
from brainspec.document import Source, findings, parse, scalar

PATH = "specs/demo/types/name.yaml"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-7", -7),
        ("999999999999999999", 10**18 - 1),
        ("1.50", 1.5),
        ("-0.25", -0.25),
        ("OK: no", "OK: no"),
        ("1.2.3", "1.2.3"),
    ],
)
def test_what_an_unquoted_scalar_means(text: str, expected: object) -> None:
    assert scalar.plain(text) == expected
    assert type(scalar.plain(text)) is type(expected)
    assert not scalar.is_ambiguous(text)


OTHERS = """
on off yes no y n On NO True FALSE Null = 0123 +5 1_000 0x1F 0o17 0b11 12:30 -1:30:00 1e3 1.5e+3 .5 5. .inf -.INF .nan
2026-01-25 2026-1-5T1:00:00Z 1000000000000000000 0.1234567890123456789
"""


@pytest.mark.parametrize("text", OTHERS.split())
def test_what_other_readers_would_not_take_for_text_is_text_with_a_warning(text: str) -> None:
    assert scalar.plain(text) == text
    document, found = parse(Source(PATH, f"a: {text}\nb: '{text}'\n"))
    assert document is not None
    assert document.data == {"a": text, "b": text}
    assert found == [
        Diagnostic(
            findings.AMBIGUOUS_SCALAR,
            f"`{text}` is text here, and something else to other YAML readers.",
            Span(PATH, 1, 4, 1, 4 + len(text)),
            f'Quote it: "{text}"; a number has plain decimal digits.',
        )
    ]


@pytest.mark.parametrize("key", ["on", "off", "yes", "no", "y", "n", "On", "NO"])
def test_a_switch_as_a_key_is_refused_unless_it_is_quoted(key: str) -> None:
    document, found = parse(Source(PATH, f"{key}: 1\n"))
    assert document is None
    assert [(one.code.slug, one.span) for one in found] == [("bad-key", Span(PATH, 1, 1, 1, 1 + len(key)))]
    quoted, none = parse(Source(PATH, f'"{key}": 1\n'))
    assert quoted is not None
    assert quoted.data == {key: 1}
    assert none == []


def test_a_million_digits_cost_nothing() -> None:
    text = "1" * 1_000_000
    assert scalar.plain(text) == text
    assert scalar.is_ambiguous(text)
    assert not scalar.is_ambiguous(text + "x")
    assert not scalar.is_ambiguous("1:1" * 300_000 + "x")


@given(st.from_regex(r"[-+]?[0-9a-fxobeEnNyYtTZ.:_ -]{1,12}", fullmatch=True) | st.text(max_size=8))
def test_where_there_is_no_warning_the_usual_reader_agrees(text: str) -> None:
    resolver = yaml.CSafeLoader("")
    tag = resolver.resolve(yaml.ScalarNode, text, (True, False))
    value = scalar.plain(text)
    kinds = {bool: "bool", int: "int", float: "float", str: "str", type(None): "null"}
    if not scalar.is_ambiguous(text):
        assert tag == f"tag:yaml.org,2002:{kinds[type(value)]}" or text == "<<"
