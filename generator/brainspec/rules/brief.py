"""Briefs: one short sentence, because lists, menus and tables print nothing else."""

import re
from collections.abc import Iterator

from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule
from brainspec.semantics.prose import plain

LONGEST = 100
_NEXT_SENTENCE = re.compile(r"[.!?][\")]? +(?=[A-Z])")


@rule("error")
def long_brief(registry: Registry) -> Iterator[Finding]:
    """A brief is longer than 100 characters.

    It is printed in tables, lists and menus. What does not fit belongs into `note`.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: ⟦The name of a thing, which people choose, which never changes, and by which all other things refer to it.⟧
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    note: People choose it, it never changes, and all other things refer to it by this name.
    schema: {type: string, maxLength: 40}
    ```
    """
    for definition, pointer, text in registry.marked["brief"]:
        length = len(plain(registry, text, definition.id.capability))
        if length > LONGEST:
            message = f"This brief has {length} characters; {LONGEST} fit."
            yield Finding(definition, pointer, message, "Shorten it; put the rest into `note`.")


@rule("error")
def broken_brief(registry: Registry) -> Iterator[Finding]:
    """A brief is not one sentence: it holds two, or does not end.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: ⟦The name of a thing. It never changes.⟧
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """
    for definition, pointer, text in registry.marked["brief"]:
        said = plain(registry, text, definition.id.capability).strip()
        if said[-1:] not in (".", "?", "!"):
            yield Finding(definition, pointer, "This brief does not end.", "End it with a full stop.")
        elif _NEXT_SENTENCE.search(said):
            message = "This brief holds more than one sentence."
            yield Finding(definition, pointer, message, "Keep one; put the rest into `note`.")
