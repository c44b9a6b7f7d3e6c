"""What can be wrong with what was executed: the codes of all executors, each with its manual page.

Importing one module declares all of them, so that the catalogue is whole although engines are loaded late.
"""

from brainspec.prove.findings import (
    decisions,
    machine,
    machine_rows,
    machine_walk,
    opinions,
    queries,
    query_cases,
    scenarios,
    streams,
    tables,
    values,
    vectors,
)

__all__ = [
    "decisions",
    "machine",
    "machine_rows",
    "machine_walk",
    "opinions",
    "queries",
    "query_cases",
    "scenarios",
    "streams",
    "tables",
    "values",
    "vectors",
]
