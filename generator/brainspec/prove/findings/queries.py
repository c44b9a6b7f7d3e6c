"""What planning a query can find."""

from brainspec.diagnostic import declare

REFUSED_QUERY = declare(
    "refused-query",
    "error",
    """
    SQLite cannot run a query, or the query does what a query of a spec may not do.

    A query reads the tables it lists, takes bounded time, and gives the same on every run: no clock, no chance, no
    writing, no other file.

    Bad:
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
    sql: ⟦SELECT name, size FROM thigns WHERE name = :name ORDER BY name⟧
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
FULL_SCAN = declare(
    "full-scan",
    "error",
    """
    A query reads a whole table.

    SQLite's plan says SCAN for a declared table. What is quick on a fixture is slow on a year of events.

    Bad:
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
    sql: ⟦SELECT name, size FROM things ORDER BY name⟧
    columns: {name: Its name., size: Its size.}
    cases: [{name: lamp, fixture: day, rows: [[lamp, 3]]}]
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
UNREAD_TABLE = declare(
    "unread-table",
    "error",
    """
    A query lists a table that it does not read.

    Bad:
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
    reads: [things, ⟦places⟧]
    params: {name: {type: text, brief: The name.}}
    sql: SELECT name, size FROM things WHERE name = :name ORDER BY name
    columns: {name: Its name., size: Its size.}
    cases: [{name: lamp, fixture: day, with: {name: lamp}, rows: [[lamp, 3]]}]
    ```
    ```yaml specs/demo/tables/places.yaml
    brief: One row a place.
    columns: {name: {type: text, key: primary, brief: The name.}}
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
WRONG_COLUMNS = declare(
    "wrong-columns",
    "error",
    """
    A query gives other columns than it describes.

    The names and their order are what panels, pages and clients read.

    Bad:
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
    ⟦columns⟧: {name: Its name., weight: Its weight.}
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
