"""Entities: what decisions name is described somewhere, and is in the fixture they are made on."""

from collections.abc import Iterator
from typing import Any, get_args

from brainspec.diagnostic.nearest import did_you_mean
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.access import AttributeType, Entity, Policy
from brainspec.model.storage import Fixture
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule

Findings = Iterator[Finding]


@rule("error", "entity", "fixture", about_absence=True)
def unknown_entity(definition: Definition[Any], registry: Registry) -> Findings:
    """An attribute or an entry of a fixture is of an entity that nobody describes.

    Entities have one space of names for all capabilities, because policies name them without their capability.

    Bad:
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    attributes: {owner: {type: ⟦persno⟧, brief: Who owns it.}}
    ```
    ```yaml specs/demo/entities/person.yaml
    brief: Somebody with a name.
    as: principal
    ```
    Good:
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    attributes: {owner: {type: person, brief: Who owns it.}}
    ```
    ```yaml specs/demo/entities/person.yaml
    brief: Somebody with a name.
    as: principal
    ```
    """
    names = {one.id.name for one in registry.of_kind("entity")}
    if definition.id.kind == "entity":
        names |= set(get_args(AttributeType))
    for at, name in _kinds(definition.body):
        if name not in names:
            help_ = did_you_mean(name, names, "Describe it in entities/, or correct the name.")
            yield Finding(definition, at, f"There is no entity `{name}`.", help_)


def _kinds(body: Entity | Fixture) -> Iterator[tuple[Pointer, str]]:
    """The types of attributes, or of what entities the entries of a fixture are."""
    if isinstance(body, Fixture):
        yield from ((("entities", at, "id"), one.id.partition(":")[0]) for at, one in enumerate(body.entities))
        return
    yield from ((("attributes", name, "type"), one.type) for name, one in body.attributes.items())
    for action, each in body.actions.items():
        yield from ((("actions", action, "context", name, "type"), one.type) for name, one in each.context.items())


@rule("error", "fixture", "policy", about_absence=True)
def missing_entity(definition: Definition[Any], registry: Registry) -> Findings:
    """A policy or an entry of a fixture names an entity that the fixture does not have.

    Bad:
    ```yaml specs/demo/fixtures/office.yaml
    brief: One person without a role.
    entities: [{id: "person:vera", in: [⟦"role:viewer"⟧]}]
    ```
    ```yaml specs/demo/entities/person.yaml
    brief: Somebody with a name.
    as: principal
    ```
    Good:
    ```yaml specs/demo/fixtures/office.yaml
    brief: One person with a role.
    entities: [{id: "person:vera", in: ["role:viewer"]}, {id: "role:viewer"}]
    ```
    ```yaml specs/demo/entities/person.yaml
    brief: Somebody with a name.
    as: principal
    ```
    ```yaml specs/demo/entities/role.yaml
    brief: What somebody may do.
    as: group
    ```
    """
    is_fixture = definition.id.kind == "fixture"
    fixture = definition if is_fixture else registry.need(definition.body.fixture, definition.id.capability, "fixture")
    known = [one.id for one in fixture.body.entities]
    for at, name, is_key in _groups(definition.body) if is_fixture else _parties(definition.body):
        if name not in known:
            help_ = did_you_mean(name, known, "Add it to the fixture, or correct the name.")
            yield Finding(definition, at, f"`{fixture.id.name}` has no entity `{name}`.", help_, key=is_key)


def _groups(body: Fixture) -> Iterator[tuple[Pointer, str, bool]]:
    for number, one in enumerate(body.entities):
        for at, name in enumerate(one.in_):
            yield ("entities", number, "in", at), name, False


def _parties(body: Policy) -> Iterator[tuple[Pointer, str, bool]]:
    """Who and what the decisions of a policy are about: the place, the name, and whether it is a key."""
    for number, one in enumerate(body.cases):
        yield ("cases", number, "ask", "principal"), one.ask.principal, False
        yield ("cases", number, "ask", "resource"), one.ask.resource, False
    if body.matrix:
        yield from ((("matrix", "against", at), name, False) for at, name in enumerate(body.matrix.against))
        yield from ((("matrix", "rows", name), name, True) for name in body.matrix.rows)
