"""One marker and what reads its lines, with the shapes of lines it has met: most lines of a marker look alike."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from brainspec.semantics.mapping import LineRule, Shape
from brainspec.semantics.stream_event import EventForm

Match = Callable[[str], re.Match[str] | None]
MOST_SHAPES, LONGEST_SHAPE = 8, 1000


class ShapeReader(NamedTuple):
    """A rule that may read lines of a shape: `tests` are positions of values and what they must be."""

    rule: LineRule
    shape: Shape
    tests: tuple[tuple[int, frozenset[str]], ...]


class MarkerForm:
    """A marker: the event it stands for in canonical lines, if it does, and the rules that read old ones, in order.

    `shapes` are patterns of lines without quotes, each with the rules to try, for lines like those met before.
    """

    def __init__(self, form: EventForm | None, rules: Sequence[LineRule]) -> None:
        self.form, self.rules = form, rules
        self.shapes: list[tuple[Match, list[ShapeReader]]] = []

    def learn(self, fields: Mapping[str, str], text: str) -> None:
        """Remember the shape of an old line, unless it is odd or there are enough."""
        if len(self.shapes) < MOST_SHAPES and len(text) < LONGEST_SHAPE and '"' not in text and fields:
            old = tuple(fields)
            pattern = " ".join(f'{re.escape(key)}=([^ "]+)' for key in old)
            readers = [self._reader(rule, old) for rule in self.rules if self._may_fit(rule, old)]
            self.shapes.append((re.compile(pattern).fullmatch, readers))

    def _may_fit(self, rule: LineRule, old: tuple[str, ...]) -> bool:
        return rule.lacks not in old and all(key in old for key, _ in rule.where)

    def _reader(self, rule: LineRule, old: tuple[str, ...]) -> ShapeReader:
        return ShapeReader(
            rule, rule.narrow_shape(old), tuple((old.index(key), allowed) for key, allowed in rule.where)
        )
