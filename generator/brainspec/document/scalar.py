"""What a plain YAML scalar means: the core schema of YAML 1.2, and nothing of 1.1."""

import re

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]+|[0-9]+(\.[0-9]+)?[eE][-+]?[0-9]+)")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_OLD_WORDS = re.compile(r"(?i:on|off|yes|no|y|n)")
_OLD_NUMBER = re.compile(
    r"[-+]?0[0-9]+|[-+]?[0-9][0-9_]*_[0-9_]*|[0-9]+(:[0-9]{2})+|[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ].*)?"
)


def plain(text: str) -> str | int | float | bool | None:
    """The value of an unquoted scalar."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def is_ambiguous(text: str) -> bool:
    """Whether a YAML 1.1 reader would take this unquoted text for something else."""
    return bool(_OLD_WORDS.fullmatch(text) or _OLD_NUMBER.fullmatch(text))
