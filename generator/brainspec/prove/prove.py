"""Runs every executor over the registry."""

from collections.abc import Callable, Iterable

from brainspec.diagnostic import Diagnostic
from brainspec.prove.decisions import prove_decisions
from brainspec.prove.machines import prove_machines
from brainspec.prove.mappings import prove_mappings
from brainspec.prove.scenarios import prove_scenarios
from brainspec.prove.storage import prove_storage
from brainspec.prove.streams import prove_streams
from brainspec.prove.values import prove_values
from brainspec.prove.vectors import prove_vectors
from brainspec.prove.waiting import list_manifests, list_policies
from brainspec.registry import Proof, Proved, Registry

Executor = Callable[[Registry], Iterable[Proof | Diagnostic]]

EXECUTORS: tuple[Executor, ...] = (
    prove_values,
    prove_streams,
    prove_mappings,
    prove_machines,
    prove_decisions,
    prove_vectors,
    prove_storage,
    prove_scenarios,
    list_policies,
    list_manifests,
)


def prove(registry: Registry) -> tuple[Proved, list[Diagnostic]]:
    """What was executed, and what failed."""
    results = [one for execute in EXECUTORS for one in execute(registry)]
    proofs = tuple(one for one in results if isinstance(one, Proof))
    return Proved(registry, proofs), [one for one in results if isinstance(one, Diagnostic)]
