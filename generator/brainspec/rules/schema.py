"""Schemas: only keywords that every tool reads alike, each with a value of its form, and nothing fetched."""

from collections.abc import Iterator

from brainspec.diagnostic.nearest import did_you_mean
from brainspec.registry import Finding, Registry
from brainspec.rules.keywords import KEYWORDS, Subschema, authored
from brainspec.rules.rule import rule

Findings = Iterator[Finding]


@rule("error")
def unknown_keyword(registry: Registry) -> Findings:
    """A schema uses a keyword outside the subset of the language.

    The subset is what code generators and validators agree on. `pattern` stands for `format`; a name of our own starts
    with `x-unit`, `x-class`, `x-otel` or `x-since` and with nothing else.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, ⟦maxLenght⟧: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """
    for one in authored(registry):
        for keyword, value in one.schema.items():
            if keyword not in KEYWORDS and value is not None:
                help_ = did_you_mean(keyword, KEYWORDS, "Say it with the keywords docs/reference/language.md lists.")
                message = f"`{keyword}` is no keyword of the language."
                yield Finding(one.definition, (*one.pointer, keyword), message, help_, key=True)


@rule("error")
def unquoted_comma(registry: Registry) -> Findings:
    """A value in braces holds a comma and is not quoted, so its second half became a key.

    In `{description: Wall time, in ms}` YAML sees the keys `description` and `in ms`.

    Bad:
    ```yaml specs/demo/types/wait.yaml
    brief: How long a call waited.
    schema: {type: integer, description: Wall time, ⟦in ms⟧}
    ```
    Good:
    ```yaml specs/demo/types/wait.yaml
    brief: How long a call waited.
    schema: {type: integer, description: "Wall time, in ms"}
    ```
    """
    for one in authored(registry):
        for keyword, value in one.schema.items():
            if value is None and keyword not in ("const", "default"):
                message = f"`{keyword}` has no value here."
                help_ = "Quote the value before it if the comma belongs to the text; else give it a value."
                yield Finding(one.definition, (*one.pointer, keyword), message, help_, key=True)


@rule("error")
def bad_keyword_value(registry: Registry) -> Findings:
    """A keyword of a schema has a value of the wrong form.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: ⟦text⟧, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """
    for one in authored(registry):
        for keyword, value in one.schema.items():
            form = KEYWORDS.get(keyword)
            if form and value is not None and not form.fits(value):
                message = f"`{keyword}` must be {form.words}."
                yield Finding(one.definition, (*one.pointer, keyword), message, "Correct the value.")


@rule("error")
def decimal_multiple(registry: Registry) -> Findings:
    """A `multipleOf` is no whole number.

    Validators compute in binary fractions and disagree whether 0.3 is a multiple of 0.1. Count in the smaller unit.

    Bad:
    ```yaml specs/demo/types/price.yaml
    brief: What a call costs.
    schema: {type: number, minimum: 0, multipleOf: ⟦0.01⟧}
    ```
    Good:
    ```yaml specs/demo/types/price.yaml
    brief: What a call costs, in cents.
    schema: {type: integer, minimum: 0, multipleOf: 5}
    ```
    """
    for one in authored(registry):
        if isinstance(one.schema.get("multipleOf"), float):
            message, help_ = "`multipleOf` must be a whole number.", "Count in a smaller unit."
            yield Finding(one.definition, (*one.pointer, "multipleOf"), message, help_)


_RANGES = (
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
    ("minimum", "maximum"),
    ("minimum", "exclusiveMaximum"),
    ("exclusiveMinimum", "maximum"),
    ("exclusiveMinimum", "exclusiveMaximum"),
)


@rule("error")
def empty_range(registry: Registry) -> Findings:
    """A schema asks for a minimum above its maximum, so that nothing fits.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, minLength: ⟦50⟧, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, minLength: 5, maxLength: 40}
    ```
    """
    for one in authored(registry):
        for least, most in _RANGES:
            low, high = one.schema.get(least), one.schema.get(most)
            if isinstance(low, int | float) and isinstance(high, int | float) and low > high:
                message = f"No value is at least {low} and at most {high}."
                yield Finding(one.definition, (*one.pointer, least), message, "Exchange or correct the two.")


@rule("error")
def unknown_required_field(registry: Registry) -> Findings:
    """A schema requires a field that it does not describe.

    Bad:
    ```yaml specs/demo/types/thing.yaml
    brief: A thing with a name.
    schema:
      type: object
      required: [⟦nmae⟧]
      properties: {name: {type: string, maxLength: 40, description: Its name.}}
    ```
    Good:
    ```yaml specs/demo/types/thing.yaml
    brief: A thing with a name.
    schema:
      type: object
      required: [name]
      properties: {name: {type: string, maxLength: 40, description: Its name.}}
    ```
    """
    for one in authored(registry):
        known = one.schema.get("properties")
        if isinstance(known, dict) and not one.inside and one.definition.id.kind != "event":
            yield from _undescribed(one, known)


def _undescribed(one: Subschema, known: dict[str, object]) -> Findings:
    required = one.schema.get("required")
    for number, name in enumerate(required if isinstance(required, list) else ()):
        if isinstance(name, str) and name not in known:
            help_ = did_you_mean(name, known, "Describe it under `properties`.")
            yield Finding(one.definition, (*one.pointer, "required", number), f"There is no field `{name}`.", help_)
