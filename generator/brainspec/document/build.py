"""Builds data and places from YAML parser events, refusing what would defeat them."""

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


class Refusal(Exception):
    """The text is refused; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class Builder:
    """Takes the events of one text; afterwards `data`, `places` and `found` hold the result."""

    def __init__(self, path: str, first_line: int = 0) -> None:
        self.data: Any = None
        self.places: dict[Pointer, Places] = {}
        self.found: list[Diagnostic] = []
        self._path, self._first_line = path, first_line
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
            self._documents += 1
            if self._documents > 1:
                self._refuse(
                    findings.SECOND_DOCUMENT,
                    "A second document starts here.",
                    event,
                    "Keep one definition a file.",
                )

    def _scalar(self, event: ScalarEvent) -> None:
        self._guard(event)
        is_plain = event.implicit[0]
        awaits_key = self._awaits_key()
        value = scalar.plain(event.value) if is_plain and not awaits_key else event.value
        if is_plain and scalar.is_ambiguous(event.value):
            self._warn_ambiguous(event)
        if awaits_key:
            self._take_key(event)
        else:
            self._add(value, self._marks(event))

    def _warn_ambiguous(self, event: ScalarEvent) -> None:
        message = f"`{event.value}` is text here, and something else to older YAML readers."
        self.found.append(
            Diagnostic(findings.AMBIGUOUS_SCALAR, message, self._span(event), f'Quote it: "{event.value}".')
        )

    def _take_key(self, event: ScalarEvent) -> None:
        key = event.value
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
        end = event.start_mark if event.start_mark.column == event.end_mark.column else event.end_mark
        marks = (start[0], start[1], end.line + self._first_line, end.column)
        self.places[tuple(self._pointer)] = Places(key_marks, marks)
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
        return (start.line + self._first_line, start.column, end.line + self._first_line, end.column)

    def _span(self, event: Any) -> Span:
        return self._to_span(self._marks(event))

    def _to_span(self, marks: Marks) -> Span:
        line, column, end_line, end_column = marks
        return Span(self._path, line + 1, column + 1, end_line + 1, end_column + 1)
