"""Finds the times at which a schedule expects its job, also where the clocks of a zone change."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import count, islice, takewhile
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

# The longest wait between two leap days; a crontab without a run in it is refused.
HORIZON = timedelta(days=8 * 366)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_PARTS = (
    ("minute", range(60), ()),
    ("hour", range(24), ()),
    ("day", range(1, 32), ()),
    ("month", range(1, 13), _MONTHS),
    ("weekday", range(8), _WEEKDAYS),
)
_TERM = re.compile(r"(?:\*|([a-z]{3}|[0-9]{1,2})(?:-([a-z]{3}|[0-9]{1,2}))?)(?:/([0-9]{1,2}))?")


class RefusedSchedule(ValueError):
    """A schedule that cannot be read or never comes; `part` names what is wrong with it."""

    def __init__(self, part: str) -> None:
        super().__init__(f"this schedule is refused because of its {part}")
        self.part = part


@dataclass(frozen=True, slots=True)
class Crontab:
    """A crontab in a zone. `weekdays` count from Sunday, 0.

    With `is_fixed` its minute and its hour are given, so that a change of the clocks neither drops nor doubles a run;
    with `needs_both` a day must fit the day of the month and the weekday, else one of them.
    """

    zone: ZoneInfo
    times: tuple[time, ...]
    days: frozenset[int]
    months: frozenset[int]
    weekdays: frozenset[int]
    is_fixed: bool
    needs_both: bool


@dataclass(frozen=True, slots=True)
class Interval:
    """A schedule that wants a run at most this long after the last one."""

    every: timedelta


Schedule = Crontab | Interval


def next_run(given: Mapping[str, Any]) -> dict[str, Any]:
    """The first runs after a moment; with `until` also how many there are up to then, by month in UTC.

    `given` has `schedule`, `after`, and may have `take` (how many runs, 1 unless said) and `until`. A schedule that
    cannot be read, or has no run within eight years, gives `refused` with the name of its first wrong part.
    """
    after, take = read_time(given["after"]), given.get("take", 1)
    try:
        schedule = read_schedule(given["schedule"])
        first = [write_time(one) for one in islice(runs_after(schedule, after), take)]
    except RefusedSchedule as error:
        return {"refused": error.part}
    if "until" not in given:
        return {"first": first}
    until = read_time(given["until"])
    counted = Counter(write_time(one)[:7] for one in takewhile(lambda one: one <= until, runs_after(schedule, after)))
    return {"first": first, "by_month": dict(sorted(counted.items()))}


def read_schedule(written: Mapping[str, Any]) -> Schedule:
    """The schedule that a mapping with `every_min`, or with `crontab` and `zone`, says. Raises RefusedSchedule."""
    if "every_min" in written:
        return Interval(timedelta(minutes=written["every_min"]))
    fields = written["crontab"].lower().split(" ")
    if len(fields) != len(_PARTS):
        raise RefusedSchedule("crontab")
    minutes, hours, days, months, weekdays = (_values(text, *part) for text, part in zip(fields, _PARTS, strict=True))
    return Crontab(
        zone=_zone(written["zone"]),
        times=tuple(time(hour, minute) for hour in sorted(hours) for minute in sorted(minutes)),
        days=days,
        months=months,
        weekdays=frozenset(one % 7 for one in weekdays),
        is_fixed=not any(text.startswith("*") for text in fields[:2]),
        needs_both=any(fields[at].startswith("*") for at in (2, 4)),
    )


def runs_after(schedule: Schedule, after: datetime) -> Iterator[datetime]:
    """The runs later than a moment, in order, in UTC. Raises RefusedSchedule where none comes within eight years."""
    if isinstance(schedule, Interval):
        return (after + number * schedule.every for number in count(1))
    return _crontab_runs(schedule, after)


def run_before(crontab: Crontab, before: datetime) -> datetime | None:
    """The last run earlier than a moment, in UTC; None where there is none within eight years."""
    day = before.astimezone(crontab.zone).date()
    for number in range(HORIZON.days):
        earlier = [one for one in _runs_of(crontab, day - timedelta(days=number)) if one < before]
        if earlier:
            return earlier[-1]
    return None


def read_time(text: str) -> datetime:
    """The moment that a timestamp says."""
    return datetime.fromisoformat(text)


def write_time(moment: datetime) -> str:
    """The timestamp of a moment, with milliseconds only where there are some."""
    spec = "milliseconds" if moment.microsecond else "seconds"
    return moment.astimezone(UTC).isoformat(timespec=spec).replace("+00:00", "Z")


def _crontab_runs(crontab: Crontab, after: datetime) -> Iterator[datetime]:
    last, day = after, after.astimezone(crontab.zone).date() - timedelta(days=1)
    while day < last.date() + HORIZON:
        for one in _runs_of(crontab, day):
            if one > last:
                yield one
                last = one
        day += timedelta(days=1)
    raise RefusedSchedule("never")


@lru_cache(maxsize=64)
def _runs_of(crontab: Crontab, day: date) -> tuple[datetime, ...]:
    """The runs of a local day, in order, in UTC."""
    if not _is_due(crontab, day):
        return ()
    return tuple(sorted({one for at in crontab.times for one in _moments(crontab, datetime.combine(day, at))}))


def _is_due(crontab: Crontab, day: date) -> bool:
    if day.month not in crontab.months:
        return False
    fits = (day.day in crontab.days, day.isoweekday() % 7 in crontab.weekdays)
    return all(fits) if crontab.needs_both else any(fits)


def _moments(crontab: Crontab, local: datetime) -> set[datetime]:
    """The moments of a local time: one, two where the clock shows it twice, none where it leaves it out.

    With a fixed time there is always one: the first of two, and the end of the gap.
    """
    if crontab.is_fixed:
        return {_earliest(_past_gap(local, crontab.zone), crontab.zone)}
    if not _exists(local, crontab.zone):
        return set()
    return {_earliest(local, crontab.zone), local.replace(tzinfo=crontab.zone, fold=1).astimezone(UTC)}


def _past_gap(local: datetime, zone: ZoneInfo) -> datetime:
    while not _exists(local, zone):
        local += timedelta(minutes=1)
    return local


def _exists(local: datetime, zone: ZoneInfo) -> bool:
    return _earliest(local, zone).astimezone(zone).replace(tzinfo=None) == local


def _earliest(local: datetime, zone: ZoneInfo) -> datetime:
    return local.replace(tzinfo=zone).astimezone(UTC)


def _values(text: str, part: str, allowed: range, names: tuple[str, ...]) -> frozenset[int]:
    """The numbers that one field of a crontab names. Raises RefusedSchedule."""
    found: set[int] = set()
    for term in text.split(","):
        match = _TERM.fullmatch(term)
        if not match:
            raise RefusedSchedule(part)
        found.update(_term_values(match, part, allowed, names))
    return frozenset(found)


def _term_values(match: re.Match[str], part: str, allowed: range, names: tuple[str, ...]) -> range:
    low, high, step = match.groups()
    first = _number(low, part, allowed, names) if low else allowed[0]
    last = _number(high, part, allowed, names) if high else first if low else allowed[-1]
    by = int(step or 1)
    if last < first or by not in range(1, allowed[-1] + 1) or (step and low and not high):
        raise RefusedSchedule(part)
    return range(first, last + 1, by)


def _number(word: str, part: str, allowed: range, names: tuple[str, ...]) -> int:
    if word in names:
        return allowed[0] + names.index(word)
    if not word.isdigit() or int(word) not in allowed:
        raise RefusedSchedule(part)
    return int(word)


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    """The zones that are places, and UTC: what a machine adds, and abbreviations such as EST, are none."""
    return frozenset(name for name in available_timezones() if "/" in name) | {"UTC"}


def _zone(name: str) -> ZoneInfo:
    if name not in _zones():
        raise RefusedSchedule("zone")
    return ZoneInfo(name)
