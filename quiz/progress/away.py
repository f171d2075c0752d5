"""What is shown of times without study: pauses and what they cost, backlogs and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class Away(NamedTuple):
    """A pause: from ``since`` on nothing is asked, until the study day ``until``; None: until it is ended."""

    since: date
    until: date | None

    def holds(self, today: date) -> bool:
        """Whether nothing is asked today."""
        return self.until is None or today < self.until


class CatchingUp(NamedTuple):
    """Where the clearing of a backlog stands: the ``day``, from 1, of so many days."""

    day: int
    days: int
    left: int
    """Cards of the backlog that are left."""

    today: int
    """How many of them are still to be asked today."""


class Helped(NamedTuple):
    """A card, and its chance of recall (0..1) at the end of a pause: as it is, and if it is seen before it.

    ``seconds``: what seeing it takes.
    """

    key: str
    prompt: str
    then: float
    seen: float
    seconds: float


class Cost(NamedTuple):
    """What a pause of so many days costs."""

    days: int
    overdue: int
    """Cards that were due before it."""

    falls_due: int
    """Cards that fall due on its days."""

    learnt: int
    known_now: float
    """Sum of the chances of recall of all learnt cards today: so many of them are likely known."""

    known_then: float
    """The same on the day of coming back."""

    seconds: float
    """What asking all that waits on the day of coming back takes, by the learner's own times."""

    helped: tuple[Helped, ...]
    """The cards that it would help most to see before: most recall kept for each second of asking."""
