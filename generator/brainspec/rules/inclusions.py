"""Inclusions in guides and skills: known forms, known names, and nowhere else."""

import re
from collections.abc import Iterator
from typing import Any

from brainspec.document import Pointer
from brainspec.document.markdown import tokens, without_code
from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule
from brainspec.semantics.inclusions import flaws

_LOOKALIKE = re.compile(r"<!--\s*includ\w*\b[^\n]*")


@rule("error", "guide", "skill")
def bad_inclusion(page: Definition[Any], registry: Registry) -> Iterator[Finding]:
    """An inclusion has an unknown form, or names something its definition does not have.

    Write the form, the id, then what is to be shown of it: `<!-- include: refused event:tool-end masked-exit -->`.

    Bad:
    ```markdown specs/demo/guides/use.md
    ---
    title: Use
    order: 10
    ---
    <!-- include: example type:name ⟦shrot⟧ -->
    ```
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    examples: [{name: short, value: x}]
    ```
    Good:
    ```markdown specs/demo/guides/use.md
    ---
    title: Use
    order: 10
    ---
    <!-- include: example type:name short -->
    ```
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    examples: [{name: short, value: x}]
    ```
    """
    text = page.body.body
    for token in tokens(text):
        if token.form == "include":
            for start, end, message, help_ in flaws(registry, text, token, page.id.capability):
                yield Finding(page, ("body",), message, help_, chars=(start, end))


@rule("error")
def misplaced_inclusion(registry: Registry) -> Iterator[Finding]:
    """An inclusion stands where nothing is included.

    It must stand alone on its line, from its start, in a guide or a skill, and read
    `<!-- include: form id … -->`. Elsewhere a link does.

    Bad:
    ```markdown specs/demo/guides/use.md
    ---
    title: Use
    order: 10
    ---
    See ⟦<!-- include: fields type:name -->⟧
    ```
    Good:
    ```markdown specs/demo/guides/use.md
    ---
    title: Use
    order: 10
    ---
    See below.

    <!-- include: fields type:name -->
    ```
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """
    for definition, pointer, value in registry.marked.get("prose", []):
        if "<!--" in value:
            yield from _misplaced(definition, pointer, value)


def _misplaced(definition: Definition[Any], pointer: Pointer, text: str) -> Iterator[Finding]:
    can_include = definition.id.kind in ("guide", "skill") and pointer == ("body",)
    read = {token.start for token in tokens(text) if token.form == "include"} if can_include else set()
    for found in _LOOKALIKE.finditer(without_code(text)):
        if found.start() not in read:
            help_ = "Write it alone on its line, as `<!-- include: form id … -->`."
            place = "Nothing is included here."
            yield Finding(definition, pointer, place, help_ if can_include else "Use a link.", chars=found.span())
