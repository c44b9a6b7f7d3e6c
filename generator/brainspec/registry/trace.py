"""Proofs and the trace: what was executed, and which requirements it shows."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from brainspec.document import Pointer
from brainspec.model import Id
from brainspec.registry.registry import Registry

Outcome = Literal["passed", "failed", "not run"]
Standing = Literal["static", "live", "asserted", "excluded", "unproved"]


class Proof(NamedTuple):
    """One thing that was executed (`passed`, `failed`), or could not be (`not run`, with the reason in `detail`).

    `form` is what a reader calls it (`refused example`, `trace`, `query case`); a live proof waits for a running
    implementation, so its outcome is `not run`.
    """

    form: str
    definition: Id
    pointer: Pointer
    name: str
    verifies: tuple[str, ...] = ()
    is_live: bool = False
    outcome: Outcome = "passed"
    detail: str = ""

    @property
    def counts(self) -> bool:
        """Whether it can show a requirement: it passed, or it is live and waits for an implementation."""
        return self.outcome == "passed" or self.is_live


@dataclass(frozen=True, eq=False)
class Proved:
    """A registry together with everything that was executed on it."""

    registry: Registry
    proofs: tuple[Proof, ...] = field(default=(), repr=False)

    def proofs_of(self, requirement: str) -> list[Proof]:
        """The proofs that say they verify a requirement and count."""
        return [one for one in self._by_requirement.get(requirement, []) if one.counts]

    def standing(self, requirement: str) -> Standing:
        """How a requirement stands. No kill table exists yet, so every live proof alone is `asserted`."""
        body = self.registry[Id(self._capability_of[requirement], "requirement", requirement)].body
        proofs = self.proofs_of(requirement)
        if any(not one.is_live for one in proofs):
            return "static"
        if proofs or body.proved_by:
            return "asserted"
        return "excluded" if body.excluded else "unproved"

    def counts(self, capability: str) -> Mapping[str, int]:
        """How many requirements of a capability stand how."""
        current = [one for one in self.registry.of_kind("requirement", capability) if not one.body.retired]
        return Counter(self.standing(one.id.name) for one in current)

    def proofs_in(self, definition: Id) -> list[Proof]:
        """The proofs that stand in a definition, whatever came of them."""
        return self._by_definition.get(definition, [])

    def proofs_within(self, capability: str) -> list[Proof]:
        """The proofs that stand in the definitions of a capability."""
        return self._by_capability.get(capability, [])

    @cached_property
    def _by_definition(self) -> dict[Id, list[Proof]]:
        found: dict[Id, list[Proof]] = defaultdict(list)
        for proof in self.proofs:
            found[proof.definition].append(proof)
        return found

    @cached_property
    def _by_capability(self) -> dict[str, list[Proof]]:
        found: dict[str, list[Proof]] = defaultdict(list)
        for proof in self.proofs:
            found[proof.definition.capability].append(proof)
        return found

    @cached_property
    def _by_requirement(self) -> dict[str, list[Proof]]:
        found: dict[str, list[Proof]] = defaultdict(list)
        for proof in self.proofs:
            for requirement in proof.verifies:
                found[requirement].append(proof)
        return found

    @cached_property
    def _capability_of(self) -> dict[str, str]:
        return {one.id.name: one.id.capability for one in self.registry.of_kind("requirement")}
