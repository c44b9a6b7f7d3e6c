"""References inside schemas: names of types, parts of the same schema, and never an address."""

from collections.abc import Iterator, Mapping
from typing import Any

from brainspec.model import Definition, Id
from brainspec.registry import Finding, Registry
from brainspec.rules.keywords import authored
from brainspec.rules.rule import rule

Findings = Iterator[Finding]
_SAME_PLACE = ("allOf", "anyOf", "oneOf")


@rule("error")
def remote_reference(registry: Registry) -> Findings:
    """A `$ref` is an address or a path instead of the name of a type.

    Nothing is ever fetched, and relative paths break when a file moves. Write the bare name of a type, with its
    capability in front where it is another one's: `$ref: platform.timestamp`.

    Bad:
    ```yaml specs/demo/types/pair.yaml
    brief: Two names.
    schema: {type: array, maxItems: 2, items: {$ref: ⟦"https://example.org/name.json"⟧}}
    ```
    Good:
    ```yaml specs/demo/types/pair.yaml
    brief: Two names.
    schema: {type: array, maxItems: 2, items: {$ref: name}}
    ```
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """
    for one in authored(registry):
        target = one.schema.get("$ref")
        if isinstance(target, str) and not target.startswith("#") and set(target) & set("/#"):
            message = "A `$ref` is the name of a type, no address; nothing is fetched."
            help_ = "Write the bare name, such as `run-id` or `platform.timestamp`."
            yield Finding(one.definition, (*one.pointer, "$ref"), message, help_)


@rule("error")
def lost_reference(registry: Registry) -> Findings:
    """A `$ref` to a part of its own schema leads nowhere.

    Bad:
    ```yaml specs/demo/types/pair.yaml
    brief: Two names.
    schema:
      type: array
      maxItems: 2
      items: {$ref: ⟦"#/$defs/nmae"⟧}
      $defs: {name: {type: string, maxLength: 40}}
    ```
    Good:
    ```yaml specs/demo/types/pair.yaml
    brief: Two names.
    schema:
      type: array
      maxItems: 2
      items: {$ref: "#/$defs/name"}
      $defs: {name: {type: string, maxLength: 40}}
    ```
    """
    for one in authored(registry):
        target = one.schema.get("$ref")
        if isinstance(target, str) and target.startswith("#") and not isinstance(_part(one.whole, target), dict):
            message = f"This schema has no part `{target[:80]}`."
            yield Finding(one.definition, (*one.pointer, "$ref"), message, "Correct it, or write the name of a type.")


def _part(schema: Any, target: str) -> Any:
    """What a local reference means; None when it means nothing."""
    if target != "#" and not target.startswith("#/"):
        return None
    for step in target[2:].split("/") if target != "#" else ():
        name = step.replace("~1", "/").replace("~0", "~")
        schema = schema.get(name) if isinstance(schema, Mapping) else None
    return schema


@rule("error", "type")
def endless_reference(definition: Definition[Any], registry: Registry) -> Findings:
    """A type refers to itself without anything in between, so that no validator would come to an end.

    A type may hold itself in a field or a list; it cannot be itself.

    Bad:
    ```yaml specs/demo/types/tree.yaml
    brief: A tree.
    schema: {allOf: [{$ref: ⟦tree⟧}, {type: object}]}
    ```
    Good:
    ```yaml specs/demo/types/tree.yaml
    brief: A tree.
    schema:
      type: object
      properties: {parts: {type: array, maxItems: 9, items: {$ref: tree}, description: What grows out of it.}}
    ```
    """
    for pointer, target in _same_place(definition.body.schema_, ("schema",)):
        named = registry.find(target, definition.id.capability, ("type", "event"))
        if named and (named.id == definition.id or definition.id in _reached(registry, named.id)):
            message = f"`{definition.id.name}` is defined by itself here."
            yield Finding(definition, pointer, message, "Put it into a field or a list, or write the shape out.")


def _reached(registry: Registry, start: Id) -> set[Id]:
    """The types a type is, directly or through others."""
    reached, waiting = {start}, [start]
    while waiting:
        one = registry[waiting.pop()]
        for _, target in _same_place(one.body.schema_, ()):
            named = registry.find(target, one.id.capability, ("type", "event"))
            if named and named.id not in reached:
                reached.add(named.id)
                waiting.append(named.id)
    return reached


def _same_place(schema: Any, at: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """References that stand for the value itself, not for something in it: pointer and target."""
    if not isinstance(schema, Mapping):
        return
    if isinstance(schema.get("$ref"), str):
        yield (*at, "$ref"), schema["$ref"]
    for keyword in _SAME_PLACE:
        parts = schema.get(keyword)
        for number, part in enumerate(parts if isinstance(parts, list) else ()):
            yield from _same_place(part, (*at, keyword, number))
    for keyword in ("not", "if", "then", "else"):
        yield from _same_place(schema.get(keyword), (*at, keyword))
