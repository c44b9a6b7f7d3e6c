"""Clauses of requirements: parts of one sentence that two engineers read alike."""

import re
from collections.abc import Iterator
from typing import Any

from brainspec.document.markdown import without_code
from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule

Findings = Iterator[Finding]
_VAGUE = re.compile(
    r"\b(?:appropriate(?:ly)?|reasonabl[ey]|proper(?:ly)?|robust(?:ly)?|adequate(?:ly)?|suitabl[ey]|sufficient(?:ly)?"
    r"|timely|quickly|promptly|soon|efficient(?:ly)?|graceful(?:ly)?|correctly|seamless(?:ly)?|configurable|various"
    r"|normally|usually|generally|typically|easily|user-friendly|flexibl[ey]|best effort|and so on|as needed"
    r"|as necessary|as required|if needed|if possible|if necessary|where possible|when possible)\b"
    r"|\b(?:etc|e\.g|i\.e)\b\.?",
    re.IGNORECASE,
)
_KEYWORD = re.compile(r"\b(?:must|shall|should|may|required|recommended|optional)\b", re.IGNORECASE)


@rule("error")
def vague_predicate(registry: Registry) -> Findings:
    """A requirement says something that two engineers would build in two ways.

    Words such as "appropriate", "properly", "as needed" and "etc." leave the decision to the reader. Say who, when,
    how much with its unit, and what follows.

    Bad:
    ```yaml specs/demo/requirements/limits.yaml
    topic: Limits
    brief: How much fits.
    requirements:
      - id: DMO-001
        for: service
        subject: the service
        level: may
        predicate: refuse a name of ⟦reasonable⟧ length
        why: Names are printed in tables.
    ```
    Good:
    ```yaml specs/demo/requirements/limits.yaml
    topic: Limits
    brief: How much fits.
    requirements:
      - id: DMO-001
        for: service
        subject: the service
        level: may
        predicate: refuse a name of more than 40 characters
        why: Names are printed in tables.
    ```
    """
    for definition, pointer, text in registry.marked["clause"]:
        for found in _VAGUE.finditer(without_code(text)):
            message = f"`{found[0]}` leaves the decision to the reader."
            yield Finding(definition, pointer, message, "Say who, when, how much and what follows.", chars=found.span())


@rule("error")
def keyword_in_clause(registry: Registry) -> Findings:
    """A clause of a requirement holds a word of obligation of its own.

    The level is data and printed by the compiler. A second "must" in the sentence is a second requirement, and a "may"
    in a condition is read as a permission.

    Bad:
    ```yaml specs/demo/requirements/limits.yaml
    topic: Limits
    brief: How much fits.
    requirements:
      - id: DMO-001
        for: service
        subject: the service
        level: may
        predicate: refuse a long name, and ⟦must⟧ say why
        why: Names are printed in tables.
    ```
    Good:
    ```yaml specs/demo/requirements/limits.yaml
    topic: Limits
    brief: How much fits.
    requirements:
      - id: DMO-001
        for: service
        subject: the service
        level: may
        predicate: refuse a long name
        why: Names are printed in tables.
      - id: DMO-002
        for: service
        when: a name is refused
        subject: the service
        level: should
        predicate: say why
        why: Nobody mends what nobody explains.
    ```
    """
    for definition, pointer, text in registry.marked["clause"]:
        for found in _KEYWORD.finditer(without_code(text)):
            message = f"`{found[0]}` is a word of obligation, and the level is data."
            yield Finding(definition, pointer, message, "Write two requirements, or another word.", chars=found.span())


@rule("error")
def whole_sentence_clause(registry: Registry) -> Findings:
    """A clause is written like a sentence: it starts with a capital or ends with a full stop.

    The compiler puts the clauses together and writes the capital and the stop itself. A name, an acronym and code may
    come first.

    Bad:
    ```yaml specs/demo/requirements/limits.yaml
    topic: Limits
    brief: How much fits.
    requirements:
      - id: DMO-001
        for: service
        subject: the service
        level: may
        predicate: ⟦Refuse a long name.⟧
        why: Names are printed in tables.
    ```
    Good:
    ```yaml specs/demo/requirements/limits.yaml
    topic: Limits
    brief: How much fits.
    requirements:
      - id: DMO-001
        for: service
        subject: the service
        level: may
        predicate: refuse a long name
        why: Names are printed in tables.
    ```
    """
    names = registry.project.body.glossary
    for definition, pointer, text in registry.marked["clause"]:
        first = re.split(r"[\s,]", text, maxsplit=1)[0]
        has_capital = re.fullmatch(r"[A-Z][a-z]*", first) and len(first) > 1 and first not in names
        if has_capital or text.rstrip().endswith((".", "!", "?")):
            message = "This clause is written like a whole sentence."
            yield Finding(definition, pointer, message, "Start it in lower case, and leave out the stop.")


