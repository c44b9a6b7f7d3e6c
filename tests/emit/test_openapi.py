import json
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV32SpecValidator

from brainspec.emit.openapi import openapi
from brainspec.pipeline import compile_project
from tests.mini import Mini
from tests.repository.tree import ROOT
from tests.semantics.stream_project import proved, stream_project

PROBLEM = """\
brief: A failure.
schema: {type: object, required: [type, title, status], properties: {detail: {type: string}}}
"""
PROBLEMS = """\
topic: All
brief: What all can answer.
problems:
  - {id: bad-request, title: Unreadable, status: 400, when: It does not parse., fix: Mend it., retry: never}
  - {id: unknown, title: Unknown, status: 401, when: No token., fix: Get one., retry: never}
  - {id: not-found, title: Nothing here, status: 404, when: No such path., fix: Mend it., retry: never}
  - {id: key-in-use, title: In use, status: 409, when: It runs., fix: Wait., retry: after}
  - {id: stale, title: Stale, status: 412, when: It changed., fix: Read it again., retry: never}
  - {id: too-large, title: Too large, status: 413, when: Too many bytes., fix: Split it., retry: never}
  - {id: key-reused, title: Reused, status: 422, when: Another body., fix: Take another., retry: never}
  - {id: busy, title: Busy, status: 503, when: It shuts down., fix: Wait., retry: after}
"""
OWN = """\
topic: Own
brief: What these operations answer.
problems:
  - id: batch
    title: Too many events
    status: 413
    when: More than [](spec:setting:most) events.
    fix: Split it.
    retry: never
    extensions: {outcome: {$ref: outcome}}
    example: {detail: 11 events., outcome: fail}
"""
SETTINGS = """\
topic: Limits
brief: Limits.
settings:
  - {id: most, brief: The most things., value: 10, fixed: true, why: Ten fit.}
  - {id: size, brief: The most bytes., value: 4, unit: MiB, fixed: true, why: It fits.}
  - {id: beat, brief: How often., value: 15, unit: s, fixed: true, why: Proxies close at 30.}
"""
ENTITY = """\
brief: A thing.
as: resource
actions: {"event:write": {brief: Write.}, "event:read": {brief: Read.}}
"""
REQUIREMENTS = """\
topic: All
brief: Rules.
requirements:
  - id: DMO-001
    for: service
    subject: the service
    level: must
    predicate: judge each event of [a batch](spec:operation:send)
    why: One bad event spoils nothing.
"""
SEND = """\
brief: Send events.
http: POST /v1/events
action: event:write
idempotent: true
body: {media: {application/jsonl: stream:events, text/plain: stream:events}, limit: size}
answers: {"202": {brief: Taken., headers: {X-Count: How many.}}}
problems: [batch]
"""
TAIL = """\
brief: Read events as they come.
note: It starts at [](spec:setting:most).
http: GET /v1/events/{run}/tail
action: event:read
parameters: {since: {in: query, brief: From when., schema: {$ref: platform.timestamp}}}
answers: {"200": {brief: Events., stream: events, frame: sse, heartbeat: beat, resume: Last-Event-ID}}
"""
LIST = """\
brief: List events.
http: GET /v1/events
action: event:read
paged: {item: tool-end, by: [ts, id], max: most}
answers: {"200": {brief: A page.}}
"""
PUT = """\
brief: Store an outcome.
deprecated: {since: 0.1.0, why: Nobody needs it.}
http: PUT /v1/events/{run}/outcome
action: event:write
conditional: true
parameters: {run: {in: path, brief: The run., schema: {type: string, maxLength: 8}}}
body: outcome
answers: {"200": {brief: Stored., body: outcome}}
"""
STREAM_ENCODINGS = """\
encodings:
  json-lines: {media: application/jsonl, frame: json-line}
  marker: {media: text/plain, frame: marker-line}
  sse: {media: text/event-stream, frame: sse, ends_with: "[DONE]"}
"""


@pytest.fixture
def made(tmp_path: Path) -> Mini:
    project = stream_project(tmp_path)
    stream = (tmp_path / "specs/demo/streams/events.yaml").read_text()
    project.write("specs/demo/streams/events.yaml", stream[: stream.index("encodings:")] + STREAM_ENCODINGS)
    outcome = (tmp_path / "specs/demo/types/outcome.yaml").read_text()
    project.write("specs/demo/types/outcome.yaml", outcome + "examples: [{name: good, value: ok}]\n")
    project.write("specs/platform/types/problem.yaml", PROBLEM)
    project.write("specs/platform/problems/all.yaml", PROBLEMS)
    project.write("specs/demo/problems/own.yaml", OWN)
    project.write("specs/demo/settings/limits.yaml", SETTINGS)
    project.write("specs/demo/entities/event.yaml", ENTITY)
    project.write("specs/demo/requirements/all.yaml", REQUIREMENTS)
    for name, text in {"send": SEND, "tail": TAIL, "list": LIST, "put": PUT}.items():
        project.write(f"specs/demo/operations/{name}.yaml", text)
    return project


@pytest.fixture
def document(made: Mini) -> dict[str, Any]:
    (artefact,) = openapi(proved(made))
    assert artefact.path == "schemas/demo/openapi.json"
    found: dict[str, Any] = json.loads(artefact.text)
    return found


def test_the_document_is_valid_openapi(document: dict[str, Any]) -> None:
    assert document["openapi"] == "3.2.0"
    assert [one.message for one in OpenAPIV32SpecValidator(document).iter_errors()] == []


def test_the_validator_would_notice(document: dict[str, Any]) -> None:
    document["paths"]["/v1/events"]["post"]["responses"]["202"]["content"] = {"application/json": {"itemSchemas": 1}}
    assert [one.message for one in OpenAPIV32SpecValidator(document).iter_errors()] != []


