"""The words field types are made of: what a text refers to, what is prose, what is a schema."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, PlainValidator, Strict, StringConstraints
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class Model(BaseModel):
    """A mapping in a spec file: closed, strict and immutable."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)


class Ref:
    """Marks a text that names a definition. A bare name is of the first kind; `kind:name` may be any of them."""

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds


@dataclass(frozen=True, slots=True)
class Mark:
    """Marks a value with a meaning of its own: `prose`, `brief`, `clause` or `schema`."""

    name: str


class ByShape:
    """Marks a union whose YAML shape (text, number, flag, mapping or list) decides the member."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A tagged union; tags stand in `<>`, so that places in files can leave them out."""
        members = {f"<{_shape_of_type(member)}>": handler.generate_schema(member) for member in get_args(source)}
        shapes = " or ".join(f"a {tag[1:-1]}" for tag in members)

        def tag(value: Any) -> str:
            return f"<{shape_name(value)}>"

        return core_schema.tagged_union_schema(
            members, tag, custom_error_type="shape", custom_error_message="must be {shapes}",
            custom_error_context={"shapes": shapes},
        )  # fmt: skip


def _shape_of_type(member: Any) -> str:
    origin, arguments = get_origin(member), get_args(member)
    if origin is Annotated:
        return _shape_of_type(arguments[0])
    if origin is Literal:
        return "text"
    return {tuple: "list", dict: "mapping", str: "text", bool: "flag", int: "number", float: "number"}.get(
        origin or member, "mapping"
    )


def shape_name(value: Any) -> str:
    """What an author calls a value of this Python type."""
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, str):
        return "text"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, dict | BaseModel):
        return "mapping"
    return "nothing" if value is None else "list"


Item = TypeVar("Item")
Many = Annotated[tuple[Item, ...], Strict(False)]
"""A list, in order."""

Prose = Annotated[str, Mark("prose"), StringConstraints(min_length=1)]
"""Markdown in which `spec:` links are resolved."""

Brief = Annotated[str, Mark("prose"), Mark("brief"), StringConstraints(min_length=1)]
"""One sentence of at most 100 characters."""

Clause = Annotated[str, Mark("prose"), Mark("clause"), StringConstraints(min_length=1)]
"""A part of a requirement sentence: starts lower-case, ends without a full stop."""

Schema = Annotated[dict[str, Any], Mark("schema")]
"""JSON Schema in the closed subset."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=64)]
FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z_][a-z0-9_]*$", max_length=64)]
Version = Annotated[str, StringConstraints(pattern=r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$")]
RequirementNumber = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}-[0-9]{3}$")]
RequirementId = Annotated[RequirementNumber, Ref("requirement")]
AnyRef = Annotated[str, Ref()]
"""An untyped reference: it says its kind (`machine:run`), or is a requirement id."""


def _checked(*shapes: str) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if shape_name(value) not in shapes:
            raise PydanticCustomError(
                "shape", "must be {shapes}", {"shapes": " or ".join(f"a {one}" for one in shapes)}
            )
        return value

    return check


ExampleRef = Annotated[str, Ref("example")]
"""An example of an event, as `event/example`."""

Number = Annotated[int | float, PlainValidator(_checked("number"), json_schema_input_type=float)]
Scalar = Annotated[
    str | int | float | bool,
    PlainValidator(_checked("text", "number", "flag"), json_schema_input_type=str | float | bool),
]
