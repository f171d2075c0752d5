"""The figures of a question, held against plain counts and a log worked out on paper."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from item_samples import CHOICE, TEXT, TRIALS, card, item, picked, subject, told_apart, typed

from quiz.progress.calibration import foresight
from quiz.progress.discrimination import By, Discrimination, Untold
from quiz.progress.foreseen import Told, foresee
from quiz.progress.items import items, means_by_kind, shrunk
from quiz.progress.proportion import Proportion
from quiz.question import Kind
from quiz.review import Verdict

if TYPE_CHECKING:
    from quiz.trial import Trial


def fold(text: str, language: str) -> str:
    assert language == "en"
    return text.casefold()


def test_a_question_never_asked_has_figures_without_dividing() -> None:
    found = item([])
    assert (found.answers, found.earlier, found.learners, found.sequence) == (0, 0, 0, ())
    assert (found.facility, found.shrunk, found.recall, found.median_ms) == (
        Proportion(0, 0),
        0.0,
        None,
        None,
    )
    assert (found.hinted, found.raised, found.empty) == (Proportion(0, 0), Proportion(0, 0), 0)
    assert found.discrimination is Untold.FEW
    assert found.recalls == ()
    assert found.mix_ups == found.typed == ()
    assert items([], [], {}, fold) == ()


def test_a_log_worked_out_on_paper() -> None:
    # Four answers in three sittings, and one from before the question was changed. First ones: right in
    # 4 s, Oslo in 8 s after a hint and overruled, Vienna in 6 s.
    trials = [
        picked("Rome", revision="0" * 16, event="a"),
        picked(event="b", session="1"),
        picked("Oslo", event="c", session="2", duration_ms=8000, hints=1, verdict=Verdict.RIGHT, points=1.0),
        picked("Vienna", event="d", session="3", duration_ms=6000),
        picked(event="e", session="3", is_first=False),
    ]
    told = [Told("c", "b/venue", 1, 0.9, recalled=True), Told("d", "b/venue", 2, 0.8, recalled=False)]
    found = item(trials, {"me": told})
    assert (found.name, found.answers, found.earlier, found.learners) == ("b/venue", 4, 1, 1)
    assert [one.event for one in found.sequence] == ["b", "c", "d"]
    assert found.facility == Proportion(2, 3)
    # The mean of the kind is (2 + 1) of (3 + 2).
    assert found.shrunk == pytest.approx((2 + 8 * 0.6) / (3 + 8))
    assert found.recall is not None
    assert found.recall[:3] == (2, pytest.approx(0.85), 0.5)
    assert found.median_ms == 6000
    assert (found.hinted, found.raised) == (Proportion(1, 3), Proportion(1, 2))
    assert [(one.text, one.picked.hits) for one in found.options] == [
        ("Geneva", 1),
        ("Vienna", 1),
        ("Oslo", 1),
        ("Rome", 0),
    ]
    assert [text for text, _ in found.dead] == ["Vienna", "Oslo", "Rome"]
    assert [one.taken for one in found.mix_ups] == ["Oslo", "Vienna"]


@given(TRIALS)
def test_figures_are_plain_counts(trials: list[Trial]) -> None:
    present = [one for one in trials if one.revision == card().revision]
    firsts = [one for one in present if one.is_first]
    found = item(trials)
    assert found.answers == len(present)
    assert found.earlier == len(trials) - len(present)
    assert found.learners == len({one.learner for one in present})
    assert found.facility == Proportion(sum(one.points for one in firsts), len(firsts))
    assert found.hinted == Proportion(sum(one.hints > 0 for one in firsts), len(firsts))
    assert found.median_ms == (median([one.duration_ms for one in firsts]) if firsts else None)
    assert 0 <= found.shrunk <= 1


def test_recall_is_over_the_answers_that_were_foretold_alone() -> None:
    trials = told_apart([picked(), picked("Oslo"), picked()])
    rows = [Told("e1", "b/venue", 1, 0.7, recalled=False), Told("e2", "b/venue", 2, 0.9, recalled=True)]
    other = [Told(f"x{n}", f"b/{n}", n, 0.9, recalled=True) for n in range(10)]
    found = item(trials, {"me": [*rows, *other]})
    assert found.recall == foresight([(0.7, False), (0.9, True)])
    levelled = foresee([*rows, *other])
    assert found.recalls == ((levelled["e1"].levelled, False), (levelled["e2"].levelled, True))


def test_means_and_priors() -> None:
    assert means_by_kind([]) == {}
    found = means_by_kind([picked(), picked("Oslo"), picked(), typed("x")])
    assert found == {Kind.CHOICE: pytest.approx(3 / 5), Kind.TEXT: pytest.approx(1 / 3)}
    assert shrunk(Proportion(0, 0), 0.7) == pytest.approx(0.7)
    assert shrunk(Proportion(8, 8), 0.5) == pytest.approx(0.75)


def test_typed_answers_are_folded_in_the_language_of_the_bank() -> None:
    found = item(told_apart([typed("RHINE"), typed("rhine")]), question=TEXT)
    assert [(one.text, one.times) for one in found.typed] == [("RHINE", 2)]


def test_many_learners_are_compared_by_their_first_answers_ever() -> None:
    # Ten learners and seven questions: five know all, five nothing, and all know it the second time.
    questions = [CHOICE.__class__(**{**vars(CHOICE), "id": f"q{n}"}) for n in range(7)]
    trials = [
        picked(*wrong, card=f"b/{one.id}", learner=f"l{n}", event=f"{n}-{one.id}-{time}", session=str(time))
        for n in range(10)
        for one in questions
        for time, wrong in enumerate([("Oslo",) if n < 5 else (), ()])
    ]
    found = items([subject(one) for one in questions], trials, {}, fold)
    assert all(isinstance(one.discrimination, Discrimination) for one in found)
    first = found[0].discrimination
    assert isinstance(first, Discrimination)
    assert (first.by, first.correlation.pairs) == (By.LEARNERS, 10)
    assert first.correlation.value == pytest.approx(1)
