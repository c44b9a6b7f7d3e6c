"""The sub-page of streams: encodings, profiles, and the rules that hold across lines."""

import re
from typing import Any

from brainspec.emit.markdown import fence, folded, stacked, table_text
from brainspec.emit.pages.sub_page import SubPage, index_row
from brainspec.emit.views.definitions import links, opening
from brainspec.emit.views.streams import spans, stream_rules
from brainspec.model import Definition
from brainspec.model.stream import Encoding, EncodingCase, Stream
from brainspec.registry import Proved
from brainspec.semantics.composition import events_of
from brainspec.semantics.prose import Page, linked, resolved
from brainspec.semantics.typography import code, listed

FRAMES = {
    "json-line": "one JSON object a line",
    "marker-line": "a marker at the start of a line, then `key=value`",
    "sse": "server-sent events",
}
READERS = {"reject": "refused", "keep": "kept"}


def _section(proved: Proved, page: Page, one: Definition[Any]) -> dict[str, str]:
    body: Stream = one.body
    encodings = ((code(name), code(each.media), _frame(each)) for name, each in body.encodings.items())
    lines = ((code(each.name), code(_visible(each.line)), each.is_) for each in body.lines)
    return {
        **opening(proved, page, one),
        "envelope": _envelope(page, body),
        "unknown": _unknown(body),
        "limits": _limits(page, body),
        "events": table_text(("Event", "Marker", "What it says"), _events(page, one)),
        "encodings": table_text(("Encoding", "Media type", "One event"), encodings),
        "profiles": table_text(("Profile", "What for", "May lack"), _profiles(page, body)),
        "rules": stream_rules(page, one),
        "spans": spans(page, one),
        "mappings": links(page, body.mappings, "mapping"),
        "cases": folded(
            f"Exact spellings after the envelope ({len(body.cases)})",
            stacked(*(_case(page, each) for each in body.cases)),
        ),
        "lines": table_text(("Case", "Line", "Is"), lines),
    }


def _visible(line: str) -> str:
    """A line with a sign for every blank that a page would not show."""
    return re.sub(r"^ +| +$| {2,}", lambda blanks: "␣" * len(blanks[0]), line)


def _envelope(page: Page, body: Stream) -> str:
    if body.items:
        return f"Every item is one {links(page, [body.items], 'type')}."
    if not body.envelope:
        return ""
    named = f"; {code(body.discriminator)} names the event" if body.discriminator else ""
    return f"Every event has the fields of {links(page, [body.envelope], 'type')}{named}."


def _unknown(body: Stream) -> str:
    if body.unknown is None:
        return ""
    return f"An unknown event is {READERS[body.unknown.event]}, an unknown field is {READERS[body.unknown.field]}."


def _limits(page: Page, body: Stream) -> str:
    named = {"a line": body.limits.line, "fields of one event": body.limits.fields, "open items": body.limits.open}
    facts = [f"{what} {links(page, [setting], 'setting')}" for what, setting in named.items() if setting]
    return f"At most: {', '.join(facts)}." if facts else ""


def _frame(one: Encoding) -> str:
    return f"{FRAMES[one.frame]}; ends with {code(one.ends_with)}" if one.ends_with else FRAMES[one.frame]


def _events(page: Page, one: Definition[Stream]) -> list[tuple[str, str, str]]:
    return [
        (linked(page, event), code(event.body.marker) if event.body.marker else "", resolved(page, event.body.brief))
        for event in events_of(page.registry, one)
    ]


def _profiles(page: Page, body: Stream) -> list[tuple[str, str, str]]:
    return [
        (code(name), resolved(page, each.brief), listed([code(field) for field in each.may_lack]))
        for name, each in body.profiles.items()
    ]


def _case(page: Page, one: EncodingCase) -> str:
    event = page.registry.need(one.of, page.capability, "event")
    return stacked(f"**{code(one.name)}**, {linked(page, event)}:", fence("text", one.marker))


PAGE = SubPage(
    "stream",
    "streams",
    "streams",
    "Series of events in {capability}: how they are written, and what must hold across lines.",
    ("Stream", "What it carries"),
    index_row,
    _section,
)
