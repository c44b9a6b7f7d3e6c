"""What can be wrong with a scenario before it is run."""

from brainspec.diagnostic import declare

WRONG_EXPECTATION = declare(
    "impossible-expectation",
    "error",
    """
    A scenario step expects what its operation never answers.

    The status is one of the operation's answers or problems, the problem is one it can answer, and a body that
    looks like the pattern fits the type of the answer.

    Bad:
    ```yaml specs/demo/scenarios/read.yaml
    brief: A thing is read.
    steps:
      - {name: read, call: read-thing, expect: {status: 200, body: {nmae: ⟦lamp⟧}}}
    ```
    ```yaml specs/demo/operations/read-thing.yaml
    brief: Read a thing.
    http: GET /v1/demo/thing
    action: things:read
    answers: {"200": {brief: It is there., body: thing}}
    ```
    ```yaml specs/demo/types/thing.yaml
    brief: A thing with a name.
    schema: {type: object, properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    Good:
    ```yaml specs/demo/scenarios/read.yaml
    brief: A thing is read.
    steps:
      - {name: read, call: read-thing, expect: {status: 200, body: {name: lamp}}}
    ```
    ```yaml specs/demo/operations/read-thing.yaml
    brief: Read a thing.
    http: GET /v1/demo/thing
    action: things:read
    answers: {"200": {brief: It is there., body: thing}}
    ```
    ```yaml specs/demo/types/thing.yaml
    brief: A thing with a name.
    schema: {type: object, properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    ```yaml specs/demo/entities/thing.yaml
    brief: A thing.
    as: resource
    actions: {"things:read": {brief: Read it.}}
    ```
    """,
)
