from pathlib import Path
from typing import Any

import pytest

from brainspec.model.described import Change
from brainspec.semantics.examples import (
    BadPointer,
    apply_change,
    broken_changes,
    counterexamples_of,
    examples_of,
    inputs_of,
    resolved,
)
from brainspec.semantics.schemas import schema_of, validator
from tests.semantics.stream_project import EVENT, registry, stream_project

GIVEN = {"id": "e1", "event": "tool_end", "ts": "2026-01-25T14:40:13Z"}


def changed(value: Any, **change: Any) -> Any:
    return apply_change(value, Change(base="it", **change))


def test_events_are_completed_in_the_order_of_the_schema(tmp_path: Path) -> None:
    known = registry(stream_project(tmp_path))
    event = known.need("tool-end", "demo", "event")
    examples = examples_of(known, event)
    assert list(examples) == ["failed", "passed"]
    assert examples["passed"] == GIVEN | {"call": "c1", "outcome": "ok", "exit_code": 0}
    assert list(examples["failed"]) == ["id", "event", "ts", "call", "outcome", "exit_code"]
    assert all(validator(schema_of(known, event)).is_valid(one) for one in examples.values())


def test_a_counterexample_may_take_away_what_the_stream_gives(tmp_path: Path) -> None:
    known = registry(stream_project(tmp_path))
    found = counterexamples_of(known, known.need("tool-end", "demo", "event"))
    assert list(found) == ["masked", "no-time"]
    assert "ts" not in found["no-time"]


def test_changes_that_cannot_be_made_are_named_and_left_out(tmp_path: Path) -> None:
    made = stream_project(tmp_path)
    broken = """\
  - {name: no-base, change: {base: nothing}, refused_by: {keyword: const, at: ""}}
  - {name: no-place, change: {base: passed, remove: [/lost]}, refused_by: {keyword: const, at: ""}}
"""
    made.write("specs/demo/events/tool-end.yaml", EVENT + broken)
    known = registry(made)
    event = known.need("tool-end", "demo", "event")
    assert list(counterexamples_of(known, event)) == ["masked", "no-time"]
    assert broken_changes(known, event) == [
        (("counterexamples", 2, "change"), "There is no example `nothing` to start from."),
        (("counterexamples", 3, "change"), "The pointer `/lost` names nothing that is there."),
    ]


def test_examples_that_rest_on_each_other_end_nowhere(tmp_path: Path) -> None:
    made = stream_project(tmp_path)
    circle = "examples: [{name: a, change: {base: b}}, {name: b, change: {base: a}}, {name: c, value: ok}]\n"
    made.write("specs/demo/types/word.yaml", "brief: A word.\nschema: {type: string}\n" + circle)
    known = registry(made)
    word = known.need("word", "demo", "type")
    assert examples_of(known, word) == {"c": "ok"}
    assert len(broken_changes(known, word)) == 2


def test_a_name_that_is_used_twice_ends_too() -> None:
    assert resolved({"a": 1, "b": 2}, {"a": Change(base="b"), "b": Change(base="a")}) == {"a": 1, "b": 2}


def test_cases_of_a_vector_have_their_inputs_in_full(tmp_path: Path) -> None:
    made = stream_project(tmp_path)
    made.write(
        "specs/demo/vectors/sum.yaml",
        "brief: Adds.\nsteps: [Add.]\nversion: sum/1\ninput: {type: array}\noutput: {type: integer}\n"
        "cases:\n  - {name: two, in: [1, 2], out: 3}\n  - {name: three, change: {base: two, set: {/-: 3}}, out: 6}\n",
    )
    known = registry(made)
    assert inputs_of(known.need("sum", "demo", "vector")) == {"two": [1, 2], "three": [1, 2, 3]}


def test_a_change_sets_then_removes_and_leaves_its_base_alone() -> None:
    base = {"a": {"b": [1, 2, 3]}, "x/y": 1, "~": 2}
    assert changed(base, set={"/a/b/0": 9, "/a/b/-": 4, "/new": {}}, remove=("/a/b/1",))["a"] == {"b": [9, 3, 4]}
    assert changed(base, set={"/x~1y": 5, "/~0": 6}) == base | {"x/y": 5, "~": 6}
    assert changed(base, set={"": "whole"}) == "whole"
    assert base == {"a": {"b": [1, 2, 3]}, "x/y": 1, "~": 2}


@pytest.mark.parametrize(
    "pointer", ["a", "/a/b/7", "/a/b/x", "/lost/b", "/a/b/0/deeper", "/a/b/-1", "/a/b/٣", "/a/b/1_0"]
)
def test_a_pointer_that_leads_nowhere_is_refused(pointer: str) -> None:
    with pytest.raises(BadPointer) as caught:
        changed({"a": {"b": [1, 2]}}, set={pointer: 0})
    assert caught.value.pointer == pointer
    with pytest.raises(BadPointer):
        changed({"a": {"b": [1, 2]}}, remove=(pointer,))
