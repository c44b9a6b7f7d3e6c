"""The payloads an event is tried with: the values at which a guard may change its mind."""

from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import Any, Literal

from brainspec.semantics.columns import resolved
from brainspec.semantics.composition import mapping
from brainspec.semantics.machine import Machine, Row, Signal
from brainspec.semantics.machine_guard import Comparison, Named, Sum, parts
from brainspec.semantics.machine_guard import Literal as Constant
from brainspec.semantics.schemas import Schema, validator

MOST_PAYLOADS = 1000
MOST_VALUES = 40
OTHER_TEXT = "another text"
Form = Literal["integer", "text", "flag", ""]
_FORMS_OF_VALUES: dict[type, Form] = {bool: "flag", int: "integer", str: "text"}
_FORMS: dict[Any, Form] = {"integer": "integer", "number": "integer", "string": "text", "boolean": "flag"}


def fields_of(signal: Signal) -> dict[str, Schema]:
    """The payload fields of an event, each with its schema resolved."""
    fields = mapping(signal.schema.get("properties"))
    return {name: resolved(signal.schema, one) for name, one in fields.items()}


def form_of(schema: Schema) -> Form:
    """What a field is to guards and data; empty for lists, mappings and mixtures."""
    listed = [schema["const"]] if "const" in schema else schema.get("enum", ())
    return _FORMS.get(schema.get("type")) or _form_of_all(listed)


def payloads(machine: Machine, event: str) -> Iterator[dict[str, Any]]:
    """Payloads that try every side of every guard on an event; fields that no row looks at are left out."""
    signal = machine.signals[event]
    rows = [row for node in machine.nodes.values() for row in node.rows if row.event == event]
    looked_at = {name for row in rows for name in _read_by(row)}
    fields = {name: schema for name, schema in fields_of(signal).items() if name in looked_at}
    choices = [_values(machine, signal, name, schema, rows) for name, schema in fields.items()]
    for values in islice(product(*choices), MOST_PAYLOADS):
        yield dict(zip(fields, values, strict=True))


def _form_of_all(values: Any) -> Form:
    forms: set[Form] = {_FORMS_OF_VALUES.get(type(one), "") for one in values} if isinstance(values, list) else set()
    return forms.pop() if len(forms) == 1 else ""


def _read_by(row: Row) -> Iterator[str]:
    """The payload fields that a row's guard compares and that its changes take."""
    yield from (change.value for change in row.changes if change.verb == "take")
    for part in parts(row.condition) if row.condition else ():
        if isinstance(part, Named) and part.is_field:
            yield part.name


def _values(machine: Machine, signal: Signal, name: str, schema: Schema, rows: list[Row]) -> list[Any]:
    if "const" in schema or "enum" in schema:
        return [schema["const"]] if "const" in schema else list(schema["enum"])
    form = form_of(schema)
    if form == "flag":
        return [False, True]
    near = [value for row in rows for value in _compared(machine, row, name)]
    if form == "text":
        tried: list[Any] = [*dict.fromkeys(one for one in near if isinstance(one, str)), OTHER_TEXT]
    else:
        tried = sorted(_around([one for one in near if type(one) is int], schema))
    check = validator({**schema, "$defs": mapping(signal.schema.get("$defs"))})
    fitting = [one for one in tried if check.is_valid(one)]
    return fitting[:MOST_VALUES] or tried[:1]


def _compared(machine: Machine, row: Row, field: str) -> Iterator[Any]:
    """The values a row's guard compares a field with, and those the field is taken into."""
    for change in row.changes:
        if change.verb == "take" and change.value == field:
            yield from _known(machine, change.datum)
    for comparison in parts(row.condition) if row.condition else ():
        inner = list(parts(comparison)) if isinstance(comparison, Comparison) else []
        if any(isinstance(one, Named) and one.is_field and one.name == field for one in inner):
            constants = [value for one in inner for value in _constants(machine, one)]
            yield from constants
            if any(isinstance(one, Sum) for one in inner):
                numbers = [one for one in constants if type(one) is int]
                yield from (first + sign * second for first in numbers for second in numbers for sign in (1, -1))
                yield from (-one for one in numbers)


def _constants(machine: Machine, part: Any) -> Iterator[Any]:
    if isinstance(part, Constant):
        yield part.value
    elif isinstance(part, Named) and not part.is_field:
        yield from _known(machine, part.name)


def _known(machine: Machine, datum: str) -> Iterator[Any]:
    variable = machine.variables[datum]
    yield variable.initial
    yield from (variable.values or ())
    if variable.max is not None:
        yield variable.max


def _around(numbers: list[int], schema: Mapping[str, Any]) -> set[int]:
    """The bounds of a schema, 0, 1 and some numbers, each with its neighbours."""
    bounds = [schema.get(key) for key in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")]
    centres = {0, *(int(one) for one in bounds if isinstance(one, int | float)), *numbers}
    return {centre + step for centre in centres for step in (-1, 0, 1)}
