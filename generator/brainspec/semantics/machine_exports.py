"""Machines in the two formats their users know: python-statemachine's JSON dialect and XState's JSON.

Effects are actions named after them. A row that only ignores has the action `event_ignored`, one that only refuses
`event_refused`, so that both engines can tell ignoring from having no row. Timers are left out: the host owns the
clock and sends the timer's event.
"""

import keyword
import re
from collections.abc import Iterator
from typing import Any

from brainspec.semantics.machine import ROOT, Change, Machine, Node, Row
from brainspec.semantics.machine_guard import Both, Comparison, Condition, Literal, Named, Not, Sum, Term

IGNORED, REFUSED = "event_ignored", "event_refused"
Json = dict[str, Any]

# Names that mean something else in python-statemachine: attributes of its class and variables of its expressions.
_RESERVED = {
    "configuration", "event", "events", "id", "machine", "model", "mro", "name", "null", "payload", "prepare", "send",
    "source", "state", "states", "target", "transition",
}  # fmt: skip
_REWRITTEN = re.compile(r"\b(true|false|null)\b|&|\|\||===|!==|\\")


def to_statemachine(machine: Machine, description: str = "") -> Json:
    """A machine in python-statemachine's dialect, for `load(…, format="json")`.

    The class it gives must have `allow_event_without_transition` and `catch_errors_as_events` off; events are sent
    as `send(engine_name(event), payload={…})`; the model needs one method an effect, `effect_…`, and the two above.
    On a row into history the effects of the row come before those of leaving.
    """
    document: Json = {"name": machine.id.name}
    document |= {"description": description} if description else {}
    if machine.variables:
        document["datamodel"] = [
            {"id": engine_name(name), "expr": _python_literal(one.initial)} for name, one in machine.variables.items()
        ]
    return document | {"states": _statemachine_states(machine, machine.nodes[ROOT])}


def to_xstate(machine: Machine) -> Json:
    """A machine as XState 5 JSON: guards are JSON Logic over `{data, event}`, changes parameters of one action."""
    root = machine.nodes[ROOT]
    context = {name: one.initial for name, one in machine.variables.items()}
    return {"id": machine.id.name, "initial": root.initial, "context": context, "states": _xstate_states(machine, root)}


def engine_name(name: str) -> str:
    """The name an event, state or datum has in python-statemachine, where some names are taken."""
    return f"{name}_" if name in _RESERVED or name.startswith("_") or keyword.iskeyword(name) else name


def effect_name(name: str) -> str:
    """The name of the action that starts an effect."""
    return "effect_" + name.replace("-", "_")


def ends(machine: Machine, node: Node) -> Iterator[tuple[str, str]]:
    """What follows a state's rows: each event it ignores or refuses by itself, with the action that says so."""
    if node.final:
        return
    inherited = machine.nodes[ROOT].otherwise if node.parent == ROOT else None
    for event in machine.signals:
        if event in node.ignored:
            yield event, IGNORED
        elif node.otherwise or inherited == "ignore":
            yield event, REFUSED if node.otherwise == "refuse" else IGNORED


def _statemachine_states(machine: Machine, outer: Node) -> Json:
    return {engine_name(name): _statemachine_state(machine, machine.nodes[name], outer) for name in outer.children}


def _statemachine_state(machine: Machine, node: Node, outer: Node) -> Json:
    rows = [_statemachine_row(one) for one in node.rows]
    rows += [{"event": engine_name(event), "on": action} for event, action in ends(machine, node)]
    written: Json = {
        "initial": outer.initial == node.name,
        "final": bool(node.final),
        "parallel": node.is_parallel,
        "enter": [effect_name(one) for one in node.enter],
        "exit": [effect_name(one) for one in node.leave],
        "transitions": rows,
        "history": _statemachine_history(node),
        "states": _statemachine_states(machine, node),
    }
    return {key: value for key, value in written.items() if value}


def _statemachine_history(node: Node) -> Json:
    if not node.history:
        return {}
    start = node.children if node.is_parallel else (node.initial,)
    first = {"target": " ".join(engine_name(one) for one in start)}
    return {f"{node.name}.history": {"type": node.history, "transitions": [first]}}


