"""Finds patterns that a backtracking engine could need exponential time for.

Such a pattern can read the same text in two ways inside a loop. Its positions and what may follow each (Glushkov's
automaton) show that: either a follower is reached in two ways, or two different paths with the same letters lead from
a position back to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from brainspec.rules.pattern_syntax import Choice, Letters, Node, Range, Repeat, Series

# From this count on a repetition is as good as endless; of something without a choice, as good as a shorter one.
_MANY = 10
_MOST_POSITIONS, _MOST_STEPS = 300, 100_000


class Undecided(Exception):
    """The pattern is too large to be judged."""


@lru_cache(maxsize=1024)
def is_ambiguous(pattern: Node) -> bool:
    """Whether some loop of the pattern reads some text in two ways. Raises Undecided."""
    automaton = _Automaton()
    automaton.add(pattern)
    return automaton.has_twin_edge or automaton.has_twin_path()


class _Ends(NamedTuple):
    """The positions a part can start and end with, and whether it can be nothing."""

    first: frozenset[int]
    last: frozenset[int]
    can_be_nothing: bool


_NOTHING = _Ends(frozenset(), frozenset(), can_be_nothing=True)


@dataclass
class _Automaton:
    letters: list[tuple[Range, ...]] = field(default_factory=list)
    followers: list[set[int]] = field(default_factory=list)
    has_twin_edge: bool = False
    steps: int = 0

    def add(self, node: Node) -> _Ends:
        match node:
            case Letters(ranges):
                return self._position(ranges)
            case Series(parts):
                return self._series(parts)
            case Choice(parts):
                each = [self.add(part) for part in parts]
                first, last = (
                    frozenset().union(*side) for side in zip(*((e.first, e.last) for e in each), strict=True)
                )
                return _Ends(first, last, any(one.can_be_nothing for one in each))
            case Repeat(part, least, most):
                return self._repeat(part, least, most)

    def has_twin_path(self) -> bool:
        """Whether two different paths with the same letters lead from a position back to it."""
        for position in range(len(self.letters)):
            reached = {pair for pair in self._next(position, position) if pair[0] != pair[1]}
            waiting = list(reached)
            while waiting:
                fresh = set(self._next(*waiting.pop())) - reached
                if (position, position) in fresh:
                    return True
                reached |= fresh
                waiting += fresh
        return False

    def _next(self, one: int, other: int) -> Iterator[tuple[int, int]]:
        self.steps += len(self.followers[one]) * len(self.followers[other])
        if self.steps > _MOST_STEPS:
            raise Undecided
        for pair in product(self.followers[one], self.followers[other]):
            if _meet(self.letters[pair[0]], self.letters[pair[1]]):
                yield pair

    def _position(self, ranges: tuple[Range, ...]) -> _Ends:
        if len(self.letters) == _MOST_POSITIONS:
            raise Undecided
        self.letters.append(ranges)
        self.followers.append(set())
        here = frozenset({len(self.letters) - 1})
        return _Ends(here, here, can_be_nothing=False)

    def _series(self, parts: tuple[Node, ...]) -> _Ends:
        whole = _NOTHING
        for part in parts:
            one = self.add(part)
            self._join(whole.last, one.first)
            whole = _Ends(
                whole.first | one.first if whole.can_be_nothing else whole.first,
                whole.last | one.last if one.can_be_nothing else one.last,
                whole.can_be_nothing and one.can_be_nothing,
            )
        return whole

    def _repeat(self, part: Node, least: int, most: int | None) -> _Ends:
        if least == most and (most < _MANY or _is_fixed(part)):
            return self._series((part,) * min(least, _MANY - 1))
        if most is None or most >= _MANY:
            one = self.add(part)
            self._join(one.last, one.first)
        elif (least, most) == (0, 1):
            one = self.add(part)
        else:
            one = self._series((part,) * least + _optional(part, most - least))
        return _Ends(one.first, one.last, one.can_be_nothing or not least)

    def _join(self, last: frozenset[int], first: frozenset[int]) -> None:
        for position in last:
            self.has_twin_edge |= not first.isdisjoint(self.followers[position])
            self.followers[position] |= first


def _meet(one: tuple[Range, ...], other: tuple[Range, ...]) -> bool:
    return any(low <= last and first <= high for low, high in one for first, last in other)


def _optional(part: Node, times: int) -> tuple[Node, ...]:
    """A part up to so many times: each further one only after the one before."""
    found: tuple[Node, ...] = ()
    for _ in range(times):
        found = (Repeat(Series((part, *found)), 0, 1),)
    return found


def _is_fixed(node: Node) -> bool:
    """Whether a part has no choice in it: no alternatives, and counts that are exact."""
    match node:
        case Letters():
            return True
        case Series(parts):
            return all(map(_is_fixed, parts))
        case Repeat(part, least, most):
            return least == most and _is_fixed(part)
        case Choice():
            return False
