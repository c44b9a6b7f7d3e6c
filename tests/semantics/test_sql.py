"""SQL from specs reads, and nothing else."""

import pytest

from brainspec.semantics.sql import RefusedSql, ask, open_store

STATEMENTS = ("CREATE TABLE things (name TEXT PRIMARY KEY, size INTEGER) STRICT", "INSERT INTO things VALUES ('a', 1)")


@pytest.mark.parametrize(
    "sql",
    [
        "ATTACH 'other.db' AS other",
        "PRAGMA table_info(things)",
        "SELECT * FROM pragma_table_info('things')",
        "INSERT INTO things VALUES ('b', 2)",
        "UPDATE things SET size = 2",
        "DELETE FROM things",
        "DROP TABLE things",
        "CREATE TEMP TABLE more (name TEXT)",
        "VACUUM INTO 'copy.db'",
        "BEGIN",
        "SELECT * FROM sqlite_master",
        "SELECT load_extension('evil')",
        "SELECT random()",
        "SELECT CURRENT_TIMESTAMP",
        "SELECT date()",
        "SELECT unixepoch('NOW')",
        "SELECT printf('%.*c', 999999999, 'x')",
        "SELECT length(zeroblob(100))",
        "SELECT 1; SELECT 2",
        "EXPLAIN SELECT 1",
        "SELECT :unknown",
        "SELECT * FROM nothing",
        "",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 10001) SELECT i FROM n",
        "WITH RECURSIVE n(t) AS (SELECT 'a' UNION ALL SELECT t || t FROM n) SELECT MAX(t) FROM n",
    ],
)
def test_what_a_query_may_not_do(sql: str) -> None:
    store = open_store(STATEMENTS)
    with pytest.raises(RefusedSql) as caught:
        ask(store, sql, {})
    assert str(caught.value)
    assert store.execute("SELECT * FROM things").fetchall() == [("a", 1)]


@pytest.mark.parametrize(
    ("sql", "rows", "read"),
    [
        ("SELECT name, size + 1 FROM things", (("a", 2),), {"things"}),
        ("SELECT value FROM json_each('[1, 2]')", ((1,), (2,)), {"json_each"}),
        (
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3) SELECT SUM(i) FROM n",
            ((6,),),
            set(),
        ),
        ("SELECT date(:day, '+1 day')", (("2026-01-28",),), set()),
    ],
)
def test_what_a_query_gives(sql: str, rows: tuple[tuple[object, ...], ...], read: set[str]) -> None:
    answer = ask(open_store(STATEMENTS), sql, {"day": "2026-01-27"})
    assert answer.rows == rows
    assert set(answer.read) - {"n"} == read


def test_values_too_large_for_sqlite_are_refused() -> None:
    with pytest.raises(RefusedSql):
        ask(open_store(STATEMENTS), "SELECT :size", {"size": 2**64})
