"""What can be wrong with a text before anybody asks what it means."""

from brainspec.diagnostic import declare

UNSEEN_CHARACTER = declare(
    "unseen-character",
    "error",
    """
    A file holds a character that nobody sees.

    Control characters, marks of byte order, other ends of lines than the line feed, and marks that turn text round on
    the screen: with each a reviewer reads something else than the tool does. A text that needs one holds it as an
    escape in double quotes.
    """,
)
MERGE_CONFLICT = declare(
    "merge-conflict",
    "error",
    """
    A file still holds the marker lines of a merge conflict.

    Resolve the conflict by hand in specs; generated files are regenerated, never merged.
    """,
)
NO_FRONT_MATTER = declare(
    "no-front-matter",
    "error",
    """
    A guide or skill page does not start with front matter.

    Bad:
    ```markdown specs/demo/guides/use.md
    ⟦⟧# Use
    ```
    Good:
    ```markdown specs/demo/guides/use.md
    ---
    title: Use
    order: 10
    ---
    Use it.
    ```
    """,
)
EMPTY_FILE = declare(
    "empty-file",
    "error",
    """
    A spec file says nothing.

    Bad:
    ```yaml specs/demo/types/name.yaml
    ⟦⟧# nothing yet
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """,
)
NOT_A_MAPPING = declare(
    "not-a-mapping",
    "error",
    """
    A spec file is a list or a single value instead of fields.

    Bad:
    ```yaml specs/demo/types/name.yaml
    ⟦⟧- brief: The name of a thing.
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """,
)
BAD_SYNTAX = declare(
    "bad-syntax",
    "error",
    """
    The text is not YAML.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40
    values⟦:⟧ {a: One.}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """,
)
UNQUOTED = declare(
    "unquoted-value",
    "error",
    """
    A value holds characters that mean something in YAML, and is not quoted.

    A value that starts with a backtick, `@`, `%` or `[`, or that holds a colon and a space, needs quotes.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name⟦:⟧ of a thing.
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: "The name: of a thing."
    schema: {type: string, maxLength: 40}
    ```
    """,
)
TAB = declare(
    "tab-indentation",
    "error",
    """
    A line is indented with a tab.

    YAML forbids tabs there, because their width depends on the editor.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema:
    ⟦\t⟧type: string
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema:
      type: string
      maxLength: 40
    ```
    """,
)
DUPLICATE_KEY = declare(
    "duplicate-key",
    "error",
    """
    A mapping has the same key twice.

    Many readers keep the last one in silence, so half of what the author wrote would be lost.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    ⟦brief⟧: Its name.
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """,
)
BAD_KEY = declare(
    "bad-key",
    "error",
    """
    A key is a list or a mapping, or a bare word that is a switch elsewhere.

    A list or a mapping as a key comes of a value that starts with `[` or `{`: put it in quotes. `on`, `off`, `yes`,
    `no`, `y` and `n` are true or false to readers of YAML 1.1; put them in quotes, too.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {⟦⟧[type]: string}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """,
)
ANCHOR = declare(
    "anchor",
    "error",
    """
    A file uses an anchor, an alias or a merge key.

    They hide where a value was written, and can make a small file explode. Write the value out, or make it a
    definition and refer to it.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: ⟦⟧&text {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """,
)
TAG = declare(
    "tag",
    "error",
    """
    A value has a YAML tag, or the file starts with a directive.

    Types come from the language, never from the file; a tag is also a way to run code in careless readers.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: ⟦⟧!!str The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """,
)
SECOND_DOCUMENT = declare(
    "second-document",
    "error",
    """
    A file holds a second YAML document after `---`.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ⟦⟧---
    brief: Another.
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """,
)
TOO_DEEP = declare(
    "too-deep",
    "error",
    """
    Values are nested deeper than 64 levels.

    No spec needs it, and deep nesting is an attack on parsers.
    """,
)
TOO_MANY_NODES = declare(
    "too-many-values",
    "error",
    """
    One file holds more than 50,000 values.

    Split it; aim at 120 lines a file.
    """,
)
AMBIGUOUS_SCALAR = declare(
    "ambiguous-scalar",
    "warning",
    """
    An unquoted value is text here and something else to other YAML readers.

    To some of them `no` is false, `12:30` is 750, `0123` is 83, `1e3` a number and `2026-01-25` a date. Quote them, so
    that every tool agrees. A number is written with decimal digits, at most 18, without leading zeros.

    Bad:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    since: 0.1.0
    examples: [{name: country, value: ⟦no⟧}]
    ```
    Good:
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    since: 0.1.0
    examples: [{name: country, value: "no"}]
    ```
    """,
)
