"""Mappings: every case of every rule is run through the reader of its stream."""

import json
from collections.abc import Iterator
from typing import Any

from brainspec.diagnostic import Diagnostic
from brainspec.document import Pointer
from brainspec.model import Definition, Id
from brainspec.model.mapping import MappingCase, Rule
from brainspec.prove.findings import mappings as codes
from brainspec.prove.readers import reader_of
from brainspec.registry import Finding, Proof, Registry
from brainspec.semantics.stream import StreamReader

Results = Iterator[Proof | Diagnostic]
_WITHOUT = "A mapping to a type has no reader yet."


def prove_mappings(registry: Registry) -> Results:
    """Run every case of every mapping."""
    for mapping in registry.of_kind("mapping"):
        stream = registry.need(mapping.body.to, mapping.id.capability, "stream", "type")
        rules = [registry[Id(mapping.id.capability, "rule", one.id)] for one in mapping.body.rules]
        if stream.id.kind != "stream":
            yield from (_not_run(rule, at, case) for rule in rules for at, case in enumerate(rule.body.cases))
            continue
        if mapping.id not in _listed(registry, stream):
            message = f"The stream `{stream.id.name}` does not name this mapping."
            help_ = f"Add `{mapping.id.name}` to its `mappings`."
            yield Finding(mapping, ("to",), message, help_).diagnose(codes.UNLISTED_MAPPING)
            continue
        reader = reader_of(registry, stream)
        if reader:
            yield from (each for rule in rules for each in _rule(reader, rule))


def _listed(registry: Registry, stream: Definition[Any]) -> set[Id]:
    return {registry.need(name, stream.id.capability, "mapping").id for name in stream.body.mappings}


def _not_run(rule: Definition[Rule], number: int, case: MappingCase) -> Proof:
    at: Pointer = ("cases", number)
    name = case.name or str(number + 1)
    return Proof("mapping case", rule.id, at, name, case.verifies, outcome="not run", detail=_WITHOUT)


def _rule(reader: StreamReader, rule: Definition[Rule]) -> Results:
    for number, case in enumerate(rule.body.cases):
        at: Pointer = ("cases", number)
        is_line = rule.body.field is None
        reason = _line_flaw(reader, rule.body, case) if is_line else _value_flaw(reader, rule.body, case)
        if reason:
            help_ = "Correct the case or the rule; the first rule that fits reads the line."
            yield Finding(rule, (*at, "to"), reason, help_).diagnose(codes.FAILED_MAPPING)
        outcome = "failed" if reason else "passed"
        name = case.name or str(number + 1)
        yield Proof("mapping case", rule.id, at, name, case.verifies, outcome=outcome)  # type: ignore[arg-type]


def _line_flaw(reader: StreamReader, rule: Rule, case: MappingCase) -> str:
    """What is wrong with the case of a line rule; empty when nothing is."""
    reader.start()
    for number, before in enumerate(case.after, 1):
        reading = reader.read(before, number)
        if reading.event is None:
            return f"Line {number} before it is {reading.is_}."
    line = case.from_ if isinstance(case.from_, str) else json.dumps(case.from_, ensure_ascii=False)
    reading = reader.read(line, len(case.after) + 1)
    if reading.event is None:
        because = f": {reading.flaw.explain()[0]}" if reading.flaw else "."
        return f"The line is {reading.is_}{because}"
    if rule.id not in reading.used:
        return f"The line is read by `{reading.used[0]}`." if reading.used else "The line is canonical already."
    wanted = case.to if isinstance(case.to, dict) else {}
    differing = [name for name, value in wanted.items() if reading.event.get(name) != value]
    shown = ", ".join(f"`{name}` becomes {json.dumps(reading.event.get(name))}" for name in differing)
    return f"{shown[:1].upper()}{shown[1:]}." if differing else ""


def _value_flaw(reader: StreamReader, rule: Rule, case: MappingCase) -> str:
    """What is wrong with the case of a value rule; empty when nothing is."""
    field = rule.field or ""
    new, used = reader.mended(field, case.from_)
    if used != rule.id:
        return f"The value is mended by `{used}`." if used else "No rule mends this value."
    if new != case.to:
        return f"It becomes {json.dumps(new)}."
    forms = [form for form in reader.forms.values() if field in form.kinds]
    if new is not None and not any(form.parts([field]).is_valid({field: new}) for form in forms):
        return f"No event can have this value in `{field}`."
    return ""
