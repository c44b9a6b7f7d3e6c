"""Python-statemachine and our `step` agree on every machine."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brainspec.prove.machine_judge import Judge, Opinion, disagreement
from brainspec.semantics.machine_exports import engine_name, to_statemachine
from brainspec.semantics.machine_step import final, start, step
from tests.prove.machine_bodies import EVENTS, bodies, compile_body, compiled

PAYLOADS = st.fixed_dictionaries({"x": st.integers(0, 3), "w": st.sampled_from(["true", "a & b", "c"])})
LAMP = """\
    events: {go: {by: person, brief: Go., payload: {x: {type: integer}}}}
    guards: {high: {test: event.x > 1, brief: It is high.}}
    effects: {ring: Ring.}
    initial: dark
    states:
      dark: {brief: Dark., accept: [{event: go, if: high, to: lit, do: ring}, {event: go, to: dark}]}
      lit: {brief: Lit., ignore: {go: It is lit.}}
"""


@settings(max_examples=80)
@given(body=bodies(), events=st.lists(st.tuples(st.sampled_from(EVENTS), PAYLOADS), max_size=10))
def test_every_machine_means_the_same_to_both(body: dict[str, Any], events: list[tuple[str, dict[str, Any]]]) -> None:
    machine = compile_body(body)
    here, judge = start(machine).situation, Judge(machine)
    assert judge.opinion("taken").active == here.active
    for event, payload in events:
        done = step(machine, here, event, payload)
        if done.clashing or final(machine, here):
            return
        assert disagreement(machine, done, judge.send(event, payload)) == ""
        here = done.situation


@pytest.mark.parametrize(("x", "verdict", "active"), [(2, "taken", ("lit",)), (0, "taken", ("dark",))])
def test_the_judge_reads_guards_by_itself(x: int, verdict: str, active: tuple[str, ...]) -> None:
    said = Judge(compiled(LAMP)).send("go", {"x": x})
    assert (said.verdict, said.active) == (verdict, active)


@pytest.mark.parametrize("word", ["true", "a & b", "x || y", "null", "it is"])
def test_the_judge_reads_quoted_words_as_they_are(word: str) -> None:
    text = LAMP.replace("event.x > 1", f'event.w == "{word}"').replace("x: {type: integer}", "w: {type: string}")
    assert Judge(compiled(text)).send("go", {"w": word}).active == ("lit",)


def test_a_lost_payload_stops_the_judge_instead_of_taking_the_next_row() -> None:
    with pytest.raises(NameError):
        Judge(compiled(LAMP))._engine.send("go")  # noqa: SLF001  (the trap is in the engine itself)


@pytest.mark.parametrize(
    "said",
    [
        Opinion("ignored", ("lit",), {}, ("ring",)),
        Opinion("taken", ("dark",), {}, ("ring",)),
        Opinion("taken", ("lit",), {"n": 1}, ("ring",)),
        Opinion("taken", ("lit",), {}, ()),
    ],
)
def test_every_difference_is_told(said: Opinion) -> None:
    machine = compiled(LAMP)
    done = step(machine, start(machine).situation, "go", {"x": 2})
    assert disagreement(machine, done, Opinion("taken", ("lit",), {}, ("ring",))) == ""
    assert disagreement(machine, done, said) != ""


def test_names_that_the_engine_needs_are_changed() -> None:
    from statemachine import StateChart

    taken = {one for one in (*dir(StateChart), *dir(type(StateChart))) if one.isalpha() and one.islower()}
    assert {one for one in taken if engine_name(one) == one} == set()


def test_the_export_keeps_to_the_published_schema() -> None:
    from statemachine.io.validation import validate_document

    validate_document(to_statemachine(compiled(LAMP), "A lamp."))
