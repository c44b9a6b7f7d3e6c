"""`brainspec build`: check, then bring every generated file in line with the specs."""

from typing import TYPE_CHECKING, Any

from brainspec import cache
from brainspec.cli.compiled import compiled, entry_of
from brainspec.cli.session import Session
from brainspec.cli.summary import summary

if TYPE_CHECKING:
    from brainspec.writer import Mode, Writing


def build(session: Session, *, check: bool = False, dry_run: bool = False) -> None:
    """Write the generated files; with `check` or `dry_run` only compare."""
    mode: Mode = "check" if check else "dry-run" if dry_run else "write"
    key = cache.key(session.project)
    entry = cache.recall(session.project, key, "build")
    if entry and not entry["counts"]["errors"] and cache.holds(session.project, entry):
        _answer(session, mode, entry, [], [], len(entry["digests"]))
    found = compiled(session)
    entry = entry_of(session, found, key, "build")
    if not found.is_clean:
        _answer(session, mode, entry, [], [], 0)
    from brainspec.writer import put

    writing = put(found.artefacts, session.project, mode)
    _answer(session, mode, _with(entry, writing), writing.written, writing.removed, writing.unchanged)


def _with(entry: cache.Entry, writing: "Writing") -> cache.Entry:
    from brainspec.report.findings import finding_documents

    counts = {**entry["counts"], "errors": entry["counts"]["errors"] + len(writing.findings)}
    return {**entry, "counts": counts, "findings": [*entry["findings"], *finding_documents(writing.findings)]}


def _answer(
    session: Session, mode: "Mode", entry: cache.Entry, written: list[str], removed: list[str], unchanged: int
) -> None:
    lists = {"written": written, "removed": removed, "unchanged": unchanged}
    document: dict[str, Any] = {"ok": not entry["counts"]["errors"], "mode": mode, "counts": entry["counts"]}
    session.answer({**document, "findings": entry["findings"], **lists}, lambda: _text(session, mode, entry, lists))


def _text(session: Session, mode: "Mode", entry: cache.Entry, lists: dict[str, Any]) -> str:
    text = summary(session, entry["findings"], entry["counts"])
    if entry["counts"]["errors"] and mode == "write":
        return text + "Nothing was written.\n"
    verbs = {
        "write": ("Wrote", "removed"),
        "dry-run": ("Would write", "would remove"),
        "check": ("Stale or missing", "orphaned"),
    }
    write, remove = verbs[mode]
    names = [f"  {path}\n" for path in [*lists["written"], *lists["removed"]]] if mode == "dry-run" else []
    return (
        f"{text}{write}: {len(lists['written'])}, {remove}: {len(lists['removed'])}, "
        f"unchanged: {lists['unchanged']}.\n{''.join(names)}"
    )
