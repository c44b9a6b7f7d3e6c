"""Turns what pydantic finds into an author's words: one table, one function."""

import json
from typing import Any, get_args

import brainspec.model.findings as findings
from brainspec.diagnostic import Code
from brainspec.diagnostic.nearest import did_you_mean
from brainspec.document import Pointer
from brainspec.model.fields import FieldName, RequirementNumber, Slug, Version, shape_name

Words = tuple[Code, str, str]

KEY = "[key]"
"""What pydantic puts behind the place of a key that is wrong itself."""

_TAGS = frozenset(f"<{shape}>" for shape in ("text", "number", "flag", "mapping", "list", "nothing"))
_LONGEST = 80
_FORMS = {
    Slug: "It has lower-case letters and digits in groups joined by single hyphens, a letter first.",
    FieldName: "It has lower-case letters, digits and `_`, no digit first.",
    Version: "It has three numbers, such as 0.2.0.",
    RequirementNumber: "It has three capitals, a hyphen and three digits, such as OBS-004.",
}
_WORDS_OF_PATTERNS = {one.pattern: words for form, words in _FORMS.items() for one in get_args(form)[1:]}

# pydantic's error type to our code, message and help; `{name}` is the field, `{given}` its shape.
TABLE: dict[str, tuple[Code, str, str]] = {
    "missing": (findings.MISSING_FIELD, "The field `{name}` is missing.", "Add `{name}:`."),
    "extra_forbidden": (findings.UNKNOWN_FIELD, "There is no field `{name}` here.", "{near}"),
    "string_type": (findings.WRONG_TYPE, "`{name}` must be a text, not {given}.", "{quote}"),
    "int_type": (findings.WRONG_TYPE, "`{name}` must be a whole number, not {given}.", "Write digits without quotes."),
    "bool_type": (findings.WRONG_TYPE, "`{name}` must be true or false, not {given}.", "Write `true` or `false`."),
    "dict_type": (
        findings.WRONG_TYPE,
        "`{name}` must be a mapping, not {given}.",
        "Write `key: value` lines below it.",
    ),
    "tuple_type": (findings.WRONG_TYPE, "`{name}` must be a list, not {given}.", "Write it in `[` and `]`."),
    "model_type": (findings.WRONG_TYPE, "`{name}` must be a mapping, not {given}.", "Write its fields below it."),
    "shape": (findings.WRONG_TYPE, "`{name}` must be {shapes}, not {given}.", "Change its form."),
    "literal_error": (findings.BAD_VALUE, "`{name}` cannot be `{value}`.", "It is {expected}."),
    "string_pattern_mismatch": (findings.BAD_VALUE, "`{name}` cannot be `{value}`.", "{form}"),
    "string_too_short": (findings.BAD_VALUE, "`{name}` is empty.", "Write at least {min_length} character."),
    "string_too_long": (findings.BAD_VALUE, "`{name}` is too long.", "Write at most {max_length} characters."),
    "greater_than_equal": (findings.BAD_VALUE, "`{name}` is too small.", "It must be at least {ge}."),
    "less_than_equal": (findings.BAD_VALUE, "`{name}` is too large.", "It must be at most {le}."),
}


def rewrite(error: Any, siblings: list[str]) -> Words:
    """Code, message and help for one pydantic error; `siblings` are the fields known at that place."""
    code, message, help_ = TABLE[error["type"]]
    value, name = error.get("input"), _name(error["loc"])
    near = did_you_mean(name, siblings, f"Known here: {', '.join(siblings)}." if siblings else "Remove it.")
    pattern = error.get("ctx", {}).get("pattern", "")
    known = {
        **error.get("ctx", {}),
        "name": name,
        "value": _short(value),
        "given": _article(shape_name(value)),
        "near": near if value is not None else "A value in braces that holds a comma needs quotes.",
        "quote": _quote(value),
        "form": _WORDS_OF_PATTERNS.get(pattern, f"It must match {pattern}."),
    }
    return code, message.format_map(known), help_.format_map(known)


def place_in_file(at: Pointer) -> Pointer:
    """A place of pydantic's as a pointer into the file: without its tags of unions and keys."""
    return tuple(part for part in at if part not in _TAGS and part != KEY)


def _name(at: Pointer) -> str:
    if at[-1:] == (KEY,):
        return f"a key of {_name(at[:-2])}"
    return _short(next((part for part in reversed(place_in_file(at)) if isinstance(part, str)), "it"))


def _article(shape: str) -> str:
    return shape if shape == "nothing" else f"a {shape}"


def _quote(value: Any) -> str:
    if value is None:
        return "Write a text; one that holds a comma needs quotes within braces."
    if isinstance(value, dict | list):
        return "Write a text."
    return f'Quote it: "{str(value).lower() if isinstance(value, bool) else value}".'


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else "nothing" if value is None else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
