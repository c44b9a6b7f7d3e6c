"""Diagnostics as the JSON documents carry them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from brainspec.diagnostic import Diagnostic, Span

if TYPE_CHECKING:
    from brainspec.report.documents import Finding, Place


def place(span: Span) -> Place:
    """A span as a place."""
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def finding_documents(diagnostics: Iterable[Diagnostic]) -> list[Finding]:
    """Diagnostics as documents, in their order."""
    return [
        {
            "code": one.code.slug,
            "severity": one.severity,
            "message": one.message,
            "help": one.help,
            "subject": one.subject,
            "place": place(one.span),
            "related": [{"place": place(other.span), "message": other.message} for other in one.related],
        }
        for one in diagnostics
    ]
