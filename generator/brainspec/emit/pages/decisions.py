"""The sub-page of decisions: inputs, answers, rows, and the combinations that were run."""

from typing import Any

from brainspec.emit.markdown import stacked, table_text
from brainspec.emit.pages.sub_page import SubPage, index_row
from brainspec.emit.views.decisions import case_rows, combinations, decision_table
from brainspec.emit.views.definitions import opening
from brainspec.emit.views.fields import values_table
from brainspec.model import Definition
from brainspec.registry import Proved
from brainspec.semantics.prose import Page
from brainspec.semantics.typography import code, counted


def _section(proved: Proved, page: Page, one: Definition[Any]) -> dict[str, str]:
    body = one.body
    inputs = (stacked(f"**Input {code(name)}**", values_table(page, values)) for name, values in body.inputs.items())
    return {
        **opening(proved, page, one, f"{counted(combinations(body), 'combination')}, all decided"),
        "rows": decision_table(page, one),
        "cases": table_text(("Case", *map(code, body.inputs), "**Then**"), case_rows(one)),
        "inputs": stacked(*inputs),
        "answers": values_table(page, body.answers),
    }


PAGE = SubPage(
    "decision",
    "decisions",
    "decisions",
    "Tables that {capability} decides by. The first row that fits counts; every combination of inputs is run.",
    ("Decision", "What it decides"),
    index_row,
    _section,
)
