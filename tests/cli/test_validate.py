"""`brainspec validate`: exit codes, the JSON document, and the report for people."""

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result
from pydantic import TypeAdapter

from brainspec.cli import group
from brainspec.report import documents
from tests.mini import mini
from tests.repository.tree import ROOT
from tests.semantics.own_events import CANONICAL, END, ITERATION, START


def run(*words: str, given: str | None = None) -> Result:
    return CliRunner().invoke(group, ["validate", *words, "--project", str(ROOT)], input=given, prog_name="brainspec")


def answer(*words: str, given: str | None = None) -> tuple[int, dict]:
    """Exit code and document; the document has the published shape."""
    result = run(*words, "--format", "json", given=given)
    document = json.loads(result.stdout)
    shape = documents.Failed if result.exit_code == 2 else documents.Validated
    jsonschema.validate(document, TypeAdapter(shape).json_schema())
    assert document["ok"] is (result.exit_code == 0)
    return result.exit_code, document


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "run.log"
    path.write_text("\n".join([ITERATION, START, END, "some text", END, ""]))
    return path


def test_old_lines_and_warnings_are_clean(log: Path) -> None:
    code, document = answer(str(log), "--as", "observability.events")
    assert (code, document["lines"], document["legacy"], document["other"]) == (0, 4, 4, 1)
    assert [(one["line"], one["code"], one["level"]) for one in document["findings"]] == [
        (1, "iteration-never-closed", "warning"),
        (5, "tool-never-started", "warning"),
    ]


def test_strict_makes_them_errors(log: Path) -> None:
    assert answer(str(log), "--as", "observability.events", "--strict")[0] == 1


def test_a_rejected_line_exits_1() -> None:
    code, document = answer("-", "--as", "observability.events", given=f"{CANONICAL}\n:::TOOL_EN\n")
    assert (code, document["rejected"], document["files"]) == (1, 1, ["-"])


def test_a_normalized_file_conforms(log: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert answer(str(log), "--as", "observability.events", "--normalize", str(out))[1]["normalized"] == str(out)
    assert answer(str(out), "--as", "observability.events")[1]["conforming"] == 4


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["absent.log", "--as", "observability.events"], "There is no absent.log"),
        ([str(ROOT), "--as", "observability.events"], "Is a directory"),
        (["absent.log", "--as", "observability.evnts"], "There is no stream, type or event `observability.evnts`."),
        (
            ["a", "b", "--as", "observability.events", "--normalize", "c"],
            "Several files cannot be normalized into one.",
        ),
    ],
)
def test_what_cannot_be_done_exits_2(words: list[str], problem: str) -> None:
    code, document = answer(*words)
    assert code == 2
    assert problem in document["problem"]


def test_broken_specs_judge_nothing(tmp_path: Path, log: Path) -> None:
    project = mini(tmp_path)
    project.write("specs/demo/types/name.yaml", "brief: The name.\nschema: {$ref: nmae}\n")
    result = project.run("validate", str(log), "--as", "demo.name")
    assert result.exit_code == 2
    assert "The specs have errors" in result.stderr


def test_the_report_for_people(log: Path) -> None:
    result = run(str(log), "--as", "observability.events")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"{log} as observability.events",
        "",
        "  lines              4",
        "  conforming         0",
        "  legacy             4",
        "  rejected           0",
        "  other              1",
        "  valid as native    3",
        "  valid as imported  1",
        "",
        "Events",
        "  tool_end         2",
        "  iteration_start  1",
        "  tool_start       1",
        "",
        "Old forms, by the rule that read them",
        "  outcome-words    2",
        "  tool-end         2",
        "  iteration-start  1",
        "  tool-start       1",
        "  ts-epoch-ms      1",
        "",
        "Missing in old lines: tool 1.",
        "Taken from other lines: iter 3, run_id 3, tool 1.",
        "",
        "warning[iteration-never-closed]: An iteration started and never ended (run_id run-1770113730-4242, iter 3).",
        "  --> line 1",
        "  help: Write the end on every way out of the iteration, also on a signal.",
        "",
        "warning[tool-never-started]: A tool call ended that never started (call_id tool_1).",
        "  --> line 5",
        "  help: Append to the log; a program that truncates it takes earlier starts with it.",
        "",
        *result.stdout.splitlines()[33:36],
        "0 errors, 2 warnings.",
    ]
    assert result.stdout.splitlines()[33].startswith("Events never seen: cache_config, ")
    assert result.stdout.splitlines()[34].startswith("Fields never seen: ")


def test_nothing_but_the_report_is_printed_into_a_pipe(log: Path) -> None:
    assert run(str(log), "--as", "observability.events").stderr == ""
