"""Tasks of the plan: numbers that last, titles that start with a verb, commands that decide."""

import re
from collections.abc import Iterator
from typing import Any

from brainspec.diagnostic import Related
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule

Findings = Iterator[Finding]
# The verbs by which Brain's monitor makes short titles, and their neighbours.
VERBS = (
    "Add", "Align", "Build", "Change", "Check", "Connect", "Copy", "Create", "Define", "Delete", "Deprecate",
    "Document", "Enable", "Explain", "Export", "Extend", "Extract", "Fix", "Generate", "Implement", "Import", "Improve",
    "Insert", "Install", "Link", "List", "Measure", "Merge", "Migrate", "Move", "Prove", "Publish", "Read", "Refactor",
    "Remove", "Rename", "Replace", "Retire", "Review", "Run", "Set", "Show", "Split", "Test", "Update", "Validate",
    "Verify", "Wire", "Write",
)  # fmt: skip
_ENDS_A_PHASE = re.compile("archiv", re.IGNORECASE)


@rule("error", "task")
def verbless_task(task: Definition[Any], _registry: Registry) -> Findings:
    """The title of a task does not start with a verb.

    Brain's monitor shortens titles by their verb, and a reader sees at once what is to be done.

    Bad:
    ```yaml specs/demo/tasks/demo.yaml
    topic: Demo
    tasks:
      - id: 41.1.1
        title: ⟦The name file⟧
        priority: LOW
        goal: The name is there.
        accept: [test -f NAME]
        if_blocked: Write down why.
    ```
    Good:
    ```yaml specs/demo/tasks/demo.yaml
    topic: Demo
    tasks:
      - id: 41.1.1
        title: Add the name file
        priority: LOW
        goal: The name is there.
        accept: [test -f NAME]
        if_blocked: Write down why.
    ```
    """
    if task.body.title.split(" ")[0] not in VERBS:
        help_ = f"Start it with a verb, such as {', '.join(VERBS[:3])}, Create, Implement or Verify."
        yield Finding(task, ("title",), "This title does not start with a verb that Brain knows.", help_)


@rule("error", "task")
def foreign_task_number(task: Definition[Any], registry: Registry) -> Findings:
    """The number of a task does not start with the number of its capability's phase.

    Bad:
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A capability for one example.
    version: 0.1.0
    status: draft
    phase: A
    prefix: DMO
    ```
    ```yaml specs/demo/tasks/demo.yaml
    topic: Demo
    tasks:
      - id: ⟦42.1.1⟧
        title: Add the name file
        priority: LOW
        goal: The name is there.
        accept: [test -f NAME]
        if_blocked: Write down why.
    ```
    Good:
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A capability for one example.
    version: 0.1.0
    status: draft
    phase: A
    prefix: DMO
    ```
    ```yaml specs/demo/tasks/demo.yaml
    topic: Demo
    tasks:
      - id: 41.1.1
        title: Add the name file
        priority: LOW
        goal: The name is there.
        accept: [test -f NAME]
        if_blocked: Write down why.
    ```
    """
    phase = registry.project.body.phases.get(registry.capability(task.id.capability).body.phase or "")
    if phase and not task.id.name.startswith(f"{phase.number}."):
        message = f"Tasks of this capability start with {phase.number}."
        yield Finding(task, ("id",), message, "Give it the next free number of its phase.")


@rule("error")
def shared_task_number(registry: Registry) -> Findings:
    """Two tasks have the same number.

    Bad:
    ```yaml specs/demo/tasks/demo.yaml
    topic: Demo
    tasks:
      - id: 41.1.1
        title: Add the name file
        priority: LOW
        goal: The name is there.
        accept: [test -f NAME]
        if_blocked: Write down why.
    ```
    ```yaml specs/more/tasks/more.yaml
    topic: More
    tasks:
      - id: ⟦41.1.1⟧
        title: Add the other file
        priority: LOW
        goal: The other is there.
        accept: [test -f OTHER]
        if_blocked: Write down why.
    ```
    ```yaml specs/more/capability.yaml
    title: More
    brief: Another capability.
    version: 0.1.0
    status: draft
    prefix: MOR
    ```
    Good:
    ```yaml specs/demo/tasks/demo.yaml
    topic: Demo
    tasks:
      - id: 41.1.1
        title: Add the name file
        priority: LOW
        goal: The name is there.
        accept: [test -f NAME]
        if_blocked: Write down why.
    ```
    """
    first: dict[str, Definition[Any]] = {}
    for one in registry.of_kind("task"):
        earlier = first.setdefault(one.id.name, one)
        if earlier is not one:
            related = (Related(earlier.span(("id",)), "first used here"),)
            yield Finding(one, ("id",), f"The number {one.id.name} is taken.", "Choose a free one.", related=related)


@rule("error", "task")
def task_without_check(task: Definition[Any], _registry: Registry) -> Findings:
    """A task has no command that decides whether it is done, or one that a plan cannot hold.

    Each is one line that exits 0 when it is done, without a backtick.

    Bad:
    ```yaml specs/demo/tasks/demo.yaml
    topic: Demo
    tasks:
      - id: 41.1.1
        title: Add the name file
        priority: LOW
        goal: The name is there.
        accept: ⟦[]⟧
        if_blocked: Write down why.
    ```
    Good:
    ```yaml specs/demo/tasks/demo.yaml
    topic: Demo
    tasks:
      - id: 41.1.1
        title: Add the name file
        priority: LOW
        goal: The name is there.
        accept: [test -f NAME]
        if_blocked: Write down why.
    ```
    """
    if not task.body.accept:
        yield Finding(task, ("accept",), "Nothing decides whether this is done.", "Add a command that exits 0 then.")
    for number, command in enumerate(task.body.accept):
        if not command.strip() or set(command) & set("`\n"):
            message, help_ = "A plan cannot hold this command.", "Write one line without backticks."
            yield Finding(task, ("accept", number), message, help_)


@rule("error", "task")
def phase_ending_word(task: Definition[Any], _registry: Registry) -> Findings:
    """A task holds a word at which Brain's monitor stops reading the phase.

    A line with "archive" in it ends the section, and the tasks below are not seen. Say "retire" or "cold storage".

    Bad:
    ```yaml specs/demo/tasks/demo.yaml
    topic: Demo
    tasks:
      - id: 41.1.1
        title: Add the name file
        priority: LOW
        goal: The name is in the ⟦archiv⟧e.
        accept: [test -f NAME]
        if_blocked: Write down why.
    ```
    Good:
    ```yaml specs/demo/tasks/demo.yaml
    topic: Demo
    tasks:
      - id: 41.1.1
        title: Add the name file
        priority: LOW
        goal: The name is in cold storage.
        accept: [test -f NAME]
        if_blocked: Write down why.
    ```
    """
    texts = {field: getattr(task.body, field) for field in ("title", "goal", "if_blocked")}
    lists = {field: getattr(task.body, field) for field in ("accept", "inputs", "outputs")}
    places: list[tuple[Pointer, str]] = [((field,), text) for field, text in texts.items()]
    places += [((field, number), text) for field, one in lists.items() for number, text in enumerate(one)]
    for pointer, text in places:
        for found in _ENDS_A_PHASE.finditer(text):
            message = "Brain's monitor stops reading the phase at this word."
            yield Finding(task, pointer, message, 'Say "retire" or "cold storage".', chars=found.span())
