"""The sub-page of requirements: each with its sentence, its reason and what proves it."""

from collections.abc import Sequence
from typing import Any

from brainspec.emit.pages.sub_page import SubPage
from brainspec.emit.views.definitions import links
from brainspec.emit.views.requirements import levels, requirement_count, sentence_quote, standing_line, tally
from brainspec.model import Definition
from brainspec.registry import Proved
from brainspec.semantics.places import heading
from brainspec.semantics.prose import Page, linked, resolved


def _row(page: Page, one: Definition[Any]) -> Sequence[str]:
    inside = [each for each in page.registry.of_kind("requirement", page.capability) if each.path == one.path]
    return linked(page, one), resolved(page, one.body.brief), requirement_count(inside)


def _section(proved: Proved, page: Page, one: Definition[Any]) -> dict[str, str]:
    body = one.body
    return {
        "heading": heading(one),
        "sentence": sentence_quote(page, one),
        "why": resolved(page, body.why),
        "note": resolved(page, body.note or ""),
        "standing": standing_line(proved, page, one),
        "see": f"See also {links(page, body.see)}." if body.see else "",
    }


def _remarks(proved: Proved, capability: str) -> Sequence[str]:
    return levels(proved.registry.of_kind("requirement", capability)), tally(proved, capability)


PAGE = SubPage(
    "requirements",
    "requirements",
    "requirements",
    "Every requirement of {capability}, each with the reason and what proves it. Numbers are permanent.",
    ("Topic", "What it settles", "Requirements"),
    _row,
    _section,
    indexes_topics=True,
    remarks=_remarks,
)
