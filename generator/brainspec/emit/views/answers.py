"""What became of the rows of a source."""

from collections.abc import Iterator
from typing import Any

from brainspec.emit.markdown import Owner
from brainspec.emit.views.definitions import links
from brainspec.model import Definition
from brainspec.model.capability import Answer
from brainspec.registry import Registry
from brainspec.semantics.prose import Page, read_as, resolved

Row = tuple[tuple[str, str, str], Owner]


def answer_rows(page: Page, one: Definition[Any]) -> Iterator[Row]:
    """The answers of a capability to a source: rows, verdict, and the decision with its definitions."""
    briefs = source_rows(page.registry, one)
    for answer in one.body.answers:
        rows = "; ".join(f"{item}: {briefs.get(item, '')}".rstrip(": ") for item in answer.items)
        yield (rows, answer.is_, decision(page, one, answer)), one


def source_rows(registry: Registry, one: Definition[Any]) -> dict[str, str]:
    """The rows of the source that answers are about, by id."""
    source = registry.need(one.body.source, one.id.capability, "source")
    return {row.id: row.brief for group in source.body.groups for row in group.rows}


def decision(page: Page, one: Definition[Any], answer: Answer) -> str:
    """What was decided, by which definitions, and what a user does instead."""
    own = read_as(page, one)
    instead = f" Instead: {resolved(own, answer.instead)}" if answer.instead else ""
    by = f" {links(own, answer.by)}." if answer.by else ""
    return f"{resolved(own, answer.says)}{instead}{by}"
