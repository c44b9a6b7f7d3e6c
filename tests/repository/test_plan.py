"""The generated plan is read right by each of Brain's scripts; every test repeats what one of them does."""

import re
from collections.abc import Iterator

import pytest

from tests.repository.tree import text

PLAN = "docs/IMPLEMENTATION_PLAN.md"
TASK = re.compile(r"^- \[ \] \*\*([0-9]+\.[0-9]+\.[0-9]+)\*\* \S")


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return text(PLAN).splitlines()


@pytest.fixture(scope="module")
def tasks(lines: list[str]) -> list[str]:
    """The numbers of the tasks."""
    found = [match[1] for line in lines if (match := TASK.match(line))]
    assert found
    assert len(set(found)) == len(found)
    return found


def monitored(lines: list[str]) -> Iterator[str]:
    """Yield the tasks that the monitor shows: those in an open `## Phase N:` section."""
    in_phase = False
    for line in lines:
        if re.match(r"##\s+", line):
            in_phase = bool(re.match(r"##\s+Phase\s+([^:]+):\s*(.*)$", line))
        elif re.search("archive", line, re.IGNORECASE) or line.startswith("### MANUAL REVIEW"):
            in_phase = False
        elif in_phase and (match := re.match(r"(\s*)-\s\[([ x])\]\s*(.*)$", line)):
            yield match[3]


def contracts(lines: list[str]) -> Iterator[set[str]]:
    """Yield the names of the bullets under each task, as the tidying script of brain-work reads them."""
    names: set[str] | None = None
    for line in lines:
        if re.match(r"- \[ \]", line):
            if names is not None:
                yield names
            names = set()
        elif names is not None and (match := re.match(r"\s+- \*\*([\w ]+):\*\* \S", line)):
            names.add(match[1])
    if names is not None:
        yield names


def test_picking_the_next_task(lines: list[str], tasks: list[str]) -> None:
    assert len([line for line in lines if re.search(r"^- \[ \]", line)]) == len(tasks)


def test_knowing_when_all_is_done(lines: list[str], tasks: list[str]) -> None:
    assert len([line for line in lines if re.search(r"^\s*-\s*\[ \]", line)]) == len(tasks)


def test_the_monitor(lines: list[str], tasks: list[str]) -> None:
    shown = list(monitored(lines))
    assert [re.findall(r"[0-9.]+", title)[0] for title in shown] == tasks
    assert [line for line in lines if re.search(r"\b(?:HIGH|MEDIUM|LOW) PRIORITY\b", line)] == []


def test_the_snapshot(lines: list[str], tasks: list[str]) -> None:
    assert len([line for line in lines if re.search(r"^\- \[(x|~| |\?)\] \*\*[0-9]", line)]) == len(tasks)


def test_copying_back_what_is_done(lines: list[str], tasks: list[str]) -> None:
    done = [line.replace("- [ ]", "- [x]", 1) for line in lines]
    found = [re.search(r"^\s*-\s\[x\]\s\*\*([0-9]+\.[0-9A-Z.]+)\*\*", line) for line in done]
    assert [match[1] for match in found if match] == tasks


def test_reading_the_priority(lines: list[str], tasks: list[str]) -> None:
    done = [line.replace("- [ ]", "- [x]", 1) for line in lines]
    found = [re.search(r"^- \[x\] \*\*([^*]+)\*\* .*\*\*\[(HIGH|MEDIUM|LOW)\]\*\*$", line) for line in done]
    assert [match[1] for match in found if match] == tasks


def test_tidying_removes_no_section_but_finished_phases(lines: list[str]) -> None:
    headings = [line for line in lines if line.startswith("## ")]
    first = next(at for at, line in enumerate(headings) if line.startswith("## Phase"))
    assert [line for line in headings[first:] if not re.match(r"## Phase [4-9][0-9]: \S", line)] == []
    assert len(set(headings)) == len(headings)


def test_every_task_has_its_contract(lines: list[str], tasks: list[str]) -> None:
    listed = list(contracts(lines))
    known = {"Goal", "AC", "If Blocked", "Inputs", "Outputs", "Depends", "Verification"}
    assert len(listed) == len(tasks)
    assert [task for task, names in zip(tasks, listed, strict=True) if not {"Goal", "AC", "If Blocked"} <= names] == []
    assert [names - known for names in listed if names - known] == []


def test_contracts_stand_right_below_their_task(lines: list[str]) -> None:
    before = zip(["", *lines], lines, strict=False)
    assert [
        line for above, line in before if re.match(r"\s+- \*\*", line) and not above.lstrip().startswith("- ")
    ] == []


def test_nothing_closes_a_section_early_and_nothing_is_numbered(lines: list[str]) -> None:
    assert [line for line in lines if re.search("archive", line, re.IGNORECASE)] == []
    assert [line for line in lines if re.match(r"\s*[0-9]+[.)] ", line)] == []


def test_a_task_number_starts_with_its_phase(lines: list[str]) -> None:
    phase = ""
    for line in lines:
        if heading := re.match(r"## Phase ([0-9]+):", line):
            phase = heading[1]
        elif task := TASK.match(line):
            assert task[1].split(".")[0] == phase
