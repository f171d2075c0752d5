"""``quiz plan``: what is to be done each day to be ready by a day, and how far one is."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import click

from quiz.cli.aiming import standing_of
from quiz.cli.bars import progress_bar
from quiz.cli.common import desk, settings_options, show_problems
from quiz.cli.limits import limits_of
from quiz.cli.lines import say
from quiz.cli.put_off import check_pause, pause_words, put_off_words
from quiz.cli.retention import tell_unknown_retention
from quiz.errors import NotTogether, UsageFault
from quiz.study import goals
from quiz.study.choosing import choose
from quiz.study.proposing import Wanted, checked, propose

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from quiz.cli.common import Desk
    from quiz.memory.aiming import Aim
    from quiz.memory.simulation import Day
    from quiz.progress.goal import Aimed, Reached
    from quiz.settings import Settings
    from quiz.study.proposing import Group, Proposal
    from quiz.ui.plan import Shown

DAY = click.DateTime(["%Y-%m-%d"])
MOST_MINUTES = 24 * 60
DIGITS = 3
NO_CARDS = "There are no cards to plan for here; `quiz list` shows the banks."
NONE_KEPT = (
    "No plan is kept. `quiz plan --by DATE`, with a date such as 2027-01-20, works one out; with `--keep` "
    "`quiz start` follows it."
)
KEPT = "The plan is kept: `quiz start` follows it, `quiz plan` says how it goes, `quiz plan --drop` ends it."
REPLACED = "It takes the place of the plan to {day}."
HOW_TO_KEEP = "Nothing is kept yet: with `--keep` too, `quiz start` follows this plan."
DROPPED = "The plan is dropped; `quiz start` goes by your settings again."


class NeedsDay(UsageFault):
    """Something was said of a plan that has no day."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} says something of a plan that is not there: name its day, as `--by 2027-01-20`."
        )


@click.command("plan")
@click.argument("words", nargs=-1, metavar="[BANK_OR_TAG]...")
@click.option("--by", type=DAY, metavar="DATE", help="The day by which you want to be ready, as 2027-01-20.")
@click.option(
    "--minutes", type=click.IntRange(1, MOST_MINUTES), metavar="M", help="Study M minutes a day at most."
)
@click.option("--keep", is_flag=True, help="Keep the plan: `quiz start` follows it.")
@click.option("--drop", is_flag=True, help="End the plan that is kept.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, in a layout that stays.")
@settings_options
def command(  # noqa: PLR0913 - one argument for each option
    *,
    settings: Settings,
    words: tuple[str, ...],
    by: datetime | None,
    minutes: int | None,
    keep: bool,
    drop: bool,
    as_json: bool,
) -> None:
    """Plan to be ready by a day, such as that of an exam.

    It simulates the days from how your cards stand: how many new cards each day, how long that
    takes, and how much you will likely know on the day. Without `--by` it shows the plan that is kept.
    """
    _check(words, by, minutes, keep=keep, drop=drop)
    with desk(settings) as opened:
        show_problems(opened.loaded.problems)
        if drop:
            _drop(opened, as_json=as_json)
        elif by is None:
            _show(opened, as_json=as_json)
        else:
            _propose(opened, by.date(), words, minutes, keep=keep, as_json=as_json)


def _check(
    words: tuple[str, ...], by: datetime | None, minutes: int | None, *, keep: bool, drop: bool
) -> None:
    """Refuse what does not go together. Raises ``NotTogether`` and ``NeedsDay``."""
    said = {"--by": by, "--minutes": minutes, "--keep": keep, "BANK_OR_TAG": words}
    there = [name for name, value in said.items() if value]
    if drop and there:
        raise NotTogether("--drop", there[0])
    if there and by is None:
        raise NeedsDay(there[0])


def _drop(opened: Desk, *, as_json: bool) -> None:
    goals.drop(opened.store, opened.clock.now())
    if as_json:
        click.echo(json.dumps({"layout": 1, "kept": None}, indent=2))
    else:
        say(DROPPED)


def _show(opened: Desk, *, as_json: bool) -> None:
    """Show the plan that is kept, or how it ended."""
    from quiz.ui.plan import reached_line, standing_lines  # noqa: PLC0415 - rich comes with it

    now = opened.clock.now()
    reached = goals.settle(opened.store, opened.loaded.banks, now)
    goal = goals.kept(opened.store)
    standing = standing_of(opened, limits_of(opened))
    if as_json:
        click.echo(json.dumps(_kept_values(goal, standing, reached), indent=2))
    elif standing is not None:
        waits = pause_words(opened, "the plan's days go on meanwhile")
        for line in (*standing_lines(standing, now.study_day), *waits):
            say(line)
    elif reached is not None:
        say(reached_line(reached, now.study_day))
    elif goal is not None:
        say(f"The plan to {goal.by} is about cards that are not there now. `quiz plan --drop` ends it.")
    else:
        say(NONE_KEPT)


