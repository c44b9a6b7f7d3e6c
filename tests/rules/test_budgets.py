"""Budgets of pages: what is too long or too crowded is found, where its author can shorten it."""

from pathlib import Path

import pytest

from brainspec.artefact import Artefact, Fragment
from brainspec.diagnostic import Diagnostic, Span
from brainspec.emit.site import site
from brainspec.pipeline import compile_project
from brainspec.rules import check_artefacts, check_registry, measures
from tests.mini import Mini, mini

CAPABILITY = """\
title: Demo
brief: A demo of one capability.
version: 0.1.0
status: draft
phase: A
prefix: DMO
page: docs/DEMO.md
skills: [skills/demo.md]
questions: {what: "%s", do: Do., where: There., check: So., left_out: Nothing.}
"""
SKILL_PAGES = """\
pages:
  skills/demo.md:
    name: demo
    title: Demo
    description: Use this skill when you demo.
    covers: [demo]
    why: It shows. Nothing else does.
    when: [You demo.]
    summary: Demo it.
    finds: [demo]
    near_misses: [other]
    verify: |
      ```bash
      brainspec check
      ```
    see: [demo]
"""
ARROWS = "\n".join(f"  a{at} --> a{at + 1}" for at in range(10))


def project(folder: Path, *, what: str = "A demo.") -> Mini:
    made = mini(folder)
    made.write("specs/demo/capability.yaml", CAPABILITY % what)
    made.write("specs/skill-pages.yaml", SKILL_PAGES)
    return made


def guide(made: Mini, body: str, title: str = "Use") -> None:
    made.write("specs/demo/guides/use.md", f"---\ntitle: {title}\norder: 10\n---\n{body}\n")


def skill(made: Mini, body: str, budget: int = 5000) -> None:
    head = f"page: skills/demo.md\nsection: Part\norder: 10\nbudget: {budget}\nbrief: Do it."
    made.write("specs/demo/skills/part.md", f"---\n{head}\n---\n{body}\n")


def found(made: Mini, code: str) -> list[Diagnostic]:
    """Return what one rule finds in the specs and in what would be written, whatever other rules say."""
    proved = compile_project(made.root).proved
    assert proved
    findings = check_registry(proved.registry) + check_artefacts(site(proved), proved.registry)
    return [one for one in findings if one.code.slug == code]


def places(findings: list[Diagnostic]) -> list[str]:
    return [str(one.span) for one in findings]


def test_long_answers_to_the_five_questions_are_found(tmp_path: Path) -> None:
    assert places(found(project(tmp_path / "a", what="word " * 116), "long-questions")) == []
    assert places(found(project(tmp_path / "b", what="word " * 117), "long-questions")) == [
        "specs/demo/capability.yaml:9:1"
    ]


def test_a_page_of_too_many_words_is_found_at_its_capability(tmp_path: Path) -> None:
    made = project(tmp_path)
    guide(made, "| a |\n| --- |\n" + "| word |\n" * 2600)
    (one,) = found(made, "long-page")
    assert str(one.span) == "specs/demo/capability.yaml:1:1"
    assert "docs/DEMO.md has" in one.message


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("word " * 351, "The guide has 351 words; aim at 350."),
        ("> " + "word " * 351, ""),
        ("```text\n" + "word " * 351 + "\n```", ""),
        ("### Inner\n\n" + "| a |\n| --- |\n| b |\n\n" * 5, "The guide has 5 tables; aim at 4."),
        ("```mermaid\nflowchart LR\n  a --> b\n```\n\n" * 2, "The guide has 2 pictures; aim at 1."),
    ],
)
def test_a_guide_that_asks_too_much_is_found_at_its_title(tmp_path: Path, body: str, message: str) -> None:
    made = project(tmp_path)
    guide(made, body)
    guides = found(made, "long-guide")
    assert [one.message for one in guides] == ([message] if message else [])
    assert places(guides) == (["specs/demo/guides/use.md:2:8"] if message else [])


