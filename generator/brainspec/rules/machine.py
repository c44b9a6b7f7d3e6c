"""Machines: what only a reader of the page would miss."""

from collections.abc import Iterator
from typing import Any

from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule


@rule("warning", "machine")
def undrawn_event(machine: Definition[Any], _registry: Registry) -> Iterator[Finding]:
    """An event of a machine is in none of its pictures.

    Bad:
    ```yaml specs/demo/machines/door.yaml
    brief: A door.
    subject: one door
    events:
      push: {by: visitor, brief: Somebody pushes it.}
      ⟦pull⟧: {by: visitor, brief: Somebody pulls it.}
    otherwise: refuse
    diagrams: {A door: [push]}
    initial: shut
    states:
      shut: {brief: It is shut., accept: [{event: push, to: open}]}
      open: {brief: It is open., accept: [{event: pull, to: shut}]}
    ```
    Good:
    ```yaml specs/demo/machines/door.yaml
    brief: A door.
    subject: one door
    events:
      push: {by: visitor, brief: Somebody pushes it.}
      pull: {by: visitor, brief: Somebody pulls it.}
    otherwise: refuse
    diagrams: {A door: [push, pull]}
    initial: shut
    states:
      shut: {brief: It is shut., accept: [{event: push, to: open}]}
      open: {brief: It is open., accept: [{event: pull, to: shut}]}
    ```
    """
    drawn = {event for events in machine.body.diagrams.values() for event in events}
    for name in machine.body.events:
        if drawn and name not in drawn:
            message = f"No picture shows `{name}`."
            yield Finding(machine, ("events", name), message, "Add it to one of `diagrams`.", key=True)
