"""The times of a schedule are those of cronsim, which follows Debian cron; the spec holds the named cases."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice, pairwise, takewhile
from zoneinfo import ZoneInfo

import pytest
from cronsim import CronSim, CronSimError
from hypothesis import given
from hypothesis import strategies as st

from brain_reference.algorithms.next_run import (
    Crontab,
    RefusedSchedule,
    next_run,
    read_schedule,
    read_time,
    run_before,
    runs_after,
    write_time,
)

# With clocks that change at 01:00, 02:00 and midnight, on both halves of the earth, and by a whole day.
ZONES = [
    "UTC", "Europe/Berlin", "Europe/London", "America/New_York", "America/Havana", "America/Sao_Paulo",
    "Africa/Cairo", "Africa/Casablanca", "Asia/Beirut", "Asia/Kathmandu", "Australia/Sydney", "Pacific/Apia",
]  # fmt: skip
CHANGES = [
    datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC), datetime(2026, 3, 8, tzinfo=UTC),
    datetime(2026, 11, 1, tzinfo=UTC), datetime(2017, 10, 15, tzinfo=UTC), datetime(2018, 2, 18, tzinfo=UTC),
    datetime(2026, 4, 24, tzinfo=UTC), datetime(2026, 10, 30, tzinfo=UTC), datetime(2026, 4, 5, tzinfo=UTC),
    datetime(2026, 10, 4, tzinfo=UTC), datetime(2011, 12, 30, tzinfo=UTC), datetime(2024, 2, 28, tzinfo=UTC),
]  # fmt: skip


def numbers(low: int, high: int) -> st.SearchStrategy[str]:
    """Terms as Debian reads them; cronsim takes the step of a range of one number, `3-3/2`, for `3/2`."""
    pairs = st.lists(st.integers(low, high), min_size=2, max_size=2, unique=True).map(sorted)
    steps = st.integers(1, high).map(lambda by: f"/{by}")
    ranges = st.builds(lambda pair, by: f"{pair[0]}-{pair[1]}{by}", pairs, st.just("") | steps)
    return st.integers(low, high).map(str) | ranges


def fields(low: int, high: int) -> st.SearchStrategy[str]:
    listed = st.lists(numbers(low, high), min_size=1, max_size=3).map(",".join)
    return st.just("*") | listed | st.integers(1, high).map(lambda by: f"*/{by}")


YEARS = st.datetimes(datetime(2020, 1, 1), datetime(2031, 12, 31), timezones=st.just(UTC))
CRONTABS = st.tuples(fields(0, 59), fields(0, 23), fields(1, 31), fields(1, 12), fields(0, 7)).map(" ".join)
DAILY = st.tuples(fields(0, 59), fields(0, 4), st.just("* * *")).map(" ".join)


def ours(text: str, zone: str, after: datetime, until: datetime) -> Iterator[datetime]:
    try:
        runs = runs_after(read_schedule({"crontab": text, "zone": zone}), after)
        yield from takewhile(lambda one: one <= until, runs)
    except RefusedSchedule:
        return


def cronsim(text: str, zone: str, after: datetime, until: datetime) -> Iterator[datetime]:
    runs = (one.astimezone(UTC) for one in CronSim(text, after.astimezone(ZoneInfo(zone))))
    return takewhile(lambda one: one <= until, runs)


@given(DAILY, st.sampled_from(ZONES), st.sampled_from(CHANGES))
def test_around_a_change_of_clocks_it_agrees_with_cronsim(text: str, zone: str, change: datetime) -> None:
    window = (change - timedelta(days=1), change + timedelta(days=2))
    assert list(ours(text, zone, *window)) == list(cronsim(text, zone, *window))


@given(CRONTABS, st.sampled_from(ZONES), YEARS)
def test_over_years_it_agrees_with_cronsim(text: str, zone: str, after: datetime) -> None:
    after = after.replace(hour=12, minute=0, second=0, microsecond=0)
    until = after + timedelta(days=3 * 366)
    try:
        expected = list(islice(cronsim(text, zone, after, until), 5))
    except CronSimError:
        expected = []
    assert list(islice(ours(text, zone, after, until), 5)) == expected


def test_where_clocks_change_by_half_an_hour_no_run_is_lost() -> None:
    """Cronsim steps by whole hours there, from half past to half past, and loses the first half of an hour."""
    window = (read_time("2026-10-02T00:00:00Z"), read_time("2026-10-05T00:00:00Z"))
    text, zone = "20-38/6 */4 * * *", "Australia/Lord_Howe"
    lost = sorted({*ours(text, zone, *window)} - {*cronsim(text, zone, *window)})
    assert [write_time(one) for one in lost] == ["2026-10-03T17:20:00Z", "2026-10-03T17:26:00Z"]


def test_inside_the_hour_that_comes_twice_the_next_run_is_never_in_the_past() -> None:
    """Cronsim, asked in the second of the two hours, answers with the first."""
    after = read_time("2026-10-25T01:10:00Z")
    assert next(iter(CronSim("30 2 * * *", after.astimezone(ZoneInfo("Europe/Berlin"))))) < after
    assert next(runs_after(read_schedule({"crontab": "30 2 * * *", "zone": "Europe/Berlin"}), after)) > after


@given(DAILY, st.sampled_from(ZONES), st.sampled_from(CHANGES))
def test_runs_come_in_order_and_the_run_before_the_next_is_the_last(text: str, zone: str, change: datetime) -> None:
    schedule = read_schedule({"crontab": text, "zone": zone})
    assert isinstance(schedule, Crontab)
    runs = list(islice(runs_after(schedule, change - timedelta(hours=30)), 20))
    assert all(earlier < later for earlier, later in pairwise(runs))
    assert [run_before(schedule, one) for one in runs[1:]] == runs[:-1]


@given(st.sampled_from(ZONES), st.integers(0, 23), st.integers(0, 59), st.sampled_from([2024, 2025, 2026, 2027]))
def test_a_fixed_daily_time_comes_once_on_every_day_of_the_year(zone: str, hour: int, minute: int, year: int) -> None:
    start = datetime(year, 1, 1, tzinfo=ZoneInfo(zone)).astimezone(UTC) - timedelta(seconds=1)
    end = datetime(year, 12, 31, 23, 59, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    days = [one.astimezone(ZoneInfo(zone)).date() for one in ours(f"{minute} {hour} * * *", zone, start, end)]
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    assert days == [date.fromordinal(number) for number in range(first, last + 1)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("@daily", "crontab"), ("0 0 * *", "crontab"), ("0 0 0 * * *", "crontab"), ("0  0 * * *", "crontab"),
        ("60 * * * *", "minute"), ("5/15 * * * *", "minute"), ("*/0 * * * *", "minute"), ("*/60 * * * *", "minute"),
        (",5 * * * *", "minute"), ("0 24 * * *", "hour"), ("0 22-2 * * *", "hour"), ("0 0 0 * *", "day"),
        ("0 0 L * *", "day"), ("0 0 * 13 *", "month"), ("0 0 * mon *", "month"), ("0 0 * * 8", "weekday"),
        ("0 0 * * sat-sun", "weekday"), ("0 0 * * mon#1", "weekday"), ("0 0 30 2 *", "never"),
    ],
)  # fmt: skip
def test_what_it_cannot_read_it_refuses_by_part(text: str, part: str) -> None:
    assert next_run({"schedule": {"crontab": text, "zone": "UTC"}, "after": "2026-01-01T00:00:00Z"}) == {
        "refused": part
    }


@pytest.mark.parametrize("zone", ["Mars/Olympus", "right/Europe/Berlin", "EST", "localtime", "../../etc/passwd"])
def test_only_names_of_the_zone_list_are_zones(zone: str) -> None:
    found = next_run({"schedule": {"crontab": "0 0 * * *", "zone": zone}, "after": "2026-01-01T00:00:00Z"})
    assert found == {"refused": "zone"}


@given(YEARS, st.integers(1, 525_600))
def test_an_interval_counts_minutes_and_knows_no_zone(after: datetime, every: int) -> None:
    found = next_run({"schedule": {"every_min": every}, "after": write_time(after), "take": 3})
    first = read_time(write_time(after))
    assert [read_time(one) - first for one in found["first"]] == [timedelta(minutes=every * n) for n in (1, 2, 3)]
