"""Operations: routes that differ, parameters that agree with the path, answers that HTTP allows."""

import re
from collections.abc import Iterator
from typing import Any

from brainspec.diagnostic import Related
from brainspec.diagnostic.nearest import did_you_mean
from brainspec.model import Definition
from brainspec.model.interface import Body
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule
from brainspec.semantics.schemas import schema_of

Findings = Iterator[Finding]
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_MEDIA = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]*(; ?[a-z-]+=[A-Za-z0-9.-]+)*")
_SAFE = ("GET",)
_CHANGING = ("PUT", "PATCH", "DELETE")


@rule("error", "operation")
def unmatched_path_parameter(operation: Definition[Any], _registry: Registry) -> Findings:
    """The path of an operation and its path parameters do not agree.

    Bad:
    ```yaml specs/demo/operations/read-thing.yaml
    brief: Read a thing.
    http: GET /v1/demo/things/{name}
    action: things:read
    parameters: {⟦nmae⟧: {in: path, brief: Its name., schema: {type: string, maxLength: 40}}}
    answers: {"204": {brief: It is there.}}
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    Good:
    ```yaml specs/demo/operations/read-thing.yaml
    brief: Read a thing.
    http: GET /v1/demo/things/{name}
    action: things:read
    parameters: {name: {in: path, brief: Its name., schema: {type: string, maxLength: 40}}}
    answers: {"204": {brief: It is there.}}
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    """
    in_path = PLACEHOLDER.findall(operation.body.http)
    described = [name for name, one in operation.body.parameters.items() if one.in_ == "path"]
    lost = [name for name in described if name not in in_path]
    for name in lost:
        help_ = did_you_mean(name, in_path, "Put it into the path as `{" + name + "}`, or remove it.")
        yield Finding(operation, ("parameters", name), f"The path has no `{name}`.", help_, key=True)
    for name in () if lost else in_path:
        if name not in described:
            at = operation.body.http.index("{" + name + "}")
            message, help_ = f"Nothing describes `{name}`.", "Describe it under `parameters` with `in: path`."
            yield Finding(operation, ("http",), message, help_, chars=(at, at + len(name) + 2))


@rule("error")
def duplicate_route(registry: Registry) -> Findings:
    """Two operations have the same method and path; names of path parameters make no difference.

    Bad:
    ```yaml specs/demo/operations/read-thing.yaml
    brief: Read a thing.
    http: ⟦GET /v1/demo/things⟧
    action: things:read
    answers: {"204": {brief: It is there.}}
    ```
    ```yaml specs/demo/operations/count-things.yaml
    brief: Count all things.
    http: GET /v1/demo/things
    action: things:read
    answers: {"204": {brief: They are counted.}}
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    Good:
    ```yaml specs/demo/operations/read-thing.yaml
    brief: Read a thing.
    http: GET /v1/demo/things
    action: things:read
    answers: {"204": {brief: It is there.}}
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    """
    first: dict[str, Definition[Any]] = {}
    for one in registry.of_kind("operation"):
        earlier = first.setdefault(PLACEHOLDER.sub("{}", one.body.http), one)
        if earlier is not one:
            related = (Related(earlier.span(("http",)), "first used here"),)
            message = f"`{earlier.id}` has this route."
            yield Finding(one, ("http",), message, "Choose another path or method.", related=related)


@rule("error", "operation")
def wrong_method(operation: Definition[Any], _registry: Registry) -> Findings:
    """An operation has something that its HTTP method does not allow or need.

    GET has no body and is safe to repeat as it is, so `idempotent` says nothing there; only GET has pages;
    `conditional` is for PUT, PATCH and DELETE, which change what the client has read.

    Bad:
    ```yaml specs/demo/operations/read-thing.yaml
    brief: Read a thing.
    http: GET /v1/demo/things
    action: things:read
    idempotent: ⟦true⟧
    answers: {"204": {brief: It is there.}}
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    Good:
    ```yaml specs/demo/operations/read-thing.yaml
    brief: Read a thing.
    http: GET /v1/demo/things
    action: things:read
    answers: {"204": {brief: It is there.}}
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    """
    body, method = operation.body, operation.body.http.partition(" ")[0]
    wrong = {
        "body": body.body is not None and method in _SAFE,
        "idempotent": body.idempotent and method in _SAFE,
        "paged": body.paged is not None and method not in _SAFE,
        "conditional": body.conditional and method not in _CHANGING,
    }
    for field, is_wrong in wrong.items():
        if is_wrong:
            yield Finding(operation, (field,), f"{method} has no `{field}`.", "Remove it, or change the method.")


