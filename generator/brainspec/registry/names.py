"""What a reference text means: the one place that knows how ids are written."""

import re
from collections.abc import Iterable

from brainspec.model import ITEM_KINDS, KINDS, Id

REQUIREMENT = re.compile(r"[A-Z]{3}-[0-9]{3}")
_GLOBAL = ("requirement", "action", "task", "source", "capability", "project", "skill-pages")


class Names:
    """Looks ids up by the texts authors write."""

    def __init__(self, ids: Iterable[Id]) -> None:
        self._ids = frozenset(ids)
        self._resolved: dict[tuple[str, str, tuple[str, ...]], Id | None] = {}
        self._global = {(one.kind, one.name): one for one in sorted(self._ids) if one.kind in _GLOBAL}

    def resolve(self, text: str, capability: str, kinds: tuple[str, ...]) -> Id | None:
        """The id that `text`, written in a capability, means.

        Without `kinds` the text says its kind (`machine:run`) or is a requirement number, a capability or a path
        of kinds known to be unique. With `kinds` a bare name is of the first kind that has it.
        """
        asked = (text, capability, kinds)
        if asked not in self._resolved:
            self._resolved[asked] = self._resolve(text, capability, kinds)
        return self._resolved[asked]

    def _resolve(self, text: str, capability: str, kinds: tuple[str, ...]) -> Id | None:
        if REQUIREMENT.fullmatch(text) and (not kinds or "requirement" in kinds):
            return self._global.get(("requirement", text))
        if "action" in kinds:
            return self._global.get(("action", text))
        if ":" in text:
            return self._qualified(text, capability, kinds)
        for kind in kinds or ("capability",):
            found = self._bare(kind, text, capability)
            if found:
                return found
        return None

    def _qualified(self, text: str, capability: str, kinds: tuple[str, ...]) -> Id | None:
        prefix, _, name = text.partition(":")
        owner, _, kind = prefix.rpartition(".")
        if kinds and kind not in kinds:
            return None
        if kind in _GLOBAL:
            return self._global.get((kind, name))
        return self._known(Id(owner or capability, kind, name)) or self._twin(owner or capability, kind, name)

    def _bare(self, kind: str, text: str, capability: str) -> Id | None:
        if kind in _GLOBAL:
            return self._global.get((kind, text))
        owner, _, name = text.rpartition(".")
        return self._known(Id(owner or capability, kind, name))

    def _known(self, identity: Id) -> Id | None:
        return identity if identity in self._ids else None

    def _twin(self, owner: str, kind: str, name: str) -> Id | None:
        """Types and events share one space of names, so `type:tool-end` finds the event."""
        return self._known(Id(owner, "event", name)) if kind == "type" else None

    def candidates(self, capability: str, kinds: tuple[str, ...]) -> list[str]:
        """The texts that could be written there, for near misses."""
        wanted = kinds or (*KINDS, *ITEM_KINDS)
        return [self._written(one, capability, not kinds) for one in sorted(self._ids) if one.kind in wanted]

    def _written(self, one: Id, capability: str, with_kind: bool) -> str:
        if one.kind in _GLOBAL and not (with_kind and one.kind in ("action", "task", "source")):
            return one.name
        name = f"{one.kind}:{one.name}" if with_kind else one.name
        return name if one.capability in ("", capability) else f"{one.capability}.{name}"
