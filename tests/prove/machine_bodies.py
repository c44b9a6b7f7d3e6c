"""Machines to test with: a way from YAML to a compiled machine, and random machines of every shape."""

from textwrap import dedent
from typing import Any

from hypothesis import strategies as st

from brainspec.document import parse
from brainspec.document.document import Document
from brainspec.document.source import Source
from brainspec.model import Definition, Id
from brainspec.model.behaviour import Machine as MachineBody
from brainspec.registry import Registry
from brainspec.semantics.machine import Machine, compile_machine

EVENTS = ("go", "turn", "stay", "send")
GUARDS = {
    "low": "n < 2",
    "even": "event.x == 0 or n + 1 == event.x",
    "flagged": "flag and not (n >= event.x - 1)",
    "said": "word == 'true' or word != event.w",
}
ROWS: dict[str, Any] = {
    "count": st.just("n"),
    "set": st.sampled_from([{"flag": True}, {"word": "a & b"}, {"n": 1, "flag": False}]),
    "take": st.just({"word": "w"}),
    "do": st.sampled_from(["one", ["two", "one"]]),
    "raise": st.just("inner"),
}


def compiled(text: str) -> Machine:
    """The machine that a YAML text describes; what every machine has need not be written."""
    document, found = parse(Source("run.yaml", dedent(text)))
    assert document
    assert found == []
    return compile_body({"brief": "One.", "subject": "one", "otherwise": "refuse", **document.data})


def compile_body(body: dict[str, Any]) -> Machine:
    definition = Definition(
        Id("demo", "machine", "run"), MachineBody.model_validate(body), Document(Source("run.yaml", ""), {}, {})
    )
    return compile_machine(Registry({definition.id: definition}), definition)


@st.composite
def bodies(draw: st.DrawFn) -> dict[str, Any]:
    """A machine with nested and parallel states, history, data, guards, effects and raised events."""
    states = draw(trees(depth=3, prefix="s"))
    names = [*all_names(states)]
    goals = names + [f"{name}.history" for name, one in all_names(states).items() if "history" in one]
    for one in all_names(states).values():
        if "final" not in one:
            one |= {"accept": draw(st.lists(rows(goals), max_size=3))}
            one |= draw(st.fixed_dictionaries({}, optional={"enter": st.just("one"), "leave": st.just(["two"])}))
            one |= {"ignore": dict.fromkeys(draw(st.sets(st.sampled_from(EVENTS), max_size=1)), "Why.")}
            one |= draw(st.sampled_from([{}, {}, {}, {"otherwise": "refuse"}, {"otherwise": {"ignore": "Why."}}]))
    payload = {"x": {"type": "integer"}, "w": {"type": "string"}}
    return {
        "brief": "One.", "subject": "one", "initial": next(iter(states)), "states": states,
        "otherwise": draw(st.sampled_from(["refuse", {"ignore": "Why."}])),
        "data": {"n": {"initial": 0}, "flag": {"type": "flag", "initial": False}, "word": {"type": "text"}},
        "events": {name: {"by": "a", "brief": "One.", "payload": payload} for name in EVENTS}
        | {"inner": {"by": "internal", "brief": "One."}},
        "guards": {name: {"test": test, "brief": "One."} for name, test in GUARDS.items()},
        "effects": {"one": "One.", "two": "Two."},
    }  # fmt: skip


@st.composite
def trees(draw: st.DrawFn, depth: int, prefix: str) -> dict[str, Any]:
    """Up to three states, named by their place, with states inside."""
    states: dict[str, Any] = {}
    for number in range(draw(st.integers(1, 3))):
        name, state = f"{prefix}{number}", {"brief": "One."}
        inner = draw(trees(depth=depth - 1, prefix=name)) if depth > 1 and draw(st.booleans()) else {}
        if inner:
            state |= {"states": inner, "parallel": True} if draw(st.booleans()) else {"states": inner}
            state |= {} if "parallel" in state else {"initial": draw(st.sampled_from([*inner]))}
            state |= draw(st.sampled_from([{}, {"history": "deep"}, {"history": "shallow"}]))
        elif depth == 3 and number and draw(st.booleans()):
            state |= {"final": "success"}
        states[name] = state
    return states


@st.composite
def rows(draw: st.DrawFn, goals: list[str]) -> dict[str, Any]:
    """A row; on the internal event, which carries nothing and must come to an end, it stays plain."""
    event = draw(st.sampled_from([*EVENTS, "inner"]))
    plain = event == "inner"
    row = {"event": event} | draw(st.fixed_dictionaries({}, optional={"to": st.sampled_from(goals)}))
    changes = {key: one for key, one in ROWS.items() if not plain or key in ("set", "do")}
    guards = ["low"] if plain else [*GUARDS]
    return row | draw(st.fixed_dictionaries({}, optional={"if": st.sampled_from(guards), **changes}))


def all_names(states: dict[str, Any]) -> dict[str, Any]:
    """Every state of a tree, by name."""
    found: dict[str, Any] = {}
    for name, one in states.items():
        found |= {name: one} | all_names(one.get("states", {}))
    return found
