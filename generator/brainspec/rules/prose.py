"""Prose: nothing that harms Brain when it is printed, nothing unfinished, one word for a thing."""

import re
from collections.abc import Iterator
from typing import Any

from brainspec.document import Pointer
from brainspec.document.markdown import without_code
from brainspec.model import Definition
from brainspec.registry import Finding, Registry, remembered
from brainspec.rules.keywords import authored
from brainspec.rules.rule import rule
from brainspec.semantics.typography import HARMFUL

Findings = Iterator[Finding]
_MARKER = re.compile(r"^:::[A-Z][A-Z0-9_]*:::", re.MULTILINE)
_UNFINISHED = re.compile(r"\b(?:TODO|TBD|FIXME|XXX|[Ll]orem ipsum)\b")
_HEX = re.compile(r"(?<![0-9A-Za-z])[0-9a-fA-F]{32,}(?![0-9A-Za-z])")


@remembered
def _texts(registry: Registry) -> list[tuple[Definition[Any], Pointer, str]]:
    """Everything that is printed as prose, also what schemas say of their fields."""
    said = [
        (one.definition, (*one.pointer, "description"), one.schema["description"])
        for one in authored(registry)
        if isinstance(one.schema.get("description"), str)
    ]
    return [*registry.marked["prose"], *said]


def _found(registry: Registry, pattern: re.Pattern[str], message: str, help_: str) -> Findings:
    for definition, pointer, text in _texts(registry):
        for one in pattern.finditer(text):
            yield Finding(definition, pointer, message.format(one[0]), help_, chars=one.span())


@rule("error")
def harmful_phrase(registry: Registry) -> Findings:
    """A text holds a phrase that stops Brain's loop or fails its gates wherever it is printed.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    note: It is short ⟦by design⟧.
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    note: It is short, because it is printed in tables.
    schema: {type: string, maxLength: 40}
    ```
    """
    yield from _found(registry, HARMFUL, "`{}` stops Brain's loop or fails its gates.", "Say the reason instead.")


@rule("error")
def marker_in_prose(registry: Registry) -> Findings:
    """A line of a page starts with a marker.

    Whoever prints the page into a log writes an event that never happened. Indent the line by two spaces, or include
    an example.

    Bad:
    ```markdown specs/demo/guides/use.md
    ---
    title: Use
    order: 10
    ---
    ```text
    ⟦:::NAME:::⟧ name=a
    ```
    ```
    Good:
    ```markdown specs/demo/guides/use.md
    ---
    title: Use
    order: 10
    ---
    ```text
      :::NAME::: name=a
    ```
    ```
    """
    help_ = "Indent the line by two spaces, or include an example."
    yield from _found(registry, _MARKER, "`{}` is an event to every reader of logs.", help_)


@rule("error")
def unfinished_text(registry: Registry) -> Findings:
    """A text holds a note of its author that something is missing.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    note: ⟦TODO⟧ say who chooses it.
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    note: Whoever makes the thing chooses it.
    schema: {type: string, maxLength: 40}
    ```
    """
    yield from _found(registry, _UNFINISHED, "`{}` says that something is missing.", "Finish it, or leave it out.")


@rule("error")
def bare_hash(registry: Registry) -> Findings:
    """A text holds a long row of hex digits.

    It tells a reader nothing, and tools that look for secrets stop at it. Name the thing instead.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    note: As of ⟦9f86d081884c7d659a2feaa0c55ad015a3bf4f1b⟧.
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    note: As of release 1.2.0.
    schema: {type: string, maxLength: 40}
    ```
    """
    yield from _found(registry, _HEX, "A long row of hex digits tells a reader nothing.", "Name the thing instead.")


@rule("warning")
def avoided_word(registry: Registry) -> Findings:
    """A text uses another word for something the glossary names.

    Bad:
    ```yaml specs/project.yaml
    format: 1
    title: Demo
    brief: A project for one example.
    base_uri: https://demo.example/
    phases: {A: {title: First, number: 41, why: It comes first.}}
    order: [demo]
    glossary: {thing: {means: What has a name., avoid: [object]}}
    ```
    ```yaml specs/demo/types/name.yaml
    brief: The name of an ⟦object⟧.
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/project.yaml
    format: 1
    title: Demo
    brief: A project for one example.
    base_uri: https://demo.example/
    phases: {A: {title: First, number: 41, why: It comes first.}}
    order: [demo]
    glossary: {thing: {means: What has a name., avoid: [object]}}
    ```
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """
    better = {word.lower(): name for name, term in registry.project.body.glossary.items() for word in term.avoid}
    if not better:
        return
    words = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(better))) + r")\b", re.IGNORECASE)
    for definition, pointer, text in _texts(registry):
        for one in words.finditer(without_code(text)) if definition.id.kind != "project" else ():
            message, name = f"The glossary has another word for `{one[0]}`.", better[one[0].lower()]
            yield Finding(definition, pointer, message, f"Write `{name}`.", chars=one.span())


MOST_LINES = 200


@rule("warning")
def file_too_long(registry: Registry) -> Findings:
    """A spec file has more than 200 lines.

    Aim at 120. A file that one person reads in one sitting is reviewed; a longer one is skimmed.
    """
    for one in registry.definitions.values():
        if not one.pointer and _lines(one) > MOST_LINES:
            message = f"This file has {_lines(one)} lines; aim at 120."
            first = next(iter(one.document.data))
            yield Finding(one, (first,), message, "Split it by topic.", key=True)


def _lines(one: Definition[Any]) -> int:
    return one.document.source.text.count("\n")
