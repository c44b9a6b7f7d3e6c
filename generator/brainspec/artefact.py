"""Files that are computed but not yet written, each piece of text with the definition it came from."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from brainspec.diagnostic import Span
from brainspec.model import Definition
from brainspec.outputs import BANNER


def banner(source: str, template: str) -> str:
    """The sentence every generated file carries within its first five lines."""
    return f"{BANNER}{source} (template {template}). Do not edit."


class Fragment(NamedTuple):
    """Some text, and where the definition it was computed from stands (None: no single one)."""

    text: str
    origin: Span | None = None


def fragment(text: str, definition: Definition[Any] | None = None) -> Fragment:
    """A fragment computed from a definition."""
    return Fragment(text, definition.head if definition else None)


class Artefact(NamedTuple):
    """A file at `path` (below one of the output roots) made of fragments."""

    path: str
    fragments: tuple[Fragment, ...]

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(one.text for one in self.fragments)

    def origin(self, line: int) -> Span | None:
        """Where the definition behind a line (from 1) stands; if it has none, the nearest before it, else the first."""
        at, last = 1, next((one.origin for one in self.fragments if one.origin), None)
        for one in self.fragments:
            last = one.origin or last
            at += one.text.count("\n")
            if line < at or (line == at and not one.text.endswith("\n")):
                return last
        return last


def artefact(path: str, fragments: Iterable[Fragment]) -> Artefact:
    """An artefact from fragments."""
    return Artefact(path, tuple(fragments))
