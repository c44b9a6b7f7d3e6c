"""Proofs whose engine is not part of the compiler yet: they are named and counted as not run."""

from collections.abc import Iterator

from brainspec.document import Pointer
from brainspec.registry import Proof, Registry

NO_CEDAR = "no engine for Cedar policies yet"
NO_KUBERNETES = "no engine for Kubernetes objects yet"


def list_policies(registry: Registry) -> Iterator[Proof]:
    """The decision cases and the answers of the matrix of every policy, not run."""
    for policy in registry.of_kind("policy"):
        for number, case in enumerate(policy.body.cases):
            at: Pointer = ("cases", number)
            yield Proof("policy case", policy.id, at, case.name, case.verifies, outcome="not run", detail=NO_CEDAR)
        for who in policy.body.matrix.rows if policy.body.matrix else ():
            for column, resource in enumerate(policy.body.matrix.against):
                at, name = ("matrix", "rows", who, column), f"{who} on {resource}"
                yield Proof("matrix answer", policy.id, at, name, outcome="not run", detail=NO_CEDAR)


def list_manifests(registry: Registry) -> Iterator[Proof]:
    """The refused changes and the connections of every manifest, not run."""
    for manifest in registry.of_kind("manifest"):
        for field, form in (("cases", "manifest case"), ("connections", "connection")):
            for number, case in enumerate(getattr(manifest.body, field)):
                at, detail = (field, number), NO_KUBERNETES
                yield Proof(form, manifest.id, at, case.name, case.verifies, outcome="not run", detail=detail)
