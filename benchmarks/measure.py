"""Runs a command some times and takes the least CPU time, which other work on the machine changes least."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

RUNS = 7


class Run(NamedTuple):
    """The least CPU seconds and the most megabytes of some runs of a command; how the last ended, and its errors."""

    seconds: float
    megabytes: float
    exit_code: int
    errors: str


def tool(*words: str | Path) -> list[str | Path]:
    """The command line of the tool."""
    return [sys.executable, "-m", "brainspec", *words]


def best(command: list[str | Path], runs: int = RUNS, *, path: Path | None = None) -> Run:
    """Run a command, with a folder on PYTHONPATH. Exit code 1 is a finding; raises RuntimeError for any other."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if path:
        environment["PYTHONPATH"] = str(path)
    done = [_run(command, environment) for _ in range(runs)]
    return Run(min(one.seconds for one in done), max(one.megabytes for one in done), *done[-1][2:])


def _run(command: list[str | Path], environment: dict[str, str]) -> Run:
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read()
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(map(str, command))} ended with {process.returncode}: {said[-500:]}")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode, said)
