"""The language proved on all eight: one hard definition of each other capability compiles, runs and renders.

BRAINSPEC_GOLDEN=write pytest tests/golden writes the expected pages instead of comparing; read them before committing.
"""

import os
import re
from functools import cache
from pathlib import Path

import pytest

from brainspec.pipeline import Compilation, compile_project
from brainspec.registry import Proved
from brainspec.semantics.places import place, slug

EIGHT = Path(__file__).parent / "eight"
EXPECTED = EIGHT / "expected"

# One page a capability: the one with its hard definition.
PAGES = {
    "access-control": "policies",
    "agent-state-machine": "machines",
    "enterprise-integrations": "wires",
    "inference-proxy": "operations",
    "remote-execution": "manifests",
    "thread-store": "queries",
    "tool-registry": "types",
}


@cache
def compiled() -> Compilation:
    return compile_project(EIGHT)


def proved() -> Proved:
    found = compiled().proved
    assert found
    return found


def pages() -> dict[str, str]:
    return {one.path: one.text for one in compiled().artefacts if one.path.endswith(".md")}


def test_the_language_can_say_it() -> None:
    assert [one for one in compiled().findings if one.is_error] == []


def test_every_capability_but_observability_is_there() -> None:
    assert {one.id.name for one in proved().registry.capabilities} == {"platform", *PAGES}


def test_every_definition_is_shown_on_its_page() -> None:
    registry = proved().registry
    headings = {
        path: {slug(one) for one in re.findall(r"^#+ (.+)$", text, re.MULTILINE)} for path, text in pages().items()
    }
    placed = {one.id: place(registry, one) for one in registry.definitions.values()}
    lost = [
        str(at) for at, where in placed.items() if where and where.anchor not in headings.get(where.path, {""}) | {""}
    ]
    unread = [str(at) for at, where in placed.items() if where and where.path not in headings]
    assert (lost, unread) == ([], [])
    assert sum(1 for where in placed.values() if where and where.anchor) > 50


@pytest.mark.parametrize("capability", PAGES)
def test_the_hard_definition_reads_as_expected(capability: str) -> None:
    path = f"docs/reference/{capability}/{PAGES[capability]}.md"
    if os.environ.get("BRAINSPEC_GOLDEN") == "write":
        (EXPECTED / path).parent.mkdir(parents=True, exist_ok=True)
        (EXPECTED / path).write_text(pages()[path], encoding="utf-8")
    assert pages()[path] == (EXPECTED / path).read_text(encoding="utf-8")


def test_what_can_run_has_run_and_the_rest_says_so() -> None:
    ran = {(one.definition.kind, one.outcome) for one in proved().proofs}
    assert ran == {
        ("decision", "passed"),
        ("machine", "passed"),
        ("query", "passed"),
        ("type", "passed"),
        ("manifest", "not run"),
        ("policy", "not run"),
        ("scenario", "not run"),
    }
    assert all(one.detail for one in proved().proofs if one.outcome == "not run")


def test_what_waits_for_an_engine_shows_no_requirement() -> None:
    waiting = {"ACC-001", "ACC-002", "ENT-001", "RMX-001", "RMX-002", "RMX-003"}
    standing = {one.id.name: proved().standing(one.id.name) for one in proved().registry.of_kind("requirement")}
    assert {number for number, stands in standing.items() if stands == "excluded"} == waiting
    assert {number for number, stands in standing.items() if stands == "asserted"} == {"IPX-002"}
    assert all(stands in ("static", "asserted", "excluded") for stands in standing.values())
