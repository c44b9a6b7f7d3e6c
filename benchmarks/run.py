"""Measures the tool against what it cannot avoid, as ratios within one run: `python benchmarks/run.py`.

Nothing here fails: it prints. Absolute times are of this machine and this moment; read the ratios.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from copies import copy_capability
from lines import json_lines, marker_lines

ROOT = Path(__file__).parent.parent
LIBRARIES = "import click, yaml, pydantic, jinja2, jsonschema_rs, sqlite3; from pydantic import BaseModel"
RUNS = 7
EVENTS = 200_000


def best(command: list[str], runs: int = RUNS, cwd: Path = ROOT) -> tuple[float, float]:
    """The least CPU seconds and the most megabytes of some runs of a command."""
    seconds, megabytes = [], 0.0
    for _ in range(runs):
        process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_env())
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        seconds.append(usage.ru_utime + usage.ru_stime)
        megabytes = max(megabytes, usage.ru_maxrss / 1024)
    return min(seconds), megabytes


def _env() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def tool(*words: str) -> list[str]:
    """The command line of the tool."""
    return [sys.executable, "-m", "brainspec", *words]


def row(what: str, seconds: float, against: str = "", ratio: float | None = None) -> None:
    """One line of the result."""
    print(f"{what:<46} {seconds * 1000:9.0f} ms   {f'{ratio:.2f}x {against}' if ratio is not None else ''}", flush=True)


def starts(project: Path) -> None:
    """Process start, no-op and cold runs against bare imports."""
    click, _ = best([sys.executable, "-c", "import click"])
    libraries, _ = best([sys.executable, "-c", LIBRARIES])
    row("import click", click)
    row("import of the libraries a check uses", libraries)
    version, _ = best(tool("--version"))
    row("--version", version, "import click (goal 1.5)", version / click)
    best(tool("build", "--project", str(project)), 1)
    for words in (("check",), ("build",), ("build", "--check")):
        again, _ = best(tool(*words, "--project", str(project)))
        row(f"{' '.join(words)}, nothing changed", again, "import click (goal 2)", again / click)
    cold, _ = best([*tool("check", "--project", str(project))], 3) if _forget(project) else (0.0, 0.0)
    row("check, cold", cold, "import of the libraries (goal 3)", cold / libraries)


def _forget(project: Path) -> bool:
    shutil.rmtree(project / ".brainspec", ignore_errors=True)
    (project / ".brainspec").write_text("")  # a file here: nothing can be remembered
    return True


def growth(folder: Path) -> None:
    """Time and memory of a cold check on 1, 10 and 100 copies of observability."""
    base: tuple[float, float] | None = None
    for copies in (1, 10, 100):
        project = folder / f"copies-{copies}"
        files = copy_capability(ROOT / "specs", project / "specs", copies)
        _forget(project)
        seconds, megabytes = best(tool("check", "--project", str(project)), 1)
        base = base or (seconds, megabytes)
        print(
            f"{copies:>4} copies, {files:>6} files {seconds:9.2f} s {megabytes:7.0f} MB   "
            f"{seconds / base[0] / copies:.2f}x time and {megabytes / base[1] / copies:.2f}x memory of a copy"
        )


def events(folder: Path) -> None:
    """Events a second and peak memory of `validate` on one core."""
    for name, lines in (("markers", marker_lines), ("json", json_lines)):
        path = folder / f"{name}.log"
        path.write_text("".join(lines(EVENTS)), encoding="utf-8")
        empty, _ = best(tool("validate", os.devnull, "--as", "observability.events"), 3)
        seconds, megabytes = best(tool("validate", str(path), "--as", "observability.events"), 1)
        rate = EVENTS / (seconds - empty)
        print(
            f"validate, {EVENTS:,} {name} lines {rate:14,.0f} events/s {megabytes:5.0f} MB   (goal 50,000)", flush=True
        )


def peers(folder: Path) -> None:
    """The nearest tools on like content: the spec files against their schemas, and a type's examples."""
    files = sorted(str(path) for path in (ROOT / "specs/observability/requirements").glob("*.yaml"))
    schema = ROOT / "schemas/authoring/requirements.schema.json"
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *files]
    seconds, _ = best(command, 3)
    row(f"check-jsonschema, {len(files)} files, shape only", seconds)
    linkml = shutil.which("linkml-lint")
    if linkml is None:
        print("LinkML is not installed; `pip install linkml` in an environment of its own, and put it on PATH.")
        return
    model = folder / "model.yaml"
    model.write_text(_linkml_model(80), encoding="utf-8")
    seconds, _ = best([linkml, str(model)], 1)
    row("linkml-lint, 80 classes", seconds)


def _linkml_model(classes: int) -> str:
    head = "id: https://demo.example/m\nname: m\nprefixes: {linkml: https://w3id.org/linkml/}\n"
    head += "imports: [linkml:types]\nclasses:\n"
    fields = "".join(f"      field{n}: {{range: string, description: Field {n}.}}\n" for n in range(9))
    return head + "".join(
        f"  Class{n}:\n    description: Class {n}.\n    attributes:\n{fields}" for n in range(classes)
    )


def main() -> None:
    """Run everything, in a folder that is removed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = folder / "project"
        shutil.copytree(ROOT / "specs", project / "specs")
        starts(project)
        growth(folder)
        events(folder)
        peers(folder)
    print(f"measured on {os.cpu_count()} cores, Python {sys.version.split()[0]}, {time.strftime('%Y-%m-%d')}")


if __name__ == "__main__":
    main()
