"""Computes every generated file from what was proved."""

from collections.abc import Callable

from brainspec.artefact import Artefact
from brainspec.registry import Proved

Emitter = Callable[[Proved], list[Artefact]]

EMITTERS: tuple[Emitter, ...] = ()


def emit(proved: Proved) -> list[Artefact]:
    """Every artefact, by path."""
    return sorted((one for emitter in EMITTERS for one in emitter(proved)), key=lambda one: one.path)
