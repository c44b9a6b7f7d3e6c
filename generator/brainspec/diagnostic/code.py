"""The catalogue of everything the tool can find, each with its manual page."""

from dataclasses import dataclass, field
from textwrap import dedent
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, eq=False)
class Code:
    """One sort of finding: `slug` names the flaw, `page` is its manual page (Markdown).

    The page's first line says what is wrong in one sentence. Its `Bad` block holds the flaw between
    `⟦` and `⟧`; its `Good` block does not have it. Tests run both.
    """

    slug: str
    severity: Severity
    page: str = field(repr=False)

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.page.partition("\n")[0]


CATALOGUE: dict[str, Code] = {}


def declare(slug: str, severity: Severity, page: str) -> Code:
    """Add a code to the catalogue. Raises ValueError when the slug is taken."""
    if slug in CATALOGUE:
        raise ValueError(f"code {slug} is declared twice")
    code = Code(slug, severity, _dedented(page))
    CATALOGUE[slug] = code
    return code


def _dedented(page: str) -> str:
    """A page without the indentation of the source it stands in."""
    first, _, rest = page.partition("\n")
    return f"{first.strip()}\n{dedent(rest)}".strip()
