"""`brainspec check`: is everything in specs/ right, and does everything executable hold?"""

from brainspec.cli.compiled import checked, outcome
from brainspec.cli.session import Session
from brainspec.cli.summary import summary


def check(session: Session, *, second_opinion: bool = False) -> None:
    """Check the specs and write nothing."""
    entry = outcome(session)
    findings, counts = list(entry["findings"]), dict(entry["counts"])
    if second_opinion:
        extra = _second_opinion(session)
        findings += extra
        counts["errors"] += len(extra)
    document = {"ok": counts["errors"] == 0, "counts": counts, "findings": findings}
    session.answer(document, lambda: summary(session, findings, counts))  # type: ignore[arg-type]


def _second_opinion(session: Session) -> list[object]:
    from brainspec.prove.second_opinion import second_opinion
    from brainspec.report.findings import finding_documents

    proved = checked(session).proved
    return list(finding_documents(second_opinion(proved.registry))) if proved else []
