"""The sub-page of tables: columns, indexes, search, how long rows are kept, and the SQL."""

from typing import Any

from brainspec.emit.markdown import fence, folded, table_text
from brainspec.emit.pages.sub_page import SubPage, index_row
from brainspec.emit.views.definitions import links, opening
from brainspec.emit.views.storage import columns_table
from brainspec.model import Definition
from brainspec.model.storage import Retention, Table
from brainspec.registry import Proved
from brainspec.semantics.ddl import table_ddl
from brainspec.semantics.prose import Page, linked, resolved
from brainspec.semantics.typography import code, listed

TOKENIZERS = {
    "prose": "as natural language",
    "code": "by words as they are",
    "substring": "by any three letters",
}


def _section(proved: Proved, page: Page, one: Definition[Any]) -> dict[str, str]:
    body: Table = one.body
    indexes = (
        (", ".join(map(code, each.columns)), links(page, each.serves, "query", "operation")) for each in body.indexes
    )
    return {
        **opening(proved, page, one),
        "columns": columns_table(page, one),
        "indexes": table_text(("Index", "Serves"), indexes),
        "search": _search(page, body),
        "retention": table_text(("Rows", "Kept", "Why"), (_retention(page, each) for each in body.retention)),
        "ddl": folded("SQL for SQLite", fence("sql", table_ddl(proved.registry, one))),
    }


def _search(page: Page, body: Table) -> str:
    if body.search is None:
        return ""
    columns = listed([code(column) for column in body.search.columns])
    return f"{resolved(page, body.search.brief)} Columns: {columns}, read {TOKENIZERS[body.search.tokenizer]}."


def _retention(page: Page, one: Retention) -> tuple[str, str, str]:
    which = f"{code(one.class_)}: {code(one.where)}" if one.where else code(one.class_)
    if one.keep is None:
        return which, "for ever", resolved(page, one.why or "")
    setting = page.registry.need(one.keep, page.capability, "setting")
    since = f" after {code(one.by)}" if one.by else ""
    return which, f"{linked(page, setting)}{since}", resolved(page, one.why or setting.body.why)


PAGE = SubPage(
    "table",
    "tables",
    "tables",
    "Where {capability} keeps what it knows.",
    ("Table", "What it holds"),
    index_row,
    _section,
)
