"""Every way in which a file can have the wrong shape is said in an author's words, at its place."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from pydantic_core._pydantic_core import list_all_errors

from brainspec.diagnostic import Diagnostic, Span
from brainspec.document import Document, Pointer, Source, parse
from brainspec.model import KINDS, Kind, shape
from brainspec.model.words import TABLE
from tests.document.written import covered, is_inside

EXAMPLES = {one.name.partition(".")[0]: one for one in files("brainspec.model").joinpath("examples").iterdir()}
ODD = [None, 0, -1.5, True, "", "no such word", "é" * 300, [], [None], [[]], {}, {"": None}, {"a b": {"<text>": 1}}]


def path_of(kind: Kind) -> str:
    if kind.folder.endswith(".yaml"):
        return f"specs/demo/{kind.folder}" if kind.name == "capability" else f"specs/{kind.folder}"
    return f"specs/{'' if kind.name == 'source' else 'demo/'}{kind.folder}/example{kind.suffix}"


def example(kind: Kind) -> Document:
    document, found = parse(Source(path_of(kind), EXAMPLES[kind.name].read_text(encoding="utf-8")))
    assert document is not None, found
    return document


def pointers(value: Any, at: Pointer = ()) -> Iterator[Pointer]:
    yield at
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from pointers(one, (*at, key))


def changed(value: Any, at: Pointer, new: Any) -> Any:
    """Return a copy with another value at a pointer."""
    if not at:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[at[0]] = changed(value[at[0]], at[1:], new)
    return copy


def without(value: Any, at: Pointer) -> Any:
    copy = dict(value) if isinstance(value, dict) else list(value)
    if len(at) == 1:
        del copy[at[0]]
    else:
        copy[at[0]] = without(value[at[0]], at[1:])
    return copy


def mutants(data: Any) -> Iterator[Any]:
    """Yield the data with one place changed, emptied, or added to."""
    for at in pointers(data):
        here = data
        for part in at:
            here = here[part]
        yield from (changed(data, at, new) for new in ODD)
        if at:
            yield without(data, at)
        if isinstance(here, dict):
            yield from (changed(data, at, here | extra) for extra in ({"nmae": 1}, {"in ms": None}, {"<text>": "x"}))


@pytest.mark.parametrize("name", KINDS)
def test_the_example_of_a_kind_has_its_shape(name: str) -> None:
    definitions, found = shape(example(KINDS[name]))
    assert found == []
    assert definitions[0].id.kind == name


@pytest.mark.parametrize("name", KINDS)
def test_no_change_of_an_example_is_beyond_words(name: str) -> None:
    document = example(KINDS[name])
    text = document.source.text
    for data in mutants(document.data):
        has_body = not document.body_line or (isinstance(data, dict) and isinstance(data.get("body"), str))
        if isinstance(data, dict) and has_body:
            definitions, found = shape(document._replace(data=data))
            assert bool(definitions) != bool(found)
            assert [one for one in found if not is_inside(text, one.span)] == []
            assert [one for one in found if not one.message or not one.help] == []


def schema_types(schema: Any) -> Iterator[str]:
    """Yield the types of pydantic's core schemas that judge what an author wrote."""
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str):
            yield schema["type"]
        for key, inner in schema.items():
            if key not in ("json_schema_input_schema", "serialization", "metadata", "custom_error_context"):
                yield from schema_types(inner)
    elif isinstance(schema, list | tuple):
        for inner in schema:
            yield from schema_types(inner)


# What each core schema can find in data that comes from YAML, where every key is a text and no number is infinite.
FINDS = {
    "model": {"model_type"},
    "model-fields": {"extra_forbidden"},
    "model-field": {"missing"},
    "str": {"string_type", "string_pattern_mismatch", "string_too_short", "string_too_long"},
    "int": {"int_type", "greater_than_equal", "less_than_equal"},
    "bool": {"bool_type"},
    "dict": {"dict_type"},
    "tuple": {"tuple_type"},
    "literal": {"literal_error"},
    "tagged-union": {"shape"},
    "function-plain": {"shape"},
    "no-info": set(),
    "function-before": set(),  # completes what a topic says for all its rules, and refuses nothing
    "any": set(),
    "default": set(),
    "nullable": set(),
    "definitions": set(),
    "definition-ref": set(),
}


def test_there_are_words_for_every_error_the_models_can_give_and_for_no_other() -> None:
    used: set[str] = set()
    for kind in KINDS.values():
        kind.model.model_rebuild(force=True)
        used |= set(schema_types(kind.model.__pydantic_core_schema__))
    assert used <= set(FINDS)
    possible = set().union(*(FINDS[one] for one in used))
    assert set(TABLE) == possible
    assert possible - {"shape"} <= {one["type"] for one in list_all_errors()}


def test_every_row_of_the_table_is_met() -> None:
    met = {diagnostic_type(kind, data) for kind in KINDS.values() for data in mutants(example(kind).data)}
    assert set(TABLE) - {"greater_than_equal", "less_than_equal"} <= set().union(*met)


def diagnostic_type(kind: Kind, data: Any) -> frozenset[str]:
    from pydantic import ValidationError

    try:
        kind.model.model_validate(data)
    except ValidationError as error:
        return frozenset(one["type"] for one in error.errors())
    return frozenset()


def found_in(text: str, path: str = "specs/demo/types/name.yaml") -> list[Diagnostic]:
    document, refused = parse(Source(path, text))
    assert document is not None, refused
    return shape(document)[1]


