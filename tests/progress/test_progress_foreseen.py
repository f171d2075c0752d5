"""What was foretold, levelled: held against plain sums, and against learners whose days are known."""

from __future__ import annotations

import math
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.progress.foreseen import Told, days_differ, foresee, level, own_level, shifted

TOLD = st.lists(
    st.builds(
        Told,
        event=st.uuids().map(str),
        card=st.sampled_from("abcdef"),
        day=st.integers(1, 4),
        chance=st.floats(0.05, 1.0),
        recalled=st.booleans(),
    ),
    max_size=40,
    unique_by=lambda one: one.event,
)


def test_nothing_foretold_is_nothing() -> None:
    assert foresee([]) == {}
    assert level([]) == own_level([]) == 0
    assert not days_differ([], {})


@pytest.mark.parametrize(("chance", "shift"), [(0.5, 0.0), (0.9, -1.0), (0.2, 3.0)])
def test_odds_are_multiplied_when_their_log_is_raised(chance: float, shift: float) -> None:
    odds = chance / (1 - chance) * math.exp(shift)
    assert shifted(chance, shift) == pytest.approx(odds / (1 + odds))


def test_a_certain_chance_is_not_quite() -> None:
    assert 0 < shifted(0.0, 0.0) < shifted(1.0, 0.0) < 1


@given(st.lists(st.tuples(st.floats(0.05, 0.95), st.booleans()), min_size=1, max_size=50))
def test_the_level_makes_as_many_foretold_as_were_recalled(pairs: list[tuple[float, bool]]) -> None:
    found = sum(shifted(round(chance, 4), level(pairs)) for chance, _ in pairs)
    assert found == pytest.approx(len(pairs) * (sum(hit for _, hit in pairs) + 1) / (len(pairs) + 2))


def test_a_level_by_hand() -> None:
    # Eight of ten at a chance of one half: with one more of each sort nine of twelve, odds of three.
    assert level([(0.5, number < 8) for number in range(10)]) == pytest.approx(math.log(3))


def test_a_question_at_fault_says_nothing_of_the_learner() -> None:
    fair = [Told(f"{n}", f"c{n % 10}", n, 0.9, n % 10 != n // 10) for n in range(100)]
    fault = [Told(f"x{n}", "x", n, 0.9, recalled=False) for n in range(20)]
    assert own_level([*fair, *fault]) == pytest.approx(own_level(fair))
    assert level([(one.chance, one.recalled) for one in [*fair, *fault]]) < own_level(fair) - 0.5


@given(TOLD)
def test_others_are_the_mean_residual_of_the_other_cards_of_the_day(rows: list[Told]) -> None:
    found = foresee(rows)
    shift = own_level(rows)
    assert found.keys() == {one.event for one in rows}
    for one in rows:
        others = [
            other.recalled - shifted(round(other.chance, 4), shift)
            for other in rows
            if other.day == one.day and other.card != one.card
        ]
        seen = found[one.event]
        assert (seen.chance, seen.recalled) == (one.chance, one.recalled)
        assert seen.residual == pytest.approx(one.recalled - shifted(round(one.chance, 4), shift))
        if len(others) < 5:
            assert seen.others is None
        else:
            assert seen.others == pytest.approx(sum(others) / len(others))


def differ(rows: list[Told]) -> bool:
    return days_differ(rows, foresee(rows))


def days(spread: float, seed: int) -> list[Told]:
    """Return thirty answers on each of sixty days that go better or worse."""
    chance, rows = Random(seed), []
    for day in range(60):
        went = shifted(0.8, chance.gauss(0, spread))
        rows += [Told(f"{day}-{n}", f"c{day * 30 + n}", day, 0.8, chance.random() < went) for n in range(30)]
    return rows


def test_days_that_differ_are_told_from_days_that_do_not() -> None:
    assert all(differ(days(1.0, seed)) for seed in range(10))
    assert sum(differ(days(0.0, seed)) for seed in range(40)) <= 6
    assert not differ(days(1.0, 0)[:500])
