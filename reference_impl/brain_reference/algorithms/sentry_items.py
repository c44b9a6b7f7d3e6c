"""Brings what the items of a Sentry envelope hold into our own shapes."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]

_SESSION_STATUS = {one: one for one in ("ok", "exited", "errored", "abnormal", "crashed")} | {"unhandled": "errored"}
_CHECK_IN_STATUS = ("in_progress", "ok", "error")
_MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080}
_COUNTS = ("exited", "errored", "abnormal", "crashed")
_CUTS = {"type": 200, "function": 200, "module": 200, "file": 500, "release": 200, "environment": 64, "platform": 40}
_USER = re.compile(r"[0-9A-Za-z][0-9A-Za-z._:-]{0,63}")
_TAG = re.compile(r"[A-Za-z][0-9A-Za-z._-]{0,31}")
_RUN = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,63}")
_HEX_32 = re.compile(r"[0-9a-f]{32}")
_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})?"
)
_FAILURES = ("error", "fatal")
_MOST_FRAMES, _MOST_BREADCRUMBS, _MOST_LINES, _MOST_TAGS = 100, 50, 5, 32


class Unfit(ValueError):
    """An item that cannot become one of ours; its text is the code of the refusal."""


def crash(event: Json, project: str, now: str) -> Json:
    """The crash report of a Sentry event, of its last exception or, without one, of its message."""
    raised = [one for one in _listed(event.get("exception")) if isinstance(one, dict)]
    if not raised and event.get("level", "error") not in _FAILURES:
        raise Unfit("not-a-crash")
    cause = raised[-1] if raised else {"type": "message", "value": _message(event)}
    if not raised and not cause["value"]:
        raise Unfit("not-a-crash")
    mechanism, tags = _mapping(cause.get("mechanism")), _tags(event.get("tags"))
    trace_id = str(_mapping(_mapping(event.get("contexts")).get("trace")).get("trace_id"))
    return _present(
        {
            "id": identifier(event.get("event_id")),
            "ts": moment(event.get("timestamp"), now),
            "project": project,
            "release": _text(event, "release"),
            "environment": _text(event, "environment") or "production",
            "platform": _text(event, "platform"),
            "type": _text(cause, "type") or "Error",
            "message": _words(cause.get("value")),
            "handled": mechanism.get("handled") is not False,
            "frames": _frames(_mapping(cause.get("stacktrace")).get("frames")),
            "breadcrumbs": _breadcrumbs(event.get("breadcrumbs"), now),
            "tags": tags,
            "user": user(_mapping(event.get("user")).get("id")),
            "run_id": tags["run_id"] if _RUN.fullmatch(tags.get("run_id", "")) else None,
            "trace_id": trace_id if _HEX_32.fullmatch(trace_id) else None,
        }
    )


def session(given: Json, project: str, now: str) -> Json:
    """The session update of a Sentry session item."""
    attributes = _mapping(given.get("attrs"))
    status, errors = _SESSION_STATUS.get(str(given.get("status", "ok"))), _count(given.get("errors"))
    ts = moment(given.get("timestamp"), now)
    if status is None or not given.get("sid") or not _text(attributes, "release"):
        raise Unfit("invalid")
    sequence = given.get("seq")
    return _present(
        {
            "id": identifier(given["sid"]),
            "project": project,
            "seq": sequence if _is_count(sequence) else round(_seconds(ts) * 1000),
            "ts": ts,
            "started": moment(given.get("started"), ts),
            "status": "errored" if status == "exited" and errors else status,
            "errors": max(errors, 1) if status == "errored" else errors,
            "duration_ms": milliseconds(given.get("duration")),
            "release": _text(attributes, "release"),
            "environment": _text(attributes, "environment") or "production",
            "user": user(given.get("did")),
        }
    )


def session_counts(given: Json, project: str, now: str) -> list[Json]:
    """The hourly counts of a Sentry item of aggregates, one for each of its entries."""
    attributes = _mapping(given.get("attrs"))
    if not _text(attributes, "release"):
        raise Unfit("invalid")
    return [
        {
            "project": project,
            "release": _text(attributes, "release"),
            "environment": _text(attributes, "environment") or "production",
            "hour": moment(one.get("started"), now)[:13] + ":00:00Z",
            **{name: _count(one.get(name)) for name in _COUNTS},
        }
        for one in _listed(given.get("aggregates"))
        if isinstance(one, dict)
    ]


def check_in(given: Json) -> Json:
    """The signal of a Sentry check-in, its monitor, and the terms it brings along, if any."""
    if given.get("status") not in _CHECK_IN_STATUS or not _text(given, "monitor_slug"):
        raise Unfit("invalid")
    named = given.get("check_in_id")
    signal = {
        "status": given["status"],
        "id": identifier(named) if named and set(str(named)) - set("0-") else None,
        "duration_ms": milliseconds(given.get("duration")),
    }
    config = _mapping(given.get("monitor_config"))
    terms = _terms(config) if config else None
    return _present({"slug": _text(given, "monitor_slug"), "signal": _present(signal), "terms": terms})


def thrown_away(report: Json) -> int:
    """How many items a client says it threw away before sending."""
    listed = _listed(report.get("discarded_events"))
    return sum(_count(one.get("quantity")) for one in listed if isinstance(one, dict))


def identifier(given: object) -> str:
    """A UUID in lower case and without hyphens; the rest has no place in our ids."""
    text = str(given).replace("-", "").lower()
    if not _HEX_32.fullmatch(text):
        raise Unfit("invalid")
    return text


def moment(given: object, otherwise: str) -> str:
    """A time in seconds or RFC 3339 as a timestamp in UTC, cut to milliseconds; `otherwise` where it is none."""
    is_number = isinstance(given, int | float) and not isinstance(given, bool)
    try:
        at = datetime.fromtimestamp(given, UTC) if is_number else _parsed(str(given))  # type: ignore[arg-type]
    except (ValueError, OverflowError, OSError):
        return otherwise
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def milliseconds(seconds: object) -> int | None:
    """A duration in seconds as whole milliseconds, or nothing."""
    is_number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
    return int(seconds * 1000) if is_number and 0 <= seconds <= 604_800 else None  # type: ignore[operator]


def user(given: object) -> str | None:
    """An opaque name of a user: the id itself where it is one, else a digest of it."""
    text = str(given) if isinstance(given, str | int) and not isinstance(given, bool) else ""
    if not text or _USER.fullmatch(text):
        return text or None
    return f"u-{hashlib.sha256(text.encode(errors='replace')).hexdigest()[:24]}"


def _terms(config: Json) -> Json:
    names = {
        "margin_min": "checkin_margin",
        "max_runtime_min": "max_runtime",
        "failure_threshold": "failure_issue_threshold",
        "recovery_threshold": "recovery_threshold",
    }
    return _present({"schedule": _schedule(config)} | {ours: config.get(theirs) for ours, theirs in names.items()})


def _schedule(config: Json) -> Json:
    given = _mapping(config.get("schedule"))
    value: Any = given.get("value")
    unit = _MINUTES.get(str(given.get("unit")))
    if given.get("type") == "crontab":
        return {"crontab": value, "zone": config.get("timezone") or "UTC"}
    if given.get("type") != "interval" or unit is None or not _is_count(value):
        raise Unfit("invalid")
    return {"every_min": value * unit}


def _parsed(text: str) -> datetime:
    if not _TIME.fullmatch(text):
        raise ValueError(text)
    at = datetime.fromisoformat(text.upper())
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _seconds(ts: str) -> float:
    return datetime.fromisoformat(ts).timestamp()


def _message(event: Json) -> Any:
    entry = event.get("logentry")
    said = _mapping(entry)
    return said.get("formatted") or said.get("message") or event.get("message")


def _frames(given: object) -> list[Json]:
    innermost = [one for one in _listed(given) if isinstance(one, dict)][::-1][:_MOST_FRAMES]
    return [_frame(one) for one in innermost]


def _frame(one: Json) -> Json:
    return _present(
        {
            "function": _text(one, "function"),
            "module": _text(one, "module"),
            "file": _text({"file": one.get("filename") or one.get("abs_path")}, "file"),
            "line": one.get("lineno") if _is_count(one.get("lineno")) else None,
            "in_app": one.get("in_app") is True,
            "before": _lines(one.get("pre_context"))[-_MOST_LINES:],
            "code": _words(one.get("context_line")),
            "after": _lines(one.get("post_context"))[:_MOST_LINES],
        }
    )


def _breadcrumbs(given: object, now: str) -> list[Json]:
    latest = [one for one in _listed(given) if isinstance(one, dict)][-_MOST_BREADCRUMBS:]
    return [
        _present(
            {
                "ts": moment(one.get("timestamp"), now),
                "category": str(one.get("category") or one.get("type") or "default")[:64],
                "text": _words(one.get("message")),
            }
        )
        for one in latest
    ]


def _tags(given: object) -> dict[str, str]:
    pairs = given.items() if isinstance(given, dict) else [one for one in _listed(given) if _is_pair(one)]
    texts = {name: value for name, value in pairs if isinstance(name, str) and isinstance(value, str) and value}
    return {name: texts[name] for name in sorted(texts)[:_MOST_TAGS] if _TAG.fullmatch(name)}


def _is_pair(one: object) -> bool:
    return isinstance(one, list) and len(one) == 2


def _is_count(one: object) -> bool:
    return isinstance(one, int) and not isinstance(one, bool) and one >= 0


def _count(one: Any) -> int:
    return one if _is_count(one) else 0


def _listed(given: object) -> Sequence[Any]:
    """A list, or the list in `values`, as older clients wrap it."""
    inner = given.get("values") if isinstance(given, dict) else given
    return inner if isinstance(inner, list) else ()


def _mapping(given: object) -> Json:
    return given if isinstance(given, dict) else {}


def _text(given: Mapping[str, Any], name: str) -> str | None:
    value = given.get(name)
    return value[: _CUTS.get(name, 64)] if isinstance(value, str) and value else None


def _words(given: object) -> str | None:
    return given if isinstance(given, str) and given else None


def _lines(given: object) -> list[str]:
    return [one for one in _listed(given) if isinstance(one, str)]


def _present(fields: Json) -> Json:
    return {name: value for name, value in fields.items() if value not in (None, [], {})}
