"""Ids: names that are file names everywhere, numbers that belong to one capability."""

import re
from collections.abc import Iterator
from typing import Any

from brainspec.diagnostic import Related
from brainspec.diagnostic.nearest import did_you_mean
from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule
from brainspec.semantics.versions import has_come

Findings = Iterator[Finding]
_KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST_NAME = 64


@rule("error")
def odd_name(registry: Registry) -> Findings:
    """The name of a file or folder is not in kebab-case.

    The name is the id: lower-case letters and digits in groups, joined by single hyphens, a letter first, at most 64
    characters. It becomes an anchor, a URI and a file on systems that do not tell `A` from `a`.

    Bad:
    ```yaml specs/demo/types/Pair_name.yaml
    ⟦⟧brief: The name of a pair.
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/pair-name.yaml
    brief: The name of a pair.
    schema: {type: string, maxLength: 40}
    ```
    """
    for one in registry.definitions.values():
        names = [one.id.name, one.id.capability or "project"]
        wrong = [name for name in names if not _KEBAB.fullmatch(name) or len(name) > LONGEST_NAME]
        if not one.pointer and wrong:
            message = f"`{wrong[0][:80]}` is not in kebab-case."
            help_ = "Rename the file: lower-case letters and digits, joined by single hyphens."
            yield Finding(one, (), message, help_)


@rule("error", "requirement")
def foreign_prefix(requirement: Definition[Any], registry: Registry) -> Findings:
    """The number of a requirement starts with the letters of another capability.

    Bad:
    ```yaml specs/demo/requirements/limits.yaml
    topic: Limits
    brief: How much fits.
    requirements:
      - id: ⟦OBS-001⟧
        for: service
        subject: the service
        level: may
        predicate: refuse a long name
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
    prefix = registry.capability(requirement.id.capability).body.prefix
    if not requirement.id.name.startswith(f"{prefix}-"):
        message = f"Requirements of this capability start with `{prefix}-`."
        help_ = f"Give it the next free number of {prefix}; numbers are never used again."
        yield Finding(requirement, ("id",), message, help_)


@rule("error")
def shared_prefix(registry: Registry) -> Findings:
    """Two capabilities number their requirements with the same letters.

    Bad:
    ```yaml specs/more/capability.yaml
    title: More
    brief: Another capability.
    version: 0.1.0
    status: draft
    prefix: ⟦DMO⟧
    ```
    Good:
    ```yaml specs/more/capability.yaml
    title: More
    brief: Another capability.
    version: 0.1.0
    status: draft
    prefix: MOR
    ```
    """
    first: dict[str, Definition[Any]] = {}
    for one in registry.of_kind("capability"):
        earlier = first.setdefault(one.body.prefix, one)
        if earlier is not one:
            related = (Related(earlier.span(("prefix",)), "first used here"),)
            message = f"`{one.body.prefix}` is the prefix of `{earlier.id.name}`."
            yield Finding(one, ("prefix",), message, "Choose three other letters.", related=related)


@rule("error", "requirement")
def unknown_class(requirement: Definition[Any], registry: Registry) -> Findings:
    """A requirement is for a class that its capability does not name.

    Bad:
    ```yaml specs/demo/requirements/limits.yaml
    topic: Limits
    brief: How much fits.
    requirements:
      - id: DMO-001
        for: ⟦servcie⟧
        subject: the service
        level: may
        predicate: refuse a long name
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
    classes = registry.capability(requirement.id.capability).body.classes
    if requirement.body.for_ is not None and requirement.body.for_ not in classes:
        known = f"Known classes: {', '.join(classes)}." if classes else "Name it under `classes` in capability.yaml."
        help_ = did_you_mean(requirement.body.for_, classes, known)
        yield Finding(requirement, ("for",), f"There is no class `{requirement.body.for_}`.", help_)


@rule("error")
def future_version(registry: Registry) -> Findings:
    """Something says it was added, deprecated or retired in a version that its capability has not reached.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    since: ⟦0.2.0⟧
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    since: 0.1.0
    schema: {type: string, maxLength: 40}
    ```
    """
    for one in registry.definitions.values():
        for pointer, version in _versions(one.body):
            current = registry.capability(one.id.capability).body.version if one.id.capability else version
            if not has_come(version, current):
                message = f"The capability is at {current}, before {version}."
                yield Finding(one, pointer, message, "Correct it, or raise the version in capability.yaml.")


def _versions(body: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    for name in sorted(body.model_fields_set & {"since", "retired", "deprecated"}):
        value = getattr(body, name)
        if value:
            yield ((name, "since"), value.since) if name == "deprecated" else ((name,), value)
