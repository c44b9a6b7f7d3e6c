"""The sub-page of policies: the Cedar text, and the decisions it must give."""

from collections.abc import Iterable
from typing import Any

from brainspec.emit.markdown import fence, stacked, table_text
from brainspec.emit.pages.sub_page import SubPage, index_row
from brainspec.emit.views.definitions import opening
from brainspec.model import Definition
from brainspec.model.access import Matrix, Policy, PolicyCase
from brainspec.registry import Proved
from brainspec.semantics.prose import Page
from brainspec.semantics.typography import code, listed, literal


def _section(proved: Proved, page: Page, one: Definition[Any]) -> dict[str, str]:
    body: Policy = one.body
    return {
        **opening(proved, page, one),
        "cedar": fence("cedar", body.cedar),
        "matrix": _matrix(body.matrix) if body.matrix else "",
        "cases": table_text(("Case", "Who asks for what", "**Answer**"), map(_case, body.cases)),
    }


def _matrix(body: Matrix) -> str:
    rows = ((code(who), *(f"**{answer}**" for answer in answers)) for who, answers in body.rows.items())
    caption = f"Who may {code(body.action)}{_context(body.context)}:"
    return stacked(caption, table_text(("Who", *map(code, body.against)), rows))


def _case(one: PolicyCase) -> tuple[str, str, str]:
    ask = one.ask
    asked = f"{code(ask.principal)} for {code(ask.action)} on {code(ask.resource)}{_context(ask.context)}"
    because = f", because of {_listed(one.because)}" if one.because else ""
    return code(one.name), asked, f"**{one.answer}**{because}"


def _context(context: dict[str, Any]) -> str:
    return f", with {listed([f'{code(name)} {literal(value)}' for name, value in context.items()])}" if context else ""


def _listed(names: Iterable[str]) -> str:
    return listed([code(name) for name in names])


PAGE = SubPage(
    "policy",
    "policies",
    "policies",
    "Who may do what in {capability}, as Cedar policies with the decisions they must give.",
    ("Policy", "What it decides"),
    index_row,
    _section,
)
