"""Storage: tables, shared rows, and queries on them."""

from typing import Annotated, Any, Literal

from pydantic import Field

from brainspec.model.described import Described
from brainspec.model.fields import (
    Brief,
    ByShape,
    FieldName,
    Many,
    Model,
    Number,
    Prose,
    Ref,
    RequirementId,
    Scalar,
    Slug,
)

ColumnType = Literal["text", "integer", "number", "flag", "timestamp", "json", "bytes"]


class Column(Model):
    """A column; with `field` it takes type, brief and class from the field of what the table holds."""

    field: FieldName | None = None
    """The field it holds."""
    type: ColumnType | None = None
    """Its type, without `field`."""
    key: Literal["primary", "unique"] | None = None
    """Whether it identifies the row."""
    required: bool = False
    """Whether every row has it."""
    brief: Brief | None = None
    """What it is, without `field`."""
    references: Annotated[str, Ref("table")] | None = None
    """The table whose primary key it holds."""


class Index(Model):
    """An index and the queries that need it."""

    columns: Many[FieldName]
    """Its columns."""
    unique: bool = False
    """Whether no two rows agree in them."""
    serves: Many[Annotated[str, Ref("query", "operation")]]
    """The queries whose plan uses it."""


class Search(Model):
    """Full-text search over columns."""

    columns: Many[FieldName]
    """The searched columns."""
    tokenizer: Literal["prose", "code", "substring"]
    """`prose` also finds other endings, `code` only the word as it is, `substring` any three letters."""
    prefix: Many[int] = ()
    """Lengths of prefixes that are indexed."""
    brief: Brief
    """What it is for."""


class Retention(Model):
    """How long rows of a class are kept, in the order in which classes are tried."""

    class_: Slug = Field(alias="class")
    """The class (written `class`)."""
    keep: Annotated[str, Ref("setting")] | None = None
    """The setting with the time; without one the rows are kept for ever, and `why` says why."""
    by: FieldName | None = None
    """The column whose age counts."""
    purge: Literal["hourly", "daily"] | None = None
    """How often old rows are removed."""
    where: str | None = None
    """The rows of the class, as SQL."""
    why: Prose | None = None
    """The reason."""


class Table(Described):
    """A table (`tables/`)."""

    holds: Annotated[str, Ref("stream", "type", "event")] | None = None
    """What one row is an instance of."""
    columns: dict[FieldName, Column]
    """Its columns."""
    indexes: Many[Index] = ()
    """Its indexes."""
    search: Search | None = None
    """Its full-text search."""
    retention: Many[Retention] = ()
    """How long rows are kept."""


class Rows(Model):
    """Rows of one table."""

    defaults: dict[FieldName, Any] = {}
    """Values every row has unless it says otherwise."""
    columns: Many[FieldName]
    """The columns of the rows below."""
    rows: Many[Many[Any]]
    """The rows."""


class Entity(Model):
    """A principal, group or resource of a fixture."""

    id: str
    """Its id, `kind:name`."""
    in_: Many[str] = Field(default=(), alias="in")
    """The groups it is in (written `in`)."""
    attributes: dict[str, Any] = {}
    """Its attributes."""


class Fixture(Described):
    """One believable day, shared by queries, panels, scenarios and policies (`fixtures/`)."""

    tables: dict[Annotated[str, Ref("table")], Rows] = {}
    """Table to rows."""
    entities: Many[Entity] = ()
    """Principals, groups and resources."""


class QueryParameter(Model):
    """A named value of a query."""

    type: Literal["text", "integer", "number", "timestamp", "search"]
    """Its type; a `search` text is quoted by the compiler, so that any text is legal."""
    brief: Brief
    """What it is."""
    default: Scalar | None = None
    """Its value when not given."""
    minimum: int | None = None
    """The smallest allowed value."""
    maximum: int | None = None
    """The largest allowed value."""


class Engines(Model):
    """SQL that differs by engine; only full-text search needs it."""

    sqlite: str
    """For SQLite."""
    postgresql: str
    """For PostgreSQL."""


class Thresholds(Model):
    """When a panel changes colour."""

    column: FieldName
    """The column that is compared; the worst row counts."""
    warn: Number
    """The value from which the panel warns."""
    bad: Number
    """The value from which it is bad."""
    below: bool = False
    """Whether smaller values are worse."""


class Panel(Model):
    """A query as a panel of the dashboard."""

    title: str
    """Its title."""
    show: Literal["table", "bar", "line", "number"]
    """How it is drawn."""
    thresholds: Thresholds | None = None
    """When it changes colour."""
    action: Prose
    """What a person does when it is not green."""


class QueryCase(Model):
    """A run of the query on a fixture."""

    name: Slug
    """Its name."""
    fixture: Annotated[str, Ref("fixture")]
    """The rows that go in."""
    with_: dict[FieldName, Any] = Field(default={}, alias="with")
    """Parameters (written `with`)."""
    rows: Many[Many[Any]]
    """The rows that must come out."""
    state: Literal["good", "warn", "bad"] | None = None
    """The colour the panel must have."""
    verifies: Many[RequirementId] = ()
    """The requirements it proves, at most two."""


class Query(Described):
    """A named question with its SQL and executed cases (`queries/`)."""

    question: Prose
    """The question a person asks."""
    reads: Many[Annotated[str, Ref("table")]]
    """The tables it reads."""
    params: dict[FieldName, QueryParameter] = {}
    """Its parameters."""
    sql: Annotated[str | Engines, ByShape()]
    """The SQL, one text for all engines where possible."""
    columns: dict[FieldName, Brief]
    """What each result column is."""
    panel: Panel | None = None
    """Set when it is a panel of the dashboard."""
    cases: Many[QueryCase]
    """Executed runs."""
