"""Mappings compiled: named rules that read an old line and give the canonical event."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from brainspec.model import Definition
from brainspec.model.mapping import Carry, Rule
from brainspec.model.mapping import Mapping as MappingBody
from brainspec.model.stream import Stream
from brainspec.registry import Registry
from brainspec.semantics.composition import wire_name
from brainspec.semantics.mapping_carry import Carrier, Memory
from brainspec.semantics.mapping_values import ABSENT, Reader, fits, scalar_text, value_reader
from brainspec.semantics.marker import BrokenLine
from brainspec.semantics.stream_event import INFERRED, MISSING, NATIVE, EventForm

Event = dict[str, Any]
_DROPPED: tuple[str, None] = ("", None)


@dataclass(frozen=True, slots=True)
class LineRule:
    """One line rule, compiled.

    `fields` gives for each old field its new name (empty: dropped) and how its value is read; `constants` what the old
    form means; `carried` where absent fields are taken from; `owed` what a new writer owes and an old line may lack.
    """

    name: str
    form: EventForm
    profile: str
    where: tuple[tuple[str, frozenset[str]], ...]
    lacks: str | None
    constants: Event
    fields: Mapping[str, tuple[str, Reader | None]]
    carried: tuple[tuple[str, Carrier], ...]
    derived: tuple[str, ...]
    owed: tuple[str, ...]

    def fits(self, fields: Mapping[str, Any]) -> bool:
        """Whether it reads a line with these old fields."""
        for key, allowed in self.where:
            if key not in fields or scalar_text(fields[key]) not in allowed:
                return False
        return self.lacks is None or self.lacks not in fields

    def read(self, fields: Mapping[str, Any], line: str) -> tuple[Event, list[str]]:
        """The canonical event and the names of the rules used. Raises BrokenLine when the line contradicts itself."""
        used = [self.name]
        event = self.constants.copy()
        plans = self.fields
        for key, value in fields.items():
            field, reader = plans.get(key, (key, None))
            if not field or value is None:
                continue
            new = reader(value, used) if reader else value
            if new is not ABSENT and event.setdefault(field, new) != new:
                raise BrokenLine(f"It says two different things about `{field[:64]}`.")
        inferred = {}
        for field, carrier in self.carried:
            if field not in event:
                found = carrier.find(event)
                if found and field in found[0]:
                    event[field], inferred[field] = found[0][field], found[1]
        self._complete(event, inferred, line)
        return event, used

    def _complete(self, event: Event, inferred: dict[str, int], line: str) -> None:
        for field in self.derived:
            event.setdefault(field, line_digest(line))
        missing = [field for field in self.owed if field not in event]
        if missing:
            event[MISSING] = missing
        if inferred:
            event[INFERRED] = inferred


@dataclass(frozen=True, slots=True)
class LineRules:
    """The line rules of a stream by what finds them: whole marker, old event name, or a pattern of the line."""

    by_marker: Mapping[str, list[LineRule]]
    by_event: Mapping[str, list[LineRule]]
    by_text: list[tuple[Callable[[Any], bool], LineRule]]


def line_digest(line: str) -> str:
    """The id of an event whose line has none: `evt-` and 16 hex digits of the SHA-256 of the line without its end."""
    return f"evt-{sha256(line.encode()).hexdigest()[:16]}"


def whole_marker(marker: str) -> str:
    """A marker as a line has it: a bare name stands between three colons."""
    return marker if marker[:1] in ":[" else f":::{marker}:::"


def line_rules(
    registry: Registry, stream: Definition[Stream], forms: Mapping[str, EventForm], memory: Memory
) -> LineRules:  # fmt: skip
    """The line rules of all mappings a stream names, in order. Raises InvalidSchema for a pattern that is none."""
    mappings = [registry.need(name, stream.id.capability, "mapping") for name in stream.body.mappings]
    compiler = _Compiler(registry, stream.body, forms, memory, [one for each in mappings for one in each.body.rules])
    found: tuple[dict[str, list[LineRule]], dict[str, list[LineRule]], list[Any]] = ({}, {}, [])
    for mapping in mappings:
        for body in (one for one in mapping.body.rules if one.to):
            rule = compiler.compiled(body, mapping)
            if body.marker:
                found[0].setdefault(whole_marker(body.marker), []).append(rule)
            elif body.event:
                found[1].setdefault(body.event, []).append(rule)
            elif body.text:
                found[2].append((fits(body.text), rule))
    return LineRules(*found)


class _Compiler:
    """Resolves what rules name against the events of one stream."""

    def __init__(
        self, registry: Registry, stream: Stream, forms: Mapping[str, EventForm], memory: Memory, rules: list[Rule]
    ) -> None:  # fmt: skip
        self._registry, self._stream, self._forms, self._memory = registry, stream, forms, memory
        self._values: dict[str, list[Rule]] = {}
        for one in rules:
            if one.field:
                self._values.setdefault(one.field, []).append(one)
        self._readers: dict[tuple[str, str], Reader | None] = {}

    def compiled(self, body: Rule, mapping: Definition[MappingBody]) -> LineRule:
        every, form = mapping.body.every, self._forms[self._wire(body.to or "", mapping)]
        profile = self._stream.profiles.get(mapping.body.profile or "")
        named = {self._stream.discriminator: form.name} if self._stream.discriminator else {}
        return LineRule(
            name=body.id,
            form=form,
            profile=mapping.body.profile or NATIVE,
            where=tuple((key, _texts(one)) for key, one in body.where.items()),
            lacks=body.lacks,
            constants={**named, **every.set, **body.set},
            fields=self._fields(body, form),
            carried=tuple((field, self._carrier(one, mapping)) for field, one in {**every.carry, **body.carry}.items()),
            derived=tuple(every.derive),
            owed=tuple(field for field in form.required if profile and field in profile.may_lack),
        )

    def _fields(self, body: Rule, form: EventForm) -> dict[str, tuple[str, Reader | None]]:
        renamed = {name: name for name in form.kinds} | body.rename
        read = {old: (new, self._reader(new, form.kinds.get(new, "string"))) for old, new in renamed.items()}
        return read | dict.fromkeys([*body.drop, *filter(None, [self._stream.discriminator])], _DROPPED)

    def _reader(self, field: str, kind: str) -> Reader | None:
        if (field, kind) not in self._readers:
            self._readers[field, kind] = value_reader(self._values.get(field, ()), kind)
        return self._readers[field, kind]

    def _carrier(self, carry: Carry, mapping: Definition[MappingBody]) -> Carrier:
        endings = tuple(self._wire(one, mapping) for one in carry.until)
        return self._memory.carrier(self._wire(carry.from_, mapping), carry.key, endings)

    def _wire(self, event: str, mapping: Definition[MappingBody]) -> str:
        return wire_name(self._registry.need(event, mapping.id.capability, "event"))


def _texts(texts: str | tuple[str, ...]) -> frozenset[str]:
    return frozenset([texts] if isinstance(texts, str) else texts)
