"""What `quiz start` and `quiz resume` say before anything is asked: a pause, what is overdue, a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.store import candidates
from quiz.study import backlog, pausing
from quiz.study.choosing import choose
from quiz.ui import backlog as words

if TYPE_CHECKING:
    from datetime import date

    from quiz.cli.common import Desk
    from quiz.store import Scope
    from quiz.study.backlog import CatchUp, Proposal
    from quiz.ui.screen import Screen

NOTHING_OVERDUE = "Nothing is overdue: there is no backlog to clear."
NO_PLAN = "No backlog is being cleared, so there is nothing to end."
ENDED = "The backlog is no longer cleared by a plan. New cards are asked again."
NOT_WANTED = "All right: what is overdue is asked as usual. `quiz start --catch-up DAYS` clears it by a plan."


class Return:
    """Leads a learner back to the cards; what is agreed is kept, and the day's limits follow it."""

    def __init__(self, desk: Desk, screen: Screen) -> None:
        self._desk = desk
        self._store = desk.store
        self._screen = screen
        self._all: Scope = choose(desk.store, desk.loaded.banks)

    def goes_on(self) -> bool:
        """Say that a pause holds, and ask whether it is over; whether cards are to be asked now."""
        today = self._today()
        pause = pausing.current(self._store, today)
        if pause is None:
            return True
        said = words.paused_words(pause, today)
        if not self._screen.attended:
            self._screen.say(f"{said}. `quiz resume` ends the pause.")
            return False
        if not self._screen.confirm(f"{said}. End the pause and go on?", default=True):
            return False
        pausing.end(self._store, self._desk.clock.now())
        return True

    def welcome(self, scope: Scope, wanted: int | None) -> None:
        """Say what is overdue in ``scope`` and where a backlog stands; agree on a plan where it is time.

        ``wanted``: in how many days, as told beforehand; 0 ends a plan.
        """
        self._say_due(scope)
        ran_out = self.settle()
        if wanted is not None:
            self._as_told(wanted)
        else:
            self.propose(ran_out=ran_out)
        self.stand()

    def settle(self) -> bool:
        """End a plan whose backlog is gone or whose days are over, and say so; whether some of it is left."""
        today = self._today()
        plan = backlog.planned(self._store, self._all)
        if plan is None:
            return False
        left, day = plan.left(self._store), plan.day(today)
        if left and day <= plan.days:
            return False
        self._screen.say(words.run_out(plan.days, left) if left else words.cleared(min(day, plan.days)))
        backlog.end(self._store, self._desk.clock.now())
        return left > 0

    def stand(self) -> None:
        """Say where the clearing of a backlog stands, if there is any."""
        today = self._today()
        plan = self._plan(today)
        if plan is not None:
            self._screen.say(words.catching_up(plan.standing(self._store, today)))

    def propose(self, *, ran_out: bool = False) -> None:
        """Propose to clear a backlog after a break; nothing on a usual day, or while there is a plan."""
        today = self._today()
        found = None
        if backlog.planned(self._store, self._all) is None:
            found = backlog.proposed(self._store, self._all, today, ran_out=ran_out)
        if found is None:
            return
        if not self._screen.attended:
            self._screen.say(words.how_to_catch_up(found.overdue, found.days, found.a_day))
            return
        self._agree(found)

    def _agree(self, found: Proposal) -> None:
        question = words.proposal(found.overdue, found.days, found.a_day, found.more_ms)
        days = self._screen.days(question, default=found.days)
        now = self._desk.clock.now()
        if days is None:
            backlog.end(self._store, now)
            self._screen.say(NOT_WANTED)
        else:
            backlog.begin(self._store, days, now)

    def _as_told(self, days: int) -> None:
        now = self._desk.clock.now()
        standing = backlog.planned(self._store, self._all)
        if days == 0:
            self._screen.say(NO_PLAN if standing is None else ENDED)
            if standing is not None:
                backlog.end(self._store, now)
        elif backlog.overdue(self._store, self._all, now.study_day):
            backlog.begin(self._store, days, now)
        else:
            self._screen.say(NOTHING_OVERDUE)

    def _say_due(self, scope: Scope) -> None:
        today = self._today()
        by_day = candidates.counts_by_day(self._store, scope, today)
        late = {day: number for day, number in by_day.items() if day < today}
        if late:
            said = words.due_words(by_day.get(today, 0), sum(late.values()), min(late), today)
            self._screen.say(f"{said}.")

    def _plan(self, today: date) -> CatchUp | None:
        return backlog.in_force(self._store, self._all, today)

    def _today(self) -> date:
        return self._desk.clock.now().study_day
