"""Measures the tool against what it cannot avoid, as ratios within one run: `python benchmarks/run.py`.

It prints, and fails only where a measured command does. Absolute times are of this machine and this moment; read the
ratios. LinkML is measured where its programs are on PATH or in the folder that LINKML names, as after
`python -m venv F && F/bin/pip install linkml` with LINKML=F/bin.
"""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from copies import copy_capability
from lines import json_lines, marker_lines
from measure import best, tool
from peers import peers

ROOT = Path(__file__).parent.parent
EVENTS = 200_000

# Prints what a check imports that nobody here wrote.
LIBRARIES = """
import sys
from brainspec.cli import group
try:
    group(["check", "--format", "json", "--project", sys.argv[1]])
except SystemExit:
    pass
found = {name for name, one in sys.modules.items() if "site-packages" in (getattr(one, "__file__", None) or "")}
print(*sorted(found - {"_distutils_hack"}), "sqlite3", file=sys.stderr)
"""


def row(what: str, seconds: float, against: str = "", ratio: float | None = None) -> None:
    """One line of the result."""
    print(f"{what:<40} {seconds * 1000:7.0f} ms   {f'{ratio:.2f}x {against}' if ratio is not None else ''}", flush=True)


def starts(project: Path) -> None:
    """Process start, no-op and cold runs against bare imports."""
    if best(tool("build", "--project", project), 1).exit_code:
        print("The specs have errors: nothing is built, so a build always starts anew and a check emits nothing.")
    libraries = best([sys.executable, "-c", LIBRARIES, project], 1).errors.split()
    bare = best([sys.executable, "-c", f"import {', '.join(libraries)}"]).seconds
    click = best([sys.executable, "-c", "import click"]).seconds
    row("import click", click)
    row("import of the libraries", bare)
    print(f"  ({', '.join(sorted({one.partition('.')[0] for one in libraries}))}; {len(libraries)} modules)")
    version = best(tool("--version")).seconds
    row("--version", version, "import click (goal 1.5)", version / click)
    for words in (("check",), ("build",), ("build", "--check")):
        again = best(tool(*words, "--project", project)).seconds
        row(f"{' '.join(words)}, nothing changed", again, "import click (goal 2)", again / click)
    _remember_nothing(project)
    for words, goal in ((("check",), " (goal 3)"), (("build", "--check"), "")):
        cold = best(tool(*words, "--project", project), 5).seconds
        row(f"{' '.join(words)}, cold", cold, f"import of the libraries{goal}", cold / bare)


def _remember_nothing(project: Path) -> None:
    shutil.rmtree(project / ".brainspec", ignore_errors=True)
    (project / ".brainspec").write_text("")  # a file where the cache would be a folder


def growth(folder: Path) -> None:
    """Time and memory of a cold check on 1, 10 and 100 copies of observability."""
    first = None
    for copies in (1, 10, 100):
        project = folder / f"copies-{copies}"
        files = copy_capability(ROOT / "specs", project, copies)
        _remember_nothing(project)
        run = best(tool("check", "--project", project), 1, path=project)
        first = first or run
        time_, memory = run.seconds / first.seconds / copies, run.megabytes / first.megabytes / copies
        print(
            f"{copies:>4} copies, {files:>6} files {run.seconds:9.2f} s {run.megabytes:7.0f} MB   "
            f"{time_:.2f}x time and {memory:.2f}x memory of one copy, each (goal 1)",
            flush=True,
        )
        shutil.rmtree(project)


def events(folder: Path) -> None:
    """Events a second and peak memory of `validate` on one core."""
    for name, lines in (("markers", marker_lines), ("json", json_lines)):
        path = folder / f"{name}.log"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(lines(EVENTS))  # what this process holds would count as the memory of those it starts
        empty = best(tool("validate", os.devnull, "--as", "observability.events", "--project", ROOT), 3).seconds
        run = best(tool("validate", path, "--as", "observability.events", "--project", ROOT), 1)
        rate = EVENTS / (run.seconds - empty)
        print(
            f"validate, {EVENTS:,} {name} lines {rate:14,.0f} events/s {run.megabytes:5.0f} MB   (goal 50,000)",
            flush=True,
        )


def main() -> None:
    """Run everything, in a folder that is removed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = folder / "project"
        shutil.copytree(ROOT / "specs", project / "specs")
        starts(project)
        peers(ROOT, folder)
        events(folder)
        growth(folder)
    print(f"measured on {os.cpu_count()} cores, Python {sys.version.split()[0]}, {time.strftime('%Y-%m-%d')}")


if __name__ == "__main__":
    main()
