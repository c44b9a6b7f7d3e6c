"""Reads the spec files of a project."""

import os
from collections.abc import Iterator
from pathlib import Path

from brainspec.diagnostic import Diagnostic, Span
from brainspec.document import findings
from brainspec.document.source import Source

SPECS = "specs"
MAX_BYTES = 1024 * 1024
KNOWN = (".yaml", ".md")


def load(project: Path) -> tuple[list[Source], list[Diagnostic]]:
    """Every spec file below `project`/specs, by path. Raises OSError where the folder cannot be read."""
    sources: list[Source] = []
    found: list[Diagnostic] = []
    root = project.resolve()
    for path in _walk(project / SPECS):
        one = read(path, path.relative_to(project).as_posix(), root)
        if isinstance(one, Source):
            sources.append(one)
        else:
            found.append(one)
    return sources, found


def read(path: Path, name: str, root: Path) -> Source | Diagnostic:
    """One file as a source named `name`, or why it is none."""
    at = Span(name)
    if path.is_symlink() and not path.resolve().is_relative_to(root):
        return Diagnostic(findings.LINK_OUTSIDE, "This link leads out of the project.", at, "Put the file itself here.")
    if path.suffix not in KNOWN:
        wanted = (
            "Rename it to .yaml." if path.suffix == ".yml" else "Spec files end in .yaml or .md; move it out of specs/."
        )
        return Diagnostic(findings.STRAY_FILE, f"A `{path.suffix or path.name}` file is no spec file.", at, wanted)
    if path.stat().st_size > MAX_BYTES:
        return Diagnostic(
            findings.FILE_TOO_LARGE,
            "The file is larger than 1 MiB.",
            at,
            "Split it; aim at 120 lines a file.",
        )
    try:
        return Source(name, path.read_bytes().decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        return Diagnostic(findings.NOT_UTF8, f"Byte {error.start} is not UTF-8.", at, "Save the file as UTF-8.")


def _walk(folder: Path) -> Iterator[Path]:
    """Files below a folder in name order; hidden ones are left out, links to folders are not followed."""
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        else:
            yield Path(entry.path)
