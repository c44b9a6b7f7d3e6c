"""The field names a model knows at some place inside it; for near misses and manuals."""

from typing import Any, get_args

from brainspec.document import Pointer
from brainspec.model.fields import Model


def written_names(model: type[Model]) -> list[str]:
    """The names of a model's fields as authors write them."""
    return [spec.alias or name for name, spec in model.model_fields.items()]


def fields_at(model: type[Model], at: Pointer) -> list[str]:
    """The names known at a pointer below a model; empty where no model is."""
    models = [model]
    for part in at:
        models = [found for one in models for found in _below(one, part)]
    return sorted({name for one in models for name in written_names(one)})


def _below(model: type[Model], part: str | int) -> list[type[Model]]:
    if isinstance(part, int):
        return [model]
    for name, spec in model.model_fields.items():
        if (spec.alias or name) == part:
            return models_in(spec.annotation)
    return [model]


def models_in(annotation: Any) -> list[type[Model]]:
    """Every model class an annotation mentions."""
    if isinstance(annotation, type) and not get_args(annotation):
        return [annotation] if issubclass(annotation, Model) else []
    return [found for one in get_args(annotation) for found in models_in(one)]
