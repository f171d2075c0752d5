"""The day's limits, over all and by bank, from settings and options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.cli.lines import say
from quiz.store import catalogue
from quiz.study.limits import Limits, budgets_of
from quiz.text import clean_line

if TYPE_CHECKING:
    from quiz.cli.common import Desk


def limits_of(desk: Desk, *, new: int | None = None, total: int | None = None) -> Limits:
    """Return the limits of a day; ``new`` takes the place of the setting over all.

    A limit on a bank that is nowhere is told on stderr. One on a bank that is only not
    loaded now is not: the name may be meant for other days.
    """
    settings = desk.settings
    banks = [bank for bank in catalogue.banks(desk.store) if not bank.archived]
    named = budgets_of(banks, settings.bank_limits) if settings.bank_limits else None
    for sentence in named.unknown if named else ():
        say(clean_line(sentence), err=True)
    over_all = settings.new_per_day if new is None else new
    return Limits(over_all, settings.reviews_per_day, total, named.budgets if named else ())
