"""What running vectors can find."""

from brainspec.diagnostic import declare

REFUSED_VALUE = declare(
    "refused-vector-value",
    "error",
    """
    The input or output of a vector case does not fit the schema of the vector.

    Bad:
    ```yaml specs/demo/vectors/joined.yaml
    brief: Puts two texts together.
    steps: [Write the first text and then the second.]
    version: joined/1
    input: {type: array, minItems: 2, maxItems: 2, items: {type: string}}
    output: {type: string}
    cases:
      - {name: two, in: ⟦[a]⟧, out: ab}
    ```
    Good:
    ```yaml specs/demo/vectors/joined.yaml
    brief: Puts two texts together.
    steps: [Write the first text and then the second.]
    version: joined/1
    input: {type: array, minItems: 2, maxItems: 2, items: {type: string}}
    output: {type: string}
    cases:
      - {name: two, in: [a, b], out: ab}
    ```
    """,
)
UNKNOWN_CASE = declare(
    "unknown-vector-case",
    "error",
    """
    A vector case refers to a case that is not there, or to itself.

    Bad:
    ```yaml specs/demo/vectors/joined.yaml
    brief: Puts two texts together.
    steps: [Write the first text and then the second.]
    version: joined/1
    input: {type: array, minItems: 2, maxItems: 2, items: {type: string}}
    output: {type: string}
    cases:
      - {name: two, in: [a, b], out: ab}
      - {name: again, in: [ab, ""], same_as: ⟦tow⟧}
    ```
    Good:
    ```yaml specs/demo/vectors/joined.yaml
    brief: Puts two texts together.
    steps: [Write the first text and then the second.]
    version: joined/1
    input: {type: array, minItems: 2, maxItems: 2, items: {type: string}}
    output: {type: string}
    cases:
      - {name: two, in: [a, b], out: ab}
      - {name: again, in: [ab, ""], same_as: two}
    ```
    """,
)
EMPTY_CASE = declare(
    "empty-vector-case",
    "error",
    """
    A vector case says nothing about the output.

    Write `out`, `same_as` or `differs_from`.

    Bad:
    ```yaml specs/demo/vectors/joined.yaml
    brief: Puts two texts together.
    steps: [Write the first text and then the second.]
    version: joined/1
    input: {type: array, minItems: 2, maxItems: 2, items: {type: string}}
    output: {type: string}
    cases:
      - ⟦{name: two, in: [a, b]}⟧
    ```
    Good:
    ```yaml specs/demo/vectors/joined.yaml
    brief: Puts two texts together.
    steps: [Write the first text and then the second.]
    version: joined/1
    input: {type: array, minItems: 2, maxItems: 2, items: {type: string}}
    output: {type: string}
    cases:
      - {name: two, in: [a, b], out: ab}
    ```
    """,
)
OPEN_OUTPUT = declare(
    "open-output",
    "error",
    """
    The output of a vector case is still `?`.

    The check prints what the installed algorithm gives; a person pastes it when it is right.

    Bad:
    ```yaml specs/demo/vectors/joined.yaml
    brief: Puts two texts together.
    steps: [Write the first text and then the second.]
    version: joined/1
    input: {type: array, minItems: 2, maxItems: 2, items: {type: string}}
    output: {type: string}
    cases:
      - {name: two, in: [a, b], out: ⟦"?"⟧}
    ```
    Good:
    ```yaml specs/demo/vectors/joined.yaml
    brief: Puts two texts together.
    steps: [Write the first text and then the second.]
    version: joined/1
    input: {type: array, minItems: 2, maxItems: 2, items: {type: string}}
    output: {type: string}
    cases:
      - {name: two, in: [a, b], out: ab}
    ```
    """,
)
FAILED = declare(
    "failed-vector",
    "error",
    """
    An installed algorithm gives another output than a vector says, or fails.

    Either the steps of the vector and the algorithm differ, or the case is wrong.
    """,
)
