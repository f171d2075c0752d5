"""What was picked and typed wrongly, held against plain counts and cases worked out on paper."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from item_samples import CHOICE, MATCH, OPTIONS, ORDER, SEVERAL, TEXT, TRIALS, picked, trial, typed

from quiz.progress.distractors import (
    MixUp,
    TypedWrong,
    dead_chance,
    left_empty,
    mix_ups,
    option_shares,
    typed_wrong,
)
from quiz.progress.proportion import Proportion
from quiz.review import Matched, Picked, Rating, SelfRated, Verdict

if TYPE_CHECKING:
    from quiz.trial import Trial


@given(TRIALS)
def test_shares_of_a_choice_are_plain_counts(trials: list[Trial]) -> None:
    taken = [one.response.picked[0] if isinstance(one.response, Picked) else "Geneva" for one in trials]
    wrong = sum(option != "Geneva" for option in taken)
    shares = option_shares(CHOICE, trials)
    assert [share.text for share in shares] == list(OPTIONS)
    for share in shares:
        assert share.is_right == (share.text == "Geneva")
        assert share.picked == Proportion(taken.count(share.text), len(trials))
        expected = Proportion(0, 0) if share.is_right else Proportion(taken.count(share.text), wrong)
        assert share.of_wrong == expected
    mixed = Counter(option for option in taken if option != "Geneva")
    assert {one.taken: one.times for one in mix_ups(CHOICE, trials)} == mixed


def test_several_by_hand() -> None:
    shown = SEVERAL.options()
    partly = trial(Picked(("two", "three"), shown), SEVERAL, judged=Verdict.PARTLY)
    both = trial(Picked(("three", "five"), shown), SEVERAL)
    none = trial(Picked((), shown), SEVERAL)
    shares = option_shares(SEVERAL, [trial(None, SEVERAL), partly, both, none])
    assert [(one.text, one.picked, one.of_wrong) for one in shares] == [
        ("two", (2, 4), (0, 0)),
        ("four", (1, 4), (0, 0)),
        ("three", (2, 4), (2, 3)),
        ("five", (1, 4), (1, 3)),
    ]
    assert mix_ups(SEVERAL, [partly, both]) == ()
    assert left_empty([partly, both, none]) == 1


def test_other_kinds_have_no_options() -> None:
    assert option_shares(TEXT, [typed("x")]) == ()
    assert option_shares(MATCH, []) == ()
    assert mix_ups(TEXT, [typed("x")]) == ()


def test_a_match_is_mixed_up_at_a_left_side() -> None:
    swapped = (("France", "Rome"), ("Italy", "Paris"))
    trials = [trial(Matched(swapped, ()), MATCH), trial(Matched(swapped[:1], ()), MATCH), trial(None, MATCH)]
    assert mix_ups(MATCH, trials) == (
        MixUp("France", "Paris", "Rome", 2),
        MixUp("Italy", "Rome", "Paris", 1),
    )
    assert left_empty([trial(Matched((), ()), MATCH)]) == 1


def test_an_order_is_mixed_up_where_neighbours_change_places() -> None:
    trials = [
        trial(Picked(("cat", "ant", "cow"), ()), ORDER),
        trial(Picked(("cow", "cat", "ant"), ()), ORDER),
        trial(Picked(("cow",), ()), ORDER),
    ]
    assert mix_ups(ORDER, trials) == (MixUp("", "ant", "cat", 2), MixUp("", "cat", "cow", 1))


def test_typed_answers_are_gathered_by_what_is_the_same() -> None:
    raised = typed("Rhine", verdict=Verdict.RIGHT)
    trials = [typed("rhine"), raised, typed("Elbe "), typed("Rhine"), typed("  "), trial(None, TEXT)]
    assert typed_wrong(trials, str.casefold) == (TypedWrong("Rhine", 3, 1), TypedWrong("Elbe", 1, 0))
    assert left_empty(trials) == 1
    assert typed_wrong([], str.casefold) == ()


def test_what_a_learner_rates_is_never_empty() -> None:
    assert left_empty([trial(SelfRated(Rating.AGAIN))]) == 0


@pytest.mark.parametrize(
    ("picks", "chance"),
    [
        ((), 1),
        (("Rome",), 1),
        (("Vienna",), Fraction(2, 3)),
        (("Vienna", "Vienna", "Vienna"), Fraction(2, 3)),
        (("Vienna", "Oslo", "Vienna"), Fraction(2, 3) / 4),
        (("Vienna", "Oslo", "Rome"), 1),
    ],
)
def test_a_dead_option_by_hand(picks: tuple[str, ...], chance: Fraction) -> None:
    trials = [one for option in picks for one in (picked(option), picked())]
    assert dead_chance(CHOICE, "Rome", trials) == pytest.approx(float(chance))


def test_learners_err_each_for_themselves() -> None:
    trials = [picked("Vienna", learner=name) for name in "abc"]
    assert dead_chance(CHOICE, "Rome", trials) == pytest.approx((2 / 3) ** 3)


def test_several_options_of_one_answer_pass_over_a_third() -> None:
    # None of two picks out of four is the third with chance 3/4 x 2/3.
    shown = ("right", "a", "b", "c", "d")
    trials = [trial(Picked(("a", "b"), shown), WIDE)]
    assert dead_chance(WIDE, "d", trials) == pytest.approx(1 / 2)


def test_an_option_as_tempting_as_others_is_called_dead_as_rarely_as_is_said() -> None:
    """Whatever the habit: over many learners, the chance is at most 0.05 in at most 5 of 100."""
    chance, low = Random(1), 0
    for _ in range(2_000):
        last, trials = "", []
        for _ in range(25):
            last = last if last and chance.random() < 0.6 else chance.choice(OPTIONS[1:])
            trials.append(picked(last))
        low += dead_chance(CHOICE, "Rome", trials) <= 0.05
    assert low / 2_000 <= 0.05


WIDE = SEVERAL.__class__(
    id="wide",
    ask="Which?",
    location=SEVERAL.location,
    answers=("right",),
    wrong=tuple(SEVERAL.wrong[0].__class__(text, None) for text in "abcd"),
)
