"""The text of one spec file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A spec file as text. `path` is relative to the project, with `/`."""

    path: str
    text: str
