"""Validates files against a type or a stream: the engine of `brainspec validate`."""

from brainspec.validate.tally import Finding, Result
from brainspec.validate.validate import Unusable, validate

__all__ = ["Finding", "Result", "Unusable", "validate"]