def _propose(  # noqa: PLR0913 - what is wanted, and how it is to be told
    opened: Desk, by: date, words: tuple[str, ...], minutes: int | None, *, keep: bool, as_json: bool
) -> None:
    tell_unknown_retention(opened.store, opened.settings)
    now = opened.clock.now()
    wanted = Wanted(choose(opened.store, opened.loaded.banks, words), checked(by, now.study_day), minutes)
    check_pause(opened, by)
    limits = limits_of(opened, new=opened.settings.new_per_day, by_goal=False)
    with progress_bar("Simulating") as tell:
        found = propose(opened.store, wanted, now.study_day, terms=opened.terms(), limits=limits, tell=tell)
    before = goals.kept(opened.store)
    if found is not None and keep:
        goals.keep(opened.store, found.goal(words), now)
    if as_json:
        click.echo(json.dumps(_values(found, wanted, now.study_day, kept=keep), indent=2))
    elif found is None:
        say(NO_CARDS)
    else:
        _tell(found, put_off_words(opened, limits), keep=keep, before=before)


def _tell(found: Proposal, notes: Iterable[str], *, keep: bool, before: goals.Goal | None) -> None:
    from quiz.ui.plan import plan_lines  # noqa: PLC0415 - rich comes with it

    head, *rest = plan_lines(_shown(found))
    for line in (head, *notes, *rest):
        say(line)
    say(KEPT if keep else HOW_TO_KEEP)
    if keep and before is not None:
        say(REPLACED.format(day=before.by))


def _shown(found: Proposal) -> Shown:
    from quiz.ui.forecasting import Answering  # noqa: PLC0415 - rich comes with it
    from quiz.ui.plan import Given, Shown  # noqa: PLC0415 - likewise

    start = found.start
    return Shown(
        start.today,
        found.by,
        found.minutes,
        len(start.cards),
        found.new,
        found.plan,
        found.free,
        found.usual,
        found.not_begun,
        found.waiting,
        [Given(group.name, group.new, group.per_minute) for group in found.groups],
        Answering(start.rules.habits.seconds, start.answers),
    )


def _kept_values(
    goal: goals.Goal | None, standing: Aimed | None, reached: Reached | None
) -> dict[str, object]:
    kept = None
    if goal is not None:
        kept = {"since": str(goal.since), "by": str(goal.by), "words": [*goal.words], **_aim(goal.aim)}
    return {
        "layout": 1,
        "kept": kept,
        "standing": None if standing is None else _plain(standing._asdict()),
        "reached": None if reached is None else _plain(reached._asdict()),
    }


def _values(found: Proposal | None, wanted: Wanted, today: date, *, kept: bool) -> dict[str, object]:
    head = {"layout": 1, "today": str(today), "by": str(wanted.by), "minutes": wanted.minutes}
    if found is None:
        return {**head, "cards": 0, "new_cards": 0, "plan": None, "kept": False}
    return {
        **head,
        "days": (wanted.by - today).days,
        "cards": len(found.start.cards),
        "new_cards": found.new,
        "known_now": round(found.known_now, DIGITS),
        "plan": {
            **_aim(found.plan.aim),
            **_outcome(found.plan.days),
            "day_by_day": _days(found.plan.days, today),
        },
        "without_plan": _outcome(found.usual),
        "without_budget": None if found.free is None else _outcome(found.free.days),
        "not_begun": found.not_begun,
        "give_up_first": [_group(group) for group in found.groups],
        "own_answers": found.start.answers,
        "kept": kept,
    }


def _aim(aim: Aim) -> dict[str, object]:
    return {
        "new_per_day": aim.new_per_day,
        "new_days": aim.new_days,
        "to_begin": aim.to_begin,
        "pull_days": aim.pull_days,
        "seconds_a_day": round(aim.seconds, DIGITS) if aim.is_limited else None,
    }


def _outcome(days: list[Day]) -> dict[str, object]:
    minutes = [day.seconds / 60.0 for day in days]
    return {
        "known": round(days[-1].known, DIGITS),
        "begun": round(sum(day.new for day in days), DIGITS),
        "minutes_a_day": round(sum(minutes) / len(minutes), DIGITS),
        "longest_day_minutes": round(max(minutes), DIGITS),
        "waiting": round(days[-1].left, DIGITS),
    }


def _days(days: Iterable[Day], today: date) -> list[dict[str, object]]:
    return [
        {
            "day": str(today + timedelta(days=place)),
            "new": round(day.new, DIGITS),
            "reviews": round(day.reviews, DIGITS),
            "minutes": round(day.seconds / 60.0, DIGITS),
            "known": round(day.known, DIGITS),
        }
        for place, day in enumerate(days)
    ]


def _group(group: Group) -> dict[str, object]:
    return {
        "name": group.name,
        "bank": group.bank,
        "cards": group.cards,
        "new": group.new,
        "known": round(group.known, DIGITS),
        "minutes": round(group.minutes, DIGITS),
    }


def _plain(values: dict[str, object]) -> dict[str, object]:
    return {name: _plain_value(value) for name, value in values.items()}


def _plain_value(value: object) -> object:
    if isinstance(value, float):
        return round(value, DIGITS)
    return value if isinstance(value, int | None) else str(value)
