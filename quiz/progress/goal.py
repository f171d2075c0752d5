"""What is shown of a plan to a day: where it stands, and how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class Aimed(NamedTuple):
    """Where a plan to a day stands."""

    by: date
    days_left: int
    """Days of study until then, today among them; 0 on the day itself."""

    cards: int
    begun: int
    to_be_begun: int
    """Of the cards, so many have an answer, and so many are to have one in the end."""

    ahead: int
    """New cards begun more than planned; below 0: fewer."""

    known: float
    """Sum of the chances of recall: this morning, or tomorrow morning once something was answered today."""

    expected: float
    """The same as the plan had it for that morning."""

    in_the_end: float
    """What the plan expects to be known on its day."""

    new_today: int
    """New cards still to be begun today."""

    minutes_left: float | None
    """What is left today of the plan's minutes; None: it has no budget."""

    has_new: bool
    """Whether new cards were to be begun by the plan."""

    catching_up: bool = False
    """Whether a backlog is cleared meanwhile, so that new cards wait."""


class Reached(NamedTuple):
    """How a plan ended: known on the morning of its day, of so many cards, and what was expected."""

    by: date
    cards: int
    known: float
    expected: float
