"""Patterns the language accepts mean the same in Python and Rust, and none of them can be made to hang."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brainspec.rules.ambiguity import Undecided, is_ambiguous
from brainspec.rules.pattern_syntax import BadPattern, parse_pattern
from brainspec.semantics.schemas import validator

HOSTILE = r"""
^(a+)+$ ^(a*)*$ ^(a|a)*$ ^(a|ab|b)*c$ ^([a-z]+)*x$ ^(a?b?)*$ ^(a{1,20}){1,20}$ ^([a-z]{1,3})+$ ^((a|b)+c?)*$ ^(a|a){30}$
^([0-9]+,?)*$ ^(.*x)*$ ^(.*,){11}$ ^(a+b?)+$ ^((ab)*|(aba)*b)*$ ^(?:[^x]|y)*$ ^x(([0-9]+|[a-f]+[0-9]?)*)$
^([a-z]?[a-z]?[a-z]?[a-z]?[a-z]?[a-z]?[a-z]?x)*$
"""
HARMLESS = r"""
^$ ^a$ ^(a|b)$ ^[a-z]+(-[a-z]+)*$ ^([0-9A-Za-z][0-9A-Za-z._-]*)?$ ^[A-Za-z][0-9A-Za-z_]*([.][0-9A-Za-z_]+)*$
^(a|b)*$ ^(ab|ac)*$
^[0-9]{4}-(0[1-9]|1[0-2])T([01][0-9]|2[0-3]):[0-5][0-9](\.[0-9]{3})?Z$ ^([0-9a-f]{2}){16}$ ^(a{1,3}b)*$ ^(a?b)*$
^[a-z]*[a-z]*$ ^(?:[^x]|x)*$ ^(a{20}b)+$
^([0-9a-f]{32}){1,40}$ ^([a-z]{2}){2,40}$ ^https://[!-~]+$ ^(([a-z]+=[0-9]+)(;[a-z]+=[0-9]+)*)?$
"""


@pytest.mark.parametrize("text", HOSTILE.split())
def test_a_loop_that_reads_a_text_in_two_ways_is_found(text: str) -> None:
    assert is_ambiguous(parse_pattern(text))


@pytest.mark.parametrize("text", HARMLESS.split())
def test_a_pattern_that_reads_every_text_in_one_way_is_left_alone(text: str) -> None:
    assert not is_ambiguous(parse_pattern(text))


@pytest.mark.parametrize(
    ("text", "wrong", "is_open"),
    [
        ("", "", True),
        ("a+$", "a", True),
        ("^a+", "+", True),
        (r"^a\$", "$", True),
        ("^a|b$", "^a|b$", True),
        (r"^\d$", r"\d", False),
        (r"^[\w]$", r"\w", False),
        (r"^\bx$", r"\b", False),
        (r"^(a)\1$", r"\1", False),
        ("^(?=a)a$", "(?=", False),
        ("^(?<!a)a$", "(?<", False),
        ("^(?i)a$", "(?i", False),
        ("^(?P<x>a)$", "(?P", False),
        ("^a+?$", "+?", False),
        ("^a++$", "++", False),
        ("^a{2}{3}$", "{2}{", False),
        ("^a{,3}$", "{", False),
        ("^a{3,2}$", "{3,2}", False),
        ("^a{1001}$", "{1001}", False),
        ("^a{1$", "{", False),
        ("^(a$", "(", False),
        ("^a)$", ")", False),
        ("^[a$", "[", False),
        ("^[a-$", "$", False),
        ("^[]$", "[]", False),
        ("^[[:alpha:]]$", "[", False),
        ("^[a&&b]$", "&", False),
        ("^[z-a]$", "z-a", False),
        ("^*a$", "*", False),
        ("^a^b$", "^", False),
        ("^a]$", "]", False),
        (r"^\p{L}$", r"\p", False),
        ("^" + 30 * "(" + 30 * ")" + "$", "(", False),
    ],
)
def test_what_engines_do_not_read_alike_is_refused(text: str, wrong: str, is_open: bool) -> None:
    with pytest.raises(BadPattern) as raised:
        parse_pattern(text)
    assert text[raised.value.start : raised.value.end] == wrong
    assert raised.value.is_open == is_open


@pytest.mark.parametrize("text", ["^(" + "|".join(300 * ["[a-z]"]) + ")*$", "^((a{9}){9}){9}$"])
def test_a_pattern_too_large_to_judge_is_given_up(text: str) -> None:
    with pytest.raises(Undecided):
        is_ambiguous(parse_pattern(text))


PIECES = r"a b ab [ab] [^a] [a-c-] . \. ( (?: ) | * + ? {2} {1,3} {0,12} {2,} - \- \] _"
pieces = st.sampled_from(PIECES.split())


@given(
    st.lists(pieces, max_size=10).map(lambda parts: f"^{''.join(parts)}$"),
    st.lists(st.text("abc.-]_\n", max_size=6), max_size=5),
)
def test_what_is_accepted_means_the_same_in_two_engines(text: str, samples: list[str]) -> None:
    try:
        is_hostile = is_ambiguous(parse_pattern(text))
    except BadPattern:
        return
    rust, python = validator({"pattern": text}), re.compile(text[1:-1])
    if not is_hostile:
        assert [rust.is_valid(one) for one in samples] == [bool(python.fullmatch(one)) for one in samples]


@given(st.text(r"ab[](){}|*+?^$\-,123:=<!.&~", max_size=20))
def test_any_text_is_read_or_refused_at_a_place_it_has(text: str) -> None:
    flaws = []
    try:
        parse_pattern(f"^{text}$")
        re.compile(f"^{text}$")
    except BadPattern as flaw:
        flaws.append((flaw.start, flaw.end))
    assert all(0 <= start < end <= len(text) + 2 for start, end in flaws)
