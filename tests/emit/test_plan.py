"""The plan: computed order, batches, and each regex that Brain's scripts read it with."""

import re

import pytest

from brainspec.emit.plan import ordered, steps
from brainspec.model import Definition, Id
from brainspec.model.story import Task
from tests.emit.demo import artefact

PLAN = "docs/IMPLEMENTATION_PLAN.md"
IDS = ["41.1.1", "41.1.2"]


def task(number: str, *depends: str) -> Definition[Task]:
    parts = {"title": "Do it", "priority": "LOW", "goal": "Done.", "accept": ["true"], "if_blocked": "Stop."}
    body = Task.model_validate({"id": number, "depends": depends, **parts})
    return Definition(Id("demo", "task", number), body, document=None)  # type: ignore[arg-type]


def names(tasks: list[Definition[Task]]) -> list[str]:
    return [one.id.name for one in tasks]


def test_a_task_comes_after_those_it_needs_and_else_by_number() -> None:
    tasks = [task("41.1.10"), task("41.1.2", "41.1.10"), task("41.1.3"), task("41.1.9", "40.1.1")]
    assert names(ordered(tasks)) == ["41.1.3", "41.1.9", "41.1.10", "41.1.2"]
    assert [names(step) for step in steps(tasks)] == [["41.1.3", "41.1.9", "41.1.10"], ["41.1.2"]]


def test_tasks_in_a_circle_come_last() -> None:
    assert names(ordered([task("41.1.1", "41.1.2"), task("41.1.2", "41.1.1"), task("41.1.3")])) == [
        "41.1.3",
        "41.1.1",
        "41.1.2",
    ]


@pytest.mark.parametrize(
    "pattern",
    [
        r"^- \[ \]",
        r"^\s*-\s*\[ \]",
        r"^(?:\s*)-\s\[[ x]\]\s*(?:.*)$",
        r"^\- \[(?:x|~| |\?)\] \*\*[0-9]",
    ],
    ids=["pick the next", "all done", "monitor", "snapshot"],
)
def test_every_reader_finds_every_task_and_nothing_else(pattern: str) -> None:
    found = [line for line in artefact(PLAN).splitlines() if re.search(pattern, line)]
    assert [re.findall(r"[0-9.]+", line)[0] for line in found] == IDS


@pytest.mark.parametrize(
    "pattern",
    [
        r"^\s*-\s\[x\]\s\*\*([0-9]+\.[0-9A-Z.]+)\*\*",
        r"^- \[x\] \*\*([0-9]+(?:\.[0-9A-Za-z]+)+)\*\*",
        r"^- \[x\] \*\*([^*]+)\*\* .*\*\*\[(?:HIGH|MEDIUM|LOW)\]\*\*$",
    ],
    ids=["copy back", "tidy up", "history"],
)
def test_every_reader_of_done_tasks_finds_every_number(pattern: str) -> None:
    done = artefact(PLAN).replace("- [ ]", "- [x]")
    assert re.findall(pattern, done, re.MULTILINE) == IDS


def test_every_task_has_the_three_bullets_that_tidying_demands_right_below_it() -> None:
    blocks = re.split(r"^- \[ \] .*\n", artefact(PLAN), flags=re.MULTILINE)[1:]
    assert [re.findall(r"^  - \*\*([\w ]+):\*\* \S", block, re.MULTILINE)[:3] for block in blocks] == [
        ["Goal", "AC", "If Blocked"]
    ] * len(IDS)
    assert all(len(block.strip().splitlines()) <= 7 for block in blocks)


def test_phases_open_sections_and_all_prose_stands_before_the_first() -> None:
    plan = artefact(PLAN)
    assert re.findall(r"^##\s+Phase\s+([^:]+):\s*(.*)$", plan, re.MULTILINE) == [("41", "Phase A: the queue")]
    after = plan.partition("\n## Phase")[2].splitlines()[1:]
    assert [line for line in after if line and not re.match(r"(?:- \[ \]|  - )", line)] == []


def test_nothing_in_it_misleads_a_reader() -> None:
    plan = artefact(PLAN)
    assert re.findall(r"archive|(?:HIGH|MEDIUM|LOW) PRIORITY|MANUAL REVIEW", plan, re.IGNORECASE) == []
    assert re.findall(r"^\s*[0-9]+[.)] ", plan, re.MULTILINE) == []
