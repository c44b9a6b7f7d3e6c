"""What events with the same fields have in common, worked out once: most lines of a log look alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

from brainspec.semantics.reading import Kind

Fields = tuple[str, ...]
MOST_PLANS = 64


@dataclass(frozen=True, slots=True)
class Plan:
    """How events with certain fields are judged.

    `missing` is what they owe and lack, in a list that is shared and must not be changed; `check` looks only at what
    their fields leave open; `kinds` has the kind of such lines by the legacy rules that were used; `texts` is how many
    texts a valid event holds, keys too, infinite where that is not known.
    """

    profile: str
    missing: list[str]
    check: Callable[[Any], bool]
    kinds: dict[Sequence[str], Kind]
    texts: float = inf


class Plans(dict[Fields, Plan | None]):
    """The plans by the fields in which events differ, each made when these are met the second time.

    None where there is no plan: for fields that are new or rare, or too many to remember, and where `make` gives none.
    """

    def __init__(self, make: Callable[[Fields], Plan | None]) -> None:
        super().__init__()
        self._make, self._met = make, set[Fields]()

    def __missing__(self, fields: Fields) -> Plan | None:
        if fields not in self._met:
            if len(self._met) < MOST_PLANS:
                self._met.add(fields)
            return None
        plan = self[fields] = self._make(fields)
        return plan
