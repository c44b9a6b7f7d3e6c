"""What an inclusion shows: one small function a form."""

from collections.abc import Callable
from typing import Any

from brainspec.document.markdown import tokens
from brainspec.emit.markdown import Block, json_fence, stacked, table, text
from brainspec.emit.pages.problems import problem_row
from brainspec.emit.pages.settings import setting_row
from brainspec.emit.views.answers import answer_rows
from brainspec.emit.views.decisions import decision_table
from brainspec.emit.views.examples import refusals
from brainspec.emit.views.fields import field_table, values_table
from brainspec.emit.views.machines import diagram, transitions
from brainspec.emit.views.requests import as_curl, as_python, request
from brainspec.emit.views.requirements import quoted
from brainspec.emit.views.storage import columns_table, panel_row, result_table, sql_fence
from brainspec.emit.views.streams import mapping_rules, marker_line, spans, stream_rules
from brainspec.model import Definition
from brainspec.semantics.examples import examples_of
from brainspec.semantics.inclusions import Inclusion, read
from brainspec.semantics.prose import Page, read_as, resolved

Show = Callable[[Page, Inclusion], Block]


def prose_blocks(page: Page, owner: Definition[Any], body: str) -> list[Block]:
    """Markdown as blocks: what its author wrote, and what it includes, each blamed on where it came from."""
    blocks, at = [], 0
    for token in tokens(body):
        if token.form == "include":
            blocks.append(text(resolved(page, body[at : token.start]), owner))
            blocks.append(included(page, read(page.registry, token, page.capability)))
            at = token.end
    return [*blocks, text(resolved(page, body[at:]), owner)]


def included(page: Page, one: Inclusion) -> Block:
    """What an inclusion shows, in the words of the definition's own capability."""
    return SHOWN[one.form](read_as(page, one.definition), one)


def _example(page: Page, one: Inclusion) -> Block:
    if one.definition.id.kind == "operation":
        found = request(page.registry, one.definition)
        return text(as_python(found) if one.shown_as == "python" else as_curl(found), one.definition)
    values = examples_of(page.registry, one.definition)
    name = one.names[0] if one.names else next(iter(values), "")
    if name not in values:
        return []
    shown = marker_line(page, one.definition, values[name]) if one.shown_as == "marker" else json_fence(values[name])
    return text(shown, one.definition)


def _refused(page: Page, one: Inclusion) -> Block:
    return text(refusals(one.definition, page, one.names), one.definition)


def _fields(page: Page, one: Inclusion) -> Block:
    body = one.definition.body
    if getattr(body, "values", None):
        return text(values_table(page, body.values), one.definition)
    return text(field_table(page, body.schema_, one.names), one.definition)


def _requirements(page: Page, one: Inclusion) -> Block:
    named = [one.definition, *(page.registry.need(name, page.capability, "requirement") for name in one.names)]
    listed = [each for definition in named for each in _in_force(page, definition)]
    return quoted(page, listed)


def _in_force(page: Page, definition: Definition[Any]) -> list[Definition[Any]]:
    """The requirement, or all of a topic that are not retired."""
    if definition.id.kind == "requirement":
        return [definition]
    found = page.registry.of_kind("requirement", definition.id.capability)
    return [one for one in found if one.path == definition.path and not one.body.retired]


def _diagram(page: Page, one: Inclusion) -> Block:
    return text(diagram(page, one.definition, one.names[0]), one.definition)


def _transitions(page: Page, one: Inclusion) -> Block:
    return text(transitions(page, one.definition), one.definition)


def _decision(page: Page, one: Inclusion) -> Block:
    return text(decision_table(page, one.definition), one.definition)


def _rules(page: Page, one: Inclusion) -> Block:
    show = stream_rules if one.definition.id.kind == "stream" else mapping_rules
    return text(show(page, one.definition, one.names), one.definition)


def _spans(page: Page, one: Inclusion) -> Block:
    return text(spans(page, one.definition), one.definition)


def _table(page: Page, one: Inclusion) -> Block:
    kind, definition = one.definition.id.kind, one.definition
    if kind == "table":
        return text(columns_table(page, definition), definition)
    items = page.registry.of_kind(kind.removesuffix("s"), definition.id.capability)
    head = ("Setting", "Default", "What it does") if kind == "settings" else ("Problem", "Status", "When")
    row = setting_row if kind == "settings" else problem_row
    return table(head, ((row(page, each), each) for each in items if each.path == definition.path), definition)


def _sql(_page: Page, one: Inclusion) -> Block:
    body = one.definition.body
    cases = [case for case in body.cases if case.name in one.names]
    return text(stacked(sql_fence(body), *(result_table(body, case) for case in cases)), one.definition)


def _panels(page: Page, one: Inclusion) -> Block:
    panels = [each for each in page.registry.of_kind("query", one.definition.id.name) if each.body.panel]
    rows = ((panel_row(page, each), each) for each in panels)
    return table(("Panel", "Question", "Alarm when"), rows, one.definition)


def _answers(page: Page, one: Inclusion) -> Block:
    return table(("Row", "Verdict", "What became of it"), answer_rows(page, one.definition), one.definition)


SHOWN: dict[str, Show] = {
    "example": _example,
    "refused": _refused,
    "fields": _fields,
    "requirements": _requirements,
    "diagram": _diagram,
    "transitions": _transitions,
    "decision": _decision,
    "rules": _rules,
    "spans": _spans,
    "table": _table,
    "sql": _sql,
    "panels": _panels,
    "answers": _answers,
}
