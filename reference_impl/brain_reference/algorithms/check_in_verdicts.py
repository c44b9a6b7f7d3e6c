"""Decides what becomes of the signals of a job: the expected time each run meets, and the ones that are missed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from brain_reference.algorithms.next_run import (
    Crontab,
    Interval,
    read_schedule,
    read_time,
    run_before,
    runs_after,
    write_time,
)

EARLY_MOST = timedelta(minutes=5)
EARLY_PART = 10
_Row = dict[str, str]


def check_in_verdicts(given: Mapping[str, Any]) -> list[_Row]:
    """The check-ins of a monitor, the oldest first.

    `given` has `schedule`, `margin_min`, `max_runtime_min`, `since` (from when runs are expected), `until` (now), and
    `signals` in the order of their arrival, each with `at`, `status` and perhaps the `id` of its run. All verdicts
    depend on these times alone, never on when they are asked for. Raises RefusedSchedule.
    """
    slots = _slots(given)
    ledger = _Ledger(timedelta(minutes=given["max_runtime_min"]))
    for signal in given["signals"]:
        at = read_time(signal["at"])
        ledger.miss(slots.missed(at))
        ledger.end_overdue(at)
        ledger.take(signal, at, slots)
    now = read_time(given["until"])
    ledger.miss(slots.missed(now))
    ledger.end_overdue(now)
    return sorted(ledger.rows, key=lambda row: read_time(row["at"]))


class _IntervalSlots:
    """The expected times of an interval: counted from the last run, or the last one that was missed."""

    def __init__(self, every: timedelta, margin: timedelta, since: datetime) -> None:
        self._every, self._margin, self._counted_from = every, margin, since

    def missed(self, now: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Each expected time that is missed by now, and when that was certain."""
        while now >= self._counted_from + self._every + self._margin:
            self._counted_from += self._every
            yield self._counted_from, self._counted_from + self._margin

    def meet(self, at: datetime) -> _Row:
        """What a run that begins now counts for."""
        if at == self._counted_from:
            return {"timing": "extra"}
        met, self._counted_from = self._counted_from + self._every, at
        return {"timing": "on-time", "expected_at": write_time(met)}


class _CrontabSlots:
    """The expected times of a crontab: each owns the time from when it opens to when the next one opens."""

    def __init__(self, crontab: Crontab, margin: timedelta, since: datetime) -> None:
        self._margin, self._runs, self._verdict = margin, runs_after(crontab, since), ""
        self._following = next(self._runs)
        self._follow_opens = max(since, _opens(run_before(crontab, self._following) or since, self._following))
        self._advance()

    def missed(self, now: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Each expected time that is missed by now, and when that was certain."""
        while True:
            deadline = min(self._expected + self._margin, self._follow_opens)
            if not self._verdict and now >= deadline:
                self._verdict = "late"
                yield self._expected, deadline
            if now < self._follow_opens:
                return
            self._advance()

    def meet(self, at: datetime) -> _Row:
        """What a run that begins now counts for."""
        if at < self._opens:
            return {"timing": "unscheduled"}
        if self._verdict:
            return {"timing": self._verdict}
        self._verdict = "extra"
        timing = "early" if at < self._expected else "on-time"
        return {"timing": timing, "expected_at": write_time(self._expected)}

    def _advance(self) -> None:
        self._expected, self._opens, self._verdict = self._following, self._follow_opens, ""
        self._following = next(self._runs)
        self._follow_opens = _opens(self._expected, self._following)


@dataclass(slots=True)
class _Ledger:
    """The check-ins so far; `named` and `nameless` are runs that began, by id and in the order of their start."""

    longest: timedelta
    rows: list[_Row] = field(default_factory=list)
    named: dict[str, _Row] = field(default_factory=dict)
    nameless: list[_Row] = field(default_factory=list)

    def miss(self, missed: Iterator[tuple[datetime, datetime]]) -> None:
        for expected, certain in missed:
            self.rows.append({"at": write_time(certain), "status": "missed", "expected_at": write_time(expected)})

    def end_overdue(self, now: datetime) -> None:
        for row in self.rows:
            if row["status"] == "in_progress" and now >= read_time(row["at"]) + self.longest:
                row["status"] = "timeout"

    def take(self, signal: Mapping[str, Any], at: datetime, slots: "_IntervalSlots | _CrontabSlots") -> None:
        known = self._known(signal)
        if known is None:
            self._begin(signal, {"at": write_time(at), "status": signal["status"], **slots.meet(at)})
        elif known["status"] == "in_progress":
            known["status"] = signal["status"]

    def _known(self, signal: Mapping[str, Any]) -> _Row | None:
        """The run a signal speaks of: the one with its id, or for an end without id the last such run in progress."""
        if "id" in signal:
            return self.named.get(signal["id"])
        if signal["status"] == "in_progress":
            return None
        return next((row for row in reversed(self.nameless) if row["status"] == "in_progress"), None)

    def _begin(self, signal: Mapping[str, Any], row: _Row) -> None:
        self.rows.append(row)
        if "id" in signal:
            self.named[signal["id"]] = row
        else:
            self.nameless.append(row)


def _slots(given: Mapping[str, Any]) -> _IntervalSlots | _CrontabSlots:
    schedule, since = read_schedule(given["schedule"]), read_time(given["since"])
    margin = timedelta(minutes=given["margin_min"])
    if isinstance(schedule, Interval):
        return _IntervalSlots(schedule.every, margin, since)
    return _CrontabSlots(schedule, margin, since)


def _opens(before: datetime, expected: datetime) -> datetime:
    """From when a run counts for an expected time, given the one before it."""
    return expected - min(EARLY_MOST, (expected - before) / EARLY_PART)
