"""What luck brings, held against all ways to answer, and the share of points without it."""

from __future__ import annotations

import itertools
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.grading.picks import grade_choice, grade_match, grade_order, grade_several
from quiz.progress.chance import PICKED, Marked, corrected_share, options_shown, points_by_chance
from quiz.question import (
    ChoiceQuestion,
    Kind,
    Location,
    MatchQuestion,
    OrderQuestion,
    SeveralQuestion,
    Wrong,
)
from quiz.review import Matched, Picked, Rating, SelfRated, Typed

LETTERS = "abcdef"
HERE = Location("b.yaml", 1, 1)


def wrong(letters: str) -> tuple[Wrong, ...]:
    return tuple(Wrong(letter, None) for letter in letters)


@pytest.mark.parametrize("shown", range(2, 7))
def test_a_choice_is_hit_as_often_as_all_picks_say(shown: int) -> None:
    options = tuple(LETTERS[:shown])
    question = ChoiceQuestion(id="q", ask="?", location=HERE, answer="a", wrong=wrong(LETTERS[1:shown]))
    ways = [grade_choice(question, Picked((one,), options)).score for one in options]
    assert points_by_chance(Kind.CHOICE, shown) == pytest.approx(fmean(ways))


@pytest.mark.parametrize("shown", range(2, 7))
def test_a_match_brings_what_all_matchings_bring(shown: int) -> None:
    rights = tuple(LETTERS[:shown])
    question = MatchQuestion(
        id="q", ask="?", location=HERE, pairs=tuple(zip(LETTERS.upper(), rights, strict=False))
    )
    lefts = [left for left, _ in question.pairs]
    ways = [
        grade_match(question, Matched(tuple(zip(lefts, order, strict=True)), rights)).score
        for order in itertools.permutations(rights)
    ]
    assert points_by_chance(Kind.MATCH, shown) == pytest.approx(fmean(ways))


@pytest.mark.parametrize("shown", range(2, 7))
def test_several_bring_what_all_sets_bring_where_half_are_right(shown: int) -> None:
    options = tuple(LETTERS[:shown])
    half = max(1, shown // 2)
    question = SeveralQuestion(
        id="q", ask="?", location=HERE, answers=options[:half], wrong=wrong(LETTERS[half:shown])
    )
    ways = [
        grade_several(question, Picked(picked, options)).score
        for many in range(1, shown + 1)
        for picked in itertools.combinations(options, many)
    ]
    assert points_by_chance(Kind.SEVERAL, shown) == pytest.approx(fmean(ways))


@pytest.mark.parametrize("shown", range(2, 7))
def test_an_order_brings_what_all_orders_bring(shown: int) -> None:
    items = tuple(LETTERS[:shown])
    question = OrderQuestion(id="q", ask="?", location=HERE, items=items)
    ways = [grade_order(question, Picked(order, items)).score for order in itertools.permutations(items)]
    assert points_by_chance(Kind.ORDER, shown) == pytest.approx(fmean(ways))


def test_true_false_is_a_toss_also_where_nothing_was_noted_as_shown() -> None:
    assert points_by_chance(Kind.TRUE_FALSE, 0) == 1 / 2


@pytest.mark.parametrize(
    ("kind", "shown"),
    [(Kind.TEXT, 4), (Kind.RECALL, 0), *((kind, few) for kind in sorted(PICKED) for few in (0, 1))],
)
def test_what_cannot_be_hit_blindly_has_no_chance(kind: Kind, shown: int) -> None:
    assert points_by_chance(kind, shown) == 0


@given(st.sampled_from(sorted(PICKED)), st.integers(0, 200))
def test_luck_alone_never_brings_all(kind: Kind, shown: int) -> None:
    assert 0 <= points_by_chance(kind, shown) <= 1 / 2


def test_a_response_tells_what_was_shown() -> None:
    assert options_shown(Typed("river")) == options_shown(SelfRated(Rating.GOOD)) == 0
    assert options_shown(Picked(("a",), ("a", "b"))) == options_shown(Matched((), ("a", "b"))) == 2


def test_the_share_without_luck_is_the_classical_formula_score() -> None:
    # 13 right and 7 wrong of 20 choices among four: (13 - 7 / 3) / 20 = 0.5333.
    answers = [Marked(1, 1 / 4)] * 13 + [Marked(0, 1 / 4)] * 7
    assert corrected_share(answers) == pytest.approx((13 - 7 / 3) / 20)


def test_guessing_gives_nothing_and_no_answer_nothing_to_say() -> None:
    assert corrected_share([]) is None
    assert corrected_share([Marked(1, 1 / 2), Marked(0, 1 / 2)]) == pytest.approx(0)
    assert corrected_share([Marked(0, 1 / 2)]) == pytest.approx(-1)


@given(st.lists(st.builds(Marked, st.floats(0, 1), st.floats(0, 0.5)), min_size=1))
def test_it_is_never_above_the_share_itself(answers: list[Marked]) -> None:
    corrected = corrected_share(answers)
    assert corrected is not None
    assert corrected <= fmean(one.points for one in answers) + 1e-9
