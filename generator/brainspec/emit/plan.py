"""The plan: phases, and tasks in computed order, in the form that Brain's scripts read."""

from typing import Any

from brainspec.artefact import Artefact, artefact, banner
from brainspec.emit.markdown import Block, Rows, page, table, text
from brainspec.emit.render import render
from brainspec.model import Definition
from brainspec.model.project import Phase
from brainspec.model.story import Task
from brainspec.registry import Proved, Registry
from brainspec.semantics.places import PLAN
from brainspec.semantics.prose import plain
from brainspec.semantics.typography import code, listed

Tasks = list[Definition[Task]]


def plan(proved: Proved) -> list[Artefact]:
    """docs/IMPLEMENTATION_PLAN.md, when there are tasks. All prose stands before the first phase."""
    registry = proved.registry
    tasks = registry.of_kind("task")
    if not tasks:
        return []
    phases = [(letter, one) for letter, one in sorted(registry.project.body.phases.items())]
    by_phase = {letter: [task for task in tasks if _phase_number(task) == one.number] for letter, one in phases}
    used = [(letter, one) for letter, one in phases if by_phase[letter]]
    owner = registry.project
    blocks = [
        text(render("plan", banner=banner("specs/", "plan"), title=registry.project.body.title), owner),
        table(
            ("Phase", "Capabilities", "Tasks", "Needs", "Why it stands here"),
            _phase_rows(registry, used, by_phase),
            owner,
        ),
        text("Tasks with the same step can be done side by side; a step needs the ones before it."),
        table(("Task", "Step", "Needs"), _order_rows(by_phase, used), owner),
    ]
    for letter, one in used:
        blocks += [text(f"## Phase {one.number}: {one.title}", owner), _tasks(registry, ordered(by_phase[letter]))]
    return [artefact(PLAN, page(blocks))]


def ordered(tasks: Tasks) -> Tasks:
    """Tasks so that each comes after those it depends on; by number where that leaves a choice."""
    return [task for step in steps(tasks) for task in step]


def steps(tasks: Tasks) -> list[Tasks]:
    """Batches of tasks that can be done side by side, in order. Those in a circle are one batch, the last."""
    left = {task.id.name: task for task in sorted(tasks, key=lambda task: _natural(task.id.name))}
    batches = []
    while left:
        ready = [task for task in left.values() if not left.keys() & set(task.body.depends)] or list(left.values())
        batches.append(ready)
        left = {name: task for name, task in left.items() if task not in ready}
    return batches


def _natural(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))


def _phase_number(task: Definition[Task]) -> int:
    return _natural(task.id.name)[0]


def _phase_rows(registry: Registry, phases: list[tuple[str, Phase]], by_phase: dict[str, Tasks]) -> Rows:
    for letter, one in phases:
        names = [each.body.title for each in registry.capabilities if each.body.phase == letter]
        needs = sorted(
            {_phase_number_of(name) for task in by_phase[letter] for name in task.body.depends} - {one.number}
        )
        number, count = str(one.number), str(len(by_phase[letter]))
        needed = listed([f"phase {each}" for each in needs]) or "nothing"
        yield (number, listed(names), count, needed, plain(registry, one.why, "")), registry.project


def _phase_number_of(name: str) -> int:
    return _natural(name)[0]


def _order_rows(by_phase: dict[str, Tasks], phases: list[tuple[str, Phase]]) -> Rows:
    for letter, _ in phases:
        for number, batch in enumerate(steps(by_phase[letter]), 1):
            for task in batch:
                yield (task.id.name, str(number), ", ".join(task.body.depends) or "nothing"), task


def _tasks(registry: Registry, tasks: Tasks) -> Block:
    """The tasks as one list: each a line with its contract below."""
    return [line for task in tasks for line in text(render("task", **_task(registry, task)), task)]


def _task(registry: Registry, task: Definition[Task]) -> dict[str, Any]:
    body, capability = task.body, task.id.capability
    return {
        "number": body.id,
        "title": body.title,
        "priority": body.priority,
        "goal": _line(registry, body.goal, capability),
        "accept": f"{' and '.join(map(code, body.accept))} exit 0",
        "if_blocked": _line(registry, body.if_blocked, capability),
        "inputs": ", ".join(map(code, body.inputs)),
        "outputs": ", ".join(map(code, body.outputs)),
        "depends": ", ".join(body.depends),
    }


def _line(registry: Registry, prose: str, capability: str) -> str:
    return " ".join(plain(registry, prose, capability).split())
