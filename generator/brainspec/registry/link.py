"""Resolves every reference of every definition, and says which lead nowhere."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import brainspec.registry.findings as findings
from brainspec.diagnostic import MOST_OF_A_SORT, Code, Diagnostic, Related, Span
from brainspec.diagnostic.nearest import did_you_mean
from brainspec.document import Pointer
from brainspec.document.markdown import tokens
from brainspec.model import Definition, Id, Mark, Ref, walk
from brainspec.model.subschemas import subschemas
from brainspec.registry.finding import Finding
from brainspec.registry.names import REQUIREMENT, Names
from brainspec.registry.reference import Reference
from brainspec.registry.registry import MarkedValue, Registry

Found = Reference | Diagnostic
_LONGEST_SHOWN = 80
_NO_NUMBER = "Define it, or put it in backticks: then it is no requirement number."


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
    linked = [each for one in known.values() if not one.pointer for each in _until_too_many(linker.references(one))]
    references = tuple(each for each in linked if isinstance(each, Reference))
    found += [each for each in linked if isinstance(each, Diagnostic)]
    found += _without_home(known)
    return Registry(known, references, is_partial, linker.marked), found


def _until_too_many(resolved: Iterable[Found]) -> Iterator[Found]:
    """What the references of one file are, until there are more errors of a sort than are listed."""
    errors: Counter[Code] = Counter()
    for one in resolved:
        yield one
        if isinstance(one, Diagnostic):
            errors[one.code] += 1
            if errors[one.code] > MOST_OF_A_SORT:
                return


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
        self.marked: dict[str, list[MarkedValue]] = defaultdict(list)
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
                if isinstance(mark, Mark):
                    self.marked[mark.name].append((whole, pointer, value))
                yield from self._references(owner, at, value, mark, is_key)

    def _references(
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

    def _schema(self, owner: Definition[Any], at: Pointer, whole: Any) -> Iterator[Found]:
        for inside, schema in subschemas(whole, at):
            target, said = schema.get("$ref"), schema.get("description")
            if isinstance(target, str) and "#" not in target and "/" not in target:
                yield self._typed(owner, (*inside, "$ref"), target, ("type", "event"), is_key=False)
            if isinstance(said, str):
                yield from self._prose(owner, (*inside, "description"), said)

    def _prose(self, owner: Definition[Any], at: Pointer, text: str) -> Iterator[Found]:
        for token in tokens(text):
            name, _, part = token.target.partition("#")
            target = self._names.resolve(name, owner.id.capability, ())
            if target is None:
                yield self._unknown(owner, at, name, (), chars=(token.target_start, token.target_start + len(name)))
            elif part.startswith("/") and (lost := _lost_step(self._known[target], part)):
                chars = (token.target_start - len("spec:"), token.target_end)
                yield _no_part(owner, at, part, target, lost, chars)
            else:
                yield Reference(owner.id, at, target, part)

    def _unknown(
        self, owner: Definition[Any], at: Pointer, text: str, kinds: tuple[str, ...], *, key: bool = False,
        chars: tuple[int, int] | None = None,
    ) -> Diagnostic:  # fmt: skip
        shown = text[:_LONGEST_SHOWN]
        what = f"no {kinds[0]} `{shown}`" if kinds else f"nothing called `{shown}`"
        otherwise = _NO_NUMBER if chars and REQUIREMENT.fullmatch(text) else "Define it, or correct the name."
        help_ = did_you_mean(text, self._names.candidates(owner.id.capability, kinds), otherwise)
        code: Code = findings.UNKNOWN_REFERENCE
        return Finding(owner, at, f"There is {what}.", help_, key=key, chars=chars).diagnose(code)


def _no_part(
    owner: Definition[Any], at: Pointer, part: str, target: Id, lost: tuple[str, list[str]], chars: tuple[int, int]
) -> Diagnostic:
    message = f"The schema of `{target}` has nothing at `{part[:_LONGEST_SHOWN]}`."
    help_ = did_you_mean(*lost, "Look at its schema.")
    return Finding(owner, at, message, help_, chars=chars).diagnose(findings.UNKNOWN_PART)


def _lost_step(target: Definition[Any], part: str) -> tuple[str, list[str]] | None:
    """The first step of a pointer that a schema does not have, and those it has there."""
    value = getattr(target.body, "schema_", None)
    for step in part[1:].split("/"):
        if not isinstance(value, dict) or step not in value:
            return step, list(value) if isinstance(value, dict) else []
        value = value[step]
    return None
