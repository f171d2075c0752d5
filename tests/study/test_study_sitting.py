"""One sitting: what comes next, what is written, what is taken back."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from study_samples import Room, reply, room

from quiz.errors import NotSaved
from quiz.memory import DEFAULT_PARAMETERS, SCHEDULER
from quiz.review import Confidence, Mode, Picked, Rating, Response, Sign, State, Typed, Verdict
from quiz.store import log, marks, states
from quiz.study.marking import put_mark
from quiz.study.replay import differences
from quiz.study.session import SPACING, Given, Sitting, take_back

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NAMES = ("amber", "bridge", "cellar", "dragon", "engine", "forest", "guitar")
BANK = "\n".join(
    [
        "quiz: 1",
        "title: Words",
        "questions:",
        *(f"  - {{id: {n}, ask: Say {n}, answer: {n}}}" for n in NAMES),
        "",
    ]
)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as found:
        found.write("w.yaml", BANK)
        found.load()
        yield found
        assert differences(found.store) == []


def sit(where: Room, number: int = len(NAMES)) -> Sitting:
    return where.sit(*(f"w/{name}" for name in NAMES[:number]))


def put(sitting: Sitting) -> str | None:
    """Return the id of the question that is put; None when all are done."""
    asked = sitting.next()
    return None if asked is None else asked.card.question.id


def played(sitting: Sitting, ratings: dict[str, list[Rating]]) -> list[str]:
    """Play to the end, each card with its ratings in turn and GOOD ever after; return what was put."""
    seen = []
    while (name := put(sitting)) is not None:
        seen.append(name)
        left = ratings.get(name, [])
        sitting.record(*reply(sitting, left.pop(0) if left else Rating.GOOD))
    return seen


def test_every_card_is_put_once_when_all_are_known(here: Room) -> None:
    assert played(sit(here), {}) == list(NAMES)


def test_hard_is_known(here: Room) -> None:
    assert played(sit(here, 2), {"amber": [Rating.HARD], "bridge": [Rating.EASY]}) == ["amber", "bridge"]


def test_a_missed_card_comes_again_after_four_others(here: Room) -> None:
    seen = played(sit(here), {"amber": [Rating.AGAIN]})
    assert seen == [*NAMES[:5], "amber", *NAMES[5:]]
    assert SPACING == 4


def test_a_missed_card_comes_again_at_the_end_where_fewer_are_left(here: Room) -> None:
    assert played(sit(here, 3), {"amber": [Rating.AGAIN]}) == ["amber", "bridge", "cellar", "amber"]
    assert played(sit(here, 1), {"amber": [Rating.AGAIN]}) == ["amber", "amber"]


def test_a_card_comes_again_until_it_is_right_once(here: Room) -> None:
    seen = played(sit(here, 2), {"amber": [Rating.AGAIN] * 3})
    assert seen == ["amber", "bridge", "amber", "amber", "amber"]


def test_an_empty_queue_has_nothing_to_ask(here: Room) -> None:
    sitting = here.sitting([])
    assert sitting.next() is None
    assert sitting.left == 0
    assert sitting.undo() is None
    with pytest.raises(IndexError):
        _ = sitting.current


def test_numbers_count_answers_and_left_counts_cards(here: Room) -> None:
    sitting = sit(here, 2)
    told = []
    for rating in (Rating.AGAIN, Rating.GOOD, Rating.GOOD):
        asked = sitting.next()
        assert asked is not None
        told.append((asked.number, asked.left, asked.again, sitting.left))
        sitting.record(*reply(sitting, rating))
    assert told == [(1, 1, False, 2), (2, 1, False, 2), (3, 0, True, 1)]
    assert sitting.left == 0


def test_putting_a_card_twice_changes_nothing(here: Room) -> None:
    sitting = sit(here)
    assert sitting.next() == sitting.next()


def test_an_answer_is_written_with_all_that_belongs_to_it(here: Room) -> None:
    sitting = sit(here, 1)
    given = Given(Typed("amber"), 2345, 1)
    judgement = sitting.judge(given)
    review = sitting.record(given, judgement, Rating.EASY)
    candidate = here.candidate("w/amber")
    assert log.session_reviews(here.store, sitting.id) == [review]
    assert review.device == here.store.device
    assert (review.learner, review.card, review.revision) == ("me", "w/amber", candidate.card.revision)
    assert (review.study_day, review.utc_offset_minutes) == (date(2022, 1, 10), 0)
    assert (review.duration_ms, review.hints, review.response) == (2345, 1, Typed("amber"))
    assert (review.verdict, review.score) == (Verdict.RIGHT, 1.0)
    assert (review.suggested, review.rating) == (judgement.suggested, Rating.EASY)
    assert (review.mode, review.session, review.confidence) == (Mode.STUDY, sitting.id, None)
    assert (review.scheduler, review.parameters) == (SCHEDULER, DEFAULT_PARAMETERS.id)
    assert candidate.state is not None
    assert (candidate.state.due_on, candidate.state.interval_days) == (review.due_on, review.interval_days)
    assert candidate.state.state is State.REVIEW


def test_each_rating_tells_when_the_card_would_come_back(here: Room) -> None:
    sitting = sit(here, 1)
    days = sitting.next_days()
    assert days[Rating.AGAIN] == 0
    assert 0 < days[Rating.HARD] <= days[Rating.GOOD] < days[Rating.EASY]
    assert sitting.record(*reply(sitting, Rating.GOOD)).interval_days == days[Rating.GOOD]


def test_an_answer_after_midnight_belongs_to_its_own_day(here: Room) -> None:
    sitting = sit(here, 2)
    sitting.record(*reply(sitting, Rating.AGAIN))
    here.clock.sleep(1)
    sitting.record(*reply(sitting, Rating.GOOD))
    review = sitting.record(*reply(sitting, Rating.GOOD))
    assert (review.card, review.study_day) == ("w/amber", date(2022, 1, 11))
    state = here.state("w/amber")
    assert state is not None
    assert (state.reviews, state.last_day) == (2, date(2022, 1, 11))


def test_ids_of_sittings_rise(here: Room) -> None:
    first = sit(here)
    first.record(*reply(first, Rating.GOOD))
    here.clock.sleep(-3)
    assert sit(here, 2).id > first.id


def test_judging_writes_nothing(here: Room) -> None:
    sitting = sit(here)
    assert sitting.judge(Given(Typed("wrong indeed"), 1)).verdict is Verdict.WRONG
    assert log.session_reviews(here.store, sitting.id) == []
    assert put(sitting) == "amber"


def test_a_near_miss_is_settled_by_the_learner(here: Room) -> None:
    here.write("near.yaml", "quiz: 1\ntitle: N\nquestions:\n  - {id: n, ask: Who?, answer: Gorbachev}\n")
    here.load()
    sitting = here.sit("near/n")
    judgement = sitting.judge(Given(Typed("Gorbahcev"), 1))
    assert judgement.verdict is Verdict.NEAR
    assert sitting.settle_near(judgement, accepted=True).score == 1
    assert sitting.settle_near(judgement, accepted=False).score == 0


def test_the_answer_to_another_question_is_never_a_near_miss(here: Room) -> None:
    here.write(
        "near.yaml",
        "quiz: 1\ntitle: N\nquestions:\n  - {id: n, ask: Who painted it?, answer: Claude Monet}\n"
        "  - {id: m, ask: Whose picnic?, answer: Claude Manet}\n",
    )
    here.load()
    assert here.sit("near/n").judge(Given(Typed("Claude Manet"), 1)).verdict is Verdict.WRONG


def test_undo_puts_everything_back(here: Room) -> None:
    here.answer("w/amber")
    here.clock.sleep(5)
    sitting = sit(here)
    before = (sitting.next(), sitting.left, here.state("w/amber"), here.new())
    sitting.record(*reply(sitting, Rating.AGAIN))
    sitting.record(*reply(sitting, Rating.GOOD))
    candidate = sitting.undo()
    assert candidate is not None
    assert candidate.card.key == "w/bridge"
    assert here.state("w/bridge") is None
    assert sitting.undo() == here.candidate("w/amber")
    assert (sitting.next(), sitting.left, here.state("w/amber"), here.new()) == before
    assert sitting.undo() is None
    assert log.session_reviews(here.store, sitting.id) == []


def test_a_card_answered_twice_goes_back_one_answer_at_a_time(here: Room) -> None:
    sitting = sit(here, 1)
    sitting.record(*reply(sitting, Rating.AGAIN))
    once = here.state("w/amber")
    asked = sitting.next()
    sitting.record(*reply(sitting, Rating.GOOD))
    sitting.undo()
    assert here.state("w/amber") == once
    assert sitting.next() == asked
    assert sitting.current.state == once


def test_an_answer_given_anew_follows_from_the_state_before(here: Room) -> None:
    sitting = sit(here, 1)
    sitting.record(*reply(sitting, Rating.AGAIN))
    sitting.undo()
    sitting.record(*reply(sitting, Rating.EASY))
    state = here.state("w/amber")
    assert state is not None
    assert (state.reviews, state.lapses) == (1, 0)


@settings(max_examples=15)
@given(st.lists(st.sampled_from([*Rating, None, None]), max_size=30))
def test_any_run_of_answers_and_undos_ends_where_the_answers_alone_do(deeds: list[Rating | None]) -> None:
    with (
        TemporaryDirectory() as folder,
        room(Path(folder), db="one.db") as first,
        room(Path(folder), db="two.db") as second,
    ):
        kept: list[Rating] = []
        for where in (first, second):
            where.store.db.execute("PRAGMA synchronous = OFF")
            where.write("w.yaml", BANK)
        sitting, plain = sit(first), sit(second)
        for deed in deeds:
            if deed is None:
                sitting.undo()
                kept[-1:] = []
            elif sitting.next() is not None:
                sitting.record(*reply(sitting, deed))
                kept.append(deed)
        for rating in kept:
            plain.record(*reply(plain, rating))
        assert sitting.next() == plain.next()
        assert states.stored_states(first.store) == states.stored_states(second.store)
        assert differences(first.store) == []


def test_an_answer_that_could_not_be_saved_leaves_the_sitting_where_it_was(here: Room) -> None:
    sitting = sit(here, 2)
    sitting.record(*reply(sitting, Rating.GOOD))
    asked = sitting.next()
    here.store.db.execute("PRAGMA query_only = ON")
    with pytest.raises(NotSaved):
        sitting.record(*reply(sitting, Rating.GOOD))
    assert sitting.next() == asked
    with pytest.raises(NotSaved):
        sitting.undo()
    assert sitting.next() == asked
    here.store.db.execute("PRAGMA query_only = OFF")
    sitting.record(*reply(sitting, Rating.GOOD))
    assert sitting.left == 0
    assert sitting.undo() is not None
    assert sitting.undo() is not None


def test_an_undo_whose_state_cannot_be_written_is_no_undo(
    here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    sitting = sit(here, 1)
    review = sitting.record(*reply(sitting, Rating.GOOD))
    with monkeypatch.context() as patch:
        patch.setattr(states, "write_state", broken)
        with pytest.raises(NotSaved, match="full"):
            sitting.undo()
    assert log.last_review(here.store) == review
    assert sitting.undo() is not None


def test_picked_options_are_kept_with_the_order_in_which_they_stood(here: Room) -> None:
    here.write(
        "c.yaml", "quiz: 1\ntitle: C\nquestions:\n  - {id: c, ask: Which?, answer: A, wrong: [B, C, D]}\n"
    )
    here.load()
    sitting = here.sit("c/c")
    asked = sitting.next()
    assert asked is not None
    response: Response = Picked(("B",), asked.shown)
    given = Given(response, 10)
    sitting.record(given, sitting.judge(given), Rating.AGAIN)
    (review,) = log.session_reviews(here.store, sitting.id)
    assert review.response == response
    assert sorted(asked.shown) == ["A", "B", "C", "D"]


def test_an_answer_to_a_card_that_is_not_here_can_be_taken_back(here: Room) -> None:
    sitting = sit(here, 1)
    review = sitting.record(*reply(sitting, Rating.GOOD))
    here.store.db.execute("UPDATE reviews SET card = 'elsewhere/amber'")
    here.store.db.execute("DELETE FROM card_states")
    take_back(here.store, here.clock, replace(review, card="elsewhere/amber"), sitting.id)
    assert log.last_review(here.store) is None


def test_a_rename_loaded_in_the_middle_of_a_sitting_loses_nothing(here: Room) -> None:
    here.write("pool.yaml", "quiz: 1\ntitle: P\nquestions:\n  - {id: a, front: A, back: a}\n")
    here.load()
    sitting = here.sit("pool/a")
    here.write("pool.yaml", "quiz: 1\ntitle: P\nquestions:\n  - {id: z, front: A, back: a}\n")
    here.load()
    review = sitting.record(*reply(sitting, Rating.GOOD))
    assert review.card == "pool/z"
    assert differences(here.store) == []
    here.write("pool.yaml", "quiz: 1\ntitle: P\nquestions:\n  - {id: y, front: A, back: a}\n")
    here.load()
    assert sitting.undo() is not None
    assert differences(here.store) == []
    assert here.state("pool/y") is None


def test_answers_of_a_sitting_are_found_though_the_clock_stands_or_runs_back(here: Room) -> None:
    sitting = sit(here, 2)
    here.clock.at -= timedelta(days=3)
    first = sitting.record(*reply(sitting, Rating.GOOD))
    second = sitting.record(*reply(sitting, Rating.GOOD))
    assert sitting.id < first.id < second.id
    assert log.session_reviews(here.store, sitting.id) == [first, second]


def test_a_verdict_is_overruled_and_overruled_back(here: Room) -> None:
    sitting = sit(here, 1)
    said = Given(Typed("something else"), 1)
    wrong = sitting.judge(said)
    right = sitting.overrule(wrong, said)
    assert (right.verdict, right.score, right.graded) == (Verdict.RIGHT, 1.0, Verdict.WRONG)
    again = sitting.overrule(right, said)
    assert (again.verdict, again.score, again.suggested, again.graded) == (
        Verdict.WRONG,
        0.0,
        wrong.suggested,
        None,
    )
    review = sitting.record(said, right, right.suggested)
    assert (review.verdict, review.graded) == (Verdict.RIGHT, Verdict.WRONG)
    assert log.session_reviews(here.store, sitting.id) == [review]


def test_hints_are_not_forgotten_when_a_verdict_is_overruled(here: Room) -> None:
    sitting = sit(here, 1)
    for hints, rating in ((0, Rating.GOOD), (1, Rating.HARD)):
        said = Given(Typed("something else"), 1, hints)
        assert sitting.overrule(sitting.judge(said), said).suggested is rating


def test_how_sure_the_learner_was_is_written_and_never_changes_the_mark(here: Room) -> None:
    sitting = sit(here, 3)
    for confidence in Confidence:
        said = Given(Typed(put(sitting) or ""), 1, confidence=confidence)
        review = sitting.record(said, sitting.judge(said), Rating.GOOD)
        assert (review.confidence, review.verdict, review.score) == (confidence, Verdict.RIGHT, 1.0)


@pytest.mark.parametrize(
    ("sign", "until"), [(Sign.SUSPENDED, marks.FOR_GOOD), (Sign.BURIED, date(2022, 1, 11))]
)
def test_a_card_set_aside_leaves_the_sitting_and_comes_back_by_undo(
    here: Room, sign: Sign, until: date
) -> None:
    sitting = sit(here, 3)
    sitting.record(*reply(sitting, Rating.AGAIN))
    candidate, before = sitting.current, (sitting.next(), sitting.left)
    sitting.set_aside(candidate, sign)
    assert marks.aside(here.store) == [marks.Aside(candidate.card_id, until)]
    assert (put(sitting), sitting.left) == ("cellar", 2)
    assert sitting.undo() == candidate
    assert (sitting.next(), sitting.left) == before
    assert marks.aside(here.store) == []


def test_a_card_that_was_answered_can_be_set_aside_and_brought_back(here: Room) -> None:
    sitting = sit(here, 3)
    candidate = sitting.current
    sitting.record(*reply(sitting, Rating.AGAIN))
    sitting.set_aside(candidate, Sign.SUSPENDED)
    assert sitting.left == 2
    assert sitting.undo() is not None
    assert (put(sitting), sitting.left) == ("bridge", 3)
    assert sitting.undo() is not None
    assert put(sitting) == "amber"
    assert here.state("w/amber") is None


def test_a_flag_is_no_step_and_stays_after_an_undo(here: Room) -> None:
    sitting = sit(here, 2)
    sitting.record(*reply(sitting, Rating.GOOD))
    sitting.flag(sitting.current, "which bridge?")
    sitting.undo()
    ((key, (flag,)),) = marks.flags(here.store).items()
    assert (key, flag.note, flag.session) == ("w/bridge", "which bridge?", sitting.id)
    assert put(sitting) == "amber"


@pytest.mark.parametrize(
    "deed",
    [
        lambda sitting: sitting.set_aside(sitting.current, Sign.SUSPENDED),
        lambda sitting: sitting.flag(sitting.current, ""),
        Sitting.undo,
    ],
)
def test_what_could_not_be_written_was_not_done(here: Room, deed: Callable[[Sitting], object]) -> None:
    sitting = sit(here, 2)
    sitting.set_aside(sitting.current, Sign.BURIED)
    asked = sitting.next()
    here.store.db.execute("PRAGMA query_only = ON")
    with pytest.raises(NotSaved):
        deed(sitting)
    here.store.db.execute("PRAGMA query_only = OFF")
    assert sitting.next() == asked
    assert len(marks.aside(here.store)) == 1
    assert sitting.undo() is not None
    assert put(sitting) == "amber"


def test_what_is_gone_from_the_bank_or_set_aside_elsewhere_is_not_asked_after_a_new_look(here: Room) -> None:
    sitting = sit(here, 4)
    here.write("w.yaml", BANK.replace("  - {id: amber, ask: Say amber, answer: amber}\n", ""))
    put_mark(here.store, here.clock, "w/bridge", Sign.SUSPENDED)
    here.load()
    sitting.refresh()
    assert (put(sitting), sitting.left) == ("cellar", 2)


def test_an_answer_whose_card_is_gone_can_be_taken_back(here: Room) -> None:
    sitting = sit(here, 2)
    sitting.record(*reply(sitting, Rating.GOOD))
    here.write("w.yaml", BANK.replace("  - {id: amber, ask: Say amber, answer: amber}\n", ""))
    here.load()
    candidate = sitting.undo()
    assert candidate is not None
    assert candidate.card.key == "w/amber"
    assert (put(sitting), sitting.left) == ("bridge", 1)


def test_what_is_done_as_one_is_undone_as_one_where_it_cannot_be_saved(
    here: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    def anew() -> None:
        with sitting.as_one():
            assert sitting.undo() is not None
            sitting.record(*reply(sitting, Rating.GOOD))

    sitting = sit(here, 2)
    review = sitting.record(*reply(sitting, Rating.AGAIN))
    asked = sitting.next()
    with monkeypatch.context() as patch:
        patch.setattr(log, "add_review", broken)
        with pytest.raises(NotSaved, match="full"):
            anew()
    assert log.last_review(here.store) == review
    assert sitting.next() == asked
    anew()
    assert sitting.left == 1
    assert sitting.undo() is not None
    assert sitting.undo() is None
