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


def json_artefact(path: str, value: Any, owner: Owner = None, owners: Mapping[Pointer, Owner] | None = None) -> Artefact:
    """A JSON file. `owner` is the definition behind it, `owners` those behind its parts, by pointer."""
    return artefact(path, json_fragments(value, owner, owners or {}))


def json_fragments(value: Any, owner: Owner, owners: Mapping[Pointer, Owner]) -> list[Fragment]:
    """The text with two spaces a level and keys in the order given; a list of scalars that fits stands on one line."""
    chunks = [*_chunks(value, (), owner, owners), (owner, "\n")]
    return [fragment("".join(text for _, text in group), whose) for whose, group in groupby(chunks, lambda one: one[0])]


def _chunks(value: Any, at: Pointer, owner: Owner, owners: Mapping[Pointer, Owner]) -> Iterator[tuple[Owner, str]]:
    """Texts with their owners; the comma and the line end after a part belong to the part."""
    if not isinstance(value, dict | list) or not value or _fits(value, at):
        yield owner, json.dumps(value, ensure_ascii=False)
        return
    is_mapping = isinstance(value, dict)
    margin = "  " * (len(at) + 1)
    yield owner, "{\n" if is_mapping else "[\n"
    parts = list(value.items()) if is_mapping else list(enumerate(value))
    for number, (name, part) in enumerate(parts, 1):
        whose = owners.get((*at, name), owner)
        yield whose, margin + (json.dumps(name, ensure_ascii=False) + ": " if is_mapping else "")
        yield from _chunks(part, (*at, name), whose, owners)
        yield whose, ",\n" if number < len(parts) else "\n"
    yield owner, margin[2:] + ("}" if is_mapping else "]")


def _fits(value: Any, at: Pointer) -> bool:
    if not isinstance(value, list) or any(isinstance(one, dict | list) for one in value):
        return False
    return 2 * len(at) + len(str(at[-1:])) + len(json.dumps(value, ensure_ascii=False)) <= WIDTH
