"""The classical figures of a test that many took: each question's, and those of the test as a whole.

Defined as in Moodle's structure analysis of a quiz (docs.moodle.org/dev/Quiz_statistics_calculations),
for questions of one point each. All of them follow from sums over answers, so that wherever the
answers lie, summing is all that has to be done there.

A learner who did not answer all questions counts with those answered: the rest score beside a
question is the mean of the points over the other questions that this learner answered. Where all
answered everything, that is Moodle's rest score but for a factor, which no figure depends on.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from quiz.progress.proportion import Interval, Proportion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.progress.class_sums import ClassSums, Pairs, Picks, QuestionSums

TINY = 1e-9
"""Variances below count as none: points are 0..1, and sums of them are not exact."""

FUNCTIONING = 0.05
"""The share of the answers from which on a wrong option does its work (Tarrant, Ware and Mohammed,
"An assessment of functioning and non-functioning distractors in multiple-choice questions",
BMC Medical Education 9:40, 2009)."""

FEWEST_FOR_INTERVAL = 4
_Z = 1.96


class Reliability(NamedTuple):
    """How far the test measures one thing."""

    alpha: float
    """Cronbach's alpha, which Moodle calls the coefficient of internal consistency; at most 1."""

    is_kr20: bool
    """Whether it is also Kuder and Richardson's formula 20: all points are 0 or 1."""

    error: float
    """Standard error of the test: that of a learner's share of the points, by chance alone; 0..1."""

    @property
    def error_ratio(self) -> float:
        """How much of the spread of the shares is such error: the root of 1 - alpha."""
        return math.sqrt(1 - self.alpha)


class OptionRow(NamedTuple):
    """One option of a question: who picks it."""

    option: str
    is_right: bool
    picked: Proportion
    rest: float | None
    """Mean rest score of those who picked it, 0..1; None where nobody has one."""


class QuestionRow(NamedTuple):
    """The classical figures of one question; None where something cannot be told."""

    question: str
    facility: Proportion
    """Mean of the points."""

    deviation: float | None
    discrimination: float | None
    discrimination_interval: Interval | None
    efficiency: float | None
    by_chance: float | None
    distractors: Proportion | None
    """Wrong options that do their work, out of all."""

    options: tuple[OptionRow, ...]


class ClassRow(NamedTuple):
    """The figures of the test as a whole; None where something cannot be told."""

    learners: int
    questions: int
    answers: int
    mean: float | None
    """Mean over learners of the share of their points, 0..1."""

    deviation: float | None
    """Standard deviation of these shares."""

    reliability: Reliability | None


def question_row(sums: QuestionSums) -> QuestionRow:
    """Return the figures of a question that was answered at least once."""
    found = discrimination(sums.pairs)
    return QuestionRow(
        question=sums.question,
        facility=Proportion(sums.points, sums.answers),
        deviation=deviation(sums.answers, sums.points, sums.squares),
        discrimination=found,
        discrimination_interval=None if found is None else correlation_interval(found, sums.pairs.number),
        efficiency=efficiency(sums.pairs),
        by_chance=sums.by_chance,
        distractors=distractors(sums.picks, sums.answers),
        options=tuple(
            OptionRow(one.option, one.is_right, Proportion(one.answers, sums.answers), one.rest)
            for one in sums.picks
        ),
    )


def class_row(sums: ClassSums) -> ClassRow:
    """Return the figures of the test; without any answers all that can be None is."""
    return ClassRow(
        learners=sums.learners,
        questions=sums.questions,
        answers=sums.answers,
        mean=sums.shares / sums.learners if sums.learners else None,
        deviation=deviation(sums.learners, sums.shares, sums.share_squares),
        reliability=reliability(sums),
    )


def deviation(number: int, total: float, squares: float) -> float | None:
    """Return the standard deviation of values by their number, sum and squares; None for fewer than two.

    By one less than their number, as Moodle has it.
    """
    return None if number < 2 else math.sqrt(_variance(number, total, squares))  # noqa: PLR2004 - a variance takes two


def discrimination(pairs: Pairs) -> float | None:
    """Return the discrimination index, -1..1: the correlation of the points with the rest score.

    None for fewer than two learners, and where all have the same points or the same rest.
    Moodle has it in per cent. Where points are 0 or 1 it is the corrected point-biserial correlation.
    """
    spread = _spread(pairs)
    return None if spread is None else max(-1.0, min(1.0, _covariance(pairs, pairs.products) / spread))


