"""What every definition shows first: heading, sentence, where it is written, who uses it, what is said about it."""

from collections.abc import Iterable
from typing import Any

from brainspec.emit.markdown import dotted
from brainspec.model import Definition
from brainspec.model.described import Deprecation
from brainspec.registry import Proved
from brainspec.semantics.places import heading
from brainspec.semantics.prose import Page, linked, resolved, source
from brainspec.semantics.typography import capitalised, listed

USERS = ("type", "event", "stream", "operation", "table", "query", "machine", "mapping", "wire", "manifest")
MOST_USERS = 6
_MEMBERS = {"stream": ("event", "mapping")}


def opening(proved: Proved, page: Page, one: Definition[Any], *facts: str) -> dict[str, str]:
    """The texts at the head of a definition's section: heading, brief, facts, remarks, note."""
    body = one.body
    return {
        "heading": heading(one),
        "brief": resolved(page, body.brief),
        "facts": capitalised(
            dotted(*facts, _since(body), _rules(proved, page, one), _users(page, one), _source(page, one))
        ),
        "remarks": _remarks(page, one),
        "note": resolved(page, getattr(body, "note", None) or ""),
    }


def links(page: Page, names: Iterable[str], *kinds: str) -> str:
    """References as a list of links in a sentence."""
    return listed([linked(page, page.registry.need(name, page.capability, *kinds)) for name in names])


def requirements_of(proved: Proved, one: Definition[Any]) -> list[str]:
    """The requirements that name a definition or that something in it proves, by number."""
    registry = proved.registry
    naming = {each.source.name for each in registry.references_to(one.id) if each.source.kind == "requirement"}
    shown = {name for proof in proved.proofs_in(one.id) for name in proof.verifies}
    return sorted(naming | shown)


def _rules(proved: Proved, page: Page, one: Definition[Any]) -> str:
    numbers = requirements_of(proved, one)
    return f"requirements {', '.join(links(page, [name], 'requirement') for name in numbers)}" if numbers else ""


def _users(page: Page, one: Definition[Any]) -> str:
    kinds = set(USERS) - set(_MEMBERS.get(one.id.kind, ()))
    ids = {each.source for each in page.registry.references_to(one.id) if each.source.kind in kinds} - {one.id}
    found = [linked(page, page.registry[each]) for each in sorted(ids)]
    if not found:
        return ""
    more = f" and {len(found) - MOST_USERS} more" if len(found) > MOST_USERS else ""
    return f"used by {', '.join(found[:MOST_USERS])}{more}"


def _source(page: Page, one: Definition[Any]) -> str:
    return f"source {source(page, one.path)}"


def _since(body: Any) -> str:
    return f"since {body.since}" if getattr(body, "since", None) else ""


def _remarks(page: Page, one: Definition[Any]) -> str:
    parts = []
    if getattr(one.body, "deprecated", None):
        parts.append(_deprecation(page, one.body.deprecated))
    if getattr(one.body, "see", ()):
        parts.append(f"See also {links(page, one.body.see)}.")
    return "\n\n".join(parts)


def _deprecation(page: Page, deprecated: Deprecation) -> str:
    instead = f" Use {links(page, [deprecated.use])}." if deprecated.use else ""
    return f"**Deprecated** since {deprecated.since}: {resolved(page, deprecated.why)}{instead}"
