"""Faults found in classes that were made up: those planted, and hardly any others."""

from __future__ import annotations

import random

import pytest
from class_curve import OPTIONS, class_sums, counted, made, picked, table

from quiz.progress.class_sums import Picks, QuestionSums, total_pairs
from quiz.progress.classical_faults import FEWEST, Fault, Finding, faults, log_likelihood


def test_nine_of_ten_planted_faults_are_found_in_classes_of_a_hundred_and_few_sound_questions_accused() -> (
    None
):
    count = counted(100, classes=40, seed=100)
    assert count.recall >= 0.9
    assert count.accused / count.sound <= 0.05
    assert count.on_sound / count.findings <= 0.05
    assert all(count.found[fault] >= 0.65 * count.planted[fault] for fault in Fault)


@pytest.mark.parametrize("learners", [8, 10, 30])
def test_small_classes_find_less_but_accuse_no_more(learners: int) -> None:
    count = counted(learners, classes=40, seed=learners)
    assert count.accused / count.sound <= 0.06


def test_the_curve_has_a_line_for_each_size() -> None:
    lines = table(classes=1).splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == ["10", "30", "100"]
    assert {line.count("|") for line in lines} == {11}


def one_question(fault: Fault | None, learners: int, seed: int = 1) -> tuple[float | None, QuestionSums]:
    """Return a question among thirty sound ones."""
    chance = random.Random(seed)
    questions = [made(chance, kind) for kind in (fault, *[None] * 30)]
    abilities = [chance.gauss(0, 1) for _ in range(learners)]
    answers = [[picked(chance, one, ability) for one in questions] for ability in abilities]
    alpha, sums = class_sums(answers, [one.right for one in questions])
    return alpha, sums[0]


@pytest.mark.parametrize("fault", list(Fault))
def test_each_fault_is_found_in_a_large_class(fault: Fault) -> None:
    alpha, sums = one_question(fault, 2000)
    options = {Fault.WRONG_KEY: ("a",), Fault.TWO_RIGHT: ("b",), Fault.DEAD_OPTION: ("d",)}
    assert faults(sums, alpha) == (Finding("0", fault, options.get(fault, ())),)


def test_a_sound_question_of_a_large_class_has_none() -> None:
    alpha, sums = one_question(None, 2000)
    assert faults(sums, alpha) == ()


@pytest.mark.parametrize("fault", list(Fault))
def test_below_eight_answers_nothing_is_said(fault: Fault) -> None:
    alpha, sums = one_question(fault, FEWEST - 1)
    assert faults(sums, alpha) == ()


def test_a_typed_question_that_the_able_get_wrong_has_a_wrong_key() -> None:
    rests = [number / 100 for number in range(100)]
    points = [float(number < 40) for number in range(100)]
    sums = QuestionSums("typed", 100, sum(points), sum(points), total_pairs(points, rests))
    assert faults(sums, 0.8) == (Finding("typed", Fault.WRONG_KEY),)


def test_a_typed_question_that_has_nothing_to_do_with_the_rest_is_unclear() -> None:
    rests = [number / 100 for number in range(100)]
    points = [float(number % 2) for number in range(100)]
    sums = QuestionSums("typed", 100, sum(points), sum(points), total_pairs(points, rests))
    assert faults(sums, 0.8) == (Finding("typed", Fault.UNCLEAR),)


@pytest.mark.parametrize("alpha", [None, 0.0, -0.5])
def test_nothing_that_rests_on_the_rest_score_is_told_where_that_tells_nothing(alpha: float | None) -> None:
    _, sums = one_question(Fault.WRONG_KEY, 500)
    assert faults(sums, alpha) == ()


def test_of_two_options_both_cannot_be_right() -> None:
    right = Picks("true", 50, 50.0, 50, 25.0, 13.0)
    other = Picks("false", 50, 0.0, 50, 25.0, 13.0)
    rests = [0.4, 0.6] * 50
    points = [1.0] * 50 + [0.0] * 50
    sums = QuestionSums("one", 100, 50.0, 50.0, total_pairs(points, rests), (right, other))
    assert faults(sums, 0.9) == (Finding("one", Fault.UNCLEAR),)


def test_a_story_is_likelier_the_more_the_able_stand_apart() -> None:
    def likely(gap: float) -> float:
        able = Picks("a", 10, 10.0, 10, 10 * (0.4 + gap), 10 * ((0.4 + gap) ** 2 + 0.01))
        others = Picks("b", 10, 0.0, 10, 4.0, 10 * (0.16 + 0.01))
        return log_likelihood([able], [able, others]) - log_likelihood([], [able, others])

    assert likely(-0.2) == 0
    assert likely(0) == 0
    assert 0 < likely(0.1) < likely(0.2)


def test_no_option_is_dead_while_too_few_are_wrong_to_tell() -> None:
    def found(wrong: int) -> set[Fault]:
        picks = [Picks("a", 60, 60.0, 0, 0, 0), Picks("b", wrong, 0, 0, 0, 0), Picks("c", 0, 0, 0, 0, 0)]
        sums = QuestionSums("one", 60 + wrong, 60, 60, total_pairs([], []), tuple(picks))
        return {one.fault for one in faults(sums, None)}

    assert Fault.DEAD_OPTION not in found(10)
    assert Fault.DEAD_OPTION in found(11)
    assert len(OPTIONS) == 4
