"""The example of the README is true: its facts stand in the spec, its finding appears, its row is on the page."""

import re
import shutil
from pathlib import Path

from tests.mini import Mini
from tests.repository.tree import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SPEC = "specs/observability/events/tool-end.yaml"


def block(language: str) -> list[str]:
    found = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert found, language
    return found[1].splitlines()


def test_the_facts_stand_in_the_spec() -> None:
    written = (ROOT / SPEC).read_text(encoding="utf-8").splitlines()
    assert set(block("yaml")) <= set(written)


def test_the_slip_gives_the_finding(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "specs", tmp_path / "specs")
    target = tmp_path / SPEC
    text = target.read_text(encoding="utf-8")
    slipped = text.replace("exit_code: {const: 0}", "exit_code: {minimum: 0}")
    assert slipped != text
    target.write_text(slipped, encoding="utf-8")
    assert "\n".join(block("text")) in Mini(tmp_path).run("check").stdout


def test_the_row_stands_on_the_page() -> None:
    page = (ROOT / "docs/reference/observability/events.md").read_text(encoding="utf-8")
    assert block("markdown")[0] in page.splitlines()
