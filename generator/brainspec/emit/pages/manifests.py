"""The sub-page of manifests: Kubernetes objects, and the changes that are refused."""

from typing import Any

import yaml

from brainspec.emit.markdown import fence, table_text
from brainspec.emit.pages.sub_page import SubPage, index_row
from brainspec.emit.views.definitions import opening
from brainspec.emit.views.examples import change_words
from brainspec.emit.views.fields import values_table
from brainspec.model import Definition
from brainspec.model.access import Manifest
from brainspec.registry import Proved
from brainspec.semantics.prose import Page, resolved
from brainspec.semantics.typography import code


def _section(proved: Proved, page: Page, one: Definition[Any]) -> dict[str, str]:
    body: Manifest = one.body
    refused = (
        (code(case.name), ", ".join(change_words(case.change)), _refusal(page, case.refused_by.rule, case.brief))
        for case in body.cases
    )
    connections = (
        (code(case.name), f"{code(case.from_)} to {code(case.to)}, port {case.port}", f"**{case.answer}**")
        for case in body.connections
    )
    return {
        **opening(proved, page, one, f"Pod Security {code(body.profile)}" if body.profile else ""),
        "object": fence("yaml", yaml.safe_dump(body.object, sort_keys=False, width=80)),
        "fills": values_table(page, body.fills),
        "refused": table_text(("Case", "What is wrong", "Refused by, because"), refused),
        "connections": table_text(("Case", "Connection", "**Answer**"), connections),
    }


def _refusal(page: Page, rule: str, brief: str | None) -> str:
    return f"{code(rule)}: {resolved(page, brief)}" if brief else code(rule)


PAGE = SubPage(
    "manifest",
    "manifests",
    "manifests",
    "What of {capability} is deployed, as Kubernetes objects.",
    ("Manifest", "What it is"),
    index_row,
    _section,
)
