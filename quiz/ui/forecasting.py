"""How the days to come are told: plots where they can be read, else lines, and the totals in words."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from quiz.ui.plots import Plot, can_draw, plot_lines
from quiz.ui.render import draw_lines
from quiz.ui.words import count, duration, on_day, percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from rich.console import Console

    from quiz.memory.habits import Seconds
    from quiz.memory.simulation import Day

WEEK = 7
MINUTE = 60
MOST_LINES = 14
EXACT_BELOW = 10.0
ENOUGH_ANSWERS = 200
"""From so many own answers on the usual ones beside them do not count for much."""

USUAL = "what is usual, by published means"


class Answering(NamedTuple):
    """How long answers take, and on how many of the learner's own that rests."""

    seconds: Seconds
    answers: int


class Outlook(NamedTuple):
    """The days to come, from ``today`` on, and what they begin with."""

    today: date
    days: Sequence[Day]
    cards: int
    new: int
    known_now: float
    desired: tuple[float, float]
    """The least and the highest desired retention of the cards, 0..1."""

    answering: Answering
    notes: Sequence[str] = ()
    """What the days go by beside the settings, as sentences."""


class Cost(NamedTuple):
    """What one desired retention costs: minutes a day once it has told, cards known at the end."""

    desired_retention: float
    minutes: float
    known: float


class Choice(NamedTuple):
    """Several desired retentions side by side; ``told`` are those that words are made of."""

    days: int
    cards: int
    new: int
    costs: Sequence[Cost]
    told: Sequence[float]
    own: float
    """The learner's desired retention over all."""

    special: bool
    """Whether that of some banks or tags differs."""

    answering: Answering
    notes: Sequence[str] = ()
    """What the days go by beside the settings, as sentences."""


def draw_outlook(console: Console, outlook: Outlook, *, plain: bool) -> None:
    """Draw the days to come: as plots, or line by line."""
    draw_lines(
        console,
        f"Simulated: {_next(len(outlook.days))}, from how "
        f"{_cards(outlook.cards, outlook.new)} {'stands' if outlook.cards == 1 else 'stand'} today.",
    )
    for note in outlook.notes:
        draw_lines(console, note)
    console.print()
    if plain or not can_draw(console):
        for line in _periods(outlook):
            draw_lines(console, line)
    else:
        for plot in _plots(outlook):
            _draw_plot(console, plot)
    console.print()
    for sentence in totals(outlook):
        draw_lines(console, sentence)


def _next(days: int) -> str:
    return f"the next {count(days, 'day')}" if days > 1 else "today"


def _cards(cards: int, new: int) -> str:
    return f"{count(cards, 'card')} ({f'{new:,}' if new else 'none'} new)"


def _draw_plot(console: Console, plot: Plot) -> None:
    for line in plot_lines(plot, console.width):
        console.print(line, soft_wrap=True)


def _plots(outlook: Outlook) -> Iterator[Plot]:
    last = outlook.today + timedelta(days=len(outlook.days) - 1)
    ends = "today", on_day(last, outlook.today)
    yield Plot("Minutes a day", [day.seconds / 60.0 for day in outlook.days], ends, number)
    yield Plot("Cards asked a day", [day.reviews + day.new for day in outlook.days], ends, number)
    retention = [day.retention for day in outlook.days]
    if all(value is None for value in retention):
        return
    title = "True retention (share of reviews recalled)"
    yield Plot(title, retention, ends, percent, filled=False, low=None, high=1.0)


