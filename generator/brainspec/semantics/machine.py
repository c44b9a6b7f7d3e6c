"""Statecharts as values: what `machines/*.yaml` says, ready for `step`, pages and exports."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from brainspec.model import Definition, Id
from brainspec.model.behaviour import Datum, IgnoreAll, State, Transition
from brainspec.model.behaviour import Machine as MachineBody
from brainspec.registry import Registry
from brainspec.semantics.machine_guard import Condition, parse_guard
from brainspec.semantics.schemas import Schema, inline_schema

ROOT = ""
INTERNAL = "internal"


class Change(NamedTuple):
    """One datum that a row changes: `count` (+1), `reset` or `set` (to `value`), `take` (the payload field `value`)."""

    datum: str
    verb: Literal["count", "reset", "set", "take"]
    value: Any = None


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of a state: on an event, if the guard holds, go to a state and change something. Equal only to itself.

    `target` is empty where the state is kept; with `to_history` it is the state whose last place is resumed.
    """

    state: str
    number: int
    event: str
    guard: str = ""
    condition: Condition | None = None
    target: str = ""
    to_history: bool = False
    changes: tuple[Change, ...] = ()
    raises: str = ""
    effects: tuple[str, ...] = ()


class Node(NamedTuple):
    """A state. The root, with the empty name, holds the top-level states and the machine's `otherwise`.

    `ignored` maps events to reasons. `otherwise` says what happens to every event the state neither accepts nor
    ignores; None leaves it to the state outside.
    """

    name: str
    parent: str
    children: tuple[str, ...] = ()
    initial: str = ""
    is_parallel: bool = False
    history: Literal["deep", "shallow"] | None = None
    final: Literal["success", "failure", "cancelled"] | None = None
    enter: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    ignored: Mapping[str, str] = MappingProxyType({})
    otherwise: Literal["refuse", "ignore"] | None = None
    reason: str = ""


class Variable(NamedTuple):
    """A datum: its type, its first value, and its bounds. One that `is_fixed` is a setting and never changes."""

    type: Literal["integer", "text", "flag"]
    initial: Any
    max: int | None = None
    values: tuple[str, ...] = ()
    is_fixed: bool = False


class Signal(NamedTuple):
    """An event of the machine: who causes it, and the self-contained schema of its payload."""

    by: str
    schema: Schema

    @property
    def is_internal(self) -> bool:
        """Whether only the machine itself raises it."""
        return self.by == INTERNAL


class Machine(NamedTuple):
    """A statechart. `nodes` are in the order of the document, the root first."""

    id: Id
    nodes: Mapping[str, Node]
    signals: Mapping[str, Signal]
    variables: Mapping[str, Variable]
    effects: tuple[str, ...]
    order: Mapping[str, int]

    def outward(self, name: str) -> Iterator[Node]:
        """A state and the states around it, innermost first, the root last."""
        while name:
            yield self.nodes[name]
            name = self.nodes[name].parent
        yield self.nodes[ROOT]

    def is_inside(self, name: str, outer: str) -> bool:
        """Whether a state lies somewhere inside another."""
        return name != outer and any(one.name == outer for one in self.outward(name))

    def sorted(self, names: Iterable[str]) -> tuple[str, ...]:
        """States in the order of the document."""
        return tuple(sorted(names, key=self.order.__getitem__))


def compile_machine(registry: Registry, definition: Definition[MachineBody]) -> Machine:
    """The value of a machine in which the proofs found no flaw of structure; else KeyError or BadGuard."""
    body = definition.body
    nodes = {ROOT: _root(body)} | dict(_nodes(body, body.states, ROOT))
    signals = {name: Signal(one.by, payload_schema(registry, definition, name)) for name, one in body.events.items()}
    variables = {name: variable(registry, definition, one) for name, one in body.data.items()}
    order = {name: at for at, name in enumerate(nodes)}
    return Machine(definition.id, nodes, signals, variables, tuple(body.effects), order)


def variable(registry: Registry, definition: Definition[MachineBody], datum: Datum) -> Variable:
    """A datum as a value: a setting gives type and value."""
    if datum.setting is None:
        return Variable(datum.type, datum.initial, datum.max, datum.values)
    value = registry.need(datum.setting, definition.id.capability, "setting").body.value
    return Variable(datum.type, value, is_fixed=True)


def payload_schema(registry: Registry, definition: Definition[MachineBody], event: str) -> Schema:
    """The self-contained schema of what an event carries: every field must be there, and no other."""
    payload = definition.body.events[event].payload
    whole = {
        "type": "object",
        "properties": dict(payload),
        "required": list(payload),
        "additionalProperties": False,
    }
    return inline_schema(registry, whole, definition.id.capability)


def names(written: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """One name, several or none, as a list."""
    return (written,) if isinstance(written, str) else written or ()


def target_of(row: Transition) -> tuple[str, bool]:
    """The state a row leads to (empty: it stays), and whether its history is meant."""
    state, _, suffix = (row.to or "").partition(".")
    return state, suffix == "history"


def _root(body: MachineBody) -> Node:
    verdict, reason = _otherwise(body.otherwise)
    return Node(ROOT, ROOT, tuple(body.states), body.initial, otherwise=verdict, reason=reason)


def _nodes(body: MachineBody, states: Mapping[str, State], parent: str) -> Iterator[tuple[str, Node]]:
    for name, state in states.items():
        verdict, reason = _otherwise(state.otherwise)
        rows = tuple(_row(body, name, number, row) for number, row in enumerate(state.accept))
        yield (
            name,
            Node(
                name, parent, tuple(state.states), state.initial or "", state.parallel, state.history, state.final,
                names(state.enter), names(state.leave), rows, state.ignore, verdict, reason,
            ),
        )  # fmt: skip
        yield from _nodes(body, state.states, name)


def _otherwise(written: Literal["refuse"] | IgnoreAll | None) -> tuple[Literal["refuse", "ignore"] | None, str]:
    if isinstance(written, IgnoreAll):
        return "ignore", written.ignore
    return written, ""


def _row(body: MachineBody, state: str, number: int, row: Transition) -> Row:
    target, to_history = target_of(row)
    condition = parse_guard(body.guards[row.if_].test) if row.if_ else None
    changes = tuple(_changes(body, row))
    effects = names(row.do)
    return Row(
        state, number, row.event, row.if_ or "", condition, target, to_history, changes, row.raise_ or "", effects
    )


def _changes(body: MachineBody, row: Transition) -> Iterator[Change]:
    for name in names(row.reset):
        yield Change(name, "reset", body.data[name].initial)
    if row.count:
        yield Change(row.count, "count")
    for name, value in row.set.items():
        yield Change(name, "set", value)
    for name, source in row.take.items():
        yield Change(name, "take", source)
