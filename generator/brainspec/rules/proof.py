"""What must be shown: requirements, their proofs, and exclusions."""

from collections.abc import Iterator
from typing import Any

from brainspec.model import Definition
from brainspec.registry import Finding, Proved, Registry
from brainspec.rules.rule import rule
from brainspec.semantics.versions import has_come

Findings = Iterator[Finding]
MOST_EXCLUSIONS = 10
MOST_VERIFIED = 2


def _current(proved: Proved) -> list[Definition[Any]]:
    return [one for one in proved.registry.of_kind("requirement") if not one.body.retired]


@rule("error", on="proofs", about_absence=True)
def unproved_must(proved: Proved) -> Findings:
    """A MUST or MUST NOT has no proof that ran, no live proof, and no exclusion.

    Write what would fail if the rule were broken: a refused example, a machine trace, a query or decision case, a
    vector, a stream or mapping case, or a scenario step, and let it say `verifies`.

    Bad:
    ```yaml specs/demo/requirements/names.yaml
    topic: Names
    brief: What a name is.
    requirements:
      - {id: ⟦DMO-001⟧, for: writer, subject: A name, level: must-not, predicate: be empty, why: Nobody finds it.}
    ```
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A demo of one capability.
    version: 0.1.0
    status: draft
    prefix: DMO
    classes: {writer: Anything that writes names.}
    ```
    Good:
    ```yaml specs/demo/requirements/names.yaml
    topic: Names
    brief: What a name is.
    requirements:
      - {id: DMO-001, for: writer, subject: A name, level: must-not, predicate: be empty, why: Nobody finds it.}
    ```
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A demo of one capability.
    version: 0.1.0
    status: draft
    prefix: DMO
    classes: {writer: Anything that writes names.}
    ```
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, minLength: 1, maxLength: 40}
    examples: [{name: short, value: a}]
    counterexamples: [{name: empty, value: "", refused_by: {keyword: minLength, at: ""}, verifies: [DMO-001]}]
    ```
    """
    for one in _current(proved):
        if one.body.level.startswith("must") and proved.standing(one.id.name) == "unproved":
            message = f"Nothing that runs shows {one.id.name}."
            yield Finding(
                one, ("id",), message, "Let a proof say `verifies`, or exclude it with a reason and a version."
            )


@rule("error", on="proofs")
def overused_proof(proved: Proved) -> Findings:
    """One proof says it shows more than two requirements.

    What shows everything shows nothing in particular: when it fails, nobody knows which rule is broken.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, minLength: 1, maxLength: 40}
    examples: [{name: short, value: a}]
    counterexamples:
      - {name: empty, value: "", refused_by: {keyword: minLength, at: ""}, verifies: ⟦[DMO-001, DMO-002, DMO-003]⟧}
    ```
    ```yaml specs/demo/requirements/names.yaml
    topic: Names
    brief: What a name is.
    requirements:
      - {id: DMO-001, for: writer, subject: A name, level: may, predicate: be long, why: Some are.}
      - {id: DMO-002, for: writer, subject: A name, level: may, predicate: be short, why: Some are.}
      - {id: DMO-003, for: writer, subject: A name, level: may, predicate: be odd, why: Some are.}
    ```
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A demo of one capability.
    version: 0.1.0
    status: draft
    prefix: DMO
    classes: {writer: Anything that writes names.}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, minLength: 1, maxLength: 40}
    ```
    """
    for proof in proved.proofs:
        if len(proof.verifies) > MOST_VERIFIED:
            message = f"This proof names {len(proof.verifies)} requirements."
            help_ = f"A proof shows at most {MOST_VERIFIED}; write a proof for each of the others."
            yield Finding(proved.registry[proof.definition], (*proof.pointer, "verifies"), message, help_)


@rule("error", on="proofs")
def excluded_and_proved(proved: Proved) -> Findings:
    """A requirement is excluded although something shows it.

    Bad:
    ```yaml specs/demo/requirements/names.yaml
    topic: Names
    brief: What a name is.
    requirements:
      - id: DMO-001
        for: writer
        subject: A name
        level: must-not
        predicate: be empty
        why: Nobody could ask for it.
        excluded: ⟦{why: It waits for the store., until: 0.2.0}⟧
    ```
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A demo of one capability.
    version: 0.1.0
    status: draft
    prefix: DMO
    classes: {writer: Anything that writes names.}
    ```
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, minLength: 1, maxLength: 40}
    examples: [{name: short, value: a}]
    counterexamples: [{name: empty, value: "", refused_by: {keyword: minLength, at: ""}, verifies: [DMO-001]}]
    ```
    Good:
    ```yaml specs/demo/requirements/names.yaml
    topic: Names
    brief: What a name is.
    requirements:
      - id: DMO-001
        for: writer
        subject: A name
        level: must-not
        predicate: be empty
        why: Nobody could ask for it.
        excluded: {why: It waits for the store., until: 0.2.0}
    ```
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A demo of one capability.
    version: 0.1.0
    status: draft
    prefix: DMO
    classes: {writer: Anything that writes names.}
    ```
    """
    for one in _current(proved):
        if one.body.excluded and proved.proofs_of(one.id.name):
            yield Finding(one, ("excluded",), f"{one.id.name} is excluded and proved.", "Remove the exclusion.")


@rule("error", "requirement")
def expired_exclusion(one: Definition[Any], registry: Registry) -> Findings:
    """The capability has reached the version at which an exclusion ends.

    Bad:
    ```yaml specs/demo/requirements/names.yaml
    topic: Names
    brief: What a name is.
    requirements:
      - id: DMO-001
        for: writer
        subject: A name
        level: must-not
        predicate: be empty
        why: Nobody could ask for it.
        excluded: {why: It waits for the store., until: ⟦0.1.0⟧}
    ```
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A demo of one capability.
    version: 0.1.0
    status: draft
    prefix: DMO
    classes: {writer: Anything that writes names.}
    ```
    Good:
    ```yaml specs/demo/requirements/names.yaml
    topic: Names
    brief: What a name is.
    requirements:
      - id: DMO-001
        for: writer
        subject: A name
        level: must-not
        predicate: be empty
        why: Nobody could ask for it.
        excluded: {why: It waits for the store., until: 0.2.0}
    ```
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A demo of one capability.
    version: 0.1.0
    status: draft
    prefix: DMO
    classes: {writer: Anything that writes names.}
    ```
    """
    version = registry.capability(one.id.capability).body.version
    if one.body.excluded and has_come(one.body.excluded.until, version):
        message = f"The capability is at {version}, so the exclusion of {one.id.name} is over."
        yield Finding(one, ("excluded", "until"), message, "Prove it, or say why it waits for a later version.")


@rule("error", "capability")
def too_many_exclusions(one: Definition[Any], registry: Registry) -> Findings:
    """A capability excludes more than ten requirements.

    An excluded requirement is a promise; more than ten of them are a plan, and belong there.
    """
    excluded = [each for each in registry.of_kind("requirement", one.id.name) if each.body.excluded]
    for each in excluded[MOST_EXCLUSIONS:]:
        message = f"{one.body.title} excludes {len(excluded)} requirements; at most {MOST_EXCLUSIONS} are allowed."
        yield Finding(each, ("excluded",), message, "Prove it, or take the requirement out until it can be met.")
