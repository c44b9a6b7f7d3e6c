"""Answers that are computed once a registry, and kept as long as it lives."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

from brainspec.registry.registry import Registry

Given = TypeVarTuple("Given")
Answer = TypeVar("Answer")


def remembered(compute: Callable[[Registry, *Given], Answer]) -> Callable[[Registry, *Given], Answer]:
    """Make a pure function of a registry and hashable values one that is computed once for the same values."""

    @wraps(compute)
    def answer(registry: Registry, *given: *Given) -> Answer:
        known = registry.answers[compute]
        if given not in known:
            known[given] = compute(registry, *given)
        result: Answer = known[given]
        return result

    return answer
