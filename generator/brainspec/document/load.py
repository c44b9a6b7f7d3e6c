"""Reads the spec files of a project."""

import os
from pathlib import Path

import brainspec.document.unread as unread
from brainspec.diagnostic import Diagnostic, Span
from brainspec.document.source import Source

SPECS = "specs"
MAX_BYTES = 1024 * 1024
KNOWN = (".yaml", ".md")


def load(project: Path) -> tuple[list[Source], list[Diagnostic]]:
    """Every spec file below `project`/specs, by path. Raises OSError where the folder cannot be read."""
    sources: list[Source] = []
    found: list[Diagnostic] = []
    root = project.resolve()
    for path in _files(project / SPECS):
        one = read(path, _shown(path.relative_to(project)), root)
        if isinstance(one, Source):
            sources.append(one)
        else:
            found.append(one)
    return sources, found


def read(path: Path, name: str, root: Path) -> Source | Diagnostic:
    """One file as a source named `name`, or why it is none. Raises OSError where it cannot be read."""
    at = Span(name)
    if path.is_symlink() and not _stays_inside(path, root):
        message = "This link leads out of the project, or nowhere."
        return Diagnostic(unread.LINK_OUTSIDE, message, at, "Put the file itself here.")
    if path.suffix not in KNOWN or not path.name.isprintable() or not path.is_file():
        return Diagnostic(unread.STRAY_FILE, "This is no spec file.", at, _wanted(path))
    if path.stat().st_size > MAX_BYTES:
        help_ = "Split it; aim at 120 lines a file."
        return Diagnostic(unread.FILE_TOO_LARGE, "The file is larger than 1 MiB.", at, help_)
    try:
        return Source(name, path.read_bytes().decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        return Diagnostic(unread.NOT_UTF8, f"Byte {error.start} is not UTF-8.", at, "Save the file as UTF-8.")


def _wanted(path: Path) -> str:
    if path.suffix == ".yml":
        return "Rename it to .yaml."
    return "Spec files are plain files whose names end in .yaml or .md; move it out of specs/."


def _stays_inside(link: Path, root: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):  # it leads nowhere, or in a circle
        return False


def _shown(path: Path) -> str:
    """A path as text that can be printed, whatever bytes its name is made of."""
    text = os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")
    return text if text.isprintable() else text.encode("unicode_escape").decode("ascii")


def _files(folder: Path) -> list[Path]:
    """Files below a folder by path; hidden ones are left out, links to folders are not followed."""
    files: list[Path] = []
    folders = [folder]
    while folders:
        for entry in os.scandir(folders.pop()):
            if not entry.name.startswith("."):
                (folders if entry.is_dir(follow_symlinks=False) else files).append(Path(entry.path))
    return sorted(files)
