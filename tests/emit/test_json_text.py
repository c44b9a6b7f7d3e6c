import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from brainspec.diagnostic import Span
from brainspec.document import Document, Source
from brainspec.emit.json_text import WIDTH, json_artefact
from brainspec.model import Definition, Id
from brainspec.model.value import Type

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def definition(path: str) -> Definition[Any]:
    document = Document(Source(path, "brief: A.\n"), {}, {})
    return Definition(Id("demo", "type", path), Type(brief="A.", schema={}), document)


@given(JSON)
def test_what_is_printed_is_what_was_given_in_the_same_order(value: Any) -> None:
    text = json_artefact("a.json", value).text
    assert text.endswith("\n")
    assert json.dumps(json.loads(text)) == json.dumps(value)


def test_short_parts_stand_on_one_line_and_long_ones_do_not() -> None:
    text = json_artefact("a.json", {"short": {"a": [1, 2]}, "long": ["x" * 60, "y" * 60], "none": {}}).text
    assert text.splitlines() == [
        "{",
        '  "short": {"a": [1, 2]},',
        '  "long": [',
        f'    "{"x" * 60}",',
        f'    "{"y" * 60}"',
        "  ],",
        '  "none": {}',
        "}",
    ]
    assert len(json_artefact("a.json", {"fits": "é" * (WIDTH - 13)}).text.splitlines()[1]) < WIDTH


def test_each_line_is_blamed_on_the_definition_behind_it() -> None:
    whole, part, deep = (definition(path) for path in ("whole", "part", "deep"))
    value = {"a": 1, "parts": {"p": {"x": {"y": 1}}, "q": 2}, "z": 3}
    printed = json_artefact("a.json", value, whole, {("parts", "p"): part, ("parts", "p", "x"): deep})
    blamed = [printed.origin(number) for number in range(1, len(printed.text.splitlines()) + 1)]
    assert printed.text.splitlines()[3:6] == ['    "p": {', '      "x": {"y": 1}', "    },"]
    assert [one.path for one in blamed if isinstance(one, Span)] == [
        "whole", "whole", "whole", "part", "deep", "part", "whole", "whole", "whole", "whole",
    ]  # fmt: skip
