"""What `make` sets up: the right Python, the pinned packages, and never half of it."""

import os
import shutil
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import requires, version
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.repository.tree import ROOT, text

# Stands in for Python and for the .venv it makes, where pip succeeds only if the file `works` is there.
STAND_IN = """#!/bin/sh
case "$*" in
  *-m\\ venv*) echo made >>venvs; rm -rf .venv; mkdir -p .venv/bin; cp "$0" .venv/bin/python ;;
  *-m\\ pip*) test -e works ;;
  --version) echo Python 3.11.0 ;;
esac
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with what the set-up reads, and a stand-in for Python."""
    for name in ("Makefile", "pyproject.toml", "constraints.txt", "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("docs", "overrides"):
        (tmp_path / name).mkdir()
    python = tmp_path / "stand-in"
    python.write_text(STAND_IN)
    python.chmod(0o755)
    return tmp_path


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run make as from a fresh shell."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "PYTHON"))}
    command = ["make", *arguments]
    return subprocess.run(command, cwd=folder, env=kept, capture_output=True, text=True, check=False)


def venvs(folder: Path) -> int:
    """Return how often a .venv was made."""
    return len((folder / "venvs").read_text().splitlines())


def test_without_a_python_one_sentence_says_what_to_install(checkout: Path) -> None:
    done = make(checkout, "--silent", "PYTHON=no-such-python", ".venv/installed")
    assert done.returncode == 2
    sentence, failure = done.stderr.splitlines()
    assert sentence.startswith("brainspec needs Python 3.11 or newer with its venv module: install one")
    assert failure.startswith("make: ***")
    assert not (checkout / ".venv").exists()


def test_half_a_venv_is_not_taken_for_a_whole_one(checkout: Path) -> None:
    first = make(checkout, "PYTHON=./stand-in", ".venv/installed")
    assert (first.returncode, (checkout / ".venv").is_dir()) == (2, True)
    (checkout / "works").touch()
    second = make(checkout, "PYTHON=./stand-in", ".venv/installed")
    assert (second.returncode, venvs(checkout)) == (0, 2)


def test_a_venv_is_made_once_and_again_when_the_packages_change(checkout: Path) -> None:
    (checkout / "works").touch()
    for _ in range(2):
        assert make(checkout, "PYTHON=./stand-in", ".venv/installed").returncode == 0
    assert venvs(checkout) == 1
    later = (checkout / ".venv/installed").stat().st_mtime + 2
    os.utime(checkout / "constraints.txt", (later, later))
    assert make(checkout, "PYTHON=./stand-in", ".venv/installed").returncode == 0
    assert venvs(checkout) == 2


def closure(requirements: Iterable[str], extras: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the canonical names of all packages that these requirements bring, with repetitions."""
    for requirement in map(Requirement, requirements):
        marker = requirement.marker
        if requirement.name == "brainspec" or (
            marker and not any(marker.evaluate({"extra": one}) for one in extras | {""})
        ):
            continue
        yield canonicalize_name(requirement.name)
        yield from closure(requires(requirement.name) or [], frozenset(requirement.extras))


def test_every_package_is_pinned_to_the_version_that_is_installed() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    needed = set(closure([*project["dependencies"], *chain(*project["optional-dependencies"].values())])) - {"pip"}
    lines = [line for line in text("constraints.txt").splitlines() if not line.startswith("#")]
    pinned = {canonicalize_name(name): number for name, number in (line.split("==") for line in lines)}
    assert pinned == {name: version(name) for name in needed}
