"""Tables are made, fixtures filled in, queries planned and run: each broken once here."""

from pathlib import Path

import pytest

from tests.prove.project import found, proofs

TABLE = """\
    brief: One row a thing.
    columns:
      name: {type: text, key: primary, brief: Its name.}
      kind: {type: text, required: true, brief: What it is.}
      size: {type: integer, brief: How big it is.}
      sold: {type: flag, brief: Whether it is sold.}
      seen: {type: timestamp, brief: When it was seen.}
      more: {type: json, brief: The rest.}
      inside: {type: text, references: things, brief: The thing it is in.}
    indexes: [{columns: [kind, name], serves: ["query:of-a-kind"]}]
    search: {columns: [more], tokenizer: code, brief: The rest as words.}
    retention: [{class: sold, where: sold = 1, why: Sold things are proof.}]
"""
DAY = """\
    brief: One day with three things.
    tables:
      things:
        defaults: {kind: lamp, sold: false}
        columns: [name, size, seen, more, inside]
        rows:
          - [desk-lamp, 3, "2026-01-27T08:00:00Z", {colour: red}, null]
          - [bulb, 1, null, null, desk-lamp]
          - [floor-lamp, 9, null, "[1]", null]
"""
QUERY = """\
    brief: The things of a kind.
    question: Which things of this kind are there?
    reads: [things]
    params:
      kind: {type: text, brief: The kind.}
      least: {type: integer, default: 1, minimum: 0, maximum: 99, brief: The smallest size.}
    sql: SELECT name, size FROM things WHERE kind = :kind AND size > :least ORDER BY name
    columns: {name: Its name., size: Its size.}
    panel:
      title: Big things
      show: table
      thresholds: {column: size, warn: 3, bad: 10}
      action: Sell one.
    cases: [{name: lamps, fixture: day, with: {kind: lamp}, rows: [[desk-lamp, 3], [floor-lamp, 9]], state: warn}]
"""
FILES = {"tables/things": TABLE, "fixtures/day": DAY, "queries/of-a-kind": QUERY}


def broken(folder: Path, path: str, old: str, new: str) -> dict[str, str]:
    assert FILES[path].count(old) == 1, old
    return found(folder, FILES | {path: FILES[path].replace(old, new)})


def test_what_holds_together_is_run_with_its_index(tmp_path: Path) -> None:
    assert found(tmp_path, FILES) == {}
    shown = [(one.form, one.name, one.outcome, one.detail) for one in proofs(tmp_path, FILES)]
    assert shown == [("query case", "lamps", "passed", "uses the index things_kind_name")]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[desk-lamp, 3,", "[desk-lamp, three,", "`size` must be a whole number."),
        ("[desk-lamp, 3,", "[desk-lamp, 3.5,", "`size` must be a whole number."),
        ("[desk-lamp, 3,", "[desk-lamp, 99999999999999999999,", "`size` must be a whole number."),
        ("[desk-lamp, 3,", "[7, 3,", "`name` must be a text."),
        ("sold: false", "sold: 0", "`sold` must be true or false."),
        ('"2026-01-27T08:00:00Z"', '"2026-01-27 08:00"', "`seen` must be a time such as"),
        ('"[1]"', '"[1"', "`more` must be a value, or JSON text."),
        ("[bulb, 1,", "[desk-lamp, 1,", "SQLite refuses this row: UNIQUE constraint failed: things.name."),
        ("kind: lamp, ", "", "SQLite refuses this row: NOT NULL constraint failed: things.kind."),
        ("null, desk-lamp]", "null, desk]", "This row refers to a row of `things` that is not there."),
        ("columns: [name, size,", "columns: [name, name,", "`name` stands here twice."),
    ],
)
def test_rows_that_do_not_fit(tmp_path: Path, old: str, new: str, message: str) -> None:
    result = broken(tmp_path, "fixtures/day", old, new)
    assert result["broken-fixture"].startswith(message)


