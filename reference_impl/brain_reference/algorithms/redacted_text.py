"""Makes the text that an event may carry out of what a tool printed."""

import re
from collections.abc import Mapping
from typing import Any

_NAME = r"(?:password|passwd|passphrase|secret|token|credentials?|(?:api|access|private)[_-]?key)"
_VALUE = r"(?:\"[^\"\n]*\"?|'[^'\n]*'?|[^ \t\n\"',;&()\[\]{}]+)"
_KNOWN = (
    r"(?:AKIA|ASIA)[A-Z0-9]{16,}|AIza[A-Za-z0-9_-]{35,}|eyJ[A-Za-z0-9_-]+\.eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*"
    r"|gh[opsru]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{20,}|hf_[A-Za-z0-9]{20,}"
    r"|sk-[A-Za-z0-9_-]{20,}|xox[abeoprs]-[A-Za-z0-9-]{10,}"
)

# In the order and the words of the spec `platform.vector:redacted-text`.
_STEPS = (
    (re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]"), ""),
    (re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]"), ""),
    (re.compile(r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY.*?(?:-----END [^\n]*|\Z)", re.DOTALL), "[redacted]"),
    (re.compile(r"://[^ \t\n/?#@\[\]]+@"), "://[redacted]@"),
    (
        re.compile(r"((?:authorization|cookie)[\"']?[ \t]*[:=][ \t]*[\"']?)[^\"'\n]+", re.ASCII | re.IGNORECASE),
        r"\1[redacted]",
    ),
    (
        re.compile(
            rf"({_NAME}[\"']?[ \t]*[:=][ \t]*|--(?:[a-z0-9]{{1,20}}-)?{_NAME}[ \t]+){_VALUE}", re.ASCII | re.IGNORECASE
        ),
        r"\1[redacted]",
    ),
    (re.compile(r"(bearer[ \t]+)[A-Za-z0-9._~+/=-]{16,}", re.ASCII | re.IGNORECASE), r"\1[redacted]"),
    (re.compile(rf"(^|[^A-Za-z0-9_-])(?:{_KNOWN})"), r"\1[redacted]"),
)


def redacted_text(given: Mapping[str, Any]) -> str:
    """The text without secrets and control characters, in at most `limit` characters.

    `given` has `text` (any text) and `limit` (a whole number from 1, in Unicode code points). A text that is too
    long keeps both ends around an ellipsis, because tools name the cause at the start or at the end.
    """
    text = given["text"]
    for pattern, replacement in _STEPS:
        text = pattern.sub(replacement, text)
    return _shortened(text.strip(" \t\n"), given["limit"])


def _shortened(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    head = (limit - 1) // 2
    tail = limit - 1 - head
    return text[:head] + "…" + text[len(text) - tail :]
