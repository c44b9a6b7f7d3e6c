"""Finds what is wrong with a run in its events: stuck, going in circles, refused, masked, waiting for a person."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Event = Mapping[str, Any]
Key = tuple[str, str]
_BAD = ("fail", "timeout")


@dataclass
class _Watch:
    """What has been seen of a run so far. `held` has the finding and its tool, and the event at which it began."""

    limits: Mapping[str, int]
    held: dict[Key, str] = field(default_factory=dict)
    calls: Counter[Key] = field(default_factory=Counter)
    open_calls: dict[str, Event] = field(default_factory=dict)
    series: dict[str, tuple[Any, int]] = field(default_factory=dict)
    phase_hides: bool = False
    iteration_hides: bool = False
    strikes: int = 0
    idle: int = 0
    names_tasks: bool = False
    closed_task: bool = False

    def hold(self, finding: str, event: Event, tool: str = "") -> None:
        """Let a finding begin, if it does not hold already."""
        self.held.setdefault((finding, tool), event["id"])

    def drop(self, finding: str, tool: str | None = None) -> None:
        """Let a finding end, for one tool or for all."""
        for key in [one for one in self.held if one[0] == finding and tool in (None, one[1])]:
            del self.held[key]


def loop_findings(given: Mapping[str, Any]) -> list[dict[str, str]]:
    """What holds after the last event of a run, by finding and tool.

    `given` has `events` (canonical events of one run, in order; a `tool_start` also has `received_at`), `limits`
    (`same_calls`, `same_failures`, `idle_builds` and `strikes` as counts, `stuck_after` in seconds), `now`, and
    `watched` (whether its health is followed, so that time alone can find something).
    """
    watch = _Watch(given["limits"])
    for event in given["events"]:
        _STEPS.get(event["event"], _nothing)(watch, event)
        if event["event"] == "run_end":
            break
    if given["watched"]:
        _find_stuck(watch, given["now"])
    found = [{"finding": name, "tool": tool, "since": since} for (name, tool), since in sorted(watch.held.items())]
    return [{key: value for key, value in one.items() if value} for one in found]


def _nothing(watch: _Watch, event: Event) -> None:
    """An event that decides nothing."""


def _iteration_start(watch: _Watch, _event: Event) -> None:
    watch.calls.clear()
    watch.iteration_hides = False
    watch.drop("same-call")
    watch.drop("human-needed")


def _iteration_end(watch: _Watch, event: Event) -> None:
    watch.calls.clear()
    watch.drop("same-call")
    if watch.iteration_hides and event.get("outcome") in (None, "ok"):
        watch.hold("masked-failure", event)


def _tool_start(watch: _Watch, event: Event) -> None:
    watch.open_calls.setdefault(event["call_id"], event)
    if "cache_key" in event:
        watch.calls[event["tool"], event["cache_key"]] += 1
        if watch.calls[event["tool"], event["cache_key"]] >= watch.limits["same_calls"]:
            watch.hold("same-call", event, event["tool"])


def _tool_end(watch: _Watch, event: Event) -> None:
    started = watch.open_calls.pop(event["call_id"], {})
    tool, outcome = event.get("tool", started.get("tool")), event.get("outcome")
    if outcome in _BAD and not event.get("tolerated"):
        watch.phase_hides = True
    if tool is not None and outcome in (*_BAD, "ok"):
        _extend_series(watch, event, tool)


def _extend_series(watch: _Watch, event: Event, tool: str) -> None:
    how = None if event["outcome"] == "ok" else [event.get(each) for each in ("outcome", "exit_code", "error")]
    before, length = watch.series.get(tool, (None, 0))
    if how is None or how != before:
        watch.drop("same-failure", tool)
    length = 0 if how is None else length + 1 if how == before else 1
    watch.series[tool] = (how, length)
    if length >= watch.limits["same_failures"]:
        watch.hold("same-failure", event, tool)


def _phase_start(watch: _Watch, _event: Event) -> None:
    watch.phase_hides = False


def _phase_end(watch: _Watch, event: Event) -> None:
    if watch.phase_hides and event.get("outcome") == "ok":
        watch.hold("masked-failure", event)
    watch.iteration_hides = watch.iteration_hides or event.get("outcome") in _BAD
    _count_strike(watch, event)
    if event.get("phase") == "build":
        _count_build(watch, event)


def _count_strike(watch: _Watch, event: Event) -> None:
    if event.get("reason") != "verifier-failed":
        watch.strikes = 0
        watch.drop("refused-twice")
        return
    watch.strikes += 1
    if watch.strikes >= watch.limits["strikes"]:
        watch.hold("refused-twice", event)


def _count_build(watch: _Watch, event: Event) -> None:
    idles = watch.names_tasks and not watch.closed_task and event.get("reason") != "all-tasks-done"
    watch.idle = watch.idle + 1 if idles else 0
    watch.closed_task = False
    if watch.idle >= watch.limits["idle_builds"]:
        watch.hold("no-progress", event)


def _task_start(watch: _Watch, _event: Event) -> None:
    watch.names_tasks = True


def _task_end(watch: _Watch, event: Event) -> None:
    watch.names_tasks = True
    if event.get("outcome") == "ok":
        watch.closed_task, watch.idle = True, 0
        watch.drop("no-progress")


def _human_needed(watch: _Watch, event: Event) -> None:
    watch.hold("human-needed", event)


def _run_end(watch: _Watch, event: Event) -> None:
    watch.open_calls.clear()
    if event.get("outcome") not in _BAD:
        watch.held = {key: since for key, since in watch.held.items() if key[0] == "masked-failure"}


def _find_stuck(watch: _Watch, now: str) -> None:
    for event in watch.open_calls.values():
        age = _seconds(now) - _seconds(event["received_at"])
        if age >= watch.limits["stuck_after"]:
            watch.hold("stuck", event, event["tool"])


def _seconds(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


_STEPS: Mapping[str, Callable[[_Watch, Event], None]] = {
    "iteration_start": _iteration_start,
    "iteration_end": _iteration_end,
    "phase_start": _phase_start,
    "phase_end": _phase_end,
    "tool_start": _tool_start,
    "tool_end": _tool_end,
    "task_start": _task_start,
    "task_end": _task_end,
    "human_needed": _human_needed,
    "run_end": _run_end,
}
