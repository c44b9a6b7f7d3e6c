"""A year of jobs against an oracle: every slot that had no run in time is missed, and no other."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise, takewhile
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from cronsim import CronSim
from hypothesis import given
from hypothesis import strategies as st

from brain_reference.algorithms.check_in_verdicts import check_in_verdicts
from brain_reference.algorithms.next_run import read_time, write_time

START, END = datetime(2026, 1, 1, 12, 0, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
SCHEDULES = ["30 2 * * *", "15 */12 * * 2", "0 9,10 * * 1-5", "0 0 1,15 * *", "45 1-3 * * 0,6"]
MARGIN, LONGEST = timedelta(minutes=10), timedelta(minutes=40)


def monitor(text: str, zone: str, signals: list[dict[str, str]], until: datetime) -> dict[str, Any]:
    return {
        "schedule": {"crontab": text, "zone": zone} if text else {"every_min": 60},
        "margin_min": 10,
        "max_runtime_min": 40,
        "since": write_time(START),
        "signals": signals,
        "until": write_time(until),
    }


def slots(text: str, zone: str) -> list[datetime]:
    return list(takewhile(lambda one: one < END, CronSim(text, START.astimezone(ZoneInfo(zone)))))


def signal(at: datetime, status: str, number: int) -> dict[str, str]:
    return {"at": write_time(at), "status": status, "id": f"run-{number}"}


def told(slot: datetime, number: int, fate: str) -> Iterator[dict[str, str]]:
    """What a job says at one slot; the oracle knows from `fate` alone what must come of it."""
    shift = {"early": -timedelta(minutes=4), "late": MARGIN, "edge": MARGIN - timedelta(milliseconds=1)}
    began = slot.astimezone(UTC) + shift.get(fate, timedelta(minutes=1))
    ended = began + (LONGEST if fate == "too-long" else LONGEST - timedelta(seconds=1))
    if fate != "absent":
        yield signal(began, "in_progress", number)
    if fate not in ("absent", "hangs"):
        yield signal(ended, "error" if fate == "error" else "ok", number)
    if fate == "twice":
        yield signal(ended, "error", number)


MET = {
    "on-time": "ok",
    "early": "ok",
    "edge": "ok",
    "twice": "ok",
    "error": "error",
    "too-long": "timeout",
    "hangs": "timeout",
}


@given(st.sampled_from(SCHEDULES), st.sampled_from(["Europe/Berlin", "America/New_York", "UTC"]), st.data())
def test_over_a_year_there_is_no_false_alarm_and_no_lost_one(text: str, zone: str, data: st.DataObject) -> None:
    expected = slots(text, zone)
    fates = data.draw(st.lists(st.sampled_from([*MET, "absent", "late"]), min_size=9, max_size=40))
    fate_of = [fates[number % len(fates)] for number in range(len(expected))]
    said = [each for number, slot in enumerate(expected) for each in told(slot, number, fate_of[number])]
    rows = check_in_verdicts(monitor(text, zone, sorted(said, key=lambda one: read_time(one["at"])), END + LONGEST))
    judged = [
        (row["expected_at"], row["status"]) for row in rows if "expected_at" in row and row["expected_at"] < "2027"
    ]
    wanted = [(write_time(slot), MET.get(fate, "missed")) for slot, fate in zip(expected, fate_of, strict=True)]
    assert sorted(judged) == sorted(wanted)


MOMENTS = st.integers(0, 3 * 24 * 60).map(lambda number: START + timedelta(minutes=number))
SIGNALS = st.lists(
    st.tuples(MOMENTS, st.sampled_from(["in_progress", "ok", "error"]), st.sampled_from(["a", "b", "c", ""])),
    max_size=12,
)


@given(SIGNALS, st.sampled_from([*SCHEDULES, "*/5 * * * *", ""]), MOMENTS)
def test_verdicts_never_change_and_no_slot_has_two(
    drawn: list[tuple[datetime, str, str]], text: str, until: datetime
) -> None:
    signals = [
        {"at": write_time(at), "status": status, **({"id": name} if name else {})} for at, status, name in sorted(drawn)
    ]
    whole = check_in_verdicts(monitor(text, "Europe/Berlin", signals, START + timedelta(days=5)))
    so_far = check_in_verdicts(
        monitor(text, "Europe/Berlin", [one for one in signals if read_time(one["at"]) <= until], until)
    )
    final = [(row["at"], row["status"]) for row in so_far if row["status"] != "in_progress"]
    assert [one for one in final if one not in [(row["at"], row["status"]) for row in whole]] == []
    decided = [row["expected_at"] for row in whole if "expected_at" in row]
    assert len(decided) == len(set(decided))


@given(st.integers(1, 600), st.lists(st.integers(0, 3000), max_size=20))
def test_an_interval_is_missed_after_each_such_time_without_a_run(every: int, minutes: list[int]) -> None:
    at = [START + timedelta(minutes=one) for one in sorted(minutes)]
    end = START + timedelta(minutes=3000)
    runs = monitor("", "", [{"at": write_time(one), "status": "ok"} for one in at], end)
    rows = check_in_verdicts({**runs, "schedule": {"every_min": every}})
    certain = (
        (later, earlier + MARGIN + timedelta(minutes=every * number))
        for earlier, later in pairwise([START, *at, end])
        for number in range(1, 3001)
    )
    missed = [read_time(row["at"]) for row in rows if row["status"] == "missed"]
    assert missed == [one for later, one in certain if one <= later]


@pytest.mark.parametrize(("text", "misses"), [("*/5 * * * *", 12), ("30 2 * * *", 0), ("0,30 * * * *", 1)])
def test_without_a_run_every_slot_is_missed_also_with_a_margin_above_the_gap(text: str, misses: int) -> None:
    rows = check_in_verdicts(monitor(text, "UTC", [], START + timedelta(hours=1, minutes=4, seconds=30)))
    assert [row["status"] for row in rows] == ["missed"] * misses


@pytest.mark.parametrize(
    ("at", "timing"), [("01:54:59Z", "unscheduled"), ("01:55:00Z", "early"), ("02:09:59.999Z", "on-time")]
)
def test_the_span_of_a_slot_has_these_ends(at: str, timing: str) -> None:
    given_ = monitor("0 2 * * *", "UTC", [{"at": f"2026-01-02T{at}", "status": "ok"}], START + timedelta(hours=14))
    assert check_in_verdicts(given_)[0]["timing"] == timing
