"""Makes tables, fills fixtures, plans and runs queries; what rests on something broken is not run."""

from collections.abc import Iterator, Mapping

from brainspec.diagnostic import Diagnostic
from brainspec.model import Definition, Id
from brainspec.model.storage import Fixture, Query, Table
from brainspec.prove.fixtures import filled, tables_of
from brainspec.prove.indexes import unused_indexes
from brainspec.prove.query_cases import Day, run_case
from brainspec.prove.query_plans import plan, read_by
from brainspec.prove.tables import broken_tables, needed_tables
from brainspec.registry import Proof, Registry
from brainspec.registry.trace import Outcome

Plans = dict[Id, frozenset[str]]
Days = dict[Id, Day]


def run_storage(registry: Registry) -> Iterator[Proof | Diagnostic]:
    """Everything that can be run of tables, fixtures and queries."""
    broken = broken_tables(registry)
    yield from (one for each in broken.values() for one in each)
    plans: Plans = {}
    for query in registry.of_kind("query"):
        if not any(one.id in broken for one in needed_tables(registry, read_by(registry, query))):
            indexes, found = plan(registry, query)
            yield from found
            plans |= {} if indexes is None else {query.id: indexes}
    yield from unused_indexes(registry, plans)
    days: Days = {}
    for fixture, more in _fixtures(registry).items():
        yield from _opened(registry, registry[fixture], more, broken, days)
    for query in registry.of_kind("query"):
        yield from _cases(registry, query, plans, days)
    for day in days.values():
        day.store.close()
        day.backwards.close()


def _fixtures(registry: Registry) -> Mapping[Id, list[Definition[Table]]]:
    """The fixtures, each with the tables that queries read when they run on it."""
    found: dict[Id, list[Definition[Table]]] = {one.id: [] for one in registry.of_kind("fixture")}
    for query in registry.of_kind("query"):
        for case in query.body.cases:
            fixture = registry.need(case.fixture, query.id.capability, "fixture")
            found[fixture.id] += read_by(registry, query)
    return found


def _opened(
    registry: Registry, fixture: Definition[Fixture], more: list[Definition[Table]], broken: Mapping[Id, object],
    days: Days,
) -> Iterator[Diagnostic]:  # fmt: skip
    """What is wrong with a fixture; one that is sound is added to the days."""
    if any(one.id in broken for one in needed_tables(registry, [*tables_of(registry, fixture).values(), *more])):
        return
    store, found = filled(registry, fixture, more)
    yield from found
    backwards, _ = filled(registry, fixture, more, backwards=True) if store and more else (None, [])
    if store and backwards:
        days[fixture.id] = Day(store, backwards)


def _cases(registry: Registry, query: Definition[Query], plans: Plans, days: Days) -> Iterator[Proof | Diagnostic]:
    for number, case in enumerate(query.body.cases):
        at, form = ("cases", number), "query case"
        day = days.get(registry.need(case.fixture, query.id.capability, "fixture").id)
        if query.id not in plans or day is None:
            detail = "the query, a table or its fixture is broken"
            yield Proof(form, query.id, at, case.name, case.verifies, outcome="not run", detail=detail)
            continue
        found = run_case(query, case, at, day)
        yield from found
        used = ", ".join(sorted(plans[query.id]))
        detail = f"uses the index {used}" if used else ""
        outcome: Outcome = "failed" if found else "passed"
        yield Proof(form, query.id, at, case.name, case.verifies, outcome=outcome, detail=detail)
