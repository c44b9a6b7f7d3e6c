"""Indexes that no plan of the queries they serve uses."""

from collections.abc import Iterator, Mapping

from brainspec.diagnostic import Diagnostic
from brainspec.model import Id
from brainspec.prove.findings.tables import UNUSED_INDEX
from brainspec.registry import Finding, Registry
from brainspec.semantics.ddl import index_name


def unused_indexes(registry: Registry, plans: Mapping[Id, frozenset[str]]) -> Iterator[Diagnostic]:
    """Indexes that none of the queries they name uses; unique ones, and those that serve operations, are spared."""
    for table in registry.of_kind("table"):
        for number, index in enumerate(table.body.indexes):
            served = [registry.need(one, table.id.capability, "query", "operation") for one in index.serves]
            is_known = all(one.id in plans for one in served)
            if is_known and not index.unique and not any(index_name(table, index) in plans[one.id] for one in served):
                queries = ", ".join(f"`{one.id.name}`" for one in served) or "any query"
                message, help_ = f"The plan of {queries} does not use this index.", "Change its columns, or remove it."
                yield Finding(table, ("indexes", number), message, help_).diagnose(UNUSED_INDEX)
