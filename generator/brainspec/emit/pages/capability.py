"""The page of a capability: its story in ten minutes, top to bottom."""

from collections.abc import Iterator
from typing import Any

from brainspec.artefact import Artefact, artefact, banner
from brainspec.commands import COMMANDS
from brainspec.emit.inclusions import prose_blocks
from brainspec.emit.markdown import Block, bullets, dotted, fence, page, stacked, table, table_text, text
from brainspec.emit.pages.conformance import classes
from brainspec.emit.pages.glance import glance
from brainspec.emit.pages.references import references
from brainspec.emit.pages.sub_page import ran
from brainspec.emit.render import render
from brainspec.emit.views.answers import source_rows
from brainspec.emit.views.definitions import links
from brainspec.emit.views.requirements import exclusions, meanings, requirement_count, standings, tally, topics
from brainspec.model import Definition
from brainspec.model.capability import Capability
from brainspec.registry import Proved
from brainspec.semantics.places import Place, sub_page
from brainspec.semantics.prose import Page, linked, read_as, relative, resolved, source
from brainspec.semantics.typography import capitalised, counted, words

QUESTIONS = {
    "what": "What is it?",
    "do": "What do I do?",
    "where": "Where does it go?",
    "check": "How do I check it?",
    "left_out": "What is left out?",
}
MOST_ANSWERS = 12


def capability_pages(proved: Proved) -> list[Artefact]:
    """The page of every capability that has one."""
    return [_capability_page(proved, one) for one in proved.registry.capabilities if one.body.page]


def _capability_page(proved: Proved, one: Definition[Capability]) -> Artefact:
    path = one.body.page or ""
    one_page = Page(proved.registry, path, one.id.name)
    guides = sorted(proved.registry.of_kind("guide", one.id.name), key=lambda guide: (guide.body.order, guide.path))
    return artefact(
        path,
        page(
            [
                text(_opening(proved, one_page, one), one),
                *(block for guide in guides for block in _guide(one_page, guide)),
                *_requirements(proved, one_page, one),
                *glance(one_page, one),
                *_conformance(proved, one_page, one),
                *references(one_page, one),
            ]
        ),
    )


def _opening(proved: Proved, one_page: Page, one: Definition[Capability]) -> str:
    body = one.body
    questions = body.questions.model_dump() if body.questions else {}
    cases = (f"**{capitalised(words(case.id))}.** {resolved(one_page, case.brief)}" for case in body.use_cases)
    return render(
        "capability",
        title=body.title,
        banner=banner(f"specs/{one.id.name}/", "capability-page"),
        lead=resolved(one_page, body.brief),
        status=_status(proved, one_page, one),
        questions=table_text(
            ("Question", "Answer"), ((QUESTIONS[key], resolved(one_page, answer)) for key, answer in questions.items())
        ),
        why=resolved(one_page, body.why or ""),
        use_cases=bullets(cases),
        scope=_scope(one_page, body),
    )


def _status(proved: Proved, one_page: Page, one: Definition[Capability]) -> str:
    body, name = one.body, one.id.name
    return dotted(
        f"**{capitalised(body.status)}**",
        f"version {body.version}",
        f"phase {body.phase}" if body.phase else "",
        _standing(proved, one_page, name),
        f"source {source(one_page, f'specs/{name}/')}",
    )


def _standing(proved: Proved, one_page: Page, name: str) -> str:
    """How many requirements there are, and how they stand; nothing when there are none."""
    total = sum(proved.counts(name).values())
    where = relative(one_page, Place(sub_page(name, "requirements")))
    return f"[{counted(total, 'requirement')}]({where}): {tally(proved, name)}" if total else ""


def _scope(one_page: Page, body: Capability) -> str:
    """What is in beside what is out; the shorter list ends in empty cells."""
    inside = [resolved(one_page, each) for each in body.scope]
    outside = [resolved(one_page, each) for each in body.non_goals]
    longest = max(len(inside), len(outside))
    padded = [each + [""] * (longest - len(each)) for each in (inside, outside)]
    return table_text(("In", "Out"), zip(*padded, strict=True))


def _guide(one_page: Page, guide: Definition[Any]) -> Iterator[Block]:
    yield text(f"## {guide.body.title}", guide)
    yield from prose_blocks(one_page, guide, guide.body.body)


def _requirements(proved: Proved, one_page: Page, one: Definition[Capability]) -> Iterator[Block]:
    found = topics(proved, one.id.name)
    if not found:
        return
    opening = (
        "Each requirement has a permanent number, one sentence and what proves it. "
        "**MUST**, **SHOULD** and **MAY** have the meaning of BCP 14."
    )
    yield text(stacked("## Requirements", opening, f"How each is shown: {meanings(proved, one.id.name)}."), one)
    rows = ((_topic(proved, one_page, topic, items), topic) for topic, items in found)
    yield table(("Topic", "Settles", "Requirements", "Shown"), rows, one)
    excluded = exclusions(one_page, [each for _, items in found for each in items])
    yield text(excluded, one)


def _topic(
    proved: Proved, one_page: Page, topic: Definition[Any], items: list[Definition[Any]]
) -> tuple[str, str, str, str]:
    settles = resolved(one_page, topic.body.brief)
    return linked(one_page, topic), settles, requirement_count(items), standings(proved, items)


def _conformance(proved: Proved, one_page: Page, one: Definition[Capability]) -> Iterator[Block]:
    name = one.id.name
    if not proved.counts(name):
        return
    more = relative(one_page, Place(sub_page(name, "conformance")))
    lead = f"What shows each requirement, and what did not run: [conformance]({more})."
    yield text(stacked("## Conformance", lead), one)
    yield text(fence("bash", "\n".join(_commands(proved, name))), one)
    yield classes(proved, one_page, one)
    yield text(f"{capitalised('; '.join(ran(proved.proofs_within(name))))}.", one)
    for answers in proved.registry.of_kind("answers", name):
        if len(answers.body.answers) <= MOST_ANSWERS:
            yield table(("Asked for", "Verdict", "Answered by"), _answers(one_page, answers), answers)
        else:
            number = counted(len(answers.body.answers), "answer")
            yield text(f"{answers.body.topic}: {linked(one_page, answers, number)}.", answers)


def _commands(proved: Proved, name: str) -> Iterator[str]:
    """What to type to check an implementation, as far as this version of the tool knows how."""
    known = {command.name for command in COMMANDS}
    for stream in proved.registry.of_kind("stream", name):
        yield f"brainspec validate FILE --as {name}.{stream.id.name}"
    if "conform" in known:
        yield f"brainspec conform URL --capability {name}"
    yield "brainspec trace"


def _answers(one_page: Page, one: Definition[Any]) -> Iterator[tuple[tuple[str, str, str], Definition[Any]]]:
    briefs = source_rows(one_page.registry, one)
    for answer in one.body.answers:
        asked = "; ".join(briefs.get(item, item).rstrip(".") for item in answer.items)
        yield (asked, answer.is_, links(read_as(one_page, one), answer.by) or resolved(one_page, answer.says)), one
