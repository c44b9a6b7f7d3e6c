"""The SQL of tables: what it makes, and that full-text search follows every change of a row."""

import sqlite3
from pathlib import Path
from textwrap import dedent

import pytest

from brainspec.pipeline import compile_project
from brainspec.semantics import ddl as module
from brainspec.semantics.ddl import ddl, quoted
from brainspec.semantics.search import fts5_query
from tests.mini import mini

TABLES = {
    "types/note.yaml": """\
        brief: A note.
        schema:
          type: object
          properties:
            text: {type: string, maxLength: 90, description: What it says.}
            done: {type: boolean, description: Whether it is done.}
            weight: {type: number, description: How much it counts.}
            tags: {type: array, items: {type: string, maxLength: 9}, description: Its tags.}
    """,
    "tables/notes.yaml": """\
        brief: One row a note.
        holds: type:note
        columns:
          id: {type: text, key: primary, brief: Its id.}
          text: {field: text, required: true}
          done: {field: done}
          weight: {field: weight}
          tags: {field: tags}
          order: {type: integer, key: unique, brief: Its place.}
        indexes: [{columns: [done, order], serves: []}]
        search: {columns: [text], tokenizer: code, prefix: [2, 3], brief: What it says.}
    """,
    "tables/note-links.yaml": """\
        brief: One row a link from a note to a note.
        columns:
          source: {type: text, key: primary, references: notes, brief: Where it starts.}
          target: {type: text, key: primary, references: notes, brief: Where it leads.}
    """,
}


@pytest.fixture
def store(tmp_path: Path) -> sqlite3.Connection:
    made = mini(tmp_path)
    for path, text in TABLES.items():
        made.write(f"specs/demo/{path}", dedent(text))
    proved = compile_project(tmp_path).proved
    assert proved
    connection = sqlite3.connect(":memory:")
    connection.executescript(ddl(proved.registry, "demo"))
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("INSERT INTO notes (id, text, done, weight, tags) VALUES ('a', 'in loop.sh', 1, 1.5, '[]')")
    return connection


def ids(store: sqlite3.Connection, words: str) -> list[str]:
    sql = "SELECT id FROM notes JOIN notes_search ON notes_search.rowid = row_id WHERE notes_search MATCH ? ORDER BY id"
    return [row[0] for row in store.execute(sql, (fts5_query(words),))]


def test_search_follows_every_change(store: sqlite3.Connection) -> None:
    assert ids(store, "loop.sh") == ["a"]
    store.execute("UPDATE notes SET text = 'in brain-event' WHERE id = 'a'")
    assert (ids(store, "loop.sh"), ids(store, "brain-event")) == ([], ["a"])
    store.execute("DELETE FROM notes")
    assert ids(store, "brain-event") == []


def test_search_still_finds_its_rows_after_vacuum(store: sqlite3.Connection) -> None:
    store.executemany("INSERT INTO notes (id, text) VALUES (?, ?)", [(f"n{at}", f"word{at}") for at in range(9)])
    store.execute("DELETE FROM notes WHERE id < 'n4'")
    store.commit()
    store.execute("VACUUM")
    assert ids(store, "word7") == ["n7"]


@pytest.mark.parametrize(
    "row",
    [
        "(id) VALUES ('b')",
        "(id, text) VALUES ('a', 'twice')",
        "(text) VALUES ('nameless')",
        "(id, text, done) VALUES ('b', 'x', 2)",
        "(id, text, weight) VALUES ('b', 'x', 'heavy')",
        "(id, text, tags) VALUES ('b', 'x', '[')",
    ],
)
def test_rows_that_break_a_constraint_are_refused(store: sqlite3.Connection, row: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.execute(f"INSERT INTO notes {row}")


def test_a_reference_must_lead_to_a_row(store: sqlite3.Connection) -> None:
    store.execute("INSERT INTO note_links VALUES ('a', 'a')")
    with pytest.raises(sqlite3.IntegrityError):
        store.execute("INSERT INTO note_links VALUES ('a', 'b')")
    with pytest.raises(sqlite3.IntegrityError):
        store.execute("INSERT INTO note_links VALUES ('a', 'a')")


@pytest.mark.parametrize("word", sorted(module._WORDS))  # noqa: SLF001  (each word is tried)
def test_every_word_of_the_language_can_be_a_column(word: str) -> None:
    store = sqlite3.connect(":memory:")
    store.execute(f"CREATE TABLE t ({quoted(word)} TEXT)")
    with pytest.raises(sqlite3.OperationalError):
        store.execute(f"CREATE TABLE bare ({word} TEXT)")
