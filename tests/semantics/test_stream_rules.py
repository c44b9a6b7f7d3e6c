"""Rules across lines: what they report, on which line, and what they forget."""

from typing import Any

import pytest

from brainspec.semantics.stream_rules import StreamRules
from brainspec.semantics.stream_tracker import Breach
from tests.semantics.own_events import registry, shared_reader, stream

RUN = {"run_id": "run-1", "iter": 3}
PHASE = {**RUN, "phase": "build"}


def found(*events: tuple[str, dict[str, Any]], most: int = 100) -> list[Breach]:
    """What the rules report about a file with one event a line."""
    rules = StreamRules(registry(), stream(), shared_reader().forms, most)
    breaches = [each for line, (name, event) in enumerate(events, 1) for each in rules.see(name, event, line)]
    return [*breaches, *rules.end()]


def places(*events: tuple[str, dict[str, Any]], most: int = 100) -> list[tuple[int, str]]:
    return [(one.line, one.rule.code) for one in found(*events, most=most)]


def test_an_end_without_a_start_is_reported_where_it_stands() -> None:
    assert places(("tool_end", {"call_id": "a"})) == [(1, "tool-never-started")]


def test_a_start_without_an_end_is_reported_where_it_stands() -> None:
    start = ("tool_start", {"call_id": "a"})
    assert places(start, ("tool_start", {"call_id": "b"}), ("tool_end", {"call_id": "b"})) == [(1, "tool-never-ended")]


def test_what_starts_again_was_never_ended() -> None:
    start, end = ("iteration_start", RUN), ("iteration_end", {**RUN, "outcome": "ok"})
    assert places(start, start, end) == [(1, "iteration-never-closed")]


def test_a_finding_names_what_it_is_about() -> None:
    [breach] = found(("phase_start", PHASE))
    assert breach.message == "A phase started and never ended (run_id run-1, iter 3, phase build)."
    assert breach.rule.fix.startswith("Write the end")


@pytest.mark.parametrize(
    ("seen", "closing", "codes"),
    [
        ({"outcome": "fail"}, "ok", ["phase-hides-failure"]),
        ({"outcome": "timeout", "tolerated": False}, "ok", ["phase-hides-failure"]),
        ({"outcome": "fail", "tolerated": True}, "ok", []),
        ({"outcome": "cancelled"}, "ok", []),
        ({"outcome": "fail"}, "fail", []),
        ({"outcome": "fail", "phase": "plan"}, "ok", []),
        ({"outcome": "fail", "iter": 4}, "ok", []),
        ({"outcome": "fail", "run_id": None}, "ok", ["phase-hides-failure"]),
    ],
)
def test_a_phase_that_hides_a_failure(seen: dict[str, Any], closing: str, codes: list[str]) -> None:
    """An event that does not say where it belongs belongs to the last phase that it does not contradict."""
    end = {name: value for name, value in {**PHASE, "call_id": "a", **seen}.items() if value is not None}
    lines = places(
        ("tool_start", {"call_id": "a"}), ("phase_start", PHASE), ("tool_end", end),
        ("phase_end", {**PHASE, "outcome": closing}),
    )  # fmt: skip
    assert lines == [(4, code) for code in codes]


def test_a_contradiction_names_both_lines() -> None:
    [breach] = found(
        ("iteration_start", RUN), ("phase_start", PHASE), ("phase_end", {**PHASE, "outcome": "fail"}),
        ("iteration_end", RUN),
    )  # fmt: skip
    assert (breach.line, breach.rule.code) == (4, "iteration-hides-failure")
    assert breach.message.endswith(" It began on line 1; see line 3.")


def test_what_was_seen_in_one_phase_is_over_with_it() -> None:
    failed = ("tool_end", {**PHASE, "call_id": "a", "outcome": "fail"})
    phase = [("phase_start", PHASE), ("phase_end", {**PHASE, "outcome": "ok"})]
    assert places(("tool_start", {"call_id": "a"}), phase[0], failed, *phase) == [
        (2, "phase-never-closed"),
    ]


def test_at_most_so_many_are_remembered_and_the_rest_is_reported_as_forgotten() -> None:
    starts = [("tool_start", {"call_id": f"a{number}"}) for number in range(5)]
    ends = [("tool_end", {"call_id": f"a{number}"}) for number in range(5)]
    found_ = found(*starts, *ends, most=3)
    assert [(one.line, one.rule.code) for one in found_] == [
        (6, "tool-never-started"),
        (7, "tool-never-started"),
        (1, "forgotten-start"),
    ]
    assert "may be a forgotten one" in found_[0].message
    assert found_[2].message == "Of the starts of `tool_start`, 2 were forgotten, this one first."
    assert "At most 3" in found_[2].rule.fix


def test_ten_thousand_are_remembered() -> None:
    assert shared_reader().most_open == 10_000
