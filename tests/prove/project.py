"""Projects of one capability, for executors: write what matters, ask what was found and proved."""

from pathlib import Path
from textwrap import dedent

from brainspec.pipeline import Compilation, compile_project
from brainspec.registry import Proof
from tests.mini import CAPABILITY, mini

DEMO = "specs/demo"


def compiled(folder: Path, files: dict[str, str]) -> Compilation:
    """What a mini project with these files, by path below the capability, compiles to."""
    made = mini(folder)
    made.write(f"{DEMO}/capability.yaml", CAPABILITY + "classes: {service: What is asked.}\n")
    for path, text in files.items():
        made.write(f"{DEMO}/{path}.yaml", dedent(text))
    return compile_project(folder)


def found(folder: Path, files: dict[str, str]) -> dict[str, str]:
    """Code to message of what executors find there; nothing else may be wrong."""
    made = compiled(folder, files)
    return {one.code.slug: one.message for one in made.findings if one.code.slug != "unused-definition"}


def proofs(folder: Path, files: dict[str, str]) -> list[Proof]:
    """The proofs of such a project, whatever was found."""
    made = compiled(folder, files).proved
    assert made is not None
    return list(made.proofs)
