"""Formatting, lint and types, as pyproject.toml sets them."""

import subprocess
import sys

import pytest

from tests.repository.tree import ROOT


@pytest.mark.parametrize("command", ["ruff format --check --diff .", "ruff check .", "mypy"])
def test_clean_under(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command.split()], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
