"""Links and computed texts in prose, for a page, a skill page and a terminal."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from brainspec.pipeline import compile_project
from brainspec.registry import Registry
from brainspec.semantics.places import Place, place, slug
from brainspec.semantics.prose import Page, plain, relative, resolved
from brainspec.semantics.typography import amount, code, literal, short_hex
from tests.mini import mini

PAGE = "docs/reference/demo/types.md"
SKILL = "skills/domains/x/y.md"


@cache
def registry(repository: str = "") -> Registry:
    with TemporaryDirectory() as folder:
        made = mini(Path(folder))
        project = made.root / "specs/project.yaml"
        project.write_text(project.read_text() + (f"repository: {repository}\n" if repository else ""))
        made.write(
            "specs/demo/settings/limits.yaml",
            "topic: Limits\nbrief: Limits.\nsettings:\n"
            "  - {id: keep, brief: Days., value: 90, unit: d, fixed: true, why: A quarter.}\n"
            "  - {id: word, brief: A word., value: use, fixed: true, why: It is short.}\n"
            "  - {id: key, brief: A key., secret: true, env: BRAIN_KEY, why: Nobody may see it.}\n",
        )
        made.write(
            "specs/demo/types/duration.yaml",
            "brief: A time.\nschema: {type: integer, maximum: 60000, x-unit: ms}\n",
        )
        made.write("specs/demo/fixtures/small.yaml", "brief: A small day.\n")
        made.write(
            "specs/demo/requirements/all.yaml",
            "topic: All\nbrief: All.\nrequirements:\n"
            "  - {id: DMO-001, for: x, subject: it, level: may, predicate: be, why: So.}\n",
        )
        proved = compile_project(made.root).proved
        assert proved
        return proved.registry


@pytest.mark.parametrize(
    ("text", "page", "expected"),
    [
        ("[a name](spec:type:name)", PAGE, "[a name](#name)"),
        ("[a name](spec:type:name)", "docs/DEMO.md", "[a name](reference/demo/types.md#name)"),
        ("[a name](spec:type:name)", SKILL, "a name (`docs/reference/demo/types.md`)"),
        ("[](spec:type:name)", PAGE, "[name](#name)"),
        ("[](spec:setting:keep)", PAGE, "[90 days](settings.md#keep)"),
        ("[](spec:setting:keep)", SKILL, "90 days"),
        ("[](spec:setting:word)", PAGE, "[`use`](settings.md#word)"),
        ("[](spec:setting:key)", PAGE, "[a secret](settings.md#key)"),
        ("[](spec:type:name#/maxLength)", PAGE, "[40](#name)"),
        ("[](spec:type:duration#/maximum)", PAGE, "[60,000 ms](#duration)"),
        ("[](spec:settings:limits)", PAGE, "[Limits](settings.md#limits)"),
        ("[](spec:demo)", PAGE, "[Demo](requirements.md)"),
        ("[](spec:fixture:small)", PAGE, "small (`specs/demo/fixtures/small.yaml`)"),
        ("See DMO-001.", PAGE, "See [DMO-001](requirements.md#dmo-001)."),
        ("See DMO-001.", SKILL, "See DMO-001."),
        ("`DMO-001` and `[x](spec:type:name)`", PAGE, "`DMO-001` and `[x](spec:type:name)`"),
        ("```text\nDMO-001\n```", PAGE, "```text\nDMO-001\n```"),
    ],
)
def test_what_a_page_shows(text: str, page: str, expected: str) -> None:
    assert resolved(Page(registry(), page, "demo"), text) == expected


def test_a_repository_makes_source_paths_links() -> None:
    page = Page(registry("https://forge.example/specs/tree/main"), PAGE, "demo")
    path = "specs/demo/fixtures/small.yaml"
    assert (
        resolved(page, "[](spec:fixture:small)") == f"small ([`{path}`](https://forge.example/specs/tree/main/{path}))"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Keep [](spec:setting:keep), see [the name](spec:type:name).", "Keep 90 days, see the name."),
        ("Mode [](spec:setting:word), DMO-001.", "Mode use, DMO-001."),
    ],
)
def test_what_a_terminal_shows(text: str, expected: str) -> None:
    assert plain(registry(), text, "demo") == expected


def test_a_place_on_the_same_page_is_an_anchor() -> None:
    page = Page(registry(), PAGE, "demo")
    where = place(registry(), registry().need("name", "demo", "type"))
    assert where == Place(PAGE, "name")
    assert relative(page, where) == "#name"


@pytest.mark.parametrize(
    ("heading", "anchor"), [("Run event", "run-event"), ("OBS-004", "obs-004"), ("Brain's own", "brains-own")]
)
def test_an_anchor_is_what_forges_make_of_a_heading(heading: str, anchor: str) -> None:
    assert slug(heading) == anchor


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (90, "d", "90 days"), (1, "d", "1 day"), (24, "h", "24 hours"), (5, "min", "5 minutes"), (30, "s", "30 s"),
        (64, "KiB", "64 KiB"), (1000, None, "1,000"), (0.5, None, "0.5"), (True, None, "on"), ("use", None, "`use`"),
    ],
)  # fmt: skip
def test_amounts(value: object, unit: str | None, expected: str) -> None:
    assert amount(value, unit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a", "`a`"), ("a`b", "``a`b``"), ("`a`", "`` `a` ``"), ("", "an empty text"), ("a\n b", "`a b`")],
)
def test_code(text: str, expected: str) -> None:
    assert code(text) == expected


def test_texts_that_look_like_other_values_are_quoted() -> None:
    assert [literal(one) for one in ("run", "1", 1, None, "a b")] == ["`run`", '`"1"`', "`1`", "`null`", '`"a b"`']


def test_long_hex_digits_are_cut() -> None:
    assert short_hex("a" * 32) == "aaaaaaaa…"
    assert short_hex("a" * 31) == "a" * 31
