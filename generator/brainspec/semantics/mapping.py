"""Mappings compiled: named rules that read an old line and give the canonical event."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from brainspec.model import Definition
from brainspec.model.mapping import Carry, Rule
from brainspec.model.mapping import Mapping as MappingBody
from brainspec.model.stream import Stream
from brainspec.registry import Registry
from brainspec.semantics.composition import wire_name
from brainspec.semantics.mapping_carry import Carrier, Memory
from brainspec.semantics.mapping_line import LineRule, Step, line_digest
from brainspec.semantics.mapping_values import Reader, fits, json_reader, value_reader
from brainspec.semantics.stream_event import INFERRED, NATIVE, EventForm

_DROPPED: Step = ("", None)


@dataclass(frozen=True, slots=True)
class LineRules:
    """The rules of a stream by what finds them: whole marker, old event name, a pattern of the line, or a field."""

    by_marker: Mapping[str, list[LineRule]]
    by_event: Mapping[str, list[LineRule]]
    by_text: list[tuple[Callable[[Any], bool], LineRule]]
    by_field: Mapping[str, Reader]


def whole_marker(marker: str) -> str:
    """A marker as a line has it: a bare name stands between three colons."""
    return marker if marker[:1] in ":[" else f":::{marker}:::"


def line_rules(
    registry: Registry, stream: Definition[Stream], forms: Mapping[str, EventForm], memory: Memory,
    *, has_ids: bool = True,
) -> LineRules:  # fmt: skip
    """The line rules of all mappings a stream names, in order. Raises InvalidSchema for a pattern that is none.

    Without `has_ids` every derived value is the same stand-in: enough to count and to judge.
    """
    mappings = [registry.need(name, stream.id.capability, "mapping") for name in stream.body.mappings]
    compiler = _Compiler(registry, stream.body, forms, memory, mappings, has_ids=has_ids)
    markers: dict[str, list[LineRule]] = {}
    events: dict[str, list[LineRule]] = {}
    texts: list[tuple[Callable[[Any], bool], LineRule]] = []
    for body, rule in compiler.line_rules(mappings):
        if body.marker:
            markers.setdefault(whole_marker(body.marker), []).append(rule)
        elif body.event:
            events.setdefault(body.event, []).append(rule)
        elif body.text:
            texts.append((fits(body.text), rule))
    return LineRules(markers, events, texts, compiler.value_rules())


class _Compiler:
    """Resolves what rules name against the events of one stream."""

    def __init__(
        self, registry: Registry, stream: Stream, forms: Mapping[str, EventForm], memory: Memory,
        mappings: Iterable[Definition[MappingBody]], *, has_ids: bool,
    ) -> None:  # fmt: skip
        self._registry, self._stream, self._forms, self._memory = registry, stream, forms, memory
        self._has_ids = has_ids
        self._values: dict[str, list[Rule]] = {}
        for one in (rule for each in mappings for rule in each.body.rules):
            if one.field:
                self._values.setdefault(one.field, []).append(one)
        self._readers: dict[tuple[str, str], Reader | None] = {}

    def line_rules(self, mappings: Iterable[Definition[MappingBody]]) -> Iterator[tuple[Rule, LineRule]]:
        """Every line rule that gives an event of the stream, in order."""
        for mapping in mappings:
            for body in mapping.body.rules:
                form = self._forms.get(self._wire(body.to, mapping)) if body.to else None
                if form:
                    yield body, self._compiled(body, mapping, form)

    def value_rules(self) -> dict[str, Reader]:
        """How the values of each field that has value rules are read."""
        kinds = {name: kind for form in self._forms.values() for name, kind in form.kinds.items()}
        found = {field: self._reader(field, kinds.get(field, "string")) for field in self._values}
        return {field: reader for field, reader in found.items() if reader}

    def _compiled(self, body: Rule, mapping: Definition[MappingBody], form: EventForm) -> LineRule:
        every = mapping.body.every
        profile = self._stream.profiles.get(mapping.body.profile or "")
        named = {self._stream.discriminator: form.name} if self._stream.discriminator else {}
        stand_ins = {} if self._has_ids else dict.fromkeys(every.derive, line_digest(""))
        constants = {**named, **stand_ins, **every.set, **body.set}
        carries = {**every.carry, **body.carry} if INFERRED in form.added else {}
        carried = [(self._carrier(field, one, mapping), field) for field, one in carries.items()]
        owed = tuple(field for field in form.required if profile and field in profile.may_lack)
        return LineRule(
            name=body.id,
            form=form,
            profile=mapping.body.profile or NATIVE,
            where=tuple((key, _texts(one)) for key, one in body.where.items()),
            lacks=body.lacks,
            steps=self._steps(body, form),
            constants=constants,
            carried=carried,
            derived=tuple(every.derive) if self._has_ids else (),
            owed=owed,
            doubtful=frozenset(field for field, one in carries.items() if not self._is_same(field, one, mapping, form)),
            reports=body.reports or "",
        )

    def _is_same(self, field: str, carry: Carry, mapping: Definition[MappingBody], form: EventForm) -> bool:
        """Whether the event a field is carried from allows the same values in it."""
        source = self._forms.get(self._wire(carry.from_, mapping))
        return source is not None and source.allows(field) == form.allows(field)

    def _steps(self, body: Rule, form: EventForm) -> dict[str, Step]:
        """Old field to new field (empty: dropped) and how its values are read."""
        renamed = {name: name for name in form.kinds} | body.rename
        read = {old: (new, self._reader(new, form.kinds.get(new, "string"))) for old, new in renamed.items()}
        if body.event:
            read = {old: (new, reader and json_reader(reader)) for old, (new, reader) in read.items()}
        return read | dict.fromkeys([*body.drop, *filter(None, [self._stream.discriminator])], _DROPPED)

    def _reader(self, field: str, kind: str) -> Reader | None:
        if (field, kind) not in self._readers:
            self._readers[field, kind] = value_reader(self._values.get(field, ()), kind)
        return self._readers[field, kind]

    def _carrier(self, field: str, carry: Carry, mapping: Definition[MappingBody]) -> Carrier:
        endings = tuple(self._wire(one, mapping) for one in carry.until)
        opening = self._wire(carry.from_, mapping)
        found = self._memory.carrier(opening, carry.key, endings)
        found.place(field)
        return found

    def _wire(self, event: str, mapping: Definition[MappingBody]) -> str:
        return wire_name(self._registry.need(event, mapping.id.capability, "event"))


def _texts(texts: str | tuple[str, ...]) -> frozenset[str]:
    return frozenset([texts] if isinstance(texts, str) else texts)
