"""Problems as clients see them: which an operation answers, their URIs and bodies."""

from typing import Any

from brainspec.model import Definition
from brainspec.model.interface import Operation, Problem
from brainspec.registry import Registry

PLATFORM = "platform"
ALWAYS = frozenset({400, 429, 500, 503})


def problems_of(registry: Registry, operation: Definition[Operation]) -> list[Definition[Problem]]:
    """What an operation answers when it fails, by status: the platform's implied problems, and its own.

    Every operation can meet 400, 429, 500 and 503; one that needs an action 401 and 403; one with a body 413 and 415;
    an idempotent one 409 and 422; a conditional one 412 and 428.
    """
    implied = _implied(operation.body)
    own = [registry.need(one, operation.id.capability, "problem") for one in operation.body.problems]
    shared = [one for one in registry.of_kind("problem", PLATFORM) if one.body.status in implied]
    found = {one.id: one for one in (*shared, *own)}
    return sorted(found.values(), key=lambda one: (one.body.status, one.id))


def _implied(body: Operation) -> frozenset[int]:
    return (
        ALWAYS
        | (frozenset() if body.open else {401, 403})
        | ({413, 415} if body.body else frozenset())
        | ({409, 422} if body.idempotent else frozenset())
        | ({412, 428} if body.conditional else frozenset())
    )


def type_uri(registry: Registry, problem: Definition[Problem]) -> str:
    """The `type` of a problem on the wire."""
    return f"{registry.project.body.base_uri}{problem.id.capability}/{problem.id.name}"


def problem_example(registry: Registry, problem: Definition[Problem]) -> dict[str, Any]:
    """The body a client gets: computed members first, then the example's."""
    body = problem.body
    return {"type": type_uri(registry, problem), "title": body.title, "status": body.status, **body.example}


def problem_schema(registry: Registry, problem: Definition[Problem]) -> dict[str, Any]:
    """The schema of that body (RFC 9457), on top of the platform's type `problem` where there is one."""
    body = problem.body
    fixed = {"type": type_uri(registry, problem), "title": body.title, "status": body.status}
    shape = registry.find(f"{PLATFORM}.problem", PLATFORM, ("type",))
    return {
        **({"allOf": [{"$ref": f"{PLATFORM}.problem"}]} if shape else {}),
        "type": "object",
        "required": list(fixed),
        "properties": {**{name: {"const": value} for name, value in fixed.items()}, **body.extensions},
    }