def _statemachine_row(row: Row) -> Json:
    actions: list[Any] = [{"assign": _assignment(one)} for one in row.changes]
    actions += [{"raise": engine_name(row.raises)}] if row.raises else []
    written = {
        "event": engine_name(row.event),
        "cond": _python(row.condition) if row.condition else "",
        "target": f"{row.target}.history" if row.to_history else engine_name(row.target),
        # The engine (3.2.2) runs the `on` actions of a row into history twice.
        "before" if row.to_history else "on": [*actions, *map(effect_name, row.effects)],
    }
    return {key: value for key, value in written.items() if value}


def _assignment(change: Change) -> Json:
    name = engine_name(change.datum)
    if change.verb == "count":
        return {"location": name, "expr": f"{name} + 1"}
    if change.verb == "take":
        return {"location": name, "expr": f'payload["{change.value}"]'}
    return {"location": name, "expr": _python_literal(change.value)}


def _python(one: Condition | Term) -> str:
    match one:
        case Both(is_or, left, right):
            return f"({_python(left)} {'or' if is_or else 'and'} {_python(right)})"
        case Not(inner):
            return f"(not {_python(inner)})"
        case Comparison(sign, left, right):
            return f"{_python(left)} {sign} {_python(right)}"
        case Sum(sign, left, right):
            return f"({_python(left)} {sign} {_python(right)})"
        case Named(name, is_field):
            return f'payload["{name}"]' if is_field else engine_name(name)
        case Literal(value):
            return _python_literal(value)


def _python_literal(value: Any) -> str:
    """A value as Python text; the engine rewrites some words even inside quotes, so those are escaped."""
    if isinstance(value, str) and _REWRITTEN.search(value):
        return '"' + "".join(f"\\U{ord(one):08x}" for one in value) + '"'
    return repr(value)


def _xstate_states(machine: Machine, outer: Node) -> Json:
    return {name: _xstate_state(machine, machine.nodes[name]) for name in outer.children}


def _xstate_state(machine: Machine, node: Node) -> Json:
    rows: dict[str, list[Json]] = {}
    for row in node.rows:
        rows.setdefault(row.event, []).append(_xstate_row(row))
    for event, action in ends(machine, node):
        rows.setdefault(event, []).append({"actions": [{"type": action}]})
    inner = _xstate_states(machine, node)
    if node.history:
        inner["history"] = {"type": "history", "history": node.history}
    written: Json = {
        "id": node.name,
        "type": "final" if node.final else "parallel" if node.is_parallel else "",
        "initial": node.initial,
        "entry": [{"type": effect_name(one)} for one in node.enter],
        "exit": [{"type": effect_name(one)} for one in node.leave],
        "on": rows,
        "states": inner,
    }
    return {key: value for key, value in written.items() if value}


def _xstate_row(row: Row) -> Json:
    actions: list[Json] = []
    if row.changes:
        changes = [{"datum": one.datum, "verb": one.verb, "value": one.value} for one in row.changes]
        actions.append({"type": "change", "params": {"changes": changes}})
    actions += [{"type": effect_name(one)} for one in row.effects]
    actions += [{"type": "raise_event", "params": {"event": row.raises}}] if row.raises else []
    written: Json = {"actions": actions}
    if row.condition:
        written = {"guard": {"type": "logic", "params": {"rule": _logic(row.condition)}}, **written}
    if row.target:
        written = {"target": f"#{row.target}{'.history' if row.to_history else ''}", "reenter": True, **written}
    return written


def _logic(one: Condition | Term) -> Any:
    match one:
        case Both(is_or, left, right):
            return {"or" if is_or else "and": [_logic(left), _logic(right)]}
        case Not(inner):
            return {"!": [_logic(inner)]}
        case Comparison(sign, left, right):
            return {{"==": "===", "!=": "!=="}.get(sign, sign): [_logic(left), _logic(right)]}
        case Sum(sign, left, right):
            return {sign: [_logic(left), _logic(right)]}
        case Named(name, is_field):
            return {"var": f"{'event' if is_field else 'data'}.{name}"}
        case Literal(value):
            return value
