"""A finding about a definition, before a code is put on it."""

from typing import Any, NamedTuple

from brainspec.diagnostic import Code, Diagnostic, Related
from brainspec.document import Pointer
from brainspec.model import Definition


class Finding(NamedTuple):
    """What is wrong at `pointer` of a definition, and what to do.

    With `key` the key is meant instead of the value; `chars` narrows it to some characters of a text.
    """

    definition: Definition[Any]
    pointer: Pointer
    message: str
    help: str = ""
    key: bool = False
    chars: tuple[int, int] | None = None
    related: tuple[Related, ...] = ()

    def diagnose(self, code: Code) -> Diagnostic:
        """The finding as a diagnostic with a code and a span."""
        if self.chars:
            span = self.definition.within(self.pointer, *self.chars)
        else:
            span = self.definition.span(self.pointer, key=self.key)
        return Diagnostic(code, self.message, span, self.help, self.related, str(self.definition.id))
