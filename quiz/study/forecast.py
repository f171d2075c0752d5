"""The dry run of a load: what would happen to histories, told before it does."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from quiz.study.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from quiz.store import Store
    from quiz.study.loading import Loaded


class _Enough(Exception):
    """Ends the dry run."""


def forecast(store: Store, roots: Sequence[Path], at: datetime, *, today: date | None = None) -> Loaded:
    """Return what ``load`` with the same arguments would do, which is found by doing it and taking it back.

    Not to be called within a transaction: that one would be taken back with it. Other
    programs wait meanwhile, so it is best done to a copy (``open_copy``).
    """
    with _taken_back(store):
        return load(store, roots, at, today=today)


@contextmanager
def _taken_back(store: Store) -> Iterator[None]:
    with suppress(_Enough), store.transaction():
        yield
        raise _Enough
