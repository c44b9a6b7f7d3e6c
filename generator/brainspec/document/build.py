"""Builds data and places from YAML parser events, refusing what would defeat them."""

from collections.abc import Callable
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

import brainspec.document.findings as findings
import brainspec.document.scalar as scalar
from brainspec.diagnostic import MOST_OF_A_SORT, Code, Diagnostic, Related, Span
from brainspec.document.document import Pointer
from brainspec.document.extent import Written, extent
from brainspec.document.source import Source

MAX_DEPTH = 64
MAX_NODES = 50_000
_LONGEST_SHOWN = 80
_WRITE_OUT = "Write the value out."
_SWITCHES = frozenset({"on", "off", "yes", "no", "y", "n"})


class Refusal(Exception):
    """The text is refused; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class _Open:
    """A mapping or a list that is being built, at `pointer`; `key` is the event of the key that waits for its value."""

    __slots__ = ("container", "is_mapping", "key", "own_key", "pointer", "start")

    def __init__(self, container: Any, pointer: Pointer, start: Any, own_key: Any) -> None:
        self.container, self.pointer, self.start, self.own_key = container, pointer, start, own_key
        self.is_mapping = isinstance(container, dict)
        self.key: Any = None


class Builder:
    """Takes the events of one text; afterwards `data`, `places` and `found` hold the result.

    The text begins at line `first_line` (from 0) of the source.
    """

    def __init__(self, source: Source, first_line: int = 0) -> None:
        self.data: Any = None
        self.places: dict[Pointer, Written] = {}
        self.found: list[Diagnostic] = []
        self._source, self._first_line = source, first_line
        self._last: Any = None
        self._stack: list[_Open] = []
        self._nodes = 0
        self._documents = 0
        self._takers: dict[type[Event], Callable[[Any], None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: lambda event: self._start({}, event),
            SequenceStartEvent: lambda event: self._start([], event),
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._start_document,
        }

    def take(self, event: Event) -> None:
        """Add one event. Raises Refusal."""
        taker = self._takers.get(event.__class__)
        if taker:
            taker(event)

    def _alias(self, event: Any) -> None:
        self._refuse(findings.ANCHOR, "Aliases (`*name`) are not part of the language.", event, _WRITE_OUT)

    def _start_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            help_ = "Keep one definition a file."
            self._refuse(findings.SECOND_DOCUMENT, "A second document starts here.", event, help_)
        if event.version or event.tags:
            self._refuse(findings.TAG, "Directives (`%`) are not part of the language.", event, "Remove the line.")

    def _scalar(self, event: Any) -> None:
        self._guard(event)
        self._last, is_plain, text = event, event.implicit[0], event.value
        top = self._stack[-1] if self._stack else None
        if top and top.is_mapping and top.key is None:
            self._take_key(top, event, is_plain)
            return
        value = scalar.plain(text) if is_plain else text
        if is_plain and value.__class__ is str and scalar.is_ambiguous(text):
            self._warn_ambiguous(event)
        pointer, key = self._attach(top, value)
        self.places[pointer] = Written(key, event, event)

    def _warn_ambiguous(self, event: Any) -> None:
        if len(self.found) > MOST_OF_A_SORT:
            return
        shown = event.value[:_LONGEST_SHOWN]
        message = f"`{shown}` is text here, and something else to other YAML readers."
        help_ = f'Quote it: "{shown}"; a number has plain decimal digits.'
        self.found.append(Diagnostic(findings.AMBIGUOUS_SCALAR, message, self._span(event), help_))

    def _take_key(self, top: _Open, event: Any, is_plain: bool) -> None:
        key = event.value
        if is_plain and key == "<<":
            self._refuse(
                findings.ANCHOR, "Merge keys (`<<`) are not part of the language.", event, "Write the fields out."
            )
        if is_plain and key.lower() in _SWITCHES:
            message = f"The key `{key}` is true or false to other YAML readers."
            self._refuse(findings.BAD_KEY, message, event, f'Quote it: "{key}".')
        if key in top.container:
            first = self.places[(*top.pointer, key)]
            related = (Related(self._span(first.key), "first written here"),)
            message, help_ = f"The key `{key}` is written twice.", "Keep one of the two."
            raise Refusal(Diagnostic(findings.DUPLICATE_KEY, message, self._span(event), help_, related))
        top.key = event

    def _start(self, container: Any, event: Any) -> None:
        self._guard(event)
        top = self._stack[-1] if self._stack else None
        if top and top.is_mapping and top.key is None:
            help_ = "A value that starts with `{` or `[` needs quotes."
            self._refuse(findings.BAD_KEY, "A key must be plain text.", event, help_)
        if len(self._stack) >= MAX_DEPTH:
            self._refuse(findings.TOO_DEEP, f"The nesting is deeper than {MAX_DEPTH} levels.", event, "Flatten it.")
        pointer, key = self._attach(top, container)
        self._stack.append(_Open(container, pointer, event, key))

    def _end(self, event: Any) -> None:
        done = self._stack.pop()
        if event.start_mark.column != event.end_mark.column:
            self._last = event  # a closing bracket; a block without one ends with what is last in it
        self.places[done.pointer] = Written(done.own_key, done.start, self._last)

    def _attach(self, top: _Open | None, value: Any) -> tuple[Pointer, Any]:
        """Put a value where it belongs; its pointer and the event of its key come back."""
        if top is None:
            self.data = value
            return (), None
        key, top.key = top.key, None
        if key is None:
            top.container.append(value)
            return (*top.pointer, len(top.container) - 1), None
        top.container[key.value] = value
        return (*top.pointer, key.value), key

    def _guard(self, event: Any) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._refuse(findings.TOO_MANY_NODES, f"The file holds more than {MAX_NODES:,} values.", event, "Split it.")
        if event.anchor is not None:
            self._refuse(findings.ANCHOR, "Anchors (`&name`) are not part of the language.", event, _WRITE_OUT)
        if event.tag is not None:
            self._refuse(findings.TAG, f"Tags (`{event.tag}`) are not part of the language.", event, "Remove the tag.")

    def _refuse(self, code: Code, message: str, event: Any, help_: str) -> None:
        raise Refusal(Diagnostic(code, message, self._span(event), help_))

    def _span(self, event: Any) -> Span:
        return extent(self._source, self._first_line, event, event)
