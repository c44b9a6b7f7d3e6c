"""Python-statemachine and our `step` agree on every machine."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from brainspec.prove.machine_judge import Judge
from brainspec.semantics.machine_step import final, start, step
from tests.prove.machine_bodies import EVENTS, bodies, compile_body

PAYLOADS = st.fixed_dictionaries({"x": st.integers(0, 3), "w": st.sampled_from(["true", "a & b", "c"])})


@settings(max_examples=200, deadline=None)
@given(body=bodies(), events=st.lists(st.tuples(st.sampled_from(EVENTS), PAYLOADS), max_size=12))
def test_every_machine_means_the_same_to_both(body: dict[str, Any], events: list[tuple[str, dict[str, Any]]]) -> None:
    machine = compile_body(body)
    here, judge = start(machine).situation, Judge(machine)
    assert judge.opinion("taken").active == here.active
    for event, payload in events:
        done = step(machine, here, event, payload)
        if done.rivals or final(machine, here):
            return
        said = judge.send(event, payload)
        assert (said.verdict, said.active, said.values) == (
            done.verdict,
            done.situation.active,
            dict(done.situation.values),
        )
        assert said.effects == done.effects
        here = done.situation
