"""References: what a capability replaces, where its skills are, which standards it rests on, where to read on."""

import re
from collections.abc import Iterator
from typing import Any

from brainspec.emit.markdown import Block, bullets, stacked, text
from brainspec.model import Definition
from brainspec.semantics.prose import Page, linked, resolved, source

_RFC = re.compile(r"rfc:([0-9]+)")


def references(page: Page, one: Definition[Any]) -> Iterator[Block]:
    """The last section of the page."""
    items = [f"Replaces: {resolved(page, each)}" for each in one.body.replaces]
    items += [f"Skill: {source(page, path)}." for path in one.body.skills]
    items += [f"Standards: {', '.join(found)}." for found in [_standards(page, one)] if found]
    items += [f"Rests on {each}." for each in [_dependencies(page, one)] if each]
    items += [f"Next: {each}." for each in [_next(page, one)] if each]
    if items:
        yield text(stacked("## References", bullets(items)), one)


def _standards(page: Page, one: Definition[Any]) -> list[str]:
    """The outside documents that any definition of the capability names, each once."""
    named = {
        each.partition("#")[0]
        for definition in page.registry.definitions.values()
        if definition.id.capability == one.id.name
        for each in getattr(definition.body, "source", ())
        if isinstance(each, str) and ":" in each
    }
    return [_standard(each) for each in sorted(named, key=_natural)]


def _standard(name: str) -> str:
    number = _RFC.fullmatch(name)
    if number:
        return f"[RFC {number[1]}](https://www.rfc-editor.org/rfc/rfc{number[1]})"
    series, _, title = name.partition(":")
    return f"{series.upper()} {title}"


def _natural(name: str) -> list[tuple[int, str]]:
    """Sorts numbers in names by their value."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"([0-9]+)", name)]


def _dependencies(page: Page, one: Definition[Any]) -> str:
    return ", ".join(linked(page, page.registry.capability(name)) for name in one.body.depends_on)


def _next(page: Page, one: Definition[Any]) -> str:
    """The capabilities that follow in the project's order."""
    paged = [each for each in page.registry.capabilities if each.body.page]
    at = paged.index(one)
    return ", ".join(linked(page, each) for each in paged[at + 1 : at + 3])
