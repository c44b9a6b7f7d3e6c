"""What can be wrong with the shape of a definition."""

from brainspec.diagnostic import declare

MISPLACED_FILE = declare(
    "misplaced-file",
    "error",
    """
    A spec file stands at a path where no kind of definition lives.

    Bad:
    ```yaml specs/demo/type/name.yaml
    ⟦⟧brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """,
)
MISSING_FIELD = declare(
    "missing-field",
    "error",
    """
    A field that every definition of this kind has is not there.

    Bad:
    ```yaml specs/demo/types/name.yaml
    ⟦⟧schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """,
)
UNKNOWN_FIELD = declare(
    "unknown-field",
    "error",
    """
    A field is not part of the language at this place.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    ⟦shcema⟧: {type: string, maxLength: 40}
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """,
)
WRONG_TYPE = declare(
    "wrong-type",
    "error",
    """
    A field holds a value of the wrong form: a number where a text belongs, a list where a mapping belongs.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: ⟦12⟧
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: "The 12th name."
    schema: {type: string, maxLength: 40}
    ```
    """,
)
BAD_VALUE = declare(
    "bad-value",
    "error",
    """
    A field holds a value of the right form that is not allowed there.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    since: ⟦one⟧
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    since: 0.1.0
    schema: {type: string, maxLength: 40}
    ```
    """,
)
