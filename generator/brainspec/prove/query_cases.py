"""Runs the cases of queries on the rows of their fixtures."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from brainspec.diagnostic import Code, Diagnostic
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.storage import Query, QueryCase
from brainspec.prove.findings import query_cases as codes
from brainspec.prove.parameters import bound, flaws_of_values
from brainspec.prove.plans import sqlite_text
from brainspec.prove.query_plans import sql_place
from brainspec.registry import Finding
from brainspec.semantics.panel import colour
from brainspec.semantics.sql import RefusedSql, Row, ask

Flaw = tuple[Code, Pointer, str, str]


class Day(NamedTuple):
    """The rows of a fixture in a database, and the same rows stored in the opposite order."""

    store: sqlite3.Connection
    backwards: sqlite3.Connection


def run_case(query: Definition[Query], case: QueryCase, at: Pointer, day: Day) -> list[Diagnostic]:
    """What a case shows to be wrong; nothing when it gives what it says."""
    return [
        Finding(query, where, message, help_).diagnose(code)
        for code, where, message, help_ in _flaws(query.body, case, at, day)
    ]


def _flaws(body: Query, case: QueryCase, at: Pointer, day: Day) -> Iterator[Flaw]:
    flaws = [*flaws_of_values(body, case, at)]
    yield from ((codes.BAD_PARAMETER, *flaw) for flaw in flaws)
    if flaws:
        return
    sql, parameters = sqlite_text(body), bound(body, case)
    try:
        rows, again = ask(day.store, sql, parameters).rows, ask(day.backwards, sql, parameters).rows
    except RefusedSql as error:
        yield codes.FAILED_CASE, at, f"SQLite cannot run `{case.name}`: {error}.", "Correct the case, or the query."
        return
    if (difference := _difference(rows, case.rows)) is not None:
        yield codes.FAILED_CASE, (*at, "rows"), difference, "Correct the rows, or the query."
    elif rows != again:
        message = f"`{case.name}` orders its rows otherwise when they are stored otherwise."
        yield codes.UNSTEADY_ORDER, sql_place(body), message, "End ORDER BY with columns that no two rows share."
    yield from _flaws_of_colour(body, case, at, rows)


def _difference(rows: Sequence[Row], expected: Sequence[Sequence[Any]]) -> str | None:
    """How rows differ from those a case states; None when they are the same."""
    given, wanted = [_text(row) for row in rows], [_text(row) for row in expected]
    if given == wanted:
        return None
    for number, (one, other) in enumerate(zip(given, wanted, strict=False), start=1):
        if one != other:
            return f"Row {number} is {one}, not {other}."
    number = min(len(given), len(wanted))
    more = f"Row {number + 1} is {given[number]}" if len(given) > number else f"There is no row {number + 1}"
    return f"There are {len(given)} rows, not {len(wanted)}. {more}."


def _text(row: Sequence[Any]) -> str:
    """A row as JSON; flags are stored as numbers."""
    stored = [int(value) if isinstance(value, bool) else _bytes(value) for value in row]
    return json.dumps(stored, ensure_ascii=False, sort_keys=True)


def _bytes(value: Any) -> Any:
    return value.hex() if isinstance(value, bytes) else value


def _flaws_of_colour(body: Query, case: QueryCase, at: Pointer, rows: Sequence[Row]) -> Iterator[Flaw]:
    if case.state is None:
        return
    limits = body.panel.thresholds if body.panel else None
    if limits is None:
        message, help_ = "This query is no panel with thresholds, so it has no colour.", "Remove `state`."
        yield codes.WRONG_COLOUR, (*at, "state"), message, help_
    elif (found := colour(limits, tuple(body.columns), rows)) != case.state:
        message = f"The panel is {found} on `{case.name}`, not {case.state}."
        yield codes.WRONG_COLOUR, (*at, "state"), message, "Correct the state, or the thresholds."
