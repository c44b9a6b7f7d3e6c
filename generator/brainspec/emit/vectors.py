"""Vectors as plain JSON, for implementations in any language."""

from typing import Any

from brainspec.artefact import Artefact, banner
from brainspec.emit.json_text import json_artefact
from brainspec.model import Definition
from brainspec.model.value import Vector, VectorCase
from brainspec.registry import Proved, Registry
from brainspec.semantics.schemas import inline_schema


def vectors(proved: Proved) -> list[Artefact]:
    """schemas/<capability>/vectors/<name>.json."""
    registry = proved.registry
    return [_artefact(registry, one) for one in registry.of_kind("vector")]


def _artefact(registry: Registry, vector: Definition[Vector]) -> Artefact:
    path = f"schemas/{vector.id.capability}/vectors/{vector.id.name}.json"
    return json_artefact(path, _document(registry, vector), vector)
