"""The readers that cases of streams and of mappings run through."""

from typing import Any

from brainspec.model import Definition
from brainspec.registry import Registry, remembered
from brainspec.semantics.schemas import InvalidSchema
from brainspec.semantics.stream import StreamReader


@remembered
def reader_of(registry: Registry, stream: Definition[Any]) -> StreamReader | None:
    """The reader of a stream; call `start` before each case. None where a schema of its events is of no use."""
    try:
        return StreamReader(registry, stream)
    except InvalidSchema:
        return None
