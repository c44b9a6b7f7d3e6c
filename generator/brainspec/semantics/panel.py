"""The colour of a dashboard panel."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from brainspec.model.storage import Thresholds

Colour = Literal["good", "warn", "bad"]


def colour(limits: Thresholds, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Colour:
    """The colour that the worst row gives; without rows, or with none that has a value, the panel is good."""
    at = columns.index(limits.column)
    values = [row[at] for row in rows if isinstance(row[at], int | float)]
    if not values:
        return "good"
    worst, sign = (min(values), -1) if limits.below else (max(values), 1)
    if sign * worst >= sign * limits.bad:
        return "bad"
    return "warn" if sign * worst >= sign * limits.warn else "good"
