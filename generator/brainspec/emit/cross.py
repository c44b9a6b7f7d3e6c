"""Pages across capabilities: every requirement, event, problem, setting, source row and word."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from brainspec.artefact import Artefact, artefact, banner
from brainspec.emit.markdown import Block, page, stacked, table, text
from brainspec.emit.pages.problems import problem_row
from brainspec.emit.pages.settings import setting_row
from brainspec.emit.pages.sub_page import index_row
from brainspec.emit.render import render
from brainspec.emit.views.answers import decision
from brainspec.emit.views.requirements import row_sentence
from brainspec.model import Definition
from brainspec.model.capability import Answer
from brainspec.registry import Proved
from brainspec.semantics.places import SOURCES
from brainspec.semantics.prose import Page, linked, read_as, resolved

FOLDER = "docs/reference"
Row = Callable[[Page, Definition[Any]], Sequence[str]]
Verdict = tuple[Definition[Any], Answer]


@dataclass(frozen=True, slots=True)
class Index:
    """An index of one kind: file name, kind, title, sentence, and the table of each capability."""

    name: str
    kind: str
    title: str
    lead: str
    head: Sequence[str]
    row: Row


def _requirement_row(page: Page, one: Definition[Any]) -> Sequence[str]:
    return linked(page, one), row_sentence(page, one)


INDEXES = (
    Index(
        "requirements",
        "requirement",
        "All requirements",
        "Every requirement of every capability, in one sentence each.",
        ("Number", "Requirement"),
        _requirement_row,
    ),
    Index("events", "event", "All events", "Every event of every stream.", ("Event", "What it says"), index_row),
    Index(
        "problems",
        "problem",
        "All problems",
        "Every way in which a request can fail.",
        ("Problem", "Status", "When"),
        problem_row,
    ),
    Index(
        "settings",
        "setting",
        "All settings",
        "Every number and switch, with its default.",
        ("Setting", "Default", "What it does"),
        setting_row,
    ),
)


def cross(proved: Proved) -> list[Artefact]:
    """docs/reference/{requirements,events,problems,settings,sources,glossary}.md, those that have something to show."""
    found = [_index(proved, each) for each in INDEXES if proved.registry.of_kind(each.kind)]
    if proved.registry.of_kind("source"):
        found.append(_sources(proved))
    if proved.registry.project.body.glossary:
        found.append(_glossary(proved))
    return found


def _index(proved: Proved, index: Index) -> Artefact:
    registry = proved.registry
    path = f"{FOLDER}/{index.name}.md"
    blocks = [_opening(index.name, index.title, index.lead)]
    for capability in registry.capabilities:
        one_page = Page(registry, path, capability.id.name)
        found = registry.of_kind(index.kind, capability.id.name)
        if found:
            blocks.append(text(f"## {capability.body.title}", capability))
            blocks.append(table(index.head, ((index.row(one_page, one), one) for one in found), capability))
    return artefact(path, page(blocks))


def _opening(name: str, title: str, lead: str) -> Block:
    return text(render("index-page", title=title, banner=banner("specs/", f"{name}-index"), lead=lead))


def _sources(proved: Proved) -> Artefact:
    """Every row of every source with what became of it."""
    lead = "Documents that the specs answer, row by row, in our own words; with the verdict and where it is kept."
    blocks = [_opening("sources", "Sources", lead)]
    for source in proved.registry.of_kind("source"):
        blocks += _source(proved, source)
    return artefact(SOURCES, page(blocks))


def _source(proved: Proved, source: Definition[Any]) -> Iterator[Block]:
    one_page = Page(proved.registry, SOURCES, "")
    verdicts = _verdicts(proved, source)
    yield text(stacked(f"## {source.body.title}", resolved(one_page, source.body.brief)), source)
    for group in source.body.groups:
        rows = (
            (_source_row(one_page, row, verdicts.get(row.id)), _owner(verdicts.get(row.id), source))
            for row in group.rows
        )
        yield text(f"### {group.title}", source)
        yield table(("Row", "Says", "What became of it"), rows, source)


def _verdicts(proved: Proved, source: Definition[Any]) -> dict[str, Verdict]:
    """Row of a source to the answer it got."""
    found: dict[str, Verdict] = {}
    for answers in proved.registry.of_kind("answers"):
        if proved.registry.need(answers.body.source, answers.id.capability, "source").id == source.id:
            found |= {item: (answers, answer) for answer in answers.body.answers for item in answer.items}
    return found


def _owner(verdict: Verdict | None, source: Definition[Any]) -> Definition[Any]:
    return verdict[0] if verdict else source


def _source_row(one_page: Page, row: Any, verdict: Verdict | None) -> tuple[str, str, str]:
    if verdict is None:
        return row.id, resolved(one_page, row.brief), "no answer yet"
    answers, answer = verdict
    return (
        row.id,
        resolved(one_page, row.brief),
        f"**{answer.is_}**: {decision(read_as(one_page, answers), answers, answer)}",
    )


def _glossary(proved: Proved) -> Artefact:
    project = proved.registry.project
    one_page = Page(proved.registry, f"{FOLDER}/glossary.md", "")
    rows = (
        ((word, resolved(one_page, term.means), ", ".join(term.avoid)), project)
        for word, term in sorted(project.body.glossary.items(), key=lambda one: one[0].lower())
    )
    opening = _opening("glossary", "Glossary", "Words with one meaning in all specs, and the words they replace.")
    return artefact(one_page.path, page([opening, table(("Word", "Meaning", "Not"), rows, project)]))
