"""Every table, view and column of the database is told of, and the log's columns are the database's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.logged import LOG, Sort
from quiz.store import open_store
from quiz.store.columns import TABLES, about_column

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.store import Store

OWN = {"_sqlite_migrations"}
TYPES = {Sort.WHOLE: "INTEGER", Sort.REAL: "REAL"}


def tables(store: Store) -> dict[str, list[tuple[str, str, bool]]]:
    names = [*store.db.table_names(), *store.db.view_names()]
    return {
        name: [(row[1], row[2], bool(row[3])) for row in store.db.execute(f"PRAGMA table_info({name})")]
        for name in names
        if name not in OWN
    }


def test_each_table_and_view_is_told_of(tmp_path: Path) -> None:
    with open_store(tmp_path / "quiz.db", now_ms=0) as store:
        there = tables(store)
    assert there.keys() == TABLES.keys()
    for table, columns in there.items():
        for column, _, _ in columns:
            assert about_column(table, column).endswith(".")


def test_the_log_has_the_columns_of_its_tables(tmp_path: Path) -> None:
    with open_store(tmp_path / "quiz.db", now_ms=0) as store:
        there = tables(store)
    for table, logged in LOG.items():
        assert logged.names == tuple(column for column, _, _ in there[table])
        assert [TYPES.get(sort, "TEXT") for _, sort in logged.columns] == [
            kind for _, kind, _ in there[table]
        ]
        assert logged.may_lack == {column for column, _, needed in there[table] if not needed}
