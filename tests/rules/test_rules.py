"""Rules whose flaw takes more lines than a manual page has, and what holds for all rules."""

from pathlib import Path

import pytest

from brainspec.catalogue import catalogue
from brainspec.diagnostic import MOST_OF_A_SORT, Diagnostic
from brainspec.document import Source, parse
from brainspec.model import shape
from brainspec.pipeline import compile_project
from brainspec.prove import prove
from brainspec.registry import link
from brainspec.rules import RULES
from brainspec.rules.rule import rule
from tests.mini import PROJECT, Mini, mini


def found(project: Mini, code: str) -> list[Diagnostic]:
    return [one for one in compile_project(project.root).findings if one.code.slug == code]


def requirement(number: int, more: str = "") -> str:
    return (
        f"  - {{id: DMO-{number:03}, for: service, subject: the service, level: may, predicate: wait, why: It is late."
        f"{more}}}\n"
    )


def test_a_file_of_two_hundred_lines_is_not_too_long(tmp_path: Path) -> None:
    project = mini(tmp_path)
    text = "brief: A name.\n" + "# more\n" * 198 + "schema: {type: string, maxLength: 40}\n"
    project.write("specs/demo/types/name.yaml", text)
    assert found(project, "file-too-long") == []
    project.write("specs/demo/types/name.yaml", "# one more\n" + text)
    (one,) = found(project, "file-too-long")
    assert (str(one.span), one.severity) == ("specs/demo/types/name.yaml:2:1", "warning")
    assert "201 lines" in one.message


def test_ten_exclusions_are_allowed_and_the_eleventh_is_not(tmp_path: Path) -> None:
    project = mini(tmp_path)
    project.write("specs/demo/capability.yaml", CAPABILITY)
    head = "topic: Waiting\nbrief: What may wait.\nrequirements:\n"
    excluded = [requirement(number, ", excluded: {why: Later., until: 0.2.0}") for number in range(1, 12)]
    project.write("specs/demo/requirements/waiting.yaml", head + "".join(excluded[:10]))
    assert found(project, "too-many-exclusions") == []
    project.write("specs/demo/requirements/waiting.yaml", head + "".join(excluded))
    (one,) = found(project, "too-many-exclusions")
    assert (one.subject, one.span.line) == ("DMO-011", 14)


CAPABILITY = """\
title: Demo
brief: A demo of one capability.
version: 0.1.0
status: draft
prefix: DMO
classes: {service: The demo.}
"""


def test_every_rule_is_in_the_catalogue_once() -> None:
    codes = [one.code.slug for one in RULES]
    assert len(codes) == len(set(codes))
    assert set(codes) <= set(catalogue())
    assert len(codes) >= 40


def test_a_code_cannot_be_declared_twice() -> None:
    with pytest.raises(ValueError, match="long-brief is declared twice"):

        @rule("error")
        def long_brief() -> None:
            """Again."""


def test_what_is_absent_is_not_missed_while_a_file_is_unread(tmp_path: Path) -> None:
    project = mini(tmp_path)
    source = "title: Wishes\nbrief: What people asked for.\ngroups: [{title: All, rows: [{id: W1, brief: A wish.}]}]\n"
    project.write("specs/sources/wish.yaml", source)
    assert found(project, "unanswered-row")
    project.write("specs/demo/answers/wish.yaml", "topic: [\n")
    assert found(project, "unanswered-row") == []
    assert found(project, "bad-syntax")


def test_what_breaks_a_rule_is_not_executed(tmp_path: Path) -> None:
    project = mini(tmp_path)
    project.write(
        "specs/demo/types/name.yaml",
        'brief: A name.\nschema: {type: string, pattern: "^(a+)+$", maxLength: 4}\nexamples: [{name: b, value: b}]\n',
    )
    compiled = compile_project(project.root)
    assert "hostile-pattern" in [one.code.slug for one in compiled.findings]
    assert "example-refused" not in [one.code.slug for one in compiled.findings]
    assert compiled.proved is not None
    assert compiled.proved.proofs == ()


