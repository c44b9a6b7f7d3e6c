"""References between definitions."""

from dataclasses import dataclass

from brainspec.document import Pointer
from brainspec.model import Id


@dataclass(frozen=True, slots=True)
class Reference:
    """`source` refers to `target` at `pointer` (within the source); `part` is what follows `#` or `/`."""

    source: Id
    pointer: Pointer
    target: Id
    part: str = ""
