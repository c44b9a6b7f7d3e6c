"""Parameters of queries: sample values for planning, and the values of a case."""

from collections.abc import Iterator
from typing import Any

from brainspec.document import Pointer
from brainspec.model.storage import Query, QueryCase, QueryParameter
from brainspec.prove.cells import FORMS
from brainspec.semantics.search import fts5_query

_SAMPLES = {"text": "", "integer": 1, "number": 1.0, "timestamp": "2000-01-01T00:00:00Z", "search": '"a"'}
Flaw = tuple[Pointer, str, str]


def samples(body: Query) -> dict[str, Any]:
    """A value for every parameter, with which a query can be planned."""
    return {name: _SAMPLES[one.type] if one.default is None else one.default for name, one in body.params.items()}


def bound(body: Query, case: QueryCase) -> dict[str, Any]:
    """The values of a case as SQLite takes them: defaults filled in, searches quoted."""
    values: dict[str, Any] = {name: case.with_.get(name, one.default) for name, one in body.params.items()}
    return {name: fts5_query(value) if body.params[name].type == "search" else value for name, value in values.items()}


def flaws_of_values(body: Query, case: QueryCase, at: Pointer) -> Iterator[Flaw]:
    """What is wrong with the values of a case."""
    for name, one in body.params.items():
        value, where = case.with_.get(name, one.default), (*at, "with", name) if name in case.with_ else (*at, "with")
        if value is None:
            yield where, f"`{case.name}` gives no value for `{name}`.", "Give it one, or the parameter a default."
        elif reason := _objection(name, one, value):
            yield where, f"{reason}.", "Correct the value."


def _objection(name: str, one: QueryParameter, value: Any) -> str:
    fits, words = FORMS[one.type]
    if not fits(value):
        return f"`{name}` must be {words}"
    if one.minimum is not None and value < one.minimum:
        return f"`{name}` is less than {one.minimum}"
    return f"`{name}` is more than {one.maximum}" if one.maximum is not None and value > one.maximum else ""
