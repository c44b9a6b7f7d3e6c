"""Decides whether the row of a closed session is kept for people to look at."""

import hashlib
from collections.abc import Mapping
from typing import Any

_BUCKETS = 10_000
_SMOOTH = ("ok", "exited")


def session_sampling(given: Mapping[str, Any]) -> dict[str, Any]:
    """The bucket of a session, from 0 to 9,999, and whether its row is kept.

    `given` has the `id` of the session, its `status`, and `per_10000`, how many of 10,000 smooth sessions are kept. A
    session that went wrong is always kept, and the same id gives the same answer everywhere.
    """
    bucket = int.from_bytes(hashlib.sha256(given["id"].encode()).digest()[:8]) % _BUCKETS
    return {"bucket": bucket, "keep": given["status"] not in _SMOOTH or bucket < given["per_10000"]}
