"""What running the cases of mappings can find."""

from brainspec.diagnostic import declare

FAILED_MAPPING = declare(
    "failed-mapping-case",
    "error",
    """
    A rule of a mapping does not make of an old line or value what its case says.

    The case of a line rule names fields that the event must have; the line must be read by this rule and not by one
    above it. The case of a value rule names the whole new value, or null where the field is left out.

    Bad:
    ```yaml specs/demo/mappings/old.yaml
    brief: Old lines.
    to: log
    encoding: marker
    rules:
      - id: old-name
        brief: A name was a title.
        marker: TITLE
        to: named
        rename: {title: name}
        cases: [{from: ":::TITLE::: title=x", to: ⟦{name: y}⟧}]
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {marker: {media: text/plain, frame: marker-line}}
    mappings: [old]
    ```
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    Good:
    ```yaml specs/demo/mappings/old.yaml
    brief: Old lines.
    to: log
    encoding: marker
    rules:
      - id: old-name
        brief: A name was a title.
        marker: TITLE
        to: named
        rename: {title: name}
        cases: [{from: ":::TITLE::: title=x", to: {name: x}}]
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {marker: {media: text/plain, frame: marker-line}}
    mappings: [old]
    ```
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    """,
)
UNLISTED_MAPPING = declare(
    "unlisted-mapping",
    "warning",
    """
    A mapping gives events of a stream, and the stream does not name it, so no reader uses its rules.

    Bad:
    ```yaml specs/demo/mappings/old.yaml
    brief: Old lines.
    to: ⟦log⟧
    encoding: marker
    rules: [{id: old-name, brief: A name was a title., marker: TITLE, to: named}]
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {marker: {media: text/plain, frame: marker-line}}
    ```
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    Good:
    ```yaml specs/demo/mappings/old.yaml
    brief: Old lines.
    to: log
    encoding: marker
    rules: [{id: old-name, brief: A name was a title., marker: TITLE, to: named}]
    ```
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {marker: {media: text/plain, frame: marker-line}}
    mappings: [old]
    ```
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    """,
)
