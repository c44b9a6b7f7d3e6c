"""What a text is refused for, and that nothing a text can hold gets further than that."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from brainspec.diagnostic import Diagnostic, Span
from brainspec.document import Source, parse, scalar
from brainspec.document.build import MAX_DEPTH, MAX_NODES
from tests.document.written import is_inside

PATH = "specs/demo/types/name.yaml"


def refused(text: str, path: str = PATH) -> Diagnostic:
    document, found = parse(Source(path, text))
    assert document is None
    return found[-1]


def at(line: int, column: int, end_line: int, end_column: int) -> Span:
    return Span(PATH, line, column, end_line, end_column)


@pytest.mark.parametrize(
    ("text", "code", "span"),
    [
        ("a: 1\na: 2\n", "duplicate-key", at(2, 1, 2, 2)),
        ("a: {b: 1, 'b': 2}\n", "duplicate-key", at(1, 11, 1, 14)),
        ("a: &x 1\n", "anchor", at(1, 4, 1, 8)),
        ("a: &x [1]\n", "anchor", at(1, 4, 1, 8)),
        ("&x a: 1\n", "anchor", at(1, 1, 1, 5)),
        ("a: *x\n", "anchor", at(1, 4, 1, 6)),
        ("*x : 1\n", "anchor", at(1, 1, 1, 3)),
        ("a: {<<: {b: 1}}\n", "anchor", at(1, 5, 1, 7)),
        ("a: !!str x\n", "tag", at(1, 4, 1, 11)),
        ("a: !!python/object/apply:os.system [x]\n", "tag", at(1, 4, 1, 37)),
        ("a: ! x\n", "tag", at(1, 4, 1, 7)),
        ("%YAML 1.1\n---\na: 1\n", "tag", at(1, 1, 2, 4)),
        ("%TAG ! tag:x,2000:\n---\na: 1\n", "tag", at(1, 1, 2, 4)),
        ("a: 1\n---\nb: 2\n", "second-document", at(2, 1, 2, 4)),
        ("a: 1\n...\nb: 2\n", "second-document", at(3, 1, 3, 2)),
        ("{[a]: 1}\n", "bad-key", at(1, 2, 1, 3)),
        ("? {a: 1}\n: 1\n", "bad-key", at(1, 3, 1, 4)),
        ("a:\n\tb: 1\n", "tab-indentation", at(2, 1, 2, 2)),
        ("a: `x`\n", "unquoted-value", at(1, 4, 1, 5)),
        ("a: @x\n", "unquoted-value", at(1, 4, 1, 5)),
        ("a: %x\n", "unquoted-value", at(1, 4, 1, 5)),
        ("a: b: c\n", "unquoted-value", at(1, 5, 1, 6)),
        ("a: [](spec:type:b)\n", "unquoted-value", at(1, 6, 1, 7)),
        ('a: "x\n', "bad-syntax", at(2, 1, 2, 1)),
        ("a: [1, 2\n", "bad-syntax", at(2, 1, 2, 1)),
        ("a: - b\n", "unquoted-value", at(1, 4, 1, 5)),
        ("a:\n- b\n c\n d: e", "unquoted-value", at(4, 3, 4, 4)),
        ("a:\n  - b\n  c: d\n", "bad-syntax", at(3, 3, 3, 4)),
        ("a: 1\nb\nc: 2\n", "bad-syntax", at(3, 1, 3, 2)),
        ('a: "\\w"\n', "bad-syntax", at(1, 5, 1, 6)),
        ("", "empty-file", at(1, 1, 1, 1)),
        ("# nothing\n\n", "empty-file", at(1, 1, 1, 1)),
        ("---\n", "empty-file", at(1, 1, 1, 1)),
        ("- a\n", "not-a-mapping", at(1, 1, 1, 1)),
        ("text\n", "not-a-mapping", at(1, 1, 1, 1)),
        ("a: 1\n<<<<<<< ours\nb: 1\n", "merge-conflict", at(2, 1, 2, 9)),
        ("a: 1\n||||||| base\n", "merge-conflict", at(2, 1, 2, 9)),
        ("a: 1\n=======\n", "merge-conflict", at(2, 1, 2, 8)),
        (">>>>>>> theirs\n", "merge-conflict", at(1, 1, 1, 9)),
    ],
)
def test_a_text_is_refused_where_the_flaw_is(text: str, code: str, span: Span) -> None:
    found = refused(text)
    assert (found.code.slug, found.span) == (code, span)
    assert found.help


def test_a_second_key_names_the_first() -> None:
    found = refused("a: {b: 1}\nc: 2\na: 3\n")
    assert [(one.span, one.message) for one in found.related] == [(at(1, 1, 1, 2), "first written here")]


UNSEEN = "\0\x07\x1b\r\x0b\x0c\x7f\x85\x9b\u2028\u2029\u202e\u2066\ufeff\uffff\ud800"


@pytest.mark.parametrize("character", UNSEEN, ids=ascii)
def test_characters_that_nobody_sees_are_refused(character: str) -> None:
    found = refused(f"a: 1\nb: 漢{character}\n")
    assert (found.code.slug, found.span) == ("unseen-character", at(2, 5, 2, 6))
    assert f"U+{ord(character):04X}" in found.message
    assert refused(f"---\ntitle: a\n---\n{character}", "specs/demo/guides/a.md").code.slug == "unseen-character"


def test_a_text_may_hold_them_as_escapes() -> None:
    document, found = parse(Source(PATH, '"a": "\\e[0m\\u2028"\n'))
    assert document is not None
    assert (document.data, found) == ({"a": "\x1b[0m\u2028"}, [])


def nested(depth: int) -> str:
    return "a: " + "[" * (depth - 1) + "]" * (depth - 1)


def test_nesting_is_allowed_up_to_the_limit() -> None:
    document, found = parse(Source(PATH, nested(MAX_DEPTH)))
    assert document is not None
    assert found == []
    assert refused(nested(MAX_DEPTH + 1)).code.slug == "too-deep"


@pytest.mark.parametrize("unit", ["[", "{a: ", "- ", "? ", "[{", "!x [", "&x ["])
def test_nesting_that_would_overflow_a_parser_is_refused(unit: str) -> None:
    found = refused(unit * 100_000)
    assert found.code.slug in {"too-deep", "bad-key", "tag", "anchor"}
    assert found.span.line == 1


def test_the_number_of_values_is_bounded() -> None:
    fits = "a: [" + "1," * (MAX_NODES - 3) + "]"
    document, found = parse(Source(PATH, fits))
    assert document is not None
    assert found == []
    assert refused("a: [" + "1," * (MAX_NODES - 2) + "]").code.slug == "too-many-values"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("# Use\n", Span("specs/demo/guides/use.md")),
        ("---\ntitle: a\n", Span("specs/demo/guides/use.md")),
        ("", Span("specs/demo/guides/use.md")),
    ],
)
def test_a_page_needs_front_matter(text: str, span: Span) -> None:
    found = refused(text, "specs/demo/guides/use.md")
    assert (found.code.slug, found.span) == ("no-front-matter", span)


def test_a_flaw_in_front_matter_has_its_line_in_the_file() -> None:
    found = refused("---\ntitle: a\ntitle: b\n---\ntext\n", "specs/demo/guides/use.md")
    assert (found.code.slug, found.span.line, found.related[0].span.line) == ("duplicate-key", 3, 2)


def test_front_matter_has_no_body() -> None:
    found = refused("---\nbody: a\n---\ntext\n", "specs/demo/guides/use.md")
    assert (found.code.slug, found.span) == ("bad-syntax", Span("specs/demo/guides/use.md", 2, 1, 2, 5))


def test_what_was_found_before_a_refusal_is_kept() -> None:
    _, found = parse(Source(PATH, "a: no\nb: *x\n"))
    assert [one.code.slug for one in found] == ["ambiguous-scalar", "anchor"]


PIECES = """a b: ' " [ ] { } , - ? : | > & * ! % @ ` # --- ... << no 1 0x1 é 漢 🧠 |- >+ ~ ::: <!-- ]( ======= \\"""
pieces = st.sampled_from([*PIECES.split(), *" \n\t\0\r\u2028"])


