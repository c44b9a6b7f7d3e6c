"""The sub-page of mappings: every rule that reads an older form, with an executed line."""

from typing import Any

from brainspec.emit.markdown import fence, json_fence, stacked, table_text
from brainspec.emit.pages.sub_page import SubPage
from brainspec.emit.views.streams import becomes, changes, reads
from brainspec.model import Definition
from brainspec.model.mapping import MappingCase, Rule
from brainspec.registry import Proved
from brainspec.semantics.places import heading
from brainspec.semantics.prose import Page, linked, resolved
from brainspec.semantics.typography import code, counted, literal


def _row(page: Page, one: Definition[Any]) -> tuple[str, str, str]:
    rules = counted(len(one.body.rules), "rule")
    return linked(page, one, code(one.id.name)), resolved(page, one.body.brief), rules


def _section(_proved: Proved, page: Page, one: Definition[Any]) -> dict[str, str]:
    rule: Rule = one.body
    mapping = page.registry.need(f"mapping:{one.path.rpartition('/')[2].removesuffix('.yaml')}", page.capability)
    return {
        "heading": heading(one),
        "brief": resolved(page, rule.brief),
        "reads": reads(rule),
        "becomes": becomes(page, mapping.body, rule),
        "changes": table_text(("Field", "What happens to it"), changes(page, rule)),
        "cases": stacked(*map(_case, rule.cases)),
    }


def _case(one: MappingCase) -> str:
    if not isinstance(one.from_, str) or not isinstance(one.to, dict):
        return f"{literal(one.from_)} becomes {literal(one.to)}."
    return stacked(
        fence("text", "\n".join((*one.after, one.from_))), "becomes, among other fields:", json_fence(one.to)
    )


PAGE = SubPage(
    "mapping",
    "mappings",
    "mappings",
    "Rules that read older forms and write the ones {capability} defines. What an old form does not say stays absent.",
    ("Mapping", "What it reads", "Rules"),
    _row,
    _section,
    indexes_topics=True,
)
