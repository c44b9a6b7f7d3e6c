"""Vectors as plain JSON, for implementations in any language."""

from typing import Any

from brainspec.artefact import Artefact, banner
from brainspec.emit.json_text import json_artefact
from brainspec.model import Definition
from brainspec.model.value import Vector, VectorCase
from brainspec.registry import Proved, Registry
from brainspec.semantics.examples import inputs_of
from brainspec.semantics.schemas import inline_schema


def vectors(proved: Proved) -> list[Artefact]:
    """schemas/<capability>/vectors/<name>.json."""
    registry = proved.registry
    return [_artefact(registry, one) for one in registry.of_kind("vector")]


def _artefact(registry: Registry, vector: Definition[Vector]) -> Artefact:
    path = f"schemas/{vector.id.capability}/vectors/{vector.id.name}.json"
    return json_artefact(path, _document(registry, vector), vector)


def _document(registry: Registry, vector: Definition[Vector]) -> dict[str, Any]:
    body, capability = vector.body, vector.id.capability
    inputs, outputs = inputs_of(vector), {one.name: one.out for one in body.cases if not one.same_as}
    return {
        "$comment": banner(vector.path, "vectors"),
        "id": f"{capability}.{vector.id.name}",
        "version": body.version,
        "description": body.brief,
        "steps": list(body.steps),
        "input": inline_schema(registry, body.input, capability),
        "output": inline_schema(registry, body.output, capability),
        "cases": [_case(one, inputs, outputs) for one in body.cases],
    }


def _case(case: VectorCase, inputs: dict[str, Any], outputs: dict[str, Any]) -> dict[str, Any]:
    written = {
        "name": case.name,
        "description": case.brief,
        "input": inputs[case.name],
        "output": outputs[case.same_as or case.name],
        "same_as": case.same_as,
        "differs_from": list(case.differs_from),
        "source": case.source,
        "verifies": list(case.verifies),
    }
    needless = {name for name, value in written.items() if value in (None, []) and name not in ("input", "output")}
    return {name: value for name, value in written.items() if name not in needless}
