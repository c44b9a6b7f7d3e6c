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
    if (project / SPECS).is_symlink() and (lost := _lost(project / SPECS, root)):
        message, help_ = f"The folder is a link that leads {lost}.", "Put the specs themselves here."
        return [], [Diagnostic(unread.LINK_OUTSIDE, message, Span(SPECS), help_)]
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
    if path.is_symlink() and (lost := _lost(path, root)):
        return Diagnostic(unread.LINK_OUTSIDE, f"This link leads {lost}.", at, "Put the file itself here.")
    if path.suffix not in KNOWN or not path.name.isprintable() or not path.is_file():
        return Diagnostic(unread.STRAY_FILE, "This is no spec file.", at, _wanted(path))
    if path.stat().st_size > MAX_BYTES:
        help_ = "Split it; aim at 120 lines a file."
        return Diagnostic(unread.FILE_TOO_LARGE, "The file is larger than 1 MiB.", at, help_)
    written = path.read_bytes()
    try:
        return Source(name, written.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        at, message = _after(written[: error.start], name), f"The byte {written[error.start]:#04x} here is not UTF-8."
        return Diagnostic(unread.NOT_UTF8, message, at, "Save the file as UTF-8.")


def _wanted(path: Path) -> str:
    if path.suffix == ".yml":
        return "Rename it to .yaml."
    return "Spec files are plain files whose names end in .yaml or .md; move it out of specs/."


def _lost(link: Path, root: Path) -> str:
    """Where a link leads that leads nowhere in the project, in words; empty for one that stays inside."""
    try:
        return "" if link.resolve(strict=True).is_relative_to(root) else "out of the project"
    except (OSError, RuntimeError):  # RuntimeError: it leads in a circle
        return "nowhere"


def _after(written: bytes, name: str) -> Span:
    """The place behind some text in a file."""
    *before, last = written.decode("utf-8").split("\n")
    line, column = len(before) + 1, len(last) + 1
    return Span(name, line, column, line, column + 1)


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
