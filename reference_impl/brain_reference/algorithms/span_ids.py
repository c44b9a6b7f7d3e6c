"""Gives an event its trace, its span and the span around it."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

# In the order and the words of the spec `observability.vector:span-ids`.
_PLACES = (("run", "run_id"), ("iteration", "iter"), ("phase", "phase"))
_OWN = {
    "task_start": ("task", "task_id"),
    "task_end": ("task", "task_id"),
    "tool_start": ("call", "call_id"),
    "tool_end": ("call", "call_id"),
    "model_call": ("call", "call_id"),
    "verifier_start": ("call", "verify_id"),
    "verifier_result": ("call", "verify_id"),
}


def span_ids(given: Mapping[str, Any]) -> dict[str, Any]:
    """The ids of an event: `trace` in two halves of 16 hex digits, `span` and, except for a run, `parent`.

    `given` has the fields of the event. An id that the event carries is kept; any other follows from its fields.
    """
    spans = _spans(given)
    trace = given.get("trace_id") or _digest(given["run_id"])[:32]
    parent = given.get("parent_span_id") or (spans[-2] if len(spans) > 1 else None)
    found = {"trace": [trace[:16], trace[16:]], "span": given.get("span_id") or spans[-1]}
    return found | ({"parent": parent} if parent else {})


def _spans(given: Mapping[str, Any]) -> list[str]:
    """The spans an event lies in, the outermost first, its own last."""
    values: list[Any] = []
    spans = []
    for sort, field in _PLACES:
        if field not in given:
            break
        values.append(given[field])
        spans.append(_digest(sort, *values)[:16])
        if given["event"].startswith(f"{sort}_"):
            return spans
    if given["event"] in _OWN:
        sort, field = _OWN[given["event"]]
        spans.append(_digest(sort, given["run_id"], given[field])[:16])
    return spans


def _digest(*texts: Any) -> str:
    return sha256("\n".join(map(str, texts)).encode()).hexdigest()
