"""The sub-page of problems: when each is answered, and what the caller does next."""

from collections.abc import Sequence
from typing import Any

from brainspec.emit.markdown import dotted, json_fence
from brainspec.emit.pages.sub_page import SubPage, named
from brainspec.emit.views.fields import field_table
from brainspec.model import Definition
from brainspec.registry import Proved
from brainspec.semantics.places import heading
from brainspec.semantics.problems import problem_example, type_uri
from brainspec.semantics.prose import Page, resolved
from brainspec.semantics.typography import code

RETRY = {
    "never": "do not repeat the same request",
    "after": "repeat after the time in `Retry-After`",
    "now": "repeat at once",
}


def problem_row(page: Page, one: Definition[Any]) -> Sequence[str]:
    """A problem as name, status and when."""
    return named(page, one), str(one.body.status), resolved(page, one.body.when)


def _section(proved: Proved, page: Page, one: Definition[Any]) -> dict[str, str]:
    body = one.body
    return {
        "heading": heading(one),
        "facts": dotted(f"**{body.status}** {body.title}", code(type_uri(proved.registry, one)), RETRY[body.retry]),
        "when": resolved(page, body.when),
        "fix": resolved(page, body.fix),
        "extensions": field_table(page, {"properties": body.extensions}),
        "example": json_fence(problem_example(proved.registry, one)),
    }


PAGE = SubPage(
    "problems",
    "problems",
    "problems",
    "How operations of {capability} fail, as problem details (RFC 9457).",
    ("Problem", "Status", "When"),
    problem_row,
    _section,
)
