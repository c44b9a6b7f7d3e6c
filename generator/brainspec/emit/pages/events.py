"""The sub-page of events: when each is written, its own fields, and its two spellings."""

from typing import Any

from brainspec.emit.markdown import folded, json_fence, stacked, table_text
from brainspec.emit.pages.sub_page import SubPage, index_row
from brainspec.emit.views.definitions import opening
from brainspec.emit.views.examples import refusals
from brainspec.emit.views.fields import shape
from brainspec.emit.views.streams import marker_line, reads
from brainspec.model import Definition
from brainspec.model.value import Event
from brainspec.registry import Proved
from brainspec.semantics.composition import envelope_of, stream_of, wire_name
from brainspec.semantics.examples import examples_of
from brainspec.semantics.prose import Page, linked, resolved
from brainspec.semantics.schemas import schema_path
from brainspec.semantics.typography import code, counted, listed


def _section(proved: Proved, page: Page, one: Definition[Any]) -> dict[str, str]:
    body: Event = one.body
    fields = shape(page, body.schema_)
    named = [f"event {code(wire_name(one))}", *([f"marker {code(body.marker)}"] if body.marker else [])]
    shown = [_example(page, one, name, value) for name, value in examples_of(page.registry, one).items()]
    return {
        **opening(proved, page, one, *named, f"schema {code(schema_path(one))}"),
        "emitted": resolved(page, body.emitted),
        "severity": _severity(body),
        "envelope": _envelope(page, envelope_of(page.registry, stream_of(page.registry, one))),
        "required": fields.required,
        "optional": fields.optional,
        "inside": fields.inside,
        "sentences": fields.sentences,
        "examples": stacked(*shown[:1]),
        "others": folded(counted(len(shown) - 1, "more accepted example"), stacked(*shown[1:])),
        "refused": refusals(one, page),
        "older": _older(page, one),
    }


def _severity(body: Event) -> str:
    if isinstance(body.severity, str):
        return f"Level {code(body.severity)}."
    levels: dict[str, list[str]] = {}
    for outcome, level in body.severity.items():
        levels.setdefault(level, []).append(code(outcome))
    by_outcome = [f"{code(level)} when {listed(outcomes, 'or')}" for level, outcomes in levels.items()]
    return f"Level {', '.join(by_outcome)}."


def _envelope(page: Page, envelope: Definition[Any] | None) -> str:
    return f"It has the fields of every {linked(page, envelope)}, and these:" if envelope else ""


def _example(page: Page, one: Definition[Event], name: str, value: dict[str, Any]) -> str:
    marker = marker_line(page, one, value) if one.body.marker else ""
    return stacked(f"**{code(name)}**", json_fence(value), marker)


def _older(page: Page, one: Definition[Event]) -> str:
    """The rules that read an older form of this event."""
    found = [rule for rule in page.registry.of_kind("rule", page.capability) if rule.body.to]
    rows = [
        (linked(page, rule), reads(rule.body), resolved(page, rule.body.brief))
        for rule in found
        if page.registry.need(rule.body.to, page.capability, "event").id == one.id
    ]
    return table_text(("Rule", "Reads", "Because"), rows)


PAGE = SubPage(
    "event",
    "events",
    "events",
    "What the streams of {capability} report.",
    ("Event", "What it says"),
    index_row,
    _section,
)
