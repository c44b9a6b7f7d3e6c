"""Which states a row leaves and which it enters: the geometry of statecharts (as W3C SCXML has it)."""

from collections.abc import Iterable, Iterator

from brainspec.semantics.machine import ROOT, Machine, Row

Places = tuple[tuple[str, tuple[str, ...]], ...]


def left_by(machine: Machine, active: tuple[str, ...], places: Places, row: Row) -> set[str]:
    """The states that taking a row leaves, for the active innermost states and the remembered places."""
    if not row.target:
        return set()
    domain = _domain(machine, row.state, _goals(machine, places, row))
    return {one for leaf in active for one in _path(machine, leaf, domain)}


def entered_by(machine: Machine, before: Places, after: Places, row: Row) -> set[str]:
    """The states that taking a row enters: `before` and `after` are the places remembered before and after leaving."""
    if not row.target:
        return set()
    domain = _domain(machine, row.state, _goals(machine, before, row))
    return set(entry(machine, domain, _goals(machine, after, row)))


def entry(machine: Machine, domain: str, goals: Iterable[str]) -> Iterator[str]:
    """The states entered inside a domain in order to be in the goals; what no goal decides starts at its initial."""
    chosen = {one for goal in goals for one in _path(machine, goal, domain)}
    for top in machine.nodes[domain].children:
        if top in chosen:
            yield from _expanded(machine, top, chosen)


def leaves(machine: Machine, names: Iterable[str]) -> set[str]:
    """Those of the states that have no children."""
    return {one for one in names if not machine.nodes[one].children}


def compatible(machine: Machine, active: tuple[str, ...], places: Places, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows that can be taken together: of two that leave the same state the inner one counts, then the first."""
    kept: dict[Row, set[str]] = {}
    for row in rows:
        left = left_by(machine, active, places, row)
        rivals = [one for one, other in kept.items() if left & other]
        if all(machine.is_inside(row.state, one.state) for one in rivals):
            kept = {one: other for one, other in kept.items() if one not in rivals} | {row: left}
    return tuple(kept)


def remembered(machine: Machine, active: tuple[str, ...], places: Places, left: Iterable[str]) -> Places:
    """The remembered places after some states were left."""
    known = dict(places)
    for name in left:
        history = machine.nodes[name].history
        inside = [leaf for leaf in active if machine.is_inside(leaf, name)]
        if history == "deep":
            known[name] = tuple(inside)
        elif history:
            below = {one for leaf in inside for one in _path(machine, leaf, name)}
            known[name] = tuple(one for one in machine.nodes[name].children if one in below)
    return tuple(sorted(known.items()))


def _goals(machine: Machine, places: Places, row: Row) -> tuple[str, ...]:
    """The states a row leads to: its target, or the place that was left, or where the target starts."""
    if not row.to_history:
        return (row.target,)
    target = machine.nodes[row.target]
    return dict(places).get(row.target) or (target.children if target.is_parallel else (target.initial,))


def _domain(machine: Machine, source: str, goals: tuple[str, ...]) -> str:
    """The innermost state around a source that is not parallel and holds all goals."""
    for node in machine.outward(machine.nodes[source].parent):
        if node.name == ROOT or (not node.is_parallel and all(machine.is_inside(one, node.name) for one in goals)):
            return node.name
    return ROOT


def _path(machine: Machine, name: str, domain: str) -> list[str]:
    """A state and the states around it, up to a domain; none if it lies outside the domain."""
    path: list[str] = []
    for node in machine.outward(name):
        if node.name == domain:
            return path
        path.append(node.name)
    return []


def _expanded(machine: Machine, name: str, chosen: set[str]) -> Iterator[str]:
    node = machine.nodes[name]
    yield name
    if node.is_parallel:
        for child in node.children:
            yield from _expanded(machine, child, chosen)
    elif node.children:
        yield from _expanded(machine, next((one for one in node.children if one in chosen), node.initial), chosen)
