"""The colour of a panel: the worst row counts."""

import pytest

from brainspec.model.storage import Thresholds
from brainspec.semantics.panel import colour

COLUMNS = ("tool", "rate")


@pytest.mark.parametrize(
    ("warn", "bad", "below", "values", "expected"),
    [
        (3, 10, False, [1, 2], "good"),
        (3, 10, False, [1, 3], "warn"),
        (3, 10, False, [10, 1], "bad"),
        (3, 10, False, [], "good"),
        (3, 10, False, [None], "good"),
        (0.9, 0.5, True, [0.95, 1], "good"),
        (0.9, 0.5, True, [0.95, 0.9], "warn"),
        (0.9, 0.5, True, [1, 0.4], "bad"),
    ],
)
def test_the_worst_row_counts(warn: float, bad: float, below: bool, values: list[float | None], expected: str) -> None:
    limits = Thresholds(column="rate", warn=warn, bad=bad, below=below)
    assert colour(limits, COLUMNS, [("x", value) for value in values]) == expected
