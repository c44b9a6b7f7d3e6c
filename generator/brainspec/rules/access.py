"""Who may call: every operation needs an action, or a reason why it needs none."""

from collections.abc import Iterator

from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.interface import Operation, Wire, WireOperation
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule

Findings = Iterator[Finding]


@rule("error", "operation", "wire")
def undecided_access(definition: Definition[Operation | Wire], _registry: Registry) -> Findings:
    """An operation names no action and no reason why anybody may call it, or it names both.

    Bad:
    ```yaml specs/demo/operations/show-health.yaml
    brief: Say whether the service is well.
    ⟦http⟧: GET /healthz
    answers: {"204": {brief: It is.}}
    ```
    Good:
    ```yaml specs/demo/operations/show-health.yaml
    brief: Say whether the service is well.
    http: GET /healthz
    open: a supervisor has no credentials
    answers: {"204": {brief: It is.}}
    ```
    """
    for pointer, one in _operations(definition.body):
        if one.action is None and one.open is None:
            help_ = "Add `action`, or `open` with the reason why anybody may call it."
            yield Finding(definition, (*pointer, "http"), "Nothing says who may call this.", help_, key=True)
        elif one.action is not None and one.open is not None:
            message = "This needs an action and is open to anybody."
            yield Finding(definition, (*pointer, "open"), message, "Keep one of `action` and `open`.", key=True)


def _operations(body: Operation | Wire) -> Iterator[tuple[Pointer, Operation | WireOperation]]:
    if isinstance(body, Operation):
        yield (), body
    else:
        yield from ((("operations", number), one) for number, one in enumerate(body.operations))