@rule("error", "operation")
def odd_answer(operation: Definition[Any], _registry: Registry) -> Findings:
    """An answer does not say what it carries, or says it twice.

    A success carries a body or a stream; 202, 204 and 205 may carry nothing, 204 and 205 must. A stream has a frame;
    `heartbeat` and `resume` are parts of a stream.

    Bad:
    ```yaml specs/demo/operations/read-thing.yaml
    brief: Read a thing.
    http: GET /v1/demo/things
    action: things:read
    answers: {⟦"200"⟧: {brief: It is there.}}
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    Good:
    ```yaml specs/demo/operations/read-thing.yaml
    brief: Read a thing.
    http: GET /v1/demo/things
    action: things:read
    answers: {"204": {brief: It is there.}}
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    """
    for status, answer in operation.body.answers.items():
        reason = _oddness(operation, status, answer)
        if reason:
            help_ = "Name one `body` or one `stream` with its `frame`; 204 and 205 have neither."
            yield Finding(operation, ("answers", status), reason, help_, key=True)


def _oddness(operation: Definition[Any], status: str, answer: Any) -> str:
    carries = (answer.body is not None) + (answer.stream is not None)
    if status in ("204", "205") and carries:
        return f"{status} carries nothing."
    if carries > 1:
        return "A body and a stream exclude each other."
    if not carries and status not in ("202", "204", "205") and operation.body.paged is None:
        return f"{status} carries something, and this says not what."
    if (answer.stream is None) != (answer.frame is None):
        return "A stream and its frame belong together."
    return "A heartbeat needs a stream." if answer.heartbeat and not answer.stream else ""


@rule("error")
def bad_media_type(registry: Registry) -> Findings:
    """A media type is not written as `type/subtype` in lower case.

    Bad:
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: ⟦json-lines⟧, frame: json-line}}
    ```
    Good:
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    """
    help_ = "Write it as `application/json`."
    for one in registry.of_kind("operation"):
        for media in one.body.body.media if isinstance(one.body.body, Body) else ():
            if not _MEDIA.fullmatch(media):
                yield Finding(one, ("body", "media", media), "This is no media type.", help_, key=True)
    for stream in registry.of_kind("stream"):
        for name, encoding in stream.body.encodings.items():
            if not _MEDIA.fullmatch(encoding.media):
                yield Finding(stream, ("encodings", name, "media"), "This is no media type.", help_)


@rule("error", "operation")
def unknown_paging_field(operation: Definition[Any], registry: Registry) -> Findings:
    """A list is ordered by a field that its entries do not have.

    Bad:
    ```yaml specs/demo/operations/list-things.yaml
    brief: List all things.
    http: GET /v1/demo/things
    action: things:read
    paged: {item: thing, by: [⟦nmae⟧], max: page-size}
    answers: {"200": {brief: A page of things.}}
    ```
    ```yaml specs/demo/types/thing.yaml
    brief: A thing.
    schema: {type: object, required: [name], properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    ```yaml specs/demo/settings/limits.yaml
    topic: Limits
    brief: How much fits.
    settings: [{id: page-size, brief: The most things of a page., value: 50, fixed: true, why: They fit on a screen.}]
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    Good:
    ```yaml specs/demo/operations/list-things.yaml
    brief: List all things.
    http: GET /v1/demo/things
    action: things:read
    paged: {item: thing, by: [name], max: page-size}
    answers: {"200": {brief: A page of things.}}
    ```
    ```yaml specs/demo/types/thing.yaml
    brief: A thing.
    schema: {type: object, required: [name], properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    ```yaml specs/demo/settings/limits.yaml
    topic: Limits
    brief: How much fits.
    settings: [{id: page-size, brief: The most things of a page., value: 50, fixed: true, why: They fit on a screen.}]
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    """
    paged = operation.body.paged
    if paged is None:
        return
    item = registry.need(paged.item, operation.id.capability, "type", "event", "stream")
    known = schema_of(registry, item).get("properties", {})
    for number, name in enumerate(paged.by):
        if known and name not in known:
            help_ = did_you_mean(name, known, f"It has: {', '.join(known)}.")
            yield Finding(operation, ("paged", "by", number), f"`{item.id.name}` has no field `{name}`.", help_)
