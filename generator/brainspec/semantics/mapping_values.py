"""Value rules of mappings: how one old value becomes a canonical one."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from brainspec.model.mapping import Rule
from brainspec.semantics.marker import typed
from brainspec.semantics.schemas import validator

Reader = Callable[[Any], tuple[Any, str | None]]
"""Takes an old value; gives the new one (None when it says nothing) and the name of the rule that was used, if one was.

What it gives is shared between lines and must not be changed.
"""

_REMEMBERED = 4096
_HOUR = 60 * 60
_SECONDS = tuple(f"{second // 60:02}:{second % 60:02}" for second in range(_HOUR))


def value_reader(rules: Sequence[Rule], kind: str) -> Reader | None:
    """Reads the texts of one field: the first rule that fits mends it; else the text is read by the field's type.

    Words (`values`) are tried before patterns. None where every text stays as it is.
    """
    words = {text: (new, one.id) for one in reversed(rules) for text, new in one.values.items()}
    patterns = [(fits(one.match or ""), one.id, CONVERTERS[one.convert]) for one in rules if one.convert]
    if kind == "string" and not words and not patterns:
        return None

    def read(text: str) -> tuple[Any, str | None]:
        if text in words:
            return words[text]
        for is_fit, name, convert in patterns:
            if is_fit(text):
                return _converted(convert, text), name
        return typed(kind, text), None

    return _Remembered(read).__getitem__


class _Remembered(dict[str, tuple[Any, str | None]]):
    """What a reader gave; most values of a log come again and again, and looking one up here costs least."""

    def __init__(self, read: Reader) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> tuple[Any, str | None]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[text] = self._read(text)
        return found


def json_reader(read: Reader) -> Reader:
    """The same for JSON values: rules compare them as texts, and a value that no rule mends stays as it is."""

    def read_json(value: Any) -> tuple[Any, str | None]:
        text = scalar_text(value)
        if text is None:
            return value, None
        new, name = read(text)
        return (new, name) if name else (value, None)

    return read_json


def fits(pattern: str) -> Callable[[Any], bool]:
    """Whether a text matches; takes linear time whatever the pattern. Raises InvalidSchema."""
    return validator({"type": "string", "pattern": pattern}).is_valid


def scalar_text(value: Any) -> str | None:
    """A JSON value as the text rules compare with; None for lists, objects and null."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int | float) else None


def _converted(convert: Callable[[str], Any], text: Any) -> Any:
    """The converted value; the text itself, which the schema then refuses, where the pattern let too much through."""
    try:
        return convert(text)
    except (ValueError, OverflowError, OSError):
        return text


@lru_cache(maxsize=_REMEMBERED)
def _hour(number: int) -> str:
    return f"{datetime.fromtimestamp(_HOUR * number, UTC):%Y-%m-%dT%H:}"


def _second(epoch: int) -> str:
    hour, second = divmod(epoch, _HOUR)
    return _hour(hour) + _SECONDS[second]


def _epoch_seconds(text: str) -> str:
    return f"{_second(int(text))}Z"


def _epoch_milliseconds(text: str) -> str:
    return f"{_second(int(text[:-3]))}.{text[-3:]}Z"


def _utc(text: str) -> str:
    """A time with an offset, moved to UTC and cut to milliseconds. Raises ValueError when there is no such time."""
    whole = re.sub(r"\.([0-9]+)", lambda match: f".{match[1]:0<6.6}", text)
    moved = datetime.fromisoformat(whole).astimezone(UTC)
    fraction = f".{moved.microsecond // 1000:03}" if "." in text else ""
    return f"{moved:%Y-%m-%dT%H:%M:%S}{fraction}Z"


CONVERTERS: dict[str, Callable[[str], Any]] = {
    "epoch-s": _epoch_seconds,
    "epoch-ms": _epoch_milliseconds,
    "iso-utc": _utc,
    "integer": lambda text: int("".join(filter(str.isdecimal, text))),
    "boolean-01": lambda text: text == "1",
    "lower": str.lower,
    "list-comma": lambda text: text.split(","),
    "absent": lambda _: None,
}
