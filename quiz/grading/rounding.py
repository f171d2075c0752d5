"""How exactly a number that was converted is told again."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from quiz.question import NumberQuestion

MORE_FIGURES: Final = 2
MOST_FIGURES: Final = 12
"""A number of more figures is a fraction without an end."""

_EXACT: Final = Context(prec=200, traps=[])


def rounded(question: NumberQuestion, read: Decimal, value: Decimal, text: str) -> Decimal:
    """Return ``value``, which ``read`` is in the question's unit, to two figures more than were typed.

    Figures before the decimal mark all stay, and all of them where the rounded number would be
    judged in another way. Of a fraction without an end those of ``text`` are counted.
    """
    typed = len(read.as_tuple().digits)
    if typed > MOST_FIGURES:
        typed = sum(sign.isdigit() for sign in text) or 1
    places = max(typed + MORE_FIGURES - 1 - value.adjusted(), 0)
    if -int(value.as_tuple().exponent) <= places:
        return value
    short = value.quantize(Decimal(1).scaleb(-places), context=_EXACT)
    return short if question.takes(short) is question.takes(value) else value
