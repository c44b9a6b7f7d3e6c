"""A diagnostic: one finding about the input, as a value."""

from typing import NamedTuple

from brainspec.diagnostic.code import Code, Severity
from brainspec.diagnostic.span import Span


class Related(NamedTuple):
    """A second place that explains a finding."""

    span: Span
    message: str


class Diagnostic(NamedTuple):
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
