from typing import Any

import pytest
from pydantic import TypeAdapter
from typing_extensions import TypedDict

from brainspec.emit.cli import command_documents
from brainspec.emit.exported import exported
from brainspec.model import KINDS
from brainspec.model.subschemas import mapped

CLASSES = {name: kind.model for name, kind in KINDS.items()} | command_documents()
DEFINITIONS = "#/$defs/"
NEEDLESS = {"title", "description", "default", "$schema", "$id", "$comment"}


def normal(schema: dict[str, Any]) -> dict[str, Any]:
    """Keep what a schema allows, in one form: every definition in its place, keywords that say nothing left out."""
    definitions = schema.get("$defs", {})

    def expand(one: dict[str, Any], inside: tuple[str, ...]) -> dict[str, Any]:
        name = str(one.get("$ref", "")).removeprefix(DEFINITIONS)
        if not name:
            return one
        return {"again": name} if name in inside else whole(definitions[name], (*inside, name))

    def whole(one: dict[str, Any], inside: tuple[str, ...]) -> dict[str, Any]:
        result: dict[str, Any] = mapped(one, lambda each: plain(expand(each, inside)))
        return result

    return whole({key: value for key, value in schema.items() if key != "$defs"}, ())


def plain(one: dict[str, Any]) -> dict[str, Any]:
    """Say a choice, a single value, a number and an open mapping always in the same words."""
    one = {key: value for key, value in one.items() if key not in NEEDLESS}
    choices = one.pop("oneOf", None) or one.pop("anyOf", None)
    if choices:
        flat = [part for each in choices for part in each.get("anyOf", [each])]
        one["anyOf"] = sorted(flat, key=repr)
    if "const" in one:
        one["enum"] = [one.pop("const")]
    if one.get("type") == "object":
        one.setdefault("additionalProperties", not one.keys() & {"properties", "patternProperties"})
    return dict(sorted(one.items()))


@pytest.mark.parametrize("name", CLASSES)
def test_our_export_says_what_pydantic_says(name: str) -> None:
    ours = exported(CLASSES[name], name, "https://demo.example/a", "a")
    assert normal(ours) == normal(TypeAdapter(CLASSES[name]).json_schema())


def test_an_editor_shows_what_a_field_means() -> None:
    schema = exported(KINDS["operation"].model, "operation", "https://demo.example/a", "a")
    assert schema["description"] == "One thing a client can ask for (`operations/`)."
    assert schema["properties"]["http"]["description"] == "Method and path."
    assert schema["properties"]["brief"]["description"].startswith("One sentence of at most 100 characters")
    assert schema["$defs"]["Parameter"]["properties"]["in"]["description"] == "Where it stands (written `in`)."


def test_what_has_no_schema_is_refused() -> None:
    with pytest.raises(TypeError):
        exported(TypedDict("Wrong", {"when": complex}), "wrong", "https://demo.example/a", "a")