@pytest.mark.parametrize("unit", ["a?", "\\\\d"])
def test_a_pattern_nobody_could_review_is_not_even_read(tmp_path: Path, unit: str) -> None:
    project = mini(tmp_path)
    pattern = f"^{unit * 500}$"
    text = f'brief: A name.\npattern_means: letters\nschema: {{type: string, pattern: "{pattern}", maxLength: 4}}\n'
    project.write("specs/demo/types/name.yaml", text)
    assert {one.code.slug for one in compile_project(project.root).findings if one.is_error} == {"hostile-pattern"}


def test_a_schema_that_no_rule_looked_at_is_refused_before_it_is_used() -> None:
    text = 'brief: A name.\nschema: {items: {$ref: "#/$defs/lost"}}\nexamples: [{name: a, value: [a]}]\n'
    files = {
        "specs/project.yaml": PROJECT,
        "specs/demo/capability.yaml": CAPABILITY,
        "specs/demo/types/name.yaml": text,
    }
    documents = [parse(Source(path, content))[0] for path, content in files.items()]
    registry, unlinked = link(each for one in documents if one for each in shape(one)[0])
    assert unlinked == []
    _, found = prove(registry)
    assert [(one.code.slug, str(one.span)) for one in found] == [("unusable-schema", "specs/demo/types/name.yaml:2:9")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("brief: A.\nnote: |\n" + "  [](spec:type:nmae)\n" * 5000 + "schema: {type: string}\n", "unknown-reference"),
        ("brief: A.\nnote: |\n" + "  TODO by day\n" * 5000 + "schema: {type: string}\n", "unfinished-text"),
        ("brief: A.\nschema: {type: string}\nexamples: [" + "{nmae: a}, " * 5000 + "]\n", "missing-field"),
        ("brief: A.\nschema: {enum: [" + "no, " * 5000 + "a]}\n", "ambiguous-scalar"),
    ],
    ids=["links", "prose", "shape", "text"],
)
def test_a_file_with_thousands_of_flaws_names_the_first_and_says_so(tmp_path: Path, text: str, code: str) -> None:
    project = mini(tmp_path)
    project.write("specs/demo/types/name.yaml", text)
    named = found(project, code)
    (more,) = [one for one in found(project, "more-findings") if f"`{code}`" in one.message]
    assert len(named) == MOST_OF_A_SORT
    assert max(one.span for one in named) < more.span


def test_all_findings_up_to_the_limit_are_named_in_every_file(tmp_path: Path) -> None:
    project = mini(tmp_path)
    note = "brief: A.\nnote: |\n" + "  TODO by day\n" * MOST_OF_A_SORT
    for name in ("name", "label"):
        project.write(f"specs/demo/types/{name}.yaml", note + "schema: {type: string}\n")
    assert len(found(project, "unfinished-text")) == 2 * MOST_OF_A_SORT
    assert found(project, "more-findings") == []


def test_a_silence_holds_for_more_findings_than_are_listed(tmp_path: Path) -> None:
    project = mini(tmp_path)
    times = ", ".join(f"{number // 60}:{number % 60:02}" for number in range(MOST_OF_A_SORT + 50))
    text = "brief: A time.\n{}schema: {{type: string, enum: [" + times + "]}}\n"
    project.write("specs/demo/types/name.yaml", text.format(""))
    assert len(found(project, "ambiguous-scalar")) == MOST_OF_A_SORT
    silence = "silence: [{rule: ambiguous-scalar, why: They are read here only., until: 9.0.0}]\n"
    project.write("specs/demo/types/name.yaml", text.format(silence))
    assert [one.code.slug for one in compile_project(project.root).findings] == []


def test_a_silence_is_not_called_unused_while_errors_hide_what_it_silences(tmp_path: Path) -> None:
    project = mini(tmp_path)
    silenced = (
        "brief: A name.\nsilence: [{rule: long-page, why: It is a list., until: 9.0.0}]\nschema: {type: string}\n"
    )
    project.write("specs/demo/types/name.yaml", silenced)
    assert found(project, "unused-silence")
    project.write("specs/demo/types/other.yaml", "brief: no end\nschema: {type: string}\n")
    assert found(project, "unused-silence") == []
    assert found(project, "broken-brief")
