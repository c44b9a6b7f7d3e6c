"""Reads the patterns of the language: what every regex engine understands alike, as a small tree."""

from dataclasses import dataclass
from functools import lru_cache

MOST = 1000
DEEPEST = 20
_LAST = 0x10FFFF
_PUNCTUATION = frozenset("^$\\.*+?()[]{}|/-")
_LETTERS = {"n": "\n", "r": "\r", "t": "\t"}
_CLASSES = {"d": "[0-9]", "w": "[0-9A-Za-z_]", "s": "[ \\t]"}

Range = tuple[int, int]


class BadPattern(ValueError):
    """A pattern outside the language, which fails at characters `start` to `end`; `is_open`: its ends are not bound."""

    def __init__(self, reason: str, start: int, end: int, *, is_open: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.start, self.end, self.is_open = reason, start, end, is_open


@dataclass(frozen=True, slots=True, eq=False)
class Letters:
    """One character out of ranges of code points."""

    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """One thing after another."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """One of several things."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True, eq=False)
class Repeat:
    """A thing `least` to `most` times (None: any number)."""

    part: "Node"
    least: int
    most: int | None


Node = Letters | Series | Choice | Repeat


@lru_cache(maxsize=1024)
def parse_pattern(text: str) -> Node:
    """The tree of an anchored pattern, without its anchors. Raises BadPattern."""
    if not text.startswith("^"):
        raise BadPattern("The pattern does not start with `^`.", 0, min(1, len(text)), is_open=True)
    if not text.endswith("$") or _is_escaped(text):
        raise BadPattern("The pattern does not end with `$`.", len(text) - 1, len(text), is_open=True)
    reader = _Reader(text, 1, len(text) - 1)
    found = reader.choice(0)
    if reader.at < len(text) - 1:
        raise BadPattern("This bracket closes nothing.", reader.at, reader.at + 1)
    if isinstance(found, Choice):
        raise BadPattern("The anchors bind only the outer choices.", 0, len(text), is_open=True)
    return found


def _is_escaped(text: str) -> bool:
    before = text[:-1]
    return bool((len(before) - len(before.rstrip("\\"))) % 2)


class _Reader:
    """Reads from left to right; `at` is where it stands."""

    def __init__(self, text: str, at: int, end: int) -> None:
        self._text, self.at, self._end = text, at, end

    def choice(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise BadPattern(f"Groups are nested deeper than {DEEPEST} levels.", self.at, self.at + 1)
        parts = [self._series(depth)]
        while self._next() == "|":
            self.at += 1
            parts.append(self._series(depth))
        return parts[0] if len(parts) == 1 else Choice(tuple(parts))

    def _series(self, depth: int) -> Node:
        parts: list[Node] = []
        while self._next() not in ("", "|", ")"):
            parts.append(self._repeated(self._one(depth)))
        return parts[0] if len(parts) == 1 else Series(tuple(parts))

    def _one(self, depth: int) -> Node:
        sign = self._next()
        if sign == "(":
            return self._group(depth)
        if sign == "[":
            return self._class()
        if sign in "*+?{":
            raise self._bad(f"`{sign}` repeats nothing here; write `\\{sign}` for the character.")
        if sign in "^$":
            raise self._bad("An anchor stands inside the pattern; it belongs to its ends.")
        if sign in "]}":
            raise self._bad(f"This bracket closes nothing; write `\\{sign}` for the character.")
        if sign == ".":
            self.at += 1
            return Letters(((0, 9), (11, _LAST)))
        letter = self._letter()
        return Letters(((letter, letter),))

    def _group(self, depth: int) -> Node:
        start = self.at
        self.at += 1
        if self._next() == "?":
            if self._text[self.at : self.at + 2] != "?:":
                raise BadPattern("Groups look neither ahead nor back, and have no names.", start, self.at + 2)
            self.at += 2
        inner = self.choice(depth + 1)
        if self._next() != ")":
            raise BadPattern("This bracket is never closed.", start, start + 1)
        self.at += 1
        return Series((inner,))

    def _class(self) -> Letters:
        start = self.at
        self.at += 1
        negated = self._next() == "^"
        self.at += negated
        ranges: list[Range] = []
        while self._next() != "]":
            ranges.append(self._range(start))
        self.at += 1
        if not ranges:
            raise BadPattern("This class holds no character.", start, self.at)
        return Letters(_others(ranges) if negated else tuple(sorted(ranges)))

    def _range(self, start: int) -> Range:
        if self._next() == "":
            raise BadPattern("This bracket is never closed.", start, start + 1)
        if self._text[self.at : self.at + 2] in ("&&", "--", "~~") or self._next() == "[":
            raise self._bad("Engines read this in a class in different ways; escape it.")
        first = self._letter()
        if self._next() != "-" or self._text[self.at + 1] == "]":
            return first, first
        self.at += 1
        last = self._letter()
        if last < first:
            raise BadPattern("This range runs backwards.", self.at - 3, self.at)
        return first, last

    def _letter(self) -> int:
        sign = self._next()
        if not sign:
            raise self._bad("The pattern ends in the middle of a class.")
        self.at += 1
        if sign != "\\":
            return ord(sign)
        escaped = self._next()
        self.at += 1
        if escaped and (escaped in _PUNCTUATION or escaped in _LETTERS):
            return ord(_LETTERS.get(escaped, escaped))
        wanted = f"; write `{_CLASSES[escaped]}`" if escaped in _CLASSES else ""
        raise BadPattern(f"Engines disagree on `\\{escaped}`{wanted}.", self.at - 2, self.at)

    def _repeated(self, part: Node) -> Node:
        sign, start = self._next(), self.at
        if sign == "" or sign not in "*+?{":
            return part
        least, most = self._bounds() if sign == "{" else {"*": (0, None), "+": (1, None), "?": (0, 1)}[sign]
        self.at += sign != "{"
        if self._next() and self._next() in "*+?{":
            raise BadPattern("A repetition is repeated; put the inner one into a group.", start, self.at + 1)
        return Repeat(part, least, most)

    def _bounds(self) -> tuple[int, int | None]:
        start = self.at
        close = self._text.find("}", start, self._end)
        low, comma, high = self._text[start + 1 : max(close, start + 1)].partition(",")
        self.at = close + 1
        numbers = [low, high or low] if comma else [low, low]
        if close < 0 or not all(one.isascii() and one.isdigit() and len(one) <= 4 for one in numbers):
            raise BadPattern("`{` is followed by one or two numbers and `}`.", start, start + 1)
        least, most = map(int, numbers)
        if least > most or most > MOST:
            raise BadPattern(f"The numbers do not rise, or are above {MOST}.", start, self.at)
        return least, None if comma and not high else most

    def _next(self) -> str:
        return self._text[self.at] if self.at < self._end else ""

    def _bad(self, reason: str) -> BadPattern:
        return BadPattern(reason, self.at, self.at + 1)


def _others(ranges: list[Range]) -> tuple[Range, ...]:
    """All code points outside the ranges."""
    found, first = [], 0
    for low, high in sorted(ranges):
        if low > first:
            found.append((first, low - 1))
        first = max(first, high + 1)
    return (*found, (first, _LAST)) if first <= _LAST else tuple(found)
