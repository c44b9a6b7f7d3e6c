"""What editors and forges are told about the files."""

import json
import subprocess

import pytest

from brainspec.model.kinds import KINDS, Kind
from tests.repository.tree import CONTRACT, ROOT, files, is_generated, text

SETTINGS = json.loads(text(".vscode/settings.json"))


def pattern(kind: Kind) -> str:
    """Return where in the project files of this kind lie."""
    if kind.name == "capability":
        return f"specs/*/{kind.folder}"
    if kind.folder.endswith(".yaml"):
        return f"specs/{kind.folder}"
    return f"specs/sources/*{kind.suffix}" if kind.name == "source" else f"specs/*/{kind.folder}/*{kind.suffix}"


def attributes(paths: list[str], name: str) -> dict[str, str]:
    """Return path → value of a git attribute, as git itself reads .gitattributes."""
    command = ["git", "check-attr", "-z", "--stdin", name]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, input="\0".join(paths))
    fields = done.stdout.split("\0")
    return dict(zip(fields[0::3], fields[2::3], strict=False))


def test_the_editor_knows_the_schema_of_every_spec_file() -> None:
    expected = {
        f"schemas/authoring/{kind.name}.schema.json": pattern(kind) for kind in KINDS.values() if kind.suffix == ".yaml"
    }
    assert SETTINGS["yaml.schemas"] == expected
    assert [path for path in expected if path not in files()] == []


def test_every_spec_file_is_covered_by_one_pattern() -> None:
    listed = [path for path in files() if path.startswith("specs/") and path.endswith(".yaml")]
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--"]
    globs = [f":(glob){glob}" for glob in SETTINGS["yaml.schemas"].values()]
    found = subprocess.run([*command, *globs], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    assert listed
    assert sorted(set(listed) - set(found)) == []


@pytest.mark.parametrize(("name", "value"), [("linguist-generated", "true"), ("merge", "unset")])
def test_the_forge_knows_what_is_generated(name: str, value: str) -> None:
    values = attributes(list(files()), name)
    assert {path for path in files() if values[path] == value} == {path for path in files() if is_generated(path)}


def test_generated_files_are_read_only_in_the_editor() -> None:
    roots = {"docs/**", "skills/**", "schemas/**", f"{CONTRACT}**", "site/**"}
    assert set(SETTINGS["files.readonlyInclude"]) == roots
    assert set(SETTINGS["files.readonlyExclude"]) == {"docs/ARCHITECTURE.md", "docs/assets/**"}
