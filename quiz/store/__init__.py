"""SQLite through sqlite-utils.

- ``opening``: the file, its lock and its transactions; ``schema``: the tables, as steps.
- ``reading``: the file read as it is, and nothing written; ``glance``: what is due, in a few queries.
- ``catalogue``: banks and files; ``questions``: writing their questions; ``content``: JSON text.
- ``damage``: rows that make no sense.
- ``log``: the events, and ``edits`` those of answers changed in a bank; ``states``: what follows from
  them for each card.
- ``life``: all events of one card; ``derived``: the tables that follow from the log, held against it.
- ``candidates``: which cards could be asked; ``waiting``: due ones, to be ranked; ``figures``: counts;
  ``durations``: how long answers took.
- ``plans``: what a learner plans, pauses and backlogs among it.

The names below are loaded when they are first used: ``glance`` has to answer before sqlite-utils
could even be loaded.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
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

_HOMES = {
    "candidates": ("Candidate", "Scope"),
    "catalogue": ("BankRow", "Change", "FileRow"),
    "log": ("Step",),
    "opening": ("Store", "open_copy", "open_store", "sitting_lock"),
}


def __getattr__(name: str) -> object:
    for module, names in _HOMES.items():
        if name in names:
            from importlib import import_module  # noqa: PLC0415 - see above

            return getattr(import_module(f"quiz.store.{module}"), name)
    raise AttributeError(name)
