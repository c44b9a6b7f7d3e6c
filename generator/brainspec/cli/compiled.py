"""Compiles for a command, through the cache where nothing changed."""

from __future__ import annotations

import gc
from collections import Counter
from typing import TYPE_CHECKING

from brainspec import cache
from brainspec.cli.session import Session

if TYPE_CHECKING:
    from brainspec.pipeline import Compilation
    from brainspec.report.documents import Counts


def outcome(session: Session) -> cache.Entry:
    """What a compilation of the project finds; remembered if the same was compiled before."""
    key = cache.key(session.project)
    return cache.recall(session.project, key) or entry_of(session, compilation(session), key)


def compilation(session: Session) -> Compilation:
    """A compilation of the project, always run."""
    from brainspec.pipeline import compile_project

    gc.disable()  # a compilation builds and keeps; looking for garbage on the way costs a third of its time
    try:
        return compile_project(session.project)
    finally:
        gc.enable()


def entry_of(session: Session, compiled: Compilation, key: str) -> cache.Entry:
    """A compilation as a cache entry, remembered."""
    from brainspec.report.findings import finding_documents

    entry: cache.Entry = {
        "counts": _counts(compiled),
        "findings": finding_documents(compiled.findings),
        "ids": sorted(str(one) for one in compiled.proved.registry.definitions) if compiled.proved else [],
        "digests": {one.path: cache.digest(one.text.encode()) for one in compiled.artefacts},
    }
    cache.remember(session.project, key, entry)
    return entry


def _counts(compiled: Compilation) -> Counts:
    errors = sum(one.is_error for one in compiled.findings)
    proved = compiled.proved
    standings: Counter[str] = Counter()
    for one in proved.registry.of_kind("capability") if proved else ():
        standings.update(proved.counts(one.id.name) if proved else {})
    return {
        "errors": errors,
        "warnings": len(compiled.findings) - errors,
        "files": compiled.files,
        "definitions": len(proved.registry.definitions) if proved else 0,
        "requirements": dict(sorted(standings.items())),
        "proofs": dict(sorted(Counter(one.outcome for one in proved.proofs).items())) if proved else {},
    }
