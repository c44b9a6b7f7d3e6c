"""Policies: a matrix without holes."""

from collections.abc import Iterator
from typing import Any

from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule


@rule("error", "policy")
def ragged_matrix(policy: Definition[Any], _registry: Registry) -> Iterator[Finding]:
    """A row of a policy matrix has more or fewer answers than there are resources.

    Bad:
    ```yaml specs/demo/policies/things.yaml
    brief: Who may read which thing.
    cedar: |
      @id("all")
      permit (principal, action, resource);
    fixture: people
    matrix: {action: "things:read", against: [lamp, door], rows: {"person:ann": ⟦[allow]⟧}}
    cases: [{name: ann, ask: {principal: "person:ann", action: "things:read", resource: "thing:lamp"}, answer: allow}]
    ```
    ```yaml specs/demo/fixtures/people.yaml
    brief: One person and two things.
    entities: [{id: "person:ann"}, {id: "thing:lamp"}, {id: "thing:door"}]
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    Good:
    ```yaml specs/demo/policies/things.yaml
    brief: Who may read which thing.
    cedar: |
      @id("all")
      permit (principal, action, resource);
    fixture: people
    matrix: {action: "things:read", against: [lamp, door], rows: {"person:ann": [allow, allow]}}
    cases: [{name: ann, ask: {principal: "person:ann", action: "things:read", resource: "thing:lamp"}, answer: allow}]
    ```
    ```yaml specs/demo/fixtures/people.yaml
    brief: One person and two things.
    entities: [{id: "person:ann"}, {id: "thing:lamp"}, {id: "thing:door"}]
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    """
    matrix = policy.body.matrix
    for principal, row in matrix.rows.items() if matrix else ():
        if len(row) != len(matrix.against):
            message = f"This row has {len(row)} answers for {len(matrix.against)} resources."
            yield Finding(policy, ("matrix", "rows", principal), message, "Give one answer for each resource.")
