"""What mappings remember of earlier lines, so that a line that says less can be completed."""

from collections.abc import Callable, Mapping
from typing import Any

Event = dict[str, Any]
Remember = Callable[[Event, int], None]


class Carrier:
    """What the last event of a kind said, with its line number; with a key, the last one for each of its values.

    `kept` is by value of the key (None without one). It keeps at most `most` and forgets the oldest; what is forgotten
    is then missing, never guessed.
    """

    def __init__(self, key: str | None, most: int) -> None:
        self.key, self._most = key, most
        self._fields: list[str] = []
        self.kept: dict[Any, tuple[Event, int]] = {}

    def carries(self, field: str) -> None:
        """Keep a field, too."""
        self._fields = sorted({*self._fields, field})

    def keep(self, event: Event, line: int) -> None:
        """Remember what an event says."""
        value = event.get(self.key) if self.key else None
        self.kept.pop(value, None)
        self.kept[value] = ({name: event[name] for name in self._fields if name in event}, line)
        if len(self.kept) > self._most:
            del self.kept[next(iter(self.kept))]

    def drop(self, event: Event, _: int) -> None:
        """Forget what an event ends."""
        self.kept.pop(event.get(self.key) if self.key else None, None)


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
