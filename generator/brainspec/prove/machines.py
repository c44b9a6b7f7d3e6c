"""Machines: their structure, the walk through every situation, and their traces."""

from collections.abc import Iterator

from brainspec.diagnostic import Diagnostic
from brainspec.model import Definition
from brainspec.model.behaviour import Machine as MachineBody
from brainspec.prove.machine_changes import broken_changes
from brainspec.prove.machine_conditions import broken_guards
from brainspec.prove.machine_names import unknown_names
from brainspec.prove.machine_structure import broken_structure
from brainspec.prove.machine_traces import run_traces
from brainspec.prove.machine_verdict import judge_walk
from brainspec.prove.machine_walk import walk
from brainspec.registry import Proof, Registry
from brainspec.semantics.machine import compile_machine


def prove_machines(registry: Registry) -> Iterator[Proof | Diagnostic]:
    """Check every machine, walk it, and run its traces; one that does not hold together is not run."""
    for definition in registry.of_kind("machine"):
        flaws = machine_flaws(registry, definition)
        yield from flaws or _run(registry, definition)


def machine_flaws(registry: Registry, definition: Definition[MachineBody]) -> list[Diagnostic]:
    """Why a machine cannot be compiled; empty when it can."""
    return (
        [*unknown_names(definition)]
        or [*broken_structure(definition)]
        or [*broken_changes(registry, definition), *broken_guards(registry, definition)]
    )


def _run(registry: Registry, definition: Definition[MachineBody]) -> Iterator[Proof | Diagnostic]:
    machine = compile_machine(registry, definition)
    yield from judge_walk(definition, machine, walk(machine))
    yield from run_traces(definition, machine)
