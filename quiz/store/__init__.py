"""SQLite through sqlite-utils.

- ``opening``: the file, its lock and its transactions; ``schema``: the tables, as steps.
- ``catalogue``: banks and files; ``questions``: writing their questions; ``content``: JSON text.
- ``damage``: rows that make no sense.
- ``log``: the events, and ``edits`` those of answers changed in a bank; ``states``: what follows from
  them for each card.
- ``life``: all events of one card; ``derived``: the tables that follow from the log, held against it.
- ``candidates``: which cards could be asked; ``figures``: counts; ``durations``: how long answers took.
- ``plans``: what a learner plans, pauses and backlogs among it.
"""

from quiz.store.candidates import Candidate, Scope
from quiz.store.catalogue import BankRow, Change, FileRow
from quiz.store.log import Step
from quiz.store.opening import Store, open_copy, open_store, sitting_lock

__all__ = [
    "BankRow",
    "Candidate",
    "Change",
    "FileRow",
    "Scope",
    "Step",
    "Store",
    "open_copy",
    "open_store",
    "sitting_lock",
]
