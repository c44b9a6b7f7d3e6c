"""Turns documents into definitions: path to id, data to model, errors to diagnostics."""

from collections.abc import Iterator

from pydantic import ValidationError

import brainspec.model.findings as findings
from brainspec.diagnostic import Diagnostic, Span, at_most
from brainspec.diagnostic.nearest import did_you_mean
from brainspec.document import Document, Pointer
from brainspec.model.definition import Definition
from brainspec.model.fields import Model
from brainspec.model.identity import Id
from brainspec.model.kinds import KINDS, Kind
from brainspec.model.words import KEY, TABLE, place_in_file, rewrite

_TOP = {kind.folder: kind for kind in KINDS.values() if kind.name in ("project", "skill-pages")}
_FOLDERS = {kind.folder: kind for kind in KINDS.values() if kind.name not in ("project", "skill-pages", "source")}


def shape(document: Document) -> tuple[list[Definition[Model]], list[Diagnostic]]:
    """The definitions of a document: itself and its items. Empty, with the reasons, where its shape is wrong."""
    place = place_of(document.path)
    if isinstance(place, Diagnostic):
        return [], [place]
    identity, kind = place
    try:
        body = kind.model.model_validate(document.data)
    except ValidationError as error:
        return [], list(_diagnostics(error, document, kind, identity))
    whole: Definition[Model] = Definition(identity, body, document)
    return [whole, *_items(whole, kind)], []


def place_of(path: str) -> tuple[Id, Kind] | Diagnostic:
    """The id and kind that a path below the project stands for, or why it stands for none."""
    parts = path.split("/")[1:]
    if len(parts) == 1 and parts[0] in _TOP:
        kind = _TOP[parts[0]]
        return Id("", kind.name, kind.name), kind
    if len(parts) == 2 and parts[0] == "sources" and parts[1].endswith(".yaml"):
        return Id("", "source", parts[1][: -len(".yaml")]), KINDS["source"]
    if len(parts) == 2 and parts[1] == "capability.yaml":
        return Id(parts[0], "capability", parts[0]), KINDS["capability"]
    if len(parts) == 3 and parts[1] in _FOLDERS:
        kind = _FOLDERS[parts[1]]
        if parts[2].endswith(kind.suffix):
            return Id(parts[0], kind.name, parts[2].removesuffix(kind.suffix)), kind
    return _misplaced(path, parts)


def _misplaced(path: str, parts: list[str]) -> Diagnostic:
    known = _TOP if len(parts) == 1 else _FOLDERS
    name = parts[min(1, len(parts) - 1)]
    if len(parts) == 3 and name in _FOLDERS:
        help_ = f"Files in {name}/ end in {_FOLDERS[name].suffix}."
    else:
        place = "Put it at specs/<capability>/<kind folder>/<name>.yaml."
        help_ = place if name in known else did_you_mean(name, known, place)
    return Diagnostic(findings.MISPLACED_FILE, "No kind of definition lives at this path.", Span(path), help_)


def _items(whole: Definition[Model], kind: Kind) -> Iterator[Definition[Model]]:
    if kind.items:
        field, item_kind = kind.items
        for number, item in enumerate(getattr(whole.body, field)):
            yield Definition(Id(whole.id.capability, item_kind, item.id), item, whole.document, (field, number))
    if kind.name == "entity":
        for name, action in whole.body.actions.items():  # type: ignore[attr-defined]
            yield Definition(Id(whole.id.capability, "action", name), action, whole.document, ("actions", name))


def _diagnostics(error: ValidationError, document: Document, kind: Kind, identity: Id) -> Iterator[Diagnostic]:
    for one in at_most(error.errors(include_url=False), lambda each: TABLE[each["type"]][0]):
        at = place_in_file(one["loc"])
        code, message, help_ = rewrite(one, _siblings(kind.model, at[:-1]))
        is_key = one["type"] == "extra_forbidden" or one["loc"][-1] == KEY
        span = document.span(at, key=is_key) if one["type"] != "missing" else _span_around(document, at[:-1])
        yield Diagnostic(code, message, span, help_, subject=str(identity))


def _span_around(document: Document, at: Pointer) -> Span:
    """The key of what lacks a field; the start of the file, or of an entry of a list, which have none."""
    whole = document.span(at, key=True)
    has_key = bool(at) and isinstance(at[-1], str)
    return whole if has_key else Span(whole.path, whole.line, whole.column, whole.line, whole.column)


def _siblings(model: type[Model], at: Pointer) -> list[str]:
    """The written names of the fields a model has at a pointer."""
    from brainspec.model.fieldnames import fields_at

    return fields_at(model, at)
