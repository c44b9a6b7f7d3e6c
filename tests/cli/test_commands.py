"""Every command on good and bad input: exit codes, JSON documents against their published schemas, text."""

import json
from pathlib import Path

import jsonschema
import pytest

from brainspec.commands import COMMANDS
from brainspec.report import documents
from tests.mini import CAPABILITY, Mini, mini

DOCUMENTS = {
    "check": documents.Check,
    "build": documents.Build,
    "show": documents.Shown,
    "explain": documents.Explained,
    "new": documents.Started,
    "trace": documents.Trace,
    "completion": documents.Completion,
}


@pytest.fixture
def project(tmp_path: Path) -> Mini:
    return mini(tmp_path)


def answer(project: Mini, *words: str) -> tuple[int, dict]:
    """Exit code and document of a command; the document has the published shape."""
    from pydantic import TypeAdapter

    result = project.run(*words, "--format", "json")
    document = json.loads(result.stdout)
    shape = documents.Failed if result.exit_code == 2 else DOCUMENTS[words[0]]
    jsonschema.validate(document, TypeAdapter(shape).json_schema())
    assert document["ok"] is (result.exit_code == 0)
    assert document["command"] == words[0]
    return result.exit_code, document


def test_every_command_but_validate_is_tested_here() -> None:
    assert {one.name for one in COMMANDS} - {"validate"} == set(DOCUMENTS)


def test_a_clean_project_exits_0(project: Mini) -> None:
    code, document = answer(project, "check")
    assert (code, document["findings"]) == (0, [])
    assert document["counts"]["definitions"] == 3


def test_a_finding_exits_1_and_has_a_place(project: Mini) -> None:
    project.write("specs/demo/types/name.yaml", "brief: The name.\nschema: {$ref: nmae}\n")
    code, document = answer(project, "check")
    assert code == 1
    [finding] = [one for one in document["findings"] if one["code"] == "unknown-reference"]
    assert (finding["place"]["line"], finding["place"]["column"]) == (2, 16)


def test_text_shows_the_line_with_a_caret(project: Mini) -> None:
    project.write("specs/demo/types/name.yaml", "brief: 12\nschema: {type: string, maxLength: 40}\n")
    result = project.run("check")
    assert result.exit_code == 1
    expected = [
        "error[wrong-type]: `brief` must be a text, not a number.",
        "  --> specs/demo/types/name.yaml:1:8",
        "   |",
        " 1 | brief: 12",
        "   |        ^^",
        '  help: Quote it: "12".',
    ]
    assert result.stdout.splitlines()[: len(expected)] == expected


def test_without_a_project_it_exits_2(tmp_path: Path) -> None:
    code, document = answer(Mini(tmp_path), "check")
    assert code == 2
    assert "no specs folder" in document["problem"]


def test_build_writes_and_then_has_nothing_to_do(project: Mini) -> None:
    code, first = answer(project, "build")
    assert (code, first["removed"]) == (0, [])
    assert first["written"]
    assert all((project.root / path).is_file() for path in first["written"])
    assert answer(project, "build")[1]["unchanged"] == len(first["written"])
    assert answer(project, "build", "--check")[0] == 0


def crowded(project: Mini, silence: str = "[]") -> None:
    """Give the project a page whose guide has too many words, and a silence."""
    page = CAPABILITY.replace("see:", f"page: docs/DEMO.md\nsilence: {silence}\nsee:")
    project.write("specs/demo/capability.yaml", page)
    project.write("specs/demo/guides/use.md", f"---\ntitle: Use\norder: 10\n---\n{'word ' * 351}\n")


def codes(document: dict) -> list[str]:
    return [one["code"] for one in document["findings"]]


def test_what_only_pages_show_is_found_by_a_build_and_never_by_a_check(project: Mini) -> None:
    crowded(project)
    assert codes(answer(project, "check")[1]) == []
    assert codes(answer(project, "build")[1]) == ["long-guide"]
    assert codes(answer(project, "build", "--check")[1]) == ["long-guide"]
    assert codes(answer(project, "check")[1]) == []


def test_only_a_build_knows_that_nothing_needs_a_silence_about_pages(project: Mini) -> None:
    crowded(project, "[{rule: long-page, why: It is a list., until: 9.0.0}]")
    assert codes(answer(project, "check")[1]) == []
    assert codes(answer(project, "build", "--check")[1]) == ["unused-silence", "long-guide"]


def test_a_build_that_finds_nothing_answers_the_next_check(project: Mini) -> None:
    answer(project, "build")
    remembered = sorted((project.root / ".brainspec").iterdir())
    assert answer(project, "check")[1]["counts"]["definitions"] == 3
    assert sorted((project.root / ".brainspec").iterdir()) == remembered


