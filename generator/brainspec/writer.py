"""The one writer of generated files: it writes, compares, or says what it would do."""

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from brainspec.artefact import Artefact
from brainspec.diagnostic import Diagnostic, Related, Span, declare
from brainspec.outputs import ROOTS, files, generated

Mode = Literal["write", "check", "dry-run"]
_LEFTOVER = ".brainspec-"

STALE_ARTEFACT = declare(
    "stale-artefact",
    "error",
    """
    A generated file is not what the specs give.

    Either a spec changed and nobody ran `brainspec build`, or somebody edited the generated file. The note names the
    definition that the differing line comes from: change that, then build.
    """,
)
MISSING_ARTEFACT = declare(
    "missing-artefact",
    "error",
    """
    A generated file is not there.

    Run `brainspec build`, and commit what it writes.
    """,
)
ORPHANED_ARTEFACT = declare(
    "orphaned-artefact",
    "error",
    """
    A generated file has lost its source.

    It carries our banner, and nothing in the specs gives it any more. `brainspec build` removes it.
    """,
)


@dataclass(frozen=True)
class Writing:
    """What was written and removed (or, when only comparing, would be), and what that means as findings."""

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: int = 0
    findings: list[Diagnostic] = field(default_factory=list)


def put(artefacts: Sequence[Artefact], project: Path, mode: Mode) -> Writing:
    """Bring the project's generated files in line with the artefacts, or say how they differ.

    A file is replaced as a whole or not at all; files that are right are not touched; files with our banner that
    lost their source are removed. Raises OSError where the disk refuses, PermissionError outside the output roots.
    """
    project = project.resolve()
    for one in artefacts:
        _refuse_outside(project, one.path)
    changed = [one for one in artefacts if _current(project / one.path) != one.text.encode()]
    orphans = sorted(set(generated(project)) - {one.path for one in artefacts})
    if mode == "write":
        _sweep(project)
        for one in changed:
            _replace(project / one.path, one.text)
        for path in orphans:
            _remove(project, path)
    findings = [] if mode != "check" else [*(_difference(one, project) for one in changed), *map(_orphan, orphans)]
    return Writing([one.path for one in changed], orphans, len(artefacts) - len(changed), findings)


def _refuse_outside(project: Path, path: str) -> None:
    target = (project / path).parent.resolve() / Path(path).name
    if not any(target.is_relative_to(project / root) for root in ROOTS) or target.is_symlink():
        raise PermissionError(f"{path} is outside the output roots ({', '.join(ROOTS)}).")


def _current(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _sweep(project: Path) -> None:
    """Remove what a killed build left behind."""
    for path in list(files(project)):
        if path.name.startswith(_LEFTOVER):
            path.unlink(missing_ok=True)


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_LEFTOVER, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _remove(project: Path, path: str) -> None:
    (project / path).unlink(missing_ok=True)
    for folder in (project / path).parents:
        if folder == project or folder.relative_to(project).as_posix() in ROOTS or any(folder.iterdir()):
            return
        folder.rmdir()


def _difference(one: Artefact, project: Path) -> Diagnostic:
    current = _current(project / one.path)
    if current is None:
        related = _blame(one, 1)
        return Diagnostic(MISSING_ARTEFACT, "This generated file is missing.", Span(one.path), _HELP, related)
    line, column = _first_difference(current.decode("utf-8", "replace"), one.text)
    span = Span(one.path, line, column, line, column + 1)
    return Diagnostic(STALE_ARTEFACT, "This is not what the specs give.", span, _HELP, _blame(one, line))


_HELP = "Change the spec if this text is wrong, then run `brainspec build`."


def _blame(one: Artefact, line: int) -> tuple[Related, ...]:
    origin = one.origin(line)
    return (Related(origin, "computed from"),) if origin else ()


def _orphan(path: str) -> Diagnostic:
    message = "Nothing in the specs gives this file any more."
    return Diagnostic(ORPHANED_ARTEFACT, message, Span(path), "Run `brainspec build`; it removes the file.")


def _first_difference(found: str, wanted: str) -> tuple[int, int]:
    """Line and column, from 1, of the first character that differs."""
    pairs = enumerate(zip(found, wanted, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), min(len(found), len(wanted)))
    return wanted.count("\n", 0, same) + 1, same - (wanted.rfind("\n", 0, same) + 1) + 1
