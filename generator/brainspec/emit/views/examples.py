"""Accepted and refused examples: the smallest, one in full, and why others are refused."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from brainspec.emit.markdown import folded, json_fence, json_text, stacked, table_text
from brainspec.model import Definition
from brainspec.model.described import Change, Counterexample, Example
from brainspec.semantics.examples import examples_of
from brainspec.semantics.prose import Page, resolved
from brainspec.semantics.typography import code, counted, literal

MOST_VALUE = 60


@dataclass(frozen=True, slots=True)
class Examples:
    """The accepted examples as text: those that are shown, and the fold with the others."""

    shown: str
    others: str


def examples(definition: Definition[Any], page: Page) -> Examples:
    """The first example (the smallest), the fullest of the others, and a fold with the rest; scalars on one line."""
    values = examples_of(page.registry, definition)
    written = [one for one in definition.body.examples if one.name in values]
    if written and not any(isinstance(value, dict | list) for value in values.values()):
        return Examples(f"Accepted: {', '.join(literal(one) for one in values.values())}.", "")
    shown = [*written[:1], *sorted(written[1:], key=lambda one: -len(json_text(values[one.name])))[:1]]
    texts = {one.name: stacked(_caption(page, one), json_fence(values[one.name])) for one in written}
    others = [texts[one.name] for one in written if one not in shown]
    summary = f"{counted(len(others), 'more accepted example')}"
    return Examples(stacked(*(texts[one.name] for one in shown)), folded(summary, stacked(*others)))


def refusals(definition: Definition[Any], page: Page, names: tuple[str, ...] = ()) -> str:
    """The counterexamples as a table, all or those named: what is wrong, and why it is refused."""
    written = [one for one in definition.body.counterexamples if not names or one.name in names]
    rows = [(code(one.name), _wrong(one), _reason(page, one)) for one in written]
    return table_text(("Example", "What is wrong", "Refused by, because"), rows)


def _caption(page: Page, one: Example) -> str:
    return f"**{resolved(page, one.brief).rstrip('.')}** ({code(one.name)})" if one.brief else f"**{code(one.name)}**"


def _wrong(one: Counterexample) -> str:
    return ", ".join(change_words(one.change)) if one.change else _short(one.value)


def change_words(change: Change) -> Iterator[str]:
    """A difference in words: `"exit_code": 127`, or no `tool`."""
    for pointer, value in change.set.items():
        name = pointer.rpartition("/")[2]
        yield code(f"{json.dumps(name)}: {_cut(value)}") if not name.isdigit() else f"{code(pointer)}: {_short(value)}"
    for pointer in change.remove:
        yield f"no {code(pointer.removeprefix('/'))}"


def _short(value: Any) -> str:
    return code(_cut(value)) if isinstance(value, dict | list | str) else literal(value)


def _cut(value: Any) -> str:
    line = json.dumps(value, ensure_ascii=False)
    return line if len(line) <= MOST_VALUE else line[: MOST_VALUE - 1] + "…"


def _reason(page: Page, one: Counterexample) -> str:
    place = f" at {code(one.refused_by.at)}" if one.refused_by.at else ""
    because = one.because or one.brief
    refuser = f"{code(one.refused_by.keyword)}{place}"
    return f"{refuser}: {resolved(page, because)}" if because else refuser
