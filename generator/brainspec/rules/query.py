"""Queries: parameters that agree with the SQL."""

import re
from collections.abc import Iterator
from typing import Any

from brainspec.diagnostic.nearest import did_you_mean
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.model.storage import Engines
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule

_UNREAD = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*|/\*.*?\*/|::", re.DOTALL)
_PARAMETER = re.compile(r"(?<![A-Za-z0-9_:]):([A-Za-z_][A-Za-z0-9_]*)")


@rule("error", "query")
def unmatched_parameter(query: Definition[Any], _registry: Registry) -> Iterator[Finding]:
    """The SQL of a query, its parameters and its cases do not agree.

    Bad:
    ```yaml specs/demo/queries/by-name.yaml
    brief: The things with a name.
    question: Which thing has this name?
    reads: [things]
    params: {⟦nmae⟧: {type: text, brief: The name.}}
    sql: SELECT name FROM things WHERE name = :name ORDER BY name
    columns: {name: Its name.}
    cases: [{name: none, fixture: day, with: {nmae: b}, rows: []}]
    ```
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns: {name: {type: text, key: primary, brief: Its name.}}
    ```
    ```yaml specs/demo/fixtures/day.yaml
    brief: One day with one thing.
    tables: {things: {columns: [name], rows: [[a]]}}
    ```
    Good:
    ```yaml specs/demo/queries/by-name.yaml
    brief: The things with a name.
    question: Which thing has this name?
    reads: [things]
    params: {name: {type: text, brief: The name.}}
    sql: SELECT name FROM things WHERE name = :name ORDER BY name
    columns: {name: Its name.}
    cases: [{name: none, fixture: day, with: {name: b}, rows: []}]
    ```
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns: {name: {type: text, key: primary, brief: Its name.}}
    ```
    ```yaml specs/demo/fixtures/day.yaml
    brief: One day with one thing.
    tables: {things: {columns: [name], rows: [[a]]}}
    ```
    """
    declared = query.body.params
    lost = set(declared)
    for pointer, sql in _texts(query.body.sql):
        used = [(match[1], match.span()) for match in _PARAMETER.finditer(_UNREAD.sub(_blank, sql))]
        lost -= {name for name, _ in used}
        for name, span in used if not _misspelt(used, declared) else ():
            if name not in declared:
                help_ = did_you_mean(name, declared, "Describe it under `params`.")
                yield Finding(query, pointer, f"Nothing describes `:{name}`.", help_, chars=span)
    for name in sorted(lost):
        yield Finding(query, ("params", name), f"The SQL does not use `:{name}`.", "Use it, or remove it.", key=True)
    for number, case in enumerate(query.body.cases):
        for name in case.with_:
            if name not in declared:
                help_ = did_you_mean(name, declared, "Describe it under `params`.")
                yield Finding(query, ("cases", number, "with", name), f"There is no `{name}`.", help_, key=True)


def _texts(sql: str | Engines) -> Iterator[tuple[Pointer, str]]:
    if isinstance(sql, str):
        yield ("sql",), sql
    else:
        yield from ((("sql", engine), getattr(sql, engine)) for engine in ("sqlite", "postgresql"))


def _misspelt(used: list[tuple[str, Any]], declared: Any) -> bool:
    """Whether as many parameters are declared and unused as used and undeclared: then the declarations are blamed."""
    names = {name for name, _ in used}
    return len(names - set(declared)) == len(set(declared) - names)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
