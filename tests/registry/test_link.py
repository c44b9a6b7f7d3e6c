"""References find what they mean, both ways, or say what is missing and what was perhaps meant."""

from pathlib import Path

import pytest

from brainspec.diagnostic import Diagnostic
from brainspec.document import Source, parse
from brainspec.model import Id, shape
from brainspec.pipeline import compile_project
from brainspec.registry import Registry, link
from tests.mini import CAPABILITY, PROJECT, mini

EVENT = """\
brief: Something happened.
stream: log
emitted: Every time.
severity: info
schema: {properties: {name: {$ref: name, description: What.}}}
examples: [{name: good, value: {name: a}}]
"""
SETTINGS = """\
topic: Limits
brief: How much.
settings: [{id: most, brief: Most., value: 3, why: So.}]
"""
FILES = {
    "specs/project.yaml": PROJECT,
    "specs/demo/capability.yaml": CAPABILITY,
    "specs/more/capability.yaml": CAPABILITY.replace("DMO", "MOR"),
    "specs/more/types/name.yaml": "brief: Another name.\nschema: {type: string}\n",
    "specs/demo/types/name.yaml": "brief: A name.\nschema: {type: string, maxLength: 40}\n",
    "specs/demo/streams/log.yaml": "brief: A log.\nencodings: {l: {media: application/jsonl, frame: json-line}}\n",
    "specs/demo/events/happened.yaml": EVENT,
    "specs/demo/settings/limits.yaml": SETTINGS,
}


def linked(files: dict[str, str], *, is_partial: bool = False) -> tuple[Registry, list[Diagnostic]]:
    definitions = []
    for path, text in {**FILES, **files}.items():
        document, found = parse(Source(path, text))
        assert document is not None, found
        shaped, errors = shape(document)
        assert errors == []
        definitions += shaped
    return link(definitions, is_partial=is_partial)


def noted(note: str) -> dict[str, str]:
    return {"specs/demo/types/thing.yaml": f"brief: A thing.\nnote: {note}\nschema: {{type: string}}\n"}


THING = Id("demo", "type", "thing")


@pytest.mark.parametrize(
    ("note", "target", "part"),
    [
        ('"[](spec:type:name)"', Id("demo", "type", "name"), ""),
        ('"[](spec:more.type:name)"', Id("more", "type", "name"), ""),
        ('"[](spec:type:name#/maxLength)"', Id("demo", "type", "name"), "/maxLength"),
        ('"[](spec:type:happened)"', Id("demo", "event", "happened"), ""),
        ('"[](spec:setting:most)"', Id("demo", "setting", "most"), ""),
        ('"[](spec:settings:limits)"', Id("demo", "settings", "limits"), ""),
        ('"[](spec:more)"', Id("more", "capability", "more"), ""),
        ('"see [it](spec:event:happened) twice"', Id("demo", "event", "happened"), ""),
    ],
)
def test_what_a_link_means(note: str, target: Id, part: str) -> None:
    registry, found = linked(noted(note))
    assert found == []
    (one,) = registry.references_from(THING)
    assert (one.target, one.part, one.pointer) == (target, part, ("note",))
    assert one in registry.references_to(target)


@pytest.mark.parametrize(
    ("note", "code", "column", "help_"),
    [
        ('"[](spec:type:nmae)"', "unknown-reference", 16, "Did you mean `type:name`"),
        ('"[](spec:tpye:name)"', "unknown-reference", 16, "Did you mean `type:name`"),
        ('"[](spec:nothing-like-it)"', "unknown-reference", 16, "Define it, or correct the name."),
        ('"By DMO-001."', "unknown-reference", 11, "Define it, or put it in backticks"),
        ('"By `SHA-256` or SHA-256."', "unknown-reference", 24, "Define it, or put it in backticks"),
        ('"[](spec:type:name#/minLength)"', "unknown-part", 11, "Did you mean `maxLength`?"),
        ('"[](spec:type:name#/pattern)"', "unknown-part", 11, "Look at its schema."),
        ('"[](spec:type:name#/type/string)"', "unknown-part", 11, "Look at its schema."),
    ],
)
def test_what_a_link_does_not_mean(note: str, code: str, column: int, help_: str) -> None:
    _, found = linked(noted(note))
    assert [(one.code.slug, one.span.line, one.span.column) for one in found] == [(code, 2, column)]
    assert found[0].help.startswith(help_)


