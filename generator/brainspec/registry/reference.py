"""References between definitions."""

from typing import NamedTuple

from brainspec.document import Pointer
from brainspec.model import Id


class Reference(NamedTuple):
    """`source` refers to `target` at `pointer` (within the source); `part` is what follows `#` or `/`."""

    source: Id
    pointer: Pointer
    target: Id
    part: str = ""
