"""Executes everything in the specs that can be executed."""

from brainspec.prove.prove import prove

__all__ = ["prove"]
