"""Walks every situation a machine can be in: breadth first, so that each is known with its shortest way."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from brainspec.prove.machine_payloads import payloads
from brainspec.semantics.machine import Machine, Row
from brainspec.semantics.machine_step import EndlessRaise, Situation, Step, final, react, start

MOST_STEPS = 50_000


@dataclass
class Walk:
    """What was met on the walk.

    `ways` says how each situation was first reached: from where and by which event. `ignored` are the pairs of state
    and event at which something was ignored; `passed` the rows that carried an integer past its max, with the datum;
    `is_complete` is false when there were too many situations to see them all.
    """

    ways: dict[Situation, tuple[Situation, str] | None] = field(default_factory=dict)
    sources: dict[Situation, set[Situation]] = field(default_factory=dict)
    rows: set[Row] = field(default_factory=set)
    ignored: set[tuple[str, str]] = field(default_factory=set)
    passed: dict[Row, str] = field(default_factory=dict)
    dropped: dict[Row, str] = field(default_factory=dict)
    clashing: dict[tuple[Row, ...], str] = field(default_factory=dict)
    endless: set[Row] = field(default_factory=set)
    steps: int = 0
    is_complete: bool = True

    def way(self, situation: Situation) -> tuple[str, ...]:
        """The events of the shortest way to a situation."""
        events: list[str] = []
        while step := self.ways[situation]:
            situation, event = step
            events.append(event)
        return tuple(reversed(events))


def walk(machine: Machine) -> Walk:
    """Every situation, from the start, under every event from outside with every payload at its boundaries."""
    tried = {name: list(payloads(machine, name)) for name, one in machine.signals.items() if not one.is_internal}
    first = start(machine).situation
    found, waiting = Walk({first: None}), deque([first])
    while waiting:
        here = waiting.popleft()
        for event, step in _steps(machine, found, here, tried):
            is_known = step.situation in found.ways
            if _noted(machine, found, here, event, step) and not is_known:
                found.ways[step.situation] = (here, event)
                waiting.append(step.situation)
        if found.steps > MOST_STEPS:
            found.is_complete = False
            return found
    return found


def trapped(machine: Machine, found: Walk) -> list[Situation]:
    """The situations from which no way leads to a final state, nearest to the start first."""
    ends = [one for one in found.ways if final(machine, one)]
    safe, waiting = set(ends), deque(ends)
    while waiting:
        for source in found.sources.get(waiting.popleft(), ()):
            if source not in safe:
                safe.add(source)
                waiting.append(source)
    return [one for one in found.ways if one not in safe]


def _steps(
    machine: Machine, found: Walk, here: Situation, tried: Mapping[str, list[dict[str, Any]]]
) -> Iterator[tuple[str, Step]]:
    for event, each in tried.items():
        for payload in each:
            found.steps += 1
            try:
                yield event, react(machine, here, event, payload)
            except EndlessRaise as error:
                found.endless.update(error.rows)


def _noted(machine: Machine, found: Walk, here: Situation, event: str, step: Step) -> bool:
    """Take down what a step shows. False where it carries a datum past its max, beyond which nothing is walked."""
    found.rows.update(step.rows)
    found.ignored.update((name, event) for name in step.ignorers)
    found.dropped |= {row: row.raises for row in step.rows if row.raises in step.dropped}
    if step.clashing:
        found.clashing.setdefault(step.clashing, event)
    passed = dict(_passed(machine, step))
    found.passed |= passed
    if not passed:
        found.sources.setdefault(step.situation, set()).add(here)
    return not passed


def _passed(machine: Machine, step: Step) -> Iterator[tuple[Row, str]]:
    values = dict(step.situation.values)
    for row in step.rows:
        for change in row.changes:
            most = machine.variables[change.datum].max
            if most is not None and values[change.datum] > most:
                yield row, change.datum
