"""Resolves every reference of every definition, and says which lead nowhere."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import brainspec.registry.findings as findings
from brainspec.diagnostic import Code, Diagnostic, Related, Span
from brainspec.diagnostic.nearest import did_you_mean
from brainspec.document import Pointer
from brainspec.document.markdown import tokens
from brainspec.model import Definition, Id, Mark, Ref, walk
from brainspec.registry.finding import Finding
from brainspec.registry.names import Names
from brainspec.registry.reference import Reference
from brainspec.registry.registry import Registry

Found = Reference | Diagnostic
_NAMED = ("properties", "patternProperties", "$defs")


def link(definitions: Iterable[Definition[Any]], *, is_partial: bool = False) -> tuple[Registry, list[Diagnostic]]:
    """The registry of all definitions. Errors say which ids clash and which references lead nowhere."""
    known: dict[Id, Definition[Any]] = {}
    found: list[Diagnostic] = []
    for one in definitions:
        clash = known.get(one.id) or _twin(one, known)
        if clash:
            found.append(_duplicate(one, clash))
        known.setdefault(one.id, one)
    linker = _Linker(known)
    linked = [each for one in known.values() if not one.pointer for each in linker.references(one)]
    references = tuple(each for each in linked if isinstance(each, Reference))
    found += [each for each in linked if isinstance(each, Diagnostic)]
    found += _without_home(known)
    return Registry(known, references, is_partial), found


def _twin(one: Definition[Any], known: dict[Id, Definition[Any]]) -> Definition[Any] | None:
    other = {"type": "event", "event": "type"}.get(one.id.kind)
    return known.get(Id(one.id.capability, other, one.id.name)) if other else None


def _duplicate(one: Definition[Any], first: Definition[Any]) -> Diagnostic:
    pointer: Pointer = ("id",) if (*one.pointer, "id") in one.document.places else ()
    message = f"The id `{one.id}` is taken."
    related = Related(first.head, "first defined here")
    return Finding(one, pointer, message, "Rename one of the two.", related=(related,)).diagnose(findings.DUPLICATE_ID)


def _without_home(known: dict[Id, Definition[Any]]) -> Iterator[Diagnostic]:
    if Id("", "project", "project") not in known:
        help_ = "Write it; `brainspec new project project` gives a start."
        yield Diagnostic(findings.NO_PROJECT, "There is no specs/project.yaml.", Span("specs/project.yaml"), help_)
    for name in sorted({one.capability for one in known if one.capability}):
        if Id(name, "capability", name) not in known:
            path = f"specs/{name}/capability.yaml"
            help_ = f"Write it; `brainspec new capability {name}` gives a start."
            yield Diagnostic(findings.NO_CAPABILITY, f"The folder `{name}` has no capability.yaml.", Span(path), help_)


class _Linker:
    def __init__(self, known: dict[Id, Definition[Any]]) -> None:
        self._known, self._names = known, Names(known)
        self._items: dict[str, dict[Pointer, Definition[Any]]] = defaultdict(dict)
        for one in known.values():
            if one.pointer:
                self._items[one.path][one.pointer] = one

    def references(self, whole: Definition[Any]) -> Iterator[Found]:
        items = self._items.get(whole.path, {})
        for pointer, value, marks, is_key in walk(whole.body):
            owner = next((items[pointer[:n]] for n in (2, 1) if pointer[:n] in items), whole)
            at = pointer[len(owner.pointer) :]
            for mark in marks:
                yield from self._marked(owner, at, value, mark, is_key)

    def _marked(
        self, owner: Definition[Any], at: Pointer, value: Any, mark: Ref | Mark, is_key: bool
    ) -> Iterator[Found]:
        if isinstance(mark, Ref):
            yield (
                self._example(owner, at, value)
                if mark.kinds == ("example",)
                else self._typed(owner, at, value, mark.kinds, is_key)
            )
        elif mark.name == "prose":
            yield from self._prose(owner, at, value)
        elif mark.name == "schema":
            yield from self._schema(owner, at, value)

    def _typed(self, owner: Definition[Any], at: Pointer, text: str, kinds: tuple[str, ...], is_key: bool) -> Found:
        target = self._names.resolve(text, owner.id.capability, kinds)
        return Reference(owner.id, at, target) if target else self._unknown(owner, at, text, kinds, key=is_key)

    def _example(self, owner: Definition[Any], at: Pointer, text: str) -> Found:
        event, _, name = text.partition("/")
        target = self._names.resolve(event, owner.id.capability, ("event",))
        if target is None:
            return self._unknown(owner, at, event, ("event",))
        examples = [one.name for one in self._known[target].body.examples]
        if name in examples:
            return Reference(owner.id, at, target, name)
        help_ = did_you_mean(name, examples, f"It has: {', '.join(examples) or 'none'}.")
        return Finding(owner, at, f"The event `{event}` has no example `{name}`.", help_).diagnose(
            findings.UNKNOWN_EXAMPLE
        )

    def _schema(self, owner: Definition[Any], at: Pointer, schema: Any) -> Iterator[Found]:
        if isinstance(schema, dict):
            for key, value in schema.items():
                if key == "$ref" and isinstance(value, str) and "#" not in value and "/" not in value:
                    yield self._typed(owner, (*at, key), value, ("type", "event"), is_key=False)
                elif key in _NAMED and isinstance(value, dict):
                    for name, inner in value.items():  # a field may be called `default` or `$ref`
                        yield from self._schema(owner, (*at, key, name), inner)
                elif key not in ("const", "enum", "default"):
                    yield from self._schema(owner, (*at, key), value)
        elif isinstance(schema, list):
            for number, value in enumerate(schema):
                yield from self._schema(owner, (*at, number), value)

    def _prose(self, owner: Definition[Any], at: Pointer, text: str) -> Iterator[Found]:
        for token in tokens(text):
            name, _, part = token.target.partition("#")
            target = self._names.resolve(name, owner.id.capability, ())
            if target is None:
                yield self._unknown(owner, at, name, (), chars=(token.target_start, token.target_start + len(name)))
            elif part and not _has_part(self._known[target], part):
                chars = (token.target_start - len("spec:"), token.target_end)
                yield _no_part(owner, at, part, target, chars)
            else:
                yield Reference(owner.id, at, target, part)

    def _unknown(
        self, owner: Definition[Any], at: Pointer, text: str, kinds: tuple[str, ...], *, key: bool = False,
        chars: tuple[int, int] | None = None,
    ) -> Diagnostic:  # fmt: skip
        what = f"no {kinds[0]} `{text}`" if kinds else f"nothing called `{text}`"
        help_ = did_you_mean(
            text, self._names.candidates(owner.id.capability, kinds), "Define it, or correct the name."
        )
        code: Code = findings.UNKNOWN_REFERENCE
        return Finding(owner, at, f"There is {what}.", help_, key=key, chars=chars).diagnose(code)


def _no_part(owner: Definition[Any], at: Pointer, part: str, target: Id, chars: tuple[int, int]) -> Diagnostic:
    message = f"The schema of `{target}` has nothing at `{part}`."
    return Finding(owner, at, message, "Look at its schema.", chars=chars).diagnose(findings.UNKNOWN_PART)


def _has_part(target: Definition[Any], part: str) -> bool:
    if not part.startswith("/"):
        return True
    value = getattr(target.body, "schema_", None)
    for step in part[1:].split("/"):
        if not isinstance(value, dict) or step not in value:
            return False
        value = value[step]
    return True
