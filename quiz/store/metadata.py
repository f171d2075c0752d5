"""The database described for Datasette: what each table and column holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quiz.logged import LOG
from quiz.store.columns import TABLES, about_column

if TYPE_CHECKING:
    from quiz.store.opening import Store

HIDDEN = frozenset({"about", "files", "learners", "new_cards", "aside"})
"""What only the program needs; Datasette lists it last, and closed."""


def datasette_metadata(store: Store, database: str) -> dict[str, Any]:
    """Return what Datasette takes as ``--metadata``, for a database file of this name without its ending.

    See "Metadata" in Datasette's documentation.
    """
    return {
        "title": "quiz",
        "description": "The log of answers, what follows from it, and the question banks.",
        "databases": {database: {"tables": {name: _table(store, name) for name in TABLES}}},
    }


def _table(store: Store, table: str) -> dict[str, Any]:
    names = [row[1] for row in store.db.execute(f"PRAGMA table_info({table})")]
    newest = {"sort_desc": "id"} if table in LOG and table != "parameter_sets" else {}
    return {
        "description": TABLES[table],
        "columns": {name: about_column(table, name) for name in names},
        "hidden": table in HIDDEN,
        **newest,
    }
