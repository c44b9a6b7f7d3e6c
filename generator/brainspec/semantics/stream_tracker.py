"""What is open between two kinds of events: the memory of the rules that hold across lines."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from brainspec.semantics.stream_findings import FORGOTTEN

Event = dict[str, Any]
Key = Any
Values = Mapping[str, Sequence[Any]]
"""Field to its allowed values; null stands for an absent field."""


class Rule(NamedTuple):
    """A rule's code and level, what it says (without the full stop) and what to do."""

    code: str
    level: str
    brief: str
    fix: str


class Breach(NamedTuple):
    """What a rule found on a line; `about` names the item it is about, `more` is a further sentence."""

    line: int
    rule: Rule
    about: Event
    more: str = ""

    @property
    def message(self) -> str:
        """What is wrong, as a sentence; made only for findings that are shown."""
        named = ", ".join(f"{name} {str(value)[:64]}" for name, value in self.about.items())
        return f"{self.rule.brief} ({named}).{self.more}" if named else f"{self.rule.brief}.{self.more}"


class Tracker:
    """The open stretches between an opening and a closing event that agree in some fields.

    It remembers at most `most`, forgets the oldest, and reports how many it forgot.
    """

    def __init__(self, fields: tuple[str, ...], opening: str, most: int) -> None:
        self._fields, self._opening, self._most = fields, opening, most
        self._values: Callable[[Event], Key] = itemgetter(*fields) if fields else lambda _: ()
        self._open: dict[Key, int] = {}
        self._seen: dict[Key, dict[str, int]] = {}
        self._forgotten, self._first_forgotten = 0, 0
        self.unopened: list[Rule] = []
        self.unclosed: list[Rule] = []
        self.conflicts: list[tuple[Rule, Values]] = []

    def opens(self, event: Event, line: int) -> Iterable[Breach]:
        """Something starts; what was open under the same key was never closed."""
        key, is_open = self._key(event), self._open
        before = is_open.pop(key, 0)
        is_open[key] = line
        if len(is_open) > self._most:
            self._forget()
        if before:
            self._seen.pop(key, None)
            return self._never_closed(key, before)
        return ()

    def closes(self, event: Event, line: int) -> Iterable[Breach]:
        """Something ends: without a start, or in contradiction to what was seen since."""
        key = self._key(event)
        start = self._open.pop(key, 0)
        if not start:
            doubt = " Its start may be a forgotten one." if self._forgotten else ""
            return [Breach(line, rule, self._about(key), doubt) for rule in self.unopened]
        return self._contradictions(key, event, start, line) if key in self._seen else ()

    def seeing(self, code: str, where: Values) -> Callable[[Event, int], Iterable[Breach]]:
        """Notes for a rule that an event it looks for happened in the stretch the event lies in."""
        first, allowed = next(iter(where.items()), ("", ()))

        def see(event: Event, line: int) -> Iterable[Breach]:
            if event.get(first) in allowed and _agrees(where, event):
                key = self._around(event)
                if key is not None:
                    self._seen.setdefault(key, {}).setdefault(code, line)
            return ()

        return see

    def end(self) -> Iterable[Breach]:
        """The file is over: what is open was never closed."""
        found = [breach for key, line in self._open.items() for breach in self._never_closed(key, line)]
        if self._forgotten:
            said = f"Of the starts of `{self._opening}`, {self._forgotten} were forgotten, this one first"
            help_ = f"At most {self._most} are remembered; split the file by run."
            rule = Rule(FORGOTTEN.slug, FORGOTTEN.severity, said, help_)
            found.append(Breach(self._first_forgotten, rule, {}))
        return found

    def _contradictions(self, key: Key, event: Event, start: int, line: int) -> Iterable[Breach]:
        seen = self._seen.pop(key)
        broken = [rule for rule, closing in self.conflicts if rule.code in seen and _agrees(closing, event)]
        began = f" It began on line {start}; see line "
        return [Breach(line, rule, self._about(key), f"{began}{seen[rule.code]}.") for rule in broken]

    def _never_closed(self, key: Key, line: int) -> list[Breach]:
        return [Breach(line, rule, self._about(key)) for rule in self.unclosed]

    def _forget(self) -> None:
        oldest = next(iter(self._open))
        self._seen.pop(oldest, None)
        self._forgotten += 1
        self._first_forgotten = self._first_forgotten or self._open[oldest]
        del self._open[oldest]

    def _around(self, event: Event) -> Key | None:
        """The open stretch an event lies in; one that does not say all of the key belongs to the last that fits."""
        key = self._key(event)
        if None not in self._parts(key):
            return key if key in self._open else None
        last: Key | None = next(reversed(self._open), None)
        if last is None:
            return None
        pairs = zip(self._parts(key), self._parts(last), strict=True)
        return last if all(mine in (None, its) for mine, its in pairs) else None

    def _key(self, event: Event) -> Key:
        """The values of the fields: a tuple, or for one field its value; absent ones are None."""
        try:
            return self._values(event)
        except KeyError:
            values = tuple(event.get(name) for name in self._fields)
            return values if len(values) > 1 else values[0]

    def _parts(self, key: Key) -> tuple[Any, ...]:
        return (key,) if len(self._fields) == 1 else tuple(key)

    def _about(self, key: Key) -> Event:
        return {name: one for name, one in zip(self._fields, self._parts(key), strict=True) if one is not None}


def _agrees(wanted: Values, event: Event) -> bool:
    return all(event.get(name) in allowed for name, allowed in wanted.items())
