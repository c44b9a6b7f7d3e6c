"""The sub-page of machines: pictures, rows, and what every state does with every event."""

from typing import Any

from brainspec.emit.markdown import bullets, folded, stacked, table_text
from brainspec.emit.pages.sub_page import SubPage, index_row
from brainspec.emit.views.definitions import opening
from brainspec.emit.views.machines import (
    diagram,
    event_rows,
    pair_count,
    pairs_table,
    states_table,
    titles,
    transitions,
)
from brainspec.model import Definition
from brainspec.registry import Proved
from brainspec.semantics.prose import Page, linked, resolved
from brainspec.semantics.typography import code, counted


def _section(proved: Proved, page: Page, one: Definition[Any]) -> dict[str, str]:
    body = one.body
    pairs = counted(pair_count(page, one), "pair")
    effects = ((code(name), resolved(page, brief)) for name, brief in body.effects.items())
    return {
        **opening(proved, page, one, f"{pairs} of state and event, all decided"),
        "diagrams": stacked(*(_picture(page, one, title) for title in titles(one))),
        "rows": transitions(page, one),
        "always": bullets(resolved(page, each) for each in body.always),
        "states": states_table(page, one),
        "events": table_text(("Event", "Caused by", "When"), event_rows(page, one)),
        "effects": table_text(("Effect", "What it does"), effects),
        "data": table_text(("Value", "First", "Meaning"), _values(page, one)),
        "pairs": folded(f"Every state and event ({pairs})", pairs_table(page, one)),
    }


def _picture(page: Page, one: Definition[Any], title: str) -> str:
    return stacked(f"**{title}**" if len(one.body.diagrams) > 1 else "", diagram(page, one, title))


def _values(page: Page, one: Definition[Any]) -> list[tuple[str, str, str]]:
    rows = []
    for name, datum in one.body.data.items():
        setting = page.registry.need(datum.setting, page.capability, "setting") if datum.setting else None
        first = linked(page, setting) if setting else code(str(datum.initial))
        rows.append((code(name), first, resolved(page, datum.brief or (setting.body.brief if setting else ""))))
    return rows


PAGE = SubPage(
    "machine",
    "machines",
    "state machines",
    "How things move between states in {capability}. Every situation of each machine was walked through.",
    ("Machine", "What it is about"),
    index_row,
    _section,
)
