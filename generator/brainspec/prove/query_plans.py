"""Plans every query on empty tables: what it reads, what it gives, and whether an index serves it."""

from collections.abc import Iterator
from contextlib import closing

from brainspec.diagnostic import Diagnostic
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.storage import Query, Table
from brainspec.prove.findings import queries as codes
from brainspec.prove.parameters import samples
from brainspec.prove.plans import full_scans, read_tables, sqlite_text, used_indexes
from brainspec.prove.tables import all_statements
from brainspec.registry import Finding, Registry
from brainspec.semantics.sql import Answer, RefusedSql, ask, open_store

Plan = tuple[frozenset[str] | None, list[Diagnostic]]
"""The indexes a query uses (None: it cannot be run), and what is wrong with it."""


def plan(registry: Registry, query: Definition[Query]) -> Plan:
    """The plan of a query whose tables are sound."""
    body = query.body
    tables = read_by(registry, query)
    try:
        with closing(open_store(all_statements(registry, tables))) as store:
            answer = ask(store, sqlite_text(body), samples(body))
    except RefusedSql as error:
        help_ = "Correct it; a query reads the tables it lists under `reads`, and nothing else."
        finding = Finding(query, sql_place(body), f"SQLite cannot run this query: {error}.", help_)
        return None, [finding.diagnose(codes.REFUSED_QUERY)]
    found = [*_flaws(query, tables, answer)]
    is_runnable = not any(one.code is codes.WRONG_COLUMNS for one in found)
    return (frozenset(used_indexes(answer.plan)) if is_runnable else None), found


def read_by(registry: Registry, query: Definition[Query]) -> list[Definition[Table]]:
    """The tables a query says it reads."""
    return [registry.need(name, query.id.capability, "table") for name in query.body.reads]


def sql_place(body: Query) -> Pointer:
    """Where the SQL for SQLite stands."""
    return ("sql",) if isinstance(body.sql, str) else ("sql", "sqlite")


def _flaws(query: Definition[Query], tables: list[Definition[Table]], answer: Answer) -> Iterator[Diagnostic]:
    body = query.body
    for table, line in full_scans(answer.plan, sqlite_text(body), tables):
        message = f"This query reads all of `{table}` (plan: {line})."
        help_ = "Give the table an index that begins with the columns the query compares, or compare others."
        yield Finding(query, sql_place(body), message, help_).diagnose(codes.FULL_SCAN)
    read = read_tables(answer.read, tables)
    for number, table_ in enumerate(tables):
        if table_.id not in read:
            message = f"The query does not read `{body.reads[number]}`."
            yield Finding(query, ("reads", number), message, "Remove it.").diagnose(codes.UNREAD_TABLE)
    if answer.columns != tuple(body.columns):
        message = f"The query gives the columns {', '.join(answer.columns)}, not {', '.join(body.columns)}."
        help_ = "Name them in the SQL with AS, and describe each under `columns` in the same order."
        yield Finding(query, ("columns",), message, help_, key=True).diagnose(codes.WRONG_COLUMNS)
