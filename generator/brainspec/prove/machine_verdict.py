"""What the walk through a machine shows to be wrong with it."""

from collections.abc import Iterator

from brainspec.diagnostic import Code, Diagnostic
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.behaviour import Machine as MachineBody
from brainspec.prove.findings import machine_rows as rows
from brainspec.prove.findings import machine_walk as codes
from brainspec.prove.machine_names import all_states
from brainspec.prove.machine_walk import Walk, trapped
from brainspec.registry import Finding
from brainspec.semantics.machine import Machine, Row
from brainspec.semantics.machine_guard import Named, parts
from brainspec.semantics.machine_step import Situation, final

Found = Iterator[tuple[Code, Finding]]


def judge_walk(definition: Definition[MachineBody], machine: Machine, found: Walk) -> Iterator[Diagnostic]:
    """The findings of a walk. What seems never to happen is only reported when the walk saw everything."""
    judge = _Judge(definition, machine, found)
    checks = [judge.rows(), judge.unused()]
    if not found.is_complete:
        checks.append(judge.size())
    elif not (found.passed or found.endless):
        checks += [judge.states(), judge.decisions(), judge.traps()]
    for check in checks:
        for code, finding in check:
            yield finding.diagnose(code)


class _Judge:
    """One machine, its walk, and where its parts stand."""

    def __init__(self, definition: Definition[MachineBody], machine: Machine, found: Walk) -> None:
        self._definition, self._machine, self._found = definition, machine, found
        self._places = {name: at for at, name, _, _ in all_states(definition.body)}
        self._rows = [row for node in machine.nodes.values() for row in node.rows]

    def rows(self) -> Found:
        """What is wrong with what rows do."""
        for row, name in self._found.passed.items():
            most = self._machine.variables[name].max
            help_ = f"Let a guard keep `{name}` below {most}, or lead elsewhere at {most}."
            yield rows.PAST_MAX, self._at(row, f"This row can carry `{name}` past its max, {most}.", help_)
        for row, event in self._found.dropped.items():
            help_ = f"Let the state it leads to accept or ignore `{event}`."
            yield rows.UNHEARD, self._at(row, f"No active state answers the `{event}` that this row raises.", help_)
        for row in self._found.endless:
            yield rows.ENDLESS, self._at(row, "What this row raises comes back to it without end.", "Break the circle.")
        for group, event in self._found.clashing.items():
            others = ", ".join(f"`{one.state}`" for one in group[1:]) or "a region inside"
            message = f"On `{event}` this row does not fit what {others} does at the same time."
            yield rows.CLASH, self._at(group[0], message, "Let one of them answer, or use two events.")
        for row in self._rows:
            if not row.guard and row.target and self._machine.nodes[row.target].final == "success":
                message = f"`{row.event}` leads to success and asks for nothing."
                yield codes.UNGUARDED, self._at(row, message, "Give the row a guard that the payload must meet.")

    def unused(self) -> Found:
        """Events, guards, effects and data that the machine does without."""
        accepted = {row.event for row in self._rows}
        for event in self._machine.signals:
            if event not in accepted:
                message, help_ = f"No state accepts `{event}`.", "Accept it somewhere, or remove it."
                yield codes.UNACCEPTED, self._key(("events", event), message, help_)
        nodes = self._machine.nodes.values()
        used = {
            "guards": {row.guard for row in self._rows},
            "effects": {one for node in nodes for one in (*node.enter, *node.leave)}
            | {one for row in self._rows for one in row.effects},
            "data": {change.datum for row in self._rows for change in row.changes} | set(self._read()),
        }
        for field, names in used.items():
            for name in getattr(self._definition.body, field):
                if name not in names:
                    message, help_ = f"Nothing in the machine uses `{name}`.", "Use it, or remove it."
                    yield codes.UNUSED, self._key((field, name), message, help_)

    def size(self) -> Found:
        """The walk was too long."""
        counted = [name for name, one in self._machine.variables.items() if not one.is_fixed]
        message = f"After {self._found.steps} steps the walk has met {len(self._found.ways)} situations and not all."
        help_ = "Give counts smaller bounds, or take the machine apart."
        yield rows.TOO_LARGE, self._key(("data", counted[0]) if counted else ("states",), message, help_)

    def states(self) -> Found:
        """States that are never active."""
        met = {node.name for one in self._found.ways for leaf in one.active for node in self._machine.outward(leaf)}
        for name, at in self._places.items():
            if name not in met and self._machine.nodes[name].parent in met | {""}:
                message, help_ = f"Nothing ever leads to `{name}`.", "Let a row lead there, or remove it."
                yield codes.UNREACHABLE, self._key(at, message, help_)

    def decisions(self) -> Found:
        """Rows and reasons to ignore that never decide, in states that are reached."""
        met = {node.name for one in self._found.ways for leaf in one.active for node in self._machine.outward(leaf)}
        for row in self._rows:
            if row.state in met and row not in self._found.rows:
                message = f"This row on `{row.event}` is never taken."
                yield codes.NEVER_TAKEN, self._at(row, message, "Correct its guard or its order, or remove it.")
        for name in met - {""}:
            for event in self._machine.nodes[name].ignored:
                if (name, event) not in self._found.ignored:
                    message = f"`{name}` never comes to ignore `{event}`."
                    at = (*self._places[name], "ignore", event)
                    yield codes.NEVER_TAKEN, self._key(at, message, "Remove it: something else decides before.")

    def traps(self) -> Found:
        """Situations that never end, where others do; one finding a state."""
        if not any(final(self._machine, one) for one in self._found.ways):
            return
        met: set[str] = set()
        for one in trapped(self._machine, self._found):
            leaf = one.active[0]
            if leaf not in met:
                met.add(leaf)
                message = f"From `{leaf}` no way leads to an end{self._how(one)}."
                yield codes.TRAP, self._key(self._places[leaf], message, "Accept an event that leads on.")

    def _how(self, one: Situation) -> str:
        way = ", ".join(f"`{event}`" for event in self._found.way(one))
        return f", as after {way}" if way else ""

    def _read(self) -> Iterator[str]:
        for row in self._rows:
            for part in parts(row.condition) if row.condition else ():
                if isinstance(part, Named) and not part.is_field:
                    yield part.name

    def _at(self, row: Row, message: str, help_: str) -> Finding:
        return Finding(self._definition, (*self._places[row.state], "accept", row.number), message, help_)

    def _key(self, at: Pointer, message: str, help_: str) -> Finding:
        return Finding(self._definition, at, message, help_, key=True)
