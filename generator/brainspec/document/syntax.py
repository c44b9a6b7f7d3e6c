"""Says what is wrong with YAML that does not parse, in the author's words."""

import yaml

from brainspec.diagnostic import Code, Diagnostic, Span
from brainspec.document import findings
from brainspec.document.source import Source

_QUOTE = "Put the value in quotes."


def explain(error: yaml.MarkedYAMLError, source: Source, text: str, first_line: int) -> Diagnostic:
    """The diagnostic for a parser error; lines are those of the whole file."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Diagnostic(findings.BAD_SYNTAX, "The text is not YAML.", Span(source.path))
    lines = text.split("\n")
    written = lines[mark.line] if mark.line < len(lines) else ""
    code, message, help_ = _words(error, written, mark.column)
    line, column = mark.line + first_line + 1, mark.column + 1
    return Diagnostic(code, message, Span(source.path, line, column, line, column + 1), help_)


def _words(error: yaml.MarkedYAMLError, line: str, column: int) -> tuple[Code, str, str]:
    problem, here = error.problem or "", line[column : column + 1]
    if "\t" in line[: len(line) - len(line.lstrip())] or "tab character" in problem:
        return findings.TAB, "A tab indents this line.", "Indent with two spaces."
    if "cannot start any token" in problem:
        return findings.UNQUOTED, f"A value cannot start with `{here}`.", _QUOTE
    if "mapping values are not allowed" in problem:
        return findings.UNQUOTED, "A value holds `: `, or the line is indented too far.", _QUOTE
    if "unexpected end of stream" in problem and "quoted" in (error.context or ""):
        return findings.BAD_SYNTAX, "A quote is opened and never closed.", "Close the quote."
    if "did not find expected ',' or" in problem:
        return (
            findings.BAD_SYNTAX,
            "A `[` or `{` is opened and never closed.",
            "Close it, or quote the value.",
        )
    if "did not find expected key" in problem:
        return (
            findings.UNQUOTED,
            "This does not continue the mapping above it.",
            "Align the keys; quote a value that starts with `[`.",
        )
    if "escape character" in problem:
        return (
            findings.BAD_SYNTAX,
            "There is no such escape in a double-quoted text.",
            "Use single quotes, or double the backslash.",
        )
    return findings.BAD_SYNTAX, f"The text is not YAML: {problem}.", "Look at the line and the one above it."
