"""Requests that can be sent: an operation's example as a shell command or as Python."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from brainspec.emit.markdown import fence
from brainspec.model import Definition
from brainspec.model.interface import Body, Operation, Parameter
from brainspec.registry import Registry
from brainspec.semantics.composition import events_of
from brainspec.semantics.examples import examples_of

HOST = "http://127.0.0.1:8080"
MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class Request:
    """A request: method, path with its parameters filled in, headers, body lines."""

    method: str
    path: str
    headers: dict[str, str]
    lines: tuple[str, ...] = ()


def request(registry: Registry, one: Definition[Operation]) -> Request:
    """An example of a request, its body made of validated examples."""
    method, path = one.body.http.partition(" ")[0], _path(registry, one)
    headers = {"Authorization": "Bearer $TOKEN"} if one.body.action else {}
    if one.body.idempotent:
        headers["Idempotency-Key"] = "example-1"
    media = body_of(one.body)
    if not media:
        return Request(method, path, headers)
    first, target = next(iter(media.items()))
    held = registry.need(target, one.id.capability, "type", "stream", "event")
    return Request(method, path, headers | {"Content-Type": first}, tuple(_lines(registry, held)))


def _path(registry: Registry, one: Definition[Operation]) -> str:
    """The path with examples for what must be filled in; a parameter whose type has none stays in braces."""
    path, query = one.body.http.partition(" ")[2], []
    for name, parameter in one.body.parameters.items():
        value = _example(registry, one, parameter)
        if parameter.in_ == "path" and value is not None:
            path = path.replace("{" + name + "}", quote(value, safe=""))
        elif parameter.in_ == "query" and parameter.required:
            query.append((name, value or ""))
    return f"{path}?{urlencode(query)}" if query else path


def _example(registry: Registry, one: Definition[Operation], parameter: Parameter) -> str | None:
    """What a parameter may be: the first example of its type, or the default or first value of its own schema."""
    schema = parameter.schema_
    if "$ref" in schema:
        held = registry.need(schema["$ref"], one.id.capability, "type")
        return next((str(value) for value in examples_of(registry, held).values()), None)
    given = schema.get("default", next(iter(schema.get("enum", ())), schema.get("const")))
    return None if given is None else str(given)


def body_of(operation: Operation) -> dict[str, str]:
    """The body of a request: media type to what it holds."""
    if operation.body is None:
        return {}
    return operation.body.media if isinstance(operation.body, Body) else {"application/json": operation.body}


def as_curl(one: Request) -> str:
    """A request as a shell command."""
    lines = [f"curl -sS -X {one.method} '{HOST}{one.path}'"]
    lines += [f'  -H "{name}: {value}"' for name, value in one.headers.items()]
    if not one.lines:
        return fence("bash", " \\\n".join(lines))
    lines.append("  --data-binary @- <<'EOF'")
    return fence("bash", " \\\n".join(lines) + "\n" + "\n".join(one.lines) + "\nEOF")


def as_python(one: Request) -> str:
    """A request as Python with nothing but the standard library."""
    headers = {name: value.replace("$TOKEN", "token") for name, value in one.headers.items()}
    lines = ["from urllib.request import Request, urlopen", ""]
    lines += ["lines = [", *(f"    {line!r}," for line in one.lines), "]"] if one.lines else []
    body = r', data="\n".join(lines).encode()' if one.lines else ""
    lines += [f"headers = {headers!r}", f'request = Request("{HOST}{one.path}", method="{one.method}"{body})']
    lines += [
        "request.headers.update(headers)",
        "with urlopen(request) as answer:",
        "    print(answer.read().decode())",
    ]
    return fence("python", "\n".join(lines))


def _lines(registry: Registry, held: Definition[Any]) -> Iterator[str]:
    if held.id.kind != "stream":
        yield from (json.dumps(value, ensure_ascii=False) for value in _first(registry, held))
        return
    given = [value for event in _preferred(registry, held) for value in _first(registry, event)]
    yield from (json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in given[:MOST_LINES])


def _preferred(registry: Registry, stream: Definition[Any]) -> list[Definition[Any]]:
    """The events of a stream that scenarios send, then the others."""
    events = events_of(registry, stream)
    sent = {
        reference.target
        for scenario in registry.of_kind("scenario")
        for reference in registry.references_from(scenario.id)
    }
    return sorted(events, key=lambda one: one.id not in sent)


def _first(registry: Registry, held: Definition[Any]) -> list[Any]:
    return list(examples_of(registry, held).values())[:1]
