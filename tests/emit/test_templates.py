"""Templates only place text: short, narrow, and strict about what they are given."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

import brainspec.emit
from brainspec.emit.render import render

TEMPLATES = sorted((Path(brainspec.emit.__file__).parent / "templates").iterdir())


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_is_short_and_narrow_and_decides_little(template: Path) -> None:
    lines = template.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 60
    assert max(map(len, lines)) <= 100
    assert [
        line for line in lines if "{% set" in line or "{% for" in line or " and " in line.partition("{% if")[2]
    ] == []


def test_what_a_view_lacks_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render("sub-page", title="T", banner="B", lead="L")


def test_what_is_empty_leaves_no_gap() -> None:
    assert render("topic", heading="H", brief="B", note="", source="S") == "## H\n\nB\n\nSource: S\n"
