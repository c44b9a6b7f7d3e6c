"""Marker lines: a name between colons, then `key=value`, one blank apart; and strict JSON lines beside them."""

import json
import re
from collections.abc import Iterable, Mapping
from math import inf
from typing import Any, NoReturn

from pydantic_core import from_json

MOST_LEVELS = 64
_TOO_DEEP = f"It is nested deeper than {MOST_LEVELS} levels."
BARE = re.compile(r"[A-Za-z0-9_.:/|+,@%-]+")
_PAIR = re.compile(r'([^ ="]+)=("(?:[^"\\]|\\.)*"|[^ "]*)(?: +|$)')
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
LARGE = 10**18
"""A whole number this far from 0 may be too long to be read."""
_PLAIN = frozenset({int, bool, type(None)})
_SURROGATE = re.compile("[\ud800-\udfff]")


class BrokenLine(ValueError):
    """A line that starts as an event and cannot be read; the text says why, without repeating a value."""


def encode(marker: str, fields: Mapping[str, Any]) -> str:
    """The one spelling of an event as a marker line; `fields` in the order in which they are written."""
    return " ".join([marker, *(f"{name}={spell(value)}" for name, value in fields.items())])


def spell(value: Any) -> str:
    """A value as a marker line has it: bare where it can be, else a JSON string."""
    if isinstance(value, list | dict):
        value = _compact(value)
    text = value if isinstance(value, str) else _compact(value)
    return text if BARE.fullmatch(text) else _compact(text)


def pairs(text: str) -> dict[str, str]:
    """Keys and values after the marker, as text; an empty value is no value. Raises BrokenLine."""
    if not text:
        return {}
    if '"' not in text:
        parts = text.split(" ")
        try:
            found = dict([part.split("=", 1) for part in parts])
        except ValueError:
            return _scanned(text)
        if len(found) == len(parts) and "" not in found:
            return found if "= " not in text and text[-1] != "=" else {key: one for key, one in found.items() if one}
    return _scanned(text)


def typed(kind: str, text: str) -> Any:
    """A value read by the type of its field; text that does not fit the type stays text."""
    if kind == "string":
        return text
    if kind == "integer":
        return int(text) if _INTEGER.fullmatch(text) else text
    if kind == "boolean":
        return {"true": True, "false": False}.get(text, text)
    try:
        return read_json(text)
    except BrokenLine:
        return text


def read_json(text: str) -> Any:
    """A JSON value: each key once, numbers finite, texts that UTF-8 can hold, at most 64 levels. Raises BrokenLine."""
    return surely(text, quick_json(text))


def surely(text: str, value: Any) -> Any:
    """The value of a JSON text, of which `quick_json` gave this one. Raises BrokenLine."""
    return value if holds_texts(text, _texts(value)) else _strict_json(text)


def quick_json(text: str) -> Any:
    """A JSON value, of which a key may have stood twice and a number may be too large; None where it is no JSON."""
    try:
        return from_json(text)
    except ValueError:
        return None


def holds_texts(text: str, count: float) -> bool:
    """Whether so many texts stand in a JSON text, keys too; false where escapes make it hard to say."""
    return 2 * count == text.count('"') and "\\" not in text


def _texts(value: Any) -> float:
    """How many texts an object holds, keys too; infinite where a closer look is due: long numbers, inner objects."""
    found = len(value) if type(value) is dict else inf
    for one in value.values() if type(value) is dict else ():
        if type(one) is str:
            found += 1
        elif type(one) not in _PLAIN or (type(one) is int and not -LARGE < one < LARGE):
            return inf
    return found


def _strict_json(text: str) -> Any:
    """The same by a parser that looks at every key and number, and says what is wrong."""
    try:
        value = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        reason = error.msg.removesuffix(" starting at").lower()
        raise BrokenLine(f"It is no JSON, from column {error.pos + 1} on: {reason}.") from None
    except RecursionError:
        raise BrokenLine(_TOO_DEEP) from None
    except ValueError as error:
        raise BrokenLine(str(error)) from None
    if text.count("[") + text.count("{") > MOST_LEVELS and _is_deep(value):
        raise BrokenLine(_TOO_DEEP)
    _refuse_surrogates(text, value)
    return value


def _scanned(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    met = set()
    at = len(text) - len(text.lstrip(" "))
    while at < len(text):
        match = _PAIR.match(text, at)
        if match is None:
            _complain(text[at:])
        key, value = match.groups()
        if key in met:
            raise BrokenLine(f"The key `{key[:64]}` stands twice.")
        met.add(key)
        if value:
            found[key] = _unquoted(key, value) if value[0] == '"' else value
        at = match.end()
    return found


def _unquoted(key: str, value: str) -> str:
    try:
        text: str = json.loads(value)
    except ValueError:
        raise BrokenLine(f"The quoted value of `{key[:64]}` is no JSON string.") from None
    _refuse_surrogates(value, text)
    return text


def _complain(rest: str) -> NoReturn:
    key, equals, value = rest.partition("=")
    if equals and not key:
        raise BrokenLine("A value has no key.")
    if not equals or " " in key:
        raise BrokenLine(f"`{key.split(' ')[0][:64]}` has no value.")
    if value[:1] == '"':
        raise BrokenLine(f"The value of `{key[:64]}` has no closing quote, or something right after it.")
    raise BrokenLine(f"A quote stands inside the bare value of `{key[:64]}`.")


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _is_deep(value: Any) -> bool:
    level = [value]
    for _ in range(MOST_LEVELS):
        level = [inner for one in level if isinstance(one, dict | list) for inner in _parts(one)]
    return any(isinstance(one, dict | list) for one in level)


def _parts(value: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value


def _refuse_surrogates(text: str, value: Any) -> None:
    """Only an escape can make half a character, so most lines need no second look."""
    if "\\u" in text and _SURROGATE.search(json.dumps(value, ensure_ascii=False)):
        raise BrokenLine("It holds half a character (a lone surrogate).")


def _once(pairs_: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs_)
    if len(found) != len(pairs_):
        raise ValueError("A key stands twice.")
    return found


def _finite(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError("A number is too large.")
    return number


def _integer(text: str) -> int:
    if len(text) > 19:
        raise ValueError("A number is too large.")
    return int(text)


def _constant(_: str) -> NoReturn:
    raise ValueError("It holds NaN or Infinity, which JSON does not have.")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_once, parse_float=_finite, parse_int=_integer, parse_constant=_constant
)  # fmt: skip
