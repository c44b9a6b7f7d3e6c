"""Every code has a manual page, and its examples show what it says: the Bad one is found, the Good one is clean."""

import re
from pathlib import Path

import pytest

from brainspec.catalogue import catalogue
from brainspec.diagnostic import Diagnostic, Span
from tests.repository.tree import ROOT
from tests.rules.manual import Example, examples

CODES = catalogue()

# Flaws that text files of one project cannot show, and the tests that show them.
ELSEWHERE = {
    slug: path
    for path, slugs in {
        "tests/document": "link-outside stray-file file-too-large not-utf8 unseen-character merge-conflict too-deep "
        "too-many-values",
        "tests/registry": "no-project no-capability",
        "tests/rules/test_rules.py": "file-too-long more-findings too-many-exclusions unusable-schema",
        "tests/rules/test_budgets.py": "crowded-picture duplicate-heading long-definition long-guide long-page "
        "long-questions long-skill over-budget oversized-skill",
        "tests/test_writer.py": "stale-artefact missing-artefact orphaned-artefact",
        "tests/prove": "failed-vector judges-disagree",
        "tests": "broken-event broken-line forgotten-start legacy-line long-line loose-spelling no-event "
        "too-many-fields unfinished-line unknown-event",
    }.items()
    for slug in slugs.split()
}
SHOWN = [slug for slug in CODES if slug not in ELSEWHERE]


def is_found(one: Diagnostic, code: str, marked: Span) -> bool:
    """Tell whether a finding has this code at the marked place; an empty mark says only where it begins."""
    is_point = (marked.line, marked.column) == (marked.end_line, marked.end_column)
    starts = (one.span.path, one.span.line, one.span.column) == (marked.path, marked.line, marked.column)
    return one.code.slug == code and (starts if is_point else one.span == marked)


def shown(found: list[Diagnostic]) -> str:
    return "\n".join(
        f"{one.span}-{one.span.end_line}:{one.span.end_column} {one.code.slug}: {one.message}" for one in found
    )


@pytest.mark.parametrize("slug", CODES)
def test_a_page_begins_with_one_sentence(slug: str) -> None:
    first, blank, *_ = [*CODES[slug].page.split("\n"), ""]
    assert re.fullmatch(r"[A-Z`0-9].{8,118}[.]", first), first
    assert blank == ""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)


@pytest.mark.parametrize("slug", SHOWN)
def test_a_page_shows_one_bad_and_one_good_example(slug: str) -> None:
    pair = examples(CODES[slug].page)
    assert list(pair) == ["Bad", "Good"]
    assert len(pair["Bad"].marked) == 1
    assert pair["Good"].marked == ()
    assert pair["Good"].files


@pytest.mark.parametrize("slug", SHOWN)
def test_the_bad_example_is_found_where_it_is_marked_and_nothing_else_is_wrong(slug: str, tmp_path: Path) -> None:
    bad: Example = examples(CODES[slug].page)["Bad"]
    found = bad.compile(tmp_path)
    own = [one for one in found if one.code.slug == slug]
    assert own, shown(found)
    assert [is_found(one, slug, bad.marked[0]) for one in own] == [True], shown(found)
    assert [one for one in found if one.is_error and one.code.slug != slug] == [], shown(found)
    assert own[0].message
    assert own[0].help


@pytest.mark.parametrize("slug", SHOWN)
def test_the_good_example_is_clean(slug: str, tmp_path: Path) -> None:
    found = examples(CODES[slug].page)["Good"].compile(tmp_path)
    assert [one for one in found if one.is_error or one.code.slug == slug] == [], shown(found)


@pytest.mark.parametrize("slug", ELSEWHERE)
def test_what_no_page_shows_has_a_test_of_its_own(slug: str) -> None:
    assert slug in CODES
    assert examples(CODES[slug].page) == {}
    path = ROOT / ELSEWHERE[slug]
    files = sorted(set(path.rglob("*.py")) - {Path(__file__)}) if path.is_dir() else [path]
    assert any(f'"{slug}"' in file.read_text(encoding="utf-8") for file in files)
