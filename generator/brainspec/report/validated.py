"""What a validation found, as text for people: counts, what is wrong, what to do."""

from collections.abc import Iterable, Iterator, Mapping

from brainspec.report.documents import LineFinding, Validated
from brainspec.report.text import printable

_LINES_SHOWN = 5
_MESSAGES_SHOWN = 10


def validated_text(document: Validated) -> str:
    """The whole report."""
    parts = [
        f"{', '.join(document['files'])} as {document['target']}",
        _counts(document),
        _table("Events", document["by_event"]),
        _table("Old forms, by the rule that read them", document["legacy_rules"]),
        _gaps(document),
        _findings(document),
        _unseen(document),
        _verdict(document),
    ]
    lines = "\n\n".join(part for part in parts if part).split("\n")
    return "\n".join(map(printable, lines)) + "\n"


def _counts(document: Validated) -> str:
    names = ("lines", "conforming", "legacy", "rejected", "other")
    rows = [(name, document[name]) for name in names]  # type: ignore[literal-required]
    rows += [(f"valid as {name}", number) for name, number in document["profiles"].items()]
    return "\n".join(_columns((name, f"{number:,}") for name, number in rows))


def _table(title: str, counts: Mapping[str, int]) -> str:
    if not counts:
        return ""
    rows = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return "\n".join([title, *_columns((name, f"{number:,}") for name, number in rows)])


def _gaps(document: Validated) -> str:
    said = []
    if document["missing"]:
        said.append(f"Missing in old lines: {_listed(document['missing'])}.")
    if document["inferred"]:
        said.append(f"Taken from other lines: {_listed(document['inferred'])}.")
    return "\n".join(said)


def _findings(document: Validated) -> str:
    by_code: dict[str, list[LineFinding]] = {}
    for one in document["findings"]:
        by_code.setdefault(one["code"], []).append(one)
    many = len(document["files"]) > 1
    blocks = [_block(found, document["finding_counts"][code], many) for code, found in sorted(by_code.items())]
    return "\n\n".join(blocks)


def _block(found: list[LineFinding], count: int, many: bool) -> str:
    """The findings of a code: each message once with its places, each help once."""
    said: dict[tuple[str, str], list[LineFinding]] = {}
    for one in found:
        said.setdefault((one["help"], one["message"]), []).append(one)
    shown = list(said.values())[:_MESSAGES_SHOWN]
    parts = []
    for same, following in zip(shown, [*shown[1:], None], strict=True):
        parts += [f"{same[0]['level']}[{same[0]['code']}]: {same[0]['message']}", f"  --> {_where(same, many)}"]
        if following is None or following[0]["help"] != same[0]["help"]:
            parts.append(f"  help: {same[0]['help']}")
    left = count - sum(map(len, shown))
    if left:
        parts.append(f"  and {left:,} more of `{found[0]['code']}`")
    return "\n".join(parts)


def _where(found: list[LineFinding], many: bool) -> str:
    places = [f"{one['file']}:{one['line']}" if many else str(one["line"]) for one in found[:_LINES_SHOWN]]
    rest = f" and {len(found) - len(places):,} more" if len(found) > len(places) else ""
    return f"{'at' if many else 'line' if len(found) == 1 else 'lines'} {', '.join(places)}{rest}"


def _unseen(document: Validated) -> str:
    coverage = document["coverage"]
    said = [f"Events never seen: {', '.join(coverage['events'])}."] if coverage["events"] else []
    fields = [f"{event} ({', '.join(names)})" for event, names in coverage["fields"].items()]
    return "\n".join([*said, *([f"Fields never seen: {'; '.join(fields)}."] if fields else [])])


def _verdict(document: Validated) -> str:
    levels = {one["code"]: one["level"] for one in document["findings"]}
    errors, warnings = (
        sum(number for code, number in document["finding_counts"].items() if levels[code] == level)
        for level in ("error", "warning")
    )
    said = f"{_count(errors, 'error')}, {_count(warnings, 'warning')}."
    if "normalized" in document:
        said += f" Canonical events are in {document['normalized']}."
    return said


def _columns(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    listed = list(rows)
    left, right = (max(len(row[at]) for row in listed) for at in (0, 1))
    return (f"  {name:<{left}}  {number:>{right}}" for name, number in listed)


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in counts.items())


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
