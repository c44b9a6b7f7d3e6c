"""Links, inclusions and requirement numbers are found in prose and left alone in code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brainspec.document.markdown import Token, tokens


def found(text: str) -> list[tuple[str, str]]:
    return [(one.form, one.target) for one in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See [the run](spec:machine:run).", [("link", "machine:run")]),
        (
            "[](spec:setting:most) and [](spec:type:a#/maxLength)",
            [("link", "setting:most"), ("link", "type:a#/maxLength")],
        ),
        ("[out](https://example.org) is no reference", []),
        ("By OBS-004, not by XOBS-004, OBS-0041 or a-OBS-004.", [("number", "OBS-004")]),
        ("[OBS-004](spec:OBS-004) once", [("link", "OBS-004")]),
        ("`OBS-004` and ``[](spec:type:`a)``", []),
        ("```text\n[](spec:type:a)\n```\nOBS-001", [("number", "OBS-001")]),
        ("~~~\nOBS-002\n```\nOBS-003\n~~~\nOBS-001", [("number", "OBS-001")]),
        ("```text\nOBS-002 to the end", []),
        ("<!-- include: requirements OBS-003 OBS-011 -->", [("include", "OBS-003")]),
        ("    <!-- include: sql query:a -->", []),
        ("text <!-- include: sql query:a -->", []),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_an_inclusion_has_form_id_and_words() -> None:
    text = "One.\n<!-- include: example event:tool-end failed as=marker -->\n"
    assert tokens(text) == [
        Token("include", 5, len(text) - 1, "event:tool-end", 27, include_form="example", words=("failed", "as=marker"))
    ]


@given(
    st.lists(
        st.sampled_from(
            ["a", "`", "``", "\n", "```", "~~~", "[", "](spec:", ")", "type:a", "OBS-001", "<!-- include: x y -->"]
        )
    ).map("".join)
)
def test_places_are_those_of_the_text(text: str) -> None:
    for one in tokens(text):
        assert text[one.target_start : one.target_end] == one.target
        assert one.start <= one.target_start <= one.target_end <= one.end
