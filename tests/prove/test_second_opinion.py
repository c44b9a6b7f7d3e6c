"""The second opinion agrees on what both read alike, and tells where they do not."""

from pathlib import Path

import pytest

from brainspec.prove.second_opinion import second_opinion
from brainspec.registry import Registry
from brainspec.semantics import machine_exports
from tests.prove.project import compiled
from tests.prove.test_machines import DOOR

NUMBER = """\
    brief: A number.
    schema: {type: string, pattern: "%s", maxLength: 4}
    examples: [{name: plain, value: "1"}]
    counterexamples: [{name: other, value: "%s", refused_by: {keyword: pattern, at: ""}}]
"""


def registry_of(folder: Path, files: dict[str, str]) -> Registry:
    proved = compiled(folder, files).proved
    assert proved
    return proved.registry


def test_they_agree_on_examples_counterexamples_and_traces(tmp_path: Path) -> None:
    files = {"types/number": NUMBER % ("^[0-9]$", "a"), "machines/door": DOOR}
    assert second_opinion(registry_of(tmp_path, files)) == []


def test_a_value_that_only_one_of_them_refuses_is_told(tmp_path: Path) -> None:
    # Python's `$` also matches before a final line feed.
    (finding,) = second_opinion(registry_of(tmp_path, {"types/number": NUMBER % ("^[0-9]$", r"1\n")}))
    assert finding.code.slug == "judges-disagree"
    assert finding.message == "jsonschema-rs refuses (`pattern` at the whole value) `other`, jsonschema accepts it."


def test_a_trace_that_goes_elsewhere_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    registry = registry_of(tmp_path, {"machines/door": DOOR})
    monkeypatch.setattr(machine_exports, "_python", lambda _: "False")
    (finding,) = second_opinion(registry)
    assert finding.code.slug == "judges-disagree"
    assert "has other verdict 'refused', not 'taken'" in finding.message
