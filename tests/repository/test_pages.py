"""Generated pages and skills hold nothing that harms Brain, whose tools read its files line by line."""

import re
import subprocess
from collections.abc import Iterator
from itertools import chain

import pytest

from tests.repository.tree import ROOT, matches, pages, text

# A marker that starts a line is taken for a real event, also inside a fence.
MARKER = re.compile(r"^:{2,3}\w+:{2,3}|^\[CACHE_(?:HIT|MISS)\]")
# The first stops Brain's loop, the others fail its verification.
PHRASES = re.compile(
    r"HUMAN INTERVENTION REQUIRED|by design|feature, not a bug|works as intended|verified: this is|<!-- verified",
    re.IGNORECASE,
)
# Taken for a secret by its commit hook.
LONG_HEX = re.compile(r"(?<![0-9a-zA-Z])[0-9a-fA-F]{32,}(?![0-9a-zA-Z])")


def fence_faults(page: str) -> Iterator[str]:
    """Yield the fences of a page that are not closed by a bare fence of their own, and languages left out."""
    opened = ""
    for number, line in enumerate(text(page).splitlines(), 1):
        fence = re.match(r"(?: {0,3}|[ >]*> ?)(`{3,}|~{3,})\s*(\S*)", line)  # deeper, it is text of the block
        if not fence:
            continue
        if not opened:
            opened = fence[1]
            if not fence[2]:
                yield f"{page}:{number}: a fence without a language"
        elif fence[1].startswith(opened):
            if fence[2]:
                yield f"{page}:{number}: a fence inside a fence: {line.strip()}"
            opened = ""
    if opened:
        yield f"{page}: the last fence is open"


@pytest.mark.parametrize("pattern", [MARKER, PHRASES, LONG_HEX], ids=["marker", "phrase", "long hex"])
def test_no_page_holds(pattern: re.Pattern[str]) -> None:
    assert matches(pages(), pattern) == []


@pytest.mark.parametrize(
    ("pattern", "line", "found"),
    [
        (MARKER, ":::TOOL_END::: id=1", True),
        (MARKER, "::RUN:: id=1", True),
        (MARKER, "  :::TOOL_END::: id=1", False),
        (PHRASES, "This works as intended.", True),
        (LONG_HEX, "`" + 32 * "a" + "`", True),
        (LONG_HEX, 31 * "a", False),
    ],
)
def test_the_patterns_find_what_they_are_for(pattern: re.Pattern[str], line: str, found: bool) -> None:
    assert bool(pattern.search(line)) == found


def test_every_fence_is_closed_by_a_bare_fence() -> None:
    assert list(chain.from_iterable(fence_faults(page) for page in pages())) == []


@pytest.mark.outside
def test_markdownlint_finds_nothing() -> None:
    program = ROOT / ".venv/node/node_modules/.bin/markdownlint"
    assert program.is_file(), "markdownlint is missing: make test OUTSIDE=1 installs it"
    done = subprocess.run([program, "--", *pages()], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
