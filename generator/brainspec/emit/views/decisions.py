"""Decisions as tables: inputs left, verdict last and bold."""

from typing import Any

from brainspec.emit.markdown import table_text
from brainspec.model import Definition
from brainspec.model.behaviour import Decision
from brainspec.semantics.prose import Page, resolved
from brainspec.semantics.typography import code, listed

ANY = "any"


def decision_table(page: Page, one: Definition[Decision]) -> str:
    """The rows of a decision; the first that fits counts."""
    body = one.body
    rows = [
        (*(_values(rule.if_.get(name)) for name in body.inputs), resolved(page, rule.why), f"**{code(rule.then)}**")
        for rule in body.rules
    ]
    return table_text((*map(code, body.inputs), "Because", "**Then**"), rows)


def combinations(body: Decision) -> int:
    """How many combinations of inputs there are; all of them are run."""
    number = 1
    for values in body.inputs.values():
        number *= len(values)
    return number


def _values(wanted: str | tuple[str, ...] | None) -> str:
    if wanted is None:
        return ANY
    return code(wanted) if isinstance(wanted, str) else listed([code(one) for one in wanted], "or")


def case_rows(one: Definition[Decision]) -> list[list[Any]]:
    """The named cases: inputs, then the verdict."""
    return [
        [code(case.name), *(code(case.with_[name]) for name in one.body.inputs), f"**{code(case.answer)}**"]
        for case in one.body.cases
    ]