@rule("error", "requirement")
def it_without_when(requirement: Definition[Any], _registry: Registry) -> Findings:
    """A requirement speaks of `it`, and no condition before it says of what.

    Bad:
    ```yaml specs/demo/requirements/limits.yaml
    topic: Limits
    brief: How much fits.
    requirements:
      - {id: DMO-001, for: service, subject: ⟦it⟧, level: may, predicate: be refused, why: Names are printed in tables.}
    ```
    Good:
    ```yaml specs/demo/requirements/limits.yaml
    topic: Limits
    brief: How much fits.
    requirements:
      - id: DMO-001
        for: service
        when: a name has more than 40 characters
        subject: it
        level: may
        predicate: be refused
        why: Names are printed in tables.
    ```
    """
    if (requirement.body.subject or "").lower() == "it" and requirement.body.when is None:
        yield Finding(requirement, ("subject",), "Nothing says what `it` is.", "Name the subject, or add `when`.")


@rule("error", "requirement")
def unaddressed_requirement(requirement: Definition[Any], _registry: Registry) -> Findings:
    """A requirement does not say who must obey or what the sentence speaks of, and neither does its topic.

    Bad:
    ```yaml specs/demo/requirements/limits.yaml
    topic: Limits
    brief: How much fits.
    for: service
    requirements:
      - ⟦{id: DMO-001, level: may, predicate: refuse a long name, why: Names are printed in tables.}⟧
    ```
    Good:
    ```yaml specs/demo/requirements/limits.yaml
    topic: Limits
    brief: How much fits.
    for: service
    subject: the service
    requirements:
      - {id: DMO-001, level: may, predicate: refuse a long name, why: Names are printed in tables.}
    ```
    """
    for field, value in (("for", requirement.body.for_), ("subject", requirement.body.subject)):
        if value is None:
            help_ = f"Add `{field}` to it, or to the topic for all its rules."
            yield Finding(requirement, (), f"Neither the requirement nor its topic has `{field}`.", help_)


_LISTS = ("all_of", "one_of", "in_order")


@rule("error", "requirement")
def crowded_requirement(requirement: Definition[Any], _registry: Registry) -> Findings:
    """A requirement has two lists, two exceptions, or a list of one.

    The sentence has room for one list and for one of `unless` and `only_if`. Two of either are two requirements.

    Bad:
    ```yaml specs/demo/requirements/limits.yaml
    topic: Limits
    brief: How much fits.
    requirements:
      - id: DMO-001
        for: service
        subject: the service
        level: may
        predicate: refuse a name
        unless: it is short
        only_if: ⟦it is long⟧
        why: Names are printed in tables.
    ```
    Good:
    ```yaml specs/demo/requirements/limits.yaml
    topic: Limits
    brief: How much fits.
    requirements:
      - id: DMO-001
        for: service
        subject: the service
        level: may
        predicate: refuse a name
        only_if: it has more than 40 characters
        why: Names are printed in tables.
    ```
    """
    lists = [name for name in _LISTS if getattr(requirement.body, name)]
    if len(lists) > 1:
        yield Finding(requirement, (lists[1],), "This is a second list.", "Write two requirements.")
    elif lists and len(getattr(requirement.body, lists[0])) == 1:
        yield Finding(requirement, (lists[0],), "This list has one item.", "Write it into the predicate.")
    if requirement.body.unless and requirement.body.only_if:
        yield Finding(requirement, ("only_if",), "This is a second exception.", "Write two requirements.")


@rule("error", "requirement")
def duty_with_only_if(requirement: Definition[Any], _registry: Registry) -> Findings:
    """A duty has `only_if`, which is for permissions.

    "MUST …, but only if" leaves open what holds otherwise. A duty with a condition has `when`; a prohibition with an
    exception is `must-not` with `unless`.

    Bad:
    ```yaml specs/demo/requirements/limits.yaml
    topic: Limits
    brief: How much fits.
    requirements:
      - id: DMO-001
        for: service
        subject: the service
        level: should
        predicate: refuse a name
        only_if: ⟦it has more than 40 characters⟧
        why: Names are printed in tables.
    ```
    Good:
    ```yaml specs/demo/requirements/limits.yaml
    topic: Limits
    brief: How much fits.
    requirements:
      - id: DMO-001
        for: service
        when: a name has more than 40 characters
        subject: the service
        level: should
        predicate: refuse it
        why: Names are printed in tables.
    ```
    """
    if requirement.body.only_if and requirement.body.level != "may":
        message = f"`only_if` goes with `may`, not with `{requirement.body.level}`."
        yield Finding(requirement, ("only_if",), message, "Write a condition as `when`, an exception as `unless`.")
