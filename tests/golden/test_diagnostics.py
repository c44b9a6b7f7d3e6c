"""Bad input: what a person is told, to the letter.

A case is a folder: its `specs/` is what somebody wrote, `expected.txt` what `brainspec check` answers. What cannot be
committed as it is (other encodings, links, a megabyte) is made here. `BRAINSPEC_GOLDEN=write pytest tests/golden`
writes the answers instead of comparing; read them before committing.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.mini import PROJECT, Mini

CASES = Path(__file__).parent / "diagnostics"
NAME = "specs/demo/types/name.yaml"
CAPABILITY = """\
title: Demo
brief: A demo of one capability.
version: 0.1.0
status: draft
prefix: DMO
classes: {service: The demo.}
"""


def not_utf8(project: Mini) -> None:
    project.write(NAME, "").write_bytes("brief: Größe einer Sache.\n".encode("latin-1"))
    project.write("specs/demo/types/label.yaml", "").write_bytes(b"\x00\x01\x02\xff" * 64)


def too_large(project: Mini) -> None:
    project.write(NAME, "# " + "x" * (1024 * 1024) + "\n")


def nested(project: Mini) -> None:
    project.write(NAME, "schema: " + "[" * 100_000 + "\n")
    project.write("specs/demo/types/label.yaml", "schema: [" + "1, " * 60_000 + "]\n")


def conflict(project: Mini) -> None:
    ours, theirs = "brief: The name of a thing.\n", "brief: A name.\n"
    project.write(NAME, f"{'<' * 7} HEAD\n{ours}{'=' * 7}\n{theirs}{'>' * 7} other\nschema: {{type: string}}\n")


def link(project: Mini) -> None:
    outside = project.root.parent / "outside.yaml"
    outside.write_text("brief: Not yours.\nschema: {type: string}\n", encoding="utf-8")
    (project.root / "specs/demo/types").mkdir()
    (project.root / NAME).symlink_to(outside)
    (project.root / "specs/demo/types/lost.yaml").symlink_to("nowhere.yaml")


def unseen(project: Mini) -> None:
    project.write(NAME, "brief: The name\x1b[31m of a thing.\nschema: {type: string}\n")
    project.write("specs/demo/types/label.yaml", "brief: What a thing\u202e is called.\nschema: {type: string}\n")
    project.write("specs/demo/types/title.yaml", 'brief: A title.\nsince: "\\e[31m0.1.0"\nschema: {type: string}\n')


def strays(project: Mini) -> None:
    project.write("specs/demo/types/name.yml", "brief: The name of a thing.\n")
    project.write("specs/demo/types/notes.txt", "Remember.\n")
    project.write("specs/demo/types/na\x1b[31mme.yaml", "brief: The name of a thing.\n")
    os.mkfifo(project.root / "specs/demo/types/pipe.yaml")


MADE: dict[str, Callable[[Mini], None]] = {
    "conflict": conflict,
    "link": link,
    "nested": nested,
    "not-utf8": not_utf8,
    "strays": strays,
    "too-large": too_large,
    "unseen": unseen,
}
WRITTEN = sorted(folder.name for folder in CASES.iterdir() if (folder / "specs").is_dir())


def answer(case: str, root: Path) -> str:
    """What a person reads who checks a case, and the exit code."""
    project = Mini(root)
    project.write("specs/project.yaml", PROJECT)
    project.write("specs/demo/capability.yaml", CAPABILITY)
    if case in MADE:
        MADE[case](project)
    else:
        shutil.copytree(CASES / case / "specs", root / "specs", dirs_exist_ok=True)
    result = project.run("check", "--format", "text")
    return f"{result.output}exit {result.exit_code}\n"


@pytest.mark.parametrize("case", [*MADE, *WRITTEN])
def test_bad_input_is_answered_as_expected(case: str, tmp_path: Path) -> None:
    expected, found = CASES / case / "expected.txt", answer(case, tmp_path / "project")
    if os.environ.get("BRAINSPEC_GOLDEN") == "write":
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", [*MADE, *WRITTEN])
def test_an_answer_can_be_printed_anywhere(case: str) -> None:
    text = (CASES / case / "expected.txt").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if not line.isprintable()] == []
    assert text.endswith("exit 1\n")
    assert "Traceback" not in text


def test_every_answer_belongs_to_a_case() -> None:
    assert sorted(folder.name for folder in CASES.iterdir()) == sorted({*MADE, *WRITTEN})
