"""Reads lines of a stream: each is conforming, legacy, rejected, or no event at all."""

import re
from collections.abc import Mapping

from brainspec.diagnostic.nearest import did_you_mean
from brainspec.model import Definition
from brainspec.model.stream import Stream
from brainspec.registry import Registry
from brainspec.semantics.composition import envelope_of
from brainspec.semantics.mapping import line_rules
from brainspec.semantics.mapping_carry import Memory
from brainspec.semantics.mapping_values import scalar_text
from brainspec.semantics.marker import BrokenLine, pairs, quick_json, surely, typed
from brainspec.semantics.marker_form import MarkerForm
from brainspec.semantics.reading import OTHER, Event, Flaw, Reading, broken, rejected
from brainspec.semantics.settings import bound
from brainspec.semantics.stream_canonical import CanonicalReader
from brainspec.semantics.stream_event import EventForm, event_forms, type_form
from brainspec.semantics.stream_findings import LOOSE_SPELLING, TOO_MANY_FIELDS, UNKNOWN_EVENT

MOST_OPEN, MOST_FIELDS, LONGEST_LINE = 10_000, 256, 1 << 20
"""What holds for a stream whose `limits` name no setting."""

_MARKER = re.compile(r":{2,3}[A-Z][A-Z0-9_]*:{0,3}")
_OBJECT = re.compile(r'\{\s*["}]')


