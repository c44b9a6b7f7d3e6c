"""Mappings compiled: named rules that read an old line and give the canonical event."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

from brainspec.model import Definition
from brainspec.model.mapping import Carry, Rule
from brainspec.model.mapping import Mapping as MappingBody
from brainspec.model.stream import Stream
from brainspec.registry import Registry
from brainspec.semantics.composition import wire_name
from brainspec.semantics.mapping_carry import Carrier, Memory
from brainspec.semantics.mapping_values import Reader, fits, json_reader, scalar_text, value_reader
from brainspec.semantics.reading import Reading, broken, refused
from brainspec.semantics.stream_event import INFERRED, MISSING, NATIVE, Checks, EventForm

Event = dict[str, Any]
_DROPPED: tuple[str, None] = ("", None)
_SHAPES = 1000


class Shape(NamedTuple):
    """What a rule does with lines that have certain old fields in a certain order.

    `steps` has for each old field the new one (empty: dropped) and how its value is read; `carried` and `owed` are the
    fields that no step fills; `is_doubled` is set when two steps fill one field; `checks` judge the result.
    """

    steps: tuple[tuple[str, Reader | None], ...]
    carried: tuple[tuple[str, Carrier], ...]
    owed: tuple[str, ...]
    is_doubled: bool
    checks: Checks


@dataclass(frozen=True, slots=True)
class LineRule:
    """One line rule, compiled: it reads a line when `where` and `lacks` hold.

    `constants` is what the old form means; `shape` gives the plan for lines with certain old fields; `carried` says
    where absent fields are taken from; `owed` is what a new writer owes and an old line may lack; `doubtful` are the
    carried fields of which the line they come from may say more than this event allows.
    """

    name: str
    form: EventForm
    profile: str
    where: tuple[tuple[str, frozenset[str]], ...]
    lacks: str | None
    constants: Event
    shape: Callable[[tuple[str, ...]], Shape]
    carried: tuple[tuple[str, Carrier], ...]
    derived: tuple[str, ...]
    owed: tuple[str, ...]
    doubtful: frozenset[str]

    def fits(self, fields: Mapping[str, Any]) -> bool:
        """Whether it reads a line with these old fields."""
        if self.lacks is not None and self.lacks in fields:
            return False
        return all(scalar_text(fields.get(key)) in allowed for key, allowed in self.where)

    def read(self, shape: Shape, values: Iterable[Any], line: str) -> Reading:
        """What a line is; `values` are those of the old fields that the shape was made for."""
        steps, carried, owed, is_doubled, checks = shape
        used, event, is_short = [self.name], self.constants.copy(), False
        for (new, reader), value in zip(steps, values, strict=True):
            if not new:
                continue
            if reader:
                value, name = reader(value)
                if name:
                    used.append(name)
            if value is None:
                is_short = True
            elif is_doubled and event.setdefault(new, value) != value:
                return broken(f"It says two different things about `{new[:64]}`.")
            else:
                event[new] = value
        for field in self.derived:
            event.setdefault(field, line_digest(line))
        if is_short:
            carried, owed = self.carried, self.owed
        profile = self._completed(event, carried, owed)
        if checks[profile](event):
            return Reading("legacy", event, self.form, profile, used)
        return refused(self.form, event, profile, self.name)

    def _completed(self, event: Event, carried: tuple[tuple[str, Carrier], ...], owed: tuple[str, ...]) -> str:
        """Complete an event from earlier lines and list what stays missing; gives the profile it is then in."""
        if carried:
            _infer(event, carried)
        missing = [field for field in owed if field not in event]
        if not missing:
            return NATIVE
        if MISSING in self.form.kinds:
            event[MISSING] = missing
        return self.profile

    def narrow_shape(self, old: tuple[str, ...]) -> Shape:
        """The shape for certain old fields, with checks that look only at what such lines say themselves.

        Everything else in the event was checked before: constants when the rule was compiled, carried values when the
        line they come from was read.
        """
        shape = self.shape(old)
        said = {new for new, _ in shape.steps}
        return shape._replace(checks=self.form.narrowed(said | self.doubtful)) if self._is_sound() else shape

    def _is_sound(self) -> bool:
        """Whether each value that the rule itself puts into an event is valid."""
        own = {**dict.fromkeys(self.derived, line_digest("")), **self.constants}
        return self.form.parts(own).is_valid(own)


def _infer(event: Event, carried: tuple[tuple[str, Carrier], ...]) -> None:
    """Take what is absent from earlier lines, and list it."""
    inferred = {}
    for field, carrier in carried:
        key = event.get(carrier.key) if carrier.key else None
        found = carrier.kept.get(key) if type(key) not in (list, dict) else None
        if found and field in found[0] and field not in event:
            event[field], inferred[field] = found[0][field], found[1]
    if inferred:
        event[INFERRED] = inferred


@dataclass(frozen=True, slots=True)
class LineRules:
    """The rules of a stream by what finds them: whole marker, old event name, a pattern of the line, or a field."""

    by_marker: Mapping[str, list[LineRule]]
    by_event: Mapping[str, list[LineRule]]
    by_text: list[tuple[Callable[[Any], bool], LineRule]]
    by_field: Mapping[str, Reader]


def line_digest(line: str) -> str:
    """The id of an event whose line has none: `evt-` and 16 hex digits of the SHA-256 of the line without its end."""
    return f"evt-{sha256(line.encode()).hexdigest()[:16]}"


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
        carries = {**every.carry, **body.carry} if INFERRED in form.kinds else {}
        carried = tuple((field, self._carrier(field, one, mapping)) for field, one in carries.items())
        owed = tuple(field for field in form.required if profile and field in profile.may_lack)
        return LineRule(
            name=body.id,
            form=form,
            profile=mapping.body.profile or NATIVE,
            where=tuple((key, _texts(one)) for key, one in body.where.items()),
            lacks=body.lacks,
            constants=constants,
            shape=_shaper(self._plans(body, form), frozenset(constants), carried, owed, form.checks),
            carried=carried,
            derived=tuple(every.derive) if self._has_ids else (),
            owed=owed,
            doubtful=frozenset(field for field, one in carries.items() if not self._is_same(field, one, mapping, form)),
        )

    def _is_same(self, field: str, carry: Carry, mapping: Definition[MappingBody], form: EventForm) -> bool:
        """Whether the event a field is carried from allows the same values in it."""
        source = self._forms.get(self._wire(carry.from_, mapping))
        return source is not None and source.allows(field) == form.allows(field)

    def _plans(self, body: Rule, form: EventForm) -> dict[str, tuple[str, Reader | None]]:
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
        found.carries(field)
        return found

    def _wire(self, event: str, mapping: Definition[MappingBody]) -> str:
        return wire_name(self._registry.need(event, mapping.id.capability, "event"))


def _shaper(
    plans: Mapping[str, tuple[str, Reader | None]], constants: frozenset[str],
    carried: tuple[tuple[str, Carrier], ...], owed: tuple[str, ...], checks: Checks,
) -> Callable[[tuple[str, ...]], Shape]:  # fmt: skip
    @lru_cache(maxsize=_SHAPES)
    def shape(old: tuple[str, ...]) -> Shape:
        steps = tuple(plans.get(key) or (key, None) for key in old)
        filled = [new for new, _ in steps if new]
        known = {*filled, *constants}
        return Shape(
            steps,
            tuple(one for one in carried if one[0] not in known),
            tuple(one for one in owed if one not in known),
            len(known) < len(filled) + len(constants),
            checks,
        )

    return shape


def _texts(texts: str | tuple[str, ...]) -> frozenset[str]:
    return frozenset([texts] if isinstance(texts, str) else texts)
