"""Writes canonical events as JSON lines into a file that appears only when it is complete."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from typing import Any

Write = Callable[[Mapping[str, Any]], None]
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


@contextmanager
def json_lines(path: Path | None) -> Iterator[Write | None]:
    """A function that writes one event a line; nothing when there is no path. Raises OSError.

    The file replaces what is at the path in one step at the end; after an error what was there is untouched.
    """
    if path is None:
        yield None
        return
    target = path.resolve()
    descriptor, name = mkstemp(dir=target.parent, prefix=".brainspec-")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            yield lambda event: _put(file.write, event)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _put(write: Callable[[str], object], event: Mapping[str, Any]) -> None:
    write(_ENCODER.encode(event))
    write("\n")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
