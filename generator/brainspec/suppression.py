"""Warnings that a definition accepts with a reason, and silences that no longer hold."""

from collections.abc import Container, Iterator
from typing import Any

from brainspec.diagnostic import CATALOGUE, Diagnostic, declare
from brainspec.diagnostic.nearest import did_you_mean
from brainspec.model import Definition
from brainspec.model.described import Described
from brainspec.registry import Finding, Registry
from brainspec.semantics.versions import has_come

BAD_SILENCE = declare(
    "bad-silence",
    "error",
    """
    A silence names no warning: the code is unknown, or it is an error, which cannot be silenced.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    silence: [{rule: ⟦duplicate-key⟧, why: It is fine., until: 9.0.0}]
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """,
)
UNUSED_SILENCE = declare(
    "unused-silence",
    "error",
    """
    A silence stands on a definition that no longer gives the warning, or its capability version is over.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    silence: [{rule: ⟦ambiguous-scalar⟧, why: It was needed once., until: 9.0.0}]
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """,
)


def without_silenced(
    findings: list[Diagnostic], registry: Registry, *, unsought: Container[str] = ()
) -> list[Diagnostic]:
    """The findings that nobody silenced, and what is wrong with the silences themselves.

    `unsought` are the codes that were not looked for everywhere: whether anything needs their silence is not known.
    """
    kept, used = list(findings), set()
    silences = [(one, number, each) for one in registry.definitions.values() for number, each in _silences(one)]
    for definition, number, silence in silences:
        hits = [
            one for one in kept if not one.is_error and one.code.slug == silence.rule and _is_about(one, definition)
        ]
        if hits and not _is_over(silence.until, definition, registry):
            kept = [one for one in kept if one not in hits]
            used.add((definition.id, number))
    for definition, number, silence in silences:
        if (definition.id, number) not in used:
            complaint = _complaint(definition, number, silence.rule)
            if complaint.code is BAD_SILENCE or silence.rule not in unsought:
                kept.append(complaint)
    return kept


def _silences(definition: Definition[Any]) -> Iterator[tuple[int, Any]]:
    if isinstance(definition.body, Described):
        yield from enumerate(definition.body.silence)


def _is_about(finding: Diagnostic, definition: Definition[Any]) -> bool:
    return finding.subject == str(definition.id) or finding.span.path == definition.path


def _is_over(until: str, definition: Definition[Any], registry: Registry) -> bool:
    return has_come(until, registry.capability(definition.id.capability).body.version)


def _complaint(definition: Definition[Any], number: int, slug: str) -> Diagnostic:
    at = ("silence", number, "rule")
    code = CATALOGUE.get(slug)
    warnings = [one.slug for one in CATALOGUE.values() if one.severity == "warning"]
    if code is None or code.severity == "error":
        message = f"`{slug}` is an error and cannot be silenced." if code else f"There is no warning `{slug}`."
        return Finding(definition, at, message, did_you_mean(slug, warnings, "Fix what it says.")).diagnose(BAD_SILENCE)
    message = f"Nothing here gives the warning `{slug}` any more, or its version has come."
    return Finding(definition, at, message, "Remove the silence.").diagnose(UNUSED_SILENCE)
