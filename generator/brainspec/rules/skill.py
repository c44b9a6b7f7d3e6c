"""Skills: pages that agents find, that cite rules, and whose parts are all there."""

from collections.abc import Iterator
from typing import Any

from brainspec.diagnostic.nearest import did_you_mean
from brainspec.document.markdown import tokens
from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.registry.names import REQUIREMENT
from brainspec.rules.rule import rule

Findings = Iterator[Finding]


def _pages(registry: Registry) -> dict[str, Any]:
    return {path: page for one in registry.of_kind("skill-pages") for path, page in one.body.pages.items()}


@rule("error", "skill")
def unlisted_skill_page(skill: Definition[Any], registry: Registry) -> Findings:
    """A skill contributes to a page that specs/skill-pages.yaml or its capability does not list.

    Bad:
    ```markdown specs/demo/skills/naming.md
    ---
    page: ⟦skills/naming.md⟧
    section: Short names
    order: 10
    budget: 100
    brief: Name things.
    ---
    Keep names short (DMO-001).
    ```
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
    Good:
    ```markdown specs/demo/skills/naming.md
    ---
    page: skills/naming.md
    section: Short names
    order: 10
    budget: 100
    brief: Name things.
    ---
    Keep names short (DMO-001).
    ```
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
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A capability for one example.
    version: 0.1.0
    status: draft
    prefix: DMO
    skills: [skills/naming.md]
    classes: {service: The demo.}
    ```
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
    pages, promised = _pages(registry), registry.capability(skill.id.capability).body.skills
    if skill.body.page not in pages:
        help_ = did_you_mean(skill.body.page, pages, "Describe the page in specs/skill-pages.yaml.")
        yield Finding(skill, ("page",), "No skill page lies at this path.", help_)
    elif skill.body.page not in promised:
        help_ = f"Add it to `skills` in specs/{skill.id.capability}/capability.yaml."
        yield Finding(skill, ("page",), "The capability does not say that it writes to this page.", help_)


@rule("error", "capability", about_absence=True)
def missing_contribution(capability: Definition[Any], registry: Registry) -> Findings:
    """A capability says that it contributes to a skill page, and does not.

    Bad:
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A capability for one example.
    version: 0.1.0
    status: draft
    prefix: DMO
    skills: [⟦skills/naming.md⟧]
    ```
    Good:
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A capability for one example.
    version: 0.1.0
    status: draft
    prefix: DMO
    ```
    """
    written = {one.body.page for one in registry.of_kind("skill", capability.id.name)}
    for number, path in enumerate(capability.body.skills):
        if path not in written:
            help_ = f"Write it in specs/{capability.id.name}/skills/, or remove the path."
            yield Finding(capability, ("skills", number), "No skill of this capability goes to this page.", help_)


@rule("error", "skill")
def ruleless_skill(skill: Definition[Any], _registry: Registry) -> Findings:
    """A skill tells what to do and cites no requirement, so that nobody can check it.

    Put the number of the rule in brackets behind what follows from it.

    Bad:
    ```markdown specs/demo/skills/naming.md
    ---
    page: skills/naming.md
    ⟦section⟧: Short names
    order: 10
    budget: 100
    brief: Name things.
    ---
    Keep names short.
    ```
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
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A capability for one example.
    version: 0.1.0
    status: draft
    prefix: DMO
    skills: [skills/naming.md]
    classes: {service: The demo.}
    ```
    Good:
    ```markdown specs/demo/skills/naming.md
    ---
    page: skills/naming.md
    section: Short names
    order: 10
    budget: 100
    brief: Name things.
    ---
    Keep names short (DMO-001).
    ```
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
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A capability for one example.
    version: 0.1.0
    status: draft
    prefix: DMO
    skills: [skills/naming.md]
    classes: {service: The demo.}
    ```
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
    cited = [token.target for token in tokens(skill.body.body) if REQUIREMENT.fullmatch(token.target)]
    if not cited:
        yield Finding(skill, ("section",), "This skill cites no requirement.", "Name the rule in brackets.", key=True)
