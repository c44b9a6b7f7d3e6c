"""The parts of an OpenAPI document that operations share: schemas and problem answers, collected as they are used."""

from typing import Any

from brainspec.document import Pointer
from brainspec.emit.json_text import Owner
from brainspec.model import Definition
from brainspec.model.interface import Problem
from brainspec.model.subschemas import mapped
from brainspec.registry import Registry
from brainspec.semantics.composition import item_schema, qualified
from brainspec.semantics.problems import PLATFORM, problem_example, problem_schema
from brainspec.semantics.prose import plain
from brainspec.semantics.schemas import inline_schema

Json = dict[str, Any]
_RETRY_AFTER = {
    "description": "Seconds after which the request may be sent again.",
    "schema": {"type": "integer", "minimum": 0},
}


class Components:
    """What the operations of one capability have used so far. The only thing here that changes."""

    def __init__(self, registry: Registry, capability: str) -> None:
        self.registry, self.capability = registry, capability
        self.owners: dict[Pointer, Owner] = {}
        self._schemas: dict[str, Json] = {}
        self._responses: dict[str, Json] = {}

    def document(self) -> Json:
        """The components object, each part sorted by name."""
        bearer = {"type": "http", "scheme": "bearer", "description": "A token that names the caller."}
        return {
            "schemas": dict(sorted(self._schemas.items())),
            "responses": dict(sorted(self._responses.items())),
            "securitySchemes": {"bearer": bearer},
        }

    def schema(self, authored: Json, capability: str = "") -> Json:
        """An authored schema with its references into the components; `capability` is where it was written."""
        bundle = inline_schema(
            self.registry, qualified(self.registry, authored, capability or self.capability), self.capability
        )
        for key, inner in bundle.pop("$defs", {}).items():
            self._keep("schemas", key, self.registry.find(key, self.capability, ("type", "event")))
            self._schemas[key] = _relocated(inner)
        return _relocated(bundle)

    def shared(self, name: str, otherwise: Json) -> Json:
        """A reference to a type of the platform, or another schema in a project that has no such type."""
        known = self.registry.find(f"{PLATFORM}.{name}", PLATFORM, ("type",))
        return self.schema({"$ref": f"{PLATFORM}.{name}"}) if known else otherwise

    def stream(self, stream: Definition[Any]) -> Json:
        """A reference to the schema of one item of a stream."""
        key = f"stream.{self._key(stream)}"
        if key not in self._schemas:
            self._schemas[key] = self.schema(item_schema(self.registry, stream), stream.id.capability)
            self._keep("schemas", key, stream)
        return {"$ref": f"#/components/schemas/{key}"}

    def problems(self, problems: list[Definition[Problem]]) -> Json:
        """A reference to the answer that carries one of these problems, which share a status."""
        key = "-or-".join([f"{problems[0].body.status}-{problems[0].id.name}", *(one.id.name for one in problems[1:])])
        if key not in self._responses:
            self._responses[key] = self._response(problems)
            self._keep("responses", key, problems[0])
        return {"$ref": f"#/components/responses/{key}"}

    def _response(self, problems: list[Definition[Problem]]) -> Json:
        schemas = [self._problem(one) for one in problems]
        said = [plain(self.registry, one.body.when, one.id.capability) for one in problems]
        content = {
            "schema": schemas[0] if len(schemas) == 1 else {"anyOf": schemas},
            "examples": {one.id.name: {"value": problem_example(self.registry, one)} for one in problems},
        }
        headers = {"Retry-After": _RETRY_AFTER} if any(one.body.retry == "after" for one in problems) else {}
        answer: Json = {"description": " Or: ".join(said)}
        return answer | ({"headers": headers} if headers else {}) | {"content": {"application/problem+json": content}}

    def _problem(self, problem: Definition[Problem]) -> Json:
        key = f"problem.{self._key(problem)}"
        if key not in self._schemas:
            words = {"description": problem.body.title, "x-brainspec-retry": problem.body.retry}
            words["x-brainspec-fix"] = plain(self.registry, problem.body.fix, problem.id.capability)
            self._schemas[key] = words | self.schema(problem_schema(self.registry, problem), problem.id.capability)
            self._keep("schemas", key, problem)
        return {"$ref": f"#/components/schemas/{key}"}

    def _key(self, definition: Definition[Any]) -> str:
        identity = definition.id
        return identity.name if identity.capability == self.capability else f"{identity.capability}.{identity.name}"

    def _keep(self, section: str, key: str, owner: Owner) -> None:
        if owner:
            self.owners["components", section, key] = owner


def _relocated(schema: Json) -> Json:
    def change(one: Json) -> Json:
        target = one.get("$ref")
        if not isinstance(target, str):
            return one
        return one | {"$ref": target.replace("#/$defs/", "#/components/schemas/", 1)}

    result: Json = mapped(schema, change)
    return result
