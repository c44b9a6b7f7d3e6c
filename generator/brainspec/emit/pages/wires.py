"""The sub-page of wires: open protocols that are spoken, and what is added, restricted or refused."""

from typing import Any

from brainspec.emit.markdown import bullets, table_text
from brainspec.emit.pages.operations import access
from brainspec.emit.pages.sub_page import SubPage, index_row
from brainspec.emit.views.definitions import links, opening
from brainspec.model import Definition
from brainspec.model.interface import Wire, WireOperation
from brainspec.registry import Proved
from brainspec.semantics.prose import Page, resolved
from brainspec.semantics.typography import code

TARGETS = ("type", "event", "problem", "mapping", "setting")


def _section(proved: Proved, page: Page, one: Definition[Any]) -> dict[str, str]:
    body: Wire = one.body
    facts = {
        "Standard": body.standard,
        "Revision": code(body.pin),
        "Served at": code(body.base_path),
        "Library": resolved(page, body.library),
        "Judge": resolved(page, body.judge),
    }
    return {
        **opening(proved, page, one),
        "excluded": f"**Not offered yet**: {resolved(page, body.excluded)}" if body.excluded else "",
        "standard": table_text(("About", "What holds"), facts.items()),
        "operations": table_text(
            ("Operation", "What it does", "Who may"), (_row(page, each) for each in body.operations)
        ),
        "adds": bullets(resolved(page, each) for each in body.adds),
        "restricts": bullets(resolved(page, each) for each in body.restricts),
        "refuses": bullets(resolved(page, each) for each in body.refuses),
        "maps": table_text(
            ("In the standard", "Here"), ((code(name), links(page, [to], *TARGETS)) for name, to in body.maps.items())
        ),
    }


def _row(page: Page, one: WireOperation) -> tuple[str, str, str]:
    return code(one.http), resolved(page, one.brief), access(page, one)


PAGE = SubPage(
    "wire",
    "wires",
    "wires",
    "Open protocols that {capability} speaks and does not own. Their schemas are the standard's.",
    ("Wire", "What it is for"),
    index_row,
    _section,
)
