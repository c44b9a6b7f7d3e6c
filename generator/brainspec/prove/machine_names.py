"""Names inside a machine that name nothing."""

from collections.abc import Iterator, Mapping

from brainspec.diagnostic import Diagnostic
from brainspec.diagnostic.nearest import did_you_mean
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.behaviour import Machine, State, Trace, Transition
from brainspec.prove.findings.machine import UNKNOWN_PART
from brainspec.registry import Finding
from brainspec.semantics.machine import names

Named = tuple[str, str, Pointer, bool]
"""What a name should be (state, event, guard, effect, datum, field), the name, where it stands, whether as a key."""


def unknown_names(definition: Definition[Machine]) -> Iterator[Diagnostic]:
    """Every name that names nothing in the machine."""
    body = definition.body
    known = {
        "state": {name for _, name, _, _ in all_states(body)},
        "event": set(body.events),
        "guard": set(body.guards),
        "effect": set(body.effects),
        "datum": set(body.data),
    }
    for sort, name, at, is_key in (*_of_states(body), *_of_traces(body.traces), *_of_diagrams(body)):
        if name not in known[sort]:
            help_ = did_you_mean(name, known[sort], f"Declare it, or use one of: {', '.join(sorted(known[sort]))}.")
            yield Finding(definition, at, f"The machine has no {sort} `{name}`.", help_, key=is_key).diagnose(
                UNKNOWN_PART
            )


def all_states(body: Machine) -> Iterator[tuple[Pointer, str, State, str]]:
    """Every state: where it stands, its name, itself, the name of the state around it (empty at the top)."""
    yield from _inside(body.states, ("states",), "")


def _inside(states: Mapping[str, State], at: Pointer, outer: str) -> Iterator[tuple[Pointer, str, State, str]]:
    for name, state in states.items():
        yield (*at, name), name, state, outer
        yield from _inside(state.states, (*at, name, "states"), name)


def each(field: str, written: str | tuple[str, ...] | None, at: Pointer) -> Iterator[tuple[str, Pointer]]:
    """The names in a field that holds one or several, each with its place."""
    for number, name in enumerate(names(written)):
        yield name, (*at, field) if isinstance(written, str) else (*at, field, number)


def _of_states(body: Machine) -> Iterator[Named]:
    yield "state", body.initial, ("initial",), False
    for at, _, state, _ in all_states(body):
        if state.initial is not None:
            yield "state", state.initial, (*at, "initial"), False
        if state.timer:
            yield "event", state.timer.event, (*at, "timer", "event"), False
        for event in state.ignore:
            yield "event", event, (*at, "ignore", event), True
        for field, written in (("enter", state.enter), ("leave", state.leave)):
            yield from (("effect", name, place, False) for name, place in each(field, written, at))
        for number, row in enumerate(state.accept):
            yield from _of_row(row, (*at, "accept", number))


def _of_row(row: Transition, at: Pointer) -> Iterator[Named]:
    yield "event", row.event, (*at, "event"), False
    if row.if_ is not None:
        yield "guard", row.if_, (*at, "if"), False
    if row.to is not None:
        yield "state", row.to.removesuffix(".history"), (*at, "to"), False
    if row.raise_ is not None:
        yield "event", row.raise_, (*at, "raise"), False
    if row.count is not None:
        yield "datum", row.count, (*at, "count"), False
    yield from (("effect", name, place, False) for name, place in each("do", row.do, at))
    yield from (("datum", name, place, False) for name, place in each("reset", row.reset, at))
    yield from (("datum", name, (*at, "set", name), True) for name in row.set)
    yield from (("datum", name, (*at, "take", name), True) for name in row.take)


def _of_traces(traces: tuple[Trace, ...]) -> Iterator[Named]:
    for number, trace in enumerate(traces):
        for place, step in enumerate(trace.steps):
            at: Pointer = ("traces", number, "steps", place)
            yield "event", step.event, (*at, "event"), False
            yield from (("state", name, where, False) for name, where in each("now", step.now, at))
            yield from (("effect", name, where, False) for name, where in each("done", step.done, at))
            yield from (("datum", name, (*at, "data", name), True) for name in step.data)


def _of_diagrams(body: Machine) -> Iterator[Named]:
    for title, events in body.diagrams.items():
        yield from (("event", name, place, False) for name, place in each(title, events, ("diagrams",)))