SCHEMA = "schema: {type: string}\n"


@pytest.mark.parametrize(
    ("text", "code", "marked", "message", "help_"),
    [
        (SCHEMA, "missing-field", "", "The field `brief` is missing.", "Add `brief:`."),
        (
            "brief: A.\n" + SCHEMA + "examples:\n  - {value: 1}\n",
            "missing-field",
            "",
            "The field `name` is missing.",
            "Add `name:`.",
        ),
        (
            "brief: A.\nvlaues: {}\n" + SCHEMA,
            "unknown-field",
            "vlaues",
            "There is no field `vlaues` here.",
            "Did you mean `values`?",
        ),
        (
            "brief: A.\nnote: {a, b: c}\n" + SCHEMA,
            "wrong-type",
            "{a, b: c}",
            "`note` must be a text, not a mapping.",
            "Write a text.",
        ),
        (
            "brief: A.\nsince: 0.1\n" + SCHEMA,
            "wrong-type",
            "0.1",
            "`since` must be a text, not a number.",
            'Quote it: "0.1".',
        ),
        (
            "brief: A.\nsince: 1\n" + SCHEMA,
            "wrong-type",
            "1",
            "`since` must be a text, not a number.",
            'Quote it: "1".',
        ),
        (
            "brief: A.\nnote: true\n" + SCHEMA,
            "wrong-type",
            "true",
            "`note` must be a text, not a flag.",
            'Quote it: "true".',
        ),
        (
            "brief:\n" + SCHEMA,
            "wrong-type",
            "",
            "`brief` must be a text, not nothing.",
            "Write a text; one that holds a comma needs quotes within braces.",
        ),
        (
            "brief: A.\nsee: type:a\n" + SCHEMA,
            "wrong-type",
            "type:a",
            "`see` must be a list, not a text.",
            "Write it in `[` and `]`.",
        ),
        (
            "brief: A.\nschema: text\n",
            "wrong-type",
            "text",
            "`schema` must be a mapping, not a text.",
            "Write `key: value` lines below it.",
        ),
        (
            "brief: A.\nsince: one\n" + SCHEMA,
            "bad-value",
            "one",
            "`since` cannot be `one`.",
            "It has three numbers, such as 0.2.0.",
        ),
        ("brief: ''\n" + SCHEMA, "bad-value", "''", "`brief` is empty.", "Write at least 1 character."),
        (
            "brief: A.\nexamples: [{name: A b, value: 1}]\n" + SCHEMA,
            "bad-value",
            "A b",
            "`name` cannot be `A b`.",
            "It has lower-case letters and digits in groups joined by single hyphens, a letter first.",
        ),
        (
            "brief: A.\nvalues: {ok: It did, as asked.}\n" + SCHEMA,
            "wrong-type",
            "",
            "`as asked.` must be a text, not nothing.",
            "Write a text; one that holds a comma needs quotes within braces.",
        ),
        (
            "brief: A.\nexamples: [{name: a, brief: Time, in ms, value: 1}]\n" + SCHEMA,
            "unknown-field",
            "in ms",
            "There is no field `in ms` here.",
            "A value in braces that holds a comma needs quotes.",
        ),
    ],
)
def test_words(text: str, code: str, marked: str, message: str, help_: str) -> None:
    (one,) = found_in(text)
    assert (one.code.slug, covered(text, one.span), one.message, one.help) == (code, marked, message, help_)


def test_a_key_that_is_wrong_itself_is_marked() -> None:
    text = "title: Demo\nbrief: A.\nversion: 0.1.0\nstatus: draft\nprefix: DMO\nclasses: {A Writer: Writes.}\n"
    (one,) = found_in(text, "specs/demo/capability.yaml")
    assert (one.code.slug, covered(text, one.span)) == ("bad-value", "A Writer")
    assert one.message == "`a key of classes` cannot be `A Writer`."


def test_a_union_is_told_by_its_shape() -> None:
    text = "brief: A.\nhttp: POST /a\naction: a:b\nbody: [a]\nanswers: {'204': {brief: So.}}\n"
    (one,) = found_in(text, "specs/demo/operations/send.yaml")
    assert (one.message, covered(text, one.span)) == ("`body` must be a text or a mapping, not a list.", "[a]")


def test_a_long_value_is_cut() -> None:
    (one,) = found_in(f"brief: A.\nsince: {'x' * 5000}\n{SCHEMA}")
    assert len(one.message) < 120


@pytest.mark.parametrize(
    ("path", "help_"),
    [
        ("specs/demo/type/name.yaml", "Did you mean `types`?"),
        ("specs/demo/types/name.md", "Files in types/ end in .yaml."),
        ("specs/demo/guides/name.yaml", "Files in guides/ end in .md."),
        ("specs/projects.yaml", "Did you mean `project.yaml`?"),
        ("specs/demo/name.yaml", "Put it at specs/<capability>/<kind folder>/<name>.yaml."),
        ("specs/demo/types/deep/name.yaml", "Put it at specs/<capability>/<kind folder>/<name>.yaml."),
    ],
)
def test_a_path_that_is_no_place_for_a_definition(path: str, help_: str) -> None:
    text = f"---\n{SCHEMA}---\n" if path.endswith(".md") else SCHEMA
    (one,) = found_in(text, path)
    assert (one.code.slug, one.span, one.help) == ("misplaced-file", Span(path), help_)
