"""Reads canonical events: values that must be valid as they are."""

from collections.abc import Mapping
from math import inf
from typing import Any

from brainspec.semantics.marker import LARGE, holds_texts
from brainspec.semantics.reading import Event, Kind, Reading, event_kind, refused
from brainspec.semantics.stream_event import NATIVE, EventForm, Schema, resolved
from brainspec.semantics.stream_narrow import Facts, narrow_check
from brainspec.semantics.stream_plan import Fields, Plan, Plans


class CanonicalReader:
    """Reads canonical events of one form; `known` are values that all of them have."""

    def __init__(self, form: EventForm, known: Mapping[str, Any]) -> None:
        self.form, self._known = form, known
        self._plans = Plans(self._plan)

    def read(self, event: Event) -> Reading:
        """What a line with this event is."""
        plan = self._plans[tuple(event)]
        return Reading(plan.kinds[()], event) if plan and plan.check(event) else self._judged(event)

    def read_json(self, line: str, event: Event) -> Reading | None:
        """What a line is from which this event was read quickly; None where a closer look is due."""
        plan = self._plans.get(tuple(event))
        is_sure = plan is not None and holds_texts(line, plan.texts) and plan.check(event)
        return Reading(plan.kinds[()], event) if plan is not None and is_sure else None

    def _judged(self, event: Event) -> Reading:
        """An event that uses the fields of a weaker profile must be valid in it; it is native if it lacks nothing."""
        form = self.form
        used = [name for name, added in form.additions.items() if not added.isdisjoint(event)]
        for profile in used or form.checks:
            if form.checks[profile](event):
                is_native = profile == NATIVE or form.checks[NATIVE](event)
                return Reading(event_kind("conforming", form, event, NATIVE if is_native else profile), event)
        return refused(form, event, used[0] if used else NATIVE)

    def _plan(self, fields: Fields) -> Plan | None:
        if not self.form.added.isdisjoint(fields):
            return None
        facts = Facts(fields, self._known, {*fields} - self._known.keys())
        kind = Kind("conforming", self.form, fields=fields)
        return Plan(NATIVE, [], narrow_check(self.form.schemas[NATIVE], facts), {(): kind}, self._texts(fields))

    def _texts(self, fields: Fields) -> float:
        """How many texts a valid event with these fields holds, keys too; infinite where the schema does not say."""
        schema = self.form.schemas[NATIVE]
        known = [resolved(schema["properties"].get(name), schema) for name in fields]
        return len(known) + sum(map(_text, known))


def _text(schema: Schema) -> float:
    """1 for a text, 0 for a number that is not too large or for yes and no, infinite for anything else."""
    bounds = [schema.get("minimum"), schema.get("maximum")]
    allowed = [schema["const"]] if "const" in schema else schema.get("enum", bounds)
    if schema.get("type") == "string" or all(isinstance(one, str) for one in allowed):
        return 1
    is_small = all(isinstance(one, int) and -LARGE < one < LARGE for one in allowed)
    return 0 if schema.get("type") == "boolean" or (schema.get("type") == "integer" and is_small) else inf
