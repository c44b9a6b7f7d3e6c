"""Prints JSON as fragments, so that a stale line is blamed on the definition it came from."""

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from brainspec.artefact import Artefact, Fragment, artefact, fragment
from brainspec.document import Pointer
from brainspec.model import Definition

Owner = Definition[Any] | None
WIDTH = 100
_encoded = json.JSONEncoder(ensure_ascii=False).encode


def json_artefact(
    path: str, value: Any, owner: Owner = None, owners: Mapping[Pointer, Owner] | None = None
) -> Artefact:
    """A JSON file. `owner` is the definition behind it, `owners` those behind its parts, by pointer."""
    return artefact(path, json_fragments(value, owner, owners or {}))


def json_fragments(value: Any, owner: Owner, owners: Mapping[Pointer, Owner]) -> list[Fragment]:
    """The text, two spaces a level, keys in the order given; what fits on a line and has one owner stands on one."""
    apart = frozenset(pointer[:length] for pointer in owners for length in range(len(pointer)))
    chunks = [*_chunks(value, (), owner, owners, apart), (owner, "\n")]
    return [fragment("".join(text for _, text in group), whose) for whose, group in groupby(chunks, lambda one: one[0])]


def _chunks(
    value: Any, at: Pointer, owner: Owner, owners: Mapping[Pointer, Owner], apart: frozenset[Pointer]
) -> Iterator[tuple[Owner, str]]:
    """Texts with their owners; the comma and the line end after a part belong to the part."""
    line = _encoded(value)
    if not isinstance(value, dict | list) or not value or (at and at not in apart and _fits(line, at)):
        yield owner, line
        return
    margin = "  " * (len(at) + 1)
    yield owner, "{\n" if isinstance(value, dict) else "[\n"
    parts = list(value.items() if isinstance(value, dict) else enumerate(value))
    for number, (name, part) in enumerate(parts, 1):
        whose = owners.get((*at, name), owner)
        yield whose, margin + _label(name)
        yield from _chunks(part, (*at, name), whose, owners, apart)
        yield whose, ",\n" if number < len(parts) else "\n"
    yield owner, margin[2:] + ("}" if isinstance(value, dict) else "]")


def _label(name: str | int) -> str:
    return _encoded(name) + ": " if isinstance(name, str) else ""


def _fits(line: str, at: Pointer) -> bool:
    return 2 * len(at) + len(_label(at[-1])) + len(line) < WIDTH
