"""A diagnostic: one finding about the input, as a value."""

from collections.abc import Iterable
from dataclasses import dataclass

from brainspec.diagnostic.code import Code, Severity
from brainspec.diagnostic.span import Span


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a finding."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding: its code, where it is, what is wrong (`message`) and what to do (`help`).

    `subject` is the id of the definition it is about, where there is one; suppressions go by it.
    """

    code: Code
    message: str
    span: Span
    help: str = ""
    related: tuple[Related, ...] = ()
    subject: str = ""

    @property
    def severity(self) -> Severity:
        """`error` or `warning`, as the catalogue has it."""
        return self.code.severity

    @property
    def is_error(self) -> bool:
        """Whether this finding makes the exit code 1."""
        return self.code.severity == "error"


def ordered(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings by place, each once."""
    return sorted(set(findings), key=lambda d: (d.span, d.code.slug, d.message))
