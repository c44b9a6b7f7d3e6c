"""The commands as a user starts them."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repository.tree import ROOT, text

Done = subprocess.CompletedProcess[str]


def run(*words: str | Path, cwd: Path = ROOT) -> Done:
    return subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)


def helps(*command: str) -> Iterator[tuple[tuple[str, ...], Done]]:
    """Yield each command below this one, itself first, with what its --help did."""
    done = run(Path(sys.executable).with_name(command[0]), *command[1:], "--help")
    yield command, done
    for name in re.findall(r"^  (\S+)", done.stdout.partition("\nCommands:\n")[2], re.MULTILINE):
        yield from helps(*command, name)


def test_every_command_prints_its_help() -> None:
    scripts = tomllib.loads(text("pyproject.toml"))["project"]["scripts"]
    listed = [one for script in scripts for one in helps(script)]
    assert ("brainspec", "build") in [command for command, _ in listed]
    assert [command for command, done in listed if (done.returncode, done.stderr) != (0, "")] == []
    assert [command for command, done in listed if not done.stdout.startswith("Usage: ")] == []


@pytest.mark.outside
def test_the_wheel_works_alone(tmp_path: Path) -> None:
    """Without the development packages and without the repository's own Python files."""
    assert run(sys.executable, "-m", "venv", tmp_path / "venv").returncode == 0
    folder = tmp_path / "venv/bin"
    installed = run(folder / "python", "-m", "pip", "install", "-qq", "-c", ROOT / "constraints.txt", ROOT)
    assert installed.returncode == 0, installed.stderr
    build = run(folder / "brainspec", "build", "--check", "--project", ROOT, cwd=tmp_path)
    assert build.returncode == 0, build.stdout + build.stderr
