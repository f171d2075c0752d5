"""Sittings that leave memory alone: what they hold, and that they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from study_samples import TERMS, Room, reply, room

from quiz.review import Mode, Rating, Sign
from quiz.store import log, states
from quiz.study import queue
from quiz.study.cramming import cram, missed
from quiz.study.limits import done_today
from quiz.study.marking import put_mark
from quiz.study.session import Sitting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORDS = ("amber", "bridge", "cellar", "dragon", "engine", "forest")


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path, banks=False) as found:
        rows = "".join(f"  - {{id: {word}, ask: Name the {word}, answer: {word}}}\n" for word in WORDS)
        found.write("w.yaml", f"quiz: 1\ntitle: Words\nquestions:\n{rows}")
        found.load()
        yield found


def crammed(where: Room, seed: str = "s", number: int | None = None) -> list[str]:
    return [card.card.question.id for card in cram(where.store, where.scope(), seed, number)]


def sit(where: Room, mode: Mode) -> Sitting:
    cards = queue.build(where.store, where.scope(), where.clock.now().study_day, queue.Limits(99, 99))
    return Sitting(where.store, where.clock, cards, terms=TERMS, seed="s", mode=mode)


def test_everything_is_asked_due_or_not(here: Room) -> None:
    here.answer("w/amber")
    assert sorted(crammed(here)) == [*WORDS]


def test_suspended_and_buried_cards_are_left_out(here: Room) -> None:
    put_mark(here.store, here.clock, "w/amber", Sign.SUSPENDED)
    put_mark(
        here.store, here.clock, "w/bridge", Sign.BURIED, until=here.clock.now().study_day.replace(day=11)
    )
    assert sorted(crammed(here)) == [*WORDS[2:]]


def test_the_seed_gives_the_order_and_the_choice(here: Room) -> None:
    assert crammed(here) == crammed(here)
    assert len({tuple(crammed(here, str(seed))) for seed in range(10)}) > 5
    assert len({frozenset(crammed(here, str(seed), 2)) for seed in range(10)}) > 3
    assert len(crammed(here, number=2)) == 2
    assert len(crammed(here, number=99)) == len(WORDS)


def test_cramming_changes_no_state_no_new_card_and_not_what_was_done_today(here: Room) -> None:
    here.answer("w/amber")
    before = states.stored_states(here.store), here.new(), done_today(here.store, here.clock.now().study_day)
    sitting = sit(here, Mode.CRAM)
    assert sitting.next_days() == {}
    for rating in Rating:
        review = sitting.record(*reply(sitting, rating))
        assert (review.interval_days, review.due_on, review.mode) == (0, review.study_day, Mode.CRAM)
    after = states.stored_states(here.store), here.new(), done_today(here.store, here.clock.now().study_day)
    assert after == before
    sitting.undo()
    assert states.stored_states(here.store) == before[0]


def test_in_cramming_a_card_that_was_not_known_comes_again(here: Room) -> None:
    sitting = sit(here, Mode.CRAM)
    first = sitting.current.card.key
    sitting.record(*reply(sitting, Rating.AGAIN))
    assert sitting.left == len(WORDS)
    for _ in range(4):
        assert sitting.current.card.key != first
        sitting.record(*reply(sitting, Rating.GOOD))
    assert sitting.current.card.key == first


def test_in_an_exam_a_card_that_was_not_known_does_not_come_again(here: Room) -> None:
    sitting = sit(here, Mode.EXAM)
    asked = []
    while (put := sitting.next()) is not None:
        asked.append(put.card.key)
        sitting.record(*reply(sitting, Rating.AGAIN))
    assert asked == [f"w/{word}" for word in WORDS]
    assert states.stored_states(here.store) == {}


def test_what_was_missed_is_what_was_not_right_at_first_in_the_order_of_asking(here: Room) -> None:
    sitting = sit(here, Mode.STUDY)
    for rating in (Rating.GOOD, Rating.AGAIN, Rating.AGAIN, Rating.GOOD, Rating.GOOD, Rating.GOOD):
        sitting.record(*reply(sitting, rating))
    sitting.record(*reply(sitting, Rating.GOOD))
    assert [card.card.question.id for card in missed(here.store, sitting.id)] == ["bridge", "cellar"]
    assert missed(here.store, "no such sitting") == []


def test_what_was_missed_is_found_under_its_new_name_and_not_when_it_is_gone(here: Room) -> None:
    sitting = sit(here, Mode.STUDY)
    for _ in range(3):
        sitting.record(*reply(sitting, Rating.AGAIN))
    text = (here.root / "w.yaml").read_text()
    kept = [line for line in text.splitlines() if "bridge" not in line]
    here.write("w.yaml", "\n".join(kept).replace("id: amber", "id: gem"))
    here.load()
    assert [card.card.question.id for card in missed(here.store, sitting.id)] == ["gem", "cellar"]


def test_what_was_taken_back_was_not_missed(here: Room) -> None:
    sitting = sit(here, Mode.STUDY)
    sitting.record(*reply(sitting, Rating.AGAIN))
    sitting.undo()
    assert missed(here.store, sitting.id) == []
    assert log.session_reviews(here.store, sitting.id) == []
