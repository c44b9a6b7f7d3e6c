"""The report of a validation: every message with its lines, each help once, and what is left out is counted."""

from brainspec.report.documents import LineFinding, Validated
from brainspec.report.validated import validated_text


def finding(line: int, message: str, help_: str = "Write it.") -> LineFinding:
    return {"file": "a.log", "line": line, "code": "broken", "level": "error", "message": message, "help": help_}


def report(*findings: LineFinding, count: int = 0, files: tuple[str, ...] = ("a.log",)) -> list[str]:
    """The lines about what was found, without those that count."""
    document: Validated = {
        "command": "validate", "version": "0", "ok": False, "target": "demo.log", "files": list(files), "lines": 9,
        "conforming": 0, "legacy": 0, "rejected": 9, "other": 0, "legacy_rules": {}, "profiles": {}, "by_event": {},
        "missing": {}, "inferred": {}, "findings": list(findings),
        "finding_counts": {"broken": count or len(findings)}, "coverage": {"events": [], "fields": {}},
    }  # fmt: skip
    return validated_text(document).split("\n\n")[2].splitlines()


def test_each_message_stands_with_its_lines_and_help_once() -> None:
    assert report(finding(1, "No `a`."), finding(2, "No `b`."), finding(7, "No `a`.")) == [
        "error[broken]: No `a`.",
        "  --> lines 1, 7",
        "error[broken]: No `b`.",
        "  --> line 2",
        "  help: Write it.",
    ]


def test_other_help_is_not_lost() -> None:
    said = report(finding(1, "No `a`.", "Write `a`."), finding(2, "No `b`.", "Write `b`."))
    assert [one for one in said if "help" in one] == ["  help: Write `a`.", "  help: Write `b`."]


def test_what_is_left_out_is_counted() -> None:
    findings = [finding(line, f"No `{line}`.") for line in range(1, 31)]
    said = report(*findings, count=500)
    assert said[-3:] == ["  --> line 10", "  help: Write it.", "  and 490 more of `broken`"]
    assert report(*[finding(line, "No.") for line in range(1, 9)])[1] == "  --> lines 1, 2, 3, 4, 5 and 3 more"


def test_several_files_are_named() -> None:
    assert report(finding(3, "No."), files=("a.log", "b.log"))[1] == "  --> at a.log:3"


def test_a_log_cannot_steer_the_terminal() -> None:
    assert report(finding(1, "`\x1b[2J` is no name."))[0] == "error[broken]: `\ufffd[2J` is no name."
