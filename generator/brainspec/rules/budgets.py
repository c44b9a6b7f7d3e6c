"""How much a reader is asked to read: pages, guides, definitions, pictures, skills, tasks."""

import re
from collections.abc import Iterator
from typing import Any

import brainspec.rules.measures as measures
from brainspec.artefact import Artefact
from brainspec.diagnostic import Span
from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule

QUESTION_WORDS = 120
PAGE_WORDS, PAGE_LINES = 2600, 420
GUIDE_WORDS, GUIDE_TABLES, GUIDE_PICTURES = 350, 4, 1
DEFINITION_LINES = 120
NODES, ARROWS = 9, 12
SKILL_LINES, SKILL_TOKENS = 160, 2500
TASK_INPUTS = 3

_SUB_PAGE = re.compile(r"docs/reference/[^/]+/[a-z]+\.md")


@rule("warning", "capability")
def long_questions(capability: Definition[Any], _registry: Registry) -> Iterator[Finding]:
    """The five answers on top of a page have more than 120 words together.

    They are read in half a minute by somebody who decides whether to read on.
    """
    if capability.body.questions:
        number = sum(measures.words(text) for text in capability.body.questions.model_dump().values())
        if number > QUESTION_WORDS:
            message = f"The answers have {number} words; aim at {QUESTION_WORDS}."
            yield Finding(capability, ("questions",), message, "Leave the detail to the page.", key=True)


@rule("error", "task")
def too_many_inputs(task: Definition[Any], _registry: Registry) -> Iterator[Finding]:
    """A task names more than three files to read first.

    One iteration of work has room for so much; a task that needs more is two tasks.

    Bad:
    ```yaml specs/demo/tasks/first.yaml
    topic: First
    tasks:
      - id: 41.1.1
        title: Add a page
        priority: HIGH
        goal: There is a page.
        accept: [test -f page.md]
        if_blocked: Stop.
        inputs: [a.md, b.md, c.md, ⟦d.md⟧]
    ```
    Good:
    ```yaml specs/demo/tasks/first.yaml
    topic: First
    tasks:
      - id: 41.1.1
        title: Add a page
        priority: HIGH
        goal: There is a page.
        accept: [test -f page.md]
        if_blocked: Stop.
        inputs: [a.md, b.md, c.md]
    ```
    """
    for number in range(TASK_INPUTS, len(task.body.inputs)):
        help_ = "Split the task, or leave out what an agent finds by itself."
        yield Finding(task, ("inputs", number), f"A task has at most {TASK_INPUTS} inputs.", help_)


@rule("warning", on="artefacts")
def long_page(artefacts: list[Artefact], registry: Registry) -> Iterator[Finding]:
    """A capability page has more than 2,600 words or 420 lines.

    It is the story, told in ten minutes; the sub-pages hold the rest.
    """
    paths = {one.body.page: one for one in registry.capabilities if one.body.page}
    for page in artefacts:
        if page.path in paths:
            words, lines = measures.words(page.text), page.text.count("\n")
            if words > PAGE_WORDS or lines > PAGE_LINES:
                message = f"{page.path} has {words:,} words and {lines} lines; aim at {PAGE_WORDS:,} and {PAGE_LINES}."
                yield Finding(paths[page.path], (), message, "Shorten the guides, or include less in them.")


@rule("warning", on="artefacts")
def long_guide(artefacts: list[Artefact], registry: Registry) -> Iterator[Finding]:
    """A guide has more than 350 words, four tables or one picture.

    Words in code, tables and quoted requirements do not count; what is included counts as a table or picture.
    """
    guides = {
        (registry.capability(one.id.capability).body.page, one.body.title): one for one in registry.of_kind("guide")
    }
    paths = {path for path, _ in guides}
    for page in artefacts:
        for title, text in _chapters(page) if page.path in paths else ():
            if (page.path, title) in guides:
                for message in _too_much(text):
                    yield Finding(
                        guides[page.path, title], ("title",), message, "Split it, or leave detail to sub-pages."
                    )


