"""`brainspec explain`: the manual page of a code."""

from brainspec.cli.session import Session


def explain(session: Session, code: str) -> None:
    """Print the manual page of a code."""
    from brainspec.catalogue import catalogue
    from brainspec.diagnostic.nearest import did_you_mean

    known = catalogue()
    if code not in known:
        session.fail(
            f"There is no code `{code}`.", did_you_mean(code, known, "docs/reference/rules.md lists them all.")
        )
    one = known[code]
    document = {"ok": True, "code": code, "severity": one.severity, "summary": one.summary, "page": one.page}
    session.answer(document, lambda: f"{code} ({one.severity})\n\n{_readable(one.page)}\n")


def _readable(page: str) -> str:
    return page.replace("⟦⟧", "").replace("⟦", "").replace("⟧", "")
