"""The figures of a class reckoned the slow way, from single answers, by their definitions."""

from __future__ import annotations

import statistics
from collections import defaultdict
from itertools import permutations
from typing import TypeAlias

from quiz.progress.class_sums import ClassSums, QuestionSums, total_pairs

Answers: TypeAlias = "dict[tuple[str, str], float]"
"""Points by learner and question."""


def by_question(answers: Answers) -> dict[str, dict[str, float]]:
    """Return the points of each learner, by question."""
    found = defaultdict[str, dict[str, float]](dict)
    for (learner, question), points in answers.items():
        found[question][learner] = points
    return dict(found)


def by_learner(answers: Answers) -> dict[str, dict[str, float]]:
    """Return the points of each question, by learner."""
    return by_question({(question, learner): points for (learner, question), points in answers.items()})


def rests(answers: Answers, question: str) -> dict[str, float]:
    """Return the rest score of each learner who answered others as well."""
    others = {
        learner: [points for name, points in row.items() if name != question]
        for learner, row in by_learner(answers).items()
        if question in row
    }
    return {learner: statistics.fmean(points) for learner, points in others.items() if points}


def discrimination(answers: Answers, question: str) -> float | None:
    """Return the correlation of points and rest scores; None where one of them does not vary."""
    rest = rests(answers, question)
    points = [answers[learner, question] for learner in rest]
    if len(rest) < 2 or len(set(points)) < 2 or max(rest.values()) - min(rest.values()) < 1e-9:
        return None
    return statistics.correlation(points, list(rest.values()))


def efficiency(answers: Answers, question: str) -> float | None:
    """Return the covariance out of the greatest over all ways to give the points to other learners."""
    if discrimination(answers, question) is None:
        return None
    rest = rests(answers, question)
    points, others = [answers[learner, question] for learner in rest], list(rest.values())
    most = max(statistics.covariance(order, others) for order in permutations(points))
    return statistics.covariance(points, others) / most


def alpha(answers: Answers) -> float | None:
    """Return Cronbach's alpha by its formula; only for learners who answered everything."""
    columns = [list(row.values()) for row in by_question(answers).values()]
    totals = [sum(row) for row in zip(*columns, strict=True)]
    width, spread = len(columns), statistics.variance(totals)
    if width < 2 or spread < 1e-9:
        return None
    return width / (width - 1) * (1 - sum(map(statistics.variance, columns)) / spread)


def question_sums(answers: Answers, question: str) -> QuestionSums:
    """Return the sums of one question, one answer after the other."""
    points = by_question(answers)[question]
    rest = rests(answers, question)
    pairs = total_pairs([points[learner] for learner in rest], rest.values())
    values = points.values()
    return QuestionSums(question, len(values), sum(values), sum(one * one for one in values), pairs)


def class_sums(answers: Answers) -> ClassSums:
    """Return the sums of all answers, one after the other."""
    learners, questions = by_learner(answers), by_question(answers)
    means = {question: statistics.fmean(row.values()) for question, row in questions.items()}
    shares = [statistics.fmean(row.values()) for row in learners.values()]
    off = {
        learner: [points - means[question] for question, points in row.items()]
        for learner, row in learners.items()
    }
    return ClassSums(
        learners=len(learners),
        questions=len(questions),
        answers=len(answers),
        answers_squared=sum(len(row) ** 2 for row in learners.values()),
        between=sum(sum(row) ** 2 / len(row) for row in off.values()),
        deviations=sum(one * one for row in off.values() for one in row),
        shares=sum(shares),
        share_squares=sum(share * share for share in shares),
        only_whole=set(answers.values()) <= {0, 1},
    )
