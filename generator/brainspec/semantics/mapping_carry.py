"""What mappings remember of earlier lines, so that a line that says less can be completed."""

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Any

from brainspec.semantics.stream_event import INFERRED

Event = dict[str, Any]
Remember = Callable[[Event, int], None]


class Carrier:
    """What the last event of a kind said, with its line number; with a key, the last one for each of its values.

    `kept` is by value of the key (None without one). It keeps at most `most` and forgets the oldest; what is forgotten
    is then missing, never guessed.
    """

    def __init__(self, key: str | None, most: int) -> None:
        self.key, self._most = key or "", most
        self._fields: list[str] = []
        self.kept: dict[Any, tuple[int, list[Any]]] = {}

    def place(self, field: str) -> int:
        """Where the value of a field stands among those that are kept; from now on it is."""
        if field not in self._fields:
            self._fields.append(field)
        return self._fields.index(field)

    def keep(self, event: Event, line: int) -> None:
        """Remember what an event says."""
        value, kept = event.get(self.key), self.kept
        if value in kept:
            del kept[value]  # it goes to the end: the oldest is the first
        kept[value] = line, [*map(event.get, self._fields)]
        if len(kept) > self._most:
            del kept[next(iter(kept))]

    def drop(self, event: Event, _: int) -> None:
        """Forget what an event ends."""
        self.kept.pop(event.get(self.key), None)


class Memory:
    """The carriers of a stream's mappings, each shared by all rules that carry the same."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._carriers: dict[tuple[str, str | None, tuple[str, ...]], Carrier] = {}
        self._acts: dict[str, list[Remember]] = {}

    def carrier(self, opening: str, key: str | None, endings: tuple[str, ...]) -> Carrier:
        """The carrier that keeps what `opening` said until one of `endings` (wire names of events)."""
        known = self._carriers.get((opening, key, endings))
        if known is None:
            known = self._carriers[opening, key, endings] = Carrier(key, self._most)
            for one in endings:
                self._acts.setdefault(one, []).append(known.drop)
            self._acts.setdefault(opening, []).append(known.keep)
        return known

    @property
    def acts(self) -> Mapping[str, list[Remember]]:
        """What each event changes, by wire name."""
        return self._acts

    def clear(self) -> None:
        """Forget everything: another file begins."""
        for one in self._carriers.values():
            one.kept.clear()


Carried = tuple[tuple[Carrier, tuple[tuple[str, int], ...]], ...]
"""Carriers and the fields that are taken from each with their places, in the order in which they are listed."""


def by_carrier(fields: Iterable[tuple[Carrier, str]]) -> Carried:
    """Fields with their carriers, neighbours with one carrier together."""
    grouped = groupby(fields, key=lambda one: one[0])
    return tuple((carrier, tuple((field, carrier.place(field)) for _, field in some)) for carrier, some in grouped)


def infer(event: Event, carried: Carried) -> tuple[str, ...]:
    """Take what is absent from earlier lines, and list it; gives its names."""
    inferred = {}
    for carrier, fields in carried:
        try:
            found = carrier.kept.get(event.get(carrier.key))
        except TypeError:  # a list or an object is no key
            continue
        if found:
            line, values = found
            for field, place in fields:
                value = values[place]
                if value is not None and field not in event:
                    event[field], inferred[field] = value, line
    if inferred:
        event[INFERRED] = inferred
    return tuple(inferred)
