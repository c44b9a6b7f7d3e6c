"""Inclusions: the forms of `<!-- include: … -->`, and what each may name."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from brainspec.diagnostic.nearest import did_you_mean
from brainspec.document.markdown import Token
from brainspec.model import Definition
from brainspec.registry import Registry
from brainspec.semantics.composition import mapping

Flaw = tuple[int, int, str, str]
"""What is wrong with some characters of a text: start, end, message, help."""


class Form(NamedTuple):
    """A form: the kinds it is for, what `shows` says of it, and which `names` may follow the id.

    With `is_title` all words after the id are one name. `fewest` and `most` bound the names. `shown_as` has the
    values of the option `as=` by kind.
    """

    kinds: tuple[str, ...]
    shows: str
    names: Callable[[Registry, Definition[Any]], list[str]] = lambda _registry, _definition: []
    fewest: int = 0
    most: int = 0
    is_title: bool = False
    shown_as: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Inclusion(NamedTuple):
    """A read inclusion: its form, what it is about, the names after it, and how it is shown (empty: as usual)."""

    form: str
    definition: Definition[Any]
    names: tuple[str, ...] = ()
    shown_as: str = ""


def _examples(_registry: Registry, definition: Definition[Any]) -> list[str]:
    return [one.name for one in getattr(definition.body, "examples", ())]


def _counterexamples(_registry: Registry, definition: Definition[Any]) -> list[str]:
    return [one.name for one in definition.body.counterexamples]


def _fields(_registry: Registry, definition: Definition[Any]) -> list[str]:
    return list(mapping(definition.body.schema_.get("properties")))


def _rules(_registry: Registry, definition: Definition[Any]) -> list[str]:
    if definition.id.kind == "stream":
        return [one.code for one in (*definition.body.pairs, *definition.body.conflicts)]
    return [one.id for one in definition.body.rules]


def _cases(_registry: Registry, definition: Definition[Any]) -> list[str]:
    return [one.name for one in definition.body.cases]


def _requirements(registry: Registry, _definition: Definition[Any]) -> list[str]:
    return [one.id.name for one in registry.of_kind("requirement")]


def _pictures(_registry: Registry, definition: Definition[Any]) -> list[str]:
    return list(definition.body.diagrams)


MANY = 99
FORMS = {
    "example": Form(
        ("event", "type", "operation"),
        "An accepted example, by name or the first; of an operation the request.",
        _examples,
        most=1,
        shown_as={"event": ("json", "marker"), "type": ("json",), "operation": ("curl", "python")},
    ),
    "refused": Form(
        ("event", "type"), "What the schema refuses and why; all counterexamples, or those named.",
        _counterexamples, most=MANY,
    ),
    "fields": Form(
        ("event", "type"), "The fields of an object, or the values of an enumeration; all, or those named.",
        _fields, most=MANY,
    ),
    "requirements": Form(
        ("requirement", "requirements"), "Sentences of requirements, quoted; a topic stands for all of its own.",
        _requirements, most=MANY,
    ),
    "diagram": Form(("machine",), "A picture of a machine, by its title.", _pictures, 1, MANY, is_title=True),
    "transitions": Form(("machine",), "The rows of a machine: from, event, guard, to, effect."),
    "decision": Form(("decision",), "The rows of a decision, first match first."),
    "rules": Form(
        ("mapping", "stream"), "The rules of a mapping or a stream, each with its sentence; all, or those named.",
        _rules, most=MANY,
    ),
    "spans": Form(("stream",), "The trace spans that pairs of events form."),
    "table": Form(("settings", "problems", "table"), "The settings or problems of a topic, or the columns of a table."),
    "sql": Form(("query",), "The text of a query; with the name of a case also the rows it gives.", _cases, most=1),
    "panels": Form(("capability",), "The panels of a capability's dashboard: question and alarm."),
    "answers": Form(("answers",), "What became of the rows of a source."),
}  # fmt: skip


def read(registry: Registry, token: Token, capability: str) -> Inclusion:
    """The inclusion that a token without flaws stands for."""
    names = tuple(word for word in token.words if "=" not in word)
    shown_as = next((word.removeprefix("as=") for word in token.words if "=" in word), "")
    if FORMS[token.include_form].is_title:
        names = (" ".join(names),)
    return Inclusion(token.include_form, registry.need(token.target, capability), names, shown_as)


def flaws(registry: Registry, text: str, token: Token, capability: str) -> Iterator[Flaw]:
    """What is wrong with an inclusion whose id leads somewhere."""
    places = [(token.start + one.start(), token.start + one.end()) for one in _words(text[token.start : token.end])]
    form = FORMS.get(token.include_form)
    if form is None:
        help_ = did_you_mean(token.include_form, FORMS, f"Forms: {', '.join(FORMS)}.")
        yield *places[0], f"There is no inclusion `{token.include_form}`.", help_
        return
    definition = registry.find(token.target, capability)
    if definition is None:
        return
    if definition.id.kind not in form.kinds:
        message = f"`{token.include_form}` shows no {definition.id.kind}."
        yield *places[1], message, f"It is for: {', '.join(form.kinds)}."
        return
    pairs = list(zip(token.words, places[2:], strict=True))
    yield from _bad_options(form.shown_as.get(definition.id.kind, ()), [one for one in pairs if "=" in one[0]])
    named = [one for one in pairs if "=" not in one[0]]
    known = form.names(registry, definition)
    yield from _bad_names(form, _as_title(named) if form.is_title else named, known)
    if len(named) < form.fewest:
        yield *places[1], "Something must be named after the id.", f"It has: {', '.join(known) or 'nothing'}."


def _words(text: str) -> list[re.Match[str]]:
    """The words of an inclusion without `<!--`, `include:` and `-->`."""
    return list(re.finditer(r"\S+", text))[2:-1]


def _as_title(named: list[tuple[str, tuple[int, int]]]) -> list[tuple[str, tuple[int, int]]]:
    if not named:
        return []
    return [(" ".join(word for word, _ in named), (named[0][1][0], named[-1][1][1]))]


def _bad_options(known: tuple[str, ...], options: list[tuple[str, tuple[int, int]]]) -> Iterator[Flaw]:
    for number, (word, place) in enumerate(options):
        key, _, value = word.partition("=")
        if key != "as" or not known or number:
            yield *place, f"There is no option `{key}` here.", "Remove it."
        elif value not in known:
            yield *place, f"It cannot be shown as `{value}`.", f"Write `as=` with {' or '.join(known)}."


def _bad_names(form: Form, named: list[tuple[str, tuple[int, int]]], known: list[str]) -> Iterator[Flaw]:
    for word, place in named[: form.most]:
        if word not in known:
            help_ = did_you_mean(word, known, f"It has: {', '.join(known) or 'nothing'}.")
            yield *place, f"Nothing here is called `{word}`.", help_
    for word, place in named[form.most :]:
        yield *place, f"`{word}` is one word too many.", "Remove it."
