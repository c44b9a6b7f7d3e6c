"""Whatever a client sends, an envelope is read to its end or to the item that nobody can delimit."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain_reference.algorithms.sentry_envelope import sentry_envelope

NOW = "2026-02-03T10:15:30Z"
EVENT_ID = "0123456789abcdef" * 2
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
EVENT_KEYS = [
    "exception", "values", "type", "value", "stacktrace", "frames", "tags", "user", "id", "breadcrumbs", "level",
    "logentry", "message", "contexts", "trace", "trace_id", "mechanism", "timestamp", "release",
]  # fmt: skip
SESSION_KEYS = ["sid", "seq", "started", "timestamp", "status", "errors", "duration", "attrs", "aggregates", "did"]
NAMED = st.recursive(
    JSON, lambda inner: st.dictionaries(st.sampled_from(EVENT_KEYS + SESSION_KEYS), inner, max_size=5), max_leaves=12
)


def read(*items: tuple[str, Any], sized: bool = True) -> dict[str, Any]:
    lines = ["{}"]
    for kind, content in items:
        payload = json.dumps(content)
        lines += [json.dumps({"type": kind} | ({"length": len(payload.encode())} if sized else {})), payload]
    made: dict[str, Any] = sentry_envelope({"project": "loop", "now": NOW, "body": "\n".join(lines)})
    return made


def session(**changes: Any) -> dict[str, Any]:
    plain = {"sid": EVENT_ID, "timestamp": NOW, "started": NOW, "status": "ok", "attrs": {"release": "1"}}
    return plain | changes


@given(st.text())
def test_any_text_is_read_or_refused(body: str) -> None:
    made = sentry_envelope({"project": "loop", "now": NOW, "body": body.encode(errors="replace").decode()})
    assert made.keys() <= {"unreadable", "crashes", "sessions", "counts", "check_ins", "thrown_away", "refused"}


@given(st.sampled_from(["event", "session", "sessions", "check_in", "client_report"]), NAMED, st.booleans())
def test_any_content_is_taken_or_refused_by_number(kind: str, content: Any, sized: bool) -> None:
    made = read((kind, content), ("session", session()), sized=sized)
    assert [one["item"] for one in made.get("refused", [])] in ([], [1])
    assert EVENT_ID in [one["id"] for one in made["sessions"]]


@pytest.mark.parametrize(
    ("told", "status", "errors"),
    [
        ({"status": "exited"}, "exited", 0),
        ({"status": "exited", "errors": 2}, "errored", 2),
        ({"status": "unhandled"}, "errored", 1),
        ({"status": "crashed", "errors": 1}, "crashed", 1),
        ({"status": "ok", "errors": -1}, "ok", 0),
    ],
)
def test_statuses_of_sessions(told: dict[str, Any], status: str, errors: int) -> None:
    (made,) = read(("session", session(**told)))["sessions"]
    assert (made["status"], made["errors"]) == (status, errors)


@pytest.mark.parametrize(
    ("timestamp", "ts"),
    [
        (0, "1970-01-01T00:00:00.000Z"),
        (1770113730.9999, "2026-02-03T10:15:30.999Z"),
        ("2026-02-03T11:15:30.1239+01:00", "2026-02-03T10:15:30.123Z"),
        ("2026-02-03T10:15:30", "2026-02-03T10:15:30.000Z"),
        ("20260203T101530Z", NOW),
        (1e300, NOW),
        (True, NOW),
        (None, NOW),
    ],
)
def test_times_are_cut_to_milliseconds_or_the_arrival(timestamp: object, ts: str) -> None:
    event = {"event_id": EVENT_ID, "timestamp": timestamp, "exception": [{"type": "E"}]}
    assert read(("event", event))["crashes"][0]["ts"] == ts


def test_what_is_dropped_stays_out() -> None:
    frame = {"function": "f", "vars": {"token": "Zq7"}}
    event = {
        "event_id": EVENT_ID, "exception": {"values": [{"type": "E", "stacktrace": {"frames": [frame]}}]},
        "request": {"data": "Zq7"}, "extra": {"a": "Zq7"}, "user": {"id": "Zq7@brain.example", "email": "Zq7"},
        "modules": {"Zq7": "1"}, "server_name": "Zq7", "contexts": {"os": {"name": "Zq7"}}, "tags": {"a b": "Zq7"},
    }  # fmt: skip
    made = read(("event", event))
    assert made.keys() == {"crashes"}
    assert "Zq7" not in json.dumps(made)


def test_the_innermost_frames_and_the_latest_breadcrumbs_stay() -> None:
    frames = [{"function": f"f{number}"} for number in range(150)]
    crumbs = [{"message": str(number)} for number in range(80)]
    event = {"event_id": EVENT_ID, "exception": [{"stacktrace": {"frames": frames}}], "breadcrumbs": crumbs}
    (made,) = read(("event", event))["crashes"]
    assert [one["function"] for one in made["frames"]] == [f"f{number}" for number in range(149, 49, -1)]
    assert [one["text"] for one in made["breadcrumbs"]] == [str(number) for number in range(30, 80)]


def test_items_behind_the_hundredth_are_refused() -> None:
    made = read(*[("session", session())] * 102)
    assert len(made["sessions"]) == 100
    assert made["refused"] == [{"item": 101, "code": "too-many"}, {"item": 102, "code": "too-many"}]


@pytest.mark.parametrize("header", ["[]", '{"type":"event","length":3}', '{"type":"event","length":-1}', "nonsense"])
def test_an_item_without_an_end_is_the_last(header: str) -> None:
    made = sentry_envelope({"project": "loop", "now": NOW, "body": f"{{}}\n{header}\n{{}}"})
    assert made["refused"] == [{"item": 1, "code": "syntax"}]


def test_numbers_that_are_none_break_the_item_alone() -> None:
    body = '{}\n{"type":"session"}\n{"errors":NaN}\n{"type":"client_report"}\n{"discarded_events":[{"quantity":2}]}'
    made = sentry_envelope({"project": "loop", "now": NOW, "body": body})
    assert (made["refused"], made["thrown_away"]) == ([{"item": 1, "code": "syntax"}], 2)


@pytest.mark.parametrize(
    ("schedule", "zone", "made"),
    [
        ({"type": "crontab", "value": "0 3 * * *"}, "Europe/Berlin", {"crontab": "0 3 * * *", "zone": "Europe/Berlin"}),
        ({"type": "crontab", "value": "0 3 * * *"}, None, {"crontab": "0 3 * * *", "zone": "UTC"}),
        ({"type": "interval", "value": 2, "unit": "hour"}, None, {"every_min": 120}),
        ({"type": "interval", "value": 1, "unit": "month"}, None, None),
        ({"type": "sundial"}, None, None),
    ],
)
def test_schedules_that_come_with_a_check_in(schedule: object, zone: str | None, made: dict[str, Any] | None) -> None:
    config = {"schedule": schedule, "timezone": zone, "checkin_margin": 5}
    told = {"monitor_slug": "nightly", "check_in_id": "0" * 32, "status": "in_progress", "monitor_config": config}
    found = read(("check_in", told))
    signal = {"slug": "nightly", "signal": {"status": "in_progress"}}
    expected = {"check_ins": [signal | {"terms": {"schedule": made, "margin_min": 5}}]}
    assert found == (expected if made else {"refused": [{"item": 1, "code": "invalid"}]})
