"""What is open between two kinds of events: the memory of the rules that hold across lines."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from brainspec.semantics.stream_findings import FORGOTTEN

Event = dict[str, Any]
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


class Stretch(NamedTuple):
    """An event that opened something, its line, and what was seen since: rule code to line."""

    line: int
    event: Event
    seen: dict[str, int]


class Tracker:
    """The open stretches between an opening and a closing event that agree in some fields.

    It remembers at most `most`, forgets the oldest, and reports how many it forgot.
    """

    def __init__(self, fields: tuple[str, ...], opening: str, most: int) -> None:
        self._fields, self._opening, self._most = fields, opening, most
        self._open: dict[tuple[Any, ...], Stretch] = {}
        self._forgotten, self._first_forgotten = 0, 0
        self.unopened: list[Rule] = []
        self.unclosed: list[Rule] = []
        self.conflicts: list[tuple[Rule, Values]] = []

    def opens(self, event: Event, line: int) -> Iterable[Breach]:
        """Something starts; what was open under the same key was never closed."""
        key = self._key(event)
        before = self._open.pop(key, None)
        self._open[key] = Stretch(line, event, {})
        if len(self._open) > self._most:
            oldest = self._open.pop(next(iter(self._open)))
            self._forgotten += 1
            self._first_forgotten = self._first_forgotten or oldest.line
        return self._never_closed(before) if before else ()

    def closes(self, event: Event, line: int) -> Iterable[Breach]:
        """Something ends: without a start, or in contradiction to what was seen since."""
        stretch = self._open.pop(self._key(event), None)
        if stretch is None:
            doubt = " Its start may be a forgotten one." if self._forgotten else ""
            return [Breach(line, rule, self._about(event), doubt) for rule in self.unopened]
        if not stretch.seen:
            return ()
        broken = [rule for rule, closing in self.conflicts if rule.code in stretch.seen and _agrees(closing, event)]
        began = f" It began on line {stretch.line}; see line "
        return [Breach(line, rule, self._about(event), f"{began}{stretch.seen[rule.code]}.") for rule in broken]

    def seeing(self, code: str, where: Values) -> Callable[[Event, int], Iterable[Breach]]:
        """Notes for a rule that an event it looks for happened in the stretch the event lies in."""

        def see(event: Event, line: int) -> Iterable[Breach]:
            if _agrees(where, event):
                stretch = self._around(event)
                if stretch:
                    stretch.seen.setdefault(code, line)
            return ()

        return see

    def end(self) -> Iterable[Breach]:
        """The file is over: what is open was never closed."""
        found = [breach for one in self._open.values() for breach in self._never_closed(one)]
        if self._forgotten:
            said = f"Of the starts of `{self._opening}`, {self._forgotten} were forgotten, this one first"
            help_ = f"At most {self._most} are remembered; split the file by run."
            rule = Rule(FORGOTTEN.slug, FORGOTTEN.severity, said, help_)
            found.append(Breach(self._first_forgotten, rule, {}))
        return found

    def _never_closed(self, stretch: Stretch) -> list[Breach]:
        return [Breach(stretch.line, rule, self._about(stretch.event)) for rule in self.unclosed]

    def _around(self, event: Event) -> Stretch | None:
        """The open stretch an event lies in; one that does not say all of the key belongs to the last that fits."""
        if all(name in event for name in self._fields):
            return self._open.get(self._key(event))
        last = next(reversed(self._open.values()), None)
        is_fit = last and all(event.get(name) in (None, last.event.get(name)) for name in self._fields)
        return last if is_fit else None

    def _key(self, event: Event) -> tuple[Any, ...]:
        return tuple([event.get(name) for name in self._fields])

    def _about(self, event: Event) -> Event:
        return {name: event[name] for name in self._fields if name in event}


def _agrees(wanted: Values, event: Event) -> bool:
    return all(event.get(name) in allowed for name, allowed in wanted.items())