@given(
    st.text() | st.lists(pieces | st.sampled_from(" \n"), max_size=40).map("".join),
    st.sampled_from(["yaml", "md"]),
)
def test_any_text_gives_a_document_or_says_why_not(text: str, ending: str) -> None:
    document, found = parse(Source(f"specs/demo/types/name.{ending}", text))
    assert (document is None) == any(one.is_error for one in found)
    spans = [one.span for one in found] + [each.span for one in found for each in one.related]
    if document is not None:
        spans += [document.span(pointer, key=key) for pointer in document.places for key in (False, True)]
    assert [span for span in spans if not is_inside(text, span)] == []


def has_scalar_of_its_own(text: str) -> bool:
    events = [event for event in yaml.parse(text, Loader=yaml.CSafeLoader) if isinstance(event, yaml.ScalarEvent)]
    return any(event.implicit[0] and scalar.is_ambiguous(event.value) for event in events)


leaves = st.sampled_from(["", "a", "it's", 'é "', "x: #", "- ,", "no", "0x1", 7, -1.25, True, None])
texts = st.text("abé -", min_size=1, max_size=3)
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=8
)


@given(st.dictionaries(texts, values, min_size=1, max_size=3), st.sampled_from([None, True, False]))
def test_data_is_what_the_usual_reader_gives(data: dict[str, object], flow: bool | None) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow)
    document, _ = parse(Source(PATH, text))
    if not has_scalar_of_its_own(text):
        assert document is not None
        assert document.data == yaml.load(text, Loader=yaml.CSafeLoader)
