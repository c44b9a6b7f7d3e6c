"""Did you mean: the names nearest to one that is not known."""

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Up to `most` known names that a slip of the keyboard could have turned into `name`, best first."""
    from difflib import SequenceMatcher

    def likeness(candidate: str) -> float:
        return SequenceMatcher(None, name.lower(), candidate.lower()).ratio()

    ranked = sorted(((likeness(one), one) for one in sorted(set(known))), key=lambda pair: -pair[0])
    return [one for score, one in ranked[:most] if score >= 0.6]


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """A help sentence naming the nearest known names, or `otherwise` when none is near."""
    near = nearest(name, known)
    if not near:
        return otherwise
    return "Did you mean " + " or ".join(f"`{one}`" for one in near) + "?"
