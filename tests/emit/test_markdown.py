"""The Markdown that every reader takes alike."""

import pytest

from brainspec.artefact import Fragment
from brainspec.emit.markdown import (
    bullets,
    dotted,
    fence,
    flat,
    folded,
    json_text,
    numbered,
    page,
    quote,
    stacked,
    table_text,
    text,
)


def test_a_table_has_one_line_a_row() -> None:
    assert table_text(("A", "B"), [("x", ""), ("two\nlines", "y")]) == (
        "| A | B |\n| --- | --- |\n| x | |\n| two lines | y |"
    )


def test_a_table_without_rows_is_nothing() -> None:
    assert table_text(("A",), []) == ""


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("a|b", "a\\|b"),
        ("a\\|b", "a\\|b"),
        ("`a|b`", "<code>a&#124;b</code>"),
        ("`^a_|*$` x", "<code>&#94;a&#95;&#124;&#42;&#36;</code> x"),
        ("`a_b` c|d", "`a_b` c\\|d"),
        ("``a`|b``", "<code>a&#96;&#124;b</code>"),
    ],
)
def test_bars_in_cells(cell: str, shown: str) -> None:
    assert table_text(("A",), [(cell,)]).splitlines()[2] == f"| {shown} |"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (":::TOOL_END::: id=1", "  :::TOOL_END::: id=1"),
        ("::RUN:: id=1", "  ::RUN:: id=1"),
        ("[CACHE_HIT] key=1", "  [CACHE_HIT] key=1"),
        ("  :::TOOL_END::: id=1", "  :::TOOL_END::: id=1"),
        ("std::string", "std::string"),
        ("f" * 40, "ffffffff…"),
    ],
)
def test_no_fence_holds_what_a_log_reader_takes_for_real(line: str, shown: str) -> None:
    assert fence("text", f"first\n{line}\n") == f"```text\nfirst\n{shown}\n```"


def test_a_fence_is_longer_than_those_inside() -> None:
    assert fence("markdown", "```json\n1\n```") == "````markdown\n```json\n1\n```\n````"


def test_json_stands_on_one_line_where_it_fits() -> None:
    assert json_text({"a": [1, 2]}) == '{"a": [1, 2]}'
    assert json_text({"a": "x" * 80, "b": [1, {"c": 2}]}) == ('{\n  "a": "' + "x" * 80 + '",\n  "b": [1, {"c": 2}]\n}')


def test_what_is_empty_leaves_no_trace() -> None:
    assert stacked("a", "", "b") == "a\n\nb"
    assert dotted("a", "", "b") == "a · b"
    assert folded("S", "") == ""
    assert text("") == []
    assert flat(page([text("a"), [], text("b")])) == "a\n\nb\n"


def test_lists_and_quotes() -> None:
    assert bullets(["a\nb", "c"]) == "- a b\n- c"
    assert numbered(["a", "b"]) == "1. a\n2. b"
    assert quote(["a", "- b\n- c"]) == "> a\n>\n> - b\n> - c"


def test_the_empty_line_between_blocks_belongs_to_the_second() -> None:
    assert [one.text for one in page([[Fragment("a\n")], [Fragment("b\n")]])] == ["a\n", "\n", "b\n"]
