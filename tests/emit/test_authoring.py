import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from brainspec.document import Document, load, parse
from brainspec.emit.authoring import authoring_schema
from brainspec.emit.json_text import json_artefact
from brainspec.model import KINDS, shape
from brainspec.model.shape import place_of
from tests.repository.tree import ROOT

EIGHT = ROOT / "tests/golden/eight"


@cache
def validator(kind: str) -> Draft202012Validator:
    schema = json.loads(json_artefact("a.json", authoring_schema(KINDS[kind], "https://demo.example/")).text)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, registry=Registry(retrieve=DRAFT202012.create_resource))


@cache
def documents(project: Path) -> list[Document]:
    sources, findings = load(project)
    assert not findings
    return [document for document, _ in map(parse, sources) if document and shape(document)[0]]


def written(document: Document) -> tuple[str, Any]:
    """The kind of a file and what an editor checks in it: of Markdown, the front matter."""
    place = place_of(document.path)
    assert isinstance(place, tuple)
    is_page = place[1].suffix == ".md"
    return place[1].name, {key: value for key, value in document.data.items() if not (is_page and key == "body")}


@pytest.mark.parametrize("project", [ROOT, EIGHT], ids=["specs", "eight"])
def test_every_spec_file_keeps_the_schema_of_its_kind(project: Path) -> None:
    found = {
        document.path: [f"{one.json_path}: {one.message}" for one in validator(kind).iter_errors(data)]
        for document in documents(project)
        for kind, data in [written(document)]
    }
    assert found
    assert {path: messages for path, messages in found.items() if messages} == {}


def test_every_kind_has_a_schema_and_our_specs_use_every_kind() -> None:
    assert all(validator(kind) for kind in KINDS)
    used = {written(document)[0] for project in (ROOT, EIGHT) for document in documents(project)}
    assert used == set(KINDS)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("type", {"brief": "A.", "schema": {}, "shcema": {}}),
        ("type", {"schema": {}}),
        ("type", {"brief": 12, "schema": {}}),
        ("operation", {"brief": "A.", "http": "GET /a", "action": "a:b", "answers": {"404": {"brief": "A."}}}),
        ("event", {"brief": "A.", "stream": "s", "emitted": "A.", "severity": 3, "schema": {}}),
        ("guide", {"title": "A", "order": 1, "body": "text"}),
    ],
)
def test_what_the_compiler_refuses_an_editor_underlines(kind: str, data: dict[str, Any]) -> None:
    assert not validator(kind).is_valid(data)
