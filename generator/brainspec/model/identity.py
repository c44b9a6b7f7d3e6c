"""Ids: how definitions are named, and which file a definition lives in."""

from typing import NamedTuple


class Id(NamedTuple):
    """capability + kind + name. What belongs to no capability (project, sources) has an empty capability."""

    capability: str
    kind: str
    name: str

    def __str__(self) -> str:
        if self.kind in ("requirement", "capability", "project", "skill-pages"):
            return self.name
        if self.kind in ("action", "task"):
            return f"{self.kind}:{self.name}"
        return f"{self.capability}.{self.kind}:{self.name}" if self.capability else f"{self.kind}:{self.name}"
