"""Values in rows and parameters: whether they are what a column or a parameter holds, and how SQLite stores them."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from brainspec.semantics.columns import StoredColumn

TIMESTAMP = re.compile(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9](\.[0-9]{1,9})?Z")
HEX = re.compile(r"([0-9a-f]{2})*")
LARGEST = 2**63 - 1


def is_timestamp(value: Any) -> bool:
    """Whether a value is a time as the platform writes it: RFC 3339 in UTC with Z."""
    return isinstance(value, str) and TIMESTAMP.fullmatch(value) is not None


def is_integer(value: Any) -> bool:
    """Whether a value is a whole number that SQLite can hold."""
    return type(value) is int and -LARGEST - 1 <= value <= LARGEST


FORMS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "text": (lambda value: isinstance(value, str), "a text"),
    "search": (lambda value: isinstance(value, str), "a text"),
    "integer": (is_integer, "a whole number"),
    "number": (lambda value: is_integer(value) or isinstance(value, float), "a number"),
    "flag": (lambda value: isinstance(value, bool), "true or false"),
    "timestamp": (is_timestamp, 'a time such as "2026-01-27T08:00:00Z"'),
    "json": (lambda value: not isinstance(value, str) or _is_json(value), "a value, or JSON text"),
    "bytes": (lambda value: isinstance(value, str) and HEX.fullmatch(value) is not None, "bytes in hex"),
}


def objection(column: StoredColumn, value: Any) -> str:
    """Why a column cannot hold a value; empty when it can. Absent values are SQLite's to judge."""
    if value is None:
        return ""
    fits, words = FORMS[column.type]
    if not fits(value):
        return f"`{column.name}` must be {words}"
    if column.values and value not in column.values:
        return f"`{column.name}` cannot be `{value}`: it is one of {', '.join(column.values)}"
    return ""


def stored(column: StoredColumn, value: Any) -> Any:
    """A value that a column can hold, as SQLite stores it."""
    if value is None:
        return None
    if column.type == "json":
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    if column.type == "bytes":
        return bytes.fromhex(value)
    return float(value) if column.type == "number" else int(value) if column.type == "flag" else value


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
