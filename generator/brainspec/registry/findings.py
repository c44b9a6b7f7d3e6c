"""What can be wrong with how definitions name each other."""

from brainspec.diagnostic import declare

UNKNOWN_REFERENCE = declare(
    "unknown-reference",
    "error",
    """
    A reference names a definition that does not exist.

    Bad:
    ```yaml specs/demo/types/pair.yaml
    brief: Two names.
    schema: {type: array, maxItems: 2, items: {$ref: ⟦nmae⟧}}
    ```
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/pair.yaml
    brief: Two names.
    schema: {type: array, maxItems: 2, items: {$ref: name}}
    ```
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """,
)
UNKNOWN_EXAMPLE = declare(
    "unknown-example",
    "error",
    """
    A series of events names an example that its event does not have.

    Write `event/example`, such as `tool-end/passed`.

    Bad:
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    pairs:
      - code: never-ended
        brief: A start has no end.
        open: start
        close: end
        key: name
        lacking: close
        level: warning
        fix: Write the end, too.
        cases: [{events: [⟦start/frist⟧], found: true}]
    ```
    ```yaml specs/demo/events/start.yaml
    brief: Something started.
    stream: log
    emitted: At the start.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: What started.}}}
    examples: [{name: first, value: {name: a}}]
    ```
    ```yaml specs/demo/events/end.yaml
    brief: Something ended.
    stream: log
    emitted: At the end.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: What ended.}}}
    ```
    Good:
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    pairs:
      - code: never-ended
        brief: A start has no end.
        open: start
        close: end
        key: name
        lacking: close
        level: warning
        fix: Write the end, too.
        cases: [{events: [start/first], found: true}]
    ```
    ```yaml specs/demo/events/start.yaml
    brief: Something started.
    stream: log
    emitted: At the start.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: What started.}}}
    examples: [{name: first, value: {name: a}}]
    ```
    ```yaml specs/demo/events/end.yaml
    brief: Something ended.
    stream: log
    emitted: At the end.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: What ended.}}}
    ```
    """,
)
UNKNOWN_PART = declare(
    "unknown-part",
    "error",
    """
    A link points to a part of a schema that is not there.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    note: It has at most [](⟦spec:type:name#/maxLenght⟧) characters.
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    note: It has at most [](spec:type:name#/maxLength) characters.
    schema: {type: string, maxLength: 40}
    ```
    """,
)
DUPLICATE_ID = declare(
    "duplicate-id",
    "error",
    """
    Two definitions have the same id.

    Types and events share one space of names, because both become schemas.

    Bad:
    ```yaml specs/demo/settings/limits.yaml
    topic: Limits
    brief: Limits of the demo.
    settings:
      - {id: most, brief: The most things., value: 10, fixed: true, why: Ten fit on a page.}
      - {id: ⟦most⟧, brief: The most things again., value: 12, fixed: true, why: Twelve are a dozen.}
    ```
    Good:
    ```yaml specs/demo/settings/limits.yaml
    topic: Limits
    brief: Limits of the demo.
    settings:
      - {id: most, brief: The most things., value: 10, fixed: true, why: Ten fit on a page.}
    ```
    """,
)
NO_PROJECT = declare(
    "no-project",
    "error",
    """
    There is no usable specs/project.yaml.

    It says the format, the title and the order of capabilities; without it nothing can be built.
    """,
)
NO_CAPABILITY = declare(
    "no-capability",
    "error",
    """
    A folder holds definitions and has no usable capability.yaml.

    The capability file gives the version, the requirement prefix and the page of everything in its folder.
    """,
)

# Codes about something that is not there, or that stands in a file that was not read.
ABSENT = (UNKNOWN_REFERENCE, UNKNOWN_EXAMPLE, UNKNOWN_PART, NO_PROJECT, NO_CAPABILITY)