def test_a_name_of_a_million_characters_is_not_shown_whole() -> None:
    _, (found,) = linked(noted(f'"[](spec:type:{"n" * 1_000_000})"'))
    assert (found.code.slug, found.help) == ("unknown-reference", "Define it, or correct the name.")
    assert len(found.message) < 120


def test_a_bare_name_is_of_its_own_capability_and_a_dotted_one_of_another() -> None:
    text = "brief: Two.\nschema: {type: object, properties: {a: {$ref: name}, b: {$ref: more.name}}}\n"
    registry, found = linked({"specs/demo/types/pair.yaml": text})
    assert found == []
    targets = [one.target for one in registry.references_from(Id("demo", "type", "pair"))]
    assert targets == [Id("demo", "type", "name"), Id("more", "type", "name")]


def test_fields_may_have_the_names_of_keywords_and_values_are_not_read() -> None:
    text = (
        "brief: Odd.\nschema: {properties: {default: {$ref: nmae}, x: {const: {$ref: nmae}, enum: [{$ref: nmae}]}}}\n"
    )
    _, found = linked({"specs/demo/types/odd.yaml": text})
    assert [(one.code.slug, one.span.column) for one in found] == [("unknown-reference", 39)]


def test_what_a_schema_says_of_a_field_is_prose() -> None:
    text = 'brief: Two.\nschema: {properties: {a: {type: string, description: "As [](spec:type:nmae)."}}}\n'
    _, found = linked({"specs/demo/types/pair.yaml": text})
    assert [(one.code.slug, one.span.column) for one in found] == [("unknown-reference", 66)]


def test_items_own_the_references_in_them() -> None:
    text = SETTINGS.replace("why: So.", 'why: "As [](spec:type:name) has."')
    registry, _ = linked({"specs/demo/settings/limits.yaml": text})
    users = [one.source for one in registry.references_to(Id("demo", "type", "name"))]
    assert Id("demo", "setting", "most") in users


@pytest.mark.parametrize(
    ("files", "path", "line"),
    [
        ({"specs/demo/events/name.yaml": EVENT}, "specs/demo/events/name.yaml", 1),
        (
            {"specs/demo/settings/more.yaml": SETTINGS},
            "specs/demo/settings/more.yaml",
            3,
        ),
    ],
)
def test_an_id_is_taken_once(files: dict[str, str], path: str, line: int) -> None:
    _, found = linked(files)
    (one,) = [each for each in found if each.code.slug == "duplicate-id"]
    assert (one.span.path, one.span.line) == (path, line)
    assert one.related[0].message == "first defined here"


def test_a_project_and_capabilities_need_their_files(tmp_path: Path) -> None:
    project = mini(tmp_path)
    (tmp_path / "specs/project.yaml").unlink()
    (tmp_path / "specs/demo/capability.yaml").unlink()
    found = compile_project(tmp_path).findings
    assert [(one.code.slug, one.span.path) for one in found] == [
        ("no-capability", "specs/demo/capability.yaml"),
        ("no-project", "specs/project.yaml"),
    ]
    project.write("specs/project.yaml", "title: 1\n")
    assert {one.code.slug for one in compile_project(tmp_path).findings} <= {"missing-field", "wrong-type"}


def test_what_stands_in_an_unread_file_is_not_missed(tmp_path: Path) -> None:
    project = mini(tmp_path)
    project.write("specs/demo/types/pair.yaml", "brief: Two.\nschema: {type: array, items: {$ref: name}}\n")
    project.write("specs/demo/types/name.yaml", "brief: A name, and more\nschemas: {}\n")
    assert {one.code.slug for one in compile_project(tmp_path).findings} == {"missing-field", "unknown-field"}
