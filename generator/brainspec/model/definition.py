"""A definition: one authored file or list entry, shape-checked, with its place."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from brainspec.diagnostic import Span
from brainspec.document import Document, Pointer
from brainspec.model.fields import Model
from brainspec.model.identity import Id

Body = TypeVar("Body", bound=Model, covariant=True)


@dataclass(frozen=True, slots=True, eq=False)
class Definition(Generic[Body]):
    """What one file (or, for an item of a collection, one entry at `pointer`) says."""

    id: Id
    body: Body
    document: Document = field(repr=False)
    pointer: Pointer = ()

    @property
    def path(self) -> str:
        """The file it stands in."""
        return self.document.path

    def span(self, pointer: Pointer = (), *, key: bool = False) -> Span:
        """The span of something inside it; with `key`, of the key instead of the value."""
        return self.document.span((*self.pointer, *pointer), key=key)

    def within(self, pointer: Pointer, start: int, end: int) -> Span:
        """The span of some characters of a text inside it."""
        return self.document.within((*self.pointer, *pointer), start, end)

    @property
    def head(self) -> Span:
        """Where it begins."""
        whole = self.span()
        return Span(whole.path, whole.line, whole.column, whole.line, whole.column)


def fields_of(model: Model) -> Iterator[tuple[str, str, Any]]:
    """Each field of a model that the author wrote: Python name, written name, value."""
    for name, spec in type(model).model_fields.items():
        if name in model.model_fields_set:
            yield name, spec.alias or name, getattr(model, name)
