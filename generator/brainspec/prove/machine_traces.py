"""Runs the traces of a machine under `step`."""

from collections.abc import Iterable, Iterator

from brainspec.diagnostic import Diagnostic
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.behaviour import Machine as MachineBody
from brainspec.model.behaviour import Step as Expected
from brainspec.model.behaviour import Trace
from brainspec.prove.findings.machine import FAILED_TRACE
from brainspec.registry import Finding, Proof
from brainspec.registry.trace import Outcome
from brainspec.semantics.machine import Machine
from brainspec.semantics.machine_step import EndlessRaise, Step, Verdict, start, step

Difference = tuple[str, str, str]
"""The field of the expected step that does not hold, what is the case, and what to do."""
CHECK = "Correct the trace, or the machine."


def run_traces(definition: Definition[MachineBody], machine: Machine) -> Iterator[Proof | Diagnostic]:
    """A proof for every trace, and a finding for the first step of each that does not do what it says."""
    for number, trace in enumerate(definition.body.traces):
        finding = _run(definition, machine, trace, ("traces", number))
        if finding:
            yield finding.diagnose(FAILED_TRACE)
        outcome: Outcome = "failed" if finding else "passed"
        yield Proof("trace", definition.id, ("traces", number), trace.name, trace.verifies, outcome=outcome)


def _run(definition: Definition[MachineBody], machine: Machine, trace: Trace, at: Pointer) -> Finding | None:
    here = start(machine).situation
    for number, expected in enumerate(trace.steps):
        try:
            done = step(machine, here, expected.event, expected.payload)
        except EndlessRaise:
            return Finding(definition, (*at, "steps", number), "This event raises others without end.", CHECK)
        difference = next(differences(expected, done), None)
        if difference:
            field, message, help_ = difference
            return Finding(definition, (*at, "steps", number, field), message, help_)
        here = done.situation
    return None


def differences(expected: Expected, done: Step) -> Iterator[Difference]:
    """Everything in which a step is not as expected; what the trace leaves open is not compared."""
    wanted: Verdict = "refused" if expected.refused else "ignored" if expected.ignored else "taken"
    if done.verdict != wanted:
        field = wanted if wanted != "taken" else "now" if expected.now is not None else "event"
        why = f": {done.reason}" if done.reason else "."
        yield field, f"`{expected.event}` is {done.verdict}, not {wanted}{why}", CHECK
    active = done.situation.active
    if expected.now is not None and sorted(expected.now) != sorted(active):
        yield "now", f"After `{expected.event}` it is in {_listed(active)}, not in {_listed(expected.now)}.", CHECK
    if "done" in expected.model_fields_set and expected.done != done.effects:
        message = f"`{expected.event}` starts {_listed(done.effects)}, not {_listed(expected.done)}."
        yield "done", message, "Effects come in this order: leaving, the row, entering."
    values = dict(done.situation.values)
    for name, value in expected.data.items():
        if type(values[name]) is not type(value) or values[name] != value:
            yield "data", f"After `{expected.event}` `{name}` is {values[name]!r}, not {value!r}.", CHECK


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{one}`" for one in names) or "nothing"
