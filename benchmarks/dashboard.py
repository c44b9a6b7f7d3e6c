"""Asks every panel of the dashboard about real events: `python benchmarks/dashboard.py EVENTS.jsonl`.

EVENTS.jsonl is what `brainspec validate LOG --as observability.events --normalize EVENTS.jsonl` writes. The tables are
made from the specs, the events are stored as a service would store them, and each panel says how long it took.
"""

import argparse
import json
import sqlite3
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from brainspec.model import Definition
from brainspec.model.storage import Query
from brainspec.pipeline import link_project
from brainspec.prove.plans import sqlite_text
from brainspec.registry import Registry
from brainspec.semantics.ddl import ddl
from brainspec.semantics.panel import colour

ROOT = Path(__file__).parent.parent
CAPABILITY = "observability"


def filled(registry: Registry, events: Path) -> sqlite3.Connection:
    """A database in memory with the tables of the specs and one row per event."""
    store = sqlite3.connect(":memory:")
    store.executescript(ddl(registry, CAPABILITY))
    columns = [str(row[1]) for row in store.execute("PRAGMA table_info(events)")]
    asked = f"INSERT OR IGNORE INTO events VALUES ({', '.join('?' * len(columns))})"  # noqa: S608  (counts, no text)
    with events.open(encoding="utf-8") as lines, store:
        store.executemany(asked, ([row.get(name) for name in columns] for row in rows(lines)))
    store.execute("ANALYZE")
    return store


def rows(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    """Each event with what the store adds; lists and objects are left to `body`."""
    for number, line in enumerate(lines, start=1):
        event = {name: value for name, value in json.loads(line).items() if not isinstance(value, list | dict)}
        yield event | {"seq": number, "received_at": event.get("ts", "1970-01-01T00:00:00Z"), "body": line}


def window(store: sqlite3.Connection, stall_minutes: int) -> dict[str, str]:
    """The whole days the events are from, and the time since which a silent run has written nothing."""
    first, last = store.execute("SELECT MIN(ts), MAX(ts) FROM events").fetchone()
    since, until = (datetime.fromisoformat(one).astimezone(UTC) for one in (first, last))
    until = until.replace(hour=0, minute=0, second=0) + timedelta(days=1)
    times = {"since": since.replace(hour=0, minute=0, second=0), "until": until}
    times["quiet_since"] = until - timedelta(minutes=stall_minutes)
    return {name: f"{moment:%Y-%m-%dT%H:%M:%SZ}" for name, moment in times.items()}


def answer(store: sqlite3.Connection, query: Definition[Query], given: Mapping[str, str]) -> None:
    """Print what a panel says: its question, its colour, its rows."""
    body, began = query.body, time.perf_counter()
    asked = {name: given.get(name, one.default) for name, one in body.params.items()}
    found = store.execute(sqlite_text(body), asked).fetchall()
    limits = body.panel.thresholds if body.panel else None
    state = colour(limits, tuple(body.columns), found) if limits else "-"
    took = (time.perf_counter() - began) * 1000
    print(f"\n{query.id.name}: {body.question}  [{state}, {took:.0f} ms]")
    for row in [tuple(body.columns), *found]:
        print("  " + "  ".join("-" if value is None else str(value) for value in row))


def main() -> None:
    """Fill the store and ask every panel."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("events", type=Path, help="canonical events as JSON lines")
    registry = link_project(ROOT).registry
    store = filled(registry, parser.parse_args().events)
    stall = registry.need("stall-after", CAPABILITY, "setting").body.value
    given = window(store, int(stall))
    count = store.execute("SELECT COUNT(*) FROM events").fetchone()[0]
    print(f"{count:,} events, {given['since']} to {given['until']}")
    for query in registry.of_kind("query", CAPABILITY):
        if query.body.panel:
            answer(store, query, given)


if __name__ == "__main__":
    main()
