"""Findings as values: what is wrong, where, and what to do about it."""

from brainspec.diagnostic.code import CATALOGUE, Code, Severity, declare
from brainspec.diagnostic.finding import Diagnostic, Related, ordered
from brainspec.diagnostic.span import Span

__all__ = ["CATALOGUE", "Code", "Diagnostic", "Related", "Severity", "Span", "declare", "ordered"]
