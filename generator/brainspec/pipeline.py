"""The compiler: load → parse → shape → link → prove → emit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import brainspec.writer  # noqa: F401 - the codes it declares are part of the manual
from brainspec.artefact import Artefact
from brainspec.diagnostic import Diagnostic, ordered
from brainspec.document import load, parse
from brainspec.emit import emit
from brainspec.model import shape
from brainspec.prove import prove
from brainspec.registry import Proved, Registry, link
from brainspec.registry.findings import ABSENT
from brainspec.rules import check_artefacts, check_proofs, check_registry
from brainspec.suppression import without_silenced

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Linked:
    """The linked specs, what is wrong up to there, and the files that were read; `is_whole` when no link is broken."""

    registry: Registry
    findings: list[Diagnostic]
    files: int
    is_whole: bool


@dataclass(frozen=True)
class Compilation:
    """What a project compiles to. Without `proved` linking failed; without proofs in it rules found errors.

    Without `artefacts` there are errors.
    """

    findings: list[Diagnostic]
    files: int
    proved: Proved | None = None
    artefacts: list[Artefact] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing found is an error."""
        return not any(one.is_error for one in self.findings)


def link_project(project: Path) -> Linked:
    """Load, parse, shape and link the specs of a project. Raises OSError where files cannot be read."""
    sources, found = load(project)
    documents = [one for one in _each(parse, sources, found) if one]
    definitions = [one for each in _each(shape, documents, found) for one in each]
    is_partial = any(one.is_error for one in found)
    registry, unlinked = link(definitions, is_partial=is_partial)
    found += [one for one in unlinked if not (is_partial and one.code in ABSENT)]
    return Linked(registry, found, len(sources), is_whole=not any(one.is_error for one in unlinked))


def compile_project(project: Path) -> Compilation:
    """Compile the specs of a project. Raises OSError where files cannot be read; everything else is a finding."""
    linked = link_project(project)
    registry, found, files = linked.registry, list(linked.findings), linked.files
    if not linked.is_whole:
        return Compilation(ordered(found), files)
    ruled = check_registry(registry)
    found += ruled
    if any(one.is_error for one in ruled):  # nothing that breaks a rule is executed
        return Compilation(ordered(without_silenced(found, registry, is_whole=False)), files, Proved(registry))
    proved, disproved = prove(registry)
    found += disproved + check_proofs(proved)
    if registry.is_partial or any(one.is_error for one in found):
        return Compilation(ordered(without_silenced(found, registry, is_whole=False)), files, proved)
    artefacts = emit(proved)
    found += check_artefacts(artefacts, registry)
    return Compilation(ordered(without_silenced(found, registry)), files, proved, artefacts)


def _each(
    stage: Callable[[Item], tuple[Result, list[Diagnostic]]], items: Iterable[Item], found: list[Diagnostic]
) -> list[Result]:
    """Run a stage on every item, collecting what it finds."""
    results = []
    for item in items:
        result, findings = stage(item)
        results.append(result)
        found += findings
    return results
