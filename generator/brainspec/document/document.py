"""A parsed file: plain data, and the span of every key and value in it."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from brainspec.diagnostic import Span
from brainspec.document.extent import Written, extent
from brainspec.document.source import Source

Pointer = tuple[str | int, ...]
_MOST_ALIKE = 1000
"""How many places with the same text are told apart; hostile text must not cost time."""


class Document(NamedTuple):
    """One file: `data` (mappings, lists, scalars) and a place for every pointer in it.

    A Markdown file has its front matter as data, and under the key `body` the text below it, which
    starts on line `body_line` (from 1). The YAML begins at `first_line` (from 0).
    """

    source: Source
    data: Any
    places: Mapping[Pointer, Written]
    first_line: int = 0
    body_line: int = 0

    @property
    def path(self) -> str:
        """The path of the file."""
        return self.source.path

    def span(self, pointer: Pointer = (), *, key: bool = False) -> Span:
        """The span of the value at a pointer (or of its key), else of the nearest ancestor that is written."""
        if pointer[:1] == ("body",) and self.body_line:
            return self._in_body(0, len(self.data["body"]))
        while pointer not in self.places and pointer:
            pointer, key = pointer[:-1], True
        written = self.places.get(pointer)
        if written is None:
            return Span(self.path)
        first, last = (written.key, written.key) if key and written.key else (written.start, written.end)
        return extent(self.source, self.first_line, first, last)

    def within(self, pointer: Pointer, start: int, end: int) -> Span:
        """The span of characters `start` to `end` of the text at a pointer.

        What escapes or line folding hide in the file, or what follows a thousand of its like, has the span of the
        whole text.
        """
        if pointer == ("body",):
            return self._in_body(start, end)
        value, whole = self.value(pointer), self.span(pointer)
        wanted = value[start:end]
        number = len(list(islice(_places(value[:end], wanted), _MOST_ALIKE + 1))) if wanted else 0
        if not 0 < number <= _MOST_ALIKE:
            return whole
        return next(islice(self._written(whole, wanted), number - 1, None), whole)

    def value(self, pointer: Pointer) -> Any:
        """The data at a pointer. Raises KeyError or IndexError where there is none."""
        value = self.data
        for part in pointer:
            value = value[part]
        return value

    def _in_body(self, start: int, end: int) -> Span:
        return Span(self.path, *self._place_in_body(start), *self._place_in_body(end))

    def _place_in_body(self, at: int) -> tuple[int, int]:
        body = self.data["body"]
        return self.body_line + body.count("\n", 0, at), at - body.rfind("\n", 0, at)

    def _written(self, whole: Span, wanted: str) -> Iterator[Span]:
        """Every place inside a span that has the wanted text on one line."""
        lines = self.source.lines
        for line in range(whole.line, whole.end_line + 1):
            first = whole.column - 1 if line == whole.line else 0
            text = lines[line - 1][: whole.end_column - 1 if line == whole.end_line else None]
            for at in _places(text, wanted, first):
                yield Span(self.path, line, at + 1, line, at + 1 + len(wanted))


def _places(text: str, wanted: str, first: int = 0) -> Iterator[int]:
    at = text.find(wanted, first)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def pointer_text(pointer: Pointer) -> str:
    """A pointer as JSON Pointer text (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in pointer)
