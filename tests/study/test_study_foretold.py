"""What memory foretold of answers: which ones, by which parameters, under which names."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from study_samples import TODAY, reply, room

from quiz.memory import DEFAULT_PARAMETERS, SCHEDULER, Parameters, retrievability
from quiz.memory.foretelling import chances_before
from quiz.review import Rating
from quiz.store import adoptions, log
from quiz.study.foretold import foretold

if TYPE_CHECKING:
    from pathlib import Path

DAY = timedelta(days=1)
OTHER = Parameters("other", tuple(weight * 1.1 for weight in DEFAULT_PARAMETERS.weights))


def test_nothing_answered_foretells_nothing(tmp_path: Path) -> None:
    with room(tmp_path) as here:
        assert list(foretold(here.store)) == []


def test_later_days_are_foretold_and_the_same_day_is_not(tmp_path: Path) -> None:
    with room(tmp_path) as here:
        here.load()
        here.answer("talks/venue")
        state = here.state("talks/venue")
        assert state is not None
        here.clock.sleep(3)
        here.answer("talks/venue", Rating.AGAIN)
        here.answer("talks/venue")
        (told,) = foretold(here.store)
        assert (told.card, told.recalled) == ("talks/venue", False)
        assert told.chance == retrievability(state.memory.stability, 3, DEFAULT_PARAMETERS)


def test_an_adopted_set_foretells_what_came_after_it_alone(tmp_path: Path) -> None:
    with room(tmp_path) as here:
        here.load()
        for _ in range(2):
            here.answer("talks/venue")
            here.clock.sleep(5)
        (before,) = foretold(here.store)
        log.save_parameters(here.store, OTHER.id, SCHEDULER, OTHER.weights)
        adoptions.adopt(here.store, OTHER.id, here.clock.now())
        here.answer("talks/venue")
        first, second = foretold(here.store)
        assert first == before
        rows = [(day.toordinal(), 3) for day in (TODAY, TODAY + 5 * DAY, TODAY + 10 * DAY)]
        assert second.chance == pytest.approx(list(chances_before(rows, OTHER))[-1])
        assert second.chance != pytest.approx(list(chances_before(rows, DEFAULT_PARAMETERS))[-1])


def test_answers_taken_back_are_not_there_and_a_new_name_counts(tmp_path: Path) -> None:
    with room(tmp_path) as here:
        here.load()
        here.answer("talks/venue")
        here.clock.sleep()
        sitting = here.sit("talks/venue")
        sitting.next()
        sitting.record(*reply(sitting, Rating.GOOD))
        sitting.undo()
        here.write("talks.yaml", (here.root / "talks.yaml").read_text("utf-8").replace("venue", "city"))
        here.load()
        here.answer("talks/city")
        assert [one.card for one in foretold(here.store)] == ["talks/city"]
