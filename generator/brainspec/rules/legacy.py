"""Mappings: rules of one sort each, whose events, fields and profiles exist."""

from collections.abc import Iterator
from typing import Any

from brainspec.diagnostic.nearest import did_you_mean
from brainspec.document import Pointer
from brainspec.model import Definition, Id
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule
from brainspec.semantics.composition import event_schema, events_of, mapping

Findings = Iterator[Finding]
_FINDERS = ("marker", "event", "text")


@rule("error", "rule")
def mixed_rule(one: Definition[Any], _registry: Registry) -> Findings:
    """A rule of a mapping is neither a line rule nor a value rule, or half of each.

    A line rule has one of `marker`, `event` and `text` to find the line, and `to`. A value rule has `field`, and
    `values` or `match` with `convert`.

    Bad:
    ```yaml specs/demo/mappings/old.yaml
    brief: Old lines.
    to: log
    encoding: marker
    rules: [{⟦id⟧: old-name, brief: A name was a title., marker: TITLE}]
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    Good:
    ```yaml specs/demo/mappings/old.yaml
    brief: Old lines.
    to: log
    encoding: marker
    rules: [{id: old-name, brief: A name was a title., marker: TITLE, to: named}]
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    """
    reason = _mixture(one.body)
    if reason:
        help_ = "A line rule has `marker`, `event` or `text`, and `to`; a value rule has `field`."
        yield Finding(one, ("id",), reason, help_, key=True)


def _mixture(body: Any) -> str:
    finders = [name for name in _FINDERS if getattr(body, name) is not None]
    if len(finders) + (body.field is not None) != 1:
        return "This rule says not what it is about, or says it twice."
    if body.field is None:
        if body.to is None:
            return "This line rule says not which event it gives."
        return "A line rule mends no values." if body.match or body.convert or body.values else ""
    if body.to is not None or body.reports is not None:
        return "A value rule gives no event, and reports none."
    has_pattern = body.match is not None and body.convert is not None
    if (body.match is None) != (body.convert is None) or has_pattern == bool(body.values):
        return "A value rule has `values`, or `match` and `convert`."
    return ""


@rule("error", "rule")
def unknown_mapping_name(one: Definition[Any], registry: Registry) -> Findings:
    """A rule of a mapping names an event, a field or a rule that the stream does not have.

    Bad:
    ```yaml specs/demo/mappings/old.yaml
    brief: Old lines.
    to: log
    encoding: marker
    rules: [{id: old-name, brief: A name was a title., marker: TITLE, to: named, rename: {title: ⟦nmae⟧}}]
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    Good:
    ```yaml specs/demo/mappings/old.yaml
    brief: Old lines.
    to: log
    encoding: marker
    rules: [{id: old-name, brief: A name was a title., marker: TITLE, to: named, rename: {title: name}}]
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    """
    stream = _stream(one, registry)
    if stream is None:
        return
    events = {each.id.name: each for each in events_of(registry, stream)}
    target = events.get(one.body.to or "")
    if one.body.to is not None and target is None:
        help_ = did_you_mean(one.body.to, events, f"Its events: {', '.join(events)}.")
        yield Finding(one, ("to",), f"The stream has no event `{one.body.to}`.", help_)
        return
    codes = [each.code for each in (*stream.body.pairs, *stream.body.conflicts)]
    if target and one.body.reports is not None and one.body.reports not in codes:
        help_ = did_you_mean(one.body.reports, codes, f"Its rules: {', '.join(codes) or 'none'}.")
        yield Finding(one, ("reports",), f"The stream has no rule `{one.body.reports}`.", help_)
    known = _fields(registry, stream, [target] if target else list(events.values()))
    for pointer, name, is_key in _named_fields(one.body):
        if name not in known:
            help_ = did_you_mean(name, known, f"Its fields: {', '.join(sorted(known))}.")
            yield Finding(one, pointer, f"There is no field `{name}`.", help_, key=is_key)


def _named_fields(body: Any) -> Iterator[tuple[Pointer, str, bool]]:
    if body.field is not None:
        yield ("field",), body.field, False
    yield from ((("rename", old), new, False) for old, new in body.rename.items())
    yield from ((("set", name), name, True) for name in body.set)
    yield from ((("carry", name), name, True) for name in body.carry)


def _fields(registry: Registry, stream: Definition[Any], events: list[Definition[Any]]) -> set[str]:
    own = {name for event in events for name in mapping(event_schema(registry, event).get("properties"))}
    return own | {name for profile in stream.body.profiles.values() for name in profile.adds}


def _whole(one: Definition[Any], registry: Registry) -> Definition[Any]:
    name = one.path.rpartition("/")[2].removesuffix(".yaml")
    return registry[Id(one.id.capability, "mapping", name)]


def _stream(one: Definition[Any], registry: Registry) -> Definition[Any] | None:
    target = registry.need(_whole(one, registry).body.to, one.id.capability, "stream", "type")
    return target if target.id.kind == "stream" else None


@rule("error", "mapping")
def unknown_profile(definition: Definition[Any], registry: Registry) -> Findings:
    """A mapping uses a profile that its stream does not have.

    Bad:
    ```yaml specs/demo/mappings/old.yaml
    brief: Old lines.
    to: log
    profile: ⟦importde⟧
    encoding: marker
    rules: [{id: old-name, brief: A name was a title., marker: TITLE, to: named}]
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    profiles: {imported: {brief: What old lines can give.}}
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    Good:
    ```yaml specs/demo/mappings/old.yaml
    brief: Old lines.
    to: log
    profile: imported
    encoding: marker
    rules: [{id: old-name, brief: A name was a title., marker: TITLE, to: named}]
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    profiles: {imported: {brief: What old lines can give.}}
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    ```
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    """
    target = registry.need(definition.body.to, definition.id.capability, "stream", "type")
    profiles = target.body.profiles if target.id.kind == "stream" else {}
    if definition.body.profile is not None and definition.body.profile not in profiles:
        help_ = did_you_mean(definition.body.profile, profiles, f"Its profiles: {', '.join(profiles) or 'none'}.")
        message = f"`{target.id.name}` has no profile `{definition.body.profile}`."
        yield Finding(definition, ("profile",), message, help_)
