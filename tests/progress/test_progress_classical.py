"""The classical figures: against their definitions on random classes, and against published numbers."""

from __future__ import annotations

import math
import random
import statistics

import pytest
from class_plain import Answers, alpha, by_question, class_sums, discrimination, efficiency, question_sums
from hypothesis import given
from hypothesis import strategies as st

from quiz.progress import classical
from quiz.progress.class_sums import Pairs, Picks, total_pairs

LEARNERS, QUESTIONS = "abcdef", "uvwx"
POINTS = st.sampled_from((0.0, 0.25, 0.5, 1.0))
COMPLETE = st.lists(st.lists(POINTS, min_size=2, max_size=4), min_size=2, max_size=6).map(
    lambda rows: {
        (LEARNERS[place], QUESTIONS[number]): row[number % len(row)]
        for place, row in enumerate(rows)
        for number in range(len(rows[0]))
    }
)
SOME = st.dictionaries(
    st.tuples(st.sampled_from(LEARNERS), st.sampled_from(QUESTIONS)), POINTS, min_size=1, max_size=24
)

LSAT = """00000 3  00001 6  00010 2  00011 11  00100 1  00101 1  00110 3  00111 4  01000 1  01001 8
01011 16  01101 3  01110 2  01111 15  10000 10  10001 29  10010 14  10011 81  10100 3  10101 28
10110 15  10111 80  11000 16  11001 56  11010 21  11011 173  11100 11  11101 61  11110 28  11111 298"""
"""Section 6 of the Law School Admission Test: who of 1000 got which of five questions right, and how many
did so (R. D. Bock and M. Lieberman, "Fitting a response model for n dichotomously scored items",
Psychometrika 35, 1970)."""


def same(found: float | None, expected: float | None) -> bool:
    """Whether both are None, or nearly the same."""
    if found is None or expected is None:
        return found is expected
    return math.isclose(found, expected, abs_tol=1e-9)


def lsat() -> Answers:
    words = LSAT.split()
    rows = [
        pattern for pattern, times in zip(words[::2], words[1::2], strict=True) for _ in range(int(times))
    ]
    return {
        (f"{number}", f"{place + 1}"): float(one)
        for number, row in enumerate(rows)
        for place, one in enumerate(row)
    }


def test_the_law_school_admission_test_has_the_figures_that_were_published() -> None:
    # See D. Rizopoulos, "ltm: An R Package for Latent Variable Modeling and Item Response Theory Analyses",
    # Journal of Statistical Software 17(5), 2006: proportions, point-biserial correlations
    # with the item left out of the total, and Cronbach's alpha.
    answers = lsat()
    rows = [classical.question_row(question_sums(answers, f"{place}")) for place in range(1, 6)]
    whole = classical.class_row(class_sums(answers))
    assert [row.facility.share for row in rows] == [0.924, 0.709, 0.553, 0.763, 0.870]
    assert [round(row.discrimination or 0, 4) for row in rows] == [0.1128, 0.1532, 0.1728, 0.1444, 0.1216]
    assert whole.reliability is not None
    assert round(whole.reliability.alpha, 4) == 0.2950
    assert whole.reliability.is_kr20
    assert whole.learners == 1000


def test_a_class_worked_out_on_paper() -> None:
    # Points of a: 1 1, of b: 1 0, of c: 0 0. The second question against the first: means 1/3 and 2/3,
    # covariance 1/6, variances 1/3 each, so r = 1/2; sorted the same, so the efficiency is 1.
    # Totals 2, 1, 0 have variance 1: KR-20 is 2 (1 - 2/3) = 2/3, error of the total 1 * sqrt(1/3).
    answers = {
        (learner, question): float(one)
        for learner, row in (("a", "11"), ("b", "10"), ("c", "00"))
        for question, one in zip("uv", row, strict=True)
    }
    row = classical.question_row(question_sums(answers, "v"))
    whole = classical.class_row(class_sums(answers))
    assert (row.facility.hits, row.facility.out_of) == (1, 3)
    assert same(row.deviation, math.sqrt(1 / 3))
    assert same(row.discrimination, 0.5)
    assert same(row.efficiency, 1.0)
    assert same(whole.mean, 0.5)
    assert same(whole.deviation, 0.5)
    assert whole.reliability is not None
    assert same(whole.reliability.alpha, 2 / 3)
    assert same(whole.reliability.error, math.sqrt(1 / 3) / 2)
    assert same(whole.reliability.error_ratio, math.sqrt(1 / 3))


@given(SOME)
def test_figures_of_questions_are_those_of_their_definitions(answers: Answers) -> None:
    for question, points in by_question(answers).items():
        row = classical.question_row(question_sums(answers, question))
        values = list(points.values())
        assert same(row.facility.share, statistics.fmean(values))
        assert same(row.deviation, statistics.stdev(values) if len(values) > 1 else None)
        assert same(row.discrimination, discrimination(answers, question))
        assert same(row.efficiency, efficiency(answers, question))