@rule("warning", on="artefacts")
def long_definition(artefacts: list[Artefact], registry: Registry) -> Iterator[Finding]:
    """A definition takes more than 120 lines of a page.

    What is folded does not count. A definition this long is two definitions.
    """
    owners = _owners(registry)
    for page in artefacts:
        if _SUB_PAGE.fullmatch(page.path):
            for section in measures.sections(page):
                lines = measures.unfolded_lines(section.text)
                if lines > DEFINITION_LINES and section.origin in owners:
                    message = f"It takes {lines} lines of {page.path}; aim at {DEFINITION_LINES}."
                    yield Finding(owners[section.origin], (), message, "Split it, or give fewer examples.")


@rule("warning", on="artefacts")
def crowded_picture(artefacts: list[Artefact], registry: Registry) -> Iterator[Finding]:
    """A diagram has more than 9 nodes or 12 arrows.

    It becomes a tangle with labels on top of each other. Draw several, each for one story.
    """
    owners = _owners(registry)
    for page in artefacts:
        for section in measures.sections(page) if "\n```mermaid" in page.text else ():
            for picture in measures.pictures(section.text):
                nodes, arrows = len(measures.nodes(picture)), measures.arrows(picture)
                if (nodes > NODES or arrows > ARROWS) and section.origin in owners:
                    message = f"A diagram has {nodes} nodes and {arrows} arrows; aim at {NODES} and {ARROWS}."
                    yield Finding(owners[section.origin], (), message, "Draw several, each for one story.")


@rule("warning", on="artefacts")
def long_skill(artefacts: list[Artefact], registry: Registry) -> Iterator[Finding]:
    """A skill page has more than 160 lines.

    Agents pay for every line of it. Put detail behind a link with a condition: read it when a field is refused.
    """
    for page, owner in _skill_pages(artefacts, registry):
        lines = page.text.count("\n")
        if lines > SKILL_LINES:
            message = f"{page.path} has {lines} lines; aim at {SKILL_LINES}."
            yield Finding(owner, ("pages", page.path), message, "Leave detail to reference pages.", key=True)


@rule("error", on="artefacts")
def oversized_skill(artefacts: list[Artefact], registry: Registry) -> Iterator[Finding]:
    """A skill page costs more than 2,500 tokens.

    An agent that reads it has less room for its work. A token is taken as four bytes.
    """
    for page, owner in _skill_pages(artefacts, registry):
        number = measures.tokens(page.text)
        if number > SKILL_TOKENS:
            message = f"{page.path} costs {number:,} tokens; {SKILL_TOKENS:,} are allowed."
            yield Finding(owner, ("pages", page.path), message, "Leave detail to reference pages.", key=True)


@rule("warning", on="artefacts")
def over_budget(artefacts: list[Artefact], registry: Registry) -> Iterator[Finding]:
    """A contribution to a skill page costs more tokens than its `budget` says."""
    parts = {f"{one.id.capability}.{one.id.name}": one for one in registry.of_kind("skill")}
    for page, _ in _skill_pages(artefacts, registry):
        for name, text in re.findall(r"<!-- brainspec:begin (\S+) -->\n(.*?)<!-- brainspec:end", page.text, re.DOTALL):
            number = measures.tokens(text)
            if number > parts[name].body.budget:
                message = f"It costs {number} tokens; its budget is {parts[name].body.budget}."
                yield Finding(parts[name], ("budget",), message, "Shorten it, or raise the budget with a reason.")


def _chapters(page: Artefact) -> Iterator[tuple[str, str]]:
    """The parts of a page below its second-level headings, those inside included."""
    title, texts = "", [""]
    for section in measures.sections(page):
        if section.level <= 2:
            yield title, "\n".join(texts)
            title, texts = section.heading, [section.text]
        else:
            texts.append(section.text)
    yield title, "\n".join(texts)


def _too_much(text: str) -> Iterator[str]:
    counts = (
        (measures.prose_words(text), GUIDE_WORDS, "words"),
        (measures.tables(text), GUIDE_TABLES, "tables"),
        (len(measures.pictures(text)), GUIDE_PICTURES, "pictures"),
    )
    for number, most, noun in counts:
        if number > most:
            yield f"The guide has {number} {noun}; aim at {most}."


def _skill_pages(artefacts: list[Artefact], registry: Registry) -> Iterator[tuple[Artefact, Definition[Any]]]:
    for owner in registry.of_kind("skill-pages"):
        yield from ((page, owner) for page in artefacts if page.path in owner.body.pages)


def _owners(registry: Registry) -> dict[Span | None, Definition[Any]]:
    """Definitions by where they begin."""
    return {one.head: one for one in registry.definitions.values()}
