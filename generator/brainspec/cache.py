"""The whole-run cache: what a compilation found, by the bytes of the specs, the tool and its engines.

One seam: `recall` before compiling, `remember` after it. A hit needs none of the compiler's imports.
"""

import hashlib
import importlib.util
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypedDict

from brainspec.outputs import generated

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
        for path in _files(root):
            for part in (os.fsencode(path.relative_to(root.parent)), *_seen(path)):
                digest.update(b"%d:" % len(part) + part)
    for name in _engines():
        digest.update(name.encode())
    return digest.hexdigest()


def recall(project: Path, name: str) -> Entry | None:
    """What is remembered under a key; None when nothing is, or it is not readable."""
    try:
        entry: Entry = json.loads((project / _FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return entry if isinstance(entry, dict) and entry.keys() >= Entry.__annotations__.keys() else None


def remember(project: Path, name: str, entry: Entry) -> None:
    """Keep an entry, and only the newest few. A cache that cannot be written is no error."""
    folder = project / _FOLDER
    try:
        folder.mkdir(exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        fresh = folder / f"{name}.json.{os.getpid()}"
        fresh.write_text(json.dumps(entry), encoding="utf-8")
        fresh.replace(folder / f"{name}.json")
        by_age = sorted(folder.glob("*.json"), key=lambda one: one.stat().st_mtime)
        for old in by_age[:-_KEEP]:
            old.unlink(missing_ok=True)
    except OSError:
        return


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


def _files(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(one for one in folders if one != "__pycache__")
        yield from (Path(folder, name) for name in sorted(names))


def _seen(path: Path) -> Iterator[bytes]:
    """What a compilation can see of a file: where a link leads, its size, and as much as is ever read of it."""
    yield os.fsencode(path.readlink()) if path.is_symlink() else b""
    if path.is_file():  # no pipe, and no link that leads nowhere
        yield str(path.stat().st_size).encode()
        with path.open("rb") as file:
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
