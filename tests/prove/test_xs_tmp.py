"""XState agrees with our `step` on machines that have no flaw."""

import json
import subprocess
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brainspec.semantics.machine import Machine, Row
from brainspec.semantics.machine_exports import REFUSED, effect_name, to_xstate
from brainspec.semantics.machine_step import Step, final, start, step
from tests.prove.machine_bodies import EVENTS, bodies, compile_body
from tests.repository.tree import ROOT

from pathlib import Path
PACKAGES = Path("/tmp/xs")
PAYLOADS = st.fixed_dictionaries({"x": st.integers(0, 3), "w": st.sampled_from(["true", "a & b", "c"])})
Events = list[tuple[str, dict[str, Any]]]


def is_flaw(machine: Machine, row: Row) -> bool:
    """Whether a row is one that the compiler refuses: it does nothing, or starts all regions around it anew."""
    ends = {one.name for one in machine.outward(machine.nodes[row.target].parent)} if row.target else set()
    ends |= {row.target} if row.to_history else set()
    around = machine.outward(machine.nodes[row.state].parent)
    shared = next((one for one in around if one.name in ends), None)
    does_nothing = not (row.target or row.changes or row.raises or row.effects)
    return does_nothing or bool(row.target and shared and shared.is_parallel)


def ours(machine: Machine, events: Events) -> tuple[Events, list[Step]]:
    """The events up to the first that engines read differently or that comes after the end, and their steps."""
    here, steps = start(machine).situation, []
    for event, payload in events:
        done = step(machine, here, event, payload)
        if done.clashing or final(machine, here) or any(is_flaw(machine, row) for row in done.rows):
            break
        steps.append(done)
        here = done.situation
    return events[: len(steps)], steps


def agrees(done: Step, said: dict[str, Any]) -> bool:
    effects = [effect_name(one) for one in done.effects]
    heard = [one for one in said["actions"] if one.startswith("effect_")]
    if len(done.rows) > 1:
        effects, heard = sorted(effects), sorted(heard)
    is_refused = not said["can"] or REFUSED in said["actions"]
    return (
        (sorted(done.situation.active), dict(done.situation.values), effects)
        == (said["active"], said["values"], heard)
        and (is_refused or done.verdict != "refused")
        and (said["can"] or done.verdict == "refused")
    )  # fmt: skip


@pytest.mark.outside
def test_every_machine_means_the_same_to_xstate() -> None:
    runs: list[tuple[dict[str, Any], Events, list[Step]]] = []

    @settings(max_examples=300)
    @given(body=bodies(), events=st.lists(st.tuples(st.sampled_from(EVENTS), PAYLOADS), max_size=10))
    def collect(body: dict[str, Any], events: Events) -> None:
        machine = compile_body(body)
        runs.append((to_xstate(machine), *ours(machine, events)))

    collect()
    command = ["node", str(ROOT / "tests/prove/xstate.mjs"), str(PACKAGES)]
    given_ = json.dumps([{"chart": chart, "events": events} for chart, events, _ in runs])
    done = subprocess.run(command, input=given_, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stderr[:500]}\nnpm install --prefix .venv/node xstate, or make test OUTSIDE=1"
    said = json.loads(done.stdout)
    pairs = [
        (mine, theirs)
        for (_, _, steps), each in zip(runs, said, strict=True)
        for mine, theirs in zip(steps, each, strict=True)
    ]
    assert len(pairs) > 300
    assert [pair for pair in pairs if not agrees(*pair)] == []
