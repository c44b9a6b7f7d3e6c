"""Line rules of mappings, compiled: how one old form of a line becomes an event."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import compress
from typing import Any

from brainspec.semantics.mapping_carry import Carrier, by_carrier, infer
from brainspec.semantics.mapping_values import Reader, scalar_text
from brainspec.semantics.reading import Kind, Reading, broken, event_kind, foreign, refused
from brainspec.semantics.stream_event import INFERRED, MISSING, NATIVE, EventForm
from brainspec.semantics.stream_narrow import Facts, narrow_check
from brainspec.semantics.stream_plan import Fields, Plan, Plans

Event = dict[str, Any]
Step = tuple[str, Reader | None]
"""The new name of an old field, empty where it is dropped, and how its values are read."""
_SHAPES = 64


@dataclass(frozen=True)
class LineRule:
    """One line rule, compiled: it reads a line when `where` and `lacks` hold.

    `steps` are by old field; `constants` is what the old form means; `carried` says where absent fields are taken from;
    `derived` are fields computed from the line; `owed` is what a new writer owes and an old line may lack; `doubtful`
    are the carried fields of which the line they come from may say more than this event allows; `reports` is the code
    of the stream's rule that such a line breaks as it is written.
    """

    name: str
    form: EventForm
    profile: str
    where: tuple[tuple[str, frozenset[str]], ...]
    lacks: str | None
    steps: Mapping[str, Step]
    constants: Event
    carried: Sequence[tuple[Carrier, str]]
    derived: Fields
    owed: Fields
    doubtful: frozenset[str]
    reports: str
    _shapes: dict[Fields, "Shape"] = field(default_factory=dict, init=False, repr=False, compare=False)

    def fits(self, fields: Mapping[str, Any]) -> bool:
        """Whether it reads a line with these old fields."""
        if self.lacks is not None and self.lacks in fields:
            return False
        return all(scalar_text(fields.get(key)) in allowed for key, allowed in self.where)

    def read(self, fields: Mapping[str, Any], line: str) -> Reading:
        """What a line with these old fields is; a null says nothing."""
        if None in fields.values():
            fields = {name: value for name, value in fields.items() if value is not None}
        return self.shape(tuple(fields)).read_values(tuple(fields.values()), line)

    def shape(self, old: Fields) -> "Shape":
        """How lines with these old fields are read; the first few are remembered."""
        known = self._shapes.get(old)
        if known is None:
            known = Shape(self, old)
            if len(self._shapes) < _SHAPES:
                self._shapes[old] = known
        return known

    def judged(self, event: Event, used: Sequence[str]) -> Reading:
        """The reading of a complete event; what it owes and lacks is listed in it."""
        missing = self.missing(event)
        profile = self.profile if missing else NATIVE
        if missing and MISSING in self.form.added:
            event[MISSING] = missing
        if self.form.checks[profile](event):
            return Reading(self.kind(event, profile, used), event)
        return refused(self.form, event, profile, self.name)

    def kind(self, event: Event, profile: str, used: Sequence[str]) -> Kind:
        """The kind of a line with this event."""
        return event_kind("legacy", self.form, event, profile, used, self.reports)

    def missing(self, fields: Collection[str]) -> list[str]:
        """What an event with these fields owes and lacks."""
        return [name for name in self.owed if name not in fields]


class Shape:
    """How a rule reads lines with certain old fields in a certain order.

    `kept` says of each old field whether it is kept, `names` has the new names of those. It `is_odd` when two of them
    fill one field, or one that the rule sets itself, or one that only canonical lines have.
    """

    def __init__(self, rule: LineRule, old: Fields) -> None:
        steps = [rule.steps.get(key) or (key, None) for key in old]
        self.rule = rule
        self.kept = tuple(bool(new) for new, _ in steps)
        self.names = tuple(new for new, _ in steps if new)
        known = {*self.names, *rule.constants}
        self.is_odd = len(known) < len(self.names) + len(rule.constants) or not rule.form.added.isdisjoint(known)
        self._readers = tuple({new: reader for new, reader in steps if reader}.items())
        self._carried = by_carrier(one for one in rule.carried if one[1] not in known)
        self._used: tuple[str, ...] = (rule.name,)
        self._plans = Plans(self._plan)

    def read_values(self, values: Sequence[Any], line: str) -> Reading:
        """What a line is; `values` are those of the old fields."""
        kept = compress(values, self.kept)
        return self._odd(kept, line) if self.is_odd else self.read(dict(zip(self.names, kept, strict=True)), line)

    def read(self, event: Event, line: str) -> Reading:
        """What a line is; `event` has the values of the old fields under their new names, and is completed."""
        event |= self.rule.constants
        used, is_short = self._used, False
        for name, reader in self._readers:
            value, rule = reader(event[name])
            if rule:
                used += (rule,)
            if value is None:
                is_short = True
                del event[name]
            else:
                event[name] = value
        for name in self.rule.derived:
            event.setdefault(name, line_digest(line))
        return self._short(event, used) if is_short else self._full(event, used)

    def _full(self, event: Event, used: Sequence[str]) -> Reading:
        """What a line is that says all that its fields promise."""
        plan = self._plans[infer(event, self._carried) if self._carried else ()]
        if plan is None:
            return self.rule.judged(event, used)
        if plan.missing:
            event[MISSING] = plan.missing
        if plan.check(event):
            kind = plan.kinds.get(used)
            if kind is None:
                kind = plan.kinds[used] = self.rule.kind(event, plan.profile, used)
            return Reading(kind, event)
        return refused(self.rule.form, event, plan.profile, self.rule.name)

    def _odd(self, values: Iterator[Any], line: str) -> Reading:
        for name in self.names:
            if name in self.rule.form.added:
                return foreign(name)
        event, used, readers = self.rule.constants.copy(), self._used, dict(self._readers)
        for name, value in zip(self.names, values, strict=True):
            if name in readers:
                value, rule = readers[name](value)
                used += (rule,) if rule else ()
            if value is not None and event.setdefault(name, value) != value:
                return broken(f"It says two different things about `{name[:64]}`.")
        for name in self.rule.derived:
            event.setdefault(name, line_digest(line))
        return self._short(event, used)

    def _short(self, event: Event, used: Sequence[str]) -> Reading:
        """What a line is that says less than its fields promise."""
        infer(event, by_carrier(self.rule.carried))
        return self.rule.judged(event, used)

    def _plan(self, inferred: Fields) -> Plan:
        rule = self.rule
        fields = {*self.names, *rule.constants, *rule.derived, *inferred, *([INFERRED] if inferred else [])}
        missing = rule.missing(fields)
        profile = rule.profile if missing else NATIVE
        listed = missing if MISSING in rule.form.added else []
        values = rule.constants | ({MISSING: listed} if listed else {})
        open_ = {*self.names, *rule.doubtful, *rule.derived} - values.keys()
        facts = Facts(fields | values.keys(), values, open_)
        return Plan(profile, listed, narrow_check(rule.form.schemas[profile], facts), {})


def line_digest(line: str) -> str:
    """The id of an event whose line has none: `evt-` and 16 hex digits of the SHA-256 of the line without its end."""
    return f"evt-{sha256(line.encode()).hexdigest()[:16]}"
