"""Whether the data of a machine and what rows do to them fit: types, bounds, and what an event carries."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from brainspec.diagnostic import Diagnostic
from brainspec.diagnostic.nearest import did_you_mean
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.behaviour import Datum, Machine, Transition
from brainspec.prove.findings.machine import BAD_CHANGE
from brainspec.prove.machine_names import all_states
from brainspec.prove.machine_payloads import Form, fields_of, form_of
from brainspec.registry import Finding, Registry
from brainspec.semantics.machine import Signal, Variable, names, payload_schema, variable
from brainspec.semantics.schemas import Schema

Flaw = tuple[Pointer, str, str]
Fields = Mapping[str, Mapping[str, Schema]]
"""Event to the fields of its payload, resolved."""
_FORMS: Mapping[type, Form] = {bool: "flag", int: "integer", str: "text"}


def broken_changes(registry: Registry, definition: Definition[Machine]) -> Iterator[Diagnostic]:
    """Every datum whose first value does not fit, and every change that cannot be made."""
    fields, variables = payload_fields(registry, definition), variables_of(registry, definition)
    flaws = [flaw for name, one in definition.body.data.items() for flaw in _flaws_of_datum(name, one, variables[name])]
    for at, _, state, _ in all_states(definition.body):
        for number, row in enumerate(state.accept):
            flaws += _flaws_of_row(row, (*at, "accept", number), variables, fields[row.event])
    for at, message, help_ in flaws:
        yield Finding(definition, at, message, help_).diagnose(BAD_CHANGE)


def payload_fields(registry: Registry, definition: Definition[Machine]) -> Fields:
    """What every event carries."""
    signals = {
        name: Signal(one.by, payload_schema(registry, definition, name)) for name, one in definition.body.events.items()
    }
    return {name: fields_of(one) for name, one in signals.items()}


def variables_of(registry: Registry, definition: Definition[Machine]) -> dict[str, Variable]:
    """The data of a machine as values."""
    return {name: variable(registry, definition, one) for name, one in definition.body.data.items()}


def _flaws_of_datum(name: str, datum: Datum, known: Variable) -> Iterator[Flaw]:
    at = ("data", name)
    if datum.setting is not None and datum.model_fields_set & {"initial", "max", "values"}:
        yield at, f"`{name}` is a setting and has its value from there.", "Remove `initial`, `max` and `values`."
    elif known.initial is None and (datum.type != "text" or datum.setting):
        where = "The setting has no value" if datum.setting else f"`{name}` has no first value"
        yield at, f"{where}.", "Give it one; only texts may begin as nothing."
    elif datum.max is not None and datum.type != "integer":
        yield (*at, "max"), f"`{name}` is no number, so it has no largest value.", "Remove `max`."
    elif datum.values and datum.type != "text":
        yield (*at, "values"), f"`{name}` is no text.", "Remove `values`."
    if known.initial is not None and (reason := misfit(known, known.initial)):
        yield at, f"The first value of `{name}` {reason}.", "Correct `initial`, `type` or the bounds."


def misfit(known: Variable, value: Any) -> str:
    """Why a datum cannot have a value; empty when it can."""
    if _FORMS.get(type(value)) != known.type:
        return f"is no {known.type}"
    if known.values and value not in known.values:
        return f"is none of {', '.join(known.values)}"
    return f"is more than its max, {known.max}" if known.max is not None and value > known.max else ""


def _flaws_of_row(
    row: Transition, at: Pointer, variables: Mapping[str, Variable], fields: Mapping[str, Schema]
) -> Iterator[Flaw]:
    changed = [*([row.count] if row.count else []), *names(row.reset), *row.set, *row.take]
    for name in changed:
        if variables[name].is_fixed:
            yield at, f"`{name}` is a setting and never changes.", "Keep a datum of the machine's own for it."
    for name, times in Counter(changed).items():
        if times > 1:
            yield at, f"This row changes `{name}` {times} times.", "Change it once."
    if row.count and variables[row.count].type != "integer":
        yield (*at, "count"), f"`{row.count}` is no number.", "Use `set`."
    elif row.count and variables[row.count].max is None:
        help_ = f"Add `max` to `data/{row.count}` and a guard that keeps to it."
        yield (*at, "count"), f"`{row.count}` has no largest value.", help_
    for name, value in row.set.items():
        if reason := misfit(variables[name], value):
            yield (*at, "set", name), f"`{value}` cannot be the value of `{name}`: it {reason}.", "Correct it."
    for name, source in row.take.items():
        yield from _flaws_of_take(row.event, (*at, "take", name), variables[name], source, fields)


def _flaws_of_take(
    event: str, at: Pointer, known: Variable, source: str, fields: Mapping[str, Schema]
) -> Iterator[Flaw]:
    if source not in fields:
        help_ = did_you_mean(source, fields, f"It carries: {', '.join(fields) or 'nothing'}.")
        yield at, f"`{event}` does not carry `{source}`.", help_
    elif form_of(fields[source]) != known.type:
        yield at, f"`{source}` is no {known.type}.", "Take another field, or change the type of the datum."
    elif known.values and not set(fields[source].get("enum", [None])) <= set(known.values):
        help_ = f"Let the payload allow only: {', '.join(known.values)}."
        yield at, f"`{source}` may be a text that the datum may not have.", help_
