"""Builds data and places from YAML parser events, refusing what would defeat them."""

from collections.abc import Sequence
from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from brainspec.diagnostic import Code, Diagnostic, Related, Span
from brainspec.document import findings, scalar
from brainspec.document.document import Marks, Places, Pointer

MAX_DEPTH = 64
MAX_NODES = 50_000
_NO_KEY = object()
_SWITCHES = frozenset({"on", "off", "yes", "no", "y", "n"})


class Refusal(Exception):
    """The text is refused; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class Builder:
    """Takes the events of one text; afterwards `data`, `places` and `found` hold the result.

    `lines` are those of the whole file, of which the text begins at `first_line` (from 0).
    """

    def __init__(self, path: str, lines: Sequence[str], first_line: int = 0) -> None:
        self.data: Any = None
        self.places: dict[Pointer, Places] = {}
        self.found: list[Diagnostic] = []
        self._path, self._lines, self._first_line = path, lines, first_line
        self._last_end = (0, 0)
        self._open: list[Any] = []
        self._starts: list[tuple[Marks, Marks | None]] = []
        self._pointer: list[str | int] = []
        self._key: Any = _NO_KEY
        self._key_marks: Marks | None = None
        self._nodes = 0
        self._documents = 0

    def take(self, event: Event) -> None:
        """Add one event. Raises Refusal."""
        if isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            self._start({} if isinstance(event, MappingStartEvent) else [], event)
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            self._end(event)
        elif isinstance(event, AliasEvent):
            self._refuse(
                findings.ANCHOR,
                "Aliases (`*name`) are not part of the language.",
                event,
                "Write the value out.",
            )
        elif isinstance(event, DocumentStartEvent):
            self._start_document(event)

    def _start_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            help_ = "Keep one definition a file."
            self._refuse(findings.SECOND_DOCUMENT, "A second document starts here.", event, help_)
        if event.version or event.tags:
            self._refuse(findings.TAG, "Directives (`%`) are not part of the language.", event, "Remove the line.")

    def _scalar(self, event: ScalarEvent) -> None:
        self._guard(event)
        is_plain = event.implicit[0]
        if self._awaits_key():
            self._take_key(event, is_plain)
            return
        if is_plain and scalar.is_ambiguous(event.value):
            self._warn_ambiguous(event)
        self._add(scalar.plain(event.value) if is_plain else event.value, self._marks(event))

    def _warn_ambiguous(self, event: ScalarEvent) -> None:
        message = f"`{event.value}` is text here, and something else to other YAML readers."
        help_ = f'Quote it: "{event.value}"; a number has plain decimal digits.'
        self.found.append(Diagnostic(findings.AMBIGUOUS_SCALAR, message, self._span(event), help_))

    def _take_key(self, event: ScalarEvent, is_plain: bool) -> None:
        key = event.value
        if is_plain and key.lower() in _SWITCHES:
            message = f"The key `{key}` is true or false to other YAML readers."
            self._refuse(findings.BAD_KEY, message, event, f'Quote it: "{key}".')
        self._key_marks = self._marks(event)
        pointer = (*self._pointer, key)
        if key in self._open[-1]:
            first = self.places[pointer].key or self.places[pointer].value
            related = Related(self._to_span(first), "first written here")
            raise Refusal(Diagnostic(findings.DUPLICATE_KEY, f"The key `{key}` is written twice.", self._span(event),
                                     "Keep one of the two.", (related,)))  # fmt: skip
        self._key = key

    def _start(self, container: Any, event: Any) -> None:
        self._guard(event)
        if self._awaits_key():
            self._refuse(
                findings.BAD_KEY,
                "A key must be plain text.",
                event,
                "A value that starts with `{` or `[` needs quotes.",
            )
        if len(self._open) >= MAX_DEPTH:
            self._refuse(findings.TOO_DEEP, f"The nesting is deeper than {MAX_DEPTH} levels.", event, "Flatten it.")
        self._starts.append((self._marks(event), self._key_marks))
        parent = self._open[-1] if self._open else None
        self._attach(parent, container)
        if parent is not None:
            self._pointer.append(self._key if isinstance(parent, dict) else len(parent) - 1)
        self._open.append(container)
        self._key, self._key_marks = _NO_KEY, None

    def _end(self, event: Any) -> None:
        self._open.pop()
        start, key_marks = self._starts.pop()
        if event.start_mark.column != event.end_mark.column:
            self._marks(event)  # a closing bracket; a block without one ends with what is last in it
        self.places[tuple(self._pointer)] = Places(key_marks, (*start[:2], *self._last_end))
        if self._open:
            self._pointer.pop()
        self._key, self._key_marks = _NO_KEY, None

    def _add(self, value: Any, marks: Marks) -> None:
        parent = self._open[-1] if self._open else None
        self._attach(parent, value)
        part = () if parent is None else (self._key if isinstance(parent, dict) else len(parent) - 1,)
        self.places[(*self._pointer, *part)] = Places(self._key_marks, marks)
        self._key, self._key_marks = _NO_KEY, None

    def _attach(self, parent: Any, value: Any) -> None:
        if parent is None:
            self.data = value
        elif isinstance(parent, dict):
            parent[self._key] = value
        else:
            parent.append(value)

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1], dict) and self._key is _NO_KEY

    def _guard(self, event: Any) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._refuse(findings.TOO_MANY_NODES, f"The file holds more than {MAX_NODES:,} values.", event, "Split it.")
        if event.anchor is not None:
            self._refuse(
                findings.ANCHOR,
                "Anchors (`&name`) are not part of the language.",
                event,
                "Write the value out.",
            )
        if event.tag is not None:
            self._refuse(findings.TAG, f"Tags (`{event.tag}`) are not part of the language.", event, "Remove the tag.")
        if self._awaits_key() and getattr(event, "value", None) == "<<" and event.implicit[0]:
            self._refuse(
                findings.ANCHOR,
                "Merge keys (`<<`) are not part of the language.",
                event,
                "Write the fields out.",
            )

    def _refuse(self, code: Code, message: str, event: Any, help_: str) -> None:
        raise Refusal(Diagnostic(code, message, self._span(event), help_))

    def _marks(self, event: Any) -> Marks:
        start, end = event.start_mark, event.end_mark
        if getattr(event, "style", None) in ("|", ">"):
            self._last_end = self._end_of_block(start, end)
        else:
            self._last_end = (end.line + self._first_line, end.column)
        return (start.line + self._first_line, start.column, *self._last_end)

    def _end_of_block(self, start: Any, end: Any) -> tuple[int, int]:
        """The end of the last line of a block text that is not blank; the parser's own mark is below it."""
        first, last = start.line + self._first_line, end.line + self._first_line
        last -= end.column == 0
        while last > first and not self._lines[last].strip():
            last -= 1
        return last, len(self._lines[last])

    def _span(self, event: Any) -> Span:
        return self._to_span(self._marks(event))

    def _to_span(self, marks: Marks) -> Span:
        line, column, end_line, end_column = marks
        return Span(self._path, line + 1, column + 1, end_line + 1, end_column + 1)
