"""Dependencies: which capability may use which, what is out of date, and what nobody uses."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from typing import Any

from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule
from brainspec.semantics.problems import PLATFORM

Findings = Iterator[Finding]


@rule("error")
def undeclared_dependency(registry: Registry) -> Findings:
    """A capability uses a definition of another one that it does not list in `depends_on`.

    Only what is listed may be used, also when a listed capability lists it in turn: the list is what a reader, the plan
    and a release look at.

    Bad:
    ```yaml specs/demo/types/pair.yaml
    brief: Two names.
    schema: {type: array, maxItems: 2, items: {$ref: ⟦more.name⟧}}
    ```
    ```yaml specs/more/capability.yaml
    title: More
    brief: Another capability.
    version: 0.1.0
    status: draft
    prefix: MOR
    ```
    ```yaml specs/more/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/pair.yaml
    brief: Two names.
    schema: {type: array, maxItems: 2, items: {$ref: more.name}}
    ```
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A capability for one example.
    version: 0.1.0
    status: draft
    prefix: DMO
    depends_on: [more]
    ```
    ```yaml specs/more/capability.yaml
    title: More
    brief: Another capability.
    version: 0.1.0
    status: draft
    prefix: MOR
    ```
    ```yaml specs/more/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """
    allowed = {one.id.name: {one.id.name, *one.body.depends_on} for one in registry.of_kind("capability")}
    for one in registry.references:
        user, used = one.source.capability, one.target.capability
        if user and used and used not in allowed[user] and one.pointer[:1] != ("depends_on",):
            message = f"`{user}` does not list `{used}` among its dependencies."
            help_ = f"Add `{used}` to `depends_on` in specs/{user}/capability.yaml."
            yield Finding(registry[one.source], one.pointer, message, help_)


@rule("error")
def dependency_cycle(registry: Registry) -> Findings:
    """Capabilities depend on each other in a circle.

    None of them could be built, released or read first.

    Bad:
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A capability for one example.
    version: 0.1.0
    status: draft
    prefix: DMO
    depends_on: ⟦[more]⟧
    ```
    ```yaml specs/more/capability.yaml
    title: More
    brief: Another capability.
    version: 0.1.0
    status: draft
    prefix: MOR
    depends_on: [demo]
    ```
    Good:
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A capability for one example.
    version: 0.1.0
    status: draft
    prefix: DMO
    depends_on: [more]
    ```
    ```yaml specs/more/capability.yaml
    title: More
    brief: Another capability.
    version: 0.1.0
    status: draft
    prefix: MOR
    ```
    """
    needs = {one.id.name: one.body.depends_on for one in registry.of_kind("capability")}
    circle = _circle(needs)
    if circle:
        first = registry.capability(min(circle))
        message = f"Here a circle begins: {' → '.join(_from(min(circle), circle))}."
        yield Finding(first, ("depends_on",), message, "Move what both need into a capability of its own.")


@rule("error")
def task_cycle(registry: Registry) -> Findings:
    """Tasks of the plan wait for each other in a circle.

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
      - id: 41.1.1
        title: Add the name
        priority: LOW
        goal: The name is there.
        accept: [test -f NAME]
        if_blocked: Write down why.
        depends: ⟦[41.1.1]⟧
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
        title: Add the name
        priority: LOW
        goal: The name is there.
        accept: [test -f NAME]
        if_blocked: Write down why.
    ```
    """
    tasks = {one.id.name: one for one in registry.of_kind("task")}
    circle = _circle({name: one.body.depends for name, one in tasks.items()})
    if circle:
        message = f"Here a circle begins: {' → '.join(_from(min(circle), circle))}."
        yield Finding(tasks[min(circle)], ("depends",), message, "Decide which comes first.")


def _circle(needs: dict[str, Any]) -> list[str]:
    """The names of one circle, each needing the next; empty where there is none."""
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        return list(reversed(error.args[1][1:]))
    return []


def _from(first: str, circle: list[str]) -> list[str]:
    at = circle.index(first)
    return [*circle[at:], *circle[:at], first]


@rule("warning")
def outdated_reference(registry: Registry) -> Findings:
    """Something refers to a definition that is deprecated, or to a requirement that is retired.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    deprecated: {since: 0.1.0, why: A label says more., use: "type:label"}
    schema: {type: string, maxLength: 40}
    ```
    ```yaml specs/demo/types/label.yaml
    brief: What a thing is called.
    schema: {type: string, maxLength: 80}
    ```
    ```yaml specs/demo/types/pair.yaml
    brief: Two names.
    schema: {type: array, maxItems: 2, items: {$ref: ⟦name⟧}}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    deprecated: {since: 0.1.0, why: A label says more., use: "type:label"}
    schema: {type: string, maxLength: 40}
    ```
    ```yaml specs/demo/types/label.yaml
    brief: What a thing is called.
    schema: {type: string, maxLength: 80}
    ```
    ```yaml specs/demo/types/pair.yaml
    brief: Two names.
    schema: {type: array, maxItems: 2, items: {$ref: label}}
    ```
    """
    outdated = {one.id for one in registry.definitions.values() if _is_outdated(one)}
    for one in registry.references:
        if one.target in outdated and one.source not in outdated:
            deprecated = getattr(registry[one.target].body, "deprecated", None)
            help_ = f"Use {deprecated.use}." if deprecated and deprecated.use else "Refer to what took its place."
            yield Finding(registry[one.source], one.pointer, f"`{one.target}` is out of date.", help_)


def _is_outdated(one: Definition[Any]) -> bool:
    return any(getattr(one.body, name) for name in one.body.model_fields_set & {"deprecated", "retired"})


@rule("warning", "type", "problem", "setting", "fixture", about_absence=True)
def unused_definition(definition: Definition[Any], registry: Registry) -> Findings:
    """Nothing refers to a type, problem, setting or fixture.

    What nobody uses is not tested by anybody either. The problems and types of the platform belong to every operation.

    Bad:
    ```yaml specs/demo/types/name.yaml
    ⟦brief⟧: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    ```markdown specs/demo/guides/use.md
    ---
    title: Use
    order: 10
    ---
    Give everything [a name](spec:type:name).
    ```
    """
    users = {one.source for one in registry.references_to(definition.id)} - {definition.id}
    if not users and definition.id.capability != PLATFORM:
        at, is_item = (("id",), True) if definition.pointer else (("brief",), False)
        message = f"Nothing uses `{definition.id}`."
        yield Finding(definition, at, message, "Use it, or remove it.", key=not is_item)
