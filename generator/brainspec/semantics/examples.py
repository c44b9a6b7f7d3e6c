"""Examples in full: differences applied, events completed with what their stream gives."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.described import Change
from brainspec.model.value import Event, Vector
from brainspec.registry import Registry, remembered
from brainspec.semantics.composition import event_schema, mapping, stream_of, wire_name


class BadPointer(ValueError):
    """A JSON Pointer of a change that leads nowhere."""

    def __init__(self, pointer: str, reason: str) -> None:
        super().__init__(f"`{pointer}` {reason}")
        self.pointer, self.reason = pointer, reason


@remembered
def examples_of(registry: Registry, definition: Definition[Any]) -> dict[str, Any]:
    """Every example of a type or event by name, in full; those `broken_changes` names are left out."""
    written = definition.body.examples
    given = {one.name: _full(registry, definition, one.value) for one in written if one.change is None}
    values = resolved(given, {one.name: one.change for one in written if one.change})
    return {one.name: values[one.name] for one in written if one.name in values}


@remembered
def counterexamples_of(registry: Registry, definition: Definition[Any]) -> dict[str, Any]:
    """Every counterexample by name, in full; those `broken_changes` names are left out."""
    examples = examples_of(registry, definition)
    found = {}
    for one in definition.body.counterexamples:
        if one.change is None:
            found[one.name] = _full(registry, definition, one.value)
        elif _flaw(one.change, examples) is None:
            found[one.name] = apply_change(examples[one.change.base], one.change)
    return found


def inputs_of(vector: Definition[Vector]) -> dict[str, Any]:
    """The input of every case of a vector by name; those whose change cannot be made are left out."""
    written = vector.body.cases
    values = resolved(
        {one.name: one.in_ for one in written if one.change is None},
        {one.name: one.change for one in written if one.change},
    )
    return {one.name: values[one.name] for one in written if one.name in values}


def resolved(given: Mapping[str, Any], changes: Mapping[str, Change]) -> dict[str, Any]:
    """The given values and those that follow from them by changes; circles and bad pointers are left out."""
    waiting: dict[str, list[str]] = {}
    for name, change in changes.items():
        waiting.setdefault(change.base, []).append(name)
    values, reached = dict(given), list(given)
    for base in reached:
        for name in waiting.get(base, []):
            if name not in values and _flaw(changes[name], values) is None:
                values[name] = apply_change(values[base], changes[name])
                reached.append(name)
    return values


def broken_changes(registry: Registry, definition: Definition[Any]) -> list[tuple[Pointer, str]]:
    """The changes that cannot be made: where in the definition, and why."""
    examples = examples_of(registry, definition)
    found: list[tuple[Pointer, str]] = []
    for field in ("examples", "counterexamples"):
        for number, one in enumerate(getattr(definition.body, field)):
            reason = _flaw(one.change, examples) if one.change else None
            if reason:
                found.append(((field, number, "change"), reason))
    return found


def completed(registry: Registry, event: Definition[Event], own: dict[str, Any]) -> dict[str, Any]:
    """An event with the fields its stream's sample gives and its name, envelope first, in schema order."""
    stream = stream_of(registry, event)
    whole = {**stream.body.sample, **own}
    if stream.body.discriminator:
        whole.setdefault(stream.body.discriminator, wire_name(event))
    known = [name for name in mapping(event_schema(registry, event).get("properties")) if name in whole]
    return deepcopy({name: whole[name] for name in known} | whole)


def apply_change(base: Any, change: Change) -> Any:
    """A copy of a value with a change: first what is set, then what is removed. Raises BadPointer."""
    value = deepcopy(base)
    for pointer, new in change.set.items():
        value = _set(value, pointer, deepcopy(new))
    for pointer in change.remove:
        _remove(value, pointer)
    return value


def _flaw(change: Change, examples: dict[str, Any]) -> str | None:
    if change.base not in examples:
        return f"There is no example `{change.base}` to start from."
    try:
        apply_change(examples[change.base], change)
    except BadPointer as error:
        return f"The pointer {error}."
    return None


def _full(registry: Registry, definition: Definition[Any], value: Any) -> Any:
    if definition.id.kind == "event" and isinstance(value, dict):
        return completed(registry, definition, value)
    return deepcopy(value)


def _set(value: Any, pointer: str, new: Any) -> Any:
    if pointer == "":
        return new
    parent, last = _parent(value, pointer)
    if isinstance(parent, list):
        at = len(parent) if last == "-" else _index(parent, last, pointer)
        parent[at : at + 1] = [new]
    else:
        parent[last] = new
    return value


def _remove(value: Any, pointer: str) -> None:
    parent, last = _parent(value, pointer)
    if isinstance(parent, list):
        del parent[_index(parent, last, pointer)]
    elif last in parent:
        del parent[last]
    else:
        raise BadPointer(pointer, "names nothing that is there")


def _parent(value: Any, pointer: str) -> tuple[Any, str]:
    """The mapping or list that the pointer's last part is in."""
    *path, last = _parts(pointer)
    for part in path:
        if isinstance(value, dict) and part in value:
            value = value[part]
        elif isinstance(value, list):
            value = value[_index(value, part, pointer)]
        else:
            raise BadPointer(pointer, f"leads through `{part}`, which is not there")
    if not isinstance(value, dict | list):
        raise BadPointer(pointer, "leads into a value that has no parts")
    return value, last


def _parts(pointer: str) -> Iterator[str]:
    if not pointer.startswith("/"):
        raise BadPointer(pointer, "does not start with `/`")
    yield from (part.replace("~1", "/").replace("~0", "~") for part in pointer[1:].split("/"))


def _index(values: list[Any], part: str, pointer: str) -> int:
    if part.isascii() and part.isdigit() and len(part) < 10 and int(part) < len(values):
        return int(part)
    raise BadPointer(pointer, f"has no item `{part}`")
