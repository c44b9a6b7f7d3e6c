"""At a glance: everything a capability defines, so that a name that is known leads to its place."""

from collections.abc import Iterator
from typing import Any

from brainspec.emit.markdown import Block, Rows, table, text
from brainspec.emit.pages.sub_page import SubPage, named
from brainspec.emit.pages.sub_pages import SUB_PAGES
from brainspec.model import Definition
from brainspec.semantics.places import Place, sub_page
from brainspec.semantics.prose import Page, relative, resolved
from brainspec.semantics.typography import listed, words

MOST_ROWS = 30
IN_FULL = ("operation", "problems", "settings")
ELSEWHERE = ("requirements",)


def glance(page: Page, one: Definition[Any]) -> Iterator[Block]:
    """What there is: as many kinds as a screen or two hold, and how many definitions the others have."""
    used = [kind for kind in SUB_PAGES if kind.kind not in ELSEWHERE and _listed(page, one, kind)]
    shown = _fitting(page, one, used)
    if used:
        yield text("## At a glance", one)
    for kind in shown:
        if kind.kind in IN_FULL:
            yield table(kind.head, ((kind.row(page, each), each) for each in _listed(page, one, kind)), one)
    by_name = [kind for kind in shown if kind.kind not in IN_FULL]
    yield table(("Kind", "Name", "What it is"), _rows(page, one, by_name), one)
    others = [_number(page, one, kind) for kind in used if kind not in shown]
    if others:
        yield text(f"On sub-pages: {listed(others)}.", one)


def _fitting(page: Page, one: Definition[Any], used: list[SubPage]) -> list[SubPage]:
    """The operations, which clients meet first, and then the kinds with the fewest definitions."""
    fitting, rows = [], 0
    for kind in sorted(used, key=lambda kind: (kind.kind != "operation", len(_listed(page, one, kind)))):
        rows += len(_listed(page, one, kind))
        if rows > MOST_ROWS:
            break
        fitting.append(kind)
    return [kind for kind in used if kind in fitting]


def _listed(page: Page, one: Definition[Any], kind: SubPage) -> list[Definition[Any]]:
    return page.registry.of_kind(kind.kind if kind.indexes_topics else kind.shown_kind, one.id.name)


def _rows(page: Page, one: Definition[Any], kinds: list[SubPage]) -> Rows:
    for kind in kinds:
        for each in _listed(page, one, kind):
            yield (words(kind.kind), named(page, each), resolved(page, each.body.brief)), each


def _number(page: Page, one: Definition[Any], kind: SubPage) -> str:
    where = relative(page, Place(sub_page(one.id.name, kind.name)))
    return f"[{len(_listed(page, one, kind))} {kind.title}]({where})"
