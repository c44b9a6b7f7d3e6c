"""What can be wrong with a file before anybody asks what it means."""

from brainspec.diagnostic import declare

LINK_OUTSIDE = declare(
    "link-outside",
    "error",
    """
    A spec file is a symbolic link that leads out of the project.

    The specs must give the same result on every machine, so nothing outside the project is read.
    """,
)
STRAY_FILE = declare(
    "stray-file",
    "error",
    """
    A file under specs/ is neither YAML nor Markdown.

    Only `.yaml` and `.md` files are read; anything else there would look like a spec and be none.
    """,
)
FILE_TOO_LARGE = declare(
    "file-too-large",
    "error",
    """
    A spec file is larger than 1 MiB.

    A file of that size is not something a person reviews, and hostile input must not cost time.
    """,
)
NOT_UTF8 = declare(
    "not-utf8",
    "error",
    """
    A spec file is not UTF-8 text.

    All spec files are UTF-8, so that every reader sees the same characters.
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
    ⟦⟧values: {a: One.}
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
    A key is a list or a mapping instead of a word.

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
    A value has a YAML tag.

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
    An unquoted value means something else to readers of YAML 1.1.

    `no` would be false, `12:30` would be 750, `0123` would be 83, `2026-01-25` a date. Here they are text; quote them,
    so that every tool agrees.

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
