"""Tables and fixtures: columns that exist, a key, rows as wide as their columns, and an end of keeping."""

from collections.abc import Iterable, Iterator, Sized
from typing import Any

from brainspec.diagnostic.nearest import did_you_mean
from brainspec.document import Pointer
from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule
from brainspec.semantics.columns import held_fields

Findings = Iterator[Finding]


@rule("error")
def unknown_column(registry: Registry) -> Findings:
    """An index, a search, a retention, a fixture or a panel names a column that is not there.

    Bad:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns:
      name: {type: text, key: primary, brief: Its name.}
      kept_at: {type: timestamp, required: true, brief: When it came.}
    search: {columns: [⟦nmae⟧], tokenizer: prose, brief: Find a thing by its name.}
    ```
    Good:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns:
      name: {type: text, key: primary, brief: Its name.}
      kept_at: {type: timestamp, required: true, brief: When it came.}
    search: {columns: [name], tokenizer: prose, brief: Find a thing by its name.}
    ```
    """
    for definition, known, named in _named_columns(registry):
        for pointer, name, is_key in named:
            if name not in known:
                help_ = did_you_mean(name, known, f"Columns: {', '.join(known)}.")
                yield Finding(definition, pointer, f"There is no column `{name}`.", help_, key=is_key)


Named = tuple[Pointer, str, bool]


def _named_columns(registry: Registry) -> Iterator[tuple[Definition[Any], Iterable[str], list[Named]]]:
    for table in registry.of_kind("table"):
        yield table, table.body.columns, list(_in_table(table.body))
    for fixture in registry.of_kind("fixture"):
        for name, rows in fixture.body.tables.items():
            columns = registry.need(name, fixture.id.capability, "table").body.columns
            at: Pointer = ("tables", name)
            defaults = [((*at, "defaults", key), key, True) for key in rows.defaults]
            yield fixture, columns, [*defaults, *_listed((*at, "columns"), rows.columns)]
    for query in registry.of_kind("query"):
        if query.body.panel and query.body.panel.thresholds:
            compared = query.body.panel.thresholds.column
            yield query, query.body.columns, [(("panel", "thresholds", "column"), compared, False)]


def _in_table(body: Any) -> Iterator[Named]:
    for number, index in enumerate(body.indexes):
        yield from _listed(("indexes", number, "columns"), index.columns)
    if body.search:
        yield from _listed(("search", "columns"), body.search.columns)
    for number, one in enumerate(body.retention):
        if one.by:
            yield ("retention", number, "by"), one.by, False


def _listed(at: Pointer, names: Iterable[str]) -> list[Named]:
    return [((*at, number), name, False) for number, name in enumerate(names)]


@rule("error", "table")
def odd_column(table: Definition[Any], registry: Registry) -> Findings:
    """A column does not say what it holds, says it twice, or names a field that is not there.

    A column has either `field`, a field of what the table `holds`, or a `type` with a `brief` of its own.

    Bad:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns:
      name: {type: text, key: primary, brief: Its name.}
      ⟦owner⟧: {required: true}
    ```
    Good:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns:
      name: {type: text, key: primary, brief: Its name.}
      owner: {type: text, required: true, brief: Who has it.}
    ```
    """
    fields = held_fields(registry, table)
    for name, column in table.body.columns.items():
        at = ("columns", name)
        if (column.field is None) == (column.type is None):
            help_ = "Write `field`, or `type` and `brief`."
            yield Finding(table, at, "A column has either a field or a type.", help_, key=True)
        elif column.field is not None and column.field not in fields:
            help_ = did_you_mean(column.field, fields, "Name what the table `holds`, or give the column a `type`.")
            message = f"What the table holds has no field `{column.field}`."
            yield Finding(table, (*at, "field"), message, help_)
        elif column.type is not None and column.brief is None:
            yield Finding(table, at, "This column says not what it is.", "Add a `brief`.", key=True)


@rule("error", "table")
def keyless_table(table: Definition[Any], _registry: Registry) -> Findings:
    """A table has no primary key.

    Without one a row cannot be named, a batch that is sent twice is stored twice, and pages have no order.

    Bad:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    ⟦columns⟧: {name: {type: text, required: true, brief: Its name.}}
    ```
    Good:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns: {name: {type: text, key: primary, brief: Its name.}}
    ```
    """
    if not any(column.key == "primary" for column in table.body.columns.values()):
        yield Finding(table, ("columns",), "No column is the key.", "Mark one with `key: primary`.", key=True)


@rule("error", "table")
def endless_retention(table: Definition[Any], _registry: Registry) -> Findings:
    """Rows are kept for ever without a reason, or for a time that nobody can measure.

    A class with `keep` needs `by`, the column whose age counts; one without `keep` says in `why` why rows stay.

    Bad:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns: {name: {type: text, key: primary, brief: Its name.}}
    retention: [⟦{class: all}⟧]
    ```
    Good:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns: {name: {type: text, key: primary, brief: Its name.}}
    retention: [{class: all, why: Things are few and never personal.}]
    ```
    """
    for number, one in enumerate(table.body.retention):
        if one.keep is None and one.why is None:
            message = "These rows are kept for ever, and nobody says why."
            yield Finding(table, ("retention", number), message, "Add `keep` and `by`, or `why`.")
        elif one.keep is not None and one.by is None:
            message, help_ = "Nobody knows how old a row is.", "Add `by`, the column whose age counts."
            yield Finding(table, ("retention", number), message, help_)


@rule("error")
def ragged_row(registry: Registry) -> Findings:
    """A row has more or fewer values than there are columns.

    Bad:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns: {name: {type: text, key: primary, brief: Its name.}}
    ```
    ```yaml specs/demo/fixtures/day.yaml
    brief: One day with one thing.
    tables: {things: {columns: [name], rows: [⟦[a, b]⟧]}}
    ```
    Good:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns: {name: {type: text, key: primary, brief: Its name.}}
    ```
    ```yaml specs/demo/fixtures/day.yaml
    brief: One day with one thing.
    tables: {things: {columns: [name], rows: [[a]]}}
    ```
    """
    for definition, at, row, width in _rows(registry):
        if len(row) != width:
            message = f"This row has {len(row)} values for {width} columns."
            yield Finding(definition, at, message, "Write null for a value that is absent.")


def _rows(registry: Registry) -> Iterator[tuple[Definition[Any], Pointer, Sized, int]]:
    """Every authored row: where it stands, itself, and how wide it must be."""
    for fixture in registry.of_kind("fixture"):
        for name, one in fixture.body.tables.items():
            for number, row in enumerate(one.rows):
                yield fixture, ("tables", name, "rows", number), row, len(one.columns)
    for query in registry.of_kind("query"):
        for at, case in enumerate(query.body.cases):
            for number, row in enumerate(case.rows):
                yield query, ("cases", at, "rows", number), row, len(query.body.columns)
    for policy in registry.of_kind("policy"):
        matrix = policy.body.matrix
        for principal, row in matrix.rows.items() if matrix else ():
            yield policy, ("matrix", "rows", principal), row, len(matrix.against)
