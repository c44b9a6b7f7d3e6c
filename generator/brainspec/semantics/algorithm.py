"""Pure algorithms behind vectors: found through installed metadata, never imported because a spec names them."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "brainspec.algorithms"
Algorithm = Callable[[Any], Any]
"""A JSON value in, a JSON value out."""


class BrokenAlgorithm(RuntimeError):
    """An installed algorithm that cannot be loaded."""


@cache
def installed() -> "Mapping[str, EntryPoint]":
    """The entry points of all installed algorithms by name; of two with one name the first counts."""
    from importlib.metadata import entry_points

    return {one.name: one for one in reversed(tuple(entry_points(group=GROUP)))}


def algorithm(name: str) -> Algorithm | None:
    """The installed algorithm of a name, such as `observability.error-text`; None when there is none.

    Raises BrokenAlgorithm.
    """
    found = installed().get(name)
    if found is None:
        return None
    try:
        loaded: Algorithm = found.load()
    except Exception as error:
        raise BrokenAlgorithm(f"{found.value} cannot be loaded: {type(error).__name__}: {error}") from error
    return loaded
