"""Turns what pydantic finds into an author's words: one table, one function."""

from types import NoneType
from typing import Any

from brainspec.diagnostic import Code
from brainspec.diagnostic.nearest import did_you_mean
from brainspec.model import findings
from brainspec.model.fields import shape_name

Words = tuple[Code, str, str]

# pydantic's error type to our code, message and help; `{name}` is the field, `{given}` its shape.
TABLE: dict[str, tuple[Code, str, str]] = {
    "missing": (findings.MISSING_FIELD, "The field `{name}` is missing.", "Add `{name}:`."),
    "extra_forbidden": (findings.UNKNOWN_FIELD, "There is no field `{name}` here.", "{near}"),
    "string_type": (findings.WRONG_TYPE, "`{name}` must be a text, not {given}.", "{quote}"),
    "int_type": (findings.WRONG_TYPE, "`{name}` must be a whole number, not {given}.", "Write digits without quotes."),
    "int_from_float": (findings.WRONG_TYPE, "`{name}` must be a whole number.", "Write it without a fraction."),
    "float_type": (findings.WRONG_TYPE, "`{name}` must be a number, not {given}.", "Write it without quotes."),
    "bool_type": (findings.WRONG_TYPE, "`{name}` must be true or false, not {given}.", "Write `true` or `false`."),
    "dict_type": (
        findings.WRONG_TYPE,
        "`{name}` must be a mapping, not {given}.",
        "Write `key: value` lines below it.",
    ),
    "tuple_type": (findings.WRONG_TYPE, "`{name}` must be a list, not {given}.", "Write it in `[` and `]`."),
    "model_type": (findings.WRONG_TYPE, "`{name}` must be a mapping, not {given}.", "Write its fields below it."),
    "model_attributes_type": (
        findings.WRONG_TYPE,
        "`{name}` must be a mapping, not {given}.",
        "Write its fields below it.",
    ),
    "shape": (findings.WRONG_TYPE, "`{name}` must be {shapes}, not {given}.", "Change its form."),
    "literal_error": (findings.BAD_VALUE, "`{name}` cannot be `{value}`.", "It is {expected}."),
    "string_pattern_mismatch": (findings.BAD_VALUE, "`{name}` cannot be `{value}`.", "It must match {pattern}."),
    "string_too_short": (findings.BAD_VALUE, "`{name}` is empty.", "Write at least {min_length} character."),
    "string_too_long": (findings.BAD_VALUE, "`{name}` is too long.", "Write at most {max_length} characters."),
    "greater_than_equal": (findings.BAD_VALUE, "`{name}` is too small.", "It must be at least {ge}."),
    "less_than_equal": (findings.BAD_VALUE, "`{name}` is too large.", "It must be at most {le}."),
}


def rewrite(error: Any, siblings: list[str]) -> Words:
    """Code, message and help for one pydantic error; `siblings` are the fields known at that place."""
    code, message, help_ = TABLE[error["type"]]
    value = error.get("input")
    name = next((str(part) for part in reversed(error["loc"]) if isinstance(part, str) and part[:1] != "<"), "it")
    known = {**error.get("ctx", {}), "name": name, "value": value, "given": _article(shape_name(value))}
    known["near"] = did_you_mean(name, siblings, f"Known here: {', '.join(siblings)}." if siblings else "Remove it.")
    known["quote"] = (
        f'Quote it: "{_written(value)}".' if not isinstance(value, dict | list | NoneType) else "Write a text."
    )
    if error["type"] == "extra_forbidden" and value is None:
        help_ = "A value in `{{}}` or `[]` that holds a comma needs quotes."  # the rest of the value became a key
    return code, message.format_map(known), help_.format_map(known)


def _article(shape: str) -> str:
    return shape if shape == "nothing" else f"a {shape}"


def _written(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
