"""Where a definition can be read: its page, and its heading there."""

import re
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from brainspec.model import Definition, Id
from brainspec.registry import Registry
from brainspec.semantics.typography import capitalised, words

PLAN = "docs/IMPLEMENTATION_PLAN.md"
SOURCES = "docs/reference/sources.md"

# The sub-page that shows a kind. Kinds that are not here are shown elsewhere, or have no page.
SUB_PAGES = {
    "requirements": "requirements",
    "requirement": "requirements",
    "type": "types",
    "event": "events",
    "stream": "streams",
    "mapping": "mappings",
    "rule": "mappings",
    "operation": "operations",
    "problems": "problems",
    "problem": "problems",
    "settings": "settings",
    "setting": "settings",
    "wire": "wires",
    "machine": "machines",
    "decision": "decisions",
    "vector": "vectors",
    "table": "tables",
    "query": "queries",
    "entity": "entities",
    "action": "entities",
    "policy": "policies",
    "manifest": "manifests",
    "scenario": "scenarios",
}


class Place(NamedTuple):
    """A page, as a path below the project, and an anchor on it (empty: the page as a whole)."""

    path: str
    anchor: str = ""


def place(registry: Registry, definition: Definition[Any]) -> Place | None:
    """Where a definition can be read; None when it has no page."""
    kind, capability = definition.id.kind, definition.id.capability
    if kind in SUB_PAGES:
        return Place(sub_page(capability, SUB_PAGES[kind]), slug(heading(_shown(registry, definition))))
    if kind == "capability":
        return Place(definition.body.page or _first_sub_page(registry, capability))
    if kind == "guide":
        page = registry.capability(capability).body.page
        return Place(page, slug(definition.body.title)) if page else None
    if kind in ("task", "tasks"):
        return Place(PLAN)
    if kind in ("source", "answers"):
        source = definition if kind == "source" else registry.need(definition.body.source, capability, "source")
        return Place(SOURCES, slug(source.body.title))
    return Place(definition.body.page, slug(definition.body.section)) if kind == "skill" else None


def sub_page(capability: str, name: str) -> str:
    """The path of a sub-page."""
    return f"docs/reference/{capability}/{name}.md"


def heading(definition: Definition[Any]) -> str:
    """The heading of a definition: its topic, its number, or its name as words."""
    if definition.id.kind in ("requirements", "problems", "settings"):
        return str(definition.body.topic)
    return definition.id.name if definition.id.kind == "requirement" else capitalised(words(definition.id.name))


def slug(text: str) -> str:
    """The anchor that a forge and the site make of a heading of letters, digits, spaces and hyphens."""
    return re.sub(r"[^\w -]", "", text.strip().lower()).replace(" ", "-")


def _shown(registry: Registry, definition: Definition[Any]) -> Definition[Any]:
    """The definition whose heading is nearest: an action stands under its entity."""
    if definition.id.kind != "action":
        return definition
    return registry[Id(definition.id.capability, "entity", PurePosixPath(definition.path).stem)]


def _first_sub_page(registry: Registry, capability: str) -> str:
    """Where a capability without a page begins."""
    used = (page for kind, page in SUB_PAGES.items() if registry.of_kind(kind, capability))
    return sub_page(capability, next(used, "conformance"))
