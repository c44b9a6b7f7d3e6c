"""Turns text into documents in one pass over the parser's events."""

import re

import yaml

from brainspec.diagnostic import Diagnostic, Span
from brainspec.document import findings
from brainspec.document.build import Builder, Refusal
from brainspec.document.document import Document, Places
from brainspec.document.source import Source
from brainspec.document.syntax import explain

_CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)
_FENCE = "---\n"


Parsed = tuple[Document | None, list[Diagnostic]]


def parse(source: Source) -> Parsed:
    """The document of a source. None, with the reason, where the text is no document."""
    conflict = _CONFLICT.search(source.text)
    if conflict:
        line = source.text.count("\n", 0, conflict.start()) + 1
        span = Span(source.path, line, 1, line, 8)
        return None, [Diagnostic(findings.MERGE_CONFLICT, "A merge conflict is not resolved here.", span,
                                 "Resolve it, and remove the marker lines.")]  # fmt: skip
    return _parse_markdown(source) if source.path.endswith(".md") else _parse_yaml(source, source.text, 0)


def _parse_yaml(source: Source, text: str, first_line: int) -> Parsed:
    builder = Builder(source.path, first_line)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        return None, [explain(error, source, text, first_line)]
    except yaml.reader.ReaderError as error:
        return None, [_forbidden_character(error, source, text, first_line)]
    except Refusal as refusal:
        return None, [*builder.found, refusal.diagnostic]
    if not isinstance(builder.data, dict):
        return None, [*builder.found, _not_a_mapping(source, builder.data)]
    return Document(source, builder.data, builder.places), builder.found


def _forbidden_character(error: yaml.reader.ReaderError, source: Source, text: str, first_line: int) -> Diagnostic:
    line = text.count("\n", 0, error.position) + first_line + 1
    message, help_ = "The text holds a control character that YAML forbids.", "Remove the character."
    return Diagnostic(findings.BAD_SYNTAX, message, Span(source.path, line, 1, line, 1), help_)


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
    last = body_line - 1 + body.count("\n")
    places = {**document.places, ("body",): Places(None, (body_line - 1, 0, last, 0))}
    return Document(source, {**document.data, "body": body}, places, body_line), found


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
