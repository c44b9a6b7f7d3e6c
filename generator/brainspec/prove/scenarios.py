"""Scenarios: live proofs that wait for an implementation; what can be known without one is checked."""

from collections.abc import Iterator
from typing import Any

from brainspec.diagnostic import Diagnostic
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.interface import Answer, Operation
from brainspec.model.scenario import Scenario, ScenarioStep
from brainspec.prove.findings.scenarios import WRONG_EXPECTATION
from brainspec.prove.patterns import leads_nowhere, misfits
from brainspec.registry import Finding, Proof, Registry
from brainspec.semantics.headers import headers_of
from brainspec.semantics.problems import problems_of
from brainspec.semantics.schemas import InvalidSchema, schema_of

WAITS = "waits for a running implementation"
Flaw = tuple[Pointer, str, str]


def prove_scenarios(registry: Registry) -> Iterator[Proof | Diagnostic]:
    """A live proof for every step that shows something, and what no answer could ever fulfil."""
    for scenario in registry.of_kind("scenario"):
        for number, step in enumerate(scenario.body.steps):
            at: Pointer = ("steps", number)
            for where, message, help_ in _flaws(registry, scenario, step, at):
                yield Finding(scenario, where, message, help_).diagnose(WRONG_EXPECTATION)
            if step.verifies:
                form = "scenario step"
                yield Proof(form, scenario.id, at, step.name, step.verifies, True, outcome="not run", detail=WAITS)


def _flaws(registry: Registry, scenario: Definition[Scenario], step: ScenarioStep, at: Pointer) -> Iterator[Flaw]:
    operation = registry.need(step.call, scenario.id.capability, "operation")
    problems = {one.id: one.body.status for one in problems_of(registry, operation)}
    expected = (*at, "expect")
    if step.expect.problem is not None:
        problem = registry.need(step.expect.problem, scenario.id.capability, "problem")
        status = problem.body.status
        if problem.id not in problems:
            help_ = f"Add it to the problems of `{step.call}`, or expect one that it answers."
            yield (*expected, "problem"), f"`{step.call}` never answers `{step.expect.problem}`.", help_
        if step.expect.status not in (None, status):
            message = f"`{step.expect.problem}` has the status {status}, not {step.expect.status}."
            yield (*expected, "status"), message, "Leave the status out: the problem says it."
        return
    successes = {int(code) for code in operation.body.answers}
    status = step.expect.status
    if status is not None and status not in successes | set(problems.values()):
        known = ", ".join(str(one) for one in sorted(successes | set(problems.values())))
        yield (*expected, "status"), f"`{step.call}` never answers {status}.", f"It answers: {known}."
    elif status is None or status in successes:
        answers = [one for code, one in operation.body.answers.items() if status in (None, int(code))]
        if len(answers) == 1:
            yield from _flaws_of_answer(registry, operation, answers[0], step, at)


def _flaws_of_answer(
    registry: Registry, operation: Definition[Any], answer: Answer, step: ScenarioStep, at: Pointer
) -> Iterator[Flaw]:
    if step.expect.events is not None and answer.stream is None:
        yield (*at, "expect", "events"), f"This answer of `{step.call}` is no stream.", "Expect a `body` instead."
    yield from _flaws_of_headers(operation.body, answer, step, at)
    if answer.body is None:
        if step.expect.body is not None and answer.stream is None and operation.body.paged is None:
            yield (*at, "expect", "body"), f"This answer of `{step.call}` has no body.", "Remove `body`."
        return
    try:
        whole = schema_of(registry, registry.need(answer.body, operation.id.capability, "type", "stream", "event"))
        flaws = [*misfits(whole, step.expect.body)] if step.expect.body is not None else []
    except InvalidSchema:
        return
    for where, reason in flaws:
        help_ = f"Look at the type `{answer.body}`."
        yield (*at, "expect", "body", *where), f"No answer of `{step.call}` looks so: {reason}.", help_
    for name, pointer in step.save.items():
        if pointer.startswith("/") and (part := leads_nowhere(whole, pointer)):
            help_ = f"Look at the type `{answer.body}`."
            yield (*at, "save", name), f"The answer of `{step.call}` has no `{part}`.", help_


def _flaws_of_headers(operation: Operation, answer: Answer, step: ScenarioStep, at: Pointer) -> Iterator[Flaw]:
    known = {name.lower() for name in headers_of(operation, answer)}
    for name, source in step.save.items():
        if source and not source.startswith("/") and source.lower() not in known:
            help_ = "Name one of its headers, or write a JSON Pointer, which begins with `/`."
            yield (*at, "save", name), f"This answer of `{step.call}` has no header `{source}`.", help_
