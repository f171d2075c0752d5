"""A year of days in the terminal: a column for each week, a shade for how much was answered."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from quiz.ui.words import calendar_day, count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from quiz.progress.calendar import DayCell

SHADES = "·░▒▓█"
"""By level, from no answer to the busiest quarter of the days: told apart by how full they are."""

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SIDE = 4
"""Columns for the names of the days."""

LEGEND = f"{SHADES[0]} no answer, {SHADES[1:]} from few to many"


def columns_of(weeks: Sequence[Sequence[DayCell]], width: int) -> int:
    """Return how many columns the map takes in so many columns."""
    return min(len(weeks) + SIDE, width)


def heat_lines(weeks: Sequence[Sequence[DayCell]], width: int) -> list[str]:
    """Return the latest weeks that fit: a line of months, then one for each day of the week.

    Months are named above the week in which they begin; days to come are blank.
    """
    shown = weeks[len(weeks) - (columns_of(weeks, width) - SIDE) :]
    rows = [
        f"{name:<{SIDE}}{''.join(SHADES[week[day].level] if day < len(week) else ' ' for week in shown)}"
        for day, name in enumerate(DAY_NAMES)
    ]
    return [f"{'':{SIDE}}{_months(shown)}".rstrip(), *(row.rstrip() for row in rows)]


def _months(weeks: Sequence[Sequence[DayCell]]) -> str:
    line = ""
    for place, week in enumerate(weeks):
        name = f"{week[0].day:%b}"
        begins = week[0].day.day <= len(DAY_NAMES)
        if begins and place + len(name) <= len(weeks) and (not line or place > len(line)):
            line = f"{line:<{place}}{name}"
    return line


def week_lines(weeks: Sequence[Sequence[DayCell]], today: date) -> Iterator[str]:
    """Yield the map in words, the latest week first; weeks without any answer are told together."""
    idle = 0
    for week in reversed(weeks):
        if not any(cell.answers for cell in week):
            idle += 1
            continue
        if idle:
            yield _idle(idle)
            idle = 0
        yield _week(week, today)
    if idle:
        yield _idle(idle)


def _idle(weeks: int) -> str:
    return f"{count(weeks, 'week')} without an answer."


def _week(week: Sequence[DayCell], today: date) -> str:
    monday = week[0].day
    told = ", ".join(f"{cell.day:%a} {cell.answers:,}" for cell in week if cell.answers)
    name = (
        "This week"
        if today - monday < timedelta(len(DAY_NAMES))
        else f"Week of {calendar_day(monday, today)}"
    )
    total = sum(cell.answers for cell in week)
    return f"{name}: {count(total, 'answer')}: {told}."