class StreamReader:
    """Reads the lines of one stream, one file after the other."""

    def __init__(self, registry: Registry, stream: Definition[Stream], *, has_ids: bool = True) -> None:
        limits = stream.body.limits
        self.longest_line = bound(registry, stream, limits.line, LONGEST_LINE)
        self.most_open = bound(registry, stream, limits.open, MOST_OPEN)
        self._most_fields = bound(registry, stream, limits.fields, MOST_FIELDS)
        self._discriminator = stream.body.discriminator or ""
        self._claims = _claims(registry, stream)
        self._first_claim, self._has_one_claim = min(self._claims, default=""), len(self._claims) == 1
        self.forms: Mapping[str, EventForm] = event_forms(registry, stream)
        self._canonical = {
            name: CanonicalReader(form, {self._discriminator: name} if self._discriminator else {})
            for name, form in self.forms.items()
        }
        kept = _kept_form(registry, stream)
        self._kept = CanonicalReader(kept, {}) if kept else None
        self._memory = Memory(self.most_open)
        self._rules = line_rules(registry, stream, self.forms, self._memory, has_ids=has_ids)
        self._acts = self._memory.acts
        by_marker = {one.marker: one for one in self.forms.values() if one.marker}
        self._markers = {
            name: MarkerForm(by_marker.get(name), self._rules.by_marker.get(name, ()))
            for name in sorted({*by_marker, *self._rules.by_marker})
        }

    def start(self) -> None:
        """Forget earlier lines: another file begins."""
        self._memory.clear()

    def read(self, line: str, number: int) -> Reading:
        """What a line (without its end) is. Lines must be read in order."""
        first = line[:1]
        if first == ":" or first == "[":
            marker, _, rest = line.partition(" ")
            known = self._markers.get(marker)
            reading = self._marker_line(line, rest, known) if known else self._unknown_marker(line)
        elif first == "{" and (line[1:2] == '"' or _OBJECT.match(line)):
            reading = self._json_line(line)
        else:
            reading = self._text(line)
        kind, event, _ = reading
        if event is not None and kind.form is not None:
            for act in self._acts.get(kind.form.name, ()):
                act(event, number)
        return reading

    def mended(self, field: str, value: object) -> tuple[object, str | None]:
        """What the value rules make of an old value, and which one did; None for a value that says nothing."""
        reader, text = self._rules.by_field.get(field), scalar_text(value)
        return reader(text) if reader and text is not None else (value, None)

    def _marker_line(self, line: str, rest: str, known: MarkerForm) -> Reading:
        for match, shape in known.shapes if '"' not in rest else ():
            found = match(rest)
            if found:
                return shape.read(found.groupdict(), line)
        try:
            fields = pairs(rest)
        except BrokenLine as error:
            return broken(str(error))
        if len(fields) > self._most_fields:
            return rejected(TOO_MANY_FIELDS, self._too_many)
        if known.form and self._is_claimed(fields):
            return self._canonical_marker(line, fields, known.form)
        known.learn(fields, rest)
        for rule in known.rules:
            if rule.fits(fields):
                return rule.read(fields, line)
        return self._canonical_marker(line, fields, known.form) if known.form else rejected(UNKNOWN_EVENT, _no_rule)

    def _canonical_marker(self, line: str, fields: dict[str, str], form: EventForm) -> Reading:
        kinds = form.kinds
        event: Event = {name: typed(kinds.get(name, "string"), text) for name, text in fields.items()}
        if self._discriminator:
            event[self._discriminator] = form.name
        reading = self._canonical[form.name].read(event)
        if reading.event is None or form.line(event) == line:
            return reading
        return reading._replace(flaw=Flaw(LOOSE_SPELLING, lambda: _loose(form, event)))

    def _json_line(self, line: str) -> Reading:
        quick = quick_json(line)
        if quick and self._is_claimed(quick):
            known = self._canonical.get(str(quick.get(self._discriminator)))
            reading = known.read_json(line, quick) if known else None
            if reading:
                return reading
        try:
            fields = surely(line, quick)
        except BrokenLine as error:
            return broken(str(error))
        name = fields.get(self._discriminator)
        if len(fields) > self._most_fields:
            return rejected(TOO_MANY_FIELDS, self._too_many)
        if not isinstance(name, str):
            form = self._form_of(fields)
        elif self._is_claimed(fields):
            form = self.forms.get(name)
        else:
            for rule in self._rules.by_event.get(name, ()):
                if rule.fits(fields):
                    return rule.read(fields, line)
            form = self.forms.get(name)
        return self._canonical[form.name].read(fields) if form else self._unknown(name, fields)

    def _form_of(self, event: Event) -> EventForm | None:
        """The event that a value without a name is, in a stream whose events have none: the first that allows it."""
        forms = () if self._discriminator else self.forms.values()
        return next((one for one in forms if any(check(event) for check in one.checks.values())), None)

    def _unknown(self, name: object, event: Event) -> Reading:
        """An event of an unknown name: kept where the stream says so and its envelope is valid."""
        if self._kept and isinstance(name, str):
            return self._kept.read(event)
        return rejected(UNKNOWN_EVENT, lambda: self._unnamed(name))

    def _text(self, line: str) -> Reading:
        for is_fit, rule in self._rules.by_text:
            if is_fit(line):
                return rule.read({}, line)
        return OTHER

    def _unknown_marker(self, line: str) -> Reading:
        found = _MARKER.match(line)
        if found is None:
            return self._text(line)
        text = found[0]
        colons = ":::" if text.startswith(":::") else "::"
        is_whole = text.endswith(colons) and len(text) > len(colons) and line[len(text) : len(text) + 1] in ("", " ")
        if is_whole:
            return self._unknown_event(text, line[len(text) :])
        is_cut = line == text and any(one.startswith(text) for one in self._markers)
        if is_cut or colons == ":::":
            return broken("The marker is cut off, or something stands right behind it.")
        return self._text(line)

    def _unknown_event(self, marker: str, rest: str) -> Reading:
        kinds = self._kept.form.kinds if self._kept else {}
        try:
            fields = {name: typed(kinds.get(name, "string"), text) for name, text in pairs(rest).items()}
        except BrokenLine as error:
            return broken(str(error))
        return self._unknown(marker, {**fields, self._discriminator: marker.strip(":").lower()})

    def _is_claimed(self, fields: Event) -> bool:
        """Whether a line says that it is canonical; then no rule for old lines may read it."""
        return self._first_claim in fields and (self._has_one_claim or self._claims <= fields.keys())

    def _unnamed(self, name: object) -> tuple[str, str]:
        if not self._discriminator:
            return "It has the form of no event.", "Look at the fields of the events."
        if not isinstance(name, str):
            return f"It names no event: `{self._discriminator}` is absent or no text.", "Name the event."
        known = [*self.forms, *self._markers]
        return f"There is no event `{name[:64]}`.", did_you_mean(name[:64], known, "Correct the name, or define it.")

    def _too_many(self) -> tuple[str, str]:
        return f"It has more than {self._most_fields} fields.", "Leave out what nobody reads."


def _claims(registry: Registry, stream: Definition[Stream]) -> frozenset[str]:
    """The fields by which a line says that it is canonical: those the envelope fixes to one value."""
    envelope = envelope_of(registry, stream)
    schema = envelope.body.schema_ if envelope else {}
    fixed = [name for name, one in schema.get("properties", {}).items() if isinstance(one, dict) and "const" in one]
    return frozenset(fixed) & frozenset(schema.get("required", ()))


def _kept_form(registry: Registry, stream: Definition[Stream]) -> EventForm | None:
    """The form of events of unknown names, where the stream keeps them: their envelope."""
    envelope, unknown = envelope_of(registry, stream), stream.body.unknown
    return type_form(registry, envelope) if envelope and unknown and unknown.event == "keep" else None


def _loose(form: EventForm, event: Event) -> tuple[str, str]:
    order = " ".join(name for name in form.ordered(event) if name in form.kinds)
    help_ = f"One blank between fields, quotes only where needed, in this order: {order}."
    return "It is not spelled as the encoding says.", help_


def _no_rule() -> tuple[str, str]:
    return "No rule for old lines fits its fields.", "Look which fields the rules for this marker ask for."
