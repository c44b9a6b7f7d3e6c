"""The last lines of a check or build, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brainspec.cli.session import Session
from brainspec.report.text import findings_text, reader

if TYPE_CHECKING:
    from brainspec.report.documents import Counts, Finding


def summary(session: Session, findings: list[Finding], counts: Counts) -> str:
    """All findings, then one line that counts what was read, executed and found."""
    import click

    text = findings_text(findings, reader(session.project), click.style)
    return text + _line(counts)


def _line(counts: Counts) -> str:
    executed = ", ".join(f"{number} {outcome}" for outcome, number in counts["proofs"].items())
    standing = ", ".join(f"{number} {how}" for how, number in counts["requirements"].items())
    lines = [f"{counts['definitions']} definitions in {counts['files']} files"]
    lines += [f"requirements: {standing}"] if standing else []
    lines += [f"proofs: {executed}"] if executed else []
    return "\n".join([*lines, _verdict(counts["errors"], counts["warnings"])]) + "\n"


def _verdict(errors: int, warnings: int) -> str:
    if not errors and not warnings:
        return "Nothing is wrong."
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
