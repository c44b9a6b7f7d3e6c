"""Machines in the two formats that their users know."""

from collections.abc import Iterator
from typing import Any

from brainspec.artefact import Artefact, banner
from brainspec.emit.json_text import json_artefact
from brainspec.model import Definition
from brainspec.model.behaviour import Machine
from brainspec.registry import Proved, Registry
from brainspec.semantics.machine import compile_machine
from brainspec.semantics.machine_exports import to_statemachine, to_xstate
from brainspec.semantics.prose import plain


def machines(proved: Proved) -> list[Artefact]:
    """schemas/<capability>/machines/<name>.statemachine.json and <name>.xstate.json."""
    registry = proved.registry
    return [one for machine in registry.of_kind("machine") for one in _exports(registry, machine)]


def _exports(registry: Registry, machine: Definition[Machine]) -> Iterator[Artefact]:
    compiled = compile_machine(registry, machine)
    yield _artefact(machine, "statemachine", to_statemachine(compiled, _description(registry, machine, "statemachine")))
    chart = {"id": machine.id.name, "description": _description(registry, machine, "xstate")}
    yield _artefact(machine, "xstate", chart | to_xstate(compiled))


def _description(registry: Registry, machine: Definition[Machine], form: str) -> str:
    """The brief with the banner, because python-statemachine refuses members it does not know."""
    return f"{plain(registry, machine.body.brief, machine.id.capability)} {banner(machine.path, form)}"


def _artefact(machine: Definition[Machine], form: str, document: dict[str, Any]) -> Artefact:
    path = f"schemas/{machine.id.capability}/machines/{machine.id.name}.{form}.json"
    return json_artefact(path, document, machine)
