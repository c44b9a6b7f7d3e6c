"""Specs that nobody would write on purpose: the compiler says what is wrong with them, and never fails itself."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from brainspec.pipeline import compile_project
from tests.emit.demo import demo

ODD = yaml.safe_load(
    r"""
    [null, true, -1, 1.0e+300, "", a, "a:b", "::", "{", "{x}", "(a+)+$", "^(a|a)*$", "../../x", "POST /", OBS-999,
    "[](spec:type:nmae)", "[](spec:)", "[](spec:type:outcome#/a)", "<!-- include: example x -->", "`", "|", "\e[2J",
    "\u202e", "SELECT 1; DROP TABLE x", "{{x}}", [], {}, [null], [[]], [a, a], {"": 1}, {$ref: nmae}, {$ref: "#/a"},
    {$ref: [a]}, {$ref: "https://example.org/a"}, {if: {}}, {type: object}, {type: nmae},
    {allOf: [{$ref: outcome}, {}]}]
    """
)
Pointer = tuple[str | int, ...]


def pointers(value: Any, at: Pointer = ()) -> Iterator[Pointer]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*at, key)
        yield from pointers(inner, (*at, key))


def changed(text: str, data: st.DataObject) -> str:
    """Return a spec with an odd value at one of its places: mostly of the same shape, which leads further in."""
    tree = yaml.safe_load(text)
    *path, last = data.draw(st.sampled_from(list(pointers(tree))))
    parent = tree
    for part in path:
        parent = parent[part]
    alike = [one for one in ODD if type(one) is type(parent[last])]
    parent[last] = copy.deepcopy(data.draw(st.sampled_from([*alike * 3, *ODD])))
    return yaml.safe_dump(tree, sort_keys=False)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo(tmp_path_factory.mktemp("demo"))


@settings(max_examples=settings.default.max_examples // 2)
@given(st.data())
def test_no_change_of_specs_is_beyond_words(project: Path, data: st.DataObject) -> None:
    paths = data.draw(st.lists(st.sampled_from(sorted(project.rglob("specs/**/*.yaml"))), min_size=1, max_size=2))
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    for path, text in texts.items():
        path.write_text(changed(text, data), encoding="utf-8")
    try:
        found = compile_project(project).findings
    finally:
        for path, text in texts.items():
            path.write_text(text, encoding="utf-8")
    assert [one for one in found if not one.message or len(one.message) > 500] == []
