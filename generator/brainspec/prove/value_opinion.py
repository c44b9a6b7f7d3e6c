"""The jsonschema package as a judge of examples and counterexamples."""

from collections.abc import Iterable, Iterator
from typing import Any

from brainspec.diagnostic import Diagnostic
from brainspec.document.document import pointer_text
from brainspec.model import Definition
from brainspec.prove.findings.opinions import DISAGREEMENT
from brainspec.prove.refusal import Reason, named, reasons
from brainspec.registry import Finding, Registry
from brainspec.semantics.examples import counterexamples_of, examples_of
from brainspec.semantics.schemas import InvalidSchema, schema_of, validator

Refusals = frozenset[tuple[str, str]]
"""Keywords and the places they refuse."""


def judge_values(registry: Registry) -> Iterator[Diagnostic]:
    """Where the judge accepts what the compiler refuses, or refuses it for another reason."""
    for kind in ("type", "event"):
        for definition in registry.of_kind(kind):
            if definition.body.examples or definition.body.counterexamples:
                yield from _judge(registry, definition)


def _judge(registry: Registry, definition: Definition[Any]) -> Iterator[Diagnostic]:
    try:
        schema = schema_of(registry, definition)
        check = validator(schema)
    except InvalidSchema:
        return
    judge = _judge_of(schema)
    for field, values in (
        ("examples", examples_of(registry, definition)),
        ("counterexamples", counterexamples_of(registry, definition)),
    ):
        for number, one in enumerate(getattr(definition.body, field)):
            if one.name in values:
                ours = reasons(check, values[one.name])
                message = _difference(one.name, ours, judge, values[one.name])
                if message:
                    help_ = "Say it with keywords that all validators read alike."
                    yield Finding(definition, (field, number, "name"), message, help_).diagnose(DISAGREEMENT)


def _difference(name: str, ours: list[Reason], judge: Any, value: Any) -> str:
    try:
        theirs = _refusals(judge.iter_errors(value))
    except Exception as error:  # whatever stops a judge is an opinion, not the end of the check
        return f"jsonschema cannot judge `{name}`: {type(error).__name__}: {error}"
    if theirs == {(one.keyword, one.at) for one in ours}:
        return ""
    found = named(Reason(keyword, at) for keyword, at in sorted(theirs))
    return f"jsonschema-rs {_words(named(ours))} `{name}`, jsonschema {_words(found)} it."


def _words(refusals: str) -> str:
    return f"refuses ({refusals})" if refusals else "accepts"


def _judge_of(schema: dict[str, Any]) -> Any:
    from jsonschema import Draft202012Validator
    from referencing import Registry as Resources

    return Draft202012Validator(schema, registry=Resources())


def _refusals(errors: Iterable[Any]) -> Refusals:
    return frozenset((_keyword(one), pointer_text(tuple(one.absolute_path))) for one in errors)


def _keyword(error: Any) -> str:
    """The keyword as our engine names it."""
    if error.validator is None:
        return "false"
    path = [*error.absolute_schema_path]
    return "propertyNames" if path[-2:-1] == ["propertyNames"] else str(error.validator)
