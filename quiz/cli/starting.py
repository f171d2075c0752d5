"""From what was chosen to a sitting: one that was left, one that begins, and what was missed once more."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, NamedTuple

from quiz.cli.passages import passage_of
from quiz.cli.reading import Reading, in_reading_order
from quiz.cli.sitting import Host, Ways, interruptions
from quiz.review import Mode
from quiz.store import candidates
from quiz.study import queue
from quiz.study.cramming import cram, missed
from quiz.study.loading import load
from quiz.study.planning import begin, left_today
from quiz.ui.screen import Command, Look
from quiz.ui.words import count, in_days, on_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from quiz.cli.common import Desk
    from quiz.cli.signals import Signals
    from quiz.store import Candidate, Scope
    from quiz.study.queue import Limits
    from quiz.study.session import Sitting
    from quiz.ui.screen import Screen

AHEAD = 10
"""How many cards are offered at a time when nothing is due."""

ONCE_MORE = "Once more what you missed; memory is left alone."


class Wish(NamedTuple):
    """What kind of sitting is wanted."""

    scope: Scope
    limits: Limits
    mode: Mode = Mode.STUDY
    seed: int | None = None
    look: bool = False
    read: bool = False
    fresh: bool = False
    minutes: int | None = None
    confidence: bool = False

    def choice(self) -> dict[str, object]:
        """Return what was chosen, as it is kept with the plan of a sitting."""
        return {"scope": [*map(list, self.scope)], "read": self.read}


class Starter:
    """Holds the sittings that one command leads to."""

    def __init__(self, desk: Desk, screen: Screen, signals: Signals, wish: Wish) -> None:
        self._desk = desk
        self._screen = screen
        self._signals = signals
        self._wish = wish

    def run(self) -> None:
        """Hold a sitting, and what was missed in it as often as that is wanted."""
        wish = self._wish
        ways = Ways(wish.confidence, wish.minutes, Reading() if wish.read else None)
        with interruptions():
            sitting = self._taken_up() or self._begun()
        while sitting is not None and self._host(sitting, ways).run() is Command.MISSED:
            self._screen.say(ONCE_MORE)
            ways = ways._replace(reading=None)
            cards = missed(self._desk.store, sitting.id)
            sitting = self._begin(cards, Mode.CRAM, {"missed": sitting.id}, apart=True)

    def _host(self, sitting: Sitting, ways: Ways) -> Host:
        return Host(
            self._desk,
            sitting,
            self._screen,
            self._signals,
            left=self._left,
            reload=self._reload,
            ways=ways,
        )

    def _taken_up(self) -> Sitting | None:
        """Return the sitting that was left today with the same choice, where the learner goes on with it."""
        if self._wish.fresh or not self._screen.attended:
            return None
        terms = self._desk.terms()
        left = left_today(self._desk.store, self._desk.clock, self._wish.mode, terms=terms)
        if left is None or left.choice != self._wish.choice():
            return None
        told = f"A sitting was left after {count(left.answered, 'answer')}, with {left.sitting.left} to go."
        return left.sitting if self._screen.confirm(f"{told} Go on with it?", default=True) else None

    def _begun(self) -> Sitting | None:
        cards = self._cards()
        if not cards:
            return None
        if self._wish.look:
            self._look_at([card for card in cards if card.state is None])
        apart = not (self._wish.read or self._wish.look)
        return self._begin(cards, self._wish.mode, self._wish.choice(), apart=apart)

    def _begin(
        self, cards: Sequence[Candidate], mode: Mode, choice: Mapping[str, object], *, apart: bool
    ) -> Sitting:
        return begin(
            self._desk.store,
            self._desk.clock,
            cards,
            terms=self._desk.terms(),
            seed=self._seed(),
            mode=mode,
            apart=apart,
            more={"choice": choice},
        )

    def _seed(self) -> str:
        return secrets.token_hex(8) if self._wish.seed is None else str(self._wish.seed)

    def _cards(self) -> list[Candidate]:
        store, scope, limits = self._desk.store, self._wish.scope, self._wish.limits
        if self._wish.mode is Mode.CRAM:
            cards = cram(store, scope, self._seed(), limits.total)
            if not cards:
                self._screen.say("There are no cards to ask here; `quiz list` shows the banks.")
        else:
            cards = queue.build(store, scope, self._today(), limits) or self._ahead()
        return in_reading_order(cards) if self._wish.read else cards

    def _look_at(self, cards: Sequence[Candidate]) -> None:
        """Show new cards before they count, until all were seen or the learner wants to begin."""
        for number, card in enumerate(cards, 1):
            look = Look(card.card, passage_of(card), number, len(cards), card.language)
            if self._screen.look(look) is Command.LEAVE:
                return

    def _today(self) -> date:
        return self._desk.clock.now().study_day

    def _left(self) -> int:
        """Count what today still holds, also what a limit kept out of this sitting."""
        limits = self._wish.limits._replace(total=None)
        return len(queue.build(self._desk.store, self._wish.scope, self._today(), limits))

    def _reload(self) -> None:
        now = self._desk.clock.now()
        places = [place.path for place in self._desk.places]
        load(self._desk.store, places, now.at, lambda _done, _total: None, today=now.study_day)

    def _ahead(self) -> list[Candidate]:
        """Say that nothing is due and when something will be; offer to go ahead."""
        store, scope, today = self._desk.store, self._wish.scope, self._today()
        limits = self._wish.limits
        cards = queue.ahead(store, scope, today, limits.total or AHEAD, limits.order)
        self._screen.say(_nothing_due(self._desk, scope, today, new_left=candidates.new_count(store, scope)))
        if cards and self._screen.confirm(f"Go ahead with {count(len(cards), 'card')} now?", default=False):
            return cards
        return []


def _nothing_due(desk: Desk, scope: Scope, today: date, *, new_left: int) -> str:
    due_on = candidates.next_due_on(desk.store, scope, today)
    parts = ["Nothing is due now."]
    by_day = candidates.counts_by_day(desk.store, scope)
    over = sum(number for day, number in by_day.items() if day <= today)
    if over:
        parts = [f"Today's limits are reached; {count(over, 'card')} due, kept for other days."]
    if due_on is not None:
        number = by_day[due_on]
        parts.append(f"Next: {count(number, 'card')} {_when(due_on, today)}.")
    if new_left:
        parts.append(f"{count(new_left, 'new card')} left for other days.")
    if due_on is None and not new_left and not over:
        faults = (*desk.loaded.problems, *desk.loaded.known_problems)
        parts = ["There are no cards to ask here; `quiz list` shows the banks."]
        parts += ["Faults keep questions back; `quiz load` names them."] if faults else []
    return " ".join(parts)


def _when(day: date, today: date) -> str:
    words = on_day(day, today)
    return words if words in (in_days(0), in_days(1)) else f"on {words}"
