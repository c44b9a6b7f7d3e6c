"""The sub-page of entities: who and what decisions are about, and what can be done."""

from typing import Any

from brainspec.emit.markdown import table_text
from brainspec.emit.pages.sub_page import SubPage, index_row
from brainspec.emit.views.definitions import links, opening
from brainspec.model import Definition
from brainspec.model.access import Action, Attribute, Entity
from brainspec.registry import Proved
from brainspec.semantics.prose import Page, resolved
from brainspec.semantics.typography import code


def _section(proved: Proved, page: Page, one: Definition[Any]) -> dict[str, str]:
    body: Entity = one.body
    groups = f"member of {links(page, body.member_of, 'entity')}" if body.member_of else ""
    attributes = ((code(name), _type(each), _meaning(page, each)) for name, each in body.attributes.items())
    actions = ((code(name), resolved(page, each.brief), _asks(each)) for name, each in body.actions.items())
    return {
        **opening(proved, page, one, f"a {body.as_}", groups),
        "attributes": table_text(("Attribute", "Type", "Meaning"), attributes),
        "actions": table_text(("Action", "What it does", "Decided with"), actions),
    }


def _type(one: Attribute) -> str:
    named = ", ".join(map(code, one.values)) or one.type
    return f"{named}, required" if one.required else named


def _meaning(page: Page, one: Attribute) -> str:
    says = [resolved(page, one.brief or "")]
    says += [f"Said by: {one.from_}."] if one.from_ else []
    says += [f"Fresh: {one.fresh}."] if one.fresh else []
    return " ".join(filter(None, says))


def _asks(one: Action) -> str:
    facts = [code(name) for name in one.context]
    return ", ".join([*facts, *(["**sensitive**"] if one.sensitive else [])])


PAGE = SubPage(
    "entity",
    "entities",
    "entities",
    "Who acts in {capability}, on what, and what can be done. Every decision is about these.",
    ("Entity", "What it is"),
    index_row,
    _section,
)
