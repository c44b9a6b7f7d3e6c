"""Settings as numbers a program works with."""

from typing import Any

from brainspec.model import Definition
from brainspec.registry import Registry

_BYTES = {"B": 1, "KiB": 1 << 10, "MiB": 1 << 20}


def bound(registry: Registry, definition: Definition[Any], setting: str | None, otherwise: int) -> int:
    """The value of a setting that a definition names as a bound, sizes in bytes; `otherwise` when it names none."""
    if setting is None:
        return otherwise
    body = registry.need(setting, definition.id.capability, "setting").body
    return int(body.value) * _BYTES.get(body.unit, 1)
