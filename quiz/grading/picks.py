"""Grading what is picked, ordered or matched."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from quiz.grading.judgement import Finding
from quiz.grading.luck import one_in, one_order, one_subset
from quiz.review import Verdict
from quiz.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.question import MatchQuestion, OrderQuestion, Question, SeveralQuestion
    from quiz.review import Matched, Picked

NOTHING = Finding(Verdict.WRONG, 0.0, "You did not answer this one")
MISFIT = Finding(Verdict.WRONG, 0.0, "This response does not fit the kind of question")


def grade_choice(question: Question, response: Picked) -> Finding:
    """Return right when exactly the right option is picked, for choice and true-false."""
    if not response.picked:
        return NOTHING
    if response.picked != (question.right(""),):
        return Finding(Verdict.WRONG, 0.0, "Another option is the right one")
    return Finding(Verdict.RIGHT, 1.0, luck=one_in(len(response.shown or question.options())))


def grade_several(question: SeveralQuestion, response: Picked) -> Finding:
    """Return right picks minus wrong picks, over the number of right options, never below 0.

    This is the plus/minus rule of Betts, Muntean, Kim and Kao, "Evaluating Different Scoring
    Methods for Multiple Response Items Providing Partial Credit", Educational and
    Psychological Measurement 82(1), 2022, which finds it among the best for "select all that
    apply". An option counts once, however often it is given.
    """
    if not response.picked:
        return NOTHING
    right = set(question.answers)
    hits, misses = len(right & set(response.picked)), len(set(response.picked) - right)
    note = f"{hits} of {len(right)} right ones picked, and {misses} wrong"
    luck = one_subset(len(response.shown or question.options()))
    return _partial(max(0, hits - misses), len(right), note, luck)


def grade_order(question: OrderQuestion, response: Picked) -> Finding:
    """Return (longest run - 1) / (n - 1); the run is of items in the right order, gaps allowed.

    That is 1 minus Ulam's distance over its greatest value: how many items have to be moved
    (Diaconis, "Group Representations in Probability and Statistics", 1988, chapter 6). One
    item alone is always in order, so a run of one is worth nothing. Items that are not the
    question's, or are given too often, make it wrong; items left out count as misplaced.
    """
    if not response.picked:
        return NOTHING
    if response.picked == question.items:
        return Finding(Verdict.RIGHT, 1.0, luck=one_order(len(question.items)))
    if Counter(response.picked) - Counter(question.items):
        return MISFIT
    run = int(LCSseq.similarity(list(response.picked), list(question.items)))
    return _partial(max(0, run - 1), len(question.items) - 1, _first_misplaced(question, response.picked), 0)


def grade_match(question: MatchQuestion, response: Matched) -> Finding:
    """Return the share of left sides with their right side.

    Each pair is an item of its own, worth the same: the response template ``map_response`` of
    IMS Question and Test Interoperability 2.1. A left side given two right sides is not right.
    """
    if not response.pairs:
        return NOTHING
    given = Counter(left for left, _ in set(response.pairs))
    hits = sum(pair in response.pairs and given[pair[0]] == 1 for pair in question.pairs)
    note = f"{hits} of {len(question.pairs)} pairs {'is' if hits == 1 else 'are'} right"
    return _partial(hits, len(question.pairs), note, one_order(len(question.pairs)))


def _partial(points: int, of: int, note: str, luck: float) -> Finding:
    if points == of > 0:
        return Finding(Verdict.RIGHT, 1.0, luck=luck)
    verdict = Verdict.PARTLY if points else Verdict.WRONG
    return Finding(verdict, points / of if points else 0.0, f"{verdict.capitalize()}: {note}")


def _first_misplaced(question: OrderQuestion, picked: Sequence[str]) -> str:
    place = next(
        (n for n, (mine, right) in enumerate(zip(picked, question.items, strict=False)) if mine != right),
        min(len(picked), len(question.items) - 1),
    )
    return f'place {place + 1} belongs to "{clean_line(question.items[place])}"'
