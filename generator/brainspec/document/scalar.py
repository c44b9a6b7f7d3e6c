"""What a plain YAML scalar means: what JSON would say, which YAML 1.1 and 1.2 readers agree on."""

import re

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
_NUMERIC = frozenset("+-.0123456789")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
# Everything that some other reader takes for a switch, nothing, a number, a time or a special key.
_OTHER_WORDS = re.compile(r"(?i:on|off|yes|no|y|n|true|false|null)|=")
_OTHER_NUMBER = re.compile(
    r"[-+]?(0b[01_]+|0x[0-9a-fA-F_]+|0o[0-7]+|[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"
    r"|([0-9][0-9_]*(\.[0-9_]*)?|\.[0-9][0-9_]*)([eE][-+]?[0-9]+)?|\.(inf|Inf|INF)|\.(nan|NaN|NAN))"
)
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:.*")


def plain(text: str) -> str | int | float | bool | None:
    """The value of an unquoted scalar; a number of more than 18 digits is text, because not every reader keeps it."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMERIC:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def is_ambiguous(text: str) -> bool:
    """Whether an unquoted scalar is text here, and something else to another reader."""
    if len(text) > 5 and text[0] not in _NUMERIC:
        return False
    others = _OTHER_WORDS, _OTHER_NUMBER, _TIME
    return isinstance(plain(text), str) and any(one.fullmatch(text) for one in others)
