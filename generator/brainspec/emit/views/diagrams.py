"""Pictures of machines in Mermaid: only what a group of events touches, each state inside its parent."""

from collections.abc import Iterator
from typing import Any

from brainspec.model import Definition
from brainspec.registry import Registry
from brainspec.semantics.machine import ROOT, Machine, Node, Row
from brainspec.semantics.prose import plain, title
from brainspec.semantics.typography import words

_TAKEN = {"end", "state", "note", "direction", "choice", "fork", "join", "class", "style", "as", "default"}
CLOCK = "clock"
Edges = dict[tuple[str, str], list[str]]


def drawing(registry: Registry, one: Definition[Any], machine: Machine, caption: str, events: set[str]) -> str:
    """A state diagram of the rows of some events."""
    edges = _edges(registry, one, machine, events)
    touched = _touched(machine, edges)
    about = plain(registry, one.body.brief, one.id.capability)
    head = ["stateDiagram-v2", f"  accTitle: {caption}", f"  accDescr: {about}", "  direction LR"]
    return "\n".join([*head, *_inside(machine, machine.nodes[ROOT], edges, touched, "  ")])


def _edges(registry: Registry, one: Definition[Any], machine: Machine, events: set[str]) -> Edges:
    """Source and target to the labels of the rows between them, in the order of the document."""
    edges: Edges = {}
    drawn = [row for node in machine.nodes.values() for row in node.rows if row.event in events]
    for row in drawn:
        if row.target not in ("", row.state):  # what stays where it is would draw a loop; the table has it
            labels = edges.setdefault((row.state, row.target), [])
            label = _label(registry, one, row)
            labels += [label] if label not in labels else []
    return edges


def _label(registry: Registry, one: Definition[Any], row: Row) -> str:
    """The event in words; one that a timer of the state sends comes with its time."""
    timer = _state(one.body.states, row.state).timer
    label = words(row.event)
    if timer and timer.event == row.event:
        after = title(registry.need(timer.after, one.id.capability, "setting"))
        label += f" ({after})" if one.body.events[row.event].by == CLOCK else f" / after {after}"
    return f"{label}, back" if row.to_history else label


def _state(states: Any, name: str) -> Any:
    """The authored state of a name, at any depth."""
    if name in states:
        return states[name]
    return next((found for one in states.values() if (found := _state(one.states, name)) is not None), None)


def _touched(machine: Machine, edges: Edges) -> set[str]:
    """The states at the ends of edges, and those around them."""
    return {node.name for pair in edges for name in pair for node in machine.outward(name) if node.name}


def _inside(machine: Machine, node: Node, edges: Edges, touched: set[str], margin: str) -> Iterator[str]:
    """The lines inside a state: its start, its children, the edges between them, and its ends."""
    if node.initial in touched:
        yield f"{margin}[*] --> {_id(node.initial)}"
    children = [name for name in node.children if name in touched]
    for number, name in enumerate(children):
        if node.is_parallel and number:
            yield f"{margin}--"
        yield from _child(machine, machine.nodes[name], edges, touched, margin)
    for (source, target), labels in edges.items():
        if _home(machine, source, target) == node.name:
            yield f"{margin}{_id(source)} --> {_id(target)}: {' / '.join(labels)}"
    for name in children:
        if machine.nodes[name].final:
            yield f"{margin}{_id(name)} --> [*]"


def _child(machine: Machine, node: Node, edges: Edges, touched: set[str], margin: str) -> Iterator[str]:
    if any(name in touched for name in node.children):
        yield f"{margin}state {_quoted(node.name)} {{"
        yield from _inside(machine, node, edges, touched, margin + "  ")
        yield f"{margin}}}"
    elif _id(node.name) != node.name:
        yield f"{margin}state {_quoted(node.name)}"


def _quoted(name: str) -> str:
    return name if _id(name) == name else f'"{words(name)}" as {_id(name)}'


def _id(name: str) -> str:
    plain_name = name.replace("-", "_")
    return f"{plain_name}_" if plain_name in _TAKEN else plain_name


def _home(machine: Machine, source: str, target: str) -> str:
    """The innermost state that holds both; an edge written anywhere else would draw its ends twice."""
    outside = [node.name for node in machine.outward(source)][1:]
    return next((name for name in outside if name == ROOT or machine.is_inside(target, name)), ROOT)
