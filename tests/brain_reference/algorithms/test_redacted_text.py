"""The algorithm keeps no secret and stays within its limit; the spec holds its cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain_reference.algorithms.redacted_text import redacted_text

PIECES = [
    "token=", "--api-key ", "Authorization: ", "Bearer ", "://", "@", "'", '"', "eyJ", ".", "-----BEGIN A PRIVATE KEY",
    "-----END ", "\n", " ", "\x1b[0m", "hf_", "a" * 20, "[redacted]",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5)).map("".join)


@given(TEXTS, st.integers(min_value=1, max_value=80))
def test_it_keeps_its_limit_and_holds_no_control_character(text: str, limit: int) -> None:
    made = redacted_text({"text": text, "limit": limit})
    assert len(made) <= limit
    assert [one for one in made if one < " " and one not in "\t\n"] == []


@pytest.mark.parametrize(
    "before", ["token=", "token: '", "PASSWORD = ", "--auth-token ", '"api_key": "', "Cookie: sid=", "https://"]
)
def test_no_limit_lets_a_part_of_a_secret_through(before: str) -> None:
    text = f"could not push {before}Zq7Zq7Zq7Zq7Zq7Zq7@host"
    assert [limit for limit in range(1, 60) if "Zq7" in redacted_text({"text": text, "limit": limit})] == []


@pytest.mark.parametrize("text", ["max_tokens=5", "secretary: Bob", "Unexpected token: }", "bearer of bad news", "a@b"])
def test_ordinary_words_stay(text: str) -> None:
    assert redacted_text({"text": text, "limit": 80}) == text
