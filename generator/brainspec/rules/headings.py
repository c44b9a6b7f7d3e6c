"""Headings are anchors: each once on a page, and the same for a forge and for the site."""

import re
from collections.abc import Iterator
from typing import Any

import brainspec.rules.measures as measures
from brainspec.artefact import Artefact
from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule
from brainspec.semantics.places import slug

_SAFE = re.compile(r"[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*")


@rule("error", "guide", "skill", "requirements", "problems", "settings")
def unsafe_heading(definition: Definition[Any], _registry: Registry) -> Iterator[Finding]:
    """A heading holds more than letters, digits, single spaces and hyphens.

    Forges and the site turn other signs into different anchors, so that links to it break on one of them.

    Bad:
    ```yaml specs/demo/settings/limits.yaml
    topic: ⟦Limits & times⟧
    brief: Limits of the demo.
    settings:
      - {id: most, brief: The most things., value: 10, fixed: true, why: Ten fit on a page.}
    ```
    Good:
    ```yaml specs/demo/settings/limits.yaml
    topic: Limits and times
    brief: Limits of the demo.
    settings:
      - {id: most, brief: The most things., value: 10, fixed: true, why: Ten fit on a page.}
    ```
    """
    field = {"guide": "title", "skill": "section"}.get(definition.id.kind, "topic")
    if not _SAFE.fullmatch(getattr(definition.body, field)):
        message = "A heading has letters, digits, single spaces and hyphens only."
        yield Finding(definition, (field,), message, "Say it in words.")


@rule("error", "guide", "skill")
def high_heading(definition: Definition[Any], _registry: Registry) -> Iterator[Finding]:
    """A guide or skill holds a heading of the first or second level.

    Its own heading is of the second level and comes from the front matter.

    Bad:
    ```markdown specs/demo/guides/use.md
    ---
    title: Use
    order: 10
    ---
    ⟦## First⟧

    Do this.
    ```
    Good:
    ```markdown specs/demo/guides/use.md
    ---
    title: Use
    order: 10
    ---
    ### First

    Do this.
    ```
    """
    text = measures.without_fences(definition.body.body)
    at = 0
    for line, shown in zip(definition.body.body.splitlines(), text.splitlines(), strict=False):
        if re.match(r"#{1,2} ", shown):
            help_ = "Begin it with `###`."
            yield Finding(definition, ("body",), "This heading is too high.", help_, chars=(at, at + len(line)))
        at += len(line) + 1


@rule("error", on="artefacts")
def duplicate_heading(artefacts: list[Artefact], registry: Registry) -> Iterator[Finding]:
    """Two headings of a page make the same anchor.

    A link could only lead to the first of them. Rename one of the two definitions, topics or guides.
    """
    owners = {one.head: one for one in registry.definitions.values()}
    for page in artefacts:
        anchors = [slug(text) for _, text, _ in measures.headings(page.text)] if page.path.endswith(".md") else []
        met: set[str] = set()
        for section in measures.sections(page) if len(set(anchors)) < len(anchors) else ():
            anchor = slug(section.heading)
            if anchor in met and section.origin in owners:
                message = f"{page.path} has two headings `{section.heading}`."
                yield Finding(owners[section.origin], (), message, "Rename one of the two.")
            met.add(anchor)
