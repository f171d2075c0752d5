"""Plans to a day in words: what is needed and reached, where a kept one stands, how one ended."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from quiz.text import clean_line
from quiz.ui.forecasting import answering_words, number, time_words
from quiz.ui.words import calendar_day, count, percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from quiz.memory.deciding import Outlook
    from quiz.memory.simulation import Day
    from quiz.progress.goal import Aimed, Reached
    from quiz.ui.forecasting import Answering

MOST_GROUPS = 8
SURE = 0.5
"""A difference in cards known that is smaller is none."""


class Given(NamedTuple):
    """Cards that could be given up, and the recall on the day that a minute for them brings."""

    name: str
    new: int
    per_minute: float


class Shown(NamedTuple):
    """A plan as it is told."""

    today: date
    by: date
    minutes: float | None
    """A day at the most; None: no budget."""

    cards: int
    new: int
    plan: Outlook
    free: Outlook | None
    """The same without the budget, where there is one."""

    usual: Sequence[Day]
    """The days when today's settings go on."""

    not_begun: int
    waiting: int
    """Cards that are due on the last day and not asked."""

    given_up: Sequence[Given]
    """The first to be given up first."""

    answering: Answering


def plan_lines(shown: Shown) -> Iterator[str]:
    """Yield a plan in sentences."""
    days = (shown.by - shown.today).days
    new = f"{shown.new:,} new" if shown.new else "none new"
    yield (
        f"Plan to {calendar_day(shown.by, shown.today)}: {count(days, 'day')} of study left, today the "
        f"first; {count(shown.cards, 'card')}, {new}."
    )
    if days == 1:
        yield "Only today is left: no new card can be seen again before that day."
    yield _new(shown)
    yield f"Time: {_time(shown.plan.days)}."
    yield from _pulled(shown)
    yield (
        f"Known on the day: {_known(shown.plan.known, shown.cards)} "
        "(the sum of the chances of recall that morning)."
    )
    yield _without(shown)
    if shown.free is not None:
        yield from _budget(shown, shown.free)
    yield from answering_words(shown.answering)


def _new(shown: Shown) -> str:
    aim = shown.plan.aim
    if not shown.new:
        return "New cards: none, all are begun."
    if not aim.to_begin or not aim.new_days or not round(shown.plan.begun):
        return "New cards: none are begun; there is no time for them."
    last = shown.today + timedelta(days=aim.new_days - 1)
    begun = f"{round(shown.plan.begun):,} of {shown.new:,}"
    told = "all" if not shown.not_begun else begun
    days = shown.plan.days
    first = next((place for place, day in enumerate(days) if round(day.new)), 0)
    if first:  # a pause comes before, or a backlog
        begins = calendar_day(shown.today + timedelta(days=first), shown.today)
        most = max(round(day.new) for day in days)
        ends = calendar_day(last, shown.today)
        return f"New cards: up to {most:,} a day from {begins} until {ends}, {told} in the end."
    ends = "today" if aim.new_days == 1 else f"a day until {calendar_day(last, shown.today)}"
    seen = "; none after that, so that each is seen again" if aim.new_days < aim.days else ""
    return f"New cards: {aim.new_per_day:,} {ends}, {told} in the end{seen}."


def _time(days: Sequence[Day]) -> str:
    minutes = [day.seconds / 60.0 for day in days]
    most = max(minutes)
    if len(minutes) == 1:
        return time_words(most)
    return f"{time_words(sum(minutes) / len(minutes))} a day, {time_words(most)} on the longest day"


def _pulled(shown: Shown) -> Iterator[str]:
    aim = shown.plan.aim
    if not aim.pull_days:
        return
    if aim.pull_days >= aim.days > 1:
        last = "every day"
    else:
        last = "on the last day" if aim.pull_days == 1 else f"on the last {aim.pull_days} days"
    most = (
        "as far as the time reaches"
        if shown.minutes
        else f"up to {time_words(aim.pull_seconds / 60.0)} a day"
    )
    yield (
        f"Pulled in: {last}, reviews that would only fall due on that day or later, those first "
        f"that bring most for their time, {most}."
    )


def _known(known: float, cards: int) -> str:
    return f"{number(known)} of {cards:,}, {percent(known / cards)}"


