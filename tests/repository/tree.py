"""The files these checks look at, read once."""

import re
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = {"brainspec": ROOT / "generator/brainspec", "brain_reference": ROOT / "reference_impl/brain_reference"}
CONTRACT = "reference_impl/brain_reference/contract/"


@cache
def files() -> tuple[str, ...]:
    """Return every file that git tracks or would add, as paths from the root with `/`."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listing = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return tuple(sorted(path for path in set(listing.split("\0")) if path and (ROOT / path).is_file()))


@cache
def text(path: str) -> str:
    """Return the content of a file, or nothing if it is not text."""
    content = (ROOT / path).read_bytes()
    return "" if b"\0" in content else content.decode()


def matches(paths: Iterable[str], pattern: re.Pattern[str]) -> list[str]:
    """Return `path:line: match` for every line of these files in which the pattern is found."""
    numbered = ((path, number, line) for path in paths for number, line in enumerate(text(path).splitlines(), 1))
    return [f"{path}:{number}: {match[0]}" for path, number, line in numbered if (match := pattern.search(line))]


def is_generated(path: str) -> bool:
    """Tell whether `brainspec build` writes this file; the roots are fixed in the design."""
    if path == "docs/ARCHITECTURE.md" or path.startswith("docs/assets/"):
        return False
    return path.startswith(("docs/", "skills/", "schemas/", CONTRACT))


def pages() -> tuple[str, ...]:
    """Return the generated Markdown files that are pages; there are always some."""
    found = tuple(path for path in files() if is_generated(path) and path.endswith(".md") and "/." not in path)
    assert found, "no generated page: run make"
    return found


def modules() -> dict[str, Path]:
    """Return dotted name to file for every module of both packages, the generated contract left out."""
    found = {}
    for folder in PACKAGES.values():
        for path in sorted(folder.rglob("*.py")):
            if not path.relative_to(ROOT).as_posix().startswith(CONTRACT):
                parts = path.relative_to(folder.parent).with_suffix("").parts
                found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    assert found
    return found
