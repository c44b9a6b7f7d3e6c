"""`brainspec trace`: which proof shows which requirement, and what became of every source row."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, TypedDict

from brainspec.cli.linked import proved
from brainspec.cli.session import Session

if TYPE_CHECKING:
    from brainspec.model import Definition
    from brainspec.registry import Proof, Proved, Registry
    from brainspec.report.documents import TracedProof, TracedRequirement, TracedRow


class _Verdict(TypedDict):
    verdict: str
    says: str
    by: list[str]
    instead: str


_SILENT: _Verdict = {"verdict": "silent", "says": "", "by": [], "instead": ""}


def trace(session: Session, *, sources: bool = False) -> None:
    """Print the trace; nothing may be unproved, and no row silent."""
    known = proved(session)
    requirements = [] if sources else [_requirement(known, one) for one in known.registry.of_kind("requirement")]
    rows = _rows(known.registry) if sources else []
    counts = _counts(requirements, rows)
    ok = not any(one["standing"] == "unproved" and one["level"].startswith("must") for one in requirements)
    ok = ok and not any(one["verdict"] == "silent" for one in rows)
    document = {"ok": ok, "counts": counts, "requirements": requirements, "rows": rows}
    session.answer(document, lambda: _text(requirements, rows, counts))


def _requirement(known: Proved, one: Definition[Any]) -> TracedRequirement:
    from brainspec.report.findings import place
    from brainspec.semantics.prose import plain
    from brainspec.semantics.sentences import sentence

    return {
        "id": one.id.name, "level": one.body.level, "standing": known.standing(one.id.name),
        "sentence": plain(known.registry, sentence(one.body), one.id.capability), "place": place(one.head),
        "proofs": [_proof(known.registry, each) for each in known.proofs if one.id.name in each.verifies],
    }  # fmt: skip


def _proof(registry: Registry, one: Proof) -> TracedProof:
    from brainspec.report.findings import place

    return {
        "form": one.form, "definition": str(one.definition), "name": one.name, "outcome": one.outcome,
        "live": one.is_live, "place": place(registry[one.definition].span(one.pointer)), "detail": one.detail,
    }  # fmt: skip


def _rows(registry: Registry) -> list[TracedRow]:
    verdicts: dict[tuple[str, str], _Verdict] = {}
    for definition in registry.of_kind("answers"):
        for one in definition.body.answers:
            verdicts |= {(definition.body.source, item): _verdict(registry, definition, one) for item in one.items}
    return [
        {"source": source.id.name, "id": row.id, "brief": row.brief, **verdicts.get((source.id.name, row.id), _SILENT)}
        for source in registry.of_kind("source") for group in source.body.groups for row in group.rows
    ]  # fmt: skip


def _verdict(registry: Registry, definition: Definition[Any], one: Any) -> _Verdict:
    from brainspec.semantics.prose import plain

    capability = definition.id.capability
    return {
        "verdict": one.is_, "says": plain(registry, one.says, capability), "by": list(one.by),
        "instead": plain(registry, one.instead or "", capability),
    }  # fmt: skip


def _counts(requirements: list[TracedRequirement], rows: list[TracedRow]) -> dict[str, dict[str, int]]:
    counts = {
        "level": Counter(one["level"] for one in requirements),
        "standing": Counter(one["standing"] for one in requirements),
    }
    counts["verdict"] = Counter(one["verdict"] for one in rows)
    return {name: dict(sorted(each.items())) for name, each in counts.items() if each}


def _text(requirements: list[TracedRequirement], rows: list[TracedRow], counts: dict[str, dict[str, int]]) -> str:
    lines = []
    for one in requirements:
        lines.append(f"{one['id']}  {one['level']:<10}  {one['standing']}")
        lines += [f"    {each['form']} {each['definition']} {each['name']}: {_state(each)}" for each in one["proofs"]]
    lines += [f"{one['source']} {one['id']:<6} {one['verdict']:<8}  {one['says'] or one['brief']}" for one in rows]
    lines += [
        f"{name}: " + ", ".join(f"{number} {what}" for what, number in each.items()) for name, each in counts.items()
    ]
    return "\n".join(lines) + "\n"


def _state(proof: TracedProof) -> str:
    return "live, waits for an implementation" if proof["live"] else proof["outcome"]
