"""Decision tables: every combination of inputs is run, and every named case."""

from collections.abc import Iterator

from brainspec.diagnostic import Diagnostic
from brainspec.diagnostic.nearest import did_you_mean
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.behaviour import Decision, DecisionCase
from brainspec.prove.findings import decisions as codes
from brainspec.registry import Finding, Proof, Registry
from brainspec.registry.trace import Outcome
from brainspec.semantics.decision import combination_count, combinations, deciding_row

MOST_COMBINATIONS = 20_000
Flaw = tuple[Pointer, str, str, bool]
"""Where, what is wrong, what to do, and whether the key is meant."""


def prove_decisions(registry: Registry) -> Iterator[Proof | Diagnostic]:
    """Run every decision; one that names unknown inputs or values is not run."""
    for definition in registry.of_kind("decision"):
        flaws = [*_unknown(definition.body)]
        for at, message, help_, is_key in flaws:
            yield Finding(definition, at, message, help_, key=is_key).diagnose(codes.UNKNOWN_VALUE)
        if not flaws:
            yield from _run(definition)


def _run(definition: Definition[Decision]) -> Iterator[Proof | Diagnostic]:
    count = combination_count(definition.body)
    if count > MOST_COMBINATIONS:
        message = f"The inputs have {count} combinations; at most {MOST_COMBINATIONS} are run."
        help_ = "Leave out an input, or take the decision apart."
        yield Finding(definition, ("inputs",), message, help_, key=True).diagnose(codes.TOO_LARGE)
        return
    yield from _run_all(definition)
    for number, case in enumerate(definition.body.cases):
        yield from _run_case(definition, ("cases", number), case)


def _run_all(definition: Definition[Decision]) -> Iterator[Proof | Diagnostic]:
    body, used, left = definition.body, set(), []
    for inputs in combinations(body):
        decides = deciding_row(body, inputs)
        used.add(decides)
        left += [inputs] if decides is None else []
    if left:
        example = ", ".join(f"{name} {value}" for name, value in left[0].items())
        message = f"No row fits {len(left)} of {combination_count(body)} combinations, such as {example}."
        help_ = "Add a row; a last one with `if: {}` fits all that is left."
        yield Finding(definition, ("rules",), message, help_, key=True).diagnose(codes.UNDECIDED)
    for number, row in enumerate(body.rules):
        if number not in used:
            message, help_ = "Rows above this one decide everything that fits it.", "Move it up, or remove it."
            yield Finding(definition, ("rules", number), message, help_).diagnose(codes.NEVER_FITS)
        if row.verifies:
            outcome: Outcome = "passed" if number in used else "failed"
            yield Proof("row", definition.id, ("rules", number), f"row {number + 1}", row.verifies, outcome=outcome)
    yield from _unused_answers(definition)


def _unused_answers(definition: Definition[Decision]) -> Iterator[Diagnostic]:
    given = {row.then for row in definition.body.rules}
    for answer in definition.body.answers:
        if answer not in given:
            message = f"No row gives the answer `{answer}`."
            finding = Finding(definition, ("answers", answer), message, "Give it somewhere, or remove it.", key=True)
            yield finding.diagnose(codes.NEVER_GIVEN)


def _run_case(definition: Definition[Decision], at: Pointer, case: DecisionCase) -> Iterator[Proof | Diagnostic]:
    row = deciding_row(definition.body, case.with_)
    answer = None if row is None else definition.body.rules[row].then
    if answer != case.answer:
        because = "no row fits" if row is None else f"row {row + 1} says `{answer}`"
        message = f"`{case.name}` does not get `{case.answer}`: {because}."
        yield Finding(definition, (*at, "answer"), message, "Correct the case, or the rows.").diagnose(
            codes.FAILED_CASE
        )
    outcome: Outcome = "passed" if answer == case.answer else "failed"
    yield Proof("decision case", definition.id, at, case.name, case.verifies, outcome=outcome)


def _unknown(body: Decision) -> Iterator[Flaw]:
    for number, row in enumerate(body.rules):
        at: Pointer = ("rules", number)
        yield from _unknown_answer(body, (*at, "then"), row.then)
        for name, wanted in row.if_.items():
            if isinstance(wanted, str):
                yield from _unknown_value(body, (*at, "if", name), name, wanted)
            else:
                for place, value in enumerate(wanted):
                    yield from _unknown_value(body, (*at, "if", name, place), name, value)
    for number, case in enumerate(body.cases):
        at = ("cases", number)
        yield from _unknown_answer(body, (*at, "answer"), case.answer)
        for name, value in case.with_.items():
            yield from _unknown_value(body, (*at, "with", name), name, value)
        lacking = [name for name in body.inputs if name not in case.with_]
        if lacking:
            message = f"`{case.name}` says nothing of {', '.join(lacking)}."
            yield (*at, "with"), message, "Give every input a value.", False


def _unknown_value(body: Decision, at: Pointer, name: str, value: str) -> Iterator[Flaw]:
    if name not in body.inputs:
        help_ = did_you_mean(name, body.inputs, f"It has: {', '.join(body.inputs)}.")
        yield at, f"There is no input `{name}`.", help_, True
    elif value not in body.inputs[name]:
        known = body.inputs[name]
        help_ = did_you_mean(value, known, f"It has: {', '.join(known)}.")
        yield at, f"`{name}` has no value `{value}`.", help_, False


def _unknown_answer(body: Decision, at: Pointer, answer: str) -> Iterator[Flaw]:
    if answer not in body.answers:
        help_ = did_you_mean(answer, body.answers, f"It has: {', '.join(body.answers)}.")
        yield at, f"There is no answer `{answer}`.", help_, False
