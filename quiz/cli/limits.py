"""The day's limits, over all and by bank, from settings and options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.cli.aiming import pursuit_of
from quiz.cli.lines import say
from quiz.store import candidates, catalogue
from quiz.study.backlog import in_force
from quiz.study.choosing import choose
from quiz.study.limits import Limits, budgets_of, done_today, room_of, within
from quiz.text import clean_line

if TYPE_CHECKING:
    from datetime import date

    from quiz.cli.common import Desk
    from quiz.store import Scope


def limits_of(
    desk: Desk,
    *,
    new: int | None = None,
    total: int | None = None,
    scope: Scope | None = None,
    by_goal: bool = True,
) -> Limits:
    """Return the limits of a day; ``new`` takes the place of the setting over all.

    While a backlog is cleared by a plan there are no new cards, unless ``new`` says otherwise.
    While a plan to a day is kept that is about cards in ``scope`` (None: all), it says how many
    there are, again unless ``new`` does; with ``by_goal`` False it is left out of account.

    A limit on a bank that is nowhere is told on stderr. One on a bank that is only not
    loaded now is not: the name may be meant for other days.
    """
    settings = desk.settings
    banks = [bank for bank in catalogue.banks(desk.store) if not bank.archived]
    named = budgets_of(banks, settings.bank_limits) if settings.bank_limits else None
    for sentence in named.unknown if named else ():
        say(clean_line(sentence), err=True)
    today = desk.clock.now().study_day
    plan = in_force(desk.store, choose(desk.store, desk.loaded.banks), today)
    goal = pursuit_of(desk) if by_goal else None
    if goal is not None and scope is not None and not goal.touches(scope):
        goal = None
    usual = settings.new_per_day
    if plan is not None:
        usual = 0
    elif goal is not None:
        usual = goal.new_today(desk.store, today, done_today(desk.store, today))
    over_all = usual if new is None else new
    budgets = named.budgets if named else ()
    return Limits(over_all, settings.reviews_per_day, total, budgets, plan, goal, settings.order)


def new_today(desk: Desk, scope: Scope, today: date, new_left: int) -> int:
    """Return how many of the new cards the day's limits still allow."""
    store, limits = desk.store, limits_of(desk)
    rest = room_of(store, today, limits, done_today(store, today)).new
    if not limits.budgets:
        return min(new_left, rest.number)
    keys = {bank.id: bank.key for bank in desk.loaded.banks}
    one_by_one = ((bank_id, scope._replace(bank_ids=(bank_id,))) for bank_id in scope.bank_ids)
    return within(rest, {keys[bank_id]: candidates.new_count(store, one) for bank_id, one in one_by_one})
