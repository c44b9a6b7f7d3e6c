"""What machines mean, case by case: who decides, what is left and entered, what is remembered."""

import pytest

from brainspec.semantics.machine import Machine
from brainspec.semantics.machine_step import EndlessRaise, Situation, Step, final, start, step
from tests.prove.machine_bodies import compiled

NESTED = """\
events:
  {go: {by: a, brief: One.}, stop: {by: a, brief: One.}, back: {by: a, brief: One.}, both: {by: a, brief: One.}}
effects: {in-a: One., out-a: One., in-b: One., out-b: One., in-w: One., out-w: One., on-go: One.}
initial: work
states:
  work:
    brief: Outer.
    initial: a
    history: %s
    enter: in-w
    leave: out-w
    accept: [{event: go, to: done}, {event: stop, to: rest}]
    ignore: {back: It runs.}
    states:
      a: {brief: A., enter: in-a, leave: out-a, accept: [{event: go, to: b, do: on-go}]}
      b: {brief: B., enter: in-b, leave: out-b, initial: b1, states: {
            b1: {brief: B1., accept: [{event: go, to: b2}]}, b2: {brief: B2., ignore: {stop: Not now.}}}}
  rest: {brief: Rest., accept: [{event: back, to: work.history}, {event: go, to: work}]}
  done: {brief: Done., final: success}
"""
REGIONS = """\
events: {go: {by: a, brief: One.}, out: {by: a, brief: One.}, mark: {by: a, brief: One.}}
data: {times: {initial: 0, max: 9}}
initial: both
states:
  both:
    brief: Both at once.
    parallel: true
    states:
      left:
        brief: Left.
        initial: l1
        states:
          l1: {brief: L1., accept: [{event: go, to: l2}, {event: out, to: away}], ignore: {mark: Not here.}}
          l2: {brief: L2.}
      right:
        brief: Right.
        initial: r1
        states:
          r1: {brief: R1., ignore: {go: Not here.}, accept: [{event: out, to: r2}, {event: mark, count: times}]}
          r2: {brief: R2.}
  away: {brief: Away.}
"""


def run(machine: Machine, *events: str) -> Step:
    done = start(machine)
    for event in events:
        done = step(machine, done.situation, event, {})
    return done


def active(machine: Machine, *events: str) -> tuple[str, ...]:
    return run(machine, *events).situation.active


def test_inner_outweighs_outer() -> None:
    machine = compiled(NESTED % "deep")
    assert active(machine, "go") == ("b1",)
    assert active(machine, "go", "go") == ("b2",)
    assert active(machine, "go", "go", "go") == ("done",)
    assert run(machine, "go", "go", "stop").verdict == "ignored"
    assert run(machine, "go", "go", "stop").reason == "Not now."


def test_nobody_decides_is_refused_and_changes_nothing() -> None:
    machine = compiled(NESTED % "deep")
    refused = run(machine, "both")
    assert (refused.verdict, refused.effects, refused.situation) == ("refused", (), start(machine).situation)


def test_effects_come_in_order() -> None:
    machine = compiled(NESTED % "deep")
    assert start(machine).effects == ("in-w", "in-a")
    assert run(machine, "go").effects == ("out-a", "on-go", "in-b")
    assert run(machine, "go", "stop").effects == ("out-b", "out-w")
    assert run(machine, "go", "stop", "back").effects == ("in-w", "in-b")


@pytest.mark.parametrize(("history", "resumed"), [("deep", "b2"), ("shallow", "b1")])
def test_history_resumes_as_deep_as_it_says(history: str, resumed: str) -> None:
    text = (NESTED % history).replace("ignore: {stop: Not now.}", "ignore: {back: Why.}")
    assert active(compiled(text), "go", "go", "stop", "back") == (resumed,)
    assert active(compiled(text), "go", "go", "stop", "go") == ("a",)


def test_history_that_remembers_nothing_starts_anew() -> None:
    text = (NESTED % "deep").replace("initial: work\n", "initial: rest\n", 1)
    assert active(compiled(text), "back") == ("a",)


