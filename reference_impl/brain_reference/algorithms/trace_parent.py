"""Whether the trace context of a request is continued (vector `platform.trace-parent`, W3C Trace Context)."""

import re
from typing import Any

_FORM = re.compile(r"([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?", re.DOTALL)


def trace_parent(case: dict[str, Any]) -> dict[str, Any]:
    """Read `headers`, the values of all `traceparent` headers; `continues` says whether there is one valid value."""
    headers: list[str] = case["headers"]
    found = _FORM.fullmatch(headers[0].strip(" \t")) if len(headers) == 1 else None
    if found is None:
        return {"continues": False}
    version, trace, parent, flags, more = found.groups()
    if version == "ff" or (version == "00" and more is not None) or not int(trace, 16) or not int(parent, 16):
        return {"continues": False}
    return {"continues": True, "trace": trace, "parent": parent, "sampled": bool(int(flags, 16) & 1)}
