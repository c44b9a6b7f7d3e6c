"""Findings as values: what is wrong, where, and what to do about it."""

from brainspec.diagnostic.code import CATALOGUE, Code, Severity, declare
from brainspec.diagnostic.finding import Diagnostic, Related
from brainspec.diagnostic.limit import MOST_OF_A_SORT, at_most, ordered
from brainspec.diagnostic.span import Span

__all__ = [
    "CATALOGUE",
    "MOST_OF_A_SORT",
    "Code",
    "Diagnostic",
    "Related",
    "Severity",
    "Span",
    "at_most",
    "declare",
    "ordered",
]
