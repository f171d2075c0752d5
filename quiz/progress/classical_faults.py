"""What the answers of a class say is wrong with a question, each with the error that it allows.

A fault is told only where sound questions would hardly look so, for as many answers as there are:
few answers find less, and accuse about as few. In made-up classes with faults planted in 15 of 60
questions, of which each was to be found by its name (``python -m tests.progress.class_curve``)::

    learners  wrong key  two right  unclear  dead option  too easy  all    sound ones accused
    10        15 %       4 %        12 %     0 %          0 %       6 %    1.5 %
    30        57 %       26 %       52 %     22 %         93 %      50 %   5.2 %
    100       98 %       72 %       89 %     95 %         100 %     91 %   1.6 %

At 100 learners 5 of 100 findings are on sound questions, and 5 are on planted ones but name another fault.
"""

from __future__ import annotations

import math
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from quiz.progress.classical import TINY, correlation_bound, discrimination
from quiz.progress.proportion import Proportion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.progress.class_sums import Picks, QuestionSums

FEWEST = 8
"""Below so many answers nothing is said of a question."""

MARGIN = 1.0
FEW = 30
"""How much likelier, as a natural logarithm, another story than the bank's has to be to be told: ``MARGIN``
and ``FEW`` over the number of answers, for few say little of how often an option is picked."""

MARGIN_OVER_NONE = 1.7
"""How much likelier it has to be than that the answers have nothing to do with who is able."""

DRAWS = 1.4
"""Another right option draws so many times its share of the wrong answers."""

LOW = 0.16
SOUND = 0.42
"""A question does not tell who knows when its discrimination lies below ``LOW``, and by ``HARDLY`` standard
errors below ``SOUND``, as good questions have it; both where the rest score can be trusted fully."""

HARDLY = 2.0

EASY = 0.9
EASY_LEVEL = 0.9
"""A question is too easy when the interval at this level lies above ``EASY``."""

LIVE = 0.24
DEAD_CHANCE = 0.05
"""A wrong option is dead when nobody picked it, and one that draws ``LIVE`` of those who are wrong
would be left so with at most this chance."""


class Fault(StrEnum):
    """What can be wrong with a question."""

    WRONG_KEY = "wrong-key"
    """Those who do well elsewhere pick another option, or get it wrong."""

    TWO_RIGHT = "two-right"
    """Those who do well elsewhere pick another option as well."""

    UNCLEAR = "unclear"
    """Who gets it right has little to do with who does well elsewhere."""

    DEAD_OPTION = "dead-option"
    """Nobody picks an option, not even those who are wrong."""

    TOO_EASY = "too-easy"
    """Nearly everybody gets it right."""


class Finding(NamedTuple):
    """A fault of a question, and the options that it is about."""

    question: str
    fault: Fault
    options: tuple[str, ...] = ()


def faults(sums: QuestionSums, alpha: float | None) -> tuple[Finding, ...]:
    """Return what is wrong with a question; nothing below eight answers.

    One that is too easy is not held to tell who knows, and one of wrong key, two right and unclear
    is told, the one that fits best. ``alpha`` is that of the test; the less the rest score is to be
    trusted, the less a discrimination has to be, by the root of it (Spearman's attenuation). None, and
    0 or less: nothing is told that rests on the rest score.
    """
    if sums.answers < FEWEST:
        return ()
    trusted = math.sqrt(max(alpha or 0.0, 0.0))
    found = _easy(sums) or (_untrue(sums, trusted) if trusted else None)
    return tuple(one for one in (found, *_dead(sums)) if one is not None)


def _untrue(sums: QuestionSums, trusted: float) -> Finding | None:
    return _untold(sums, trusted) or _better_key(sums, _right(sums.picks), MARGIN + FEW / sums.answers)


def _easy(sums: QuestionSums) -> Finding | None:
    is_easy = Proportion(sums.points, sums.answers).interval(EASY_LEVEL).low >= EASY
    return Finding(sums.question, Fault.TOO_EASY) if is_easy else None


def _untold(sums: QuestionSums, trusted: float) -> Finding | None:
    """Return what is wrong where points do not tell who knows: the key, or more, if the options say so."""
    found, number = discrimination(sums.pairs), sums.pairs.number
    if found is None or number < FEWEST or found >= LOW * trusted:
        return None
    if correlation_bound(found, number, HARDLY) >= SOUND * trusted:
        return None
    if not sums.picks and correlation_bound(found, number, HARDLY) < 0:
        return Finding(sums.question, Fault.WRONG_KEY)
    return _better_key(sums, (), MARGIN_OVER_NONE) or Finding(sums.question, Fault.UNCLEAR)


def _better_key(sums: QuestionSums, held: Sequence[Picks], margin: float) -> Finding | None:
    """Return another option that is that of the able, alone or beside the one that counts as right.

    Stories are held against the rest scores of those who picked each option: the able pick
    another one, or another one and the right one. Each splits the learners in two with a mean of their
    own, the higher one for the able; the likelihood is that of a normal distribution with one
    variance. The best is told if it is ``margin`` likelier than that the able pick those of ``held``,
    and if the option draws more of the wrong answers than its share.
    """
    there = [one for one in sums.picks if one.paired]
    right, wrong = _right(there), [one for one in there if not one.is_right]
    if not right or sum(one.paired for one in there) < FEWEST:
        return None
    share = sum(one.answers for one in wrong) / max(1, len(sums.picks) - len(_right(sums.picks)))
    stories = [
        (log_likelihood(able, there), fault, one.option)
        for one in wrong
        if one.answers >= DRAWS * share
        for able, fault in _stories(sums, one, right)
    ]
    best = max(stories, default=None)
    if best is None or best[0] < log_likelihood(held, there) + margin:
        return None
    return Finding(sums.question, best[1], (best[2],))


def _stories(
    sums: QuestionSums, one: Picks, right: Sequence[Picks]
) -> Iterator[tuple[Sequence[Picks], Fault]]:
    """Yield who is able if another option is right, beside the right one if that draws many."""
    yield [one], Fault.WRONG_KEY
    others = sum(option.answers for option in sums.picks) - one.answers
    if sum(option.answers for option in right) >= DRAWS * others / max(1, len(sums.picks) - 1):
        yield [*right, one], Fault.TWO_RIGHT


def _right(picks: Sequence[Picks]) -> list[Picks]:
    return [one for one in picks if one.is_right]


def log_likelihood(able: Sequence[Picks], everyone: Sequence[Picks]) -> float:
    """Return how likely the rest scores are, had those who picked the options of ``able`` a higher mean.

    The logarithm of the greatest likelihood, but for what is the same for every ``able``. Where
    their mean is not higher, or they are all or none, that of one mean for everyone.
    """
    number, total = sum(one.paired for one in everyone), math.fsum(one.rests for one in everyone)
    squares = math.fsum(one.rest_squares for one in everyone) - total * total / number
    ours, sum_of_ours = sum(one.paired for one in able), math.fsum(one.rests for one in able)
    if 0 < ours < number:
        apart = sum_of_ours / ours - (total - sum_of_ours) / (number - ours)
        squares -= ours * (number - ours) / number * max(apart, 0.0) ** 2
    return -number / 2 * math.log(max(squares, TINY) / number)


def _dead(sums: QuestionSums) -> Iterator[Finding]:
    wrong = sum(one.answers for one in sums.picks if not one.is_right)
    if not _right(sums.picks) or (1 - LIVE) ** wrong > DEAD_CHANCE:
        return
    dead = tuple(one.option for one in sums.picks if not one.answers)
    if dead:
        yield Finding(sums.question, Fault.DEAD_OPTION, dead)
