"""Sentences on what bends one card's dates: a plan to a day, a pause, an answer before the card was due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.progress.life import Moved
from quiz.ui.backlog import paused_words
from quiz.ui.plan import standing_line
from quiz.ui.words import calendar_day, count, on_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from quiz.progress.life import Answer, Life, Planned

ELSEWHERE = "`quiz start` with the name of its bank asks it all the same"


def early(life: Life) -> Iterator[str]:
    """Yield that the card was asked before it was due on the day of its newest answer, if it was."""
    newest = life.newest
    due_on = None if newest is None else _due_before(life, newest)
    if newest is None or due_on is None or due_on <= newest.day:
        return
    days = count((due_on - newest.day).days, "day")
    if life.plan is not None and life.plan.pulled(newest.day, due_on):
        why = f"the plan to {calendar_day(life.plan.stands.by, life.today)} pulled it in"
    else:
        why = "a plan pulled it in, or you went ahead"
    yield f"It was asked {days} before it was due on {calendar_day(due_on, life.today)}: {why}."


def _due_before(life: Life, newest: Answer) -> date | None:
    """Return when the card was due before the day of its newest answer; None: it was new."""
    before = [answer for answer in life.answers if answer.counts and answer.day < newest.day]
    if not before:
        return None
    first = min(answer.id for answer in life.answers if answer.counts and answer.day == newest.day)
    due_on = before[-1].due_on
    for event in life.events:
        if isinstance(event, Moved) and event.review == before[-1].id and event.id < first:
            due_on = event.due_on
    return due_on


def standings(life: Life) -> Iterator[tuple[str, str]]:
    """Yield a word and sentences for the plan that is about the card, and for the pause that holds."""
    if life.plan is not None and life.plan.about_it:
        said = standing_line(life.plan.stands, life.today)
        yield "plan", " ".join((said, *_may_pull(life, life.plan)))
    if life.paused is not None:
        end = " It is not asked before that." if life.in_use else ""
        yield "pause", f"{paused_words(life.paused, life.today)}.{end}"


def _may_pull(life: Life, plan: Planned) -> Iterator[str]:
    """Yield that the plan may ask the card before it is due, where it may."""
    if life.state is None or life.queued is not None or life.aside is not None or not life.in_use:
        return
    if plan.pulls_from is not None and life.state.due_on >= plan.stands.by > life.today:
        since = max(plan.pulls_from, life.today)
        yield (
            f"This card falls due on its day or later: from {on_day(since, life.today)} on it may be pulled "
            "in, where that brings most for its time."
        )


def waits_for_plan(plan: Planned, today: date) -> str:
    """Return why a new card that a plan is not about is not asked."""
    return (
        f"It waits: while the plan to {calendar_day(plan.stands.by, today)} is kept, only new cards that "
        f"it is about begin; {ELSEWHERE}."
    )
