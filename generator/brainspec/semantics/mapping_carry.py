"""What mappings remember of earlier lines, so that a line that says less can be completed."""

from collections.abc import Callable, Mapping
from typing import Any

Event = dict[str, Any]
Remember = Callable[[Event, int], None]


class Carrier:
    """What the last event of a kind said, with its line number; with a key, the last one for each of its values.

    It keeps at most `most` of them and forgets the oldest; what is forgotten is then missing, never guessed.
    """

    def __init__(self, key: str | None, most: int) -> None:
        self._key, self._most = key, most
        self._fields: list[str] = []
        self._kept: dict[Any, tuple[Event, int]] = {}

    def carries(self, field: str) -> None:
        """Keep a field, too."""
        self._fields = sorted({*self._fields, field})

    def find(self, event: Event) -> tuple[Event, int] | None:
        """What is remembered for a line, and the line that said it."""
        if self._key is None:
            return self._kept.get(None)
        value = event.get(self._key)
        return self._kept.get(value) if type(value) in _SCALARS else None

    def keep(self, event: Event, line: int) -> None:
        """Remember what an event says."""
        value = event.get(self._key) if self._key else None
        if value is None or type(value) in _SCALARS:
            self._kept.pop(value, None)
            self._kept[value] = ({name: event[name] for name in self._fields if name in event}, line)
            if len(self._kept) > self._most:
                del self._kept[next(iter(self._kept))]

    def drop(self, event: Event, _: int) -> None:
        """Forget what an event ends."""
        value = event.get(self._key) if self._key else None
        if value is None or type(value) in _SCALARS:
            self._kept.pop(value, None)

    def clear(self) -> None:
        """Forget everything: another file begins."""
        self._kept.clear()


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
            one.clear()


_SCALARS = frozenset({str, int, bool})
