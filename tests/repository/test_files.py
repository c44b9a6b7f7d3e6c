"""What no file of the repository may hold, whoever wrote it."""

import re

import pytest

from tests.repository.tree import files, matches, text

# Written so that no pattern matches its own line.
MACHINE = re.compile(r"(?<![\w.])/(?:work/(?:main|shared)|root|home/\w+|Users/\w+|tmp/\w/|opt/wheels)(?![\w-])")
REGISTRIES = re.compile(
    r"(?:pypi|pythonhosted|crates)\.(?:org|io)|registry\.(?:npmjs|yarnpkg)\.\w+|proxy\.golang\.\w+"
    r"|(?:gcr|ghcr|quay)\.io|(?:deb|security)\.debian\.org|unpkg\.\w+|cdn\.jsdelivr\.\w+"
)
SECRETS = re.compile(
    r"\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{36}|\bgithub_pat_\w{22}|\bglpat-[\w-]{20}|\bxox[abprs]-[\w-]{10,}"
    r"|\bsk-[A-Za-z0-9_-]{20,}|\bAIza[\w-]{35}|\bnpm_\w{36}|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}"
    r"|-----BEGIN (?!DEMO )[A-Z ]*PRIVATE KEY-----"
)


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRIES, SECRETS], ids=["machine path", "registry host", "secret"])
def test_no_file_holds(pattern: re.Pattern[str]) -> None:
    assert matches(files(), pattern) == []


@pytest.mark.parametrize(
    ("pattern", "sample"),
    [
        (MACHINE, "/ro" + "ot/x"),
        (MACHINE, '"/ho' + 'me/ann/x"'),
        (REGISTRIES, "files.python" + "hosted.org"),
        (SECRETS, "gh" + "p_" + 36 * "a"),
        (SECRETS, "key sk" + "-" + 24 * "b"),
        (SECRETS, "-----BEGIN RSA PRIV" + "ATE KEY-----"),
    ],
)
def test_the_patterns_find_what_they_are_for(pattern: re.Pattern[str], sample: str) -> None:
    assert pattern.search(sample)


def test_text_files_end_in_one_newline_and_hold_no_carriage_return() -> None:
    broken = [path for path in files() if (content := text(path)) and ("\r" in content or content[-1] != "\n")]
    assert broken == []


def test_file_names_are_safe_everywhere() -> None:
    assert [path for path in files() if not re.fullmatch(r"[A-Za-z0-9._/-]+", path)] == []
    lowered = [path.lower() for path in files()]
    assert sorted(lowered) == sorted(set(lowered))
