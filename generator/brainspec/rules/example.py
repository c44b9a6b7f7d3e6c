"""Examples and cases: named once, and each one value."""

from collections.abc import Iterator
from typing import Any

from brainspec.document import Pointer
from brainspec.model import Definition, Model
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule

Findings = Iterator[Finding]


def _named(model: Model, at: Pointer = ()) -> Iterator[tuple[Pointer, tuple[Model, ...]]]:
    """The lists inside a model whose entries have names: pointer and entries."""
    for name, value in vars(model).items():
        if isinstance(value, tuple) and value and isinstance(value[0], Model):
            yield (*at, name), value
            for number, inner in enumerate(value):
                yield from _named(inner, (*at, name, number))


@rule("error")
def duplicate_name(registry: Registry) -> Findings:
    """Two examples, cases, traces or steps of one definition have the same name.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    examples: [{name: short, value: a}, {name: ⟦short⟧, value: b}]
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    examples: [{name: short, value: a}, {name: shorter, value: b}]
    ```
    """
    for definition in registry.definitions.values():
        for pointer, entries in _named(definition.body) if not definition.pointer else ():
            names: set[str] = set()
            for number, entry in enumerate(entries):
                name = getattr(entry, "name", None)
                if isinstance(name, str) and name in names:
                    message = f"The name `{name}` is taken."
                    yield Finding(definition, (*pointer, number, "name"), message, "Choose another name.")
                names.add(str(name))


@rule("error", "type", "event", "vector")
def valueless_example(definition: Definition[Any], _registry: Registry) -> Findings:
    """An example, a counterexample or a case has no value, or has two.

    It has either a value of its own or a `change` of another one.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    examples: [⟦{name: short}⟧]
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    examples: [{name: short, value: a}]
    ```
    """
    own = "in_" if definition.id.kind == "vector" else "value"
    for field in ("examples", "counterexamples", "cases"):
        for number, one in enumerate(getattr(definition.body, field, ())):
            if (own in one.model_fields_set) == (one.change is not None):
                message = "This has a value and a change." if one.change else "This has neither a value nor a change."
                yield Finding(definition, (field, number), message, "Give it one of the two.")


@rule("error", "event")
def shapeless_event(event: Definition[Any], _registry: Registry) -> Findings:
    """An example of an event is no mapping of fields.

    A counterexample may be anything; an example is completed with what the stream gives, so it has fields.

    Bad:
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    examples: [{name: short, value: ⟦a⟧}]
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    Good:
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    examples: [{name: short, value: {name: a}}]
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    """
    for number, one in enumerate(event.body.examples):
        if one.change is None and not isinstance(one.value, dict):
            message = "An event has fields, and this has none."
            yield Finding(event, ("examples", number, "value"), message, "Write its fields as a mapping.")


@rule("warning", "event", about_absence=True)
def unshown_event(event: Definition[Any], _registry: Registry) -> Findings:
    """An event has no example, so nobody sees what it looks like and nothing shows that one can be written.

    Bad:
    ```yaml specs/demo/events/named.yaml
    ⟦brief⟧: A thing got its name.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    Good:
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    examples: [{name: short, value: {name: a}}]
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    """
    if not event.body.examples:
        yield Finding(event, ("brief",), "No example shows this event.", "Add the smallest one.", key=True)
