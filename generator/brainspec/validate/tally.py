"""What a validation counts, and the findings it keeps: bounded, whatever the files hold."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from brainspec.semantics.reading import Flaw, Kind, Reading
from brainspec.semantics.stream_event import EventForm
from brainspec.semantics.stream_tracker import Breach

Level = Literal["error", "warning"]
KEPT = 100
"""Findings of one code that are listed; all are counted."""
_KINDS = 1000


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong on a line of a file, and what to do."""

    file: str
    line: int
    code: str
    level: Level
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is declared and was never seen: events, and fields of the events that were."""

    events: list[str]
    fields: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Result:
    """What a validation found.

    `lines` are those that are events: each is conforming, legacy or rejected. `other` lines are no events.
    `legacy_rules` counts lines for each rule used, `missing` and `inferred` the fields old lines lack or took from
    others. `findings` holds the first of each code; `finding_counts` has how many there were.
    """

    files: list[str]
    lines: int
    conforming: int
    legacy: int
    rejected: int
    other: int
    legacy_rules: dict[str, int]
    profiles: dict[str, int]
    by_event: dict[str, int]
    missing: dict[str, int]
    inferred: dict[str, int]
    findings: list[Finding]
    finding_counts: dict[str, int]
    coverage: Coverage
    is_clean: bool


class Tally:
    """Counts readings and keeps findings while files are read."""

    def __init__(self, forms: Mapping[str, EventForm], files: Iterable[str]) -> None:
        self._files = list(files)
        self._forms = forms
        self._new: dict[Kind, int] = {}
        self._classes, self._profiles, self._events, self._rules, self._missing, self._inferred = (
            Counter[str]() for _ in range(6)
        )
        self._unseen = {name: set(one.kinds) for name, one in forms.items()}
        self._findings: list[Finding] = []
        self._counts: Counter[str] = Counter()
        self._has_errors = False
        self.file = ""

    @property
    def lines(self) -> int:
        """How many lines were events so far."""
        self._sum_up()
        return self._classes.total() - self._classes["other"]

    def add(self, reading: Reading, line: int) -> None:
        """Count a line and what is wrong with it."""
        kind, _, flaw = reading
        try:
            self._new[kind] += 1
        except KeyError:
            self._new[kind] = 1
            if len(self._new) > _KINDS:
                self._sum_up()
        if flaw:
            self.flaw(flaw, line)

    def _sum_up(self) -> None:
        """Count what came since the last time, one kind of lines after the other."""
        for kind, number in self._new.items():
            self._classes[kind.is_] += number
            if kind.form:
                self._events[kind.form.name] += number
                self._profiles[kind.profile] += number
                self._unseen.get(kind.form.name, set()).difference_update(kind.fields)
            self._rules.update(dict.fromkeys(kind.used, number))
            self._missing.update(dict.fromkeys(kind.missing, number))
            self._inferred.update(dict.fromkeys(kind.inferred, number))
        self._new.clear()

    def flaw(self, flaw: Flaw, line: int) -> None:
        """Take down what is wrong with a line."""
        code = flaw.code
        if self._is_kept(code.slug, code.severity):
            self._findings.append(Finding(self.file, line, code.slug, code.severity, *flaw.explain()))

    def breach(self, breach: Breach) -> None:
        """Take down that a rule across lines was broken."""
        rule = breach.rule
        if self._is_kept(rule.code, rule.level):
            self._findings.append(
                Finding(self.file, breach.line, rule.code, _level(rule.level), breach.message, rule.fix)
            )

    def result(self) -> Result:
        """Everything that was counted; findings by file and line."""
        self._sum_up()
        order = {name: at for at, name in enumerate(self._files)}
        return Result(
            files=self._files,
            lines=self.lines,
            conforming=self._classes["conforming"],
            legacy=self._classes["legacy"],
            rejected=self._classes["rejected"],
            other=self._classes["other"],
            legacy_rules=_sorted(self._rules),
            profiles={name: self._profiles[name] for one in self._forms.values() for name in one.validators},
            by_event=_sorted(self._events),
            missing=_sorted(self._missing),
            inferred=_sorted(self._inferred),
            findings=sorted(self._findings, key=lambda one: (order.get(one.file, 0), one.line, one.code)),
            finding_counts=_sorted(self._counts),
            coverage=self._coverage(self._events),
            is_clean=not self._has_errors,
        )

    def _coverage(self, seen: Mapping[str, int]) -> Coverage:
        """Envelope fields count as seen when any event has them."""
        fields: dict[str, list[str]] = {}
        for name in (one for one in seen if one in self._forms):
            form, unseen = self._forms[name], self._unseen[name]
            envelope, shared = form.envelope
            if shared:
                fields[envelope] = [one for one in fields.get(envelope, form.kinds) if one in shared & unseen]
            own = form.kinds.keys() - shared - form.added
            fields[name] = [one for one in form.kinds if one in own & unseen]
        return Coverage(
            sorted(set(self._forms) - set(seen)), {name: one for name, one in sorted(fields.items()) if one}
        )

    def _is_kept(self, code: str, level: str) -> bool:
        """Count a finding; whether there is still room for it in the list."""
        self._counts[code] += 1
        self._has_errors = self._has_errors or level == "error"
        return self._counts[code] <= KEPT


def _level(level: str) -> Level:
    return "error" if level == "error" else "warning"


def _sorted(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items()))