def _without(shown: Shown) -> str:
    days = shown.usual
    begun = round(sum(day.new for day in days))
    new = f", {begun:,} of {shown.new:,} new cards begun" if shown.new else ""
    within = " in the same minutes" if shown.minutes else ""
    mean = sum(day.seconds for day in days) / 60.0 / len(days)
    return (
        f"Without the plan, as today's settings go on{within}: {_known(days[-1].known, shown.cards)}, "
        f"{time_words(mean)} a day{new}."
    )


def _budget(shown: Shown, free: Outlook) -> Iterator[str]:
    minutes = count(round(shown.minutes or 0), "minute")
    yield f"Without the {minutes}: {_known(free.known, shown.cards)}, with {_time(free.days)}."
    if not shown.not_begun and not shown.waiting:
        yield f"All of it fits into {minutes} a day."
        return
    parts = [f"{count(shown.not_begun, 'new card')} not begun"] if shown.not_begun else []
    parts += [f"{count(shown.waiting, 'card')} due on the last day not asked"] if shown.waiting else []
    yield f"Not all of it fits into {minutes} a day: {', '.join(parts)}."
    if not shown.given_up:
        yield "Give up first the new cards that come last: one brings as much for its time as another."
        return
    yield "Give up first what brings least for its time (cards more known on the day, for each minute):"
    for one in shown.given_up[:MOST_GROUPS]:
        new = f" ({one.new:,} new)" if one.new else ""
        yield f"- {clean_line(one.name)}{new}: {one.per_minute:.2f} a minute"
    if len(shown.given_up) > MOST_GROUPS:
        yield f"and {len(shown.given_up) - MOST_GROUPS:,} more"


def standing_line(aimed: Aimed, today: date) -> str:
    """Return where a plan stands, in one line."""
    day = "today" if aimed.days_left == 0 else calendar_day(aimed.by, today)
    left = f"{count(aimed.days_left, 'day')} left, " if aimed.days_left else ""
    if aimed.has_new:
        done = f"{aimed.begun:,} of {aimed.to_be_begun:,} begun, {_ahead(aimed.ahead)}"
    else:
        done = f"{number(aimed.known)} of {aimed.cards:,} likely known, {_ahead(_whole(aimed))}"
    return f"Plan to {day}: {left}{done}."


def _ahead(cards: int) -> str:
    if not cards:
        return "as planned"
    return f"{abs(cards):,} {'ahead' if cards > 0 else 'behind'}"


def _behind(aimed: Aimed) -> bool:
    return (aimed.ahead if aimed.has_new else _whole(aimed)) < 0


def _whole(aimed: Aimed) -> int:
    return round(aimed.known - aimed.expected)


def standing_lines(aimed: Aimed, today: date) -> Iterator[str]:
    """Yield where a kept plan stands."""
    yield standing_line(aimed, today)
    yield (
        f"Likely known: {number(aimed.known)} of {aimed.cards:,}; the plan expected {number(aimed.expected)} "
        "by now (sums of chances of recall)."
    )
    yield f"Expected on the day, if all goes by it: {_known(aimed.in_the_end, max(aimed.cards, 1))}."
    if aimed.days_left and _behind(aimed):
        yield f"`quiz plan --by {aimed.by}` says what can be reached from here; `--keep` then follows that."
    if aimed.new_today:
        yield f"Today: {count(aimed.new_today, 'new card')} still to be begun."
    if aimed.minutes_left is not None:
        yield f"Of today's time {number(aimed.minutes_left)} min is left."
    if aimed.catching_up and aimed.has_new:
        yield "A backlog is being cleared: new cards wait until that is done."


def reached_line(reached: Reached, today: date) -> str:
    """Return how a plan ended."""
    likely = f"{number(reached.known)} of {count(reached.cards, 'card')} were likely known that morning"
    apart = reached.known - reached.expected
    if abs(apart) < SURE:
        against = "as expected"
    else:
        more = "more" if apart > 0 else "fewer"
        against = f"{number(abs(apart))} {more} than the {number(reached.expected)} expected"
    return f"The plan to {calendar_day(reached.by, today)} is over: {likely}, {against}."
