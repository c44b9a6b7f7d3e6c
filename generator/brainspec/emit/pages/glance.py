"""At a glance: everything a capability defines, so that a name that is known leads to its place."""

from collections.abc import Iterator
from typing import Any

from brainspec.emit.markdown import Block, Rows, dotted, table, text
from brainspec.emit.pages.sub_page import SubPage, named
from brainspec.emit.pages.sub_pages import SUB_PAGES
from brainspec.model import Definition
from brainspec.semantics.places import Place, sub_page
from brainspec.semantics.prose import Page, relative, resolved
from brainspec.semantics.typography import capitalised, words

MOST_ROWS = 10
IN_FULL = ("operation", "problems", "settings")
ELSEWHERE = ("requirements",)


def glance(page: Page, one: Definition[Any]) -> Iterator[Block]:
    """What clients meet in full, the rest in one table; a kind with many definitions is a line of names instead."""
    used = [kind for kind in SUB_PAGES if kind.kind not in ELSEWHERE and _listed(page, one, kind)]
    long = [kind for kind in used if kind.kind not in IN_FULL and len(_listed(page, one, kind)) > MOST_ROWS]
    short = [kind for kind in used if kind.kind not in IN_FULL and kind not in long]
    if used:
        yield text("## At a glance", one)
    for kind in used:
        if kind.kind in IN_FULL:
            yield table(kind.head, ((kind.row(page, each), each) for each in _listed(page, one, kind)), one)
    yield table(("Kind", "Name", "What it is"), _rows(page, one, short), one)
    for kind in long:
        yield text(_names(page, one, kind), one)


def _listed(page: Page, one: Definition[Any], kind: SubPage) -> list[Definition[Any]]:
    return page.registry.of_kind(kind.kind if kind.indexes_topics else kind.shown_kind, one.id.name)


def _rows(page: Page, one: Definition[Any], kinds: list[SubPage]) -> Rows:
    for kind in kinds:
        for each in _listed(page, one, kind):
            yield (words(kind.kind), named(page, each), resolved(page, each.body.brief)), each


def _names(page: Page, one: Definition[Any], kind: SubPage) -> str:
    listed = _listed(page, one, kind)
    where = relative(page, Place(sub_page(one.id.name, kind.name)))
    return (
        f"**[{capitalised(kind.title)}]({where})** ({len(listed)}): {dotted(*(named(page, each) for each in listed))}"
    )
