"""Runs SQL from specs in SQLite: it may read, and nothing else, takes bounded time, and never sees the clock.

Needs SQLite 3.37. Imported only where SQL is run.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

OLDEST = (3, 37, 0)
MOST_ROWS = 10_000
MOST_OPCODES = 5_000_000
_OPCODES_A_LOOK = 10_000
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 100,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 10,
}
# Functions whose result or cost is not bounded by the rows and the parameters.
_UNSTEADY = frozenset(
    {
        "changes", "current_date", "current_time", "current_timestamp", "format", "fts3_tokenizer",
        "last_insert_rowid", "load_extension", "printf", "random", "randomblob", "sqlite_source_id", "sqlite_version",
        "total_changes", "zeroblob",
    }
)  # fmt: skip
_CLOCK = re.compile(
    r"'(?:now|localtime|utc)'|\b(?:date|time|datetime|julianday|unixepoch)\s*\(\s*\)|\bstrftime\s*\(\s*'[^']*'\s*\)",
    re.IGNORECASE,
)
Row = tuple[Any, ...]


class RefusedSql(ValueError):
    """SQL that SQLite cannot run, or that does what a query of a spec may not do."""


class Answer(NamedTuple):
    """What a query gave: names of columns, rows, the tables it read, and SQLite's plan, line by line."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    read: frozenset[str]
    plan: tuple[str, ...]


def version() -> tuple[int, int, int]:
    """The version of SQLite that Python was built with."""
    return sqlite3.sqlite_version_info


def open_store(statements: Iterable[str]) -> sqlite3.Connection:
    """An empty database in memory with some tables. Raises RefusedSql."""
    store = sqlite3.connect(":memory:", isolation_level=None)
    for limit, most in _LIMITS.items():
        store.setlimit(limit, most)
    # Their tables come into being at their first use, which later counts as writing.
    store.execute("SELECT 1 FROM json_each('[]'), json_tree('[]')")
    make(store, statements)
    return store


def make(store: sqlite3.Connection, statements: Iterable[str]) -> None:
    """Run statements of our own making that define tables. Raises RefusedSql."""
    try:
        for statement in statements:
            store.execute(statement)
    except sqlite3.Error as error:
        raise RefusedSql(str(error)) from None


def ask(store: sqlite3.Connection, sql: str, parameters: Mapping[str, Any]) -> Answer:
    """Run a query from a spec. Raises RefusedSql."""
    clock = _CLOCK.search(sql)
    if clock:
        raise RefusedSql(f"`{clock[0]}` depends on when and where the query runs; pass the time as a parameter")
    guard = _Guard()
    with guard.on(store):
        try:
            plan = tuple(row[3] for row in store.execute(f"EXPLAIN QUERY PLAN {sql}", parameters))
            cursor = store.execute(sql, parameters)
            rows = tuple(cursor.fetchmany(MOST_ROWS + 1))
        except (sqlite3.Error, sqlite3.Warning, OverflowError, UnicodeEncodeError, MemoryError) as error:
            raise RefusedSql(guard.reason or str(error)) from None
    if len(rows) > MOST_ROWS:
        raise RefusedSql(f"it gives more than {MOST_ROWS} rows; add a LIMIT")
    columns = tuple(str(one[0]) for one in cursor.description or ())
    return Answer(columns, rows, frozenset(guard.read), plan)


class _Guard:
    """What SQLite asks while a query from a spec is prepared and runs."""

    def __init__(self) -> None:
        self.read: set[str] = set()
        self.reason = ""
        self._looks = 0

    @contextmanager
    def on(self, store: sqlite3.Connection) -> Iterator[None]:
        store.set_authorizer(self._may)
        store.set_progress_handler(self._stop, _OPCODES_A_LOOK)
        try:
            yield
        finally:
            store.set_authorizer(None)
            store.set_progress_handler(None, 0)

    def _may(self, action: int, first: str | None, second: str | None, *_: str | None) -> int:
        reason = self._objection(action, (first or "").lower(), (second or "").lower())
        self.reason = self.reason or reason
        return sqlite3.SQLITE_DENY if reason else sqlite3.SQLITE_OK

    def _objection(self, action: int, first: str, second: str) -> str:
        if action == sqlite3.SQLITE_READ and not first.startswith("sqlite_"):
            self.read.add(first)
            return ""
        if action == sqlite3.SQLITE_FUNCTION and second in _UNSTEADY:
            return f"`{second}` may not be used: what it gives or costs depends on more than the rows"
        # Full-text search asks for the data version by itself.
        is_version = action == sqlite3.SQLITE_PRAGMA and first == "data_version"
        known = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE)
        return "" if is_version or action in known else "a query of a spec may only read its tables"

    def _stop(self) -> int:
        self._looks += 1
        if self._looks * _OPCODES_A_LOOK <= MOST_OPCODES:
            return 0
        self.reason = "it takes too long"
        return 1
