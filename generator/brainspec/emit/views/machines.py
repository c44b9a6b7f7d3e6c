"""Machines as pictures and tables."""

from collections.abc import Iterator, Mapping, Sequence

from brainspec.emit.markdown import fence, table_text
from brainspec.emit.views.diagrams import drawing
from brainspec.model import Definition
from brainspec.model.behaviour import Machine as MachineBody
from brainspec.model.behaviour import State
from brainspec.semantics.machine import Change, Machine, Node, Row, compile_machine
from brainspec.semantics.prose import Page, linked, resolved
from brainspec.semantics.typography import code, listed, literal

Lines = dict[tuple[str, ...], list[str]]


def diagram(page: Page, one: Definition[MachineBody], title: str) -> str:
    """The picture of one group of events."""
    machine = compile_machine(page.registry, one)
    events = set(one.body.diagrams.get(title, one.body.events))
    return fence("mermaid", drawing(page.registry, one, machine, title, events))


def titles(one: Definition[MachineBody]) -> list[str]:
    """The pictures a machine has; one of everything when it names none."""
    return list(one.body.diagrams) or [one.body.brief.rstrip(".")]


def transitions(page: Page, one: Definition[MachineBody]) -> str:
    """The rows of a machine; rows that differ only in where they start stand together."""
    machine = compile_machine(page.registry, one)
    merged: Lines = {}
    for row in _rows(machine):
        guard = one.body.guards[row.guard].brief.rstrip(".") if row.guard else ""
        cells = (code(row.event), resolved(page, guard), _target(row), ", ".join(_effects(machine, row)))
        merged.setdefault(cells, []).append(code(row.state))
    head = ("From", "Event", "Guard", "To", "Effect")
    rows = [(", ".join(states), *cells) for cells, states in merged.items()]
    used = [at for at in range(len(head)) if any(row[at] for row in rows)]
    return table_text([head[at] for at in used], ([row[at] for at in used] for row in rows))


def states_table(page: Page, one: Definition[MachineBody]) -> str:
    """The states with what is true in them."""
    machine = compile_machine(page.registry, one)
    authored = dict(_states(one.body.states))
    rows = (
        (code(name), resolved(page, authored[name].brief), "; ".join(_facts(page, node, authored[name])))
        for name, node in machine.nodes.items()
        if name
    )
    return table_text(("State", "What is true in it", "And"), rows)


def pairs_table(page: Page, one: Definition[MachineBody]) -> str:
    """What every innermost state does with every event from outside."""
    machine = compile_machine(page.registry, one)
    events = external_events(machine)
    leaves = [name for name, node in machine.nodes.items() if name and not node.children]
    rows = ((code(leaf), *(resolved(page, _decision(machine, leaf, event)) for event in events)) for leaf in leaves)
    return table_text(("State", *map(code, events)), rows)


def pair_count(page: Page, one: Definition[MachineBody]) -> int:
    """How many pairs of innermost state and event from outside there are."""
    machine = compile_machine(page.registry, one)
    return len(external_events(machine)) * sum(1 for name, node in machine.nodes.items() if name and not node.children)


def external_events(machine: Machine) -> list[str]:
    """The events that come from outside."""
    return [name for name, signal in machine.signals.items() if not signal.is_internal]


def _rows(machine: Machine) -> Iterator[Row]:
    for node in machine.nodes.values():
        yield from node.rows


def _target(row: Row) -> str:
    if row.to_history:
        return f"where {code(row.target)} was left"
    return code(row.target) if row.target else "stays"


def _effects(machine: Machine, row: Row) -> Iterator[str]:
    """What a row starts and changes, between what leaving its state and entering its target start."""
    moves = bool(row.target)
    yield from (code(name) for name in machine.nodes[row.state].leave if moves)
    yield from (code(name) for name in row.effects)
    yield from (_change(one) for one in row.changes)
    if row.raises:
        yield f"raises {code(row.raises)}"
    yield from (code(name) for name in machine.nodes[row.target].enter if moves)


def _change(one: Change) -> str:
    name = code(one.datum)
    if one.verb == "count":
        return f"{name} + 1"
    return f"{name} from the event" if one.verb == "take" else f"{name} = {literal(one.value)}"


def _facts(page: Page, node: Node, authored: State) -> Iterator[str]:
    """What else holds of a state: its children, its effects, its deadline, its end."""
    if node.children:
        inner = listed([code(one) for one in node.children])
        yield f"{inner} at once" if node.is_parallel else f"holds {inner}"
    if node.enter:
        yield f"on entry {listed([code(one) for one in node.enter])}"
    if node.leave:
        yield f"on exit {listed([code(one) for one in node.leave])}"
    if authored.timer:
        after = linked(page, page.registry.need(authored.timer.after, page.capability, "setting"))
        yield f"{code(authored.timer.event)} after {after}"
    if node.final:
        yield f"final, {node.final}"


def _decision(machine: Machine, leaf: str, event: str) -> str:
    """What decides about an event in a state: rows with their guards, an ignoring state, or nobody."""
    parts = []
    for node in machine.outward(leaf):
        rows = [row for row in node.rows if row.event == event]
        parts += [f"{_target(row)} if {code(row.guard)}" if row.guard else _target(row) for row in rows]
        if any(not row.guard for row in rows):
            return "; ".join(parts)
        if event in node.ignored or node.otherwise:
            return "; ".join([*parts, _otherwise(node, event)])
    return "; ".join([*parts, "refused"])


def _otherwise(node: Node, event: str) -> str:
    if event in node.ignored:
        return f"ignored: {node.ignored[event].rstrip('.')}"
    return f"ignored: {node.reason.rstrip('.')}" if node.otherwise == "ignore" else "refused"


def _states(states: Mapping[str, State]) -> Iterator[tuple[str, State]]:
    for name, state in states.items():
        yield name, state
        yield from _states(state.states)


def event_rows(page: Page, one: Definition[MachineBody]) -> Iterator[Sequence[str]]:
    """The events of a machine: name, who may cause it, when it happens."""
    for name, event in one.body.events.items():
        yield code(name), event.by, resolved(page, event.brief)
