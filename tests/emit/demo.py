"""A small project with every kind of definition: the examples of the manual, and what they refer to."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from brainspec.emit.manual import example
from brainspec.model import KINDS
from brainspec.pipeline import Compilation, compile_project

GOLDEN = Path(__file__).parents[1] / "golden/pages"
NAMES = {
    "source": "wishes",
    "guide": "how-it-works",
    "skill": "reporting",
    "tasks": "first",
    "answers": "wishes",
    "requirements": "outcome",
    "type": "outcome",
    "event": "job-end",
    "stream": "queue",
    "mapping": "old-lines",
    "operation": "submit-job",
    "problems": "submit",
    "settings": "limits",
    "wire": "otlp",
    "machine": "job",
    "decision": "where-it-runs",
    "vector": "retry-delay",
    "table": "jobs",
    "query": "failed-jobs",
    "fixture": "bad-day",
    "entity": "queue",
    "policy": "submitters",
    "manifest": "worker",
    "scenario": "submit-twice",
}


def place(kind: str) -> str:
    """Return the path at which the example of a kind stands in the demo."""
    one = KINDS[kind]
    if one.folder.endswith(".yaml"):
        return f"specs/jobs/{one.folder}" if kind == "capability" else f"specs/{one.folder}"
    folder = "specs" if kind == "source" else "specs/jobs"
    return f"{folder}/{one.folder}/{NAMES[kind]}{one.suffix}"


def demo(root: Path) -> Path:
    """Lay the demo out in a folder."""
    shutil.copytree(GOLDEN / "specs", root / "specs")
    for kind in KINDS:
        target = root / place(kind)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(example(KINDS[kind]), encoding="utf-8")
    return root


@cache
def compiled() -> Compilation:
    """Return the demo, compiled once."""
    with TemporaryDirectory() as folder:
        return compile_project(demo(Path(folder) / "project"))


def artefacts() -> dict[str, str]:
    """Return every generated file of the demo: path to text."""
    return {one.path: one.text for one in compiled().artefacts}


def artefact(path: str) -> str:
    """Return one generated file of the demo."""
    return artefacts()[path]


def pages() -> dict[str, str]:
    """Return the generated pages of the demo, without what the site includes."""
    return {path: text for path, text in artefacts().items() if path.endswith(".md") and "/." not in path}
