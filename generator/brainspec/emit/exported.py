"""JSON Schema of our models and documents, read from their annotations; pydantic's own export agrees (a test holds it).

Written here because the schemas are computed on every check, and pydantic takes a quarter of a second for them.
"""

import inspect
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints

from pydantic import PlainValidator
from pydantic.fields import FieldInfo
from typing_extensions import is_typeddict

from brainspec.artefact import banner
from brainspec.model import Model
from brainspec.model.manual import manual
from brainspec.semantics.schemas import DIALECT

Schema = dict[str, Any]
Metadata = tuple[Any, ...]
_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}
_CONSTRAINTS = {
    "pattern": "pattern",
    "min_length": "minLength",
    "max_length": "maxLength",
    "ge": "minimum",
    "le": "maximum",
}


def exported(root: type, title: str, identity: str, source: str) -> Schema:
    """The schema of a model or typed dictionary, closed: what is not declared is not allowed."""
    met = [root]
    head = {"$schema": DIALECT, "$id": identity, "$comment": banner(source, "exported-schema"), "title": title}
    whole, *inner = [(one.__name__, _object(one, met)) for one in met]
    return head | whole[1] | ({"$defs": dict(sorted(inner))} if inner else {})


def _object(one: type, met: list[type]) -> Schema:
    """The schema of one class; classes it mentions are added to `met`."""
    fields = _fields(one, met)
    required = [name for name, (is_required, _) in fields.items() if is_required]
    return {
        "description": inspect.getdoc(one),
        "type": "object",
        **({"required": required} if required else {}),
        "properties": {name: schema for name, (_, schema) in fields.items()},
        "additionalProperties": False,
    }


def _fields(one: type, met: list[type]) -> dict[str, tuple[bool, Schema]]:
    if issubclass(one, Model):
        means = {field.name: field.means for field in manual(one).fields}
        written = {spec.alias or name: spec for name, spec in one.model_fields.items()}
        return {
            name: (spec.is_required(), {"description": means[name], **_field(spec, met)})
            for name, spec in written.items()
        }
    hints = get_type_hints(one, include_extras=True)
    return {name: (get_origin(hint) is not NotRequired, _schema(hint, (), met)) for name, hint in hints.items()}


def _field(spec: FieldInfo, met: list[type]) -> Schema:
    schema = _schema(spec.annotation, tuple(spec.metadata), met)
    return schema | ({"default": spec.default} if isinstance(spec.default, bool | str | int) else {})


def _schema(annotation: Any, metadata: Metadata, met: list[type]) -> Schema:
    origin, arguments = get_origin(annotation), get_args(annotation)
    replaced = next((one.json_schema_input_type for one in metadata if isinstance(one, PlainValidator)), None)
    if replaced is not None:
        return _schema(replaced, (), met)
    if origin is Annotated:
        return _schema(arguments[0], (*arguments[1:], *metadata), met)
    if origin is NotRequired:
        return _schema(arguments[0], metadata, met)
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(one, metadata if one is not NoneType else (), met) for one in arguments]}
    if origin is Literal:
        return {"type": _TYPES[type(arguments[0])], "enum": list(arguments)}
    if origin in (tuple, list):
        return {"type": "array", "items": _schema(arguments[0], (), met)}
    if origin is dict:
        return _mapping(arguments[0], arguments[1], met)
    return _named(annotation, met) | (_constraints(metadata) if annotation in _TYPES else {})


def _mapping(key: Any, value: Any, met: list[type]) -> Schema:
    """A mapping; the pattern of its keys, if there is one, is the only way in."""
    keys, values = _schema(key, (), met), _schema(value, (), met)
    if "pattern" not in keys:
        return {"type": "object", "additionalProperties": values or True}
    lengths = {keyword: keys[keyword] for keyword in ("minLength", "maxLength") if keyword in keys}
    names = {"propertyNames": lengths} if lengths else {}
    return {"type": "object", **names, "patternProperties": {keys["pattern"]: values}, "additionalProperties": False}


def _named(annotation: Any, met: list[type]) -> Schema:
    if annotation is Any:
        return {}
    if annotation in _TYPES:
        return {"type": _TYPES[annotation]}
    if annotation is dict:
        return {"type": "object"}
    if not (is_typeddict(annotation) or issubclass(annotation, Model)):
        raise TypeError(f"{annotation} has no JSON Schema here")
    if annotation not in met:
        met.append(annotation)
    return {"$ref": f"#/$defs/{annotation.__name__}"}


def _constraints(metadata: Metadata) -> Schema:
    found: Schema = {}
    for one in metadata:
        inner = tuple(one.metadata) if isinstance(one, FieldInfo) else ()
        found |= _constraints(inner)
        named = {keyword: getattr(one, name, None) for name, keyword in _CONSTRAINTS.items()} if not inner else {}
        found |= {keyword: value for keyword, value in named.items() if value is not None}
    return found
