"""Capabilities: where their pages lie, which phase they belong to, what they promise to write."""

import re
from collections.abc import Iterator
from typing import Any

from brainspec.diagnostic import Related
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule
from brainspec.semantics.places import slug

Findings = Iterator[Finding]
_PAGE = re.compile(r"docs/[A-Z][A-Z0-9_]{0,60}\.md")
_SKILL = re.compile(r"skills/([a-z0-9][a-z0-9-]*/){0,6}[a-z0-9][a-z0-9-]{0,60}\.md")


@rule("error")
def path_outside_roots(registry: Registry) -> Findings:
    """A page or skill would be written outside the folders that generated files live in.

    A capability page is `docs/NAME.md` in capitals, a skill page `skills/…/name.md` in kebab-case. Nothing in a spec
    can make the compiler write anywhere else.

    Bad:
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A capability for one example.
    version: 0.1.0
    status: draft
    prefix: DMO
    page: ⟦../../DEMO.md⟧
    ```
    Good:
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A capability for one example.
    version: 0.1.0
    status: draft
    prefix: DMO
    page: docs/DEMO.md
    ```
    """
    for definition, pointer, path, is_key in _paths(registry):
        pattern, wanted = (_PAGE, "docs/NAME.md") if pointer == ("page",) and not _is_skill(definition) else _SKILL_FORM
        if not pattern.fullmatch(path):
            message = "Generated files do not live at this path."
            yield Finding(definition, pointer, message, f"Write it as `{wanted}`.", key=is_key)


_SKILL_FORM = (_SKILL, "skills/domains/name.md")


def _is_skill(definition: Definition[Any]) -> bool:
    return definition.id.kind == "skill"


def _paths(registry: Registry) -> Iterator[tuple[Definition[Any], Pointer, str, bool]]:
    for one in registry.of_kind("capability"):
        if one.body.page is not None:
            yield one, ("page",), one.body.page, False
        for number, path in enumerate(one.body.skills):
            yield one, ("skills", number), path, False
    for one in registry.of_kind("skill"):
        yield one, ("page",), one.body.page, False
    for one in registry.of_kind("skill-pages"):
        yield from ((one, ("pages", path), path, True) for path in one.body.pages)


@rule("error")
def shared_page(registry: Registry) -> Findings:
    """Two capabilities have the same page; capitals make no difference.

    Bad:
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A capability for one example.
    version: 0.1.0
    status: draft
    prefix: DMO
    page: docs/DEMO.md
    ```
    ```yaml specs/more/capability.yaml
    title: More
    brief: Another capability.
    version: 0.1.0
    status: draft
    prefix: MOR
    page: ⟦docs/DEMO.md⟧
    ```
    ```yaml specs/project.yaml
    format: 1
    title: Demo
    brief: A project for one example.
    base_uri: https://demo.example/
    phases: {A: {title: First, number: 41, why: It comes first.}}
    order: [demo, more]
    ```
    Good:
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A capability for one example.
    version: 0.1.0
    status: draft
    prefix: DMO
    page: docs/DEMO.md
    ```
    """
    first: dict[str, Definition[Any]] = {}
    for one in registry.of_kind("capability"):
        earlier = first.setdefault(one.body.page.lower(), one) if one.body.page else one
        if earlier is not one:
            related = (Related(earlier.span(("page",)), "first used here"),)
            yield Finding(one, ("page",), f"This is the page of `{earlier.id}`.", "Choose another.", related=related)


@rule("error", "capability")
def unknown_phase(capability: Definition[Any], registry: Registry) -> Findings:
    """A capability belongs to a phase that the project does not have.

    Bad:
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A capability for one example.
    version: 0.1.0
    status: draft
    phase: ⟦B⟧
    prefix: DMO
    ```
    Good:
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A capability for one example.
    version: 0.1.0
    status: draft
    phase: A
    prefix: DMO
    ```
    """
    phases = registry.project.body.phases
    if capability.body.phase is not None and capability.body.phase not in phases:
        help_ = f"Write one of: {', '.join(phases)}; or add it in specs/project.yaml."
        yield Finding(capability, ("phase",), f"There is no phase `{capability.body.phase}`.", help_)


@rule("error", "capability")
def unlisted_capability(capability: Definition[Any], registry: Registry) -> Findings:
    """A capability has a page, and the project does not say where in the order it stands.

    Bad:
    ```yaml specs/more/capability.yaml
    title: More
    brief: Another capability.
    version: 0.1.0
    status: draft
    prefix: MOR
    page: ⟦docs/MORE.md⟧
    ```
    Good:
    ```yaml specs/more/capability.yaml
    title: More
    brief: Another capability.
    version: 0.1.0
    status: draft
    prefix: MOR
    page: docs/MORE.md
    ```
    ```yaml specs/project.yaml
    format: 1
    title: Demo
    brief: A project for one example.
    base_uri: https://demo.example/
    phases: {A: {title: First, number: 41, why: It comes first.}}
    order: [demo, more]
    ```
    """
    if capability.body.page is not None and capability.id.name not in registry.project.body.order:
        help_ = f"Add `{capability.id.name}` to `order` in specs/project.yaml."
        yield Finding(capability, ("page",), "Nobody knows where this page comes in the menu.", help_)


@rule("error", "guide")
def misnamed_guide(guide: Definition[Any], _registry: Registry) -> Findings:
    """The title of a guide and the name of its file differ.

    The title becomes the anchor and the file name is the id; a reader who has one can guess the other.

    Bad:
    ```markdown specs/demo/guides/use.md
    ---
    title: ⟦How to use it⟧
    order: 10
    ---
    Do.
    ```
    Good:
    ```markdown specs/demo/guides/how-to-use-it.md
    ---
    title: How to use it
    order: 10
    ---
    Do.
    ```
    """
    wanted = slug(guide.body.title)
    if wanted != guide.id.name:
        yield Finding(guide, ("title",), "The title is not the name of the file.", f"Rename the file to {wanted}.md.")
