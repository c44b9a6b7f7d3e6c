"""A small project in a folder, for tests: what every case needs, and a way to write more."""

from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from brainspec.cli import group

PROJECT = """\
format: 1
title: Demo specs
brief: A demo of the language.
base_uri: https://demo.example/
phases: {A: {title: "Loom A: first", number: 41, why: It needs nothing.}}
order: [demo]
"""
CAPABILITY = """\
title: Demo
brief: A demo of one capability.
version: 0.1.0
status: draft
prefix: DMO
see: ["type:name"]
"""
NAME = """\
brief: The name of a thing.
schema: {type: string, maxLength: 40}
"""


@dataclass(frozen=True)
class Mini:
    """A project at `root` with a project file and one capability, `demo`."""

    root: Path

    def write(self, path: str, text: str) -> Path:
        """Write a file below the project."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return target

    def run(self, *words: str) -> Result:
        """Run a command of the tool on this project."""
        return CliRunner().invoke(group, [*words, "--project", str(self.root)], prog_name="brainspec")


def mini(root: Path) -> Mini:
    """A fresh small project in a folder."""
    made = Mini(root)
    made.write("specs/project.yaml", PROJECT)
    made.write("specs/demo/capability.yaml", CAPABILITY)
    made.write("specs/demo/types/name.yaml", NAME)
    return made
