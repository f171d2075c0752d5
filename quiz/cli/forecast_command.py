"""``quiz forecast``: what the days to come will ask, and what each desired retention costs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import click

from quiz.cli.bars import progress_bar
from quiz.cli.common import desk, settings_options, show_faults
from quiz.cli.limits import limits_of
from quiz.cli.lines import say
from quiz.cli.put_off import left_out_words, put_off_values, put_off_words
from quiz.cli.retention import tell_unknown_retention
from quiz.cli.retention_range import Retentions, told
from quiz.study.choosing import choose
from quiz.study.forecasting import basis, foresee, workload

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.memory.simulation import Day
    from quiz.settings import Settings
    from quiz.study.forecasting import Basis, Future, Point
    from quiz.ui.forecasting import Answering

DAYS, DAYS_OF_CHOICE, MOST_DAYS = 90, 365, 3_650
DIGITS = 3
MANY_CARD_DAYS = 1_000_000
"""With more cards times days only those points of a range are simulated that words are made of."""

NO_CARDS = "There are no cards to simulate here; `quiz list` shows the banks."


@click.command("forecast")
@click.argument("words", nargs=-1, metavar="[BANK_OR_TAG]...")
@click.option(
    "--days",
    type=click.IntRange(1, MOST_DAYS),
    metavar="N",
    help=f"How far to look [default: {DAYS}, with --retention {DAYS_OF_CHOICE}].",
)
@click.option(
    "--retention",
    "retentions",
    type=Retentions(),
    metavar="FROM..TO",
    help="Show what each desired retention costs, such as 0.80..0.97 or 0.95.",
)
@click.option("--plain", is_flag=True, help="In words, without plots.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, in a layout that stays.")
@settings_options
def command(  # noqa: PLR0913 - one argument for each option
    *,
    settings: Settings,
    words: tuple[str, ...],
    days: int | None,
    retentions: tuple[float, ...] | None,
    plain: bool,
    as_json: bool,
) -> None:
    """Simulate the days to come: reviews, minutes, and how much is recalled.

    It begins with how your cards stand, and goes by your daily limits, your times and your
    ratings, by a pause, and by a backlog that you clear; a kept plan is left out. Nothing is
    written. BANK_OR_TAG narrows it, as if there were no other cards.
    """
    with desk(settings) as opened:
        show_faults(opened.loaded)
        tell_unknown_retention(opened.store, settings)
        scope = choose(opened.store, opened.loaded.banks, words)
        today = opened.clock.now().study_day
        limits = limits_of(opened, new=settings.new_per_day, by_goal=False)
        start = basis(opened.store, scope, today, opened.terms(), limits)
        beside = put_off_values(opened, limits)
        notes = (*put_off_words(opened, limits), *left_out_words(opened))
    telling = Telling(notes=notes, beside=beside, plain=plain, as_json=as_json)
    if retentions is None:
        _forecast(start, days or DAYS, telling)
    else:
        _choice(start, days or DAYS_OF_CHOICE, retentions, settings.desired_retention, telling)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How a simulation is told."""

    notes: tuple[str, ...]
    """What it goes by beside the settings, as sentences."""

    beside: Mapping[str, object]
    """The same for JSON."""

    plain: bool
    as_json: bool


def _forecast(start: Basis, days: int, telling: Telling) -> None:
    future = foresee(start, days)
    if telling.as_json:
        click.echo(json.dumps(_values(future, telling.beside), indent=2))
    elif not start.cards:
        say(NO_CARDS)
    else:
        from quiz.ui.forecasting import Outlook, draw_outlook  # noqa: PLC0415 - rich is not needed for JSON
        from quiz.ui.render import console  # noqa: PLC0415 - likewise

        wanted = [card.desired_retention for card in start.cards]
        outlook = Outlook(
            start.today,
            future.days,
            len(start.cards),
            _new(start),
            future.known_now,
            (min(wanted), max(wanted)),
            _answering(start),
            telling.notes,
        )
        draw_outlook(console(), outlook, plain=telling.plain)


def _choice(start: Basis, days: int, retentions: Sequence[float], own: float, telling: Telling) -> None:
    wanted = sorted({*retentions, *([own] if _within(own, retentions) else [])})
    if len(start.cards) * days > MANY_CARD_DAYS:
        wanted = told(wanted, own)
    with progress_bar("Simulating") as bar:
        points = []
        for number, point in enumerate(workload(start, days, wanted), 1):
            points.append(point)
            bar(number, len(wanted))
    if telling.as_json:
        click.echo(json.dumps(_choice_values(start, days, points, telling.beside), indent=2))
    elif not start.cards:
        say(NO_CARDS)
    else:
        from quiz.ui.forecasting import Choice, Cost, draw_choice  # noqa: PLC0415 - rich is not needed for JSON
        from quiz.ui.render import console  # noqa: PLC0415 - likewise

        choice = Choice(
            days,
            len(start.cards),
            _new(start),
            [Cost(point.desired_retention, point.minutes, point.known) for point in points],
            told(wanted, own),
            own,
            any(card.desired_retention != own for card in start.cards),
            _answering(start),
            telling.notes,
        )
        draw_choice(console(), choice, plain=telling.plain)


def _within(own: float, retentions: Sequence[float]) -> bool:
    """Whether the learner's own stands beside what was asked for: within a range, and beside few."""
    return len(retentions) == 1 or retentions[0] < own < retentions[-1]


def _new(start: Basis) -> int:
    return sum(card.memory is None for card in start.cards)


def _answering(start: Basis) -> Answering:
    from quiz.ui.forecasting import Answering  # noqa: PLC0415 - rich is not needed for JSON

    return Answering(start.rules.habits.seconds, start.answers)


def _head(start: Basis) -> dict[str, object]:
    habits = start.rules.habits
    return {
        "layout": 1,
        "today": str(start.today),
        "cards": len(start.cards),
        "new_cards": _new(start),
        "habits": {
            "own_answers": start.answers,
            "seconds": {name: round(value, DIGITS) for name, value in habits.seconds._asdict().items()},
            "first_ratings": _rounded(habits.first),
            "ratings_when_recalled": _rounded(habits.later),
            "ratings_on_the_day_of_again": _rounded(habits.repeat),
        },
    }


def _rounded(values: Sequence[float]) -> list[float]:
    return [round(value, DIGITS) for value in values]


def _values(future: Future, beside: Mapping[str, object]) -> dict[str, object]:
    start = future.basis
    days = [
        {"day": str(start.today + timedelta(days=number)), **_day(day)}
        for number, day in enumerate(future.days)
    ]
    return {
        **_head(start),
        **beside,
        "runs": future.runs,
        "known_now": round(future.known_now, DIGITS),
        "days": days,
    }


def _day(day: Day) -> dict[str, float | None]:
    return {
        "reviews": round(day.reviews, DIGITS),
        "new": round(day.new, DIGITS),
        "answers": round(day.answers, DIGITS),
        "minutes": round(day.seconds / 60.0, DIGITS),
        "true_retention": None if day.retention is None else round(day.retention, DIGITS),
        "known": round(day.known, DIGITS),
        "waiting": round(day.left, DIGITS),
    }


def _choice_values(
    start: Basis, days: int, points: Sequence[Point], beside: Mapping[str, object]
) -> dict[str, object]:
    workload = [
        {
            "desired_retention": point.desired_retention,
            "minutes_a_day": round(point.minutes, DIGITS),
            "reviews_a_day": round(point.reviews, DIGITS),
            "known": round(point.known, DIGITS),
        }
        for point in points
    ]
    return {**_head(start), **beside, "days": days, "workload": workload}
