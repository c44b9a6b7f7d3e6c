"""Inclusions: what is wrong with one, to the character."""

from pathlib import Path

import pytest

from brainspec.emit.inclusions import SHOWN
from brainspec.model import ITEM_KINDS, KINDS
from brainspec.pipeline import compile_project
from brainspec.semantics.inclusions import FORMS
from tests.emit.demo import demo

CODES = ("bad-inclusion", "misplaced-inclusion", "unknown-reference")
GUIDE = "specs/jobs/guides/how-it-works.md"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo(tmp_path_factory.mktemp("demo") / "project")


def findings(project: Path, line: str) -> list[tuple[int, int, str, str]]:
    """Return column, end, message and help of what is found in a guide with this line."""
    (project / GUIDE).write_text(f"---\ntitle: How it works\norder: 10\n---\n{line}\n", encoding="utf-8")
    found = [one for one in compile_project(project).findings if one.code.slug in CODES]
    return [(one.span.column, one.span.end_column, one.message, one.help) for one in found]


def test_every_form_is_shown_and_is_for_kinds_that_exist() -> None:
    assert SHOWN.keys() == FORMS.keys()
    assert {kind for form in FORMS.values() for kind in form.kinds} <= {*KINDS, *ITEM_KINDS}


@pytest.mark.parametrize(
    "line",
    [
        "<!-- include: example event:job-end failed as=marker -->",
        "<!-- include: example event:job-end -->",
        "<!-- include: example operation:submit-job as=python -->",
        "<!-- include: refused event:job-end masked-exit without-outcome -->",
        "<!-- include: fields event:job-end outcome error -->",
        "<!-- include: fields type:outcome -->",
        "<!-- include: requirements JOB-001 JOB-002 -->",
        "<!-- include: requirements requirements:outcome -->",
        "<!-- include: diagram machine:job A job -->",
        "<!-- include: transitions machine:job -->",
        "<!-- include: decision decision:where-it-runs -->",
        "<!-- include: rules mapping:old-lines done-line -->",
        "<!-- include: rules stream:queue -->",
        "<!-- include: spans stream:queue -->",
        "<!-- include: table settings:limits -->",
        "<!-- include: table problems:submit -->",
        "<!-- include: table table:jobs -->",
        "<!-- include: sql query:failed-jobs bad-day -->",
        "<!-- include: panels jobs -->",
        "<!-- include: answers answers:wishes -->",
        "`<!-- include: nothing at all -->`",
    ],
)
def test_what_can_be_included(project: Path, line: str) -> None:
    assert findings(project, line) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "<!-- include: exmaple event:job-end -->",
            (15, 22, "There is no inclusion `exmaple`.", "Did you mean `example`?"),
        ),
        (
            "<!-- include: diagram event:job-end A -->",
            (23, 36, "`diagram` shows no event.", "It is for: machine."),
        ),
        (
            "<!-- include: example event:job-end faild -->",
            (37, 42, "Nothing here is called `faild`.", "Did you mean `failed`?"),
        ),
        (
            "<!-- include: example event:job-end failed passed -->",
            (44, 50, "`passed` is one word too many.", "Remove it."),
        ),
        (
            "<!-- include: example event:job-end failed as=xml -->",
            (44, 50, "It cannot be shown as `xml`.", "Write `as=` with json or marker."),
        ),
        (
            "<!-- include: fields event:job-end as=json -->",
            (36, 43, "There is no option `as` here.", "Remove it."),
        ),
        (
            "<!-- include: requirements JOB-001 JOB-009 -->",
            (36, 43, "Nothing here is called `JOB-009`.", "Did you mean `JOB-001` or `JOB-002` or `JOB-003`?"),
        ),
        (
            "<!-- include: diagram machine:job The job -->",
            (35, 42, "Nothing here is called `The job`.", "Did you mean `A job`?"),
        ),
        (
            "<!-- include: diagram machine:job -->",
            (23, 34, "Something must be named after the id.", "It has: A job."),
        ),
        (
            "See <!-- include: fields type:outcome -->",
            (5, 42, "Nothing is included here.", "Write it alone on its line, as `<!-- include: form id … -->`."),
        ),
        (
            "<!--include: fields type:outcome-->",
            (1, 36, "Nothing is included here.", "Write it alone on its line, as `<!-- include: form id … -->`."),
        ),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(project: Path, line: str, expected: tuple[int, int, str, str]) -> None:
    assert findings(project, line) == [expected]
