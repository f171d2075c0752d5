"""Counts, shares, days and times in words that agree in number."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

WHOLE = 100
DAYS_AS_DAYS = 60
DAYS_A_MONTH = 365.25 / 12
MONTHS_AS_MONTHS = 24
MOST_EXACT_POINTS = 100_000


def count(number: int, one: str, many: str | None = None) -> str:
    """Return ``1 card`` or ``2 cards``; ``many`` is the plural where it is not one with an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """Return a share of 0..1 as whole per cent; 0 and 100 are said only of exactly none and all."""
    whole = round(share * WHOLE)
    if 0 < share < 1:
        whole = min(max(whole, 1), WHOLE - 1)
    return f"{whole} %"


def points(value: float) -> str:
    """Return points with at most one digit after the point."""
    return f"{round(value, 1):g}" if value < MOST_EXACT_POINTS else f"{value:,.0f}"


def in_days(days: int) -> str:
    """Return ``today``, ``tomorrow``, ``in 5 days``, from 61 days on months, from two years on years."""
    if days <= 1:
        return "tomorrow" if days == 1 else "today"
    if days <= DAYS_AS_DAYS:
        return f"in {days} days"
    months = round(days / DAYS_A_MONTH)
    return f"in {months} months" if months < MONTHS_AS_MONTHS else f"in {round(months / 12)} years"


def on_day(day: date, today: date) -> str:
    """Return ``today`` or ``tomorrow``, else the day as ``calendar_day`` writes it."""
    distance = (day - today).days
    if distance in (0, 1):
        return in_days(distance)
    return calendar_day(day, today)


def calendar_day(day: date, today: date) -> str:
    """Return the weekday and the day, ``Mon 20 Dec``; with the year when it is not that of ``today``."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%a} {day.day} {day:%b}{year}"


def duration(ms: int) -> str:
    """Return ``45 s``, ``3 min 20 s`` or ``1 h 5 min``; never below ``0 s``."""
    seconds = round(max(ms, 0) / 1000)
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    if hours:
        return f"{hours:,} h {minutes} min"
    if minutes:
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    return f"{rest} s"
