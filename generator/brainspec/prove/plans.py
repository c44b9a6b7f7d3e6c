"""What SQLite's plan of a query says: tables read in full, and indexes used."""

import re
from collections.abc import Iterable, Iterator

from brainspec.model import Definition, Id
from brainspec.model.storage import Query, Table
from brainspec.semantics.ddl import search_name

_SCAN = re.compile(r"SCAN (\S+)(?: VIRTUAL TABLE INDEX [0-9]+:(\S*))?")
_INDEX = re.compile(r"USING (?:COVERING )?INDEX (\S+)")
_UNREAD = re.compile(r"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/", re.DOTALL)


def sqlite_text(body: Query) -> str:
    """The SQL of a query for SQLite."""
    return body.sql if isinstance(body.sql, str) else body.sql.sqlite


def full_scans(plan: Iterable[str], sql: str, tables: Iterable[Definition[Table]]) -> Iterator[tuple[str, str]]:
    """The declared tables, or their full-text tables, that a plan reads in full, each with the line that says so.

    Scans of what a query computes itself (common tables, subqueries) are none.
    """
    declared = {one.id.name.replace("-", "_") for one in tables}
    searches = {search_name(one) for one in tables if one.body.search}
    for line in plan:
        found = _SCAN.match(line)
        name = found[1] if found else ""
        if name in searches and found and not found[2]:
            yield name, line
        elif table := name if name in declared else _meant(name, sql, declared):
            yield table, line


def used_indexes(plan: Iterable[str]) -> set[str]:
    """The names of the indexes a plan uses."""
    return {found[1] for line in plan if (found := _INDEX.search(line))}


def read_tables(read: Iterable[str], tables: Iterable[Definition[Table]]) -> set[Id]:
    """The tables among what SQLite read; a full-text table counts as its table."""
    found = set()
    for table in tables:
        name, search = table.id.name.replace("-", "_"), search_name(table)
        if any(one in (name, search) or one.startswith(f"{search}_") for one in read):
            found.add(table.id)
    return found


def _meant(alias: str, sql: str, declared: set[str]) -> str:
    """The declared table that an alias stands for, or nothing."""
    visible = _UNREAD.sub(" ", sql)
    for table in sorted(declared):
        if alias and re.search(rf'\b{table}"?\s+(?:AS\s+)?"?{re.escape(alias)}\b', visible, re.IGNORECASE):
            return table
    return ""
