"""Faults of questions: the tests against plain enumeration, and each fault on answers made by hand."""

from __future__ import annotations

import math
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from item_samples import CHOICE, TEXT, item, picked, subject, told_apart, told_of, trial, typed

from quiz.progress.discrimination import By, Correlation, Discrimination
from quiz.progress.faults import Fault, Finding, counted, returns, tried
from quiz.progress.foreseen import Told
from quiz.progress.items import items
from quiz.progress.tails import EXACT, at_least, fewer
from quiz.progress.verdicts import findings, threshold
from quiz.question import TrueFalseQuestion
from quiz.review import Picked, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.trial import Trial

CHANCES = st.lists(st.floats(0, 1), max_size=7)


@given(CHANCES, st.integers(0, 8))
def test_few_hits_are_as_likely_as_all_ways_to_have_them(chances: list[float], hits: int) -> None:
    ways = (
        math.prod(p if hit else 1 - p for p, hit in zip(chances, way, strict=True))
        for way in product([False, True], repeat=len(chances))
        if sum(way) <= hits
    )
    assert fewer(chances, hits) == pytest.approx(sum(ways), abs=1e-9)


@given(st.integers(0, 12), st.floats(0, 1), st.data())
def test_many_hits_are_as_likely_as_the_binomial_says(tries: int, chance: float, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, tries))
    ways = [math.comb(tries, k) * chance**k * (1 - chance) ** (tries - k) for k in range(hits, tries + 1)]
    assert at_least(hits, tries, chance) == pytest.approx(sum(ways), abs=1e-9)


def test_very_many_answers_are_reckoned_normally() -> None:
    chances = [0.5] * (EXACT + 1)
    for hits in (950, 1000, 1030):
        assert fewer(chances, hits) == pytest.approx(fewer(chances[:-1], hits), abs=0.02)
    assert fewer(chances, 0) < 1e-6


@given(st.lists(st.floats(0, 1), max_size=30))
def test_the_threshold_is_that_of_the_step_up_rule(chances: list[float]) -> None:
    most = threshold(chances)
    n = len(chances)
    kept = [p for p in chances if p <= most]
    assert all(p <= 0.05 * len(kept) / n for p in kept)
    for more in {p for p in chances if p > most}:
        assert more > 0.05 * sum(p <= more for p in chances) / n


def test_a_threshold_by_hand() -> None:
    # Benjamini and Hochberg's own fifteen chances: the first four are found at 0.05.
    chances = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
        0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0,
    ]  # fmt: skip
    assert threshold(chances) == 0.0095
    assert threshold([]) < 0
    assert threshold([0.06]) < 0


def found(trials: Sequence[Trial], *, foretold: bool = True) -> tuple[Finding, ...]:
    """Return what is found of the choice, alone among questions."""
    apart = told_apart(trials)
    one = item(apart, told_of(apart) if foretold else {})
    return findings([one]).get(one.name, ())


def test_no_verdict_with_fewer_than_eight_answers() -> None:
    seven = [picked("Vienna")] * 7
    assert found(seven) == found(seven, foretold=False) == ()
    assert tried(item(told_apart(seven))) == []
    assert [one.fault for one in found([*seven, picked("Vienna")])] == [Fault.WRONG_KEY]


def test_a_wrong_option_that_nearly_all_pick_may_be_the_key() -> None:
    (one,) = found([picked("Vienna")] * 9 + [picked()])
    assert (one.fault, one.about, one.times, one.out_of) == (Fault.WRONG_KEY, ("Vienna", "Geneva"), 9, 10)
    assert one.p is not None
    assert one.p < 1e-6


def test_where_nothing_was_foretold_the_picks_alone_tell_of_the_key() -> None:
    # Nine of ten, for one of three wrong options: 3 x 11 / 1024.
    (one,) = found([picked("Vienna")] * 9 + [picked()], foretold=False)
    assert (one.fault, one.p) == (Fault.WRONG_KEY, pytest.approx(33 / 1024))
    assert found([picked("Vienna")] * 8 + [picked()] * 2, foretold=False) == ()


def test_two_options_that_take_turns_are_ambiguous() -> None:
    (one,) = found([picked(), picked("Vienna")] * 8)
    assert (one.fault, one.about) == (Fault.AMBIGUOUS, ("Geneva", "Vienna"))
    assert (one.times, one.out_of) == (8, 16)


def test_what_was_learnt_at_last_is_not_ambiguous() -> None:
    assert [one.fault for one in found([picked("Vienna")] * 7 + [picked()] * 9)] == [Fault.HARDER]


def test_wrong_picks_all_over_are_just_hard() -> None:
    trials = [picked(), picked("Vienna"), picked(), picked("Oslo"), picked(), picked("Rome")] * 3
    (one,) = found(trials)
    assert (one.fault, one.about, one.times, one.out_of) == (Fault.HARDER, (), 8, 17)


def test_what_is_as_hard_as_foretold_is_sound() -> None:
    assert found([picked()] * 9 + [picked("Oslo")] + [picked()] * 10) == ()


