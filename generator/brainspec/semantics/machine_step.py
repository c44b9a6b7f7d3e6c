"""What a machine does on an event: one pure function, which is the meaning of every machine.

From each active state outwards, the first state that accepts the event (its first row whose guard holds) or ignores
it decides; a state's `otherwise` decides about every event it does not name. With several regions, accepting
outweighs ignoring. Where nobody decides, the event is refused and nothing changes.

Taking rows means, in this order: effects of leaving (innermost state first), of the rows, and of entering (outermost
first, in the order of the document); then each raised event, until none is left. A row with a target leaves the
states inside the innermost state that holds both its own state and the target, and enters the target anew.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple

from brainspec.semantics.machine import ROOT, Change, Machine, Node, Row
from brainspec.semantics.machine_guard import holds
from brainspec.semantics.machine_places import Places, compatible, entered_by, entry, leaves, left_by, remembered
from brainspec.semantics.schemas import validator

MOST_RAISED = 100
Verdict = Literal["taken", "ignored", "refused"]
Values = tuple[tuple[str, Any], ...]


class EndlessRaise(RuntimeError):
    """Raised events that never come to an end; `rows` are the last that were taken."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        super().__init__(f"more than {MOST_RAISED} raised events in a row")
        self.rows = rows


class Situation(NamedTuple):
    """Where one instance is: its active innermost states, its data, and the places that history remembers."""

    active: tuple[str, ...]
    values: Values = ()
    places: Places = ()


class Step(NamedTuple):
    """What an event does: the verdict, the situation afterwards, the effects started, in order.

    `reason` says why it was ignored or refused, `ignorers` which states ignored it; `rows` are the rows taken,
    `clashing` rows of several regions that leave the same states or change the same data, so that only their order
    in the document decides, and rows around a region that decides otherwise, which engines read differently;
    `dropped` are raised events that nobody took. With `is_foreign` the event could not come
    from outside at all, or its payload does not fit.
    """

    verdict: Verdict
    situation: Situation
    effects: tuple[str, ...] = ()
    reason: str = ""
    rows: tuple[Row, ...] = ()
    clashing: tuple[Row, ...] = ()
    ignorers: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    is_foreign: bool = False


class Choice(NamedTuple):
    """What the states decide about an event: rows that fit, and states that ignore it, each with its reason.

    `deciders` are the states at which the search ended, those with `otherwise: refuse` too.
    """

    rows: tuple[Row, ...]
    ignored: Mapping[str, str]
    deciders: frozenset[str]


def start(machine: Machine) -> Step:
    """The first situation, and the effects of entering it."""
    entered = tuple(entry(machine, ROOT, [machine.nodes[ROOT].initial]))
    values = tuple(sorted((name, one.initial) for name, one in machine.variables.items()))
    situation = Situation(machine.sorted(leaves(machine, entered)), values)
    return Step("taken", situation, _enter_effects(machine, entered))


def step(machine: Machine, situation: Situation, event: str, payload: Mapping[str, Any]) -> Step:
    """What an event from outside does. Payloads that do not fit and internal events are refused."""
    objection = _objection(machine, event, payload)
    if objection:
        return Step("refused", situation, reason=objection, is_foreign=True)
    return react(machine, situation, event, payload)


def react(machine: Machine, situation: Situation, event: str, payload: Mapping[str, Any]) -> Step:
    """As `step`, for an event that is known to be allowed and whose payload fits. Raises EndlessRaise."""
    choice = choose(machine, situation, event, payload)
    ignorers = tuple(choice.ignored)
    if choice.rows:
        return _settle(machine, _take(machine, situation, choice, payload))
    if ignorers:
        return Step("ignored", situation, reason=" ".join(dict.fromkeys(choice.ignored.values())), ignorers=ignorers)
    return Step("refused", situation, reason="No active state decides about it.")


def choose(machine: Machine, situation: Situation, event: str, payload: Mapping[str, Any]) -> Choice:
    """What the active states decide about an event."""
    values, rows, ignored, deciders = dict(situation.values), [], {}, set()
    for leaf in situation.active:
        for node in machine.outward(leaf):
            row = _fitting(node, event, values, payload)
            is_ignored = event in node.ignored or node.otherwise == "ignore"
            if row:
                rows.append(row)
            elif is_ignored:
                ignored[node.name] = node.ignored.get(event, node.reason)
            if row or is_ignored or node.otherwise:
                deciders.add(node.name)
                break
    return Choice(tuple(dict.fromkeys(rows)), ignored, frozenset(deciders))


