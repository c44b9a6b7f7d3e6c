"""What holds for every run, in whatever order its events come; the spec holds the cases."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from brain_reference.algorithms.loop_findings import loop_findings

LIMITS = {"same_calls": 2, "same_failures": 2, "idle_builds": 1, "strikes": 1, "stuck_after": 60}
START = {"tool": "ruff", "cache_key": "k", "received_at": "2026-02-03T10:00:00Z"}
EVENTS = st.sampled_from(
    [
        {"event": "iteration_start"}, {"event": "iteration_end", "outcome": "ok"}, {"event": "phase_start"},
        {"event": "phase_end", "phase": "build", "outcome": "fail", "reason": "verifier-failed"},
        {"event": "phase_end", "phase": "build", "outcome": "ok"}, {"event": "tool_start", "call_id": "a", **START},
        {"event": "tool_end", "call_id": "a", "tool": "ruff", "outcome": "fail"},
        {"event": "tool_end", "call_id": "b", "tool": "ruff", "outcome": "timeout", "error": "slow"},
        {"event": "tool_end", "call_id": "a", "outcome": "ok"}, {"event": "task_start"},
        {"event": "task_end", "outcome": "ok"}, {"event": "human_needed"},
    ]
)  # fmt: skip
RUNS = st.lists(EVENTS, max_size=30)


def found(events: list[dict[str, Any]]) -> list[dict[str, str]]:
    numbered = [{**one, "id": f"evt-{number}"} for number, one in enumerate(events)]
    return loop_findings({"events": numbered, "limits": LIMITS, "now": "2026-02-03T10:01:00Z", "watched": True})


@given(RUNS)
def test_each_finding_is_given_once_in_order_and_names_an_event_of_the_run(events: list[dict[str, Any]]) -> None:
    keys = [(one["finding"], one.get("tool", "")) for one in found(events)]
    assert keys == sorted(set(keys))
    assert {one["since"] for one in found(events)} <= {f"evt-{number}" for number in range(len(events))}


@given(RUNS)
def test_what_an_agent_claims_changes_nothing(events: list[dict[str, Any]]) -> None:
    assert found([*events, {"event": "completion", "scope": "all-tasks"}]) == found(events)


@given(RUNS)
def test_a_run_that_ended_well_keeps_only_what_it_masked(events: list[dict[str, Any]]) -> None:
    left = found([*events, {"event": "run_end", "outcome": "ok"}])
    assert left == [one for one in found(events) if one["finding"] == "masked-failure"]
