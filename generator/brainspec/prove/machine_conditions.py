"""Whether the guards of a machine can be read, know their names, and compare like with like."""

from collections.abc import Iterator, Mapping
from typing import Any

from brainspec.diagnostic import Diagnostic
from brainspec.diagnostic.nearest import did_you_mean
from brainspec.model import Definition
from brainspec.model.behaviour import Machine
from brainspec.prove.findings.machine import BAD_GUARD
from brainspec.prove.machine_changes import payload_fields, variables_of
from brainspec.prove.machine_names import all_states
from brainspec.prove.machine_payloads import Form, form_of
from brainspec.registry import Finding, Registry
from brainspec.semantics.machine_guard import (
    BadGuard,
    Both,
    Comparison,
    Condition,
    Literal,
    Named,
    Not,
    Sum,
    parse_guard,
    parts,
)

Forms = Mapping[tuple[str, bool], Form]
"""Name, and whether it is a payload field, to what it is; an empty form fits nothing."""
Reason = tuple[str, str, tuple[int, int] | None]
_NOUNS = {"integer": "a number", "text": "a text", "flag": "a flag", "": "a list or a mapping"}


def broken_guards(registry: Registry, definition: Definition[Machine]) -> Iterator[Diagnostic]:
    """Every guard that cannot be read, and every use of one that makes no sense."""
    known = variables_of(registry, definition)
    conditions: dict[str, Condition] = {}
    for name, guard in definition.body.guards.items():
        at = ("guards", name, "test")
        try:
            conditions[name] = parse_guard(guard.test)
        except BadGuard as error:
            help_ = "Compare data, `event.field` and values, joined by `and`, `or` and `not`."
            yield Finding(definition, at, error.reason, help_, chars=(error.start, error.end)).diagnose(BAD_GUARD)
            continue
        for part in _named(conditions[name], is_field=False):
            if part.name not in known:
                help_ = did_you_mean(part.name, known, f"The machine keeps: {', '.join(known) or 'nothing'}.")
                message = f"The machine has no datum `{part.name}`."
                yield Finding(definition, at, message, help_, chars=(part.start, part.end)).diagnose(BAD_GUARD)
                conditions.pop(name, None)
    yield from _uses(registry, definition, conditions, {(name, False): one.type for name, one in known.items()})


def _uses(
    registry: Registry, definition: Definition[Machine], conditions: Mapping[str, Condition], known: Forms
) -> Iterator[Diagnostic]:
    """What is wrong where a row uses a guard."""
    fields = payload_fields(registry, definition)
    for at, _, state, _ in all_states(definition.body):
        for number, row in enumerate(state.accept):
            condition = conditions.get(row.if_ or "")
            if condition is None:
                continue
            carried = fields[row.event]
            lacking = sorted({one.name for one in _named(condition, is_field=True)} - set(carried))
            for name in lacking:
                message = f"`{row.if_}` looks at `event.{name}`, which `{row.event}` does not carry."
                help_ = did_you_mean(name, carried, f"Give `{row.event}` the field, or use another guard.")
                yield Finding(definition, (*at, "accept", number, "if"), message, help_).diagnose(BAD_GUARD)
            if not lacking:
                forms = {**known, **{(name, True): form_of(one) for name, one in carried.items()}}
                yield from _unlike(definition, str(row.if_), condition, forms)


def _unlike(definition: Definition[Machine], guard: str, condition: Condition, forms: Forms) -> Iterator[Diagnostic]:
    for message, help_, chars in _misfits(condition, forms):
        yield Finding(definition, ("guards", guard, "test"), message, help_, chars=chars).diagnose(BAD_GUARD)


def _misfits(condition: Condition, forms: Forms) -> Iterator[Reason]:
    """Comparisons of unlike things, sums of what is no number, and values that are no condition."""
    for part in parts(condition):
        if isinstance(part, Comparison):
            left, right = _form(part.left, forms), _form(part.right, forms)
            place = (part.start, part.end)
            if left != right or not left:
                yield f"{_NOUNS[left].capitalize()} is compared with {_NOUNS[right]}.", "Compare like with like.", place
            elif left != "integer" and part.sign not in ("==", "!="):
                yield f"{_NOUNS[left].capitalize()} has no order.", "Use `==` or `!=`.", place
        elif isinstance(part, Sum) and {_form(part.left, forms), _form(part.right, forms)} != {"integer"}:
            yield "Only numbers can be added and subtracted.", "Compare the values as they are.", None
    for one in _bare(condition):
        if (form := _form(one, forms)) != "flag":
            where = (one.start, one.end) if isinstance(one, Named) else None
            yield f"{_NOUNS[form].capitalize()} alone is no condition.", "Compare it with something.", where


def _bare(condition: Condition) -> Iterator[Named | Literal]:
    """The names and values that stand as conditions by themselves."""
    match condition:
        case Both(_, left, right):
            yield from _bare(left)
            yield from _bare(right)
        case Not(inner):
            yield from _bare(inner)
        case Named() | Literal():
            yield condition


def _form(term: Any, forms: Forms) -> Form:
    match term:
        case Named(name, is_field):
            return forms[name, is_field]
        case Literal(value):
            return "flag" if isinstance(value, bool) else "integer" if isinstance(value, int) else "text"
        case _:
            return "integer"


def _named(condition: Condition, *, is_field: bool) -> list[Named]:
    return [one for one in parts(condition) if isinstance(one, Named) and one.is_field == is_field]
