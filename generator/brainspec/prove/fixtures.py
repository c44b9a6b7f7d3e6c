"""Fixtures: their rows are put into a database in memory, with every constraint of the tables."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from brainspec.diagnostic import Diagnostic
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.storage import Fixture, Rows, Table
from brainspec.prove.cells import objection, stored
from brainspec.prove.findings.tables import BROKEN_FIXTURE
from brainspec.prove.tables import all_statements
from brainspec.registry import Finding, Registry
from brainspec.semantics.columns import StoredColumn, stored_columns
from brainspec.semantics.ddl import quoted, table_name
from brainspec.semantics.sql import RefusedSql, open_store

Flaw = tuple[Pointer, str, str]


def tables_of(registry: Registry, fixture: Definition[Fixture]) -> dict[str, Definition[Table]]:
    """The tables a fixture fills, by the name it writes."""
    return {name: registry.need(name, fixture.id.capability, "table") for name in fixture.body.tables}


def filled(
    registry: Registry, fixture: Definition[Fixture], more: list[Definition[Table]], *, backwards: bool = False
) -> tuple[sqlite3.Connection | None, list[Diagnostic]]:
    """A database with the rows of a fixture and some more empty tables, and what is wrong with the rows.

    There is no database where a row does not hold together. With `backwards` the last row of each table is stored
    first and there are no indexes, so that only ORDER BY orders the rows of a query.
    """
    tables = tables_of(registry, fixture)
    try:
        made = all_statements(registry, [*tables.values(), *more])
        store = open_store(one for one in made if not (backwards and one.startswith("CREATE INDEX")))
    except RefusedSql as error:
        flaws: list[Flaw] = [(("tables",), f"SQLite cannot make these tables together: {error}.", "Rename one.")]
    else:
        flaws = [flaw for name in tables for flaw in _flaws(registry, fixture, name)]
        flaws = flaws or [*_refusals(registry, fixture, store, backwards=backwards)]
    found = [Finding(fixture, at, message, help_).diagnose(BROKEN_FIXTURE) for at, message, help_ in flaws]
    return (None if found else store), found


def _refusals(
    registry: Registry, fixture: Definition[Fixture], store: sqlite3.Connection, *, backwards: bool
) -> Iterator[Flaw]:
    """Put all rows in; what SQLite refuses, and rows that refer to a row that is not there."""
    places: dict[tuple[str, int], Pointer] = {}
    for name, table in tables_of(registry, fixture).items():
        rows, columns = fixture.body.tables[name], stored_columns(registry, table)
        numbers = range(len(rows.rows))
        for number in reversed(numbers) if backwards else numbers:
            at: Pointer = ("tables", name, "rows", number)
            try:
                place = _insert(store, table, columns, _row(rows, number))
            except sqlite3.Error as error:
                yield at, f"SQLite refuses this row: {error}.", "Correct the row or the table."
            else:
                places[table_name(table), place] = at
    for name, place, parent, _ in store.execute("PRAGMA foreign_key_check"):
        message, help_ = f"This row refers to a row of `{parent}` that is not there.", "Add it, or correct the value."
        yield places[quoted(name), place], message, help_


def _row(rows: Rows, number: int) -> dict[str, Any]:
    return {**rows.defaults, **dict(zip(rows.columns, rows.rows[number], strict=True))}


def _insert(
    store: sqlite3.Connection, table: Definition[Table], columns: dict[str, StoredColumn], row: dict[str, Any]
) -> int:
    """Put a row in; the number that SQLite gives it. Raises sqlite3.Error."""
    names = ", ".join(map(quoted, row))
    sql = f"INSERT INTO {table_name(table)} ({names}) VALUES ({', '.join('?' * len(row))})"  # noqa: S608
    cursor = store.execute(sql, [stored(columns[name], value) for name, value in row.items()])
    return cursor.lastrowid or 0


def _flaws(registry: Registry, fixture: Definition[Fixture], name: str) -> Iterator[Flaw]:
    """Columns that stand there twice, and values that are not what their column holds."""
    rows, at = fixture.body.tables[name], ("tables", name)
    columns = stored_columns(registry, tables_of(registry, fixture)[name])
    twice = [place for place, column in enumerate(rows.columns) if column in rows.columns[:place]]
    if twice:
        message = f"`{rows.columns[twice[0]]}` stands here twice."
        yield (*at, "columns", twice[0]), message, "Keep one of the two."
        return
    cells: list[tuple[Pointer, str, Any]] = [((*at, "defaults", key), key, one) for key, one in rows.defaults.items()]
    for number, row in enumerate(rows.rows):
        cells += [((*at, "rows", number, place), rows.columns[place], value) for place, value in enumerate(row)]
    for where, column, value in cells:
        if reason := objection(columns[column], value):
            yield where, f"{reason}.", "Correct the value."