def test_typed_questions_can_be_hard_too() -> None:
    apart = told_apart([typed(f"river {n}") for n in range(10)])
    one = item(apart, told_of(apart), question=TEXT)
    assert [finding.fault for finding in findings([one])[one.name]] == [Fault.HARDER]
    assert tried(item(apart, question=TEXT)) == []


def test_of_two_options_none_is_ambiguous() -> None:
    claim = TrueFalseQuestion(id="claim", ask="So?", location=CHOICE.location, answer=True)
    apart = told_apart([trial(None, claim), trial(Picked(("false",), claim.options()), claim)] * 8)
    one = item(apart, told_of(apart), question=claim)
    assert [finding.fault for finding in findings([one])[one.name]] == [Fault.HARDER]


def test_what_is_always_right_against_all_odds_is_too_easy() -> None:
    apart = told_apart([picked()] * 30)
    (one,) = findings([item(apart, told_of(apart, 0.8))])["b/venue"]
    assert (one.fault, one.times, one.out_of) == (Fault.TOO_EASY, 30, 30)
    assert findings([item(apart, told_of(apart, 0.99))]) == {}
    missed = told_apart([picked()] * 99 + [picked("Oslo")])
    (one,) = findings([item(missed, told_of(missed, 0.8))])["b/venue"]
    assert (one.fault, one.times, one.out_of) == (Fault.TOO_EASY, 99, 100)


def test_options_passed_over_by_many_are_dead() -> None:
    trials = [picked(("Vienna", "Oslo")[n % 2], learner=f"l{n}") for n in range(14)]
    trials += [picked(learner=f"r{n}") for n in range(80)]
    (one,) = found(trials, foretold=False)
    assert (one.fault, one.about, one.times, one.out_of) == (Fault.DEAD_OPTIONS, ("Rome",), 14, 94)
    assert one.p == pytest.approx((2 / 3) ** 14)


def test_dead_options_are_told_together() -> None:
    trials = [picked("Vienna", learner=f"l{n}") for n in range(14)]
    trials += [picked(learner=f"r{n}") for n in range(80)]
    (one,) = found(trials, foretold=False)
    assert (one.fault, one.about) == (Fault.DEAD_OPTIONS, ("Oslo", "Rome"))


def test_who_knows_more_doing_worse_is_found() -> None:
    one = item(told_apart([picked()] * 8))
    backwards = one._replace(discrimination=Discrimination(Correlation(-0.6, 30), By.LEARNERS))
    (finding,) = findings([backwards])["b/venue"]
    assert (finding.fault, finding.out_of) == (Fault.BACKWARDS, 30)
    forwards = one._replace(discrimination=Discrimination(Correlation(0.6, 30), By.LEARNERS))
    assert findings([forwards]) == {}


def test_counts_speak_for_themselves() -> None:
    wrong = [typed("Donau"), typed("donau"), typed("Donau", verdict=Verdict.RIGHT, points=1.0)]
    one = item(told_apart([*wrong, *[trial(None, TEXT)] * 5]), question=TEXT)
    assert counted(one) == [Finding(Fault.ACCEPT, ("Donau",), 3, 8, None)]
    assert counted(one._replace(facility=one.facility._replace(out_of=7))) == []
    assert [each.fault for each in counted(one._replace(raised=one.raised._replace(hits=3)))] == [
        Fault.OVERRULED,
        Fault.ACCEPT,
    ]
    leech = one._replace(subject=subject(TEXT, lapses=6))
    assert Finding(Fault.LEECH, (), 6, 8, None) in counted(leech)


def test_a_flag_needs_no_answers() -> None:
    flagged = item([])._replace(subject=subject(flags=("typo", "")))
    assert findings([flagged]) == {"b/venue": (Finding(Fault.FLAGGED, ("typo", ""), 2, 0, None),)}


def test_returns_to_a_wrong_option_are_counted_by_learner() -> None:
    trials = [
        picked(),
        picked("Oslo"),
        picked("Oslo"),
        picked(learner="you"),
        picked(),
        picked("Rome", learner="you"),
        picked("Oslo"),
    ]
    assert returns(trials, "Oslo") == 2
    assert returns(trials, "Rome") == 1
    assert returns([], "Rome") == 0


def test_of_many_sound_questions_few_are_accused() -> None:
    questions = [CHOICE.__class__(**{**vars(CHOICE), "id": f"q{n}"}) for n in range(200)]
    trials, told = [], []
    for n, one in enumerate(questions):
        for time in range(10):
            missed = (n * 7 + time * 3) % 10 == 0
            event = f"{n}-{time}"
            trials.append(picked(*(["Oslo"] * missed), card=f"b/{one.id}", event=event, session=str(time)))
            told.append(Told(event, f"b/{one.id}", time, 0.9, recalled=not missed))
    subjects = [subject(one) for one in questions]
    trials = [one._replace(revision=subjects[n // 10].card.revision) for n, one in enumerate(trials)]
    figures = items(subjects, trials, {"me": told}, lambda text, _: text)
    assert sum(one.facility.out_of for one in figures) == 2_000
    assert findings(figures) == {}
