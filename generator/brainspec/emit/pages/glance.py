"""At a glance: everything a capability defines, one table a kind."""

from collections.abc import Iterator
from typing import Any

from brainspec.emit.markdown import Block, dotted, stacked, table, text
from brainspec.emit.pages.sub_page import SubPage
from brainspec.emit.pages.sub_pages import SUB_PAGES
from brainspec.model import Definition
from brainspec.semantics.places import Place, sub_page
from brainspec.semantics.prose import Page, relative
from brainspec.semantics.typography import capitalised

MOST_ROWS = 10
IN_FULL = ("operation", "problems", "settings")
ELSEWHERE = ("requirements",)


def glance(page: Page, one: Definition[Any]) -> Iterator[Block]:
    """A table of every kind; a kind with many definitions is a line of names instead."""
    shown = [kind for kind in SUB_PAGES if kind.kind not in ELSEWHERE and page.registry.of_kind(kind.kind, one.id.name)]
    if shown:
        yield text("## At a glance", one)
    for kind in shown:
        yield from _kind(page, one, kind)


def _kind(page: Page, one: Definition[Any], kind: SubPage) -> Iterator[Block]:
    listed = page.registry.of_kind(kind.kind if kind.indexes_topics else kind.shown_kind, one.id.name)
    where = relative(page, Place(sub_page(one.id.name, kind.name)))
    if len(listed) <= MOST_ROWS or kind.kind in IN_FULL:
        yield table(kind.head, ((kind.row(page, each), each) for each in listed), one)
        return
    names = dotted(*(kind.row(page, each)[0] for each in listed))
    yield text(stacked(f"**[{capitalised(kind.title)}]({where})** ({len(listed)}): {names}"), one)
