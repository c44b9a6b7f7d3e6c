"""The linked specs: ids to definitions, references both ways, and what was proved about them."""

from brainspec.registry.finding import Finding
from brainspec.registry.link import link
from brainspec.registry.reference import Reference
from brainspec.registry.registry import Registry
from brainspec.registry.remembered import remembered
from brainspec.registry.trace import Proof, Proved

__all__ = ["Finding", "Proof", "Proved", "Reference", "Registry", "link", "remembered"]
