"""Skill pages: the shape Brain uses, one region a contribution, and the lists of its pages."""

import re

import pytest
import yaml

from brainspec.emit.skills import _yaml
from tests.emit.demo import artefact

PAGE = "skills/domains/infrastructure/job-patterns.md"


def front_matter() -> dict[str, str]:
    found: dict[str, str] = yaml.safe_load(artefact(PAGE).split("---\n")[1])
    return found


def test_the_front_matter_says_when_to_use_it_in_one_line() -> None:
    assert front_matter()["name"] == "job-patterns"
    assert front_matter()["description"].startswith("Use this skill when you submit work")
    assert "\n" not in front_matter()["description"]


@pytest.mark.parametrize("line", ["Use this: now", "It is #1", "a # b", "ends:", "[x]", 'say "x"', "plain words."])
def test_any_line_is_one_value(line: str) -> None:
    assert yaml.safe_load(f"description: {_yaml(line)}") == {"description": line}


def test_the_sections_stand_in_brains_order() -> None:
    assert re.findall(r"^##? (.+)$", artefact(PAGE), re.MULTILINE) == [
        "Job Patterns", "Why This Exists", "When to Use It", "Reporting Jobs", "Verification", "See Also",
    ]  # fmt: skip


def test_a_contribution_stands_between_its_marks() -> None:
    (region,) = re.findall(
        r"^<!-- brainspec:begin jobs\.reporting -->$(.*)^<!-- brainspec:end jobs\.reporting -->$",
        artefact(PAGE),
        re.MULTILINE | re.DOTALL,
    )
    assert region.startswith("\n\n## Reporting Jobs\n")
    assert ":::JOB_END:::" in region


def test_paths_out_of_the_tree_are_code_and_numbers_are_plain() -> None:
    assert re.findall(r"\]\(", artefact(PAGE)) == []
    assert "- `docs/JOB_QUEUE.md`: the whole capability" in artefact(PAGE)
    assert "(JOB-002)" in artefact(PAGE)


@pytest.mark.parametrize("path", ["skills/index.md", "skills/SUMMARY.md"])
def test_the_lists_have_brains_line_format(path: str) -> None:
    assert re.findall(r"^- \[([^\]]+)\]\((domains/\S+)\) - (\S.*)$", artefact(path), re.MULTILINE) == [
        (
            "job-patterns.md",
            "domains/infrastructure/job-patterns.md",
            "Report the end of every job so that none runs twice.",
        )
    ]
