"""What `quiz start` says of a plan to a day that is kept, and what it lets it decide."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from quiz.study import goals
from quiz.ui.words import count

if TYPE_CHECKING:
    from quiz.cli.common import Desk
    from quiz.progress.goal import Aimed
    from quiz.study.limits import Limits
    from quiz.study.pursuing import Pursuit
    from quiz.ui.screen import Screen

MINUTE = 60.0


def pursuit_of(desk: Desk) -> Pursuit | None:
    """Return the plan that is followed today; None without one."""
    if goals.kept(desk.store) is None:
        return None
    from quiz.study.pursuing import pursued  # noqa: PLC0415 - few learners have a plan

    return pursued(desk.store, desk.loaded.banks, desk.clock.now().study_day)


def standing_of(desk: Desk, limits: Limits) -> Aimed | None:
    """Return where the plan stands that these limits follow; None where they follow none.

    In a pause, and while a backlog is cleared, no new cards are left for today.
    """
    if limits.goal is None:
        return None
    from quiz.study import pausing  # noqa: PLC0415 - few learners have a plan

    today, waits = desk.clock.now().study_day, limits.catch_up is not None
    standing = limits.goal.standing(desk.store, today)
    held = waits or pausing.current(desk.store, today) is not None
    return standing._replace(catching_up=waits, new_today=0 if held else standing.new_today)


def tell_end(desk: Desk, screen: Screen) -> None:
    """End a plan whose day is over, and say what was reached."""
    now = desk.clock.now()
    reached = goals.settle(desk.store, desk.loaded.banks, now)
    if reached is not None:
        from quiz.ui.plan import reached_line  # noqa: PLC0415 - few sittings are the first after such a day

        screen.say(reached_line(reached, now.study_day))


def tell_standing(desk: Desk, screen: Screen, limits: Limits) -> None:
    """Say where the plan stands that these limits follow."""
    standing = standing_of(desk, limits)
    if standing is not None:
        from quiz.ui.plan import standing_line  # noqa: PLC0415 - few learners have a plan

        screen.say(standing_line(standing, desk.clock.now().study_day))


def plan_now(desk: Desk) -> Aimed | None:
    """Return where the plan stands that is kept; None without one."""
    today = desk.clock.now().study_day
    goal = pursuit_of(desk)
    return None if goal is None else goal.standing(desk.store, today)


def standing_now(desk: Desk) -> str:
    """Return where the plan stands that is kept, as a sentence; empty without one."""
    standing = plan_now(desk)
    if standing is None:
        return ""
    from quiz.ui.plan import standing_line  # noqa: PLC0415 - few learners have a plan

    return standing_line(standing, desk.clock.now().study_day)


def minutes_by_plan(desk: Desk, screen: Screen, limits: Limits) -> int | None:
    """Return how many minutes the plan has left for today, rounded up; None: there is no limit.

    Where none are left it is asked whether to go on, and 0 is no.
    """
    goal = limits.goal
    seconds = math.inf if goal is None else goal.seconds_left(desk.store, desk.clock.now().study_day)
    if goal is None or seconds == math.inf:
        return None
    if seconds > 0.0:
        return math.ceil(seconds / MINUTE)
    minutes = count(round(goal.goal.aim.seconds / MINUTE), "minute")
    used = f"The plan's time for today, {minutes}, is used up."
    if not screen.attended:
        screen.say(f"{used} `quiz start --minutes N` goes on all the same.")
        return 0
    return None if screen.confirm(f"{used} Go on all the same?", default=False) else 0
