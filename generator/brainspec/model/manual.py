"""What the models say about themselves: the sentence of every kind and field, read from the source."""

import ast
import inspect
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from brainspec.model.fields import FieldName, Mark, Model, Ref, RequirementNumber, Slug, Version

_SIMPLE = {int: "whole number", float: "number", bool: "true or false", Any: "anything", dict: "mapping"}
_MARKS = {"prose": "Markdown", "brief": "one sentence", "clause": "part of a sentence", "schema": "JSON Schema"}


@dataclass(frozen=True, slots=True)
class FieldManual:
    """A field as an author writes it: name, type in `words`, default (empty: none), what it means, its inner model."""

    name: str
    words: str
    is_required: bool
    default: str
    means: str
    model: type[Model] | None


@dataclass(frozen=True, slots=True)
class ModelManual:
    """A mapping: its name in the source, its sentence, its fields."""

    name: str
    means: str
    fields: tuple[FieldManual, ...]


@cache
def manual(model: type[Model]) -> ModelManual:
    """What a model says about itself."""
    sentences = _sentences(model)
    fields = tuple(_field(name, spec, sentences.get(name, "")) for name, spec in model.model_fields.items())
    return ModelManual(model.__name__, inspect.getdoc(model) or "", fields)


def parts(model: type[Model]) -> list[type[Model]]:
    """The models inside a model, each once, in the order in which fields name them."""
    found: dict[type[Model], None] = {}
    waiting = [model]
    while waiting:
        model = waiting.pop(0)
        if model not in found:
            found[model] = None
            waiting += [field.model for field in manual(model).fields if field.model]
    return list(found)[1:]


def _field(name: str, spec: FieldInfo, means: str) -> FieldManual:
    plain = isinstance(spec.default, str | int | float)
    default = "" if spec.is_required() or not plain else str(spec.default).lower()
    words = _words(spec.annotation, tuple(spec.metadata))
    return FieldManual(spec.alias or name, words, spec.is_required(), default, means, _model_in(spec.annotation))


def _sentences(model: type[Model]) -> dict[str, str]:
    """Field to the text under it, of a model and those it builds on."""
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if issubclass(one, Model) and one is not Model:
            found |= _below_fields(_classes(inspect.getsourcefile(one) or "")[one.__name__])
    return found


@cache
def _classes(path: str) -> dict[str, ast.ClassDef]:
    """The classes of a source file by name."""
    tree = ast.parse(Path(path).read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


def _below_fields(tree: ast.ClassDef) -> dict[str, str]:
    found = {}
    for field, text in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(text, ast.Expr):
            found[field.target.id] = str(ast.literal_eval(text.value))
    return found


def _words(annotation: Any, marks: tuple[Any, ...] = ()) -> str:
    """A type as an author would say it; `marks` is what stands beside it in `Annotated`."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _words(arguments[0], (*marks, *arguments[1:]))
    if origin in (Union, UnionType):
        return _either([_words(one, marks) for one in arguments if one is not NoneType])
    if origin is Literal:
        return " or ".join(f"`{one}`" for one in arguments)
    if origin is tuple:
        return f"list, each {_words(arguments[0])}"
    if origin is dict and arguments[1] is not Any:
        key = _words(arguments[0])
        return f"{_words(arguments[1])}, by {'name' if key == 'text' else key}"
    if _is_model(annotation):
        return f"*{spoken(annotation.__name__)}*"
    return _marked(marks) or _SIMPLE.get(origin or annotation, "text")


def _either(options: list[str]) -> str:
    """Alternatives, each once; every number may be a whole one."""
    if len(options) == 2 and options[1] == f"{options[0]}, by name":
        return f"{options[0]}, one for all or one by name"
    return " or ".join(dict.fromkeys(options)).replace("whole number or number", "number")


def _marked(marks: tuple[Any, ...]) -> str:
    """What marks and constraints say about a text or a mapping."""
    for one in marks:
        if isinstance(one, Ref):
            return f"name of {_article(' or '.join(one.kinds))}" if one.kinds else "reference such as `machine:run`"
    named = [_MARKS[one.name] for one in marks if isinstance(one, Mark)]
    patterns = [str(one.pattern) for one in marks if isinstance(one, StringConstraints) and one.pattern]
    if named:
        return named[-1]
    return _PATTERNS.get(patterns[0], f"text like `{patterns[0]}`") if patterns else ""


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def spoken(name: str) -> str:
    """The name of a model as words: `QueryCase` is `query case`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _pattern_of(alias: Any) -> str:
    return next(str(one.pattern) for one in get_args(alias) if isinstance(one, StringConstraints))


_PATTERNS = {
    _pattern_of(Slug): "kebab-case name",
    _pattern_of(FieldName): "field name",
    _pattern_of(Version): "version such as `0.1.0`",
    _pattern_of(RequirementNumber): "requirement number",
}


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and not get_args(annotation) and issubclass(annotation, Model)


def _model_in(annotation: Any) -> type[Model] | None:
    if _is_model(annotation):
        model: type[Model] = annotation
        return model
    if get_origin(annotation) is Literal:
        return None
    return next((found for one in get_args(annotation) if (found := _model_in(one))), None)
