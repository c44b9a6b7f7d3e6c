"""Whole skill pages: a description that finds them, and prompts that show it."""

import re
from collections.abc import Iterator
from typing import Any

from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule

Findings = Iterator[Finding]
OPENING, MOST_WORDS, PROMPTS = "Use this skill when ", 60, 8


@rule("error", "skill-pages")
def weak_description(pages: Definition[Any], _registry: Registry) -> Findings:
    """The description of a skill page does not say when to use it, or says too much.

    An agent chooses a skill by this text alone. It starts with "Use this skill when" and has at most 60 words.

    Bad:
    ```yaml specs/skill-pages.yaml
    pages:
      skills/naming.md:
        name: naming
        title: Naming
        description: ⟦How to name things.⟧
        covers: [names]
        why: Names are read more often than written.
        when: [You name a thing.]
        summary: Name things.
        finds: [name a thing]
        near_misses: [paint a thing]
        verify: Read the name aloud.
    ```
    Good:
    ```yaml specs/skill-pages.yaml
    pages:
      skills/naming.md:
        name: naming
        title: Naming
        description: Use this skill when you name a thing and want others to find it.
        covers: [names]
        why: Names are read more often than written.
        when: [You name a thing.]
        summary: Name things.
        finds: [name a thing]
        near_misses: [paint a thing]
        verify: Read the name aloud.
    ```
    """
    for path, page in pages.body.pages.items():
        at = ("pages", path, "description")
        if not page.description.startswith(OPENING):
            message = "This description does not say when to use the page."
            yield Finding(pages, at, message, f'Start it with "{OPENING.strip()}".')
        elif len(re.findall(r"\S+", page.description)) > MOST_WORDS:
            yield Finding(pages, at, f"This description has more than {MOST_WORDS} words.", "Shorten it.")


@rule("warning", "skill-pages")
def few_prompts(pages: Definition[Any], _registry: Registry) -> Findings:
    """A skill page names fewer than eight prompts that must find it, or that must not.

    They are what shows that the right page is found.

    Bad:
    ```yaml specs/skill-pages.yaml
    pages:
      skills/naming.md:
        name: naming
        title: Naming
        description: Use this skill when you name a thing and want others to find it.
        covers: [names]
        why: Names are read more often than written.
        when: [You name a thing.]
        summary: Name things.
        ⟦finds⟧: [name a thing]
        near_misses: [paint, move, sell, lend, cut, fold, weigh, store]
        verify: Read the name aloud.
    ```
    Good:
    ```yaml specs/skill-pages.yaml
    pages:
      skills/naming.md:
        name: naming
        title: Naming
        description: Use this skill when you name a thing and want others to find it.
        covers: [names]
        why: Names are read more often than written.
        when: [You name a thing.]
        summary: Name things.
        finds: [name, rename, call, label, title, tag, baptise, short names]
        near_misses: [paint, move, sell, lend, cut, fold, weigh, store]
        verify: Read the name aloud.
    ```
    """
    for path, page in pages.body.pages.items():
        for field in ("finds", "near_misses"):
            number = len(getattr(page, field))
            if number < PROMPTS:
                message = f"{number} prompts are few; {PROMPTS} show something."
                yield Finding(pages, ("pages", path, field), message, "Add what people really type.", key=True)
