"""The fields of a schema as tables of three columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from brainspec.emit.markdown import stacked, table_text
from brainspec.semantics.composition import mapping, sequence
from brainspec.semantics.constraints import conditions, in_words
from brainspec.semantics.prose import Page, linked, resolved
from brainspec.semantics.typography import amount, capitalised, code, words

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """A schema as texts: tables of fields, tables of what is inside them, and sentences."""

    required: str
    optional: str
    inside: str
    sentences: str


def shape(page: Page, schema: Schema) -> Shape:
    """The fields of an object schema. What nests deeper than one level is named, not shown."""
    rows = list(_rows(page, schema))
    return Shape(
        required=_table("Meaning", [cells for cells, is_required in rows if is_required]),
        optional=_table("When, and meaning", [cells for cells, is_required in rows if not is_required]),
        inside=stacked(*_inside(page, schema)),
        sentences="\n".join(["", *conditions(schema)]).strip(),
    )


def field_table(page: Page, schema: Schema, names: tuple[str, ...] = ()) -> str:
    """Some fields of an object schema, or all of them, in one table."""
    wanted = names or tuple(mapping(schema.get("properties")))
    rows = [_mark(cells, is_required) for cells, is_required in _rows(page, schema, wanted)]
    return _table("Meaning", rows)


def type_words(page: Page, schema: Any) -> str:
    """What a value must be, references linked."""
    return in_words(schema, lambda target: _named(page, target))


def scalar_sentence(page: Page, schema: Schema, pattern_means: str | None) -> str:
    """What a value that is no object must be, as a sentence of its own."""
    if not pattern_means:
        return f"{capitalised(type_words(page, schema))}."
    bounds = type_words(page, {key: value for key, value in schema.items() if key != "pattern"})
    means = resolved(page, pattern_means).rstrip(".")
    return f"{capitalised(bounds)}: {means}. Pattern: {code(schema.get('pattern', ''))}."


def values_table(page: Page, values: dict[str, str]) -> str:
    """The words an enumeration allows, each with its sentence."""
    return table_text(("Value", "Meaning"), ((code(word), resolved(page, brief)) for word, brief in values.items()))


def _rows(page: Page, schema: Schema, wanted: tuple[str, ...] | None = None) -> Iterator[tuple[list[str], bool]]:
    required = sequence(schema.get("required"))
    for name, one in mapping(schema.get("properties")).items():
        if wanted is None or name in wanted:
            yield [code(name), _field_type(page, one), _meaning(page, one)], name in required


def _mark(cells: list[str], is_required: bool) -> list[str]:
    name, words_, meaning = cells
    return [name, f"{words_}, required" if is_required else words_, meaning]


def _field_type(page: Page, schema: Any) -> str:
    below = ", below" if _nested(schema) else ""
    return type_words(page, schema) + below


def _meaning(page: Page, schema: Any) -> str:
    one = mapping(schema)
    default = f" Default: {amount(one['default'])}." if "default" in one else ""
    return resolved(page, str(one.get("description") or _brief(page, one.get("$ref")))) + default


def _inside(page: Page, schema: Schema) -> Iterator[str]:
    for name, one in mapping(schema.get("properties")).items():
        nested = _nested(one)
        if nested:
            each = "" if nested is one else "each of "
            rows = [_mark(cells, is_required) for cells, is_required in _rows(page, nested)]
            yield stacked(f"**Inside {each}{code(name)}**", _table("Meaning", rows), *conditions(nested))


def _nested(schema: Any) -> Schema | None:
    """The object whose fields are shown inside: the value itself, or each item of a list."""
    one = mapping(schema)
    for candidate in (one, mapping(one.get("items")), mapping(one.get("additionalProperties"))):
        if mapping(candidate.get("properties")):
            return candidate
    return None


def _brief(page: Page, target: str | None) -> str:
    found = page.registry.find(target or "", page.capability, ("type", "event"))
    return str(found.body.brief) if found else ""


def _named(page: Page, target: str) -> str:
    found = page.registry.find(target, page.capability, ("type", "event"))
    return linked(page, found, words(found.id.name)) if found else code(target)


def _table(meaning: str, rows: list[list[str]]) -> str:
    return table_text(("Field", "Type", meaning), rows)