def final(machine: Machine, situation: Situation) -> str | None:
    """How the subject ended (`success`, `failure`, `cancelled`), or None while it goes on."""
    return next((found for one in situation.active if (found := machine.nodes[one].final)), None)


def _objection(machine: Machine, event: str, payload: Mapping[str, Any]) -> str:
    """Why an event cannot come from outside as it is; empty when it can."""
    signal = machine.signals.get(event)
    if signal is None or signal.is_internal:
        return "Only the machine itself raises this event." if signal else "There is no such event."
    error = next(iter(validator(signal.schema).iter_errors(dict(payload))), None)
    return f"The payload does not fit: {error.message.splitlines()[0]}." if error else ""


def _fitting(node: Node, event: str, values: Mapping[str, Any], payload: Mapping[str, Any]) -> Row | None:
    for row in node.rows:
        if row.event == event and (row.condition is None or holds(row.condition, values, payload)):
            return row
    return None


def _settle(machine: Machine, done: Step) -> Step:
    """Take what the rows of a step raise, and what that raises, until nothing is left."""
    waiting = [row.raises for row in done.rows if row.raises]
    while waiting:
        event = waiting.pop(0)
        choice = choose(machine, done.situation, event, {})
        if not choice.rows:
            dropped = () if choice.ignored else (event,)
            done = done._replace(ignorers=(*done.ignorers, *choice.ignored), dropped=done.dropped + dropped)
            continue
        more = _take(machine, done.situation, choice, {})
        done = done._replace(
            situation=more.situation, effects=done.effects + more.effects, rows=done.rows + more.rows,
            clashing=done.clashing + more.clashing, ignorers=done.ignorers + more.ignorers,
        )  # fmt: skip
        waiting += [row.raises for row in more.rows if row.raises]
        if len(done.rows) > MOST_RAISED:
            raise EndlessRaise(more.rows)
    return done


def _take(machine: Machine, situation: Situation, choice: Choice, payload: Mapping[str, Any]) -> Step:
    rows, active, places = choice.rows, situation.active, situation.places
    kept = compatible(machine, active, places, rows) if len(rows) > 1 else rows
    left = machine.sorted({name for row in kept for name in left_by(machine, active, places, row)})[::-1]
    known = remembered(machine, active, places, left) if left else places
    entered = machine.sorted({name for row in kept for name in entered_by(machine, places, known, row)})
    effects = [effect for name in left for effect in machine.nodes[name].leave]
    effects += [effect for row in kept for effect in row.effects]
    values = _changed(situation.values, [change for row in kept for change in row.changes], payload)
    after = Situation(machine.sorted(set(active).difference(left) | leaves(machine, entered)), values, known)
    clashing = _clashing(machine, choice, kept) if len(active) > 1 else ()
    effects += _enter_effects(machine, entered)
    return Step("taken", after, tuple(effects), rows=kept, clashing=clashing, ignorers=tuple(choice.ignored))


def _clashing(machine: Machine, choice: Choice, kept: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows that leave the same states, change the same data, or lie around a state that decides otherwise."""
    if len(kept) < len(choice.rows):
        return choice.rows
    changed = Counter(datum for row in kept for datum in {one.datum for one in row.changes})
    outer = [row for row in kept if any(machine.is_inside(one, row.state) for one in choice.deciders)]
    return tuple(row for row in kept if row in outer or any(changed[one.datum] > 1 for one in row.changes))


def _enter_effects(machine: Machine, entered: Iterable[str]) -> tuple[str, ...]:
    return tuple(effect for name in entered for effect in machine.nodes[name].enter)


def _changed(values: Values, changes: Iterable[Change], payload: Mapping[str, Any]) -> Values:
    known = dict(values)
    for change in changes:
        match change.verb:
            case "count":
                known[change.datum] += 1
            case "take":
                known[change.datum] = payload[change.value]
            case _:
                known[change.datum] = change.value
    return tuple(known.items())
