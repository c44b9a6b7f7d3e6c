"""What a spec file of each kind may say, as JSON Schema for editors, exported from the models."""

from brainspec.artefact import Artefact
from brainspec.emit.exported import Schema, exported
from brainspec.emit.json_text import json_artefact
from brainspec.model import KINDS, Kind
from brainspec.registry import Proved


def authoring(proved: Proved) -> list[Artefact]:
    """schemas/authoring/<kind>.schema.json."""
    base_uri = proved.registry.project.body.base_uri
    return [json_artefact(_path(kind), authoring_schema(kind, base_uri)) for kind in KINDS.values()]


def authoring_schema(kind: Kind, base_uri: str) -> Schema:
    """The schema of a kind's files; of Markdown files, of their front matter."""
    schema = exported(kind.model, kind.name, f"{base_uri}{_path(kind)}", "generator/brainspec/model/")
    if kind.suffix == ".md":
        schema["properties"].pop("body")
        schema["required"].remove("body")
    return schema


def _path(kind: Kind) -> str:
    return f"schemas/authoring/{kind.name}.schema.json"
