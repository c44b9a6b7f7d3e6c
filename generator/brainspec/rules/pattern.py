"""Patterns: bound at both ends, read alike by every engine, and harmless to run on hostile text."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.rules.ambiguity import Undecided, is_ambiguous
from brainspec.rules.keywords import authored
from brainspec.rules.pattern_syntax import BadPattern, parse_pattern
from brainspec.rules.rule import rule
from brainspec.semantics.schemas import InvalidSchema, validator

Findings = Iterator[Finding]
_LONGEST = 1000
"""Nobody reviews a longer pattern, and judging it would cost time."""


class _Written(NamedTuple):
    definition: Definition[Any]
    pointer: Pointer
    text: str
    is_key: bool = False

    def finding(self, message: str, help_: str, start: int, end: int) -> Finding:
        chars = None if self.is_key else (start, end)
        return Finding(self.definition, self.pointer, message, help_, self.is_key, chars)


@rule("error")
def open_pattern(registry: Registry) -> Findings:
    """A pattern does not hold from the first character to the last.

    Without `^` and `$` a text that merely contains a match is accepted. Outer alternatives go into a group, because
    `^a|b$` means "starts with a, or ends with b".

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    pattern_means: lower-case letters
    schema: {type: string, pattern: "^[a-z]⟦+⟧", maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    pattern_means: lower-case letters
    schema: {type: string, pattern: "^[a-z]+$", maxLength: 40}
    ```
    """
    for one, flaw in _flawed(registry):
        if flaw.is_open:
            help_ = "Write `^…$`, with outer choices in a group: `^(?:a|b)$`."
            yield one.finding(flaw.reason, help_, flaw.start, flaw.end)


@rule("error")
def foreign_pattern(registry: Registry) -> Findings:
    """A pattern uses what regex engines do not read alike.

    Left out are `\\d`, `\\w`, `\\s` and `\\b`, which differ in Unicode, looking ahead or back, references to groups,
    names and flags of groups, and lazy or doubled repetitions. Characters, classes, groups, choices and plain
    repetitions remain.

    Bad:
    ```yaml specs/demo/types/year.yaml
    brief: A year.
    pattern_means: four digits
    schema: {type: string, pattern: '^⟦\\d⟧{4}$', maxLength: 4}
    ```
    Good:
    ```yaml specs/demo/types/year.yaml
    brief: A year.
    pattern_means: four digits
    schema: {type: string, pattern: "^[0-9]{4}$", maxLength: 4}
    ```
    """
    for one, flaw in _flawed(registry):
        if not flaw.is_open:
            help_ = "Write it with characters, classes, groups, choices and plain repetitions."
            yield one.finding(flaw.reason, help_, flaw.start, flaw.end)


@rule("error")
def hostile_pattern(registry: Registry) -> Findings:
    """A pattern could take exponential time or too much memory on a hostile text.

    A loop inside a loop that reads the same characters in two ways, such as `(a+)+`, brings a backtracking engine to a
    halt with thirty characters. Every client of ours runs these patterns, many with such an engine.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    pattern_means: lower-case letters in groups
    schema: {type: string, pattern: ⟦"^([a-z]+)+$"⟧, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    pattern_means: lower-case letters in groups
    schema: {type: string, pattern: "^[a-z]+(-[a-z]+)*$", maxLength: 40}
    ```
    """
    for one in _patterns(registry):
        reason, help_ = _hostility(one.text)
        if reason:
            yield Finding(one.definition, one.pointer, reason, help_, one.is_key)


@rule("error")
def unlimited_pattern(registry: Registry) -> Findings:
    """A pattern stands without a `maxLength` beside it.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    pattern_means: lower-case letters
    schema: {type: string, pattern: ⟦"^[a-z]+$"⟧}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    pattern_means: lower-case letters
    schema: {type: string, pattern: "^[a-z]+$", maxLength: 40}
    ```
    """
    for one in authored(registry):
        if "pattern" in one.schema and "maxLength" not in one.schema:
            message = "The pattern says nothing of how long the text may be."
            yield Finding(one.definition, (*one.pointer, "pattern"), message, "Add `maxLength`.")


@rule("warning", "type")
def unexplained_pattern(definition: Definition[Any], _registry: Registry) -> Findings:
    """A type has a pattern and does not say in words what it means.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, pattern: ⟦"^[a-z]+$"⟧, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    pattern_means: lower-case letters
    schema: {type: string, pattern: "^[a-z]+$", maxLength: 40}
    ```
    """
    if "pattern" in definition.body.schema_ and not definition.body.pattern_means:
        message = "A reader gets only a regular expression here."
        yield Finding(definition, ("schema", "pattern"), message, "Say it in words in `pattern_means`.")


def _patterns(registry: Registry) -> Iterator[_Written]:
    for one in authored(registry):
        if isinstance(one.schema.get("pattern"), str):
            yield _Written(one.definition, (*one.pointer, "pattern"), one.schema["pattern"])
        named = one.schema.get("patternProperties")
        for text in named if isinstance(named, dict) else ():
            yield _Written(one.definition, (*one.pointer, "patternProperties", text), text, is_key=True)
    for each in registry.of_kind("rule"):
        for field in ("match", "text"):
            if getattr(each.body, field) is not None:
                yield _Written(each, (field,), getattr(each.body, field))


def _flawed(registry: Registry) -> Iterator[tuple[_Written, BadPattern]]:
    for one in (each for each in _patterns(registry) if len(each.text) <= _LONGEST):
        try:
            parse_pattern(one.text)
        except BadPattern as flaw:
            yield one, flaw


def _hostility(text: str) -> tuple[str, str]:
    """What is dangerous about a pattern, and what helps; nothing where it is outside the language anyway."""
    too_large = "The pattern is too large.", "Repeat less, or check the text in another way."
    if len(text) > _LONGEST:
        return too_large
    try:
        pattern = parse_pattern(text)
    except BadPattern:
        return "", ""
    try:
        if is_ambiguous(pattern):
            help_ = "Let every loop begin or end with a character that cannot stand inside it."
            return "A loop of this pattern can read the same text in two ways.", help_
        validator({"pattern": text})
    except (Undecided, InvalidSchema):
        return too_large
    return "", ""
