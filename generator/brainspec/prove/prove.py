"""Runs every executor over the registry."""

from collections.abc import Callable, Iterable

from brainspec.diagnostic import Diagnostic
from brainspec.prove.machines import prove_machines
from brainspec.prove.values import prove_values
from brainspec.registry import Proof, Proved, Registry

Executor = Callable[[Registry], Iterable[Proof | Diagnostic]]

EXECUTORS: tuple[Executor, ...] = (prove_values, prove_machines)


def prove(registry: Registry) -> tuple[Proved, list[Diagnostic]]:
    """What was executed, and what failed."""
    results = [one for execute in EXECUTORS for one in execute(registry)]
    proofs = tuple(one for one in results if isinstance(one, Proof))
    return Proved(registry, proofs), [one for one in results if isinstance(one, Diagnostic)]
