"""Tables, fixtures and queries; SQLite is loaded only where there are any."""

from collections.abc import Iterator

from brainspec.diagnostic import Diagnostic
from brainspec.registry import Proof, Registry


def prove_storage(registry: Registry) -> Iterator[Proof | Diagnostic]:
    """Make every table, insert every fixture, run every query."""
    if not any(registry.of_kind(kind) for kind in ("table", "query", "fixture")):
        return
    from brainspec.prove.queries import run_storage
    from brainspec.semantics.sql import OLDEST, version

    if version() >= OLDEST:
        yield from run_storage(registry)
        return
    detail = f"SQLite {'.'.join(map(str, version()))} is older than {'.'.join(map(str, OLDEST))}"
    for query in registry.of_kind("query"):
        for number, case in enumerate(query.body.cases):
            at = ("cases", number)
            yield Proof("query case", query.id, at, case.name, case.verifies, outcome="not run", detail=detail)
