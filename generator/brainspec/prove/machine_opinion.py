"""Traces under python-statemachine."""

from collections.abc import Iterator

from brainspec.diagnostic import Diagnostic
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.behaviour import Machine as MachineBody
from brainspec.model.behaviour import Trace
from brainspec.prove.findings.opinions import DISAGREEMENT
from brainspec.prove.machine_judge import Judge, disagreement
from brainspec.prove.machines import machine_flaws
from brainspec.registry import Finding, Registry
from brainspec.semantics.machine import Machine, compile_machine
from brainspec.semantics.machine_step import EndlessRaise, final, start, step


def judge_machines(registry: Registry) -> Iterator[Diagnostic]:
    """Where a trace does something else under python-statemachine than under `step`."""
    for definition in registry.of_kind("machine"):
        if definition.body.traces and not machine_flaws(registry, definition):
            machine = compile_machine(registry, definition)
            for number, trace in enumerate(definition.body.traces):
                yield from _judge(definition, machine, trace, ("traces", number))


def _judge(definition: Definition[MachineBody], machine: Machine, trace: Trace, at: Pointer) -> Iterator[Diagnostic]:
    here, judge = start(machine).situation, Judge(machine)
    for number, one in enumerate(trace.steps):
        try:
            done = step(machine, here, one.event, one.payload)
        except EndlessRaise:
            return
        if done.clashing or final(machine, here):
            return
        if not done.is_foreign:
            message = disagreement(machine, done, judge.send(one.event, one.payload))
            if message:
                where, help_ = (*at, "steps", number, "event"), "Say it in a way that both read alike."
                yield Finding(definition, where, message, help_).diagnose(DISAGREEMENT)
                return
        here = done.situation
