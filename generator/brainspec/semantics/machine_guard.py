"""Guards: conditions of machines, parsed by hand, so that no text of a spec is ever run as code.

A condition is comparisons of terms (`strikes + 1 >= max_strikes`, `event.tasks_left == 0`) or flags, joined by
`and`, `or`, `not` and parentheses. A term is a datum, `event.` and a payload field, a whole number, a quoted text,
`true` or `false`, or a sum or difference of these.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

LONGEST, DEEPEST = 500, 20
COMPARISONS = ("==", "!=", "<=", ">=", "<", ">")
_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]{1,18}(?![A-Za-z0-9_.]))|(?P<text>'[^'\n]*'|\"[^\"\n]*\")"
    r"|(?P<name>[a-z_][A-Za-z0-9_]*(?:\.[a-z_][A-Za-z0-9_]*)?)|(?P<sign>==|!=|<=|>=|[<>()+-]))"
)


class BadGuard(ValueError):
    """A guard that cannot be read; `start` and `end` are the characters it fails at."""

    def __init__(self, reason: str, start: int, end: int) -> None:
        super().__init__(reason)
        self.reason, self.start, self.end = reason, start, end


class Literal(NamedTuple):
    """A number, text or flag."""

    value: int | str | bool


class Named(NamedTuple):
    """A datum or, with `is_field`, a field of the event's payload; it stands at characters `start` to `end`."""

    name: str
    is_field: bool
    start: int
    end: int


class Sum(NamedTuple):
    """`left + right` or `left - right`."""

    sign: str
    left: "Term"
    right: "Term"


class Comparison(NamedTuple):
    """Two terms and one of `== != < <= > >=`; it stands at characters `start` to `end`."""

    sign: str
    left: "Term"
    right: "Term"
    start: int
    end: int


class Not(NamedTuple):
    """The opposite of a condition."""

    inner: "Condition"


class Both(NamedTuple):
    """Two conditions joined by `and`, or (with `is_or`) by `or`."""

    is_or: bool
    left: "Condition"
    right: "Condition"


Term = Literal | Named | Sum
Condition = Comparison | Not | Both | Named | Literal


@lru_cache(maxsize=1024)
def parse_guard(text: str) -> Condition:
    """The condition a text says. Raises BadGuard."""
    if len(text) > LONGEST:
        raise BadGuard(f"The condition is longer than {LONGEST} characters.", LONGEST, len(text))
    reader = _Reader(text)
    condition = reader.alternatives(0)
    if reader.kind != "end":
        raise BadGuard(f"`{reader.word}` is not expected here.", reader.start, reader.end)
    return condition


def holds(condition: Condition, values: Mapping[str, Any], payload: Mapping[str, Any]) -> bool:
    """Whether a condition is true for the data of a situation and the payload of an event."""
    match condition:
        case Both(is_or, left, right):
            first = holds(left, values, payload)
            return first if first == is_or else holds(right, values, payload)
        case Not(inner):
            return not holds(inner, values, payload)
        case Comparison(sign, left, right):
            return _compare(sign, _worth(left, values, payload), _worth(right, values, payload))
        case _:
            return _worth(condition, values, payload) is True


def parts(condition: Condition | Term) -> Iterator[Condition | Term]:
    """A condition and everything inside it."""
    yield condition
    match condition:
        case Both(_, left, right) | Comparison(_, left, right) | Sum(_, left, right):
            yield from parts(left)
            yield from parts(right)
        case Not(inner):
            yield from parts(inner)


def _worth(term: Term, values: Mapping[str, Any], payload: Mapping[str, Any]) -> Any:
    match term:
        case Literal(value):
            return value
        case Named(name, is_field):
            return payload.get(name) if is_field else values[name]
        case Sum(sign, left, right):
            first, second = _worth(left, values, payload), _worth(right, values, payload)
            return first + second if sign == "+" else first - second


def _compare(sign: str, left: Any, right: Any) -> bool:
    if sign in ("==", "!="):
        return bool(left == right) == (sign == "==")
    if sign in ("<", ">="):
        return bool(left < right) == (sign == "<")
    return bool(left > right) == (sign == ">")


class _Reader:
    """Reads a condition from left to right, one token ahead."""

    def __init__(self, text: str) -> None:
        self._text, self.kind, self.word, self.start, self.end = text, "", "", 0, 0
        self._advance()

    def alternatives(self, depth: int) -> Condition:
        found = self._conjunction(depth)
        while self.word == "or":
            self._advance()
            found = Both(True, found, self._conjunction(depth))
        return found

    def _conjunction(self, depth: int) -> Condition:
        found = self._negation(depth)
        while self.word == "and":
            self._advance()
            found = Both(False, found, self._negation(depth))
        return found

    def _negation(self, depth: int) -> Condition:
        if depth > DEEPEST:
            raise BadGuard(f"The condition is nested deeper than {DEEPEST} levels.", self.start, self.end)
        if self.word == "not":
            self._advance()
            return Not(self._negation(depth + 1))
        if self.word == "(":
            self._advance()
            found = self.alternatives(depth + 1)
            self._expect(")")
            return found
        return self._comparison()

    def _comparison(self) -> Condition:
        start, left = self.start, self._sum()
        if self.word in COMPARISONS:
            sign = self.word
            self._advance()
            right = self._sum()
            return Comparison(sign, left, right, start, self._before)
        if isinstance(left, Sum):
            raise BadGuard("A sum is not a condition; compare it with something.", start, self._before)
        return left

    def _sum(self) -> Term:
        found = self._term()
        while self.word in ("+", "-"):
            sign = self.word
            self._advance()
            found = Sum(sign, found, self._term())
        return found

    def _term(self) -> Term:
        kind, word, start, end = self.kind, self.word, self.start, self.end
        if kind not in ("number", "text", "name") or word in ("and", "or", "not"):
            raise self._unexpected("a name, a number or a quoted text")
        self._advance()
        if kind == "number":
            return Literal(int(word))
        if kind == "text":
            return Literal(word[1:-1])
        return Literal(word == "true") if word in ("true", "false") else self._named(word, start, end)

    def _named(self, word: str, start: int, end: int) -> Named:
        owner, _, field = word.rpartition(".")
        if owner not in ("", "event"):
            raise BadGuard(f"`{word}` is no name: only `event.` has fields.", start, end)
        return Named(field, owner == "event", start, end)

    def _expect(self, sign: str) -> None:
        if self.word != sign:
            raise self._unexpected(f"`{sign}`")
        self._advance()

    def _unexpected(self, wanted: str) -> BadGuard:
        found = f"`{self.word}`" if self.word else "the end"
        return BadGuard(f"Here {wanted} is expected, not {found}.", self.start, self.end)

    def _advance(self) -> None:
        self._before = self.end
        found = _TOKEN.match(self._text, self.end)
        if found:
            self.kind, self.word = str(found.lastgroup), found.group(str(found.lastgroup))
            self.start, self.end = found.start(str(found.lastgroup)), found.end()
            return
        rest = self._text[self.end :].lstrip()
        self.start = len(self._text) - len(rest)
        if rest:
            raise BadGuard(f"`{rest[0]}` means nothing in a condition.", self.start, self.start + 1)
        self.kind, self.word, self.end = "end", "", len(self._text)
