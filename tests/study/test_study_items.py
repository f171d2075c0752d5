"""Answers as item analysis takes them, from a database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from study_samples import room

from quiz.grading import Judgement
from quiz.progress.proportion import Proportion
from quiz.review import Rating, Sign, Typed, Verdict
from quiz.store import open_store
from quiz.store.trials import of_each_learner, trials
from quiz.study.items import folded, looked_at
from quiz.study.marking import put_mark
from quiz.study.session import Given

if TYPE_CHECKING:
    from pathlib import Path

    from study_samples import Room


def say(here: Room, key: str, text: str) -> None:
    """Give a wrong answer."""
    sitting = here.sit(key)
    sitting.next()
    judged = Judgement(verdict=Verdict.WRONG, score=0.0, suggested=Rating.AGAIN, reason="told")
    sitting.record(Given(Typed(text), 2000), judged, Rating.AGAIN)


def figures(here: Room) -> dict[str, tuple[int, int, Proportion]]:
    found = looked_at(here.store, here.scope())
    return {one.name: (one.answers, one.earlier, one.facility) for one in found}


def test_an_empty_log_gives_all_cards_without_answers(tmp_path: Path) -> None:
    with room(tmp_path) as here:
        here.load()
        found = figures(here)
        assert len(found) == 4
        assert set(found.values()) == {(0, 0, Proportion(0, 0))}
        assert of_each_learner(here.store) == []
        assert len(looked_at(here.store, here.scope(), all_learners=True)) == 4


def test_answers_are_read_with_what_was_typed_wrongly_alone(tmp_path: Path) -> None:
    with room(tmp_path) as here:
        here.load()
        here.answer("talks/venue")
        here.clock.sleep(3)
        say(here, "talks/venue", "Vienna")
        here.answer("talks/month")
        right, wrong = trials(here.store, {"talks/venue"})
        assert (right.response, right.missed, right.points, right.is_first) == (None, False, 1.0, True)
        assert (wrong.response, wrong.missed, wrong.duration_ms) == (Typed("Vienna"), True, 2000)
        assert wrong.day == right.day + 3
        found = {one.name: one for one in looked_at(here.store, here.scope())}
        venue = found["talks/venue"]
        assert venue.facility == Proportion(1, 2)
        assert venue.recall is not None
        assert (venue.recall.answers, venue.recall.recalled) == (1, 0)
        assert [(one.text, one.times) for one in venue.typed] == [("Vienna", 1)]


def test_answers_from_before_a_change_do_not_count(tmp_path: Path) -> None:
    with room(tmp_path) as here:
        here.load()
        here.answer("talks/venue")
        text = (here.root / "talks.yaml").read_text("utf-8")
        here.write("talks.yaml", text.replace("Which city is proposed?", "Which city was proposed?"))
        assert figures(here)["talks/venue"] == (0, 1, Proportion(0, 0))


def test_a_new_name_takes_its_answers_along(tmp_path: Path) -> None:
    with room(tmp_path) as here:
        here.load()
        here.answer("talks/venue")
        text = (here.root / "talks.yaml").read_text("utf-8")
        here.write("talks.yaml", text.replace("venue", "city"))
        assert figures(here)["talks/city"] == (1, 0, Proportion(1, 1))


def test_suspended_and_flagged_questions_are_looked_at(tmp_path: Path) -> None:
    with room(tmp_path) as here:
        here.load()
        put_mark(here.store, here.clock, "talks/venue", Sign.SUSPENDED)
        put_mark(here.store, here.clock, "talks/venue", Sign.FLAGGED, note="typo")
        found = {one.name: one for one in looked_at(here.store, here.scope())}
        assert found["talks/venue"].subject.flags == ("typo",)
        assert found["talks/month"].subject.flags == ()


def test_all_learners_are_read_together(tmp_path: Path) -> None:
    with room(tmp_path) as here:
        here.load()
        here.answer("talks/venue")
        put_mark(here.store, here.clock, "talks/venue", Sign.FLAGGED, note="typo")
    with open_store(tmp_path / "quiz.db", learner="Ada", now_ms=0) as store:
        here.store = store
        here.load()
        say(here, "talks/venue", "Vienna")
        alone, *_ = (one for one in looked_at(store, here.scope()) if one.answers)
        assert (alone.learners, alone.facility, alone.subject.flags) == (1, Proportion(0, 1), ())
        both, *_ = (one for one in looked_at(store, here.scope(), all_learners=True) if one.answers)
        assert (both.learners, both.facility, both.subject.flags) == (2, Proportion(1, 2), ("typo",))


def test_what_grading_takes_for_the_same_is_gathered() -> None:
    assert folded("The Łódź", "en") == folded("lodz!", "en")
    assert folded("Rhine", "en") != folded("Rhone", "en")
    assert folded("", "en") == ""
