"""The sub-page of settings: what each does, its value, its bounds and who may change it."""

from collections.abc import Sequence
from typing import Any

from brainspec.emit.markdown import dotted, table_text
from brainspec.emit.pages.sub_page import SubPage, named
from brainspec.model import Definition
from brainspec.model.interface import Setting
from brainspec.registry import Proved
from brainspec.semantics.places import heading
from brainspec.semantics.prose import Page, resolved, title
from brainspec.semantics.typography import amount, code


def setting_row(page: Page, one: Definition[Any]) -> Sequence[str]:
    """A setting as name, default and sentence."""
    return named(page, one), title(one), resolved(page, one.body.brief)


def _section(_proved: Proved, page: Page, one: Definition[Any]) -> dict[str, str]:
    body: Setting = one.body
    values = ((code(word), resolved(page, brief)) for word, brief in body.values.items())
    return {
        "heading": heading(one),
        "brief": resolved(page, body.brief),
        "facts": dotted(f"**{title(one)}**", _bounds(body), _changed_by(body)),
        "values": table_text(("Value", "Meaning"), values),
        "why": resolved(page, body.why),
    }


def _bounds(body: Setting) -> str:
    if body.min is not None and body.max is not None:
        return f"{amount(body.min)} to {amount(body.max, body.unit)}"
    if body.min is not None:
        return f"at least {amount(body.min, body.unit)}"
    return f"at most {amount(body.max, body.unit)}" if body.max is not None else ""


def _changed_by(body: Setting) -> str:
    if body.fixed:
        return "fixed"
    if body.env:
        return f"set by {code(body.env)}"
    return {"operator": "set by the operator", "request": "set by each request"}.get(body.set_by or "", "")


PAGE = SubPage(
    "settings",
    "settings",
    "settings",
    "The numbers and switches of {capability}, each with its reason.",
    ("Setting", "Default", "What it does"),
    setting_row,
    _section,
)
