"""SQLite through sqlite-utils: opening, steps of the schema, catalogue, log, candidates."""

from quiz.store.candidates import Candidate, Scope
from quiz.store.catalogue import BankRow, Change, FileRow
from quiz.store.log import Step
from quiz.store.opening import Store, open_store, sitting_lock

__all__ = [
    "BankRow",
    "Candidate",
    "Change",
    "FileRow",
    "Scope",
    "Step",
    "Store",
    "open_store",
    "sitting_lock",
]
