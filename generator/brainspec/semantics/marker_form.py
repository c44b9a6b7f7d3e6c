"""One marker and what reads its lines, with the shapes of lines it has met: most lines of a marker look alike."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence

from brainspec.semantics.mapping_line import LineRule, Shape
from brainspec.semantics.stream_event import EventForm

Match = Callable[[str], re.Match[str] | None]
MOST_SHAPES, LONGEST_SHAPE = 8, 1000


class MarkerForm:
    """A marker: the event it stands for in canonical lines, if it does, and the rules that read old ones, in order.

    `shapes` are patterns of lines without quotes, each with what reads them, for lines like those met before.
    """

    def __init__(self, form: EventForm | None, rules: Sequence[LineRule]) -> None:
        self.form, self.rules = form, rules
        self.shapes: list[tuple[Match, Shape]] = []
        self._met: dict[tuple[str, ...], bool] = {}

    def learn(self, fields: Mapping[str, str], text: str) -> None:
        """Remember the shape of an old line when it comes again, unless it is odd or there are enough."""
        old = tuple(fields)
        if self._comes_again(old) and len(text) < LONGEST_SHAPE and '"' not in text:
            self._met[old] = True
            rules = [rule for rule in self.rules if rule.lacks not in old and all(key in old for key, _ in rule.where)]
            shapes = [(rule, rule.shape(old)) for rule in rules]
            if not any(shape.is_odd or not all(map(str.isidentifier, shape.names)) for _, shape in shapes):
                self.shapes += [(_pattern(old, shape, dict(rule.where)), shape) for rule, shape in shapes]

    def _comes_again(self, old: tuple[str, ...]) -> bool:
        """Whether a shape was met and not yet learned: to learn it costs more than to read one line without."""
        if old in self._met:
            return not self._met[old]
        if len(self._met) < MOST_SHAPES:
            self._met[old] = False
        return False


def _pattern(old: Sequence[str], shape: Shape, where: Mapping[str, Collection[str]]) -> Match:
    """Matches lines with these fields whose values `where` allows; names the values that are kept."""
    names = iter(shape.names)
    groups = [f"?P<{next(names)}>" if is_kept else "?:" for is_kept in shape.kept]
    fields = zip(old, groups, strict=True)
    pattern = " ".join(f"{re.escape(key)}=({group}{_value(where.get(key))})" for key, group in fields)
    return re.compile(pattern).fullmatch


def _value(allowed: Collection[str] | None) -> str:
    return "[^ ]+" if allowed is None else "|".join(map(re.escape, sorted(allowed)))
