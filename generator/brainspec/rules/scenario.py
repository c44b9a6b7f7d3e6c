"""Scenarios: steps that can be sent, and that expect something."""

import re
from collections.abc import Iterator
from typing import Any

from brainspec.diagnostic.nearest import did_you_mean
from brainspec.document import Pointer
from brainspec.model import Definition, Model
from brainspec.registry import Finding, Registry
from brainspec.rules.operation import PLACEHOLDER
from brainspec.rules.rule import rule

Findings = Iterator[Finding]
_FILLED = re.compile(r"\{([a-z_][a-z0-9_-]*)\}")


@rule("error", "scenario")
def unknown_placeholder(scenario: Definition[Any], _registry: Registry) -> Findings:
    """A step fills in a name that no earlier step has saved.

    `{run}` is filled in by the kit and differs in every run; `{n}` numbers an event that is sent several times;
    every other name is saved by an earlier step.

    Bad:
    ```yaml specs/demo/scenarios/read.yaml
    brief: A thing is read twice.
    steps:
      - {name: read, call: read-thing, path: {name: "⟦{nmae}⟧"}, expect: {status: 204}}
    ```
    ```yaml specs/demo/operations/read-thing.yaml
    brief: Read a thing.
    http: GET /v1/demo/things/{name}
    action: things:read
    parameters: {name: {in: path, brief: Its name., schema: {type: string, maxLength: 40}}}
    answers: {"204": {brief: It is there.}}
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    Good:
    ```yaml specs/demo/scenarios/read.yaml
    brief: A thing is read twice.
    steps:
      - {name: read, call: read-thing, path: {name: "thing-{run}"}, expect: {status: 204}}
    ```
    ```yaml specs/demo/operations/read-thing.yaml
    brief: Read a thing.
    http: GET /v1/demo/things/{name}
    action: things:read
    parameters: {name: {in: path, brief: Its name., schema: {type: string, maxLength: 40}}}
    answers: {"204": {brief: It is there.}}
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    """
    known = {"run"}
    for number, step in enumerate(scenario.body.steps):
        for pointer, text in _texts(step, ("steps", number)):
            for found in _FILLED.finditer(text):
                if found[1] not in known | ({"n"} if "events" in pointer else set()):
                    help_ = did_you_mean(found[1], known, f"Saved before: {', '.join(sorted(known))}.")
                    message = f"No earlier step saves `{found[1]}`."
                    yield Finding(scenario, pointer, message, help_, chars=found.span())
        known |= step.save.keys()


def _texts(value: Any, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    """Every text in a step that is sent or expected."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, Model):
        for name, inner in value:
            if name != "save":
                yield from _texts(inner, (*at, type(value).model_fields[name].alias or name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*at, key))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*at, number))


@rule("error", "scenario")
def empty_expectation(scenario: Definition[Any], _registry: Registry) -> Findings:
    """A step expects nothing, so that it could never fail.

    Bad:
    ```yaml specs/demo/scenarios/read.yaml
    brief: Things are read.
    steps:
      - {name: read, call: read-things, expect: ⟦{}⟧}
    ```
    ```yaml specs/demo/operations/read-things.yaml
    brief: Read all things.
    http: GET /v1/demo/things
    action: things:read
    answers: {"204": {brief: They are there.}}
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    Good:
    ```yaml specs/demo/scenarios/read.yaml
    brief: Things are read.
    steps:
      - {name: read, call: read-things, expect: {status: 204}}
    ```
    ```yaml specs/demo/operations/read-things.yaml
    brief: Read all things.
    http: GET /v1/demo/things
    action: things:read
    answers: {"204": {brief: They are there.}}
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    """
    for number, step in enumerate(scenario.body.steps):
        if not step.expect.model_fields_set - {"within"}:
            help_ = "Add the `status`, the `problem`, or what comes back."
            yield Finding(scenario, ("steps", number, "expect"), "This step expects nothing.", help_)


@rule("error", "scenario")
def unmatched_step_path(scenario: Definition[Any], registry: Registry) -> Findings:
    """A step fills other path parameters than its operation has.

    Bad:
    ```yaml specs/demo/scenarios/read.yaml
    brief: A thing is read.
    steps:
      - {name: read, call: ⟦read-thing⟧, expect: {status: 204}}
    ```
    ```yaml specs/demo/operations/read-thing.yaml
    brief: Read a thing.
    http: GET /v1/demo/things/{name}
    action: things:read
    parameters: {name: {in: path, brief: Its name., schema: {type: string, maxLength: 40}}}
    answers: {"204": {brief: It is there.}}
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    Good:
    ```yaml specs/demo/scenarios/read.yaml
    brief: A thing is read.
    steps:
      - {name: read, call: read-thing, path: {name: a}, expect: {status: 204}}
    ```
    ```yaml specs/demo/operations/read-thing.yaml
    brief: Read a thing.
    http: GET /v1/demo/things/{name}
    action: things:read
    parameters: {name: {in: path, brief: Its name., schema: {type: string, maxLength: 40}}}
    answers: {"204": {brief: It is there.}}
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    """
    for number, step in enumerate(scenario.body.steps):
        operation = registry.need(step.call, scenario.id.capability, "operation")
        wanted = PLACEHOLDER.findall(operation.body.http)
        for name in step.path:
            if name not in wanted:
                help_ = did_you_mean(name, wanted, f"Its parameters: {', '.join(wanted) or 'none'}.")
                yield Finding(scenario, ("steps", number, "path", name), f"The path has no `{name}`.", help_, key=True)
        lacking = [name for name in wanted if name not in step.path]
        if lacking and not set(step.path) - set(wanted):
            message = f"The path needs {', '.join(f'`{name}`' for name in lacking)}."
            yield Finding(scenario, ("steps", number, "call"), message, "Give it under `path`.")