def test_deep_history_resumes_every_region() -> None:
    text = REGIONS.replace(
        "    parallel: true\n", "    parallel: true\n    history: deep\n    accept: [{event: rest, to: away}]\n"
    )
    text = text.replace("away: {brief: Away.}", "away: {brief: Away., accept: [{event: rest, to: both.history}]}")
    text = text.replace("ignore: {go: Not here.}, accept: [", "accept: [{event: go, to: r2}, ")
    text = text.replace("events: {", "events: {rest: {by: a, brief: One.}, ")
    assert active(compiled(text), "go", "rest", "rest") == ("l2", "r2")


def test_accepting_in_one_region_outweighs_ignoring_in_the_other() -> None:
    machine = compiled(REGIONS)
    assert active(machine) == ("l1", "r1")
    done = run(machine, "go")
    assert (done.verdict, done.situation.active, done.ignorers) == ("taken", ("l2", "r1"), ("r1",))
    assert dict(run(machine, "mark").situation.values) == {"times": 1}


def test_of_two_regions_that_clash_the_first_counts_and_both_are_told() -> None:
    done = run(compiled(REGIONS), "out")
    assert done.situation.active == ("away",)
    assert [row.state for row in done.clashing] == ["l1", "r1"]


def test_a_final_state_is_the_verdict() -> None:
    machine = compiled(NESTED % "deep")
    assert final(machine, start(machine).situation) is None
    assert final(machine, run(machine, "go", "go", "go").situation) == "success"


@pytest.mark.parametrize(
    ("otherwise", "event", "verdict"),
    [("{ignore: Why.}", "stop", "ignored"), ("refuse", "stop", "refused"), ("{ignore: Why.}", "go", "taken")],
)
def test_what_a_state_says_of_every_other_event_outweighs_the_states_around_it(
    otherwise: str, event: str, verdict: str
) -> None:
    text = (NESTED % "deep").replace("a: {brief: A.,", f"a: {{brief: A., otherwise: {otherwise},")
    assert run(compiled(text), event).verdict == verdict


RAISED = """\
events: {go: {by: a, brief: One.}, inner: {by: internal, brief: One.}}
data: {times: {initial: 0, max: 9}, word: {type: text}}
effects: {one: One., two: Two.}
initial: a
states:
  a: {brief: A., accept: [{event: go, to: b, raise: inner, do: one}]}
  b: {brief: B., accept: [{event: inner, to: c, count: times, set: {word: x}, do: two}]}
  c: {brief: C., accept: [{event: go, reset: [times, word], raise: inner}]}
"""


def test_a_raised_event_follows_at_once() -> None:
    machine = compiled(RAISED)
    done = run(machine, "go")
    assert (done.situation.active, done.effects) == (("c",), ("one", "two"))
    assert dict(done.situation.values) == {"times": 1, "word": "x"}
    assert run(machine, "inner").verdict == "refused"


def test_a_raised_event_that_nobody_takes_is_told() -> None:
    done = run(compiled(RAISED), "go", "go")
    assert (done.verdict, done.dropped) == ("taken", ("inner",))
    assert dict(done.situation.values) == {"times": 0, "word": None}


def test_raised_events_without_end_are_stopped() -> None:
    machine = compiled(RAISED.replace("event: inner, to: c, ", "event: inner, raise: inner, "))
    with pytest.raises(EndlessRaise):
        run(machine, "go")


@pytest.mark.parametrize("payload", [{}, {"x": "1"}, {"x": 1, "y": 2}, {"x": -1}])
def test_a_payload_that_does_not_fit_is_refused(payload: dict[str, object]) -> None:
    text = """\
        events: {go: {by: a, brief: One., payload: {x: {type: integer, minimum: 0}}}}
        initial: a
        states: {a: {brief: A., accept: [{event: go, to: b}]}, b: {brief: B.}}
    """
    machine = compiled(text)
    done = step(machine, start(machine).situation, "go", payload)
    assert (done.verdict, done.is_foreign) == ("refused", True)
    assert step(machine, start(machine).situation, "go", {"x": 0}).situation == Situation(("b",))


def test_a_row_to_its_own_state_leaves_and_enters_it() -> None:
    text = (NESTED % "deep").replace("{event: go, to: b, do: on-go}", "{event: go, to: a}")
    assert run(compiled(text), "go").effects == ("out-a", "in-a")
