"""What requests and answers carry, in OpenAPI's words."""

from typing import Any

from brainspec.emit.openapi_components import Components, Json
from brainspec.model import Definition
from brainspec.model.interface import Answer, Body, Operation, Paging
from brainspec.model.stream import Stream
from brainspec.semantics.examples import examples_of
from brainspec.semantics.headers import headers_of
from brainspec.semantics.problems import PLATFORM
from brainspec.semantics.prose import plain, title

BODY_KINDS = ("type", "stream", "event")
JSON_MEDIA = "application/json"
FRAME_MEDIA = {"sse": "text/event-stream", "json-line": "application/jsonl", "marker-line": "text/plain"}


def request_body(parts: Components, operation: Definition[Operation]) -> Json | None:
    """The request body object; None where nothing is carried."""
    body = operation.body.body
    if body is None:
        return None
    if isinstance(body, str):
        body = Body(media={JSON_MEDIA: body})
    capability = operation.id.capability
    content = {media: _content(parts, target, capability, media) for media, target in body.media.items()}
    return {**_size(parts, body, capability), "required": body.required, "content": content}


def success(parts: Components, operation: Definition[Operation], answer: Answer) -> Json:
    """The response object of a success."""
    registry, capability = parts.registry, operation.id.capability
    said = plain(registry, answer.brief, capability)
    if answer.heartbeat:
        said += f" An idle stream gives a sign every {_value(parts, answer.heartbeat, capability)}."
    headers = {
        name: {"description": plain(registry, brief, capability), "schema": {"type": "string"}}
        for name, brief in headers_of(operation.body, answer).items()
    }
    content = _answer_content(parts, operation, answer)
    whole: Json = {"description": said}
    return whole | ({"headers": headers} if headers else {}) | ({"content": content} if content else {})


def page_schema(parts: Components, paged: Paging, capability: str) -> Json:
    """One page of a list: the items and, when there are more, the cursor of the next page."""
    item = _target_schema(parts, paged.item, capability)
    most = parts.registry.need(paged.max, capability, "setting").body.value
    said = {"description": "The cursor of the next page; absent on the last."}
    cursor = said | parts.shared("cursor", {"type": "string", "maxLength": 512})
    items = {"type": "array", "maxItems": most, "items": item}
    return {"type": "object", "required": ["items"], "properties": {"items": items, "next": cursor}}


def _answer_content(parts: Components, operation: Definition[Operation], answer: Answer) -> Json:
    capability, content = operation.id.capability, {}
    if answer.body:
        content = {JSON_MEDIA: _content(parts, answer.body, capability, JSON_MEDIA)}
    elif operation.body.paged:
        content = {JSON_MEDIA: {"schema": page_schema(parts, operation.body.paged, capability)}}
    if answer.stream:
        stream = parts.registry.need(answer.stream, capability, "stream")
        media = _media_of(stream, answer.frame or "json-line")
        content[media] = _stream_content(parts, stream, media)
    return content


def _content(parts: Components, target: str, capability: str, media: str) -> Json:
    definition = parts.registry.need(target, capability, *BODY_KINDS)
    if definition.id.kind == "stream":
        return _stream_content(parts, definition, media)
    examples = {name: {"value": value} for name, value in examples_of(parts.registry, definition).items()}
    schema = _target_schema(parts, target, capability)
    return {"schema": schema, "examples": examples} if examples else {"schema": schema}


def _target_schema(parts: Components, target: str, capability: str) -> Json:
    definition = parts.registry.need(target, capability, *BODY_KINDS)
    if definition.id.kind == "stream":
        return parts.stream(definition)
    return parts.schema({"$ref": f"{definition.id.capability}.{definition.id.name}"})


def _stream_content(parts: Components, stream: Definition[Stream], media: str) -> Json:
    """Items one after the other; a marker line is no JSON, so its media type is only described as text."""
    encoding = next((one for one in stream.body.encodings.values() if one.media == media), None)
    frame = encoding.frame if encoding else "json-line"
    if frame == "marker-line":
        return {"schema": {"type": "string", "description": f"{stream.body.brief} One marker line an event."}}
    item = parts.stream(stream)
    if frame == "json-line":
        return {"itemSchema": item}
    return {"itemSchema": _sse_item(item, encoding.ends_with if encoding else None)}


def _sse_item(item: Json, ends_with: str | None) -> Json:
    data: Any = {"type": "string", "contentMediaType": JSON_MEDIA, "contentSchema": item}
    if ends_with:
        data = {"anyOf": [{"const": ends_with, "description": "The stream is over."}, data]}
    fields = {"data": data, "event": {"type": "string"}, "id": {"type": "string"}, "retry": {"type": "integer"}}
    return {"type": "object", "required": ["data"], "properties": fields}


def _media_of(stream: Definition[Stream], frame: str) -> str:
    found = (one.media for one in stream.body.encodings.values() if one.frame == frame)
    return next(found, FRAME_MEDIA[frame])


def _size(parts: Components, body: Body, capability: str) -> Json:
    shared = parts.registry.find(f"{PLATFORM}.body-bytes", PLATFORM, ("setting",))
    limit = body.limit or (f"{PLATFORM}.body-bytes" if shared else None)
    return {"description": f"At most {_value(parts, limit, capability)}."} if limit else {}


def _value(parts: Components, setting: str, capability: str) -> str:
    return title(parts.registry.need(setting, capability, "setting"))
