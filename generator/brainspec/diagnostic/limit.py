"""How many findings of one sort are listed: nobody reads more, and hostile input must not cost time."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from brainspec.diagnostic.code import declare
from brainspec.diagnostic.finding import Diagnostic

MOST_OF_A_SORT = 200
"""How many findings of one code in one file are listed."""

MORE_FINDINGS = declare(
    "more-findings",
    "warning",
    """
    A file has more findings of one sort than are listed.

    The first 200 of each sort in each file are listed; nothing after them was looked for. Mend those, and check again.
    """,
)

Item = TypeVar("Item")


def at_most(items: Iterable[Item], sort: Callable[[Item], Hashable]) -> Iterator[Item]:
    """The items without those that nobody lists; one over the limit stays, and makes `ordered` say so."""
    seen: Counter[Hashable] = Counter()
    for one in items:
        seen[sort(one)] += 1
        if seen[sort(one)] <= MOST_OF_A_SORT + 1:
            yield one


def ordered(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings by place, each once; the first over the limit gives way to one that says there are more.

    The findings below the limit stay, so that errors are never hidden.
    """
    seen: Counter[Hashable] = Counter()
    listed = []
    for one in sorted(set(findings), key=lambda d: (d.span, d.code.slug, d.message)):
        seen[one.code, one.span.path] += 1
        if seen[one.code, one.span.path] <= MOST_OF_A_SORT:
            listed.append(one)
        elif seen[one.code, one.span.path] == MOST_OF_A_SORT + 1:
            listed.append(_more(one))
    return listed


def _more(first: Diagnostic) -> Diagnostic:
    message = f"From here on, `{first.code.slug}` is not listed: there are more than {MOST_OF_A_SORT} in this file."
    return Diagnostic(MORE_FINDINGS, message, first.span, "Mend those above, and check again.")
