"""What README and CONTRIBUTING say is so."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository.tree import ROOT, files, text

GUIDES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/ARCHITECTURE.md")


def spans(guide: str) -> list[str]:
    """Return the code in a guide: spans, and the lines of bash fences."""
    bash = re.findall(r"^```bash\n(.*?)^```", text(guide), re.MULTILINE | re.DOTALL)
    outside = re.sub(r"^```.*?^```", "", text(guide), flags=re.MULTILINE | re.DOTALL)
    return [*re.findall(r"`([^`\n]+)`", outside), *(line for block in bash for line in block.splitlines())]


@pytest.mark.parametrize("guide", GUIDES)
def test_links_lead_somewhere(guide: str) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#\s]+)", text(guide))
    assert [target for target in targets if not (ROOT / guide).parent.joinpath(target).exists()] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_make_targets_exist(guide: str) -> None:
    called = {word for span in spans(guide) if (word := re.match(r"make ([a-z]+)", span))}
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    assert {word[1] for word in called} - targets == set()


@pytest.mark.parametrize("guide", GUIDES)
def test_commands_exist(guide: str) -> None:
    called = {word[1] for span in spans(guide) if (word := re.match(r"(?:\.venv/bin/)?brainspec ([a-z]+)", span))}
    command = [Path(sys.executable).with_name("brainspec"), "--help"]
    known = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert called - set(re.findall(r"^  (\w+)", known.partition("Commands:")[2], re.MULTILINE)) == set()


@pytest.mark.parametrize("guide", ["README.md", "CONTRIBUTING.md"])
def test_paths_exist(guide: str) -> None:
    named = {span for span in spans(guide) if re.fullmatch(r"[\w.-]+/[\w./-]*", span) and not span.startswith(".venv/")}
    assert named
    assert [path for path in named if not (ROOT / path).exists() and path not in text(".gitignore").split()] == []


def test_the_map_shows_every_folder_and_only_what_exists() -> None:
    shown = re.findall(r"^(\w+/) ", text("README.md"), re.MULTILINE)
    folders = {path.split("/")[0] + "/" for path in files() if "/" in path and not path.startswith(".")}
    assert sorted(shown) == sorted(folders)


def test_contributing_fits_on_two_screens() -> None:
    assert len(text("CONTRIBUTING.md").splitlines()) <= 100
