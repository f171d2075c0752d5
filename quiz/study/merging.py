"""Taking in the log of another database: the union of both, and all that follows from it made anew."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from quiz.errors import QuizError
from quiz.store import events

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from quiz.exchange.log_reading import Batch
    from quiz.store import Store


class Merged(NamedTuple):
    """What came of it."""

    new: Mapping[str, int]
    """Rows that were new here, by table; tables without any are absent."""

    known: Mapping[str, int]
    """Rows that were here already."""

    unclaimed: int
    """Answers, of the whole log, to cards that no loaded bank has."""


class CannotMerge(QuizError):
    """A row does not go together with the log that is here; ``what`` says which row, and where it stands."""

    def __init__(self, what: str, reason: str) -> None:
        super().__init__(f"{what} cannot be taken in: {reason}. Nothing was taken in.")


def merge(store: Store, batches: Iterable[Batch], today: date, tell: Callable[[int, int], None]) -> Merged:
    """Write the rows that are not here yet and rebuild what follows from the log, in one transaction.

    ``today`` and ``tell`` are those of ``rebuilding.rebuild_all``. Raises ``CannotMerge``, and
    whatever ``batches`` raises; then nothing is written.
    """
    new, known = Counter[str](), Counter[str]()
    with store.transaction():
        store.db.execute("PRAGMA defer_foreign_keys = ON")
        for batch in batches:
            try:
                taken = events.take_in(store, batch.table, [placed.row for placed in batch.placed])
            except events.Refused as refused:
                what = f"{batch.place(refused.place)}: this row of {batch.table}"
                raise CannotMerge(what, str(refused)) from refused
            new[batch.table] += taken.new
            known[batch.table] += taken.known
        lost = events.dangling(store)
        if lost is not None:
            what = f"{lost.table} `{lost.id}`"
            raise CannotMerge(what, f"its `{lost.column}` is neither in the file nor in your log")
        _rebuild(store, today, tell)
        events.note_waiting(store, events.unclaimed(store))
        return Merged(+new, +known, events.waiting(store))


def claim(store: Store, today: date) -> None:
    """Give cards of banks that came just now the history that waited for them in a log taken in.

    Costs one look where nothing waits.
    """
    before = events.waiting(store)
    if before and (left := events.unclaimed(store)) < before:
        _rebuild(store, today, lambda _done, _total: None)
        events.note_waiting(store, left)


def _rebuild(store: Store, today: date, tell: Callable[[int, int], None]) -> None:
    from quiz.study.rebuilding import rebuild_all  # noqa: PLC0415 - every load looks here, few have to rebuild

    rebuild_all(store, today, tell)
