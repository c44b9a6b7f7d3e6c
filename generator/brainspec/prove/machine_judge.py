"""Python-statemachine as a judge: the same events must give the same verdicts, states, data and effects as `step`."""

import json
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, NamedTuple

from brainspec.semantics.machine import Machine
from brainspec.semantics.machine_exports import IGNORED, REFUSED, effect_name, engine_name, to_statemachine
from brainspec.semantics.machine_step import Step, Verdict

# The engine calls this method of the model for every row it takes, also for one that only ignores.
TAKEN = "on_transition"


class Opinion(NamedTuple):
    """What an engine says after an event."""

    verdict: Verdict
    active: tuple[str, ...]
    values: Mapping[str, Any]
    effects: tuple[str, ...]


def disagreement(machine: Machine, done: Step, said: Opinion) -> str:
    """How the engine's opinion differs from a step; empty when it does not."""
    here = Opinion(done.verdict, done.situation.active, dict(done.situation.values), done.effects)
    # The engine has an order of its own where several rows are taken, and where a row leads into history.
    if len(done.rows) > 1 or any(row.to_history for row in done.rows):
        here, said = (one._replace(effects=tuple(sorted(one.effects))) for one in (here, said))
    different = [
        name for name in ("verdict", "active", "values", "effects") if getattr(here, name) != getattr(said, name)
    ]
    told = (f"{name} {getattr(said, name)!r}, not {getattr(here, name)!r}" for name in different)
    return f"Under python-statemachine `{machine.id.name}` has other {'; '.join(told)}." if different else ""


class Judge:
    """One instance of a machine under python-statemachine."""

    def __init__(self, machine: Machine) -> None:
        from statemachine.io import load

        engine = load(json.dumps(to_statemachine(machine)), format="json")
        # With the defaults an event without its payload would make a guard fail in silence.
        engine.allow_event_without_transition = False
        engine.catch_errors_as_events = False
        self._machine = machine
        self._heard: list[str] = []
        self._engine = engine(model=self._model())

    def send(self, event: str, payload: Mapping[str, Any]) -> Opinion:
        """The engine's opinion on an event whose payload fits."""
        from statemachine.exceptions import TransitionNotAllowed

        self._heard.clear()
        try:
            self._engine.send(engine_name(event), payload=dict(payload))
        except TransitionNotAllowed:
            return self.opinion("refused")
        decided = [one for one in self._heard if one in (IGNORED, REFUSED)]
        if self._heard.count(TAKEN) > len(decided):
            return self.opinion("taken")
        return self.opinion("ignored" if IGNORED in decided else "refused")

    def opinion(self, verdict: Verdict) -> Opinion:
        """Where the engine stands, with a verdict on the last event."""
        names = {engine_name(one): one for one in self._machine.nodes}
        active = [names[one.id] for one in self._engine.configuration if not one.is_compound and not one.parallel]
        model = self._engine.model
        values = {name: getattr(model, engine_name(name)) for name in self._machine.variables}
        effects = {effect_name(one): one for one in self._machine.effects}
        heard = tuple(effects[one] for one in self._heard if one in effects)
        return Opinion(verdict, self._machine.sorted(active), values, heard)

    def _model(self) -> SimpleNamespace:
        names = [*map(effect_name, self._machine.effects), IGNORED, REFUSED, TAKEN]
        listeners = {name: self._listener(name) for name in names}
        return SimpleNamespace(state=None, **listeners)

    def _listener(self, name: str) -> Any:
        def hear() -> None:
            self._heard.append(name)

        return hear
