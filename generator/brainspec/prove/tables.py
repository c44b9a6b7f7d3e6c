"""Whether tables can be made: columns that hold something, names that exist, SQL that SQLite takes."""

from collections.abc import Iterable, Iterator

from brainspec.diagnostic import Diagnostic
from brainspec.model import Definition, Id
from brainspec.model.storage import Table
from brainspec.prove.findings import tables as codes
from brainspec.registry import Finding, Registry
from brainspec.semantics.ddl import statements, table_name
from brainspec.semantics.sql import RefusedSql, ask, make, open_store


def broken_tables(registry: Registry) -> dict[Id, list[Diagnostic]]:
    """The tables that cannot be made or used, each with the reasons."""
    found: dict[Id, list[Diagnostic]] = {}
    for capability in sorted({one.id.capability for one in registry.of_kind("table")}):
        sound = []
        for table in registry.of_kind("table", capability):
            found[table.id] = [*_wrong_references(registry, table)]
            sound += [] if found[table.id] else [table]
        for table, refusal in _refused(registry, sound):
            found[table.id].append(refusal)
    return {identity: each for identity, each in found.items() if each}


def needed_tables(registry: Registry, tables: Iterable[Definition[Table]]) -> list[Definition[Table]]:
    """Some tables and all that their columns refer to, each once, in a steady order."""
    found: dict[Id, Definition[Table]] = {}
    waiting = list(tables)
    while waiting:
        table = waiting.pop()
        if table.id not in found:
            found[table.id] = table
            references = [one.references for one in table.body.columns.values() if one.references]
            waiting += [registry.need(one, table.id.capability, "table") for one in references]
    return [found[identity] for identity in sorted(found)]


def all_statements(registry: Registry, tables: Iterable[Definition[Table]]) -> Iterator[str]:
    """The SQL that makes some tables and all they need."""
    for table in needed_tables(registry, tables):
        yield from statements(registry, table)


def _wrong_references(registry: Registry, table: Definition[Table]) -> Iterator[Diagnostic]:
    """Columns that refer to a table whose key is not one column."""
    for name, column in table.body.columns.items():
        target = registry.need(column.references, table.id.capability, "table") if column.references else table
        keys = [one for one in target.body.columns.values() if one.key == "primary"]
        if column.references and len(keys) > 1:
            message = f"The key of `{column.references}` is {len(keys)} columns, so one column cannot hold it."
            help_ = "Refer to a table whose key is one column, or keep the columns without a reference."
            yield Finding(table, ("columns", name, "references"), message, help_).diagnose(codes.WRONG_REFERENCE)


def _refused(registry: Registry, tables: list[Definition[Table]]) -> Iterator[tuple[Definition[Table], Diagnostic]]:
    """What SQLite does not take of the tables of a capability: a table, or a condition of its retention."""
    made, store = [], open_store(())
    for table in tables:
        try:
            make(store, statements(registry, table))
            made.append(table)
        except RefusedSql as error:
            message, help_ = f"SQLite cannot make this table: {error}.", "Rename or correct what it names."
            yield table, Finding(table, ("columns",), message, help_, key=True).diagnose(codes.REFUSED_SQL)
    for table in made:
        for number, rule in enumerate(table.body.retention):
            try:
                if rule.where:
                    ask(store, f"SELECT 1 FROM {table_name(table)} WHERE (\n{rule.where}\n) LIMIT 0", {})  # noqa: S608
            except RefusedSql as error:
                message, help_ = f"SQLite cannot use this condition: {error}.", "Write one condition on a row."
                yield table, Finding(table, ("retention", number, "where"), message, help_).diagnose(codes.REFUSED_SQL)
    store.close()
