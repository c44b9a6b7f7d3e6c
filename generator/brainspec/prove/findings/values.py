"""What can be wrong with the examples and counterexamples of types and events."""

from brainspec.diagnostic import declare

UNUSABLE_SCHEMA = declare(
    "unusable-schema",
    "error",
    """
    A schema has examples, and no validator can use it.

    Rules find nearly everything that could be wrong in a schema before; this is what is left. Until it is mended no
    example shows anything.
    """,
)
BROKEN_CHANGE = declare(
    "broken-change",
    "error",
    """
    An example is written as a change, and the change cannot be made.

    `base` names another example of the same definition; each pointer of `set` and `remove` leads to a place that the
    base has, but for the last part of one that is set.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 4}
    examples: [{name: short, value: a}]
    counterexamples:
      - {name: long, change: ⟦{base: shrot, set: {"": abcdef}}⟧, refused_by: {keyword: maxLength, at: ""}}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 4}
    examples: [{name: short, value: a}]
    counterexamples:
      - {name: long, change: {base: short, set: {"": abcdef}}, refused_by: {keyword: maxLength, at: ""}}
    ```
    """,
)
EXAMPLE_REFUSED = declare(
    "example-refused",
    "error",
    """
    The schema refuses an example that it should accept.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 4}
    examples: [{name: long, value: ⟦abcdef⟧}]
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 4}
    examples: [{name: long, value: abcd}]
    ```
    """,
)
COUNTEREXAMPLE_ACCEPTED = declare(
    "counterexample-accepted",
    "error",
    """
    The schema accepts a counterexample that it should refuse.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 4}
    counterexamples: [{name: long, value: ⟦abcd⟧, refused_by: {keyword: maxLength, at: ""}}]
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 4}
    counterexamples: [{name: long, value: abcde, refused_by: {keyword: maxLength, at: ""}}]
    ```
    """,
)
REFUSED_OTHERWISE = declare(
    "refused-for-another-reason",
    "error",
    """
    A counterexample is refused by something else than the keyword it names, or by more than that.

    It is a proof only if exactly one keyword at one place refuses it, and only once. What `allOf`, `if` and `$ref` lead
    to refuses by itself; `anyOf`, `oneOf`, `not` and `propertyNames` refuse as a whole; `at` is then the place of the
    object or value they stand for.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 4}
    counterexamples: [{name: long, value: 12345, refused_by: ⟦{keyword: maxLength, at: ""}⟧}]
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 4}
    counterexamples: [{name: long, value: "12345", refused_by: {keyword: maxLength, at: ""}}]
    ```
    """,
)
