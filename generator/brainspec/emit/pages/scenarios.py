"""The sub-page of scenarios: stories told against a running implementation, step by step."""

from collections.abc import Iterator
from typing import Any

from brainspec.emit.markdown import json_fence, stacked
from brainspec.emit.pages.sub_page import SubPage, index_row
from brainspec.emit.views.definitions import links, opening
from brainspec.model import Definition
from brainspec.model.scenario import EventOf, Scenario, ScenarioStep
from brainspec.registry import Proved
from brainspec.semantics.prose import Page, linked
from brainspec.semantics.typography import code, listed, literal, words


def _section(proved: Proved, page: Page, one: Definition[Any]) -> dict[str, str]:
    body: Scenario = one.body
    steps = (_step(page, number, step) for number, step in enumerate(body.steps, 1))
    return {**opening(proved, page, one), "steps": stacked(*steps)}


def _step(page: Page, number: int, step: ScenarioStep) -> str:
    operation = page.registry.need(step.call, page.capability, "operation")
    call = ", ".join([linked(page, operation), *_sends(step), *_circumstances(page, step)])
    shows = f" Shows {links(page, step.verifies, 'requirement')}." if step.verifies else ""
    pattern = step.expect.body
    ending = "." if pattern is None else ", and in the body:"
    return stacked(
        f"**Step {number}, {words(step.name)}.** {call}.{shows} Must come back: {_expected(page, step)}{ending}",
        json_fence(pattern) if pattern is not None else "",
    )


def _sends(step: ScenarioStep) -> Iterator[str]:
    if step.as_:
        yield f"as {code(step.as_)}"
    if step.path:
        yield f"with {listed([f'{code(name)} {code(value)}' for name, value in step.path.items()])}"
    if step.query:
        yield f"asking {listed([f'{code(name)} {literal(value)}' for name, value in step.query.items()])}"
    if step.events:
        yield f"events {listed([_event(one) for one in step.events])}"
    if step.headers:
        noun = "header" if len(step.headers) == 1 else "headers"
        yield f"with {noun} {listed([code(name) for name in step.headers])}"
    if step.body is not None:
        yield f"body {literal(step.body)}"


def _circumstances(page: Page, step: ScenarioStep) -> Iterator[str]:
    if step.while_:
        yield f"while {links(page, [step.while_.call], 'operation')} is called"
    if step.needs:
        yield f"needs the control surface: {listed(list(step.needs))}"


def _event(one: str | EventOf) -> str:
    if isinstance(one, str):
        return code(one)
    without = (one.without,) if isinstance(one.without, str) else one.without or ()
    changes = [f"without {code(name)}" for name in without] + [f"other {code(name)}" for name in one.set]
    changes += [f"{one.times:,} times"] if one.times > 1 else []
    return f"{code(one.of)} ({', '.join(changes)})" if changes else code(one.of)


def _expected(page: Page, step: ScenarioStep) -> str:
    want, parts = step.expect, []
    if want.status:
        parts.append(f"{want.status}")
    if want.problem:
        parts.append(f"problem {links(page, [want.problem], 'problem')}")
    if want.events is not None:
        parts.append(f"events {listed([code(one) for one in want.events]) or 'none'}")
    if want.within:
        parts.append(f"within {want.within} s")
    parts += [f"header {code(name)} {code(value)}" for name, value in want.headers.items()]
    return ", ".join(parts)


PAGE = SubPage(
    "scenario",
    "scenarios",
    "scenarios",
    "Stories against a running implementation of {capability}. This build checked what they name and ran none of them.",
    ("Scenario", "What happens"),
    index_row,
    _section,
)
