"""Vectors: every case is validated, and run where its algorithm is installed."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, NamedTuple

from brainspec.diagnostic import Code, Diagnostic
from brainspec.diagnostic.nearest import did_you_mean
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.value import Vector, VectorCase
from brainspec.prove.findings import vectors as codes
from brainspec.prove.findings.values import BROKEN_CHANGE, UNUSABLE_SCHEMA
from brainspec.prove.refusal import named, reasons
from brainspec.registry import Finding, Proof, Registry
from brainspec.semantics.algorithm import Algorithm, BrokenAlgorithm, algorithm
from brainspec.semantics.examples import inputs_of
from brainspec.semantics.schemas import InvalidSchema, inline_schema, validator

OPEN = "?"
Flaw = tuple[Code, Pointer, str, str]


def prove_vectors(registry: Registry) -> Iterator[Proof | Diagnostic]:
    """Check and run every vector; one whose cases do not hold together is not run."""
    for definition in registry.of_kind("vector"):
        flaws = [*_flaws(registry, definition)]
        yield from (Finding(definition, at, message, help_).diagnose(code) for code, at, message, help_ in flaws)
        if not flaws:
            yield from _run(definition)


def algorithm_name(definition: Definition[Vector]) -> str:
    """The name of the entry point of a vector."""
    return f"{definition.id.capability}.{definition.id.name}"


def _flaws(registry: Registry, definition: Definition[Vector]) -> Iterator[Flaw]:
    try:
        checks = {
            "in": validator(inline_schema(registry, definition.body.input, definition.id.capability)),
            "out": validator(inline_schema(registry, definition.body.output, definition.id.capability)),
        }
    except InvalidSchema as error:
        yield (
            UNUSABLE_SCHEMA,
            ("input",),
            f"No validator can use a schema of this vector: {error.reason}",
            "Correct it.",
        )
        return
    inputs = inputs_of(definition)
    names = [one.name for one in definition.body.cases]
    for number, case in enumerate(definition.body.cases):
        at: Pointer = ("cases", number)
        if case.name not in inputs:
            help_ = "Start from another case; let pointers lead to what it has."
            yield BROKEN_CHANGE, (*at, "change"), "This change cannot be made.", help_
        else:
            yield from _refused(checks["in"], inputs[case.name], (*at, "change" if case.change else "in"), "input")
        if "out" in case.model_fields_set and case.out != OPEN:
            yield from _refused(checks["out"], case.out, (*at, "out"), "output")
        yield from _flaws_of_expectation(case, at, names)


def _refused(check: Any, value: Any, at: Pointer, what: str) -> Iterator[Flaw]:
    found = reasons(check, value)
    if found:
        message = f"The {what} does not fit its schema: {found[0].says.splitlines()[0]} ({named(found)})."
        yield codes.REFUSED_VALUE, at, message, f"Correct the value, or `{what}`."


def _flaws_of_expectation(case: VectorCase, at: Pointer, names: list[str]) -> Iterator[Flaw]:
    others: list[tuple[str, Pointer]] = [(case.same_as, (*at, "same_as"))] if case.same_as else []
    others += [(one, (*at, "differs_from", place)) for place, one in enumerate(case.differs_from)]
    for other, where in others:
        if other not in names or other == case.name:
            help_ = did_you_mean(other, [one for one in names if one != case.name], "Name another case.")
            yield codes.UNKNOWN_CASE, where, f"There is no other case `{other}`.", help_
    if not others and "out" not in case.model_fields_set:
        help_ = f'Add `out`, `same_as` or `differs_from`; `out: "{OPEN}"` makes the check print the value.'
        yield codes.EMPTY_CASE, at, f"The case `{case.name}` expects nothing.", help_


def _run(definition: Definition[Vector]) -> Iterator[Proof | Diagnostic]:
    name = algorithm_name(definition)
    try:
        found = algorithm(name)
    except BrokenAlgorithm as error:
        help_ = "Mend the installed package."
        yield Finding(definition, (), f"The algorithm of this vector is broken: {error}.", help_).diagnose(codes.FAILED)
        return
    if found is None:
        yield from _not_run(definition, f"no algorithm `{name}` is installed")
        return
    results = {case: _result(found, given) for case, given in inputs_of(definition).items()}
    for number, case in enumerate(definition.body.cases):
        at: Pointer = ("cases", number)
        findings = [*_differences(definition, case, at, results)]
        yield from findings
        yield Proof("vector", definition.id, at, case.name, case.verifies, outcome="failed" if findings else "passed")


def _not_run(definition: Definition[Vector], why: str) -> Iterator[Proof | Diagnostic]:
    for number, case in enumerate(definition.body.cases):
        at: Pointer = ("cases", number)
        yield Proof("vector", definition.id, at, case.name, case.verifies, outcome="not run", detail=why)
        if case.out == OPEN:
            help_ = f"Install a package that has the entry point `{algorithm_name(definition)}`, then check again."
            yield Finding(definition, (*at, "out"), f"Nobody knows this output: {why}.", help_).diagnose(
                codes.OPEN_OUTPUT
            )


class Result(NamedTuple):
    """What an algorithm gave: JSON text, or why it gave none."""

    text: str = ""
    failure: str = ""


def _result(run: Algorithm, given: Any) -> Result:
    try:
        return Result(_text(run(deepcopy(given))))
    except Exception as error:  # whatever an algorithm raises is a failed case, not the end of the check
        return Result(failure=f"{type(error).__name__}: {error}")


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)


def _differences(
    definition: Definition[Vector], case: VectorCase, at: Pointer, results: Mapping[str, Result]
) -> Iterator[Diagnostic]:
    own = results[case.name]
    if own.failure:
        message = f"The algorithm fails on `{case.name}`: {own.failure}."
        yield Finding(definition, at, message, "Mend the algorithm, or correct the case.").diagnose(codes.FAILED)
        return
    if "out" in case.model_fields_set and case.out == OPEN and own.text != _text(OPEN):
        help_ = f"If that is right, paste it: `out: {own.text}`."
        yield Finding(definition, (*at, "out"), f"The algorithm gives {own.text}.", help_).diagnose(codes.OPEN_OUTPUT)
    elif "out" in case.model_fields_set and own.text != _text(case.out):
        message = f"The algorithm gives {own.text}, not {_text(case.out)}."
        yield Finding(definition, (*at, "out"), message, "Correct the case, or the algorithm.").diagnose(codes.FAILED)
    if case.same_as and own.text != results[case.same_as].text and not results[case.same_as].failure:
        message = f"`{case.name}` gives {own.text}, `{case.same_as}` gives {results[case.same_as].text}."
        yield Finding(definition, (*at, "same_as"), message, "They should give the same.").diagnose(codes.FAILED)
    for place, other in enumerate(case.differs_from):
        if results[other].text == own.text:
            message, where = f"`{case.name}` and `{other}` both give {own.text}.", (*at, "differs_from", place)
            yield Finding(definition, where, message, "They should differ.").diagnose(codes.FAILED)
