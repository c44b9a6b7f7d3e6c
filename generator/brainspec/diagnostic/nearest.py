"""Did you mean: the names nearest to one that is not known."""

from collections.abc import Iterable

_ALIKE = 0.6
"""Names of which fewer letters agree are no slips of the keyboard."""


def nearest(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Up to `most` known names that a slip of the keyboard could have turned into `name`, best first."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, "", name.lower())
    ranked = []
    for one in sorted(set(known)):
        matcher.set_seq1(one.lower())
        # The first two are quick, and never below the third: few names reach it, and none of another length.
        if all(likeness() >= _ALIKE for likeness in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)):
            ranked.append((-matcher.ratio(), one))
    return [one for _, one in sorted(ranked)[:most]]


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """A help sentence naming the nearest known names, or `otherwise` when none is near."""
    near = nearest(name, known)
    if not near:
        return otherwise
    return "Did you mean " + " or ".join(f"`{one}`" for one in near) + "?"