@given(COMPLETE)
def test_alpha_is_that_of_the_formula_where_all_answered_everything(answers: Answers) -> None:
    sums = class_sums(answers)
    found, expected = classical.reliability(sums), alpha(answers)
    if expected is None:
        assert found is None
        return
    totals = totals_of(answers)
    assert found is not None
    assert math.isclose(found.alpha, expected, rel_tol=1e-9, abs_tol=1e-9)
    error = statistics.stdev(totals) * math.sqrt(1 - expected) / sums.questions
    assert math.isclose(found.error, error, abs_tol=1e-6)


def totals_of(answers: Answers) -> list[float]:
    learners = sorted({learner for learner, _ in answers})
    return [sum(points for (who, _), points in answers.items() if who == learner) for learner in learners]


@given(SOME)
def test_no_answers_make_a_figure_that_is_none_of_its_kind(answers: Answers) -> None:
    whole = classical.class_row(class_sums(answers))
    if whole.reliability is not None:
        assert whole.reliability.alpha <= 1 + 1e-9
        assert 0 <= whole.reliability.error < 1
    for question in by_question(answers):
        row = classical.question_row(question_sums(answers, question))
        found = row.discrimination_interval
        if found is not None:
            assert -1 <= found.low <= (row.discrimination or 0) + 1e-9
            assert (row.discrimination or 0) - 1e-9 <= found.high <= 1


def test_a_class_half_of_which_answers_each_question_has_about_the_reliability_of_the_whole() -> None:
    # Learners who know each question with a chance of their own; every second answer is left out.
    full = {
        (f"{who}", f"{what}"): float((who * 37 + what * 101) % 97 < who * 97 / 60)
        for who in range(60)
        for what in range(20)
    }
    half = {key: points for key, points in full.items() if (int(key[0]) + int(key[1])) % 2}
    both = [classical.reliability(class_sums(answers)) for answers in (full, half)]
    assert both[0] is not None
    assert both[1] is not None
    assert abs(both[0].alpha - both[1].alpha) < 0.03


@pytest.mark.parametrize(
    "answers",
    [
        {("a", "u"): 1.0},
        {("a", "u"): 1.0, ("a", "v"): 0.0},
        {("a", "u"): 1.0, ("b", "u"): 0.0},
        {("a", "u"): 1.0, ("a", "v"): 0.0, ("b", "u"): 1.0, ("b", "v"): 0.0},
        {("a", "u"): 1.0, ("b", "v"): 0.0},
    ],
    ids=["one answer", "one learner", "one question", "learners alike", "nothing shared"],
)
def test_what_cannot_be_told_is_none(answers: Answers) -> None:
    assert classical.class_row(class_sums(answers)).reliability is None
    assert classical.question_row(question_sums(answers, "u")).discrimination is None
    assert classical.question_row(question_sums(answers, "u")).efficiency is None


def test_no_answers_at_all_are_a_test_of_which_nothing_is_known() -> None:
    whole = classical.class_row(class_sums({}))
    assert (whole.learners, whole.mean, whole.deviation, whole.reliability) == (0, None, None, None)


def test_wrong_options_work_from_a_twentieth_of_the_answers_on() -> None:
    picks = [
        Picks(option, answers, points, 0, 0, 0)
        for option, answers, points in (("a", 75, 75.0), ("b", 20, 0.0), ("c", 5, 0.0), ("d", 0, 0.0))
    ]
    found = classical.distractors(picks, 100)
    assert found is not None
    assert (found.hits, found.out_of) == (2, 3)
    assert classical.distractors(picks, 101) == (1, 3)
    assert classical.distractors(picks[1:], 25) is None
    assert classical.distractors(picks[:1], 75) is None
    assert classical.distractors([], 0) is None


def test_the_interval_of_a_correlation_is_that_of_fisher() -> None:
    found = classical.correlation_interval(0.5, 28)
    assert found is not None
    assert math.isclose(found.low, math.tanh(math.atanh(0.5) - 1.96 / 5))
    assert math.isclose(found.high, math.tanh(math.atanh(0.5) + 1.96 / 5))
    assert classical.correlation_interval(0.5, 3) is None
    assert classical.correlation_interval(1.0, 9) is not None


def test_points_that_are_alike_but_for_rounding_do_not_vary() -> None:
    pairs = total_pairs([0.1] * 7, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])
    assert classical.discrimination(pairs) is None
    assert classical.efficiency(pairs) is None
    assert classical.discrimination(Pairs(1, 1, 1, 1, 1, 1, 1)) is None


@pytest.mark.parametrize("learners", [10, 30, 100])
def test_the_interval_of_a_discrimination_holds_the_truth_as_often_as_it_says(learners: int) -> None:
    chance = random.Random(learners)

    def drawn() -> tuple[float, float]:
        ability = chance.gauss(0, 1)
        knows = chance.random() < 1 / (1 + math.exp(-1.6 * (ability + 0.4)))
        return float(knows or chance.random() < 0.25), ability + chance.gauss(0, 0.4)

    points, rests = zip(*(drawn() for _ in range(100_000)), strict=True)
    truth, held, told = statistics.correlation(points, rests), 0, 0
    for _ in range(2000):
        ours, others = zip(*(drawn() for _ in range(learners)), strict=True)
        found = classical.discrimination(total_pairs(ours, others))
        interval = None if found is None else classical.correlation_interval(found, learners)
        if interval is not None:
            told += 1
            held += interval.holds(truth)
    assert 0.93 <= held / told <= 0.97
