"""Streams: encodings in both directions, lines and what they are, and the rules that hold across lines."""

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

from brainspec.diagnostic import Diagnostic
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.stream import Conflict, EncodingCase, LineCase, Pair, RuleCase, Stream
from brainspec.prove.findings import streams as codes
from brainspec.prove.readers import reader_of
from brainspec.registry import Finding, Proof, Registry
from brainspec.semantics.examples import completed, examples_of
from brainspec.semantics.schemas import wire_name
from brainspec.semantics.stream import StreamReader
from brainspec.semantics.stream_rules import StreamRules
from brainspec.semantics.stream_tracker import Breach

Results = Iterator[Proof | Diagnostic]


def prove_streams(registry: Registry) -> Results:
    """Run every case of every stream."""
    for stream in registry.of_kind("stream"):
        reader = reader_of(registry, stream)
        if reader is None:
            continue
        for number, encoding in enumerate(stream.body.cases):
            yield from _encoding(registry, stream, reader, ("cases", number), encoding)
        for number, line in enumerate(stream.body.lines):
            yield from _line(stream, reader, ("lines", number), line)
        for at, rule in _rules(stream.body):
            yield from _one_sided(stream, at, rule)
            for number, case in enumerate(rule.cases):
                yield from _rule(registry, stream, reader, (*at, "cases", number), rule, case)


def _encoding(
    registry: Registry, stream: Definition[Stream], reader: StreamReader, at: Pointer, case: EncodingCase
) -> Results:
    event = registry.need(case.of, stream.id.capability, "event")
    whole = completed(registry, event, dict(case.event))
    reason = _disagreement(reader, wire_name(event), whole, case)
    if reason:
        help_ = "Write it as the encoding does, or correct the event."
        yield Finding(stream, (*at, "marker"), reason, help_).diagnose(codes.FAILED_ENCODING)
    yield Proof("encoding case", stream.id, at, case.name, case.verifies, outcome="failed" if reason else "passed")


def _disagreement(reader: StreamReader, name: str, event: dict[str, Any], case: EncodingCase) -> str:
    """Why an event, its marker line and its JSON line are not the same; empty when they are."""
    form = reader.forms[name]
    if not form.marker:
        return f"`{case.of}` has no marker, or the stream no marker lines."
    own = form.line({key: value for key, value in event.items() if key in case.event})
    written = own.removeprefix(form.marker).removeprefix(" ")
    if written != case.marker:
        return f"`{case.name}` is written `{written}`."
    envelope = form.line({key: value for key, value in event.items() if key not in case.event})
    for line in (f"{envelope} {case.marker}".rstrip(" "), json.dumps(event, ensure_ascii=False)):
        reader.start()
        reading = reader.read(line, 1)
        if reading.event != event:
            said = f": {reading.flaw.explain()[0]}" if reading.flaw else "."
            return f"`{case.name}` is not read back as it was written{said}"
    return ""


def _line(stream: Definition[Stream], reader: StreamReader, at: Pointer, case: LineCase) -> Results:
    reader.start()
    reading = reader.read(case.line, 1)
    if reading.is_ != case.is_:
        because = f": {reading.flaw.explain()[0]}" if reading.flaw else "."
        message = f"A reader takes `{case.name}` for `{reading.is_}`{because}"
        finding = Finding(stream, (*at, "is"), message, "Correct the case, or what reads it.")
        yield finding.diagnose(codes.FAILED_LINE)
    outcome = "passed" if reading.is_ == case.is_ else "failed"
    yield Proof("line case", stream.id, at, case.name, case.verifies, outcome=outcome)  # type: ignore[arg-type]


def _rules(body: Stream) -> Iterator[tuple[Pointer, Pair | Conflict]]:
    named: list[tuple[str, tuple[Pair | Conflict, ...]]] = [("pairs", body.pairs), ("conflicts", body.conflicts)]
    return chain.from_iterable((((field, at), one) for at, one in enumerate(rules)) for field, rules in named)


def _one_sided(stream: Definition[Stream], at: Pointer, rule: Pair | Conflict) -> Iterator[Diagnostic]:
    shown = {case.found for case in rule.cases}
    if rule.verifies and shown != {True, False}:
        message = f"No case shows `{rule.code}` {'silent' if True in shown else 'reporting'}."
        help_ = "Add a case with `found: true` and one with `found: false`."
        yield Finding(stream, (*at, "verifies"), message, help_).diagnose(codes.ONE_SIDED)


def _rule(
    registry: Registry, stream: Definition[Stream], reader: StreamReader, at: Pointer, rule: Pair | Conflict,
    case: RuleCase,
) -> Results:  # fmt: skip
    found = rule.code in _codes(registry, stream, reader, case)
    if found != case.found:
        message = f"`{rule.code}` {'reports' if found else 'reports nothing'} here."
        finding = Finding(stream, (*at, "found"), message, "Correct the events, the case or the rule.")
        yield finding.diagnose(codes.FAILED_RULE)
    name = f"{rule.code} {case.name or ''}".strip()
    outcome = "passed" if found == case.found else "failed"
    yield Proof("rule case", stream.id, at, name, rule.verifies, outcome=outcome)  # type: ignore[arg-type]


def _codes(registry: Registry, stream: Definition[Stream], reader: StreamReader, case: RuleCase) -> set[str]:
    """The codes of what all rules of the stream report about a series of examples."""
    rules = StreamRules(registry, stream, reader.forms, reader.most_open)
    breaches: list[Breach] = []
    for number, text in enumerate(case.events, 1):
        name, _, example = text.partition("/")
        event = registry.need(name, stream.id.capability, "event")
        value, form = examples_of(registry, event).get(example, {}), reader.forms[wire_name(event)]
        if any(is_valid(value) for is_valid in form.checks.values()):  # one that is not is reported where it stands
            breaches += rules.see(form.name, value, number)
    return {one.rule.code for one in (*breaches, *rules.end())}
