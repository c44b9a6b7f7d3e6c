"""First-match tables: which row answers which combination of inputs."""

from collections.abc import Iterator, Mapping
from itertools import product
from math import prod

from brainspec.model.behaviour import Decision


def combination_count(body: Decision) -> int:
    """How many combinations of inputs there are."""
    return prod(len(values) for values in body.inputs.values())


def combinations(body: Decision) -> Iterator[dict[str, str]]:
    """Every combination of inputs, in the order of the document."""
    for values in product(*body.inputs.values()):
        yield dict(zip(body.inputs, values, strict=True))


def deciding_row(body: Decision, inputs: Mapping[str, str]) -> int | None:
    """The number of the first row that fits a combination; None when none does."""
    for number, row in enumerate(body.rules):
        if all(inputs[name] in _values(wanted) for name, wanted in row.if_.items()):
            return number
    return None


def _values(wanted: str | tuple[str, ...]) -> tuple[str, ...]:
    return (wanted,) if isinstance(wanted, str) else wanted
