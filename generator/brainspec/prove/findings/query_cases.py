"""What running the cases of a query can find."""

from brainspec.diagnostic import declare

BAD_PARAMETER = declare(
    "broken-parameter",
    "error",
    """
    A query case gives a parameter no value, or one of another type or out of bounds.

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
    columns: {name: Its name., size: Its size.}
    cases: [{name: lamp, fixture: day, with: {name: ⟦7⟧}, rows: [[lamp, 3]]}]
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
FAILED_CASE = declare(
    "failed-query-case",
    "error",
    """
    A query gives other rows than a case of it says.

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
    columns: {name: Its name., size: Its size.}
    cases: [{name: lamp, fixture: day, with: {name: lamp}, rows: ⟦[[lamp, 4]]⟧}]
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
UNSTEADY_ORDER = declare(
    "unsteady-order",
    "error",
    """
    The order of a query's rows depends on the order in which they were stored.

    Each case is run on its rows stored forwards and backwards. End ORDER BY with columns that no two rows share.

    Bad:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns: {name: {type: text, key: primary, brief: The name.}, kind: {type: text, brief: What it is.}}
    indexes: [{columns: [kind], serves: ["query:by-name"]}]
    ```
    ```yaml specs/demo/fixtures/day.yaml
    brief: One day with two lamps.
    tables: {things: {columns: [name, kind], rows: [[desk, lamp], [attic, lamp]]}}
    ```
    ```yaml specs/demo/queries/by-name.yaml
    brief: The things of a kind.
    question: Which lamps are there?
    reads: [things]
    params: {kind: {type: text, brief: The kind.}}
    sql: ⟦SELECT name FROM things WHERE kind = :kind ORDER BY kind⟧
    columns: {name: Its name.}
    cases: [{name: lamps, fixture: day, with: {kind: lamp}, rows: [[desk], [attic]]}]
    ```
    Good:
    ```yaml specs/demo/tables/things.yaml
    brief: One row a thing.
    columns: {name: {type: text, key: primary, brief: The name.}, kind: {type: text, brief: What it is.}}
    indexes: [{columns: [kind], serves: ["query:by-name"]}]
    ```
    ```yaml specs/demo/fixtures/day.yaml
    brief: One day with two lamps.
    tables: {things: {columns: [name, kind], rows: [[desk, lamp], [attic, lamp]]}}
    ```
    ```yaml specs/demo/queries/by-name.yaml
    brief: The things of a kind.
    question: Which lamps are there?
    reads: [things]
    params: {kind: {type: text, brief: The kind.}}
    sql: SELECT name FROM things WHERE kind = :kind ORDER BY name
    columns: {name: Its name.}
    cases: [{name: lamps, fixture: day, with: {kind: lamp}, rows: [[attic], [desk]]}]
    ```
    """,
)
WRONG_COLOUR = declare(
    "wrong-panel-state",
    "error",
    """
    A panel has another colour on a case than the case says.

    The worst row counts.

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
    columns: {name: Its name., size: Its size.}
    panel:
      title: How big
      show: table
      thresholds: {column: size, warn: 3, bad: 10}
      action: Make it smaller.
    cases: [{name: lamp, fixture: day, with: {name: lamp}, rows: [[lamp, 3]], state: ⟦good⟧}]
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
    panel:
      title: How big
      show: table
      thresholds: {column: size, warn: 3, bad: 10}
      action: Make it smaller.
    cases: [{name: lamp, fixture: day, with: {name: lamp}, rows: [[lamp, 3]], state: warn}]
    ```
    """,
)
