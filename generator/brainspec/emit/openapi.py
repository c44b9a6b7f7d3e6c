"""The OpenAPI 3.2 document of a capability: its operations, and the problems clients can meet."""

import re
from itertools import groupby
from typing import Any

from brainspec.artefact import Artefact, banner
from brainspec.document import Pointer
from brainspec.emit.json_text import Owner, json_artefact
from brainspec.emit.openapi_bodies import request_body, success
from brainspec.emit.openapi_components import Components, Json
from brainspec.model import Definition
from brainspec.model.capability import Capability
from brainspec.model.interface import Operation
from brainspec.registry import Proved, Registry
from brainspec.semantics.problems import problems_of
from brainspec.semantics.prose import plain

VERSION = "3.2.0"
TEXT: Json = {"type": "string", "minLength": 1, "maxLength": 255}
RETRY = "Names this request, so that repeating it has no second effect."
CHANGED = "The ETag of the version that is changed."
RESUME = "Where to continue: the id of the last item that was read."


def openapi(proved: Proved) -> list[Artefact]:
    """schemas/<capability>/openapi.json, for capabilities that have operations."""
    registry = proved.registry
    return [_artefact(registry, one) for one in registry.capabilities if registry.of_kind("operation", one.id.name)]


def _artefact(registry: Registry, capability: Definition[Capability]) -> Artefact:
    parts = Components(registry, capability.id.name)
    operations = registry.of_kind("operation", capability.id.name)
    placed = {one.id: tuple(one.body.http.split(" ", 1)) for one in operations}
    paths: Json = {}
    owners: dict[Pointer, Owner] = {}
    for one in sorted(operations, key=lambda one: (placed[one.id][1], placed[one.id][0])):
        method, path = placed[one.id]
        paths.setdefault(path, {})[method.lower()] = _operation(parts, one)
        owners["paths", path, method.lower()] = one
    document = {
        "openapi": VERSION,
        "info": _about(registry, capability),
        "security": [{"bearer": []}],
        "tags": [{"name": capability.id.name, "description": capability.body.brief}],
        "paths": paths,
        "components": parts.document(),
    }
    return json_artefact(f"schemas/{capability.id.name}/openapi.json", document, capability, owners | parts.owners)


def _about(registry: Registry, capability: Definition[Capability]) -> Json:
    body = capability.body
    return {
        "x-generated-by": banner(f"specs/{capability.id.name}/", "openapi"),
        "title": body.title,
        "version": body.version,
        "description": plain(registry, body.brief, capability.id.name),
    }


def _operation(parts: Components, operation: Definition[Operation]) -> Json:
    body, capability = operation.body, operation.id.capability
    whole: Json = {
        "operationId": operation.id.name,
        "summary": plain(parts.registry, body.brief, capability),
        "description": plain(parts.registry, body.note, capability) if body.note else None,
        "tags": [capability],
        "deprecated": True if body.deprecated else None,
        "x-brainspec-action": body.action,
        "security": [] if body.open else None,
        "x-brainspec-requirements": requirements_of(parts.registry, operation) or None,
        "parameters": _parameters(parts, operation) or None,
        "requestBody": request_body(parts, operation),
        "responses": _responses(parts, operation),
    }
    return {key: value for key, value in whole.items() if value is not None}


def requirements_of(registry: Registry, definition: Definition[Any]) -> list[str]:
    """The requirements that speak of a definition, and those it speaks of."""
    near = {one.source for one in registry.references_to(definition.id)}
    near |= {one.target for one in registry.references_from(definition.id)}
    return sorted(one.name for one in near if one.kind == "requirement")


def _responses(parts: Components, operation: Definition[Operation]) -> Json:
    answers = {status: success(parts, operation, one) for status, one in sorted(operation.body.answers.items())}
    failures = groupby(problems_of(parts.registry, operation), lambda one: one.body.status)
    return answers | {str(status): parts.problems(list(group)) for status, group in failures}


def _parameters(parts: Components, operation: Definition[Operation]) -> list[Json]:
    body, capability = operation.body, operation.id.capability
    listed = [
        {
            "name": name,
            "in": one.in_,
            "description": plain(parts.registry, one.brief, capability),
            "required": one.required or one.in_ == "path",
            "schema": parts.schema(one.schema_),
        }
        for name, one in body.parameters.items()
    ]
    known = {(one["in"], str(one["name"]).lower()) for one in listed}
    implied = [*_path_parameters(body.http), *_header_parameters(parts, body), *_page_parameters(parts, operation)]
    return listed + [one for one in implied if (one["in"], one["name"].lower()) not in known]


def _path_parameters(http: str) -> list[Json]:
    names = re.findall(r"\{([^{}]+)\}", http)
    return [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names]


def _header_parameters(parts: Components, body: Operation) -> list[Json]:
    found = [
        _header(name, RESUME, TEXT) for name in sorted({one.resume for one in body.answers.values() if one.resume})
    ]
    if body.idempotent:
        found.append(_header("Idempotency-Key", RETRY, parts.shared("idempotency-key", TEXT)))
    if body.conditional:
        found.append(_header("If-Match", CHANGED, TEXT) | {"required": True})
    return found


def _header(name: str, description: str, schema: Json) -> Json:
    return {"name": name, "in": "header", "description": description, "required": False, "schema": schema}


def _page_parameters(parts: Components, operation: Definition[Operation]) -> list[Json]:
    paged = operation.body.paged
    if paged is None:
        return []
    most = parts.registry.need(paged.max, operation.id.capability, "setting").body.value
    size = {"type": "integer", "minimum": 1, "maximum": most}
    cursor = parts.shared("cursor", TEXT)
    return [
        {"name": "cursor", "in": "query", "description": "The `next` of the page before.", "schema": cursor},
        {"name": "limit", "in": "query", "description": "The most items on the page.", "schema": size},
    ]
