"""The tables of a capability as SQL for SQLite."""

from brainspec.artefact import Artefact, Fragment, artefact, banner, fragment
from brainspec.registry import Proved, Registry
from brainspec.semantics.ddl import table_ddl


def sql(proved: Proved) -> list[Artefact]:
    """schemas/<capability>/tables.sql, for capabilities that have tables."""
    registry = proved.registry
    return [_artefact(registry, one.id.name) for one in registry.capabilities if registry.of_kind("table", one.id.name)]


def _artefact(registry: Registry, capability: str) -> Artefact:
    head = Fragment(f"-- {banner(f'specs/{capability}/tables/', 'sql')}\n")
    tables = registry.of_kind("table", capability)
    return artefact(
        f"schemas/{capability}/tables.sql", [head, *(fragment("\n" + table_ddl(registry, one), one) for one in tables)]
    )
