"""Compiles for a command, through the cache where nothing changed."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from brainspec import cache
from brainspec.cli.session import Session

if TYPE_CHECKING:
    from brainspec.pipeline import Compilation
    from brainspec.report.documents import Counts


def outcome(session: Session) -> cache.Entry:
    """What a check of the project finds; remembered if the same was checked before."""
    key = cache.key(session.project)
    return cache.recall(session.project, key, "check") or entry_of(session, checked(session), key, "check")


def checked(session: Session) -> Compilation:
    """A compilation of the project up to its proofs, always run."""
    with _without_pauses():
        from brainspec.pipeline import check_project

        return check_project(session.project)


def compiled(session: Session) -> Compilation:
    """A compilation of the project with its artefacts, always run."""
    with _without_pauses():
        from brainspec.pipeline import compile_project

        return compile_project(session.project)


@contextmanager
def _without_pauses() -> Iterator[None]:
    """A compilation builds and keeps: looking for garbage on the way, or in its result, costs a third of its time."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def entry_of(session: Session, found: Compilation, key: str, command: cache.Command) -> cache.Entry:
    """A compilation as a cache entry, remembered."""
    from brainspec.report.findings import finding_documents

    entry: cache.Entry = {
        "counts": _counts(found),
        "findings": finding_documents(found.findings),
        "ids": sorted(str(one) for one in found.proved.registry.definitions) if found.proved else [],
        "digests": {one.path: cache.digest(one.text.encode()) for one in found.artefacts},
    }
    cache.remember(session.project, key, command, entry)
    if command == "build" and not found.findings:  # a check looks for less, so it finds nothing either
        cache.remember(session.project, key, "check", entry)
    return entry


def _counts(found: Compilation) -> Counts:
    errors = sum(one.is_error for one in found.findings)
    proved = found.proved
    standings: Counter[str] = Counter()
    for one in proved.registry.of_kind("capability") if proved else ():
        standings.update(proved.counts(one.id.name) if proved else {})
    return {
        "errors": errors,
        "warnings": len(found.findings) - errors,
        "files": found.files,
        "definitions": len(proved.registry.definitions) if proved else 0,
        "requirements": dict(sorted(standings.items())),
        "proofs": dict(sorted(Counter(one.outcome for one in proved.proofs).items())) if proved else {},
    }
