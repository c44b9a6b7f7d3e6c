"""Tables, queries and the rows they are shown with."""

import json
import re
from collections.abc import Iterable
from typing import Any

from brainspec.emit.markdown import fence, stacked, table_text
from brainspec.emit.views.fields import type_words
from brainspec.model import Definition
from brainspec.model.storage import Column, Engines, Query, QueryCase, Rows, Table
from brainspec.registry import Registry
from brainspec.semantics.composition import envelope_of, event_schema, events_of, mapping, qualified
from brainspec.semantics.prose import Page, linked, resolved
from brainspec.semantics.typography import amount, code, listed, literal

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .,:_/-]*")
KEYS = {"primary": "primary key", "unique": "unique"}


def columns_table(page: Page, one: Definition[Table]) -> str:
    """The columns of a table: name, type with its constraints, meaning."""
    fields = _held_fields(page.registry, one)
    rows = [
        (code(name), _column_type(page, column, fields.get(column.field or "")), _meaning(page, column, fields))
        for name, column in one.body.columns.items()
    ]
    return table_text(("Column", "Type", "Meaning"), rows)


def sql_fence(body: Query) -> str:
    """The text of a query; where engines differ, the SQLite form, then the other."""
    if isinstance(body.sql, Engines):
        return stacked(
            "For SQLite:", fence("sql", body.sql.sqlite), "For PostgreSQL:", fence("sql", body.sql.postgresql)
        )
    return fence("sql", body.sql)


def result_table(body: Query, case: QueryCase) -> str:
    """The rows that a case gives."""
    rows = [[_cell(value) for value in row] for row in case.rows]
    return table_text(tuple(map(code, body.columns)), rows) or "No rows."


def given_tables(page: Page, one: Definition[Query], case: QueryCase) -> str:
    """The rows that go in: those of the tables the query reads, without the columns it does not name."""
    fixture = page.registry.need(case.fixture, page.capability, "fixture").body
    sql = one.body.sql if isinstance(one.body.sql, str) else one.body.sql.sqlite
    named = set(re.findall(r"\w+", sql))
    return stacked(*(_given(name, fixture.tables[name], named) for name in one.body.reads if name in fixture.tables))


def parameters(case: QueryCase) -> str:
    """The parameters of a case in words."""
    return listed([f"{code(name)} = {literal(value)}" for name, value in case.with_.items()])


def panel_row(page: Page, one: Definition[Query]) -> tuple[str, str, str]:
    """A panel as name, question and alarm."""
    name = one.body.panel.title if one.body.panel else ""
    return linked(page, one, name), resolved(page, one.body.question), alarm(one.body)


def alarm(body: Query) -> str:
    """When a panel changes colour."""
    limits = body.panel.thresholds if body.panel else None
    if limits is None:
        return "never"
    side = "or less" if limits.below else "or more"
    column = code(limits.column)
    return f"{column} {amount(limits.warn)} {side}: warning; {amount(limits.bad)} {side}: bad"


def _given(name: str, rows: Rows, named: set[str]) -> str:
    shared = [f"{code(column)} {literal(value)}" for column, value in rows.defaults.items() if column in named]
    every = f" Every row has {listed(shared)}." if shared else ""
    kept = [at for at, column in enumerate(rows.columns) if column in named]
    cells = ([_cell(row[at]) for at in kept] for row in rows.rows)
    return stacked(f"Rows of {code(name)}.{every}", table_text([code(rows.columns[at]) for at in kept], cells))


def _cell(value: Any) -> str:
    """A value as it is where that is no Markdown, else as code."""
    if isinstance(value, str) and not _PLAIN.fullmatch(value):
        return code(value)
    return value if isinstance(value, str) else json.dumps(value)


def _held_fields(registry: Registry, one: Definition[Table]) -> dict[str, Any]:
    """The fields of what a table holds, by name; a stream gives those of its envelope and of all its events."""
    if not one.body.holds:
        return {}
    held = registry.need(one.body.holds, one.id.capability, "stream", "type", "event")
    if held.id.kind != "stream":
        return mapping(held.body.schema_.get("properties"))
    events: Iterable[Definition[Any]] = events_of(registry, held)
    found = {
        name: one for event in events for name, one in mapping(event_schema(registry, event)["properties"]).items()
    }
    envelope = envelope_of(registry, held)
    if envelope:  # its own words, where events fix a value
        found |= mapping(qualified(registry, envelope.body.schema_, envelope.id.capability).get("properties"))
    return found


def _column_type(page: Page, column: Column, field: Any) -> str:
    facts = [
        column.type or type_words(page, field),
        *([KEYS[column.key]] if column.key else []),
        *(["required"] if column.required else []),
    ]
    if column.references:
        facts.append(f"row of {linked(page, page.registry.need(column.references, page.capability, 'table'))}")
    return ", ".join(facts)


def _meaning(page: Page, column: Column, fields: dict[str, Any]) -> str:
    if column.field and not column.brief:
        return resolved(page, str(mapping(fields.get(column.field)).get("description", "")))
    return resolved(page, column.brief or "")
