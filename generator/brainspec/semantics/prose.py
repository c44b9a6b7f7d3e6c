"""Prose as a page shows it: links lead somewhere, and numbers are computed."""

import posixpath
from functools import lru_cache
from typing import Any, NamedTuple

from brainspec.document.markdown import Token, tokens
from brainspec.model import Definition
from brainspec.registry import Registry
from brainspec.semantics.places import Place, place
from brainspec.semantics.typography import amount, code, literal, words


class Page(NamedTuple):
    """The page that something is written for, by `path` below the project; names are those of `capability`."""

    registry: Registry
    path: str
    capability: str

    @property
    def has_links(self) -> bool:
        """Whether links to pages hold there: on every page below docs/, on no skill page."""
        return self.path.startswith("docs/")


def read_as(page: Page, definition: Definition[Any]) -> Page:
    """The page with the names of a definition's capability, for prose that was written there."""
    return page if definition.id.capability == page.capability else page._replace(capability=definition.id.capability)


def resolved(page: Page, text: str) -> str:
    """Markdown with every `spec:` link and every requirement number resolved for a page; inclusions stay."""
    parts, at = [], 0
    for token in tokens(text):
        if token.form != "include":
            parts += [text[at : token.start], _shown(page, token)]
            at = token.end
    return "".join([*parts, text[at:]])


def plain(registry: Registry, text: str, capability: str) -> str:
    """Text for readers without links (schemas, terminals): a link becomes its words, computed where it has none."""
    parts, at = [], 0
    for token in tokens(text):
        if token.form == "link":
            parts += [text[at : token.start], token.text or _computed(registry, token.target, capability)]
            at = token.end
    return "".join([*parts, text[at:]])


def linked(page: Page, definition: Definition[Any], text: str = "") -> str:
    """A link to a definition; where no link holds, its words and the path of what to read."""
    label = text or title(definition)
    where = place(page.registry, definition)
    if where is None:
        return f"{label} ({source(page, definition.path)})"
    if page.has_links and where.path.startswith("docs/"):
        return f"[{label}]({relative(page, where)})"
    return label if definition.id.kind in ("requirement", "setting") else f"{label} ({code(where.path)})"


def source(page: Page, path: str) -> str:
    """The path of an authored file, as a link where the project names a repository."""
    repository = page.registry.project.body.repository
    return f"[{code(path)}]({repository.rstrip('/')}/{path})" if repository else code(path)


def relative(page: Page, where: Place) -> str:
    """A place as a link from a page."""
    path = "" if where.path == page.path else _from_folder(where.path, posixpath.dirname(page.path))
    return f"{path}#{where.anchor}" if where.anchor else path


def title(definition: Definition[Any], part: str = "") -> str:
    """What a link without words says: a setting's value, a schema keyword's value, else a name."""
    kind, body = definition.id.kind, definition.body
    if part.startswith("/"):
        return _keyword_value(body.schema_, part[1:].split("/"))
    if kind == "setting":
        return "a secret" if body.secret else amount(body.value, body.unit)
    if kind in ("capability", "guide", "source"):
        return str(body.title)
    if kind == "operation":
        return code(body.http)
    if kind in ("problem", "action", "rule", "task"):
        return code(definition.id.name)
    if kind in ("requirements", "problems", "settings", "answers", "tasks"):
        return str(body.topic)
    return definition.id.name if kind == "requirement" else words(definition.id.name)


@lru_cache(maxsize=4096)
def _from_folder(path: str, folder: str) -> str:
    return posixpath.relpath(path, folder)


def _shown(page: Page, token: Token) -> str:
    name, _, part = token.target.partition("#")
    definition = page.registry.need(name, page.capability)
    return linked(page, definition, " ".join(token.text.split()) or title(definition, part))


def _computed(registry: Registry, target: str, capability: str) -> str:
    name, _, part = target.partition("#")
    return title(registry.need(name, capability), part).replace("`", "")


def _keyword_value(schema: Any, steps: list[str]) -> str:
    """A value inside a schema, with the unit of the field it bounds."""
    unit = None
    for step in steps:
        unit = schema.get("x-unit", unit) if isinstance(schema, dict) else None
        schema = schema[int(step)] if isinstance(schema, list) else schema[step]
    return amount(schema, unit) if isinstance(schema, int | float) else literal(schema)
