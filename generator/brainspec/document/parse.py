"""Turns text into documents in one pass over the parser's events."""

import re

import yaml

import brainspec.document.findings as findings
from brainspec.diagnostic import Diagnostic, Span
from brainspec.document.build import Builder, Refusal
from brainspec.document.document import Document
from brainspec.document.source import Source
from brainspec.document.syntax import explain

_CONFLICT = re.compile(r"^(<{7} |\|{7} |={7}$|>{7} )", re.MULTILINE)
# Control characters, other ends of lines than the line feed, marks of byte order, and what reverses text on a screen.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_FENCE = "---\n"

Parsed = tuple[Document | None, list[Diagnostic]]


def parse(source: Source) -> Parsed:
    """The document of a source. None, with the reason, where the text is no document."""
    refused = _refused_text(source)
    if refused:
        return None, [refused]
    return _parse_markdown(source) if source.path.endswith(".md") else _parse_yaml(source, source.text, 0)


def _refused_text(source: Source) -> Diagnostic | None:
    """Why the text is not even looked at: characters that nobody sees, a merge conflict."""
    unseen = _UNSEEN.search(source.text)
    if unseen:
        message = f"A character stands here that nobody sees: U+{ord(unseen[0]):04X}."
        help_ = f'Remove it; a text in double quotes can hold it as "\\u{ord(unseen[0]):04X}".'
        return Diagnostic(findings.UNSEEN_CHARACTER, message, _span_of(source, unseen), help_)
    conflict = _CONFLICT.search(source.text)
    if conflict:
        message, help_ = "A merge conflict is not resolved here.", "Resolve it, and remove the marker lines."
        return Diagnostic(findings.MERGE_CONFLICT, message, _span_of(source, conflict), help_)
    return None


def _span_of(source: Source, match: re.Match[str]) -> Span:
    start, end = match.span()
    line, column = source.text.count("\n", 0, start) + 1, start - source.text.rfind("\n", 0, start)
    return Span(source.path, line, column, line, column + end - start)


def _parse_yaml(source: Source, text: str, first_line: int) -> Parsed:
    builder = Builder(source, first_line)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        return None, [explain(error, source, first_line)]
    except Refusal as refusal:
        return None, [*builder.found, refusal.diagnostic]
    if not isinstance(builder.data, dict):
        return None, [*builder.found, _not_a_mapping(source, builder.data)]
    return Document(source, builder.data, builder.places, first_line), builder.found


def _parse_markdown(source: Source) -> Parsed:
    head, closing, body = source.text[len(_FENCE) :].partition("\n" + _FENCE)
    if not source.text.startswith(_FENCE) or not closing:
        message, help_ = (
            "The page does not start with front matter.",
            "Put its fields between two lines of `---` on top.",
        )
        return None, [Diagnostic(findings.NO_FRONT_MATTER, message, Span(source.path), help_)]
    document, found = _parse_yaml(source, head + "\n", 1)
    if document is None:
        return None, found
    if "body" in document.data:
        message, at = "`body` is not a field of the front matter.", document.span(("body",), key=True)
        return None, [*found, Diagnostic(findings.BAD_SYNTAX, message, at, "Write the text below the second `---`.")]
    body_line = head.count("\n") + 4
    return Document(source, {**document.data, "body": body}, document.places, 1, body_line), found


def _not_a_mapping(source: Source, data: object) -> Diagnostic:
    if data is None:
        return Diagnostic(
            findings.EMPTY_FILE,
            "The file is empty.",
            Span(source.path),
            "Write the definition, or remove the file.",
        )
    return Diagnostic(findings.NOT_A_MAPPING, "The file is not a mapping of fields.", Span(source.path),
                      "Write `field: value` lines; a spec file is one mapping.")  # fmt: skip
