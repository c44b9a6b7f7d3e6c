"""Streams: a shape, fields that exist, and codes of their own."""

from collections.abc import Iterator, Mapping
from typing import Any

from brainspec.diagnostic import CATALOGUE
from brainspec.diagnostic.nearest import did_you_mean
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule
from brainspec.semantics.composition import envelope_of, event_schema, events_of, mapping

Findings = Iterator[Finding]
Named = tuple[Pointer, str, bool]


@rule("error", "stream")
def shapeless_stream(stream: Definition[Any], _registry: Registry) -> Findings:
    """A stream says twice what its items are, or its discriminator has no envelope to stand in.

    A stream has events of its own (with an envelope and a discriminator, where they have fields in common), or the
    `items` are all of one type.

    Bad:
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    envelope: entry
    items: ⟦entry⟧
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    ```yaml specs/demo/types/entry.yaml
    brief: What every event has.
    schema: {type: object, properties: {ts: {type: string, maxLength: 40, description: When it happened.}}}
    ```
    Good:
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    items: entry
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    ```yaml specs/demo/types/entry.yaml
    brief: What every event has.
    schema: {type: object, properties: {ts: {type: string, maxLength: 40, description: When it happened.}}}
    ```
    """
    body = stream.body
    if body.items and (body.envelope or body.discriminator):
        yield Finding(stream, ("items",), "A stream has events or items, not both.", "Remove one of the two.")
    elif body.discriminator and not body.envelope:
        message = "No envelope says what this field is."
        yield Finding(stream, ("discriminator",), message, "Name the `envelope`, too.")


@rule("error", "stream")
def unknown_stream_field(stream: Definition[Any], registry: Registry) -> Findings:
    """A stream names a field that its envelope or its events do not have.

    Bad:
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    envelope: entry
    discriminator: ⟦evnet⟧
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    ```yaml specs/demo/types/entry.yaml
    brief: What every event has.
    schema: {type: object, properties: {event: {type: string, maxLength: 40, description: What happened.}}}
    ```
    Good:
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    envelope: entry
    discriminator: event
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    ```yaml specs/demo/types/entry.yaml
    brief: What every event has.
    schema: {type: object, properties: {event: {type: string, maxLength: 40, description: What happened.}}}
    ```
    """
    for known, named in _named_fields(stream, registry):
        for pointer, name, is_key in named:
            if name not in known:
                help_ = did_you_mean(name, known, f"Fields: {', '.join(known) or 'none'}.")
                yield Finding(stream, pointer, f"There is no field `{name}` here.", help_, key=is_key)


def _named_fields(stream: Definition[Any], registry: Registry) -> Iterator[tuple[Mapping[str, Any], list[Named]]]:
    body, envelope = stream.body, envelope_of(registry, stream)
    given = mapping(envelope.body.schema_.get("properties")) if envelope else {}
    of_any = given | {name: one for event in events_of(registry, stream) for name, one in _of(registry, event).items()}
    if body.discriminator and envelope:
        yield given, [(("discriminator",), body.discriminator, False)]
    if envelope:
        yield given, [(("sample", name), name, True) for name in body.sample]
    for name, profile in body.profiles.items():
        yield of_any, _listed(("profiles", name, "may_lack"), profile.may_lack)
    for number, pair in enumerate(body.pairs):
        for event in (pair.open, pair.close):
            yield _of_named(registry, stream, event), _listed(("pairs", number, "key"), pair.key)
    for number, one in enumerate(body.conflicts):
        yield from _in_conflict(registry, stream, one, ("conflicts", number))


def _in_conflict(
    registry: Registry, stream: Definition[Any], one: Any, at: Pointer
) -> Iterator[tuple[Mapping[str, Any], list[Named]]]:
    for event in (one.inside.open, one.inside.close):
        yield _of_named(registry, stream, event), _listed((*at, "inside", "key"), one.inside.key)
    seen, closing = ((*at, "seen", "where"), one.seen.where), ((*at, "closing"), one.closing)
    for event, (place, fields) in ((one.seen.event, seen), (one.inside.close, closing)):
        yield _of_named(registry, stream, event), [((*place, name), name, True) for name in fields]


def _listed(at: Pointer, names: str | tuple[str, ...]) -> list[Named]:
    if isinstance(names, str):
        return [(at, names, False)]
    return [((*at, number), name, False) for number, name in enumerate(names)]


def _of_named(registry: Registry, stream: Definition[Any], event: str) -> Mapping[str, Any]:
    return _of(registry, registry.need(event, stream.id.capability, "event"))


def _of(registry: Registry, event: Definition[Any]) -> Mapping[str, Any]:
    return mapping(event_schema(registry, event).get("properties"))


@rule("error", "stream")
def taken_code(stream: Definition[Any], _registry: Registry) -> Findings:
    """A rule of a stream has the code of another rule.

    The code is what a report prints and what somebody looks up, so it is unique in the stream and among the tool's own.

    Bad:
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    pairs:
      - code: ⟦duplicate-key⟧
        brief: A start has no end.
        open: start
        close: end
        key: name
        lacking: close
        level: warning
        fix: Write the end, too.
    ```
    ```yaml specs/demo/events/start.yaml
    brief: Something started.
    stream: log
    emitted: At the start.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: What started.}}}
    ```
    ```yaml specs/demo/events/end.yaml
    brief: Something ended.
    stream: log
    emitted: At the end.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: What ended.}}}
    ```
    Good:
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    pairs:
      - code: never-ended
        brief: A start has no end.
        open: start
        close: end
        key: name
        lacking: close
        level: warning
        fix: Write the end, too.
    ```
    ```yaml specs/demo/events/start.yaml
    brief: Something started.
    stream: log
    emitted: At the start.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: What started.}}}
    ```
    ```yaml specs/demo/events/end.yaml
    brief: Something ended.
    stream: log
    emitted: At the end.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: What ended.}}}
    ```
    """
    taken = set(CATALOGUE)
    for field in ("pairs", "conflicts"):
        for number, one in enumerate(getattr(stream.body, field)):
            if one.code in taken:
                message = f"`{one.code}` is the code of another rule."
                yield Finding(stream, (field, number, "code"), message, "Choose another code.")
            taken.add(one.code)
