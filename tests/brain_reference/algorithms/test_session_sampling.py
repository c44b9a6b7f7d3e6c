"""Sampling depends on the id alone, keeps as many as it says, and keeps every session that went wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain_reference.algorithms.session_sampling import session_sampling


def is_kept(name: str, per_10000: int, status: str = "exited") -> bool:
    kept: bool = session_sampling({"id": name, "status": status, "per_10000": per_10000})["keep"]
    return kept


@given(st.text(max_size=64), st.integers(0, 10_000), st.integers(0, 10_000))
def test_whoever_is_kept_at_a_rate_is_kept_at_every_higher_one(name: str, one: int, other: int) -> None:
    lower, higher = sorted((one, other))
    assert is_kept(name, lower) <= is_kept(name, higher)
    assert not is_kept(name, 0)
    assert is_kept(name, 10_000)


def test_one_in_ten_is_about_one_in_ten() -> None:
    kept = sum(is_kept(f"session-{number}", 1000) for number in range(20_000))
    assert 1_850 < kept < 2_150


@pytest.mark.parametrize("status", ["errored", "abnormal", "crashed"])
def test_a_session_that_went_wrong_is_kept_at_any_rate(status: str) -> None:
    assert is_kept("abc", 0, status)
    assert not is_kept("abc", 0, "ok")
