"""The sentence of a requirement, for every form an author can write."""

from typing import Any

import pytest

from brainspec.model.capability import Requirement
from brainspec.semantics.sentences import clauses, opening, sentence

PARTS = {"id": "DMO-001", "for": "service", "subject": "a writer", "level": "must", "predicate": "do it", "why": "So."}


def requirement(**parts: Any) -> Requirement:
    return Requirement.model_validate(PARTS | parts)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({}, "A writer **MUST** do it."),
        ({"level": "must-not"}, "A writer **MUST NOT** do it."),
        ({"level": "should"}, "A writer **SHOULD** do it."),
        ({"level": "should-not"}, "A writer **SHOULD NOT** do it."),
        ({"level": "may"}, "A writer **MAY** do it."),
        ({"when": "it rains", "subject": "it"}, "When it rains, it **MUST** do it."),
        ({"unless": "it is late"}, "A writer **MUST** do it, unless it is late."),
        ({"level": "may", "only_if": "it is told"}, "A writer **MAY** do it, but only if it is told."),
        ({"predicate": "have", "all_of": ["a", "b"]}, "A writer **MUST** have all of these: a; b."),
        ({"predicate": "have", "one_of": ["a", "b"]}, "A writer **MUST** have one of these: a; or b."),
        ({"predicate": "go", "in_order": ["a", "b"]}, "A writer **MUST** go in this order: a; then b."),
        ({"predicate": "stay below [](spec:setting:x)"}, "A writer **MUST** stay below [](spec:setting:x)."),
        ({"subject": "`ts`"}, "`ts` **MUST** do it."),
    ],
)
def test_every_form(parts: dict[str, Any], expected: str) -> None:
    assert sentence(requirement(**parts)) == expected


def test_a_list_can_stand_apart_with_the_exception_before_it() -> None:
    one = requirement(predicate="have", all_of=["a", "b"], unless="it is late")
    assert opening(one) == "A writer **MUST** have all of these, unless it is late:"
    assert clauses(one) == ("a", "b")


def test_a_sentence_without_a_list_is_its_own_opening() -> None:
    assert opening(requirement(unless="it is late")) == "A writer **MUST** do it, unless it is late."
    assert clauses(requirement()) == ()
