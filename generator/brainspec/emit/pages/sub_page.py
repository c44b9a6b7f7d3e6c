"""A sub-page: all definitions of one kind in a capability, one section each."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from brainspec.artefact import Artefact, artefact, banner
from brainspec.emit.markdown import Block, dotted, page, table, text
from brainspec.emit.render import render
from brainspec.emit.views.requirements import by_number
from brainspec.model import KINDS, Definition
from brainspec.registry import Proof, Proved
from brainspec.semantics.places import heading, place, sub_page
from brainspec.semantics.prose import Page, linked, relative, resolved, source
from brainspec.semantics.typography import counted, words

Section = Callable[[Proved, Page, Definition[Any]], dict[str, str]]
Row = Callable[[Page, Definition[Any]], Sequence[str]]


@dataclass(frozen=True, slots=True)
class SubPage:
    """How a kind is shown: `name` is the file, `title` the words for the menu, `lead` the sentence on top.

    `lead` holds `{capability}` for the link back. `section` gives the view for the template named after the page. For a
    collection the sections are those of its items, below a heading for each topic. `head` and `row` are the index;
    with `indexes_topics` it lists the topics. `remarks` are facts for the line of counts.
    """

    kind: str
    name: str
    title: str
    lead: str
    head: Sequence[str]
    row: Row
    section: Section
    indexes_topics: bool = False
    remarks: Callable[[Proved, str], Sequence[str]] = lambda _proved, _capability: ()

    @property
    def shown_kind(self) -> str:
        """The kind that has the sections: the items of a collection, or the kind itself."""
        items = KINDS[self.kind].items
        return items[1] if items else self.kind


def index_row(one_page: Page, one: Definition[Any]) -> Sequence[str]:
    """A definition as a row of an index: its linked name and its sentence."""
    return named(one_page, one), resolved(one_page, one.body.brief)


def named(one_page: Page, one: Definition[Any]) -> str:
    """The name of a definition as code, linked to its section."""
    where = place(one_page.registry, one)
    return f"[`{one.id.name}`]({relative(one_page, where)})" if where else f"`{one.id.name}`"


def sub_page_of(proved: Proved, capability: Definition[Any], kind: SubPage) -> Artefact | None:
    """The sub-page of a kind; None where the capability has no such definition."""
    registry, name = proved.registry, capability.id.name
    definitions = by_number(registry, name) if kind.kind == "requirements" else registry.of_kind(kind.kind, name)
    if not definitions:
        return None
    one_page = Page(registry, sub_page(name, kind.name), name)
    listed = definitions if kind.indexes_topics else registry.of_kind(kind.shown_kind, name)
    index = table(kind.head, ((kind.row(one_page, one), one) for one in listed), capability)
    sections = [block for one in definitions for block in _sections(proved, one_page, one, kind)]
    opening = text(_opening(proved, one_page, capability, kind, definitions), capability)
    return artefact(one_page.path, page([opening, index, *sections]))


def _opening(
    proved: Proved, one_page: Page, capability: Definition[Any], kind: SubPage, definitions: list[Definition[Any]]
) -> str:
    folder = f"specs/{capability.id.name}/{KINDS[kind.kind].folder}/"
    return render(
        "sub-page",
        title=f"{capability.body.title} {kind.title}",
        banner=banner(folder, f"{kind.name}-page"),
        lead=kind.lead.format(capability=_back(one_page, capability)),
        status=dotted(_counts(proved, capability.id.name, kind, definitions), f"source {source(one_page, folder)}"),
    )


def _back(one_page: Page, capability: Definition[Any]) -> str:
    return linked(one_page, capability) if capability.body.page else str(capability.body.title)


def _counts(proved: Proved, capability: str, kind: SubPage, definitions: list[Definition[Any]]) -> str:
    """How many definitions there are, and what of them was run."""
    shown = proved.registry.of_kind(kind.shown_kind, capability)
    topics = counted(len(definitions), "topic") if kind.shown_kind != kind.kind else ""
    number = counted(len(shown), words(kind.shown_kind), kind.title)
    proofs = [proof for each in {one.id for one in (*shown, *definitions)} for proof in proved.proofs_in(each)]
    return dotted(number, *kind.remarks(proved, capability), topics, *ran(proofs))


def ran(proofs: list[Proof]) -> Iterator[str]:
    """Which sorts of proofs were run, wait for an implementation, or could not run, each with its number."""
    done = Counter(one.form for one in proofs if one.outcome == "passed")
    waiting = Counter(one.form for one in proofs if one.is_live)
    left = Counter(one.form for one in proofs if one.outcome == "not run" and not one.is_live)
    for counts, state in ((done, "run in this build"), (waiting, "live"), (left, "not run")):
        if counts:
            yield f"{state}: " + ", ".join(counted(number, form) for form, number in sorted(counts.items()))


def _sections(proved: Proved, one_page: Page, one: Definition[Any], kind: SubPage) -> list[Block]:
    if kind.shown_kind == kind.kind:
        return [text(render(kind.name, level="##", **kind.section(proved, one_page, one)), one)]
    items = proved.registry.of_kind(kind.shown_kind, one_page.capability)
    inside = [each for each in items if each.path == one.path]
    blocks = [text(render(kind.name, level="###", **kind.section(proved, one_page, each)), each) for each in inside]
    return [text(topic(one_page, one), one), *blocks]


def topic(one_page: Page, one: Definition[Any]) -> str:
    """The heading of a topic with its sentence and its source."""
    note = resolved(one_page, one.body.note or "")
    return render(
        "topic",
        heading=heading(one),
        brief=resolved(one_page, one.body.brief),
        note=note,
        source=source(one_page, one.path),
    )
