"""SQLite tables, indexes and full-text search from `tables/*.yaml`.

A searched table `events` has an FTS5 table `events_search` beside it that indexes the same texts without storing them;
triggers keep the two together. It joins on `row_id`, an integer key of its own, because SQLite renumbers rows without
one. Needs SQLite 3.37.
"""

from collections.abc import Iterator

from brainspec.model import Definition
from brainspec.model.storage import Index, Search, Table
from brainspec.registry import Registry
from brainspec.semantics.columns import StoredColumn, stored_columns

ROW_ID = "row_id"
NEVER_AGAIN = " PRIMARY KEY AUTOINCREMENT"
"""A number that was purged is not given a second time: somebody may have kept it as a place to continue from."""
# Words are kept apart by everything that is no letter or digit, in texts and in searches, and a searched word is a
# phrase (see `search`). So `loop.sh` finds workers/ralph/loop.sh, also before a full stop; were `.`, `-` and `/` part
# of words, it would find neither. `code` leaves words as they are, `prose` also finds other endings of a word.
TOKENIZERS = {
    "prose": "porter unicode61 remove_diacritics 2",
    "code": "unicode61 remove_diacritics 0",
    "substring": "trigram",
}
_AFFINITIES = {
    "text": "TEXT", "integer": "INTEGER", "number": "REAL", "flag": "INTEGER", "timestamp": "TEXT", "json": "TEXT",
    "bytes": "BLOB",
}  # fmt: skip
# An absent value passes CHECK where the condition is NULL; json_valid is 0 for it in some versions.
_CHECKS = {"flag": " CHECK ({name} IN (0, 1))", "json": " CHECK ({name} IS NULL OR json_valid({name}))"}
_WORDS = {
    "add", "all", "alter", "and", "as", "autoincrement", "between", "case", "check", "collate", "commit",
    "constraint", "create", "default", "deferrable", "delete", "distinct", "drop", "else", "escape", "except",
    "exists", "foreign", "from", "group", "having", "in", "index", "insert", "intersect", "into", "is", "isnull",
    "join", "limit", "not", "nothing", "notnull", "null", "on", "or", "order", "primary", "references", "returning",
    "select", "set", "table", "then", "to", "transaction", "union", "unique", "update", "using", "values", "when",
    "where",
}  # fmt: skip


def ddl(registry: Registry, capability: str) -> str:
    """The whole schema of a capability as SQL; empty when it has no tables."""
    return "\n".join(table_ddl(registry, one) for one in registry.of_kind("table", capability))


def table_ddl(registry: Registry, table: Definition[Table]) -> str:
    """The SQL of one table with its indexes, its search and the triggers that keep it."""
    return "".join(f"{one};\n" for one in statements(registry, table))


def statements(registry: Registry, table: Definition[Table]) -> Iterator[str]:
    """The SQL of one table, statement by statement."""
    lines = ",\n".join(f"  {line}" for line in _lines(registry, table))
    yield f"CREATE TABLE {table_name(table)} (\n{lines}\n) STRICT"
    for index in table.body.indexes:
        unique = "UNIQUE " if index.unique else ""
        columns = ", ".join(map(quoted, index.columns))
        yield f"CREATE {unique}INDEX {index_name(table, index)} ON {table_name(table)} ({columns})"
    if table.body.search:
        yield from _search(table, table.body.search)


def table_name(table: Definition[Table]) -> str:
    """The name of a table in SQL."""
    return quoted(table.id.name.replace("-", "_"))


def search_name(table: Definition[Table]) -> str:
    """The name of the full-text table beside a table."""
    return f"{table.id.name.replace('-', '_')}_search"


def index_name(table: Definition[Table], index: Index) -> str:
    """The name of an index: its table and its columns."""
    return "_".join((table.id.name.replace("-", "_"), *index.columns))


def quoted(name: str) -> str:
    """A name as SQL takes it; words of the language need quotes."""
    return f'"{name}"' if name in _WORDS else name


def row_key(table: Definition[Table]) -> str:
    """The column by which full-text search finds its row: an integer key of the table, or `row_id`."""
    keys = [name for name, one in table.body.columns.items() if one.key == "primary"]
    is_integer = len(keys) == 1 and table.body.columns[keys[0]].type == "integer"
    return keys[0] if is_integer else ROW_ID


def _lines(registry: Registry, table: Definition[Table]) -> Iterator[str]:
    stored = stored_columns(registry, table)
    keys = [name for name, one in table.body.columns.items() if one.key == "primary"]
    has_row_id = table.body.search is not None and row_key(table) == ROW_ID
    if has_row_id:
        yield f"{ROW_ID} INTEGER PRIMARY KEY"
    for name, column in stored.items():
        alone = NEVER_AGAIN if name == row_key(table) else " PRIMARY KEY"
        key = "" if name not in keys or len(keys) > 1 else " UNIQUE" if has_row_id else alone
        yield _column(registry, table, column, key)
    if len(keys) > 1:
        yield f"{'UNIQUE' if has_row_id else 'PRIMARY KEY'} ({', '.join(map(quoted, keys))})"


def _column(registry: Registry, table: Definition[Table], column: StoredColumn, key: str) -> str:
    authored = table.body.columns[column.name]
    is_required = column.is_required or authored.key == "primary"
    unique = " UNIQUE" if authored.key == "unique" else ""
    check = _CHECKS.get(column.type, "").format(name=quoted(column.name))
    named = f"{quoted(column.name)} {_AFFINITIES[column.type]}{' NOT NULL' if is_required else ''}{key}{unique}{check}"
    if not authored.references:
        return named
    other = registry.need(authored.references, table.id.capability, "table")
    target = [name for name, one in other.body.columns.items() if one.key == "primary"]
    return f"{named} REFERENCES {table_name(other)} ({', '.join(map(quoted, target))})"


def _search(table: Definition[Table], search: Search) -> Iterator[str]:
    own, texts, key = table_name(table), search_name(table), quoted(row_key(table))
    columns = [quoted(one) for one in search.columns]
    listed = ", ".join(columns)
    prefix = f",\n  prefix='{' '.join(map(str, search.prefix))}'" if search.prefix else ""
    yield (
        f"CREATE VIRTUAL TABLE {texts} USING fts5(\n  {listed},\n  content='{own}', content_rowid='{key}',\n"
        f"  tokenize='{TOKENIZERS[search.tokenizer]}'{prefix}\n)"
    )
    fresh, gone = (", ".join(f"{row}.{one}" for one in columns) for row in ("new", "old"))
    new = f"INSERT INTO {texts} (rowid, {listed}) VALUES (new.{key}, {fresh})"  # noqa: S608  (names of ours)
    old = f"INSERT INTO {texts} ({texts}, rowid, {listed}) VALUES ('delete', old.{key}, {gone})"  # noqa: S608
    bodies = {"INSERT": ("insert", [new]), "DELETE": ("delete", [old]), f"UPDATE OF {listed}": ("update", [old, new])}
    for when, (suffix, body) in bodies.items():
        done = "".join(f"  {one};\n" for one in body)
        yield f"CREATE TRIGGER {texts}_{suffix} AFTER {when} ON {own} BEGIN\n{done}END"
