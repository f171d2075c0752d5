"""What a simulation goes by beside the settings: a pause and a backlog; and a plan that is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.errors import UsageFault
from quiz.study import goals, pausing
from quiz.study.backlog import in_force
from quiz.study.choosing import choose
from quiz.study.pursuing import pursued
from quiz.ui.backlog import catching_up, paused_words
from quiz.ui.words import calendar_day, count

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from quiz.cli.common import Desk
    from quiz.study.limits import Limits


class NoDayLeft(UsageFault):
    """All days before the day of a plan are in a pause."""

    def __init__(self, by: date, until: date) -> None:
        super().__init__(
            f"You are away until {until}, so there is no day of study before {by}. `quiz resume` ends the "
            f"pause, and `--by` takes a day after {until}."
        )


def check_pause(desk: Desk, by: date) -> None:
    """Raise ``NoDayLeft`` where a pause that holds leaves no day before the day of a plan."""
    pause = pausing.current(desk.store, desk.clock.now().study_day)
    if pause is not None and pause.until is not None and by <= pause.until:
        raise NoDayLeft(by, pause.until)


def put_off_words(desk: Desk, limits: Limits) -> Iterator[str]:
    """Yield what is put off by a pause or while a backlog is cleared, as sentences."""
    yield from pause_words(desk, "here as if the pause ended today")
    if limits.catch_up is not None:
        yield catching_up(limits.catch_up.standing(desk.store, desk.clock.now().study_day))


def pause_words(desk: Desk, endless: str) -> Iterator[str]:
    """Yield that a pause holds; ``endless`` is said of one without an end."""
    today = desk.clock.now().study_day
    pause = pausing.current(desk.store, today)
    if pause is not None and pause.until is None:
        yield f"{paused_words(pause, today)}; {endless}."
    elif pause is not None:
        yield f"{paused_words(pause, today)}: nothing is asked before."


def left_out_words(desk: Desk) -> Iterator[str]:
    """Yield that a plan to a day is kept and has no part in the simulation."""
    today = desk.clock.now().study_day
    goal = goals.kept(desk.store)
    if goal is not None and not goal.is_over(today):
        yield (
            f"The plan to {calendar_day(goal.by, today)} is left out of account here: new cards go by your "
            "settings, and nothing is pulled in. `quiz plan` shows what it expects."
        )


def put_off_values(desk: Desk, limits: Limits) -> dict[str, object]:
    """Return the same for JSON: ``paused_until`` is null without a pause, and for one without an end."""
    today = desk.clock.now().study_day
    pause, goal, plan = pausing.current(desk.store, today), goals.kept(desk.store), limits.catch_up
    until = None if pause is None else pause.until
    return {
        "paused_until": None if until is None else str(until),
        "catching_up": None if plan is None else plan.standing(desk.store, today)._asdict(),
        "plan_left_out": None if goal is None or goal.is_over(today) else str(goal.by),
    }


def what_a_pause_takes(desk: Desk, back: date | None) -> Iterator[str]:
    """Yield what a pause takes of a plan to a day and of the days in which a backlog is cleared.

    ``back``: the study day of coming back; None: it is not known.
    """
    today = desk.clock.now().study_day
    goal = pursued(desk.store, desk.loaded.banks, today)
    if goal is not None and today < goal.goal.by:
        yield _of_plan(goal.goal.by, today, back)
    plan = in_force(desk.store, choose(desk.store, desk.loaded.banks), today)
    if plan is not None and back is not None:
        yield f"Catching up does not wait: {_of_backlog(max(plan.days + 1 - plan.day(back), 0))}."


def _of_plan(by: date, today: date, back: date | None) -> str:
    day, days = calendar_day(by, today), (by - today).days
    if back is None:
        return f"Each day away is one less of the {count(days, 'day')} to the day of the plan, {day}."
    if back >= by:
        return f"The plan to {day} has no day left then: all of its {count(days, 'day')} are in the pause."
    lost = (back - today).days
    return (
        f"The plan to {day} loses {lost:,} of its {count(days, 'day')}; `quiz plan --by {by}` says what can "
        "be reached then."
    )


def _of_backlog(days: int) -> str:
    if not days:
        return "its days are over by then"
    return f"{count(days, 'day')} of it {'is' if days == 1 else 'are'} left then"
