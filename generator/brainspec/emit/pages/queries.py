"""The sub-page of queries: parameters, SQL, rows in, rows out."""

from collections.abc import Iterator
from typing import Any

from brainspec.emit.markdown import dotted, stacked, table_text
from brainspec.emit.pages.sub_page import SubPage, named
from brainspec.emit.views.definitions import opening
from brainspec.emit.views.storage import alarm, given_tables, parameters, result_table, sql_fence
from brainspec.model import Definition
from brainspec.model.storage import Query, QueryCase, QueryParameter
from brainspec.registry import Proved
from brainspec.semantics.prose import Page, resolved
from brainspec.semantics.typography import amount, code


def _row(page: Page, one: Definition[Any]) -> tuple[str, str]:
    return named(page, one), resolved(page, one.body.question)


def _section(proved: Proved, page: Page, one: Definition[Any]) -> dict[str, str]:
    body: Query = one.body
    parameters_ = (
        (code(name), _parameter_type(each), resolved(page, each.brief)) for name, each in body.params.items()
    )
    columns = ((code(name), resolved(page, brief)) for name, brief in body.columns.items())
    return {
        **opening(proved, page, one),
        "panel": _panel(page, body),
        "parameters": table_text(("Parameter", "Type", "Meaning"), parameters_),
        "sql": sql_fence(body),
        "plan": _plan(proved, one),
        "columns": table_text(("Column", "Meaning"), columns),
        "cases": stacked(*_cases(page, one)),
    }


def _parameter_type(one: QueryParameter) -> str:
    facts: list[str] = [one.type]
    if one.minimum is not None:
        facts.append(f"at least {amount(one.minimum)}")
    if one.maximum is not None:
        facts.append(f"at most {amount(one.maximum)}")
    if one.default is not None:
        facts.append(f"default {amount(one.default)}")
    return ", ".join(facts)


def _plan(proved: Proved, one: Definition[Any]) -> str:
    """What the engine said about how it finds the rows, each remark once."""
    details = dict.fromkeys(proof.detail for proof in proved.proofs_in(one.id) if proof.detail)
    return "\n".join(f"The plan {detail}." for detail in details)


def _panel(page: Page, body: Query) -> str:
    if body.panel is None:
        return ""
    return dotted(f"Panel *{body.panel.title}*", alarm(body), resolved(page, body.panel.action))


def _cases(page: Page, one: Definition[Query]) -> Iterator[str]:
    """Every case with its rows; rows that stood above are not repeated."""
    shown: set[str] = set()
    for case in one.body.cases:
        rows = given_tables(page, one, case) if case.fixture not in shown else ""
        shown.add(case.fixture)
        yield stacked(_given(case, rows), rows, _returns(case), result_table(one.body, case))


def _given(case: QueryCase, rows: str) -> str:
    with_ = parameters(case)
    same = "" if rows else " the same rows"
    return f"**Given** ({code(case.name)}){same}{', with ' + with_ if with_ else ''}:"


def _returns(case: QueryCase) -> str:
    return f"**Returns**, and the panel is **{case.state}**:" if case.state else "**Returns:**"


PAGE = SubPage(
    "query",
    "queries",
    "queries",
    "Named questions to the tables of {capability}. Each was run on the rows shown and gave the rows shown.",
    ("Query", "Question"),
    _row,
    _section,
)
