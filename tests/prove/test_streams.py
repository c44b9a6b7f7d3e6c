"""Executors of streams and mappings: this repository's own cases run, and a wrong one is found where it stands."""

from pathlib import Path

import pytest

from brainspec.diagnostic import Diagnostic
from brainspec.pipeline import compile_project
from brainspec.prove.mappings import prove_mappings
from brainspec.prove.streams import prove_streams
from brainspec.registry import Proof
from tests.mini import mini
from tests.semantics.own_events import registry

ENTRY = """\
brief: What every event has.
schema:
  type: object
  required: [v, event]
  properties:
    v: {type: integer, const: 1, description: Version.}
    event: {type: string, maxLength: 40, description: Name.}
"""
STREAM = """\
brief: What the demo reports.
envelope: entry
discriminator: event
sample: {v: 1}
encodings: {json: {media: application/jsonl, frame: json-line}, text: {media: text/plain, frame: marker-line}}
mappings: [old]
"""
EVENT = """\
brief: A thing got its name.
stream: log
marker: NAMED
emitted: Once for every thing.
severity: info
schema:
  required: [name]
  properties:
    name: {type: string, maxLength: 40, description: Its name.}
    size: {type: integer, description: Its size.}
examples: [{name: small, value: {name: x}}]
"""
MAPPING = """\
brief: Old lines.
to: log
encoding: marker
every: {set: {v: 1}}
rules:
  - {id: old-first, brief: A small title., marker: TITLE, where: {size: small}, to: named, rename: {title: name}}
  - {id: old-name, brief: A name was a title., marker: TITLE, to: named, rename: {title: name}}
  - {id: words, brief: A word for a number., field: size, values: {small: 1, huge: many}}
"""


LACKING = "The line is rejected: Read by `old-name`: The event lacks `name`."


def found(folder: Path, stream: str = "", mapping: str = MAPPING) -> list[Diagnostic]:
    project = mini(folder)
    project.write("specs/demo/types/entry.yaml", ENTRY)
    project.write("specs/demo/streams/log.yaml", STREAM + stream)
    project.write("specs/demo/events/named.yaml", EVENT)
    project.write("specs/demo/mappings/old.yaml", mapping)
    return [one for one in compile_project(project.root).findings if one.code.slug.startswith("failed-")]


def test_every_case_of_this_repository_runs_and_passes() -> None:
    results = [*prove_streams(registry()), *prove_mappings(registry())]
    proofs = [one for one in results if isinstance(one, Proof)]
    assert len(proofs) == len(results)
    assert {one.outcome for one in proofs} == {"passed"}
    bodies = [one.body for one in registry().of_kind("stream")]
    cases = sum(
        len(body.cases) + len(body.lines) + sum(len(one.cases) for one in (*body.pairs, *body.conflicts))
        for body in bodies
    )
    assert len(proofs) == cases + sum(len(one.body.cases) for one in registry().of_kind("rule"))


def test_every_rule_of_this_repository_has_a_case() -> None:
    assert [one.id.name for one in registry().of_kind("rule") if not one.body.cases] == []


@pytest.mark.parametrize(
    ("case", "message"),
    [
        ("{name: a, of: named, event: {name: two words}, marker: 'name=\"two words\"'}", ""),
        ("{name: a, of: named, event: {name: two words}, marker: name=two}", '`a` is written `name="two words"`.'),
        ("{name: a, of: named, event: {size: 1, name: x}, marker: size=1 name=x}", "`a` is written `name=x size=1`."),
        ("{name: a, of: named, event: {name: x, size: many}, marker: name=x size=many}", "not read back"),
    ],
)  # fmt: skip
def test_encoding_cases(tmp_path: Path, case: str, message: str) -> None:
    diagnostics = found(tmp_path, f"cases: [{case}]\n")
    assert [message in one.message and one.span.line for one in diagnostics] == ([7] if message else [])


@pytest.mark.parametrize(
    ("line", "is_", "message"),
    [
        (":::NAMED::: v=1 name=x", "conforming", ""),
        (":::NAMED::: v=1 name=x", "legacy", "A reader takes `a` for `conforming`."),
        (":::NAMED::: v=1", "conforming", "A reader takes `a` for `rejected`: The event lacks `name`."),
    ],
)
def test_line_cases(tmp_path: Path, line: str, is_: str, message: str) -> None:
    diagnostics = found(tmp_path, f'lines: [{{name: a, line: "{line}", is: {is_}}}]\n')
    assert [one.message for one in diagnostics] == ([message] if message else [])


@pytest.mark.parametrize(
    ("rule", "case", "message"),
    [
        ("old-name", '{from: ":::TITLE::: title=x", to: {name: x}}', ""),
        ("old-name", '{from: ":::TITLE::: title=x", to: {name: x, size: 1}}', "`size` becomes null."),
        ("old-name", '{from: ":::TITLE::: title=x size=small", to: {}}', "The line is read by `old-first`."),
        ("old-name", '{from: ":::TITLE:::", to: {}}', LACKING),
        ("old-name", '{from: ":::NAMED::: v=1 name=x", to: {}}', "The line is canonical already."),
        ("old-name", '{from: ":::TITLE::: title=x", after: [text], to: {}}', "Line 1 before it is other."),
        ("words", "{from: small, to: 1}", ""),
        ("words", "{from: small, to: 2}", "It becomes 1."),
        ("words", "{from: tiny, to: 2}", "No rule mends this value."),
        ("words", "{from: huge, to: many}", "No event can have this value in `size`."),
    ],
)  # fmt: skip
def test_mapping_cases(tmp_path: Path, rule: str, case: str, message: str) -> None:
    lines = [
        line.removesuffix("}") + f", cases: [{case}]}}" if f"id: {rule}," in line else line
        for line in MAPPING.splitlines()
    ]
    assert [one.message for one in found(tmp_path, mapping="\n".join(lines))] == ([message] if message else [])
