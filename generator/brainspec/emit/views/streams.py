"""Rules that hold across lines, and rules that read old lines."""

from typing import Any

from brainspec.emit.markdown import fence, table_text
from brainspec.emit.views.definitions import links
from brainspec.model import Definition
from brainspec.model.mapping import Carry, Mapping, Rule
from brainspec.model.stream import Conflict, Pair, Stream
from brainspec.semantics.composition import event_schema, mapping, stream_of
from brainspec.semantics.mapping import whole_marker
from brainspec.semantics.marker import encode
from brainspec.semantics.prose import Page, linked, resolved
from brainspec.semantics.typography import code, listed, literal


def marker_line(page: Page, event: Definition[Any], value: dict[str, Any]) -> str:
    """An event as a marker line, indented so that no reader of logs takes it for real."""
    known = mapping(event_schema(page.registry, event).get("properties"))
    fields = {name: value[name] for name in known if name in value} | value
    fields.pop(stream_of(page.registry, event).body.discriminator or "", None)
    return fence("text", encode(whole_marker(event.body.marker), fields))


def stream_rules(page: Page, one: Definition[Stream], names: tuple[str, ...] = ()) -> str:
    """The rules of a stream as a table: what each reports, and about which events."""
    listed_rules: list[Pair | Conflict] = [*one.body.pairs, *one.body.conflicts]
    rules = [rule for rule in listed_rules if not names or rule.code in names]
    return table_text(("Finding", "What it means", "Events"), (_stream_rule(page, rule) for rule in rules))


def spans(page: Page, one: Definition[Stream]) -> str:
    """The trace spans that pairs of events form."""
    rows = ((links(page, [pair.open, pair.close], "event"), code(pair.span)) for pair in one.body.pairs if pair.span)
    return table_text(("Pair", "Span"), rows)


def mapping_rules(page: Page, one: Definition[Mapping], names: tuple[str, ...] = ()) -> str:
    """The rules of a mapping as a table: what each reads, what it becomes, and why that is true."""
    rules = [rule for rule in page.registry.of_kind("rule", one.id.capability) if rule.path == one.path]
    rows = (_mapping_rule(page, one.body, rule) for rule in rules if not names or rule.id.name in names)
    return table_text(("Rule, and what it reads", "Becomes", "Because"), rows)


def reads(rule: Rule) -> str:
    """What a rule applies to."""
    if rule.field:
        return f"{code(rule.field)} matching {code(rule.match)}" if rule.match else code(rule.field)
    if rule.text:
        return f"a line matching {code(rule.text)}"
    found = f"marker {code(rule.marker)}" if rule.marker else f"event {code(rule.event or '')}"
    conditions = [f"{code(name)} is {_values(wanted)}" for name, wanted in rule.where.items()]
    conditions += [f"{code(rule.lacks)} is absent"] if rule.lacks else []
    return f"{found} where {listed(conditions)}" if conditions else found


def becomes(page: Page, mapping: Mapping, rule: Rule) -> str:
    """What a rule makes of it."""
    if rule.convert:
        return "left out" if rule.convert == "absent" else f"converted: {code(rule.convert)}"
    if rule.values:
        return listed([f"{literal(old)} to {literal(new)}" for old, new in rule.values.items()])
    stream = page.registry.need(mapping.to, page.capability, "stream", "type")
    reported = f", reported as {code(rule.reports)}" if rule.reports else ""
    return links(page, [rule.to], "event") + reported if rule.to else linked(page, stream)


def changes(page: Page, rule: Rule) -> list[tuple[str, str]]:
    """What a line rule does to fields, as rows of a table."""
    rows = [(code(old), f"renamed to {code(new)}") for old, new in rule.rename.items()]
    rows += [(code(old), "dropped") for old in rule.drop]
    rows += [(code(name), f"set to {literal(value)}") for name, value in rule.set.items()]
    return rows + [(code(name), carried(page, carry)) for name, carry in rule.carry.items()]


def carried(page: Page, one: Carry) -> str:
    """Where a carried value comes from."""
    by = f" with the same {code(one.key)}" if one.key else ""
    until = f", until {links(page, one.until, 'event')}" if one.until else ""
    return f"taken from the last {links(page, [one.from_], 'event')}{by}{until}; listed as inferred"


def _mapping_rule(page: Page, mapping: Mapping, rule: Definition[Rule]) -> tuple[str, str, str]:
    named = f"{linked(page, rule)}: {reads(rule.body)}"
    return named, becomes(page, mapping, rule.body), resolved(page, rule.body.brief)


def _stream_rule(page: Page, rule: Pair | Conflict) -> tuple[str, str, str]:
    level = "" if rule.level == "error" else f" ({rule.level})"
    if isinstance(rule, Pair):
        events = links(page, [rule.open, rule.close], "event")
        return f"{code(rule.code)}{level}", resolved(page, rule.brief), events
    seen = links(page, [rule.seen.event, rule.inside.close], "event")
    return f"{code(rule.code)}{level}", resolved(page, rule.brief), seen


def _values(wanted: str | tuple[str, ...]) -> str:
    return code(wanted) if isinstance(wanted, str) else listed([code(one) for one in wanted], "or")
