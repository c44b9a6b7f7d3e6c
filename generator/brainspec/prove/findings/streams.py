"""What running the cases of streams can find."""

from brainspec.diagnostic import declare

FAILED_ENCODING = declare(
    "failed-encoding-case",
    "error",
    """
    An event is not written as its case says, or what the case says is not read as the event.

    A case gives the fields of an event and what its marker line holds after the envelope. The line is written, the line
    of the case is read, and the JSON form is read; all must agree.

    Bad:
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {marker: {media: text/plain, frame: marker-line}}
    cases: [{name: blank, of: named, event: {name: two words}, marker: ⟦name=two words⟧}]
    ```
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    marker: NAMED
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    Good:
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {marker: {media: text/plain, frame: marker-line}}
    cases: [{name: blank, of: named, event: {name: two words}, marker: 'name="two words"'}]
    ```
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    marker: NAMED
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    """,
)
FAILED_LINE = declare(
    "failed-line-case",
    "error",
    """
    A reader takes a line for something else than its case says.

    A line is `conforming`, `legacy` (a mapping reads it), `rejected`, or `other`, which is no event.

    Bad:
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {marker: {media: text/plain, frame: marker-line}}
    lines: [{name: indented, line: "  :::NAMED::: name=x", is: ⟦rejected⟧}]
    ```
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    marker: NAMED
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    Good:
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {marker: {media: text/plain, frame: marker-line}}
    lines: [{name: indented, line: "  :::NAMED::: name=x", is: other}]
    ```
    ```yaml specs/demo/events/named.yaml
    brief: A thing got its name.
    stream: log
    marker: NAMED
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    """,
)
FAILED_RULE = declare(
    "failed-rule-case",
    "error",
    """
    A rule across lines reports where its case says that it does not, or the other way round.

    Bad:
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    pairs:
      - code: never-ended
        brief: A thing has no end.
        open: started
        close: ended
        key: name
        lacking: close
        level: warning
        fix: Write the end.
        cases: [{events: [started/one, ended/one], found: ⟦true⟧}]
    ```
    ```yaml specs/demo/events/started.yaml
    brief: A thing began.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    examples: [{name: one, value: {name: x}}]
    ```
    ```yaml specs/demo/events/ended.yaml
    brief: A thing ended.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    examples: [{name: one, value: {name: x}}]
    ```
    Good:
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    pairs:
      - code: never-ended
        brief: A thing has no end.
        open: started
        close: ended
        key: name
        lacking: close
        level: warning
        fix: Write the end.
        cases: [{events: [started/one, ended/one], found: false}]
    ```
    ```yaml specs/demo/events/started.yaml
    brief: A thing began.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    examples: [{name: one, value: {name: x}}]
    ```
    ```yaml specs/demo/events/ended.yaml
    brief: A thing ended.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    examples: [{name: one, value: {name: x}}]
    ```
    """,
)
ONE_SIDED = declare(
    "one-sided-rule",
    "error",
    """
    A rule across lines says that it proves something, and its cases show only one side of it.

    A rule that reports nothing proves nothing, and neither does one that always reports: it needs a case with
    `found: true` and one with `found: false`.

    Bad:
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    pairs:
      - code: never-ended
        brief: A thing has no end.
        open: started
        close: started
        key: name
        lacking: close
        level: warning
        fix: Write the end.
        verifies: ⟦[DMO-001]⟧
    ```
    ```yaml specs/demo/events/started.yaml
    brief: A thing began.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    ```
    ```yaml specs/demo/requirements/ends.yaml
    topic: Ends
    brief: Things end.
    requirements: [{id: DMO-001, for: service, subject: a thing, level: may, predicate: end, why: It is over.}]
    ```
    Good:
    ```yaml specs/demo/streams/log.yaml
    brief: What the demo reports.
    encodings: {lines: {media: application/jsonl, frame: json-line}}
    pairs:
      - code: never-ended
        brief: A thing has no end.
        open: started
        close: ended
        key: name
        lacking: close
        level: warning
        fix: Write the end.
        cases: [{events: [started/one], found: true}, {events: [started/one, ended/one], found: false}]
        verifies: [DMO-001]
    ```
    ```yaml specs/demo/events/started.yaml
    brief: A thing began.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    examples: [{name: one, value: {name: x}}]
    ```
    ```yaml specs/demo/events/ended.yaml
    brief: A thing ended.
    stream: log
    emitted: Once for every thing.
    severity: info
    schema: {properties: {name: {type: string, maxLength: 40, description: Its name.}}}
    examples: [{name: one, value: {name: x}}]
    ```
    ```yaml specs/demo/requirements/ends.yaml
    topic: Ends
    brief: Things end.
    requirements: [{id: DMO-001, for: service, subject: a thing, level: may, predicate: end, why: It is over.}]
    ```
    """,
)
