"""Whether the states of a machine fit together."""

from collections import Counter
from collections.abc import Iterator

from brainspec.diagnostic import Diagnostic
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.behaviour import Machine, State, Transition
from brainspec.prove.findings.machine import BAD_STRUCTURE
from brainspec.prove.machine_names import all_states
from brainspec.registry import Finding
from brainspec.semantics.machine import INTERNAL

Flaw = tuple[Pointer, str, str]
"""Where, what is wrong, and what to do."""
_HISTORY = "history"


def broken_structure(definition: Definition[Machine]) -> Iterator[Diagnostic]:
    """Every state, row and event that does not fit the others; all their names are known."""
    for at, message, help_ in _flaws(definition.body):
        is_key = at[-1:] != ("to",) and at[-2:-1] in (("states",), ("events",))
        yield Finding(definition, at, message, help_, key=is_key).diagnose(BAD_STRUCTURE)


def _flaws(body: Machine) -> Iterator[Flaw]:
    if body.initial not in body.states:
        yield ("initial",), f"`{body.initial}` lies inside another state.", "Start in a state of the top level."
    met: Counter[str] = Counter()
    remembering = {name for _, name, state, _ in all_states(body) if state.history}
    for at, name, state, outer in all_states(body):
        met[name] += 1
        if met[name] == 2:
            yield at, f"Two states are called `{name}`.", "Rename one; names are unique in a machine."
        if name == _HISTORY:
            yield at, "A state cannot be called `history`.", "Rename it; `state.history` is the place that was left."
        yield from _flaws_of_state(at, name, state, outer)
        for number, row in enumerate(state.accept):
            yield from _flaws_of_row(body, row, (*at, "accept", number), remembering)
    yield from _flaws_of_targets(body)
    yield from _flaws_of_events(body)


def _flaws_of_state(at: Pointer, name: str, state: State, outer: str) -> Iterator[Flaw]:
    children = list(state.states)
    if state.final and (children or state.accept or state.timer):
        yield at, f"`{name}` is final and goes on.", "A final state has no children, no timer and accepts nothing."
    if state.final and outer:
        yield at, f"`{name}` is final inside `{outer}`.", "Move it to the top level: the subject as a whole ends."
    if not children and (state.parallel or state.history or state.initial):
        yield at, f"`{name}` has no children.", "Remove `parallel`, `history` and `initial`, or give it children."
    if state.parallel and state.initial:
        yield (*at, "initial"), f"`{name}` is in all its children at once.", "Remove `initial`."
    if children and not state.parallel and state.initial is None:
        yield at, f"`{name}` does not say which child comes first.", "Add `initial:`."
    if children and state.initial is not None and state.initial not in children:
        yield (*at, "initial"), f"`{state.initial}` is no child of `{name}`.", f"It has: {', '.join(children)}."


def _flaws_of_row(body: Machine, row: Transition, at: Pointer, remembering: set[str]) -> Iterator[Flaw]:
    target = (row.to or "").removesuffix(".history")
    if row.to is not None and row.to != target and target not in remembering:
        yield (*at, "to"), f"`{target}` remembers no place.", f"Give `{target}` a `history`, or lead to the state."
    if row.raise_ is not None and body.events[row.raise_].by != INTERNAL:
        help_ = f"Let it be `by: {INTERNAL}`, or raise another event."
        yield (*at, "raise"), f"`{row.raise_}` comes from outside.", help_
    if not (row.to or row.count or row.reset or row.set or row.take or row.raise_ or row.do):
        help_ = "Let it lead somewhere or change something, or put the event under `ignore` with the reason."
        yield at, f"This row accepts `{row.event}` and does nothing.", help_


def _flaws_of_targets(body: Machine) -> Iterator[Flaw]:
    """Rows that would leave all regions around them only to enter them again; engines read them differently."""
    parallel = {name for _, name, state, _ in all_states(body) if state.parallel}
    outer_of = {name: outer for _, name, _, outer in all_states(body)}
    for at, name, state, _ in all_states(body):
        for number, row in enumerate(state.accept):
            shared = _shared(outer_of, name, row)
            if shared in parallel:
                message = f"This row leads from one place of `{shared}` to another and would start all of it anew."
                help_ = f"Put the row into a state of the region, or lead to `{shared}`."
                yield (*at, "accept", number, "to"), message, help_


def _shared(outer_of: dict[str, str], source: str, row: Transition) -> str:
    """The innermost state around both ends of a row; empty where that is the machine."""
    target = (row.to or "").removesuffix(".history")
    ends = {*_around(outer_of, target), *([target] if target != row.to else [])}
    return next((one for one in _around(outer_of, source) if one in ends), "")


def _around(outer_of: dict[str, str], name: str) -> Iterator[str]:
    """The states around a state, innermost first."""
    while name := outer_of.get(name, ""):
        yield name


def _flaws_of_events(body: Machine) -> Iterator[Flaw]:
    timed = {state.timer.event for _, _, state, _ in all_states(body) if state.timer}
    for name, event in body.events.items():
        if event.payload and (event.by == INTERNAL or name in timed):
            sort = "comes from the machine itself" if event.by == INTERNAL else "is sent by a timer"
            yield ("events", name), f"`{name}` {sort} and carries a payload.", "Nobody can fill it: remove `payload`."