def _periods(outlook: Outlook) -> Iterator[str]:
    """Yield a line for each so many weeks, that all together are not too many."""
    weeks = -(-len(outlook.days) // (WEEK * MOST_LINES))
    step = WEEK * weeks
    for start in range(0, len(outlook.days), step):
        days = outlook.days[start : start + step]
        first = outlook.today + timedelta(days=start)
        name = _span(first, first + timedelta(days=len(days) - 1), outlook.today)
        shared = f"{time_words(_minutes(days) / len(days))} a day"
        parts = [
            f"{_whole(day_sum(days, 'reviews'), 'review')}",
            f"{round(day_sum(days, 'new')):,} new",
            shared,
        ]
        retention = _retention(days)
        parts += [] if retention is None else [f"{percent(retention)} recalled"]
        yield f"{name}: {', '.join(parts)}"


def _span(first: date, last: date, today: date) -> str:
    ends = on_day(first, today), on_day(last, today)
    return ends[0] if first == last else " to ".join(ends)


def day_sum(days: Sequence[Day], name: str) -> float:
    """Return the sum of one figure over days."""
    return float(sum(getattr(day, name) for day in days))


def _minutes(days: Sequence[Day]) -> float:
    return day_sum(days, "seconds") / 60.0


def _retention(days: Sequence[Day]) -> float | None:
    tested = day_sum(days, "tested")
    return day_sum(days, "recalled") / tested if tested else None


def _whole(value: float, one: str) -> str:
    return count(round(value), one)


def number(value: float) -> str:
    """Return a number with one digit after the point below 10, else whole."""
    return f"{value:.1f}".removesuffix(".0") if round(value, 1) < EXACT_BELOW else f"{value:,.0f}"


def time_words(minutes: float) -> str:
    """Return a time that need not be exact: seconds below a minute, else minutes."""
    seconds = round(minutes * 60.0)
    return f"{seconds} s" if seconds < MINUTE else f"{number(minutes)} min"


def totals(outlook: Outlook) -> Iterator[str]:
    """Yield what the days bring, in sentences."""
    days, today = outlook.days, outlook.today
    asked = [day.reviews + day.new for day in days]
    most = max(range(len(days)), key=lambda place: days[place].seconds)
    busiest = on_day(today + timedelta(days=most), today)
    reviews, new = _whole(day_sum(days, "reviews"), "review"), _whole(day_sum(days, "new"), "new card")
    yield f"Asked: {reviews} and {new}, {number(sum(asked) / len(days))} cards a day."
    spent, longest = duration(round(day_sum(days, "seconds") * 1000)), time_words(days[most].seconds / 60.0)
    most_words = f"; most {busiest}, {longest}" if len(days) > 1 and days[most].seconds else ""
    yield f"Time: {spent}, {time_words(_minutes(days) / len(days))} a day{most_words}."
    retention = _retention(days)
    if retention is not None:
        yield f"True retention: {percent(retention)} of reviews recalled ({_desired(outlook.desired)})."
    yield (
        f"Known: {_share_of(outlook.known_now, outlook.cards)} today, "
        f"{round(days[-1].known):,} after {on_day(today + timedelta(days=len(days) - 1), today)} "
        "(the sum of the chances of recall)."
    )
    yield from _waiting(days)
    yield from answering_words(outlook.answering)


def _share_of(known: float, cards: int) -> str:
    return f"{round(known):,} of {count(cards, 'card')}"


def _desired(desired: tuple[float, float]) -> str:
    least, highest = desired
    told = percent(least) if least == highest else f"{percent(least)} to {percent(highest)} by bank and tag"
    return f"desired: {told}"


def _waiting(days: Sequence[Day]) -> Iterator[str]:
    full = sum(day.left >= 1.0 for day in days)
    if full:
        waiting = round(days[-1].left)
        yield f"Limits: on {count(full, 'day')} cards that are due have to wait; {waiting:,} at the end."


def answering_words(answering: Answering) -> Iterator[str]:
    """Yield what an answer takes, and whether that is the learner's own or supposed."""
    new, right, wrong = (number(seconds) for seconds in answering.seconds)
    times = f"{new} s for a new card, {right} s for a right answer, {wrong} s for a wrong one"
    if not answering.answers:
        yield f"Nothing is answered yet, so times and ratings are supposed to be {USUAL}: {times}."
    elif answering.answers < ENOUGH_ANSWERS:
        own = count(answering.answers, "answer")
        yield f"Times and ratings: from your {own} and, as these are few, from {USUAL}: {times}."
    else:
        yield f"Times and ratings: from your last {count(answering.answers, 'answer')}: {times}."


def draw_choice(console: Console, choice: Choice, *, plain: bool) -> None:
    """Draw what each desired retention costs."""
    cards = _cards(choice.cards, choice.new)
    draw_lines(
        console,
        f"Simulated: {_next(choice.days)} of {cards} at different desired retentions "
        "(the chance of recall at which a card comes back).",
    )
    for note in choice.notes:
        draw_lines(console, note)
    console.print()
    if not plain and can_draw(console) and len(choice.costs) > 1:
        places = [cost.desired_retention for cost in choice.costs]
        ends = percent(places[0]), percent(places[-1])
        minutes = [cost.minutes for cost in choice.costs]
        title = "Minutes a day, by desired retention"
        _draw_plot(console, Plot(title, minutes, ends, number, places=places))
        console.print()
    for sentence in costs(choice):
        draw_lines(console, sentence)


def costs(choice: Choice) -> Iterator[str]:
    """Yield what each desired retention costs, what each step between two does, and how that was found."""
    told = [cost for cost in choice.costs if cost.desired_retention in choice.told]
    for cost in told:
        yours = " (yours)" if cost.desired_retention == choice.own else ""
        name = f"{percent(cost.desired_retention)}{yours}"
        yield f"{name}: {time_words(cost.minutes)} a day, {round(cost.known):,} of {choice.cards:,} known"
    yield ""
    for before, after in pairwise(told):
        yield step_words(before, after, choice.cards)
    yield (
        f"Minutes are those of the second half of the {count(choice.days, 'day')}, when a change has told; "
        "known is the sum of the chances of recall after the last of them."
    )
    if choice.special:
        yield "What you set for some banks or tags is left aside here: all cards are taken alike."
    yield from answering_words(choice.answering)


def step_words(before: Cost, after: Cost, cards: int) -> str:
    """Return what it costs to go from one desired retention to another, and what it brings."""
    more = round(after.known) - round(before.known)
    brings = (
        f"{abs(more):,} {'more' if more > 0 else 'fewer'} known of {cards:,}" if more else "as many known"
    )
    step = f"From {percent(before.desired_retention)} to {percent(after.desired_retention)}"
    return f"{step}: {_times(before.minutes, after.minutes)}, {brings}."


def _times(before: float, after: float) -> str:
    if round(before, 2) <= 0.0:
        return f"{time_words(after)} a day more" if round(after * MINUTE) else "as many minutes"
    ratio = f"{after / before:.1f}".removesuffix(".0")
    return "as many minutes" if ratio == "1" else f"{ratio} times the minutes"
