"""Types and events: fields that a marker line can carry, one name for a thing, and words beside every shape."""

from collections.abc import Iterator
from typing import Any

from brainspec.diagnostic import Related
from brainspec.diagnostic.nearest import did_you_mean
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.rules.keywords import authored
from brainspec.rules.rule import rule
from brainspec.semantics.columns import resolved
from brainspec.semantics.composition import envelope_of, mapping, stream_of
from brainspec.semantics.schemas import schema_of

Findings = Iterator[Finding]


def _fields(definition: Definition[Any]) -> Iterator[tuple[Pointer, str, dict[str, Any]]]:
    """The fields an event or type describes itself: pointer, name, schema."""
    for name, schema in mapping(definition.body.schema_.get("properties")).items():
        if isinstance(schema, dict):
            yield ("schema", "properties", name), name, schema


@rule("error", "event")
def typeless_field(event: Definition[Any], _registry: Registry) -> Findings:
    """A field of an event does not have exactly one type.

    A marker line is text: only the type says whether `1` is a number. So each field has one `type` or the name of a
    type, and is absent where it says nothing; null is never written.

    Bad:
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {⟦name⟧: {type: [string, "null"], maxLength: 40, description: Its name.}}}
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
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    """
    for pointer, name, schema in _fields(event):
        if not isinstance(schema.get("type", schema.get("$ref")), str) or schema.get("type") == "null":
            message = f"`{name}` does not have exactly one type."
            yield Finding(event, pointer, message, "Give it one `type`, or `$ref` a type.", key=True)


@rule("error", "event")
def field_in_envelope(event: Definition[Any], registry: Registry) -> Findings:
    """An event describes a field that the envelope of its stream gives to every event.

    Bad:
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {⟦ts⟧: {type: string, maxLength: 40, description: When it happened.}}}
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    envelope: entry
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    ```yaml specs/demo/types/entry.yaml
    brief: What every event has.
    schema: {type: object, properties: {ts: {type: string, maxLength: 40, description: When it happened.}}}
    ```
    Good:
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    envelope: entry
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    ```yaml specs/demo/types/entry.yaml
    brief: What every event has.
    schema: {type: object, properties: {ts: {type: string, maxLength: 40, description: When it happened.}}}
    ```
    """
    envelope = envelope_of(registry, stream_of(registry, event))
    given = mapping(envelope.body.schema_.get("properties")) if envelope else {}
    for pointer, name, _ in _fields(event):
        if envelope and name in given:
            related = (Related(envelope.span(("schema", "properties", name), key=True), "given here"),)
            message = f"The envelope gives `{name}` to every event."
            help_ = "Remove it; `required` may still name it."
            yield Finding(event, pointer, message, help_, key=True, related=related)


@rule("error")
def shared_marker(registry: Registry) -> Findings:
    """Two events have the same name in marker lines.

    Bad:
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    marker: ⟦NAME⟧
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    ```yaml specs/demo/events/called.yaml
    brief: A thing was called.
    stream: log
    marker: NAME
    emitted: Every time.
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
    marker: NAME
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    """
    first: dict[str, Definition[Any]] = {}
    for one in registry.of_kind("event"):
        earlier = first.setdefault(one.body.marker, one) if one.body.marker else one
        if earlier is not one:
            related = (Related(earlier.span(("marker",)), "first used here"),)
            message = f"`{one.body.marker}` is the marker of `{earlier.id}`."
            yield Finding(one, ("marker",), message, "Choose another name.", related=related)


@rule("error", "event")
def unmatched_severity(event: Definition[Any], registry: Registry) -> Findings:
    """The levels of an event by outcome and its outcomes do not agree.

    Bad:
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    emitted: Once for every thing.
    severity: {ok: info, ⟦failed⟧: error, fail: error}
    schema: {properties: {outcome: {$ref: outcome, description: How it ended.}}}
    ```
    ```yaml specs/demo/types/outcome.yaml
    brief: How it ended.
    schema: {type: string}
    values: {ok: It did., fail: It did not.}
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
    severity: {ok: info, fail: error}
    schema: {properties: {outcome: {$ref: outcome, description: How it ended.}}}
    ```
    ```yaml specs/demo/types/outcome.yaml
    brief: How it ended.
    schema: {type: string}
    values: {ok: It did., fail: It did not.}
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    """
    levels = event.body.severity
    if isinstance(levels, str):
        return
    whole = schema_of(registry, event)
    outcomes = resolved(whole, mapping(whole.get("properties")).get("outcome")).get("enum", [])
    for name in levels:
        if name not in outcomes:
            help_ = did_you_mean(name, outcomes, f"Its outcomes: {', '.join(outcomes) or 'none'}.")
            yield Finding(event, ("severity", name), f"The event has no outcome `{name}`.", help_, key=True)
    lacking = [name for name in outcomes if name not in levels]
    if lacking:
        message = f"No level is given for {', '.join(f'`{name}`' for name in lacking)}."
        yield Finding(event, ("severity",), message, "Give every outcome a level.", key=True)


@rule("error", "type")
def second_enum(definition: Definition[Any], _registry: Registry) -> Findings:
    """A type lists its values twice: under `values` and as an `enum`.

    Bad:
    ```yaml specs/demo/types/colour.yaml
    brief: A colour.
    schema: {type: string, enum: ⟦[red, green]⟧}
    values: {red: Like a rose., green: Like a leaf.}
    ```
    Good:
    ```yaml specs/demo/types/colour.yaml
    brief: A colour.
    schema: {type: string}
    values: {red: Like a rose., green: Like a leaf.}
    ```
    """
    if definition.body.values and "enum" in definition.body.schema_:
        message = "`values` is the list of allowed values."
        yield Finding(definition, ("schema", "enum"), message, "Remove the `enum`.")


@rule("warning")
def nameless_field(registry: Registry) -> Findings:
    """A field has no description, so that its row in the table of fields is empty.

    A field that names a type by `$ref` has the brief of the type.

    Bad:
    ```yaml specs/demo/types/thing.yaml
    brief: A thing with a name.
    schema: {type: object, properties: {⟦name⟧: {type: string, maxLength: 40}}}
    ```
    Good:
    ```yaml specs/demo/types/thing.yaml
    brief: A thing with a name.
    schema: {type: object, properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    """
    for one in authored(registry):
        if one.definition.id.kind in ("type", "event") and not _is_condition(one.inside):
            for name, schema in mapping(one.schema.get("properties")).items():
                if isinstance(schema, dict) and not {"description", "$ref", "const"} & schema.keys():
                    pointer = (*one.pointer, "properties", name)
                    message = f"Nothing says what `{name}` is."
                    yield Finding(one.definition, pointer, message, "Add a `description`.", key=True)


def _is_condition(inside: Pointer) -> bool:
    """Whether a schema narrows what another place describes."""
    return bool({"if", "then", "else", "not", "allOf", "anyOf", "oneOf"} & set(inside))
