"""What making tables and filling them can find."""

from brainspec.diagnostic import declare

WRONG_REFERENCE = declare(
    "wrong-reference",
    "error",
    """
    A column refers to a table whose key is more than one column.

    Bad:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns:
      name: {type: text, key: primary, brief: The name.}
      shelf: {type: text, references: ⟦shelves⟧, brief: Where it is.}
    ```
    ```yaml specs/demo/tables/shelves.yaml
    brief: One row a shelf.
    columns:
      room: {type: text, key: primary, brief: The room.}
      number: {type: integer, key: primary, brief: Its number.}
    ```
    Good:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns:
      name: {type: text, key: primary, brief: The name.}
      shelf: {type: text, references: shelves, brief: Where it is.}
    ```
    ```yaml specs/demo/tables/shelves.yaml
    brief: One row a shelf.
    columns: {name: {type: text, key: primary, brief: Its name.}}
    ```
    """,
)
REFUSED_SQL = declare(
    "refused-table",
    "error",
    """
    SQLite cannot make a table, or cannot use the condition of a retention.

    A condition is one expression on the columns of the table; it reads, and nothing else.

    Bad:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns: {name: {type: text, key: primary, brief: The name.}, size: {type: integer, brief: How big it is.}}
    retention: [{class: big, where: ⟦size IS⟧, why: Big things stay.}]
    ```
    Good:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns: {name: {type: text, key: primary, brief: The name.}, size: {type: integer, brief: How big it is.}}
    retention: [{class: big, where: size > 10, why: Big things stay.}]
    ```
    """,
)
UNUSED_INDEX = declare(
    "unused-index",
    "warning",
    """
    No query that an index serves uses it.

    SQLite was asked for the plan of each. An index that nothing uses slows down every write.

    Bad:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns: {name: {type: text, key: primary, brief: The name.}, size: {type: integer, brief: How big it is.}}
    indexes: [⟦{columns: [size], serves: ["query:by-name"]}⟧]
    ```
    ```yaml specs/demo/fixtures/day.yaml
    brief: One day with one thing.
    tables: {things: {columns: [name, size], rows: [[lamp, 3]]}}
    ```
    ```yaml specs/demo/queries/by-name.yaml
    brief: The things with a name.
    question: How big is the thing with this name?
    reads: [things]
    params: {name: {type: text, brief: The name.}}
    sql: SELECT name, size FROM things WHERE name = :name ORDER BY name
    columns: {name: Its name., size: Its size.}
    cases: [{name: lamp, fixture: day, with: {name: lamp}, rows: [[lamp, 3]]}]
    ```
    Good:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns: {name: {type: text, key: primary, brief: The name.}, size: {type: integer, brief: How big it is.}}
    ```
    ```yaml specs/demo/fixtures/day.yaml
    brief: One day with one thing.
    tables: {things: {columns: [name, size], rows: [[lamp, 3]]}}
    ```
    ```yaml specs/demo/queries/by-name.yaml
    brief: The things with a name.
    question: How big is the thing with this name?
    reads: [things]
    params: {name: {type: text, brief: The name.}}
    sql: SELECT name, size FROM things WHERE name = :name ORDER BY name
    columns: {name: Its name., size: Its size.}
    cases: [{name: lamp, fixture: day, with: {name: lamp}, rows: [[lamp, 3]]}]
    ```
    """,
)
BROKEN_FIXTURE = declare(
    "broken-fixture",
    "error",
    """
    A row of a fixture does not fit its table.

    A column nobody declared, a value of another type, too few values, or a constraint that the row breaks.

    Bad:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns: {name: {type: text, key: primary, brief: The name.}, size: {type: integer, brief: How big it is.}}
    ```
    ```yaml specs/demo/fixtures/day.yaml
    brief: One day with one thing.
    tables: {things: {columns: [name, size], rows: [[lamp, ⟦three⟧]]}}
    ```
    ```yaml specs/demo/queries/by-name.yaml
    brief: The things with a name.
    question: How big is the thing with this name?
    reads: [things]
    params: {name: {type: text, brief: The name.}}
    sql: SELECT name, size FROM things WHERE name = :name ORDER BY name
    columns: {name: Its name., size: Its size.}
    cases: [{name: lamp, fixture: day, with: {name: lamp}, rows: [[lamp, 3]]}]
    ```
    Good:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns: {name: {type: text, key: primary, brief: The name.}, size: {type: integer, brief: How big it is.}}
    ```
    ```yaml specs/demo/fixtures/day.yaml
    brief: One day with one thing.
    tables: {things: {columns: [name, size], rows: [[lamp, 3]]}}
    ```
    ```yaml specs/demo/queries/by-name.yaml
    brief: The things with a name.
    question: How big is the thing with this name?
    reads: [things]
    params: {name: {type: text, brief: The name.}}
    sql: SELECT name, size FROM things WHERE name = :name ORDER BY name
    columns: {name: Its name., size: Its size.}
    cases: [{name: lamp, fixture: day, with: {name: lamp}, rows: [[lamp, 3]]}]
    ```
    """,
)