def test_the_banner_stands_within_the_first_five_lines(made: Mini) -> None:
    (artefact,) = openapi(proved(made))
    first = "".join(artefact.text.splitlines()[:5])
    assert '"x-generated-by": "Generated by brainspec from specs/demo/ (template openapi). Do not edit."' in first


def test_an_operation_says_who_may_what_it_takes_and_what_it_answers(document: dict[str, Any]) -> None:
    send = document["paths"]["/v1/events"]["post"]
    assert send["operationId"] == "send"
    assert send["x-brainspec-action"] == "event:write"
    assert send["x-brainspec-requirements"] == ["DMO-001"]
    assert [(one["name"], one["in"], one["required"]) for one in send["parameters"]] == [
        ("Idempotency-Key", "header", False)
    ]
    assert send["requestBody"]["description"] == "At most 4 MiB."
    content = send["requestBody"]["content"]
    assert content["application/jsonl"] == {"itemSchema": {"$ref": "#/components/schemas/stream.events"}}
    assert content["text/plain"]["schema"]["type"] == "string"
    assert sorted(send["responses"]) == ["202", "400", "401", "409", "413", "422", "503"]
    assert set(send["responses"]["202"]["headers"]) == {"X-Count", "Idempotency-Replayed"}


def test_a_stream_is_described_item_by_item(document: dict[str, Any]) -> None:
    tail = document["paths"]["/v1/events/{run}/tail"]["get"]
    assert tail["description"] == "It starts at 10."
    assert [(one["name"], one["in"], one["required"]) for one in tail["parameters"]] == [
        ("since", "query", False), ("run", "path", True), ("Last-Event-ID", "header", False),
    ]  # fmt: skip
    answer = tail["responses"]["200"]
    assert answer["description"] == "Events. An idle stream gives a sign every 15 s."
    done, data = answer["content"]["text/event-stream"]["itemSchema"]["properties"]["data"]["anyOf"]
    assert done["const"] == "[DONE]"
    assert data["contentSchema"] == {"$ref": "#/components/schemas/stream.events"}
    events = document["components"]["schemas"]["stream.events"]
    assert events["oneOf"] == [{"$ref": "#/components/schemas/tool-end"}]


def test_a_list_comes_in_pages(document: dict[str, Any]) -> None:
    pages = document["paths"]["/v1/events"]["get"]
    assert [(one["name"], one["schema"].get("maximum")) for one in pages["parameters"]] == [
        ("cursor", None),
        ("limit", 10),
    ]
    page = pages["responses"]["200"]["content"]["application/json"]["schema"]
    assert page["properties"]["items"] == {
        "type": "array", "maxItems": 10, "items": {"$ref": "#/components/schemas/tool-end"},
    }  # fmt: skip
    assert page["required"] == ["items"]


def test_a_conditional_write_needs_the_version_it_changes(document: dict[str, Any]) -> None:
    put = document["paths"]["/v1/events/{run}/outcome"]["put"]
    assert put["deprecated"] is True
    assert [(one["name"], one["required"]) for one in put["parameters"]] == [("run", True), ("If-Match", True)]
    assert "412" in put["responses"]
    assert "ETag" in put["responses"]["200"]["headers"]
    assert put["requestBody"]["content"]["application/json"]["examples"] == {"good": {"value": "ok"}}


def test_problems_that_share_a_status_share_an_answer(document: dict[str, Any]) -> None:
    reference = document["paths"]["/v1/events"]["post"]["responses"]["413"]["$ref"]
    answer = document["components"]["responses"][reference.rpartition("/")[2]]
    assert answer["description"] == "More than 10 events. Or: Too many bytes."
    problem = answer["content"]["application/problem+json"]
    assert problem["schema"]["anyOf"] == [
        {"$ref": "#/components/schemas/problem.batch"}, {"$ref": "#/components/schemas/problem.platform.too-large"},
    ]  # fmt: skip
    assert problem["examples"]["batch"]["value"] == {
        "type": "https://demo.example/demo/batch", "title": "Too many events", "status": 413,
        "detail": "11 events.", "outcome": "fail",
    }  # fmt: skip
    schema = document["components"]["schemas"]["problem.batch"]
    assert schema["allOf"] == [{"$ref": "#/components/schemas/platform.problem"}]
    assert schema["properties"]["outcome"] == {"$ref": "#/components/schemas/outcome"}
    busy = document["components"]["responses"]["503-busy"]
    assert "Retry-After" in busy["headers"]


def test_a_line_is_blamed_on_the_operation_or_problem_it_came_from(made: Mini) -> None:
    (artefact,) = openapi(proved(made))
    lines = artefact.text.splitlines()

    def blamed(part: str) -> str:
        number = next(number for number, line in enumerate(lines, 1) if part in line)
        origin = artefact.origin(number)
        assert origin
        return origin.path

    assert blamed('"operationId": "tail"') == "specs/demo/operations/tail.yaml"
    assert blamed('"stream.events": {') == "specs/demo/streams/events.yaml"
    assert blamed('"problem.batch": {') == "specs/demo/problems/own.yaml"
    assert blamed('"503-busy": {') == "specs/platform/problems/all.yaml"
    assert blamed('"platform.timestamp": {') == "specs/platform/types/timestamp.yaml"


@pytest.mark.parametrize("project", [ROOT, ROOT / "tests/golden/eight"], ids=["specs", "eight"])
def test_our_own_documents_are_valid_openapi(project: Path) -> None:
    compiled = compile_project(project)
    assert compiled.proved
    documents = [json.loads(one.text) for one in openapi(compiled.proved)]
    assert documents
    assert [one.message for each in documents for one in OpenAPIV32SpecValidator(each).iter_errors()] == []
