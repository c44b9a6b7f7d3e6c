"""Versions of capabilities."""


def has_come(until: str, version: str) -> bool:
    """Whether a version has reached another; both as `major.minor.patch`."""
    return [int(part) for part in version.split(".")] >= [int(part) for part in until.split(".")]
