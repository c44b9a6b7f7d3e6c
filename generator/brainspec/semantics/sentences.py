"""The sentence of a requirement, put together from its parts."""

from brainspec.model.capability import Requirement
from brainspec.semantics.typography import capitalised

KEYWORDS = {
    "must": "MUST",
    "must-not": "MUST NOT",
    "should": "SHOULD",
    "should-not": "SHOULD NOT",
    "may": "MAY",
}
_LISTS = (
    ("all_of", "all of these", "; "),
    ("one_of", "one of these", "; or "),
    ("in_order", "in this order", "; then "),
)


def sentence(requirement: Requirement) -> str:
    """The whole sentence as Markdown, keyword in bold, `spec:` links still inside."""
    _, words, join = _list(requirement)
    items = clauses(requirement)
    listing = f"{words}: {join.join(items)}" if items else ""
    return f"{_opening(requirement)}{listing}{_exception(requirement)}."


def opening(requirement: Requirement) -> str:
    """The sentence up to its list, exception included (`… carry all of these:`); the whole of it without a list."""
    _, words, _ = _list(requirement)
    if not words:
        return sentence(requirement)
    return f"{_opening(requirement)}{words}{_exception(requirement)}:"


def clauses(requirement: Requirement) -> tuple[str, ...]:
    """The items of the list; none when the sentence has no list."""
    items, _, _ = _list(requirement)
    return items


def _list(requirement: Requirement) -> tuple[tuple[str, ...], str, str]:
    for field, words, join in _LISTS:
        items: tuple[str, ...] = getattr(requirement, field)
        if items:
            return items, f" {words}", join
    return (), "", ""


def _opening(requirement: Requirement) -> str:
    keyword = f"**{KEYWORDS[requirement.level]}**"
    rest = f"{requirement.subject} {keyword} {requirement.predicate}"
    return f"When {requirement.when}, {rest}" if requirement.when else capitalised(rest)


def _exception(requirement: Requirement) -> str:
    parts = []
    if requirement.unless:
        parts.append(f", unless {requirement.unless}")
    if requirement.only_if:
        parts.append(f", but only if {requirement.only_if}")
    return "".join(parts)