def efficiency(pairs: Pairs) -> float | None:
    """Return the discriminative efficiency, at most 1: the covariance over the greatest there could be.

    That is the covariance were the same points given to the learners in the order of their rest
    scores. None where there is no discrimination index.
    """
    if _spread(pairs) is None:
        return None
    most = _covariance(pairs, pairs.sorted_products)
    return None if most <= TINY else min(1.0, _covariance(pairs, pairs.products) / most)


def correlation_interval(found: float, number: int) -> Interval | None:
    """Return in what interval the true correlation lies in 95 of 100 cases; None for fewer than four pairs.

    R. A. Fisher, "On the 'probable error' of a coefficient of correlation deduced from a small
    sample", Metron 1, 1921: the inverse hyperbolic tangent varies by 1 / sqrt(n - 3).
    """
    if number < FEWEST_FOR_INTERVAL:
        return None
    return Interval(correlation_bound(found, number, -_Z), correlation_bound(found, number, _Z))


def correlation_bound(found: float, number: int, z: float) -> float:
    """Return the correlation that lies ``z`` standard errors off, -1..1; ``number`` is at least four."""
    middle = math.atanh(max(-1 + TINY, min(1 - TINY, found)))
    return math.tanh(middle + z / math.sqrt(number - 3))


def distractors(picks: Sequence[Picks], answers: int) -> Proportion | None:
    """Return the distractor efficiency: wrong options that at least 5 % picked, out of all wrong ones.

    None where there are no options, and while nobody picked a right one: then it is not
    known which that is.
    """
    wrong = [one for one in picks if not one.is_right]
    if not wrong or len(wrong) == len(picks):
        return None
    return Proportion(sum(one.answers >= FUNCTIONING * answers for one in wrong), len(wrong))


def reliability(sums: ClassSums) -> Reliability | None:
    """Return Cronbach's alpha of a test of all the questions, and the standard error of that test.

    By Hoyt's analysis of variance (C. Hoyt, "Test reliability estimated by analysis of variance",
    Psychometrika 6, 1941), in which alpha is 1 less the variance within learners over that between
    them, the questions' means taken off; where all learners answered everything, this is alpha
    exactly, and KR-20 where points are 0 or 1. Where they did not, it is the value for a test of as
    many questions as a learner answered (their number averaged as for one-way layouts of unequal size),
    then stepped up to all questions by Spearman and Brown's formula. The error is Moodle's, the deviation
    of the total by the root of 1 - alpha, over the number of questions.

    None for fewer than two learners or two questions, where learners or answers do not vary, and where
    answers are too few to tell learners apart.
    """
    within_freedom = sums.answers - sums.learners - sums.questions + 1
    if sums.learners < 2 or sums.questions < 2 or within_freedom < 1:  # noqa: PLR2004 - a variance takes two
        return None
    between = sums.between / (sums.learners - 1)
    within = max(sums.deviations - sums.between, 0.0) / within_freedom
    if between <= TINY:
        return None
    answered = (sums.answers - sums.answers_squared / sums.answers) / (sums.learners - 1)
    alpha = _stepped(1 - within / between, sums.questions / answered)
    if alpha is None:
        return None
    return Reliability(alpha, sums.only_whole, math.sqrt(within / sums.questions))


def _stepped(one: float, times: float) -> float | None:
    """Return the reliability of a test ``times`` as long; None where the formula has none."""
    below = 1 + (times - 1) * one
    return times * one / below if below > TINY else None


def _spread(pairs: Pairs) -> float | None:
    """Return the product of both standard deviations; None where one of them is none."""
    if pairs.number < 2:  # noqa: PLR2004 - a variance takes two
        return None
    ours = _variance(pairs.number, pairs.points, pairs.squares)
    others = _variance(pairs.number, pairs.rests, pairs.rest_squares)
    return None if ours <= TINY or others <= TINY else math.sqrt(ours * others)


def _variance(number: int, total: float, squares: float) -> float:
    found = (squares - total * total / number) / (number - 1)
    return 0.0 if found <= TINY else found


def _covariance(pairs: Pairs, products: float) -> float:
    return (products - pairs.points * pairs.rests / pairs.number) / (pairs.number - 1)
