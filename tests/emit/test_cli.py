import json
from pathlib import Path

from jsonschema import Draft202012Validator

from brainspec.commands import COMMANDS
from brainspec.emit.cli import cli
from tests.mini import mini
from tests.semantics.stream_project import proved


def test_every_command_has_the_schema_of_its_document(tmp_path: Path) -> None:
    published = {one.path: json.loads(one.text) for one in cli(proved(mini(tmp_path)))}
    wanted = {f"schemas/cli/{name}.schema.json" for name in ["failed", *(one.name for one in COMMANDS)]}
    assert set(published) == wanted


def test_a_document_may_say_nothing_else(tmp_path: Path) -> None:
    check = next(json.loads(one.text) for one in cli(proved(mini(tmp_path))) if one.path.endswith("/check.schema.json"))
    Draft202012Validator.check_schema(check)
    counts = {"errors": 0, "warnings": 0, "files": 3, "definitions": 3, "requirements": {}, "proofs": {}}
    document = {"command": "check", "version": "0.1.0", "ok": True, "counts": counts, "findings": []}
    validator = Draft202012Validator(check)
    assert validator.is_valid(document)
    assert not validator.is_valid(document | {"command": "build"})
    assert not validator.is_valid(document | {"colour": "red"})
    assert not validator.is_valid(document | {"counts": counts | {"lines": 3}})
