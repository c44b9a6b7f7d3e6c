"""Says what is wrong with YAML that does not parse, in the author's words."""

from typing import NamedTuple

import yaml

import brainspec.document.findings as findings
from brainspec.diagnostic import Code, Diagnostic, Related, Span
from brainspec.document.extent import place
from brainspec.document.source import Source


class _Words(NamedTuple):
    code: Code
    message: str
    help: str


_TAB = _Words(findings.TAB, "A tab indents this line.", "Indent with two spaces.")
_AFTER_LIST = _Words(
    findings.UNQUOTED, "A list or mapping ends here, and text follows.", "Put the whole value in quotes."
)

# What the parser says to what we say, the first that fits; `{here}` is the character at the place.
_TABLE = (
    ("tab character", _TAB),
    (
        "cannot start any token",
        _Words(findings.UNQUOTED, "A value cannot start with {here}.", "Put the value in quotes."),
    ),
    (
        "mapping values are not allowed",
        _Words(
            findings.UNQUOTED, "A value holds `: `, or the line is indented too far.", "Quote the value, or align it."
        ),
    ),
    (
        "block sequence entries are not allowed",
        _Words(findings.UNQUOTED, "A list starts in the middle of a line.", "Put each `- ` on a line of its own."),
    ),
    (
        "while scanning a quoted scalar",
        _Words(findings.BAD_SYNTAX, "A quote is opened and never closed.", "Close the quote."),
    ),
    (
        "did not find expected ',' or",
        _Words(findings.BAD_SYNTAX, "A `[` or `{{` is opened and never closed.", "Close it, or quote the value."),
    ),
    (
        "did not find expected key",
        _Words(
            findings.UNQUOTED,
            "This does not continue the mapping above it.",
            "Align the keys; quote a value that starts with `[`.",
        ),
    ),
    (
        "did not find expected '-' indicator",
        _Words(findings.BAD_SYNTAX, "This does not continue the list above it.", "Start the entry with `- `."),
    ),
    (
        "could not find expected ':'",
        _Words(findings.BAD_SYNTAX, "The line above has no `: ` after its key.", "Write `key: value`."),
    ),
    (
        "<document start>",
        _Words(findings.SECOND_DOCUMENT, "More text follows the document.", "Keep one definition a file."),
    ),
    ("directive", _Words(findings.TAG, "Directives (`%`) are not part of the language.", "Remove the line.")),
    (
        "escape",
        _Words(
            findings.BAD_SYNTAX,
            "There is no such escape in a double-quoted text.",
            "Use single quotes, or double the backslash.",
        ),
    ),
)


def explain(error: yaml.MarkedYAMLError, source: Source, first_line: int) -> Diagnostic:
    """The diagnostic for a parser error in the text of a source that begins at a line (from 0)."""
    at = _character(error.problem_mark, source, first_line)
    written = source.lines[at.line - 1]
    words = _words(error, written[: at.column - 1], written[at.column - 1 : at.end_column - 1])
    return Diagnostic(words.code, words.message, at, words.help, _opened(error, source, first_line))


def _character(mark: yaml.Mark | None, source: Source, first_line: int) -> Span:
    line, column = place(source.lines, mark.line + first_line, mark.column) if mark else (0, 0)
    return Span(source.path, line + 1, column + 1, line + 1, min(column + 1, len(source.lines[line])) + 1)


def _words(error: yaml.MarkedYAMLError, before: str, here: str) -> _Words:
    """What is wrong at a character, with what stands before it on its line."""
    said = f"{error.context or ''}: {error.problem or ''}"
    if "\t" in before[: len(before) - len(before.lstrip())] + here and not before.strip():
        return _TAB
    if "did not find expected key" in said and before.rstrip()[-1:] in ("]", "}"):
        return _AFTER_LIST
    shown = "a backtick" if here == "`" else f"`{here}`"
    for part, words in _TABLE:
        if part in said:
            return words._replace(message=words.message.format(here=shown))
    return _Words(
        findings.BAD_SYNTAX, f"The text is not YAML: {error.problem}.", "Look at the line and the one above it."
    )


def _opened(error: yaml.MarkedYAMLError, source: Source, first_line: int) -> tuple[Related, ...]:
    """Where the bracket or quote that is not closed stands."""
    if not any(word in (error.context or "") for word in ("flow sequence", "flow mapping", "quoted")):
        return ()
    return (Related(_character(error.context_mark, source, first_line), "opened here"),)
