"""The compiler: load → parse → shape → link → prove → emit."""

from collections.abc import Callable, Container, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from brainspec.artefact import Artefact
from brainspec.diagnostic import CATALOGUE, Diagnostic, ordered
from brainspec.document import load, parse
from brainspec.model import shape
from brainspec.prove import prove
from brainspec.registry import Proved, Registry, link
from brainspec.registry.findings import ABSENT
from brainspec.rules import EMITTED, check_artefacts, check_proofs, check_registry
from brainspec.suppression import without_silenced

Item = TypeVar("Item")
Result = TypeVar("Result")


class Linked(NamedTuple):
    """The linked specs, what is wrong up to there, and the files that were read; `is_whole` when no link is broken."""

    registry: Registry
    findings: list[Diagnostic]
    files: int
    is_whole: bool


class Compilation(NamedTuple):
    """What a project compiles to. Without `proved` linking failed; without proofs in it rules found errors.

    Without `artefacts` there are errors, or nobody asked for any.
    """

    findings: list[Diagnostic]
    files: int
    proved: Proved | None = None
    artefacts: Sequence[Artefact] = ()

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


def check_project(project: Path) -> Compilation:
    """Check the specs of a project up to their proofs, and emit nothing.

    Raises OSError where files cannot be read; everything else is a finding.
    """
    checked = _prove(project)
    return _judged(checked, EMITTED if checked.is_clean else CATALOGUE)


def compile_project(project: Path) -> Compilation:
    """Check the specs of a project and, without errors, emit its artefacts. Raises OSError as `check_project` does."""
    checked = _prove(project)
    if checked.proved is None or not checked.is_clean:
        return _judged(checked, CATALOGUE)
    import brainspec.writer  # noqa: F401 - the codes it declares are part of the manual
    from brainspec.emit import emit

    artefacts = emit(checked.proved)
    found = [*checked.findings, *check_artefacts(artefacts, checked.proved.registry)]
    return _judged(checked._replace(findings=found, artefacts=artefacts), ())


def _prove(project: Path) -> Compilation:
    """Compile up to the proofs; the findings are as they were made."""
    linked = link_project(project)
    registry, found = linked.registry, list(linked.findings)
    if not linked.is_whole:
        return Compilation(found, linked.files)
    ruled = check_registry(registry)
    found += ruled
    if any(one.is_error for one in ruled):  # nothing that breaks a rule is executed
        return Compilation(found, linked.files, Proved(registry))
    proved, disproved = prove(registry)
    return Compilation([*found, *disproved, *check_proofs(proved)], linked.files, proved)


def _judged(compiled: Compilation, unsought: Container[str]) -> Compilation:
    """A compilation with its findings in order, without the silenced ones."""
    found = compiled.findings
    if compiled.proved:
        found = without_silenced(found, compiled.proved.registry, unsought=unsought)
    return compiled._replace(findings=ordered(found))


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
