"""What is overdue, backlogs to be cleared and pauses, in words; and the reply to a proposal."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from quiz.text import clean_line
from quiz.ui.replies import Misread
from quiz.ui.words import calendar_day, count, duration, percent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from quiz.progress.away import Away, CatchingUp, Cost

MOST_DAYS = 365
WANTED = "y, n, or a number of days"
MOST_SHOWN = 100
"""So many letters of a question are shown."""


def read_days(text: str, default: int) -> int | None:
    """Return in how many days: yes and nothing typed are ``default``, no and 0 are None. Raises Misread."""
    word = text.strip().casefold()
    if word in ("", "y", "yes"):
        return default
    if word in ("n", "no", "0"):
        return None
    if word.isdecimal() and int(word) <= MOST_DAYS:
        return int(word)
    raise Misread(f"type {WANTED} up to {MOST_DAYS}")


def due_words(due_today: int, overdue: int, since: date | None, today: date) -> str:
    """Return ``12 cards due today, 85 overdue (the oldest since Tue 3 Mar)``: each apart."""
    late = f", {overdue:,} overdue" if overdue else ""
    oldest = f" (the oldest since {calendar_day(since, today)})" if since is not None else ""
    return f"{count(due_today, 'card')} due today{late}{oldest}"


def proposal(overdue: int, days: int, a_day: int, more_ms: int) -> str:
    """Return the question whether a backlog is to be cleared in so many days."""
    return (
        f"{count(overdue, 'card')} are overdue. Clear them in {count(days, 'day')}, {a_day:,} a day beside "
        f"what falls due, {_minutes(more_ms)} more a day? New cards pause until then."
    )


def how_to_catch_up(overdue: int, days: int, a_day: int) -> str:
    """Return what a learner who cannot be asked can do about a backlog."""
    return (
        f"{count(overdue, 'card')} are overdue: `quiz start --catch-up {days}` clears them in "
        f"{count(days, 'day')}, {a_day:,} a day beside what falls due."
    )


def catching_up(standing: CatchingUp) -> str:
    """Return where one stands in clearing a backlog."""
    return (
        f"Catching up: day {standing.day:,} of {standing.days:,}, {standing.left:,} overdue "
        f"{'card' if standing.left == 1 else 'cards'} left, {standing.today:,} of them today. "
        "New cards pause until then."
    )


def cleared(standing_day: int) -> str:
    """Return that a backlog is gone, after so many days."""
    return f"The backlog is cleared, in {count(standing_day, 'day')}. New cards are asked again."


def run_out(days: int, left: int) -> str:
    """Return that the days of a plan are over and some of the backlog is left."""
    return (
        f"The {count(days, 'day')} of catching up are over; {count(left, 'card')} of the backlog "
        f"{'is' if left == 1 else 'are'} left. New cards are asked again."
    )


def paused_words(pause: Away, today: date) -> str:
    """Return since when and until when nothing is asked."""
    since = "from today" if pause.since == today else f"since {calendar_day(pause.since, today)}"
    if pause.until is None:
        return f"Paused {since}, until `quiz resume`"
    left = count((pause.until - today).days, "day")
    return f"Paused {since}, until {calendar_day(pause.until, today)} ({left} left)"


def resumed_words(pause: Away, today: date) -> str:
    """Return that a pause is over, and how many study days it took."""
    days = (today - pause.since).days
    if days < 1:
        return "The pause that began today is over."
    return f"The pause since {calendar_day(pause.since, today)} is over, after {count(days, 'day')}."


def cost_lines(cost: Cost, today: date) -> Iterator[str]:
    """Yield in sentences what a pause costs, but for the cards that it would help to see before."""
    back = calendar_day(today + timedelta(days=cost.days), today)
    late = f", beside {cost.overdue:,} overdue already" if cost.overdue else ""
    fall = f"{count(cost.falls_due, 'card falls', 'cards fall')} due meanwhile"
    waits = "" if cost.overdue + cost.falls_due else " Nothing will wait then."
    yield f"{count(cost.days, 'day')}, back on {back}: {fall}{late}.{waits}"
    if cost.learnt:
        yield (
            f"Of {count(cost.learnt, 'learnt card')} you likely know {cost.known_now:.0f} now and "
            f"{cost.known_then:.0f} then (the sum of their chances of recall)."
        )
    if not waits:
        yield f"To catch up then: {_minutes(round(cost.seconds * 1000))} by your own times."


def helped_lines(cost: Cost) -> Iterator[str]:
    """Yield the cards that keep most recall for the time that they take; nothing when there are none."""
    if cost.helped:
        yield "It would help most to see these before (most recall kept for each minute):"
    for card in cost.helped:
        prompt = clean_line(card.prompt)
        shown = prompt if len(prompt) <= MOST_SHOWN else f"{prompt[: MOST_SHOWN - 1]}…"
        taken = duration(round(card.seconds * 1000))
        yield f"- {shown} (recall then {percent(card.then)}, {percent(card.seen)} if seen; {taken})"


def _minutes(ms: int) -> str:
    """Return ``about 6 minutes``; a time is never less than a minute, as it is a guess."""
    return f"about {count(max(round(ms / 60_000), 1), 'minute')}"
