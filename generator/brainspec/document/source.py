"""The text of one spec file."""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Source:
    """A spec file as text. `path` is relative to the project, with `/`; lines end in a line feed."""

    path: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends; the last one may be empty."""
        return self.text.split("\n")
