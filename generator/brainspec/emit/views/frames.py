"""What a stream looks like on the wire, from the examples of its items."""

import json
from itertools import islice
from typing import Any

from brainspec.emit.markdown import fence
from brainspec.model import Definition
from brainspec.model.stream import Stream
from brainspec.registry import Registry
from brainspec.semantics.composition import events_of
from brainspec.semantics.examples import examples_of

MOST = 3


def frames(registry: Registry, stream: Definition[Any], frame: str) -> str:
    """Examples of items (or of events, one each), each as a frame of its own; nothing when there are none."""
    written = _sse if frame == "sse" else _json
    lines = [written(stream.body, value) for value in _items(registry, stream)]
    return fence("text", "\n".join(lines)) if lines else ""


def _json(_stream: Stream, value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _sse(stream: Stream, value: Any) -> str:
    field = next((one.id for one in stream.encodings.values() if one.frame == "sse"), None)
    number = f"id: {value[field]}\n" if field else ""
    return f"{number}data: {_json(stream, value)}\n"


def _items(registry: Registry, stream: Definition[Any]) -> list[Any]:
    if stream.body.items:
        item = registry.need(stream.body.items, stream.id.capability, "type")
        return list(islice(examples_of(registry, item).values(), MOST))
    firsts = (next(iter(examples_of(registry, event).values()), None) for event in events_of(registry, stream))
    return list(islice((value for value in firsts if value is not None), MOST))
