"""Reads a Sentry envelope into crash reports, sessions, counts and check-ins of ours."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from brain_reference.algorithms import sentry_items
from brain_reference.algorithms.sentry_items import Json, Unfit

_MOST_ITEMS = 100


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an envelope: its number from 1, the type its header names, and its payload."""

    number: int
    type: str
    payload: bytes | None


def sentry_envelope(given: Mapping[str, Any]) -> Json:
    """What becomes of an envelope: our shapes, in the order of the items, and the refused items by number.

    `given` has `project`, `now` (the arrival, a timestamp) and `body` (the envelope as text). An envelope without a
    readable header gives `{"unreadable": true}`; every other one is judged item by item. What is empty is left out.
    """
    header, _, rest = given["body"].encode().partition(b"\n")
    if not isinstance(_parsed(header), dict):
        return {"unreadable": True}
    found: Json = {"crashes": [], "sessions": [], "counts": [], "check_ins": [], "thrown_away": 0, "refused": []}
    for item in _items(rest):
        code = _taken(item, given, found)
        if code:
            found["refused"].append({"item": item.number, "code": code})
    return {name: value for name, value in found.items() if value}


def _items(body: bytes) -> Iterator[Item]:
    """The items one after the other; one that cannot be delimited is the last, with no payload."""
    number = 0
    while body := body.lstrip(b"\n"):
        number += 1
        line, _, body = body.partition(b"\n")
        header = _parsed(line)
        length = header.get("length") if isinstance(header, dict) else -1
        if length is None:
            payload, _, body = body.partition(b"\n")
        elif isinstance(length, int) and 0 <= length <= len(body):
            payload, body = body[:length], body[length:]
        else:
            yield Item(number, "", None)
            return
        yield Item(number, str(header.get("type", "")), payload)


def _taken(item: Item, given: Mapping[str, Any], found: Json) -> str:
    """Adds what the item holds to what was found; the code of its refusal, or nothing."""
    if item.payload is None:
        return "syntax"
    if item.number > _MOST_ITEMS:
        return "too-many"
    if item.type not in _READERS:
        return "unsupported"
    content = _parsed(item.payload)
    if not isinstance(content, dict):
        return "syntax"
    try:
        _READERS[item.type](content, given, found)
    except Unfit as unfit:
        return str(unfit)
    return ""


def _parsed(text: bytes) -> Any:
    try:
        return json.loads(text.decode(), parse_constant=_no_number)
    except (ValueError, RecursionError):
        return None


def _no_number(name: str) -> None:
    raise ValueError(name)


def _read_event(content: Json, given: Mapping[str, Any], found: Json) -> None:
    found["crashes"].append(sentry_items.crash(content, given["project"], given["now"]))


def _read_session(content: Json, given: Mapping[str, Any], found: Json) -> None:
    found["sessions"].append(sentry_items.session(content, given["project"], given["now"]))


def _read_counts(content: Json, given: Mapping[str, Any], found: Json) -> None:
    found["counts"].extend(sentry_items.session_counts(content, given["project"], given["now"]))


def _read_check_in(content: Json, _given: Mapping[str, Any], found: Json) -> None:
    found["check_ins"].append(sentry_items.check_in(content))


def _read_report(content: Json, _given: Mapping[str, Any], found: Json) -> None:
    found["thrown_away"] += sentry_items.thrown_away(content)


_READERS: Mapping[str, Callable[[Json, Mapping[str, Any], Json], None]] = {
    "event": _read_event,
    "session": _read_session,
    "sessions": _read_counts,
    "check_in": _read_check_in,
    "client_report": _read_report,
}
