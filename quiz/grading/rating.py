"""From a verdict to the rating that is suggested for memory, and the sentence that says why."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from quiz.review import Rating, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.grading.judgement import Finding

LUCKY = 0.2
MOST_COUNTED = 20

SUGGESTED: Mapping[tuple[Verdict, bool], Rating] = {
    # verdict, helped by a hint or by luck
    (Verdict.RIGHT, False): Rating.GOOD,
    (Verdict.RIGHT, True): Rating.HARD,
    (Verdict.NEAR, False): Rating.HARD,
    (Verdict.NEAR, True): Rating.HARD,
    (Verdict.PARTLY, False): Rating.AGAIN,
    (Verdict.PARTLY, True): Rating.AGAIN,
    (Verdict.WRONG, False): Rating.AGAIN,
    (Verdict.WRONG, True): Rating.AGAIN,
}


def suggest(verdict: Verdict, *, hints: int = 0, luck: float = 0.0) -> Rating:
    """Return the suggested rating: the table ``SUGGESTED``, read by whether there was help.

    Help is a hint, or a luck of at least 0.2: true or false, one of five or fewer, two in
    order. So a right pick is not worth a right recall, and kinds need no rule of their own:

    =============================== ============= ====== ====
    right response of the kind      luck          alone  hint
    =============================== ============= ====== ====
    text, cloze, number, date       0             Good   Hard
    true-false                      1/2           Hard   Hard
    choice of n options             1/n           n > 5: Good, else Hard; hint: Hard
    several of n options            1/(2**n - 1)  n > 2: Good, else Hard; hint: Hard
    order or match of n             1/n!          n > 2: Good, else Hard; hint: Hard
    =============================== ============= ====== ====

    Partly is Again, whatever the score: FSRS takes Hard for a success and lengthens the
    interval, and what is not known in full has to come back and be learnt in full. Easy is
    never suggested; only the learner knows that it was.
    """
    return SUGGESTED[verdict, hints > 0 or luck >= LUCKY]


def one_in(count: int) -> float:
    """Return the luck of one right pick among ``count``; 1 when there is nothing to choose."""
    return 1 / max(count, 1)


def one_subset(count: int) -> float:
    """Return the luck of the one right set among all sets of ``count`` options but the empty one."""
    return one_in(2 ** min(count, MOST_COUNTED) - 1)


def one_order(count: int) -> float:
    """Return the luck of the one right order of ``count`` items."""
    return one_in(math.factorial(min(count, MOST_COUNTED)))


def explain(finding: Finding, hints: int) -> str:
    """Return one sentence: the verdict, what kept it from more, and the finding's note."""
    parts = [_opening(finding, hints), finding.note]
    return sentence("; ".join(part for part in parts if part))


def sentence(text: str) -> str:
    """Return ``text`` with a full stop, unless it already ends like a sentence."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _opening(finding: Finding, hints: int) -> str:
    if finding.verdict is not Verdict.RIGHT:
        return ""
    if hints > 0:
        return "Right with a hint, which counts as hard"
    if finding.luck >= LUCKY:
        return f"Right, but luck finds it one time in {round(1 / finding.luck)}, so it counts as hard"
    return "Right"
