"""A decision is run on every combination, and its cases by name."""

from pathlib import Path

import pytest

from tests.prove.project import found, proofs

AGAIN = """\
    brief: Whether a thing is sent again.
    inputs:
      failure: {soft: It may work later., hard: It never will.}
      tries: {first: It is the first try., last: It is the last try.}
    answers: {again: Send it again., stop: Leave it.}
    rules:
      - {if: {failure: hard}, then: stop, why: It never works., verifies: [DMO-001]}
      - {if: {tries: [last]}, then: stop, why: Somebody waits.}
      - {if: {}, then: again, why: It may work.}
    cases: [{name: soft-first, with: {failure: soft, tries: first}, answer: again}]
"""
RULE = """\
    topic: Trying
    brief: When a thing is tried again.
    requirements:
      - {id: DMO-001, for: service, subject: A service, level: may, predicate: stop, why: It is tired.}
"""


def test_a_whole_table_is_proved_by_its_rows_and_cases(tmp_path: Path) -> None:
    files = {"decisions/again": AGAIN, "requirements/trying": RULE}
    shown = [(one.form, one.name, one.outcome) for one in proofs(tmp_path, files)]
    assert shown == [("row", "row 1", "passed"), ("decision case", "soft-first", "passed")]


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("failure: hard", "failure: hrad", "unknown-decision-value", "`failure` has no value `hrad`."),
        ("[last]", "[lsat]", "unknown-decision-value", "`tries` has no value `lsat`."),
        ("tries: [last]", "try: [last]", "unknown-decision-value", "There is no input `try`."),
        ("then: again", "then: agian", "unknown-decision-value", "There is no answer `agian`."),
        (", tries: first}", "}", "unknown-decision-value", "`soft-first` says nothing of tries."),
        (
            "{if: {}, then",
            "{if: {tries: last}, then",
            "undecided-combination",
            "No row fits 1 of 4 combinations, such as",
        ),
        ("{if: {tries: [last]}", "{if: {failure: [hard]}", "unreached-row", "Rows above this one decide everything"),
        (
            "answer: again",
            "answer: stop",
            "failed-decision-case",
            "`soft-first` does not get `stop`: row 3 says `again`.",
        ),
        ("then: again", "then: stop", "unused-answer", "No row gives the answer `again`."),
    ],
)
def test_what_running_it_finds(tmp_path: Path, old: str, new: str, code: str, message: str) -> None:
    assert AGAIN.count(old) == 1
    result = found(tmp_path, {"decisions/again": AGAIN.replace(", verifies: [DMO-001]", "").replace(old, new)})
    assert result[code].startswith(message)
