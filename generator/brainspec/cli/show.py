"""`brainspec show`: one definition, how it stands, and who refers to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brainspec.cli.linked import proved
from brainspec.cli.session import Session

if TYPE_CHECKING:
    from brainspec.model import Definition, Id
    from brainspec.registry import Proved, Registry
    from brainspec.report.documents import Neighbour


def show(session: Session, identity: str) -> None:
    """Print a definition with its proofs and neighbours."""
    known = proved(session)
    definition = _find(session, known.registry, identity)
    document = _document(known, definition)
    session.answer(document, lambda: _text(document, definition))


def _find(session: Session, registry: Registry, text: str) -> Definition[Any]:
    from brainspec.diagnostic.nearest import did_you_mean

    exact = registry.find(text)
    if exact:
        return exact
    kind, _, name = text.rpartition(":")
    named = [one for one in registry.definitions.values() if one.id.name == name and kind in ("", one.id.kind)]
    if len(named) == 1:
        return named[0]
    ids = [each for one in registry.definitions for each in (str(one), one.name)]
    several = " or ".join(sorted(f"`{one.id}`" for one in named))
    help_ = f"Say which: {several}." if named else did_you_mean(text, ids, "Write it as capability.kind:name.")
    session.fail(f"{'More than one definition' if named else 'Nothing'} is called `{text}`.", help_)


def _document(known: Proved, definition: Definition[Any]) -> dict[str, Any]:
    from brainspec.report.findings import place

    registry, body = known.registry, definition.body
    document: dict[str, Any] = {
        "ok": True, "id": str(definition.id), "kind": definition.id.kind, "brief": getattr(body, "brief", ""),
        "place": place(definition.head),
        "definition": body.model_dump(mode="json", by_alias=True, exclude_unset=True),
    }  # fmt: skip
    if definition.id.kind == "requirement":
        from brainspec.semantics.sentences import sentence

        document |= {"sentence": sentence(body), "standing": known.standing(definition.id.name)}
    return {
        **document,
        "proofs": [f"{one.form} {one.definition} {one.name}: {one.outcome}" for one in _proofs(known, definition)],
        "refers_to": _neighbours(registry, {one.target for one in registry.references_from(definition.id)}),
        "referred_to_by": _neighbours(registry, {one.source for one in registry.references_to(definition.id)}),
    }


def _proofs(known: Proved, definition: Definition[Any]) -> list[Any]:
    if definition.id.kind == "requirement":
        return [one for one in known.proofs if definition.id.name in one.verifies]
    return [one for one in known.proofs if one.definition == definition.id]


def _neighbours(registry: Registry, ids: set[Id]) -> list[Neighbour]:
    from brainspec.report.findings import place

    return [{"id": str(one), "place": place(registry[one].head)} for one in sorted(ids)]


def _text(document: dict[str, Any], definition: Definition[Any]) -> str:
    place = document["place"]
    lines = [f"{document['id']}  ({document['kind']}, {place['path']}:{place['line']})"]
    lines += [document[key] for key in ("brief", "sentence") if document.get(key)]
    if "standing" in document:
        lines.append(f"standing: {document['standing']}")
    lines += ["", *_source(definition)]
    for title, key in (("proofs", "proofs"), ("refers to", "refers_to"), ("referred to by", "referred_to_by")):
        if document[key]:
            lines += ["", f"{title}:", *(f"  {one if isinstance(one, str) else one['id']}" for one in document[key])]
    return "\n".join(lines) + "\n"


def _source(definition: Definition[Any]) -> list[str]:
    span = definition.span()
    last = span.end_line if span.end_column > 1 else span.end_line - 1
    return ["  " + line for line in definition.document.source.text.splitlines()[span.line - 1 : last]]
