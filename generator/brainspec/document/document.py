"""A parsed file: plain data, and the span of every key and value in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from brainspec.diagnostic import Span
from brainspec.document.source import Source

Pointer = tuple[str | int, ...]
Marks = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Places:
    """Where a key (if there is one) and its value stand: line, column, end line, end column, from 0."""

    key: Marks | None
    value: Marks


@dataclass(frozen=True, slots=True)
class Document:
    """One file: `data` (mappings, lists, scalars) and a place for every pointer in it.

    A Markdown file has its front matter as data, and under the key `body` the text below it, which
    starts on line `body_line` (from 1).
    """

    source: Source
    data: Any
    places: Mapping[Pointer, Places] = field(repr=False)
    body_line: int = 0

    @property
    def path(self) -> str:
        """The path of the file."""
        return self.source.path

    def span(self, pointer: Pointer = (), *, key: bool = False) -> Span:
        """The span of the value at a pointer (or of its key), else of the nearest ancestor that is written."""
        while pointer not in self.places and pointer:
            pointer, key = pointer[:-1], True
        places = self.places.get(pointer)
        if places is None:
            return Span(self.path)
        line, column, end_line, end_column = (key and places.key) or places.value
        return Span(self.path, line + 1, column + 1, end_line + 1, end_column + 1)

    def within(self, pointer: Pointer, start: int, end: int) -> Span:
        """The span of characters `start` to `end` of the text at a pointer, as exactly as its style allows."""
        if pointer == ("body",):
            return self._in_body(start, end)
        whole = self.span(pointer)
        line = self.source.text.splitlines()[whole.line - 1] if whole.line == whole.end_line else ""
        written, value = line[whole.column - 1 : whole.end_column - 1], self.value(pointer)
        at = written.find(value) if isinstance(value, str) else -1
        if at < 0:
            return self._search(whole, value[start:end] if isinstance(value, str) else "")
        first = whole.column + at
        return Span(self.path, whole.line, first + start, whole.line, first + end)

    def value(self, pointer: Pointer) -> Any:
        """The data at a pointer. Raises KeyError or IndexError where there is none."""
        value = self.data
        for part in pointer:
            value = value[part]
        return value

    def _in_body(self, start: int, end: int) -> Span:
        before = self.data["body"][:start]
        line = self.body_line + before.count("\n")
        column = start - (before.rfind("\n") + 1) + 1
        return Span(self.path, line, column, line, column + end - start)

    def _search(self, whole: Span, wanted: str) -> Span:
        """The first place inside a span that has the wanted text on one line; the whole span if none has."""
        for number, text in enumerate(self.source.text.splitlines()[whole.line - 1 : whole.end_line], whole.line):
            at = text.find(wanted) if wanted else -1
            if at >= 0:
                return Span(self.path, number, at + 1, number, at + 1 + len(wanted))
        return whole


def pointer_text(pointer: Pointer) -> str:
    """A pointer as JSON Pointer text (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in pointer)
