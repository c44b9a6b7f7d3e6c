"""Pure algorithms behind vectors: found through installed metadata, never imported because a spec names them."""

from collections.abc import Callable
from functools import cache
from typing import Any

GROUP = "brainspec.algorithms"
Algorithm = Callable[[Any], Any]
"""A JSON value in, a JSON value out."""


class BrokenAlgorithm(RuntimeError):
    """An installed algorithm that cannot be loaded."""


@cache
def algorithm(name: str) -> Algorithm | None:
    """The installed algorithm of a name, such as `observability.error-text`; None when there is none.

    Raises BrokenAlgorithm.
    """
    from importlib.metadata import entry_points

    found = next(iter(entry_points(group=GROUP, name=name)), None)
    if found is None:
        return None
    try:
        loaded: Algorithm = found.load()
    except Exception as error:
        raise BrokenAlgorithm(f"{found.value} cannot be loaded: {type(error).__name__}: {error}") from error
    return loaded
