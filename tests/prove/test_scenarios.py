"""Scenario steps wait for an implementation; what no answer could fulfil is found before."""

from pathlib import Path

import pytest

from tests.prove.project import found, proofs

FILES = {
    "operations/read-thing": """\
        brief: Read a thing.
        http: GET /v1/demo/things/{name}
        action: things:read
        parameters: {name: {in: path, brief: Its name., schema: {type: string, maxLength: 40}}}
        answers:
          "200": {brief: It is there., body: thing, headers: {ETag: Its version.}}
          "204": {brief: It has nothing to say.}
        problems: [no-thing]
    """,
    "types/thing": """\
        brief: A thing with a name and parts.
        schema:
          type: object
          properties:
            name: {type: string, maxLength: 4, description: Its name.}
            parts: {type: array, items: {type: integer}, description: The sizes of its parts.}
            maker:
              type: object
              description: Who made it.
              properties: {town: {type: string, maxLength: 9, description: Where.}}
    """,
    "problems/reading": """\
        topic: Reading
        brief: Why a thing cannot be read.
        problems:
          - {id: no-thing, title: There is no such thing, status: 404, when: It is not there., fix: Look., retry: never}
          - {id: no-time, title: There is no time, status: 418, when: Nobody has time., fix: Wait., retry: never}
    """,
    "entities/thing": 'brief: A thing.\nas: resource\nactions: {"things:read": {brief: Read it.}}\n',
    "requirements/reading": """\
        topic: Reading
        brief: How things are read.
        requirements:
          - {id: DMO-001, for: service, subject: A service, level: may, predicate: answer, why: It was asked.}
    """,
    "scenarios/read": """\
        brief: A thing is read.
        steps:
          - name: read
            call: read-thing
            path: {name: lamp}
            save: {town: /maker/town, tag: etag}
            expect: {status: 200, body: {name: lamp, parts: [1, 2], maker: {town: "{run}"}}}
            verifies: [DMO-001]
          - {name: miss, call: read-thing, path: {name: "{town}"}, expect: {problem: no-thing}}
    """,
}


def test_steps_are_live_proofs_that_wait(tmp_path: Path) -> None:
    assert found(tmp_path, FILES) == {}
    (proof,) = proofs(tmp_path, FILES)
    assert (proof.name, proof.verifies, proof.is_live, proof.outcome, proof.counts) == (
        "read", ("DMO-001",), True, "not run", True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("status: 200, ", "status: 202, ", "`read-thing` never answers 202."),
        ("problem: no-thing", "problem: no-time", "`read-thing` never answers `no-time`."),
        ("problem: no-thing", "problem: no-thing, status: 410", "`no-thing` has the status 404, not 410."),
        ("name: lamp, parts", "name: lamps, parts", 'No answer of `read-thing` looks so: "lamps" is longer than 4'),
        ("[1, 2]", "[1, x]", 'No answer of `read-thing` looks so: "x" is not of type "integer".'),
        ("[1, 2]", "{a: 1}", 'No answer of `read-thing` looks so: {"a":1} is not of type "array".'),
        ('town: "{run}"', "twon: x", "No answer of `read-thing` looks so: there is no field `twon`."),
        ("tag: etag", "tag: age", "This answer of `read-thing` has no header `age`."),
        ("/maker/town", "/maker/twon", "The answer of `read-thing` has no `twon`."),
        ("status: 200, body", "status: 204, body", "This answer of `read-thing` has no body."),
        ("status: 200, body", "status: 200, events: [], body", "This answer of `read-thing` is no stream."),
    ],
)
def test_what_can_never_come_back(tmp_path: Path, old: str, new: str, message: str) -> None:
    scenario = FILES["scenarios/read"]
    assert scenario.count(old) == 1
    result = found(tmp_path, FILES | {"scenarios/read": scenario.replace(old, new)})
    assert result["impossible-expectation"].startswith(message)
