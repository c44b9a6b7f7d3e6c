"""Why a validator refuses a value: one reason for every keyword that fails at a place."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from jsonschema_rs import Draft202012Validator

from brainspec.document import Pointer
from brainspec.document.document import pointer_text


class Reason(NamedTuple):
    """A keyword that refuses the value at `at` (a JSON Pointer); `says` tells two missing fields apart.

    What `allOf`, `if` and `$ref` lead to refuses by itself; `anyOf`, `oneOf`, `not` and `propertyNames` refuse as a
    whole.
    """

    keyword: str
    at: str
    says: str = ""


def reasons(validator: Draft202012Validator, value: Any) -> list[Reason]:
    """Every reason for which a value is refused, each once; none when it is accepted."""
    found = {
        Reason(_keyword([*error.schema_path], error.kind.name), pointer_text(tuple(error.instance_path)), error.message)
        for error in validator.iter_errors(value)
    }
    return sorted(found)


def named(found: Iterable[Reason]) -> str:
    """Reasons as a person reads them."""
    return ", ".join(dict.fromkeys(f"`{one.keyword}` at {place(one.at)}" for one in found))


def place(at: str) -> str:
    """A JSON Pointer as a person reads it."""
    return f"`{at}`" if at else "the whole value"


def parts(at: str, value: Any) -> Pointer:
    """A JSON Pointer as a pointer into a value, as far as it leads."""
    found: list[str | int] = []
    for text in at.split("/")[1:]:
        part: str | int = text.replace("~1", "/").replace("~0", "~")
        if isinstance(value, list) and text.isdigit() and int(text) < len(value):
            part = int(text)
        elif not (isinstance(value, dict) and part in value):
            break
        found.append(part)
        value = value[part]
    return tuple(found)


def _keyword(path: list[str | int], name: str) -> str:
    """The keyword as an author writes it; the engine has names of its own for some."""
    if name in ("falseSchema", "propertyNames") or not path:
        return {"falseSchema": "false"}.get(name, name)
    return str(path[-1])
