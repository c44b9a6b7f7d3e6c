"""Files as text, and as data that remembers where each piece was written."""

from brainspec.document.document import Document, Pointer, pointer_text
from brainspec.document.load import load
from brainspec.document.parse import parse
from brainspec.document.source import Source

__all__ = ["Document", "Pointer", "Source", "load", "parse", "pointer_text"]
