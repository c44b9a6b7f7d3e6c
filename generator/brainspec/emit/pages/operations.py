"""The sub-page of operations: who may call, what to send, what comes back."""

from collections.abc import Iterator
from typing import Any

from brainspec.emit.markdown import json_fence, table_text
from brainspec.emit.pages.sub_page import SubPage
from brainspec.emit.views.definitions import links, opening
from brainspec.emit.views.fields import type_words
from brainspec.emit.views.frames import frames
from brainspec.emit.views.requests import as_curl, body_of, request
from brainspec.model import Definition
from brainspec.model.interface import Answer, Body, Operation, WireOperation
from brainspec.registry import Proved, Registry
from brainspec.semantics.examples import examples_of
from brainspec.semantics.headers import headers_of
from brainspec.semantics.problems import problems_of
from brainspec.semantics.prose import Page, linked, read_as, resolved
from brainspec.semantics.typography import code

HELD = ("type", "stream", "event")
KEY = "The same key and body get the same answer again; the work is done once."
MATCH = "The version that the change is meant for."
CURSOR = "Where the page starts; from the answer before."
LIMIT = "The most entries of the page."
FRAMES = {"sse": "as server-sent events", "json-line": "as JSON lines"}


def route_row(page: Page, one: Definition[Any]) -> tuple[str, str]:
    """An operation as its linked route and its sentence."""
    return linked(page, one), resolved(page, one.body.brief)


def _section(proved: Proved, page: Page, one: Definition[Any]) -> dict[str, str]:
    body: Operation = one.body
    return {
        **opening(proved, page, one, access(page, body), _safety(body)),
        "route": code(body.http),
        "send": table_text(("Send", "Type", "Meaning"), _sent(page, body)),
        "request": as_curl(request(proved.registry, one)),
        "answer": _answer_example(proved.registry, one),
        "frames": _frames(proved.registry, one),
        "answers": table_text(("Status", "Body", "When"), _answers(page, one)),
    }


def access(page: Page, body: Operation | WireOperation) -> str:
    """Who may call: the action that is needed, or why none is."""
    if body.action:
        return f"action {links(page, [body.action], 'action')}"
    return f"open to anybody, because {resolved(page, body.open or '')}"


def _safety(body: Operation) -> str:
    if body.http.startswith("GET "):
        return "safe to repeat"
    return "safe to repeat with `Idempotency-Key`" if body.idempotent else ""


def _sent(page: Page, body: Operation) -> Iterator[tuple[str, str, str]]:
    for media, target in body_of(body).items():
        yield f"body, {code(media)}", _held(page, target), _limit(page, body)
    if body.idempotent:
        yield "header `Idempotency-Key`", _platform_type(page, "idempotency-key"), KEY
    if body.conditional:
        yield "header `If-Match`, required", "entity tag", MATCH
    if body.paged:
        yield "query `cursor`", _platform_type(page, "cursor"), CURSOR
        yield "query `limit`", f"whole number from 1 to {links(page, [body.paged.max], 'setting')}", LIMIT
    for name, one in body.parameters.items():
        required = ", required" if one.required or one.in_ == "path" else ""
        yield f"{one.in_} {code(name)}{required}", type_words(page, one.schema_), resolved(page, one.brief)


def _held(page: Page, target: str) -> str:
    found = page.registry.need(target, page.capability, *HELD)
    return f"lines of {linked(page, found)}" if found.id.kind == "stream" else linked(page, found)


def _limit(page: Page, body: Operation) -> str:
    if not isinstance(body.body, Body):
        return "Required."
    needed = "Required" if body.body.required else "Optional"
    return f"{needed}, up to {links(page, [body.body.limit], 'setting')}." if body.body.limit else f"{needed}."


def _platform_type(page: Page, name: str) -> str:
    found = page.registry.find(f"platform.{name}", page.capability, ("type",))
    return linked(page, found) if found else "text"


def _answer_example(registry: Registry, one: Definition[Operation]) -> str:
    """The fullest example of the first answer that has a body."""
    for answer in one.body.answers.values():
        if answer.body:
            values = examples_of(registry, registry.need(answer.body, one.id.capability, *HELD))
            longest = max(values.values(), key=lambda value: len(str(value)), default=None)
            return json_fence(longest) if longest is not None else ""
    return _page_example(registry, one)


def _page_example(registry: Registry, one: Definition[Operation]) -> str:
    """A page of one entry."""
    if one.body.paged is None:
        return ""
    values = examples_of(registry, registry.need(one.body.paged.item, one.id.capability, *HELD))
    return json_fence({"items": list(values.values())[:1]})


def _frames(registry: Registry, one: Definition[Operation]) -> str:
    """Frames of the first answer that is a stream."""
    for answer in one.body.answers.values():
        if answer.stream:
            return frames(registry, registry.need(answer.stream, one.id.capability, "stream"), answer.frame or "sse")
    return ""


def _answers(page: Page, one: Definition[Operation]) -> Iterator[tuple[str, str, str]]:
    for status, answer in one.body.answers.items():
        yield status, _answer_body(page, one.body, answer), _when(page, one.body, answer)
    for problem in problems_of(page.registry, one):
        yield str(problem.body.status), linked(page, problem), resolved(read_as(page, problem), problem.body.when)


def _answer_body(page: Page, body: Operation, answer: Answer) -> str:
    if body.paged and not answer.body and not answer.stream:
        return f"`items`, each {links(page, [body.paged.item], *HELD)}, and `next`, the cursor of the next page"
    if answer.body:
        return links(page, [answer.body], *HELD)
    if answer.stream:
        return f"{links(page, [answer.stream], 'stream')} {FRAMES[answer.frame or 'sse']}"
    return "empty"


def _when(page: Page, body: Operation, answer: Answer) -> str:
    parts = [resolved(page, answer.brief)]
    if answer.heartbeat:
        parts.append(f"An idle stream gives a sign every {links(page, [answer.heartbeat], 'setting')}.")
    if answer.resume:
        parts.append(f"A reader continues with {code(answer.resume)}.")
    parts += [f"Header {code(name)}: {resolved(page, brief)}" for name, brief in headers_of(body, answer).items()]
    return " ".join(parts)


PAGE = SubPage(
    "operation",
    "operations",
    "operations",
    "The HTTP interface of {capability}, also as OpenAPI in `schemas/`.",
    ("Operation", "What it does"),
    route_row,
    _section,
)