def test_a_definition_that_takes_half_a_page_is_found(tmp_path: Path) -> None:
    made = project(tmp_path)
    names = ", ".join(f"f{at}: {{type: boolean, description: A flag.}}" for at in range(120))
    made.write("specs/demo/types/long.yaml", f"brief: A long one.\nschema: {{type: object, properties: {{{names}}}}}\n")
    assert places(found(made, "long-definition")) == ["specs/demo/types/long.yaml:1:1"]


@pytest.mark.parametrize(("drawn", "number"), [(ARROWS, 1), (ARROWS.replace("a9", "a8").replace("a10", "a8"), 0)])
def test_a_crowded_picture_is_found_where_it_was_drawn(tmp_path: Path, drawn: str, number: int) -> None:
    made = project(tmp_path)
    guide(made, f"```mermaid\nflowchart LR\n{drawn}\n```")
    assert places(found(made, "crowded-picture")) == ["specs/demo/guides/use.md:2:1"] * number


def test_a_skill_page_is_long_before_it_is_too_dear(tmp_path: Path) -> None:
    made = project(tmp_path)
    skill(made, "\n\n".join(["Do it."] * 80))
    assert places(found(made, "long-skill")) == ["specs/skill-pages.yaml:2:3"]
    skill(made, "x" * 10001)
    assert places(found(made, "oversized-skill")) == ["specs/skill-pages.yaml:2:3"]


def test_a_contribution_over_its_own_budget_is_found(tmp_path: Path) -> None:
    made = project(tmp_path)
    skill(made, "x" * 400, budget=110)
    assert found(made, "over-budget") == []
    skill(made, "x" * 400, budget=100)
    assert places(found(made, "over-budget")) == ["specs/demo/skills/part.md:5:9"]


def test_two_headings_with_one_anchor_are_found(tmp_path: Path) -> None:
    made = project(tmp_path)
    guide(made, "Use it.", title="Conformance")
    made.write(
        "specs/demo/settings/use.yaml",
        "topic: Most\nbrief: Limits.\n"
        "settings: [{id: most, brief: The most., value: 1, fixed: true, why: One is enough.}]\n",
    )
    made.write("specs/demo/guides/second.md", "---\ntitle: Conformance\norder: 20\n---\nUse it again.\n")
    assert {str(one.span): one.message for one in found(made, "duplicate-heading")} == {
        "specs/demo/guides/second.md:2:1": "docs/DEMO.md has two headings `Conformance`.",
        "specs/demo/settings/use.yaml:3:12": "docs/reference/demo/settings.md has two headings `Most`.",
    }


def test_words_are_what_a_reader_meets() -> None:
    text = "# A [link](https://x.example/long) `code`\n\n<!-- no word -->\n\n| a | b |\n| --- | --- |\n| c | d e |\n"
    assert measures.words(text) == 8
    assert measures.prose_words(text) == 3
    assert measures.tables(text) == 1


def test_what_is_folded_is_not_seen() -> None:
    assert measures.unfolded_lines('a\n\n<details markdown="1">\nb\nc\n\n</details>\n') == 1


def test_headings_in_code_are_none() -> None:
    page = Artefact(
        "p.md", (Fragment("# A\n\n```text\n# no\n```\n", Span("a")), Fragment("\n## B\n\ntext\n", Span("b")))
    )
    assert [(one.level, one.heading, one.origin) for one in measures.sections(page)] == [
        (1, "A", Span("a")),
        (2, "B", Span("b")),
    ]


def test_nodes_and_arrows_of_a_picture() -> None:
    picture = "  [*] --> one\n  one --> two: go / back\n  two -->|label| three[(Three)]\n  three[Three] --> one\n"
    assert measures.nodes(picture) == {"one", "two", "three"}
    assert measures.arrows(picture) == 3