def test_a_text_must_be_one_of_the_values_of_its_field(tmp_path: Path) -> None:
    kind = "brief: What it is.\nschema: {type: string}\nvalues: {lamp: It shines., desk: It stands.}\n"
    thing = "brief: A thing.\nschema: {type: object, properties: {kind: {$ref: kind, description: What it is.}}}\n"
    table = TABLE.replace("    brief: One row a thing.\n", "    brief: One row a thing.\n    holds: type:thing\n")
    table = table.replace("kind: {type: text, required: true, brief: What it is.}", "kind: {field: kind}")
    files = FILES | {"types/kind": kind, "types/thing": thing, "tables/things": table}
    assert found(tmp_path / "good", files) == {}
    result = found(tmp_path / "bad", files | {"fixtures/day": DAY.replace("kind: lamp", "kind: lmap")})
    assert result == {"broken-fixture": "`kind` cannot be `lmap`: it is one of lamp, desk."}


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("FROM things", "FROM thigns", "refused-query", "SQLite cannot run this query: no such table: thigns."),
        ("SELECT name, size FROM", "DELETE FROM", "refused-query", "a query of a spec may only read its tables"),
        (":least ORDER", ":least; DROP TABLE things; SELECT 1 ORDER", "refused-query", "one statement at a time"),
        ("size > :least", "size > :least AND seen < datetime('now')", "refused-query", "`'now'` depends on when"),
        ("size > :least", "size > :least + random()", "refused-query", "`random` may not be used"),
        ("kind = :kind AND ", "kind || '' = :kind AND ", "full-scan", "This query reads all of `things`"),
        (
            "FROM things WHERE kind",
            "FROM things t WHERE t.kind || ''",
            "full-scan",
            "reads all of `things` (plan: SCAN t",
        ),
        (
            "SELECT name, size",
            "SELECT name, size AS big",
            "wrong-columns",
            "gives the columns name, big, not name, size",
        ),
        ("with: {kind: lamp}", "with: {}", "broken-parameter", "`lamps` gives no value for `kind`."),
        ("with: {kind: lamp}", "with: {kind: 7}", "broken-parameter", "`kind` must be a text."),
        ("with: {kind: lamp}", "with: {kind: lamp, least: -1}", "broken-parameter", "`least` is less than 0."),
        ("with: {kind: lamp}", "with: {kind: lamp, least: 100}", "broken-parameter", "`least` is more than 99."),
        (
            "[floor-lamp, 9]]",
            "[floor-lamp, 8]]",
            "failed-query-case",
            'Row 2 is ["floor-lamp", 9], not ["floor-lamp", 8].',
        ),
        (", [floor-lamp, 9]]", "]", "failed-query-case", 'There are 2 rows, not 1. Row 2 is ["floor-lamp", 9].'),
        ("9]]", "9], [x, 1]]", "failed-query-case", "There are 2 rows, not 3. There is no row 3."),
        (
            "[desk-lamp, 3]",
            "[desk-lamp, 3.0]",
            "failed-query-case",
            'Row 1 is ["desk-lamp", 3], not ["desk-lamp", 3.0].',
        ),
        ("state: warn", "state: bad", "wrong-panel-state", "The panel is warn on `lamps`, not bad."),
        ("warn: 3, bad: 10", "warn: 10, bad: 20", "wrong-panel-state", "The panel is good on `lamps`, not warn."),
    ],
)
def test_queries_that_do_not_hold(tmp_path: Path, old: str, new: str, code: str, message: str) -> None:
    result = broken(tmp_path, "queries/of-a-kind", old, new)
    assert message in result[code]


def test_an_order_that_rows_share_is_found(tmp_path: Path) -> None:
    result = broken(tmp_path, "queries/of-a-kind", "ORDER BY name", "ORDER BY kind")
    assert "unsteady-order" in result


def test_an_index_that_serves_nothing_is_found(tmp_path: Path) -> None:
    result = broken(tmp_path, "tables/things", "[kind, name], serves", "[seen], serves")
    assert result["unused-index"] == "The plan of `of-a-kind` does not use this index."


@pytest.mark.parametrize(
    "condition",
    ["sold =", "seld = 1", "1) OR load_extension('x'", "1); DROP TABLE things; --", "seen < date('now')"],
)
def test_a_retention_that_sqlite_cannot_use(tmp_path: Path, condition: str) -> None:
    result = broken(tmp_path, "tables/things", "where: sold = 1", f'where: "{condition}"')
    assert "SQLite cannot use this condition" in result["refused-table"]


def test_a_key_of_two_columns_cannot_be_referred_to(tmp_path: Path) -> None:
    result = broken(
        tmp_path, "tables/things", "kind: {type: text, required", "kind: {type: text, key: primary, required"
    )
    assert result["wrong-reference"].startswith("The key of `things` is 2 columns")


def test_what_rests_on_something_broken_is_not_run(tmp_path: Path) -> None:
    files = FILES | {"fixtures/day": DAY.replace("[desk-lamp, 3,", "[desk-lamp, three,")}
    (proof,) = proofs(tmp_path, files)
    assert (proof.outcome, proof.detail) == ("not run", "the query, a table or its fixture is broken")


def test_a_search_takes_any_text(tmp_path: Path) -> None:
    query = """\
        brief: The things whose rest has some words.
        question: Where was this written?
        reads: [things]
        params: {words: {type: search, brief: What is looked for.}}
        sql:
          sqlite: |
            SELECT things.name FROM things_search JOIN things ON things.row_id = things_search.rowid
            WHERE things_search MATCH :words ORDER BY things.name
          postgresql: SELECT name FROM things WHERE more @@ plainto_tsquery(:words) ORDER BY name
        columns: {name: Its name.}
        cases:
          - {name: word, fixture: day, with: {words: colour}, rows: [[desk-lamp]]}
          - {name: hostile, fixture: day, with: {words: 'red AND OR ( NEAR/ "'}, rows: []}
          - {name: nothing, fixture: day, with: {words: ""}, rows: []}
    """
    assert found(tmp_path, FILES | {"queries/written": query}) == {}


def test_a_search_without_a_match_reads_everything(tmp_path: Path) -> None:
    query = """\
        brief: Everything that was written.
        question: What was written?
        reads: [things]
        sql: SELECT rowid AS place FROM things_search ORDER BY rowid
        columns: {place: Its place.}
        cases: [{name: all, fixture: day, rows: [[1], [2], [3]]}]
    """
    assert "full-scan" in found(tmp_path, FILES | {"queries/written": query})
