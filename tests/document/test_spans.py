"""Every key and value remembers exactly where it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brainspec.diagnostic import Span
from tests.document.written import covered, document, is_inside, key, value

TEXT = """\
brief: Größe — 漢字 🧠 "x"
flow: {a: 1, "b c": [x, 'y z', ""], d: }

block:
  list:
    - one
    -
    - two: 2
      three: 3

# a comment that belongs to nobody
folded: plain
   goes on
quoted: "it
  goes on"
literal: |
  first
    second

strip: >-
  a
  b
empty:
last: end
"""


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        (("brief",), 'Größe — 漢字 🧠 "x"'),
        (("flow",), """{a: 1, "b c": [x, 'y z', ""], d: }"""),
        (("flow", "a"), "1"),
        (("flow", "b c"), """[x, 'y z', ""]"""),
        (("flow", "b c", 1), "'y z'"),
        (("flow", "b c", 2), '""'),
        (("flow", "d"), ""),
        (("block",), "list:\n    - one\n    -\n    - two: 2\n      three: 3"),
        (("block", "list"), "- one\n    -\n    - two: 2\n      three: 3"),
        (("block", "list", 1), ""),
        (("block", "list", 2), "two: 2\n      three: 3"),
        (("block", "list", 2, "three"), "3"),
        (("folded",), "plain\n   goes on"),
        (("quoted",), '"it\n  goes on"'),
        (("literal",), "|\n  first\n    second"),
        (("strip",), ">-\n  a\n  b"),
        (("empty",), ""),
        (("last",), "end"),
        ((), TEXT.rstrip("\n")),
    ],
)
def test_a_value_covers_what_was_written(pointer: tuple[str | int, ...], expected: str) -> None:
    assert value(TEXT, *pointer) == expected


@pytest.mark.parametrize("pointer", [("brief",), ("flow", "a"), ("block", "list"), ("block", "list", 2, "three")])
def test_a_key_covers_its_name(pointer: tuple[str | int, ...]) -> None:
    assert key(TEXT, *pointer) == pointer[-1]


def test_a_quoted_key_covers_its_quotes() -> None:
    assert key(TEXT, "flow", "b c") == '"b c"'


def test_what_is_absent_has_the_key_of_the_nearest_that_is_written() -> None:
    assert key(TEXT, "block", "list", 2, "four", 7) == "two: 2\n      three: 3"
    assert covered(TEXT, document(TEXT).span(("block", "lost", "deep"))) == "block"
    assert document(TEXT).span(("lost",)) == document(TEXT).span(())


def test_a_block_text_at_the_end_of_a_file_without_a_line_feed() -> None:
    text = "a: |\n  x\n  yz"
    assert value(text, "a") == "|\n  x\n  yz"
    assert value(text) == text


@pytest.mark.parametrize(
    "written",
    [
        "a: see [](spec:type:b) and [](spec:type:b)",
        'a: "see [](spec:type:b) and \\"[](spec:type:b)"',
        "a: 'it''s [](spec:type:b) and [](spec:type:b)'",
        "a: |\n  see [](spec:type:b)\n\n  and [](spec:type:b)\nb: type:b",
        "a: >\n  see [](spec:type:b)\n  and [](spec:type:b)\nb: type:b",
        "{b: type:b, a: 'see [](spec:type:b) and [](spec:type:b)'}",
    ],
)
def test_characters_of_a_text_are_found_in_every_style(written: str) -> None:
    one = document(written)
    at = one.data["a"].rindex("type:b")
    span = one.within(("a",), at, at + len("type:b"))
    assert covered(written, span) == "type:b"
    last = written.partition("\nb: ")[0].rindex("type:b")
    assert (span.line, span.column) == (written.count("\n", 0, last) + 1, last - written.rfind("\n", 0, last))


def test_characters_that_overlap_themselves_are_counted_right() -> None:
    text = "a: xaaay aaa"
    assert document(text).within(("a",), 6, 8) == Span("specs/demo/types/name.yaml", 1, 10, 1, 12)


def test_characters_that_folding_hides_have_the_whole_text() -> None:
    text = "a: one two\n  three four\n"
    assert covered(text, document(text).within(("a",), 4, 13)) == "one two\n  three four"


def test_no_characters_have_the_whole_text() -> None:
    assert covered("a: one", document("a: one").within(("a",), 1, 1)) == "one"


def test_what_follows_a_thousand_of_its_like_has_the_whole_text() -> None:
    text = "a: " + "x" * 1001
    assert document(text).within(("a",), 999, 1000).column == 1003
    assert covered(text, document(text).within(("a",), 1000, 1001)) == "x" * 1001


GUIDE = "---\ntitle: Use ⟦it⟧\norder: 10\n---\n# One\n\nSee [x\ny](spec:type:name).\n"


def test_front_matter_and_body_of_a_page() -> None:
    page = document(GUIDE, "specs/demo/guides/use.md")
    assert page.data == {"title": "Use ⟦it⟧", "order": 10, "body": "# One\n\nSee [x\ny](spec:type:name).\n"}
    assert covered(GUIDE, page.span(("order",))) == "10"
    assert covered(GUIDE, page.span(("body",))) == page.data["body"]


@pytest.mark.parametrize("part", ["One", "spec:type:name", "[x\ny](spec:type:name)", ".\n", "#"])
def test_characters_of_a_body(part: str) -> None:
    page = document(GUIDE, "specs/demo/guides/use.md")
    at = page.data["body"].index(part)
    assert covered(GUIDE, page.within(("body",), at, at + len(part))) == part


def test_a_page_without_text() -> None:
    page = document("---\ntitle: a\n---\n", "specs/demo/guides/use.md")
    assert page.data["body"] == ""
    assert page.span(("body",)) == Span("specs/demo/guides/use.md", 4, 1, 4, 1)


words = st.text("abcä漢🧠 '\"\\:#,[]{}-|>&*!%@`\n\t~", min_size=0, max_size=12)
trees = st.recursive(
    words | st.integers(-9, 9) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(words, trees, min_size=1, max_size=4), st.booleans(), st.integers(20, 120))
def test_spans_of_any_data_cover_text_that_says_the_same(data: dict[str, object], flow: bool, width: int) -> None:
    import yaml

    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, width=width, sort_keys=False)
    one = document(text)
    assert one.data == data
    for pointer in one.places:
        span = one.span(pointer)
        assert is_inside(text, span)
        indent = " " * (span.column - 1)
        assert yaml.safe_load(indent + covered(text, span)) == one.value(pointer)
