"""Reasons of requirements: they say more than the sentence they stand under."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any

from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule

Findings = Iterator[Finding]


@rule("warning", "requirement")
def repeated_reason(requirement: Definition[Any], _registry: Registry) -> Findings:
    """The reason of a requirement says the same as the requirement.

    A reason tells what goes wrong without the rule, so that a reader can judge a case the rule did not foresee.

    Bad:
    ```yaml specs/demo/requirements/limits.yaml
    topic: Limits
    brief: How much fits.
    requirements:
      - id: DMO-001
        for: service
        subject: the service
        level: may
        predicate: refuse a name of more than 40 characters
        why: ⟦The service may refuse a name of more than 40 characters.⟧
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
    body = requirement.body
    said = _words(part for part in (body.when, body.subject, body.predicate) if part)
    reason = _words([body.why])
    alike = SequenceMatcher(None, said, reason)
    if alike.quick_ratio() > 0.8 and alike.ratio() > 0.8:
        help_ = "Say what goes wrong without the rule."
        yield Finding(requirement, ("why",), "This reason repeats the requirement.", help_)


def _words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in re.findall(r"[a-z0-9-]+", text.lower()) if word not in ("must", "may")]
