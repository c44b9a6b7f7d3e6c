"""All definitions of a project, with their references resolved both ways."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from brainspec.document import Pointer
from brainspec.model import Definition, Id
from brainspec.model.capability import Capability
from brainspec.model.project import Project
from brainspec.registry.names import Names
from brainspec.registry.reference import Reference

MarkedValue = tuple[Definition[Any], Pointer, Any]
"""A value with a `Mark`: the definition of its file, the pointer in it, and the value."""


@dataclass(frozen=True, eq=False)
class Registry:
    """The linked definitions. Immutable.

    `is_partial` is true when a file dropped out, so that what seems absent may only be unread. `marked` has the values
    with a `Mark` by its name.
    """

    definitions: Mapping[Id, Definition[Any]] = field(repr=False)
    references: tuple[Reference, ...] = field(default=(), repr=False)
    is_partial: bool = False
    marked: Mapping[str, list[MarkedValue]] = field(default_factory=lambda: defaultdict(list), repr=False)

    def __getitem__(self, identity: Id) -> Definition[Any]:
        """The definition with an id. Raises KeyError."""
        return self.definitions[identity]

    def of_kind(self, kind: str, capability: str | None = None) -> list[Definition[Any]]:
        """The definitions of a kind, of one capability or of all, in the order of files and entries."""
        return self._by_kind.get((kind, capability), [])

    def find(self, text: str, capability: str = "", kinds: tuple[str, ...] = ()) -> Definition[Any] | None:
        """The definition that a reference written in a capability means; None when there is none."""
        identity = self.names.resolve(text, capability, kinds)
        return self.definitions[identity] if identity else None

    def need(self, text: str, capability: str, *kinds: str) -> Definition[Any]:
        """As `find`, for references that linking has resolved. Raises KeyError when there is none."""
        found = self.find(text, capability, kinds)
        if found is None:
            raise KeyError(text)
        return found

    def references_to(self, target: Id) -> list[Reference]:
        """Who refers to a definition."""
        return self._inward.get(target, [])

    def references_from(self, source: Id) -> list[Reference]:
        """What a definition refers to."""
        return self._outward.get(source, [])

    @property
    def project(self) -> Definition[Project]:
        """The project file. Raises KeyError when there is none."""
        return self.definitions[Id("", "project", "project")]

    def capability(self, name: str) -> Definition[Capability]:
        """The capability file of a folder. Raises KeyError when there is none."""
        return self.definitions[Id(name, "capability", name)]

    @cached_property
    def capabilities(self) -> list[Definition[Capability]]:
        """All capabilities in the project's order; those it does not list come last."""
        order = {name: at for at, name in enumerate(self.project.body.order)}
        return sorted(self.of_kind("capability"), key=lambda one: (order.get(one.id.name, len(order)), one.id.name))

    @cached_property
    def answers(self) -> dict[Any, dict[Any, Any]]:
        """What functions that are `remembered` have computed: function to arguments to answer."""
        return defaultdict(dict)

    @cached_property
    def names(self) -> Names:
        """The ids by name."""
        return Names(self.definitions)

    @cached_property
    def _by_kind(self) -> dict[tuple[str, str | None], list[Definition[Any]]]:
        found: dict[tuple[str, str | None], list[Definition[Any]]] = defaultdict(list)
        for one in sorted(self.definitions.values(), key=_reading_order):
            found[one.id.kind, None].append(one)
            found[one.id.kind, one.id.capability].append(one)
        return found

    @cached_property
    def _inward(self) -> dict[Id, list[Reference]]:
        return _grouped((one.target, one) for one in self.references)

    @cached_property
    def _outward(self) -> dict[Id, list[Reference]]:
        return _grouped((one.source, one) for one in self.references)


def _reading_order(one: Definition[Any]) -> tuple[str, tuple[str, ...]]:
    return one.path, tuple(f"{part:06}" if isinstance(part, int) else part for part in one.pointer)


def _grouped(pairs: Iterable[tuple[Id, Reference]]) -> dict[Id, list[Reference]]:
    found: dict[Id, list[Reference]] = defaultdict(list)
    for key, reference in pairs:
        found[key].append(reference)
    return found
