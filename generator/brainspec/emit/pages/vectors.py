"""The sub-page of vectors: algorithms as steps, with inputs and what must come out."""

import json
from typing import Any

from brainspec.emit.markdown import folded, json_fence, numbered, stacked, table_text
from brainspec.emit.pages.sub_page import SubPage, index_row
from brainspec.emit.views.definitions import opening
from brainspec.emit.views.examples import change_words
from brainspec.emit.views.fields import field_table, type_words
from brainspec.model import Definition
from brainspec.model.value import Vector, VectorCase
from brainspec.registry import Proved
from brainspec.semantics.prose import Page, resolved
from brainspec.semantics.typography import capitalised, code, counted, listed, literal

MOST_CELL, MOST_SHOWN = 72, 3


def _section(proved: Proved, page: Page, one: Definition[Any]) -> dict[str, str]:
    body: Vector = one.body
    return {
        **opening(proved, page, one, f"version {code(body.version)}"),
        "steps": numbered(resolved(page, step) for step in body.steps),
        "input": f"{capitalised(type_words(page, body.input))}.",
        "input_fields": field_table(page, body.input),
        "output": f"{capitalised(type_words(page, body.output))}.",
        "output_fields": field_table(page, body.output),
        "cases": _cases(body),
    }


def _cases(body: Vector) -> str:
    """Short cases in one table; cases that fit in no cell stand below it, the first of them unfolded."""
    fits = [one for one in body.cases if _fits(one)]
    rows = [(code(one.name), _input(one), _output(one)) for one in fits]
    others = [_in_full(one) for one in body.cases if one not in fits]
    hidden = others[MOST_SHOWN:]
    fold = folded(counted(len(hidden), "more case"), stacked(*hidden))
    return stacked(table_text(("Case", "In", "Out"), rows), *others[:MOST_SHOWN], fold)


def _fits(one: VectorCase) -> bool:
    return all(len(json.dumps(value, ensure_ascii=False)) <= MOST_CELL for value in (one.in_, one.out))


def _input(one: VectorCase) -> str:
    if one.change is None:
        return literal(one.in_)
    return f"as {code(one.change.base)}, with {', '.join(change_words(one.change))}"


def _output(one: VectorCase) -> str:
    parts = [literal(one.out)] if "out" in one.model_fields_set else []
    parts += [f"same as {code(one.same_as)}"] if one.same_as else []
    if one.differs_from:
        parts.append(f"not the same as {listed([code(name) for name in one.differs_from], 'or')}")
    return ", ".join(parts)


def _in_full(one: VectorCase) -> str:
    given = f"In: {_input(one)}." if one.change else json_fence(one.in_)
    gives = json_fence(one.out) if "out" in one.model_fields_set else f"{capitalised(_output(one))}."
    return stacked(f"**Case {code(one.name)}**", given, "gives" if not one.change else "", gives)


PAGE = SubPage(
    "vector",
    "vectors",
    "vectors",
    "Algorithms of {capability} that give the same result everywhere: the steps are the rule, the cases show it.",
    ("Vector", "What it computes"),
    index_row,
    _section,
)
