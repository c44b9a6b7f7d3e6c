"""Types and events: every example is accepted, every counterexample is refused for its one reason."""

from collections.abc import Iterator
from typing import Any

from jsonschema_rs import Draft202012Validator

from brainspec.diagnostic import Diagnostic
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.described import Counterexample, Example
from brainspec.prove.findings import values as codes
from brainspec.prove.refusal import Reason, named, parts, place, reasons
from brainspec.registry import Finding, Proof, Registry
from brainspec.registry.trace import Outcome
from brainspec.semantics.examples import broken_changes, counterexamples_of, examples_of
from brainspec.semantics.schemas import InvalidSchema, schema_of, validator


def prove_values(registry: Registry) -> Iterator[Proof | Diagnostic]:
    """Validate every example and counterexample of every type and event."""
    for kind in ("type", "event"):
        for definition in registry.of_kind(kind):
            if definition.body.examples or definition.body.counterexamples:
                yield from _prove(registry, definition)


def _prove(registry: Registry, definition: Definition[Any]) -> Iterator[Proof | Diagnostic]:
    try:
        check = validator(schema_of(registry, definition))
    except InvalidSchema as error:
        help_ = "Correct the schema; until then its examples show nothing."
        yield Finding(definition, ("schema",), f"No validator can use this schema: {error.reason}", help_).diagnose(
            codes.UNUSABLE_SCHEMA
        )
        return
    for at, reason in broken_changes(registry, definition):
        yield Finding(definition, at, reason, "Start from an example that is there.").diagnose(codes.BROKEN_CHANGE)
    accepted, refused = examples_of(registry, definition), counterexamples_of(registry, definition)
    for number, example in enumerate(definition.body.examples):
        if example.name in accepted:
            yield from _accepted(definition, check, ("examples", number), example, accepted[example.name])
    for number, counterexample in enumerate(definition.body.counterexamples):
        if counterexample.name in refused:
            value = refused[counterexample.name]
            yield from _refused(definition, check, ("counterexamples", number), counterexample, value)


def _accepted(
    definition: Definition[Any], check: Draft202012Validator, at: Pointer, example: Example, value: Any
) -> Iterator[Proof | Diagnostic]:
    found = reasons(check, value)
    if found:
        message = f"The example `{example.name}` is refused: {found[0].says.splitlines()[0]} ({named(found)})."
        help_ = "Correct the example or the schema; if it should be refused, make it a counterexample."
        where = (*at, "change") if example.change else (*at, "value", *parts(found[0].at, example.value))
        yield Finding(definition, where, message, help_).diagnose(codes.EXAMPLE_REFUSED)
    yield Proof("accepted example", definition.id, at, example.name, outcome="failed" if found else "passed")


def _refused(
    definition: Definition[Any], check: Draft202012Validator, at: Pointer, one: Counterexample, value: Any
) -> Iterator[Proof | Diagnostic]:
    found = reasons(check, value)
    yield from _objections(definition, at, one, found)
    is_proof = len(found) == 1 and _is_named(one, found[0])
    outcome: Outcome = "passed" if is_proof else "failed"
    yield Proof("refused example", definition.id, at, one.name, one.verifies, outcome=outcome)


def _objections(
    definition: Definition[Any], at: Pointer, one: Counterexample, found: list[Reason]
) -> Iterator[Diagnostic]:
    wanted = f"`{one.refused_by.keyword}` at {place(one.refused_by.at)}"
    if not found:
        message = f"The counterexample `{one.name}` is accepted; {wanted} should refuse it."
        help_ = "Correct it, or let the schema refuse it."
        where = (*at, "change" if one.change else "value")
        yield Finding(definition, where, message, help_).diagnose(codes.COUNTEREXAMPLE_ACCEPTED)
    elif others := [each for each in found if not _is_named(one, each)]:
        also = "also " if len(others) < len(found) else ""
        message = f"`{one.name}` is {also}refused by {named(others)}, not only by {wanted}."
        help_ = "A counterexample shows one rule: change one thing only, or correct `refused_by`."
        yield Finding(definition, (*at, "refused_by"), message, help_).diagnose(codes.REFUSED_OTHERWISE)
    elif len(found) > 1:
        message = f"`{one.name}` is refused {len(found)} times by {wanted}: {' '.join(each.says for each in found)}."
        help_ = "A counterexample shows one rule: change one thing only."
        yield Finding(definition, (*at, "refused_by"), message, help_).diagnose(codes.REFUSED_OTHERWISE)


def _is_named(one: Counterexample, reason: Reason) -> bool:
    return (one.refused_by.keyword, one.refused_by.at) == (reason.keyword, reason.at)
