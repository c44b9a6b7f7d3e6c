"""The whole-run cache: what a compilation found, by the bytes of the specs, the tool and its engines.

One seam: `recall` before compiling, `remember` after it. A hit needs none of the compiler's imports.
"""

import hashlib
import importlib.util
import json
import os
import sys
from collections.abc import Iterator
from io import FileIO
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import Any, Literal, TypedDict

from brainspec.outputs import generated

Command = Literal["check", "build"]
_FOLDER = ".brainspec"
_KEEP = 8
_MOST_READ = 2 << 20


class Entry(TypedDict):
    """What is remembered of a compilation: counts, findings and ids as documents, and a digest for every artefact."""

    counts: Any
    findings: Any
    ids: list[str]
    digests: dict[str, str]


def key(project: Path) -> str:
    """The digest of everything a compilation depends on. Raises OSError where a file cannot be read."""
    digest = hashlib.sha256()
    for root in (project / "specs", Path(__file__).parent, *_algorithms()):
        for path in _files(str(root)):
            for part in (os.fsencode(path[len(str(root)) :]), *_seen(path)):
                digest.update(b"%d:" % len(part) + part)
    for name in _engines():
        digest.update(name.encode())
    return digest.hexdigest()


def recall(project: Path, key: str, command: Command) -> Entry | None:
    """What is remembered of a command under a key; None when nothing is, or it is not readable."""
    try:
        entry: Entry = json.loads(_path(project, key, command).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return entry if isinstance(entry, dict) and entry.keys() >= Entry.__annotations__.keys() else None


def remember(project: Path, key: str, command: Command, entry: Entry) -> None:
    """Keep an entry, and only the newest few. A cache that cannot be written is no error."""
    path = _path(project, key, command)
    folder = path.parent
    try:
        folder.mkdir(exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        fresh = path.with_suffix(f".json.{os.getpid()}")
        fresh.write_text(json.dumps(entry), encoding="utf-8")
        fresh.replace(path)
        by_age = sorted(folder.glob("*.json"), key=lambda one: one.stat().st_mtime)
        for old in by_age[:-_KEEP]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _path(project: Path, key: str, command: Command) -> Path:
    return project / _FOLDER / f"{key}-{command}.json"


def digest(content: bytes) -> str:
    """The digest an entry keeps of an artefact."""
    return hashlib.sha256(content).hexdigest()


def holds(project: Path, entry: Entry) -> bool:
    """Whether the generated files on disk are exactly the remembered artefacts."""
    if set(generated(project)) - entry["digests"].keys():
        return False
    for path, wanted in entry["digests"].items():
        try:
            if digest((project / path).read_bytes()) != wanted:
                return False
        except OSError:
            return False
    return True


def _files(root: str) -> Iterator[str]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(one for one in folders if one != "__pycache__")
        yield from (f"{folder}/{name}" for name in sorted(names))


def _seen(path: str) -> Iterator[bytes]:
    """What a compilation can see of a file: where a link leads, its size, and as much as is ever read of it."""
    mode = os.lstat(path).st_mode
    yield os.fsencode(Path(path).readlink()) if S_ISLNK(mode) else b""
    if S_ISREG(mode) or Path(path).is_file():  # no pipe, and no link that leads nowhere
        with FileIO(path) as file:
            yield str(os.fstat(file.fileno()).st_size).encode()
            yield file.read(_MOST_READ)


def _algorithms() -> Iterator[Path]:
    found = importlib.util.find_spec("brain_reference")
    for root in (found and found.submodule_search_locations) or ():
        yield Path(root)


def _engines() -> list[str]:
    """Interpreter and installed distributions, by the names of their metadata folders."""
    places = [one for one in sys.path if one.endswith(("site-packages", "dist-packages")) and Path(one).is_dir()]
    installed = {one.name for place in places for one in os.scandir(place) if one.name.endswith(".dist-info")}
    return [sys.version, *sorted(installed)]
