"""Finds every marked value (references, prose, schemas) in a definition, wherever its model has one."""

from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from brainspec.document import Pointer
from brainspec.model.fields import Mark, Model, Ref

_SCHEMA = Mark("schema")


class Marked(NamedTuple):
    """A marked value, or (with `is_key`) a marked key."""

    pointer: Pointer
    value: Any
    marks: tuple[Ref | Mark, ...]
    is_key: bool = False


def walk(model: Model) -> list[Marked]:
    """Every value with a `Ref` or `Mark`: its pointer, itself, and its marks. Absent values are left out."""
    found: list[Marked] = []
    _model(model, (), found)
    return found


def _model(model: Model, at: Pointer, found: list[Marked]) -> None:
    written_fields = model.model_fields_set
    for name, written, plan in _plans(type(model)):
        if name in written_fields:
            _value(getattr(model, name), (*at, written), plan, found)


def _value(value: Any, at: Pointer, plan: Any, found: list[Marked]) -> None:
    marks, inner, keys = plan
    if value is None:
        return
    if marks and isinstance(value, str if marks[0] != _SCHEMA else dict):
        found.append(Marked(at, value, marks))
    if isinstance(value, Model):
        _model(value, at, found)
    elif isinstance(value, tuple) and inner:
        for number, item in enumerate(value):
            _value(item, (*at, number), inner, found)
    elif isinstance(value, dict):
        for key, item in value.items():
            if keys:
                found.append(Marked((*at, key), key, keys, is_key=True))
            if inner:
                _value(item, (*at, key), inner, found)


@cache
def _plans(model: type[Model]) -> tuple[tuple[str, str, Any], ...]:
    plans = []
    for name, spec in model.model_fields.items():
        marks = tuple(one for one in spec.metadata if isinstance(one, Ref | Mark))
        own, inner, keys = _plan(spec.annotation)
        if marks or own or inner or keys or _holds_model(spec.annotation):
            plans.append((name, spec.alias or name, (marks + own, inner, keys)))
    return tuple(plans)


def _plan(annotation: Any) -> Any:
    """marks of the value itself, plan of its items, marks of its keys."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        own, inner, keys = _plan(arguments[0])
        return tuple(one for one in arguments[1:] if isinstance(one, Ref | Mark)) + own, inner, keys
    if origin in (Union, UnionType):
        plans = [_plan(one) for one in arguments if one is not NoneType]
        return _merge(plans)
    if origin is tuple:
        return (), _plan(arguments[0]), ()
    if origin is dict:
        return (), _plan(arguments[1]), _plan(arguments[0])[0]
    return (), None, ()


def _merge(plans: list[Any]) -> Any:
    marks = tuple(mark for own, _, _ in plans for mark in own)
    inner = next((inner for _, inner, _ in plans if inner), None)
    keys = next((keys for _, _, keys in plans if keys), ())
    return marks, inner, keys


def _holds_model(annotation: Any) -> bool:
    if get_origin(annotation) is Literal:
        return False
    if isinstance(annotation, type) and not get_args(annotation):
        return issubclass(annotation, Model)
    return any(_holds_model(one) for one in get_args(annotation) if one is not Ellipsis)
