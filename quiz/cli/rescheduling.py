"""Due dates moved to fit the parameters in use, once it was shown how many and agreed to."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from quiz.cli.lines import say
from quiz.errors import UsageFault
from quiz.study import rescheduling

if TYPE_CHECKING:
    from quiz.cli.common import Desk
    from quiz.study.rescheduling import Proposal

STAY = "All due dates stay."


class NobodyToAgree(UsageFault):
    """There is no terminal to ask in, and no option that says what would be answered."""

    def __init__(self) -> None:
        super().__init__("There is no terminal to ask in, so all due dates stay. Move them with --yes.")


def reschedule(opened: Desk, *, yes: bool) -> None:
    """Tell how many cards would move, and move them when that is agreed to. Raises ``NobodyToAgree``."""
    from quiz.ui.fitting import load_words, move_words  # noqa: PLC0415 - rich is slow

    proposal = _proposal(opened)
    say(move_words(proposal.cards, proposal.earlier, proposal.later))
    if not proposal.moves:
        return
    say(load_words(proposal.due_before, proposal.due_after))
    if yes or _is_agreed():
        rescheduling.reschedule(opened.store, opened.clock, proposal)
        say("The due dates are moved.")
    else:
        say(STAY)


def reschedule_quietly(opened: Desk, *, yes: bool) -> dict[str, object]:
    """Return how many cards move, for JSON; they are moved only where the option says so."""
    proposal = _proposal(opened)
    if yes and proposal.moves:
        rescheduling.reschedule(opened.store, opened.clock, proposal)
    return {
        "cards": proposal.cards,
        "earlier": proposal.earlier,
        "later": proposal.later,
        "due_before": proposal.due_before,
        "due_after": proposal.due_after,
        "moved": yes and bool(proposal.moves),
    }


def _proposal(opened: Desk) -> Proposal:
    return rescheduling.proposed(opened.store, opened.terms(), opened.clock.now().study_day)


def _is_agreed() -> bool:
    from quiz.ui.choose import open_screen  # noqa: PLC0415 - slow, and only needed for a question

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NobodyToAgree
    return open_screen().confirm("Move them?", default=False)
