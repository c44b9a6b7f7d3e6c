"""What a span covers, for tests that compare it with what was meant."""

from brainspec.diagnostic import Span
from brainspec.document import Document, Pointer, Source, parse


def document(text: str, path: str = "specs/demo/types/name.yaml") -> Document:
    parsed, found = parse(Source(path, text))
    assert parsed is not None, found
    return parsed


def covered(text: str, span: Span) -> str:
    """Return the characters of a text that a span covers."""
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


def value(text: str, *pointer: str | int) -> str:
    return covered(text, document(text).span(pointer))


def key(text: str, *pointer: str | int) -> str:
    return covered(text, document(text).span(pointer, key=True))


def is_inside(text: str, span: Span) -> bool:
    """Tell whether a span begins and ends at places the text has, in this order."""
    lines = text.split("\n")
    ends = [(span.line, span.column), (span.end_line, span.end_column)]
    return ends == sorted(ends) and all(
        1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1 for line, column in ends
    )


__all__ = ["Pointer", "covered", "document", "is_inside", "key", "value"]
