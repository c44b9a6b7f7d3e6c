"""Rules find what they are for wherever it can stand, not only where their page shows it."""

import re
from pathlib import Path

import pytest

from tests.rules.manual import Example, fences
from tests.rules.test_pages import is_found, shown

BASE = """\
```yaml specs/demo/types/name.yaml
brief: The name of a thing.
schema: {type: string, maxLength: 40}
```
```yaml specs/demo/types/thing.yaml
brief: A thing with a name.
schema: {type: object, required: [name], properties: {name: {$ref: name}}}
```
```yaml specs/demo/entities/thing.yaml
brief: A thing.
as: resource
actions: {"things:read": {brief: Read it.}}
```
```yaml specs/demo/settings/limits.yaml
topic: Limits
brief: How much fits.
settings: [{id: most, brief: The most things of a page., value: 50, fixed: true, why: They fit on a screen.}]
```
```yaml specs/demo/streams/log.yaml
brief: What the demo reports.
encodings: {lines: {media: application/jsonl, frame: json-line}}
```
```yaml specs/demo/events/named.yaml
brief: A thing got its name.
stream: log
emitted: Once for every thing.
severity: info
schema: {properties: {name: {$ref: name}}}
examples: [{name: short, value: {name: a}}]
```
```yaml specs/demo/tables/things.yaml
brief: One row a thing.
columns: {name: {type: text, key: primary, brief: Its name.}}
```
```yaml specs/demo/fixtures/day.yaml
brief: One day with one thing.
tables: {things: {columns: [name], rows: [[a]]}}
```
"""
TEXT = (Path(__file__).parent / "branches.md").read_text(encoding="utf-8")
CASES = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL))


def test_the_files_of_every_case_are_clean_by_themselves(tmp_path: Path) -> None:
    assert [one for one in fences(BASE).compile(tmp_path) if one.is_error] == []


@pytest.mark.parametrize("title", CASES)
def test_a_flaw_is_found_where_it_is_marked_and_nothing_else_is_wrong(title: str, tmp_path: Path) -> None:
    code, case = title.partition(":")[0], fences(CASES[title])
    assert len(case.marked) == 1
    found = Example({**fences(BASE).files, **case.files}).compile(tmp_path)
    assert any(is_found(one, code, case.marked[0]) for one in found), shown(found)
    assert [one for one in found if one.is_error and one.code.slug != code] == [], shown(found)
