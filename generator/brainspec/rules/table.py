"""Tables: a key, and an end of keeping."""

from collections.abc import Iterator
from typing import Any

from brainspec.model import Definition
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule

Findings = Iterator[Finding]


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
