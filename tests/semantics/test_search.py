"""Any text is a legal search, and searches find what people mean."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brainspec.semantics.ddl import TOKENIZERS
from brainspec.semantics.search import fts5_query

TEXTS = (
    "Hygiene found SC2086 in workers/ralph/loop.sh.",
    "brain-event wrote nothing",
    "task 9C.2.1, then 9C.2.10",
    "fence AND OR (unclosed)",
    "two failures failed",
    "loop and sh, apart",
)


def found(tokenizer: str, text: str, texts: tuple[str, ...] = TEXTS) -> list[int]:
    store = sqlite3.connect(":memory:")
    store.execute(f"CREATE VIRTUAL TABLE t USING fts5(words, tokenize='{TOKENIZERS[tokenizer]}')")
    store.executemany("INSERT INTO t (words) VALUES (?)", [(one,) for one in texts])
    rows = store.execute("SELECT rowid - 1 FROM t WHERE t MATCH ? ORDER BY rowid", (fts5_query(text),))
    return [row[0] for row in rows]


@pytest.mark.parametrize(
    ("tokenizer", "text", "rows"),
    [
        ("code", "loop.sh", [0]),
        ("code", "ralph/loop.sh", [0]),
        ("code", "SC2086 loop.sh", [0]),
        ("code", "brain-event", [1]),
        ("code", "9C.2.1", [2]),
        ("code", "9c.2.10", [2]),
        ("code", "9C.2.100", []),
        ("code", "fence AND OR (", [3]),
        ("code", "NOT fence", []),
        ("code", "fail", []),
        ("code", "fail*", [4]),
        ("prose", "failure", [4]),
        ("substring", "rken", []),
        ("substring", "oop.s", [0]),
        ("code", "", []),
        ("code", " \t", []),
        ("code", "(", []),
        ("code", "*", []),
    ],
)
def test_searches_find_what_people_mean(tokenizer: str, text: str, rows: list[int]) -> None:
    assert found(tokenizer, text) == rows


@pytest.mark.parametrize("tokenizer", [*TOKENIZERS])
@given(text=st.text(st.characters(codec=None), max_size=30))
def test_every_text_is_a_legal_search(tokenizer: str, text: str) -> None:
    assert found(tokenizer, text, ("one",)) in ([], [0])


@given(word=st.text(st.sampled_from("abc\"'*():.-/+^{}, ANDORT"), min_size=1, max_size=20))
def test_a_text_finds_itself(word: str) -> None:
    has_words = any(one.isalnum() for one in word)
    assert found("code", word.replace("*", ""), (word.replace("*", ""),)) == ([0] if has_words else [])
