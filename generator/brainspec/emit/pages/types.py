"""The sub-page of types: fields, examples, refusals, and the schema."""

from typing import Any

from brainspec.emit.markdown import folded, json_fence
from brainspec.emit.pages.sub_page import SubPage, index_row
from brainspec.emit.views.definitions import opening
from brainspec.emit.views.examples import examples, refusals
from brainspec.emit.views.fields import scalar_sentence, shape, values_table
from brainspec.model import Definition
from brainspec.model.value import Type
from brainspec.registry import Proved
from brainspec.semantics.prose import Page
from brainspec.semantics.schemas import schema_of, schema_path
from brainspec.semantics.typography import code


def _section(proved: Proved, page: Page, one: Definition[Any]) -> dict[str, str]:
    body: Type = one.body
    fields, shown = shape(page, body.schema_), examples(one, page)
    return {
        **opening(proved, page, one, f"schema {code(schema_path(one))}"),
        "sentence": _sentence(page, body),
        "values": values_table(page, body.values),
        "required": fields.required,
        "optional": fields.optional,
        "inside": fields.inside,
        "sentences": fields.sentences,
        "examples": shown.shown,
        "others": shown.others,
        "refused": refusals(one, page),
        "schema": folded("JSON Schema", json_fence(schema_of(proved.registry, one))) if _has_parts(body) else "",
    }


def _has_parts(body: Type) -> bool:
    """Whether words do not say all about it."""
    return bool(body.schema_.keys() & {"properties", "items", "oneOf", "anyOf", "allOf"})


def _sentence(page: Page, body: Type) -> str:
    if "properties" in body.schema_:
        return "" if body.schema_.get("additionalProperties", True) else "No other fields are allowed."
    if body.values:
        return "Text, one of:"
    return scalar_sentence(page, body.schema_, body.pattern_means)


PAGE = SubPage(
    "type",
    "types",
    "types",
    "The shapes that {capability} uses, as JSON Schema 2020-12.",
    ("Type", "What it is"),
    index_row,
    _section,
)
