"""What `quiz due` says, and of which banks. Loads nothing, as both of its ways begin here."""

from __future__ import annotations

import os
from datetime import timedelta

TYPE_CHECKING = False  # see quiz/cli/app.py
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date
    from typing import TypedDict

    from quiz.store.glance import Places, Seen

    class Day(TypedDict):
        """A study day, and how many cards fall due on it."""

        day: str
        due: int

    class Due(TypedDict):
        """What is due; see `due_of`."""

        layout: int
        day: str
        due: int
        overdue: int
        new: int
        paused: bool
        paused_until: str | None
        next_due_on: str | None
        days: list[Day]


LAYOUT = 1
MOST_DAYS = 366
FOLDER = "questions"
SOMETHING, NOTHING = 0, 1
"""Exit codes of ``--exit-code``."""


def due_of(seen: Seen, today: date, days: int) -> Due:
    """Return what `quiz due --json` prints, as plain values.

    Days are ISO text. Keys are never left out; new keys may come, one that goes or changes
    raises ``layout``::

        layout        1
        day           the study day
        due           answered cards due today or earlier; `due_today` of `quiz stats --json`
        overdue       those of them due before today
        new           new cards that the day's limits still allow; `new_today` there
        paused        whether a pause holds today
        paused_until  the study day of coming back; null without a pause, or until `quiz resume`
        next_due_on   the first day after today on which a card falls due, or null
        days          [{day, due}]: as many days as `--days` says, else today alone; today's
                      number holds the overdue ones too
    """
    day = today.isoformat()
    by_day = [(today + timedelta(days=ahead)).isoformat() for ahead in range(days)]
    due = _sum(seen.due, lambda when: when <= day)
    return {
        "layout": LAYOUT,
        "day": day,
        "due": due,
        "overdue": _sum(seen.due, lambda when: when < day),
        "new": seen.new,
        "paused": seen.pause is not None,
        "paused_until": seen.pause or None,
        "next_due_on": seen.next_due_on,
        "days": [{"day": when, "due": due if when == day else seen.due.get(when, 0)} for when in by_day],
    }


def _sum(due: Mapping[str, int], counts: Callable[[str], bool]) -> int:
    return sum(number for when, number in due.items() if counts(when))


def told(due: Due, *, days: bool, as_json: bool) -> Iterator[str]:
    """Yield the lines that `quiz due` prints: one, or with ``days`` one for each, or JSON."""
    if as_json:
        import json  # noqa: PLC0415 - three quarters of the time that Python takes to start

        yield json.dumps(due, indent=2)
    elif days:
        yield from (f"{one['day']} {one['due']}" for one in due["days"])
    else:
        yield line(due)


def line(due: Due) -> str:
    """Return ``12 due, 5 new``, without what there is none of, or ``nothing due``; a pause is said behind."""
    counted = ((due["due"], "due"), (due["new"], "new"))
    words = ", ".join(f"{number} {what}" for number, what in counted if number) or "nothing due"
    if not due["paused"]:
        return words
    return f"{words}; paused{' until ' + due['paused_until'] if due['paused_until'] else ''}"


def exit_code(due: Due) -> int:
    """Return ``SOMETHING`` where `quiz start` has something to ask, which it has not while a pause holds."""
    return SOMETHING if (due["due"] or due["new"]) and not due["paused"] else NOTHING


def places_of(named: Sequence[str], data: str, here: Callable[[], str]) -> Places:
    """Return where banks are meant that are in the database already, for ``glance.banks_at``.

    As `quiz.study.places` looks for them, but for the banks that come with the program: the
    places that were named, absolute paths, which are all there is then; ``questions`` in the
    current folder, which ``here`` returns; ``questions`` in the data folder.
    """
    if named:
        return [[_name(path) for path in named], []]
    usual = [f"{folder}{os.sep}{FOLDER}" for folder in (here(), data)]
    return [[_name(path)] for path in usual if os.path.isdir(path)]  # noqa: PTH112 - pathlib is slow to load


def _name(path: str) -> str:
    """Return a path as it stands in the database: as pathlib writes it, and no bytes that are no UTF-8."""
    separator = os.sep
    parts = [part for part in path.split(separator) if part not in ("", ".")]
    whole = f"{separator if path.startswith(separator) else ''}{separator.join(parts)}"
    return os.fsencode(whole).decode(errors="backslashreplace")
