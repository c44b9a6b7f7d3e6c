"""A requirement that names a test rests on a test that is there."""

from pathlib import Path

from brainspec.pipeline import link_project

ROOT = Path(__file__).parent.parent.parent


def test_every_named_test_exists() -> None:
    requirements = link_project(ROOT).registry.of_kind("requirement")
    named = {(one.id.name, path) for one in requirements for path in one.body.proved_by}
    assert named, "no requirement names a test"
    missing = [(number, path) for number, path in sorted(named) if not (ROOT / path.partition("::")[0]).is_file()]
    assert missing == []