def test_dry_run_writes_nothing(project: Mini) -> None:
    code, document = answer(project, "build", "--dry-run")
    assert code == 0
    assert document["written"]
    assert not (project.root / "docs").exists()


def test_an_error_stops_the_build_before_the_first_byte(project: Mini) -> None:
    project.write("specs/demo/types/other.yaml", "brief: 1\n")
    code, document = answer(project, "build")
    assert (code, document["written"]) == (1, [])
    assert not (project.root / "docs").exists()


@pytest.mark.parametrize("identity", ["demo.type:name", "type:name", "name"])
def test_show_finds_a_definition_by_its_shorter_names(project: Mini, identity: str) -> None:
    code, document = answer(project, "show", identity)
    assert (code, document["id"]) == (0, "demo.type:name")


def test_show_suggests_the_near_name(project: Mini) -> None:
    code, document = answer(project, "show", "demo.type:nmae")
    assert code == 2
    assert "demo.type:name" in document["help"]


def test_explain_prints_the_page(project: Mini) -> None:
    code, document = answer(project, "explain", "duplicate-key")
    assert (code, document["severity"]) == (0, "error")
    assert "⟦" not in project.run("explain", "duplicate-key").stdout


def test_explain_suggests_the_near_code(project: Mini) -> None:
    code, document = answer(project, "explain", "duplicate-keys")
    assert code == 2
    assert "duplicate-key" in document["help"]


def test_new_starts_a_definition_that_checks(project: Mini) -> None:
    code, document = answer(project, "new", "decision", "demo.who-pays")
    assert (code, document["path"]) == (0, "specs/demo/decisions/who-pays.yaml")
    assert answer(project, "check")[0] == 0


@pytest.mark.parametrize(
    "words",
    [
        ("type", "demo.name"),  # is there already
        ("typ", "demo.other"),  # no such kind
        ("type", "../../etc.passwd"),  # no id
        ("type", "demo"),  # no name
        ("requirement", "demo.x"),  # an item of a topic
    ],
)
def test_new_refuses_and_touches_nothing(project: Mini, words: tuple[str, str]) -> None:
    before = sorted(project.root.rglob("*"))
    code, document = answer(project, "new", *words)
    assert code == 2
    assert document["help"]
    assert sorted(project.root.rglob("*")) == before


def test_trace_lists_requirements(project: Mini) -> None:
    project.write("specs/demo/requirements/names.yaml", REQUIREMENT)
    project.write("specs/demo/capability.yaml", CAPABILITY_WITH_CLASS)
    project.write("specs/demo/types/name.yaml", PROVED_NAME)
    code, document = answer(project, "trace")
    [one] = document["requirements"]
    assert (code, one["standing"], one["sentence"]) == (0, "static", "A name **MUST NOT** be empty.")


def test_trace_fails_on_an_unproved_must(project: Mini) -> None:
    project.write("specs/demo/requirements/names.yaml", REQUIREMENT)
    project.write("specs/demo/capability.yaml", CAPABILITY_WITH_CLASS)
    assert answer(project, "trace")[0] == 1


def test_trace_of_sources_fails_on_a_silent_row(project: Mini) -> None:
    project.write("specs/sources/wish.yaml", SOURCE)
    code, document = answer(project, "trace", "--sources")
    assert (code, document["rows"][0]["verdict"]) == (1, "silent")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(project: Mini, shell: str) -> None:
    assert "_BRAINSPEC_COMPLETE" in answer(project, "completion", shell)[1]["script"]


CAPABILITY_WITH_CLASS = """\
title: Demo
brief: A demo of one capability.
version: 0.1.0
status: draft
prefix: DMO
classes: {writer: Anything that writes names.}
see: ["type:name"]
"""
REQUIREMENT = """\
topic: Names
brief: What a name is.
requirements:
  - id: DMO-001
    for: writer
    subject: A name
    level: must-not
    predicate: be empty
    why: Nobody can ask for a thing without a name.
    see: ["type:name"]
"""
PROVED_NAME = """\
brief: The name of a thing.
schema: {type: string, minLength: 1, maxLength: 40}
examples: [{name: short, value: a}]
counterexamples: [{name: empty, value: "", refused_by: {keyword: minLength, at: ""}, verifies: [DMO-001]}]
"""
SOURCE = """\
title: Wish list
brief: What people asked for.
groups: [{title: All, rows: [{id: W1, brief: A name for everything.}]}]
"""
