"""Finds what our compiler reads in Markdown: links, inclusions and requirement numbers, never inside code."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_FENCE = r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=fence)[ \t]*$|\Z)"
_SPAN = r"(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)"
_CODE = re.compile(f"{_FENCE}|{_SPAN}", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[(?P<text>[^\[\]]*)\]\(spec:(?P<target>[^()\s]*)\)")
_INCLUDE = re.compile(r"^<!-- include: (?P<words>[^\n]*?) -->[ \t]*$", re.MULTILINE)
_NUMBER = re.compile(r"(?<![A-Za-z0-9/#:-])[A-Z]{3}-[0-9]{3}(?![A-Za-z0-9-])")
# What every token has; most texts have none.
_SIGN = re.compile(r"spec:|<!-- include: |[A-Z]{3}-[0-9]{3}")


class Token(NamedTuple):
    """Something in Markdown that refers to a definition: characters `start` to `end` of the text.

    `form` is `link`, `include` or `number`; `target` is the id text with its place in `target_start`;
    `text` is a link's text; `words` are an inclusion's words after the id; `include_form` its first word.
    """

    form: str
    start: int
    end: int
    target: str
    target_start: int
    text: str = ""
    include_form: str = ""
    words: tuple[str, ...] = ()

    @property
    def target_end(self) -> int:
        """Where the id text ends."""
        return self.target_start + len(self.target)


def tokens(text: str) -> list[Token]:
    """The tokens of a text by place; code spans and fences are left alone."""
    if not _SIGN.search(text):
        return []
    return sorted(_tokens(text, without_code(text)), key=lambda token: token.start)


def _tokens(text: str, visible: str) -> Iterator[Token]:
    for match in _INCLUDE.finditer(visible):
        yield _include(match)
    for match in _LINK.finditer(visible):
        yield Token(
            "link", *match.span(), match["target"], match.start("target"), text=text[slice(*match.span("text"))]
        )
    for match in _NUMBER.finditer(_INCLUDE.sub(_blank, _LINK.sub(_blank, visible))):
        yield Token("number", *match.span(), match[0], match.start())


def _include(match: re.Match[str]) -> Token:
    words = [*match["words"].split(), "", ""]
    form, target, rest = words[0], words[1], words[2:]
    at = match.start("words") + len(form) + 1
    return Token("include", *match.span(), target, at, include_form=form, words=tuple(word for word in rest if word))


def without_code(text: str) -> str:
    """The text with blanks for every code span and fence, so that places stay what they are."""
    if "`" not in text and "~~~" not in text:
        return text
    return _CODE.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
