"""Rules that hold across the lines of a stream: events that belong together, and events that contradict each other."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from brainspec.model import Definition
from brainspec.model.stream import Conflict, Pair, Stream
from brainspec.registry import Registry
from brainspec.semantics.composition import wire_name
from brainspec.semantics.prose import plain
from brainspec.semantics.stream_event import EventForm
from brainspec.semantics.stream_tracker import Breach, Event, Rule, Tracker

_AS_WRITTEN = " The line says so in its old form; its event says what is meant."
SCALARS = frozenset({"string", "integer", "boolean"})


class Span(NamedTuple):
    """The events between which a rule looks, by wire name, and the fields in which they agree."""

    opening: str
    closing: str
    fields: tuple[str, ...]


class StreamRules:
    """The rules of one stream, watching one file. At most `most` unclosed items are remembered for each."""

    def __init__(
        self, registry: Registry, stream: Definition[Stream], forms: Mapping[str, EventForm], most: int
    ) -> None:  # fmt: skip
        self._registry, self._capability, self._forms, self._most = registry, stream.id.capability, forms, most
        self._trackers: dict[Span, Tracker] = {}
        self._rules: dict[str, tuple[Rule, tuple[str, ...]]] = {}
        self._acts: dict[str, list[Callable[[Event, int], Iterable[Breach]]]] = {}
        for pair in stream.body.pairs:
            if not self._knows(pair.open, pair.close):
                continue
            span = self._span(pair.open, pair.close, pair.key)
            tracker = self._tracker(span)
            (tracker.unclosed if pair.lacking == "close" else tracker.unopened).append(self._rule(pair, span))
        for conflict in stream.body.conflicts:
            inside = conflict.inside
            if not self._knows(inside.open, inside.close):
                continue
            span = self._span(inside.open, inside.close, inside.key)
            tracker, rule = self._tracker(span), self._rule(conflict, span)
            tracker.conflicts.append((rule, conflict.closing))
            self._act(self._wire(conflict.seen.event), tracker.seeing(rule.code, conflict.seen.where))

    def see(self, name: str, event: Event, line: int) -> Iterable[Breach]:
        """What an event of this wire name breaks."""
        found: Iterable[Breach] = ()
        for act in self._acts.get(name, ()):
            new = act(event, line)
            if new:
                found = [*found, *new]
        return found

    def reported(self, code: str, event: Event, line: int) -> Iterable[Breach]:
        """What a line breaks as it is written, although its event does not."""
        if code in self._rules:
            rule, fields = self._rules[code]
            yield Breach(line, rule, {name: event[name] for name in fields if name in event}, _AS_WRITTEN)

    def end(self) -> list[Breach]:
        """What is broken because the file is over."""
        return [breach for one in self._trackers.values() for breach in one.end()]

    def _knows(self, *events: str) -> bool:
        """Whether these are events of the stream; a rule of the specs reports where they are not."""
        return all(self._wire(one) in self._forms for one in events)

    def _tracker(self, span: Span) -> Tracker:
        known = self._trackers.get(span)
        if known is None:
            known = self._trackers[span] = Tracker(span.fields, span.opening, self._most)
            self._act(span.opening, known.opens)
            self._act(span.closing, known.closes)
        return known

    def _act(self, name: str, act: Callable[[Event, int], Iterable[Breach]]) -> None:
        self._acts.setdefault(name, []).append(act)

    def _span(self, opening: str, closing: str, key: str | tuple[str, ...]) -> Span:
        first, last = self._wire(opening), self._wire(closing)
        forms = [self._forms[name].kinds for name in (first, last)]
        named = (key,) if isinstance(key, str) else key
        return Span(first, last, tuple(one for one in named if all(kinds.get(one) in SCALARS for kinds in forms)))

    def _rule(self, one: Pair | Conflict, span: Span) -> Rule:
        brief, fix = (plain(self._registry, text, self._capability) for text in (one.brief, one.fix))
        rule = Rule(one.code, one.level, brief.removesuffix("."), fix)
        self._rules[one.code] = rule, span.fields
        return rule

    def _wire(self, event: str) -> str:
        return wire_name(self._registry.need(event, self._capability, "event"))
