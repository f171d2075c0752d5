"""What a load does to histories: a corrected comma keeps all, a changed answer is asked again soon."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

import pytest
from study_samples import TALKS, TODAY, Room, rebuild, reply, room

from quiz.memory import DEFAULT_PARAMETERS
from quiz.review import Rating
from quiz.store import Scope, edits, log, open_store, states
from quiz.study import queue
from quiz.study.history import Effect
from quiz.study.loading import Loaded, load
from quiz.study.queue import Limits
from quiz.study.replay import card_state, differences
from quiz.study.session import take_back

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quiz.review import CardState

KEPT, ASKED_AGAIN, RENAMED, ARCHIVED, RETURNED = Effect


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as found:
        found.load()
        yield found
        assert differences(found.store) == []


def talks(*questions: str, head: str = "title: Talks") -> str:
    lines = "\n".join(f"  - {question}" for question in questions)
    return f"quiz: 1\n{head}\nquestions:\n{lines}\n"


def edit(here: Room, old: str, new: str) -> Loaded:
    """Put one text in place of another in the bank of talks, and load."""
    path = here.root / "talks.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return here.load()


class Brief(NamedTuple):
    effect: Effect
    was: str
    question: str
    cards: tuple[str, ...]


def brief(loaded: Loaded) -> list[Brief]:
    return [Brief(told.effect, told.was, told.question, told.cards) for told in loaded.history]


def one(effect: Effect, was: str, now: str = "", *parts: str) -> Brief:
    cards = tuple(f"{now or was}#{part}" for part in parts) or (now or was,)
    return Brief(effect, was, now or was, cards)


def known(here: Room, key: str) -> CardState:
    state = here.state(key)
    assert state is not None
    return state


def test_what_nobody_answered_has_no_history(here: Room) -> None:
    assert edit(here, "Geneva", "Vienna").history == ()
    assert edits.newest(here.store) == {}


def test_what_did_not_change_is_not_told(here: Room) -> None:
    here.answer("talks/venue")
    assert here.load().history == ()
    assert edit(here, "2022-01", "2022-02").history == ()
    assert edit(here, "questions:", "questions:\n  - {front: F, back: B, id: f}").history == ()


@pytest.mark.parametrize(
    ("old", "new", "reworded"),
    [
        ("Which city is proposed?", "Which city, is proposed?", False),
        ("answer: Geneva", "answer: Geneva\n    accept: [Genf]", False),
        ("answer: Geneva", "answer: Geneva\n    why: It lies on a lake.", False),
        ("Which city is proposed?", "Where are the talks to be held?", True),
    ],
)
def test_a_correction_keeps_everything(here: Room, old: str, new: str, reworded: bool) -> None:  # noqa: FBT001 - a case
    here.answer("talks/venue")
    before = here.state("talks/venue")
    (told,) = edit(here, old, new).history
    assert (told.effect, told.reworded, told.answers) == (KEPT, reworded, 1)
    assert here.state("talks/venue") == before
    assert edits.newest(here.store) == {}


def test_a_changed_answer_is_asked_again_with_the_memory_it_has(here: Room) -> None:
    here.answer("talks/venue", Rating.EASY)
    here.clock.sleep(3)
    before = known(here, "talks/venue")
    loaded = edit(here, "answer: Geneva", "answer: Vienna")
    assert brief(loaded) == [one(ASKED_AGAIN, "talks/venue")]
    today = TODAY + timedelta(days=3)
    (told,) = loaded.history
    assert (told.due_on, told.line, told.path) == (today, 5, str(here.root / "talks.yaml"))
    assert known(here, "talks/venue") == replace(before, due_on=today, interval_days=3)
    due = queue.build(here.store, here.scope(), today, Limits(0, 10))
    assert [candidate.card.key for candidate in due] == ["talks/venue"]
    assert here.store.db.execute("SELECT count(*) FROM reviews").fetchone() == (1,)
    here.answer("talks/venue")
    assert known(here, "talks/venue").due_on > today
    assert here.load().history == ()


@pytest.mark.parametrize("days", [0, 400])
def test_an_answer_that_is_put_back_is_told_the_same_whether_it_is_due_or_not(here: Room, days: int) -> None:
    here.answer("talks/venue")
    edit(here, "answer: Geneva", "answer: Vienna")
    here.clock.sleep(days)
    loaded = edit(here, "answer: Vienna", "answer: Geneva")
    assert brief(loaded) == [one(KEPT, "talks/venue")]
    assert [told.answered for told in loaded.history] == [True]


def test_an_answer_that_one_learner_knows_is_asked_again_of_the_other(here: Room) -> None:
    here.answer("talks/venue")
    edit(here, "answer: Geneva", "answer: Vienna")
    with open_store(here.store.path, learner="other", now_ms=0) as other:
        Room(here.root, other, here.clock).answer("talks/venue")
    loaded = edit(here, "answer: Vienna", "answer: Geneva")
    assert brief(loaded) == [one(ASKED_AGAIN, "talks/venue")]


def test_an_answer_that_is_put_back_is_due_when_it_was(here: Room) -> None:
    here.answer("talks/venue")
    before = known(here, "talks/venue")
    edit(here, "answer: Geneva", "answer: Vienna")
    assert brief(edit(here, "answer: Vienna", "answer: Geneva")) == [one(KEPT, "talks/venue")]
    assert known(here, "talks/venue") == before
    here.clock.sleep(1)
    edit(here, "answer: Geneva", "answer: Vienna")
    here.answer("talks/venue")
    edit(here, "answer: Vienna", "answer: Geneva")
    assert known(here, "talks/venue").due_on == TODAY + timedelta(days=1)


def test_a_card_that_is_due_already_is_not_put_off(here: Room) -> None:
    here.answer("talks/venue")
    before = known(here, "talks/venue")
    here.clock.sleep(100)
    edit(here, "answer: Geneva", "answer: Vienna")
    assert known(here, "talks/venue") == before


def test_an_answer_taken_back_leaves_the_card_to_be_asked_again(here: Room) -> None:
    here.answer("talks/venue")
    edit(here, "answer: Geneva", "answer: Vienna")
    due = known(here, "talks/venue")
    review = here.answer("talks/venue")
    take_back(here.store, here.clock, review, review.session)
    assert known(here, "talks/venue") == due


def test_an_answer_to_what_was_asked_before_does_not_settle_the_edit(here: Room) -> None:
    here.answer("talks/venue")
    here.clock.sleep(5)
    sitting = here.sit("talks/venue")
    sitting.next()
    edit(here, "answer: Geneva", "answer: Vienna")
    sitting.record(*reply(sitting, Rating.GOOD))
    state = known(here, "talks/venue")
    assert (state.due_on, state.reviews) == (TODAY + timedelta(days=5), 2)
    assert differences(here.store) == []
    here.answer("talks/venue")
    assert known(here, "talks/venue").due_on > TODAY + timedelta(days=5)


def test_only_the_hole_that_changed_is_asked_again(here: Room) -> None:
    here.write("talks.yaml", talks("{id: gap, cloze: 'In {Geneva} they {met}.'}"))
    here.load()
    here.answer("talks/gap#1")
    here.answer("talks/gap#2")
    loaded = edit(here, "{met}", "{sat}")
    assert brief(loaded) == [one(KEPT, "talks/gap", "", "1"), one(ASKED_AGAIN, "talks/gap", "", "2")]
    assert known(here, "talks/gap#1").due_on > TODAY
    assert known(here, "talks/gap#2").due_on == TODAY


def test_a_hole_follows_its_words_and_one_that_comes_back_is_told(here: Room) -> None:
    here.write("talks.yaml", talks("{id: gap, cloze: 'In {Geneva} they {met}.'}"))
    here.load()
    here.answer("talks/gap#2")
    assert brief(edit(here, "{Geneva}", "Geneva")) == [one(KEPT, "talks/gap", "", "1")]
    (told,) = edit(here, "Geneva they {met}", "{Geneva} they met").history
    assert (told.effect, told.cards, told.due_on) == (ASKED_AGAIN, ("talks/gap#1",), TODAY)
    assert brief(edit(here, "{Geneva} they met", "Geneva they {met}"))[0].effect is KEPT


def test_a_hole_that_comes_back_with_other_answers_is_asked_again(here: Room) -> None:
    here.write("talks.yaml", talks("{id: gap, cloze: 'In {Geneva} they {met}.'}"))
    here.load()
    here.answer("talks/gap#2")
    before = known(here, "talks/gap#2")
    (gone,) = edit(here, "{met}", "met").history
    assert (gone.effect, gone.cards, gone.due_on, gone.line) == (ARCHIVED, ("talks/gap#2",), None, 4)
    assert brief(edit(here, " met", " {met}")) == [one(RETURNED, "talks/gap", "", "2")]
    assert known(here, "talks/gap#2") == before
    edit(here, "{met}", "met")
    again = [one(RETURNED, "talks/gap", "", "2"), one(ASKED_AGAIN, "talks/gap", "", "2")]
    assert brief(edit(here, " met", " {met|sat}")) == again
    assert known(here, "talks/gap#2").due_on == TODAY


def test_a_hole_that_comes_back_in_the_middle_has_its_history(here: Room) -> None:
    here.write("talks.yaml", talks("{id: gap, cloze: 'In {Geneva} they {met}.'}"))
    here.load()
    here.answer("talks/gap#1", Rating.EASY)
    here.answer("talks/gap#2")
    before = known(here, "talks/gap#1"), known(here, "talks/gap#2")
    edit(here, "{Geneva}", "Geneva")
    told = brief(edit(here, "Geneva", "{Geneva}"))
    assert told == [one(RETURNED, "talks/gap", "", "1"), one(KEPT, "talks/gap", "", "2")]
    assert (known(here, "talks/gap#1"), known(here, "talks/gap#2")) == before


def test_a_new_hole_does_not_push_away_one_that_is_gone(here: Room) -> None:
    here.write("talks.yaml", talks("{id: gap, cloze: 'In {Geneva} they {met}.'}"))
    here.load()
    here.answer("talks/gap#2")
    before = known(here, "talks/gap#2")
    edit(here, "{met}", "met")
    assert edit(here, "In {Geneva}", "{In} {Geneva}").history == ()
    assert brief(edit(here, "{In} {Geneva} they met", "In {Geneva} they {met}"))[0].effect is RETURNED
    assert known(here, "talks/gap#2") == before


def test_a_hole_that_left_under_an_earlier_version_is_in_nobodys_way(here: Room) -> None:
    here.write("talks.yaml", talks("{id: gap, cloze: 'In {Geneva} they {met}.'}"))
    here.load()
    here.answer("talks/gap#2")
    edit(here, "{met}", "met")
    here.store.db.execute("UPDATE cards SET part = '2' WHERE part LIKE 'was-%'")
    here.store.db.execute("DELETE FROM renames")
    assert edit(here, "In {Geneva}", "{In} {Geneva}").history == ()
    assert here.store.db.execute("SELECT count(*) FROM card_states").fetchone() == (1,)


def test_of_a_reversible_question_the_side_that_changed_is_asked_again(here: Room) -> None:
    here.write("talks.yaml", talks("{id: dog, ask: dog, answer: Hund, reverse: true}"))
    here.load()
    here.answer("talks/dog")
    here.answer("talks/dog#reverse")
    found = brief(edit(here, "ask: dog", "ask: hound"))
    assert found == [one(KEPT, "talks/dog"), one(ASKED_AGAIN, "talks/dog", "", "reverse")]


def test_another_name_takes_the_history_along(here: Room) -> None:
    here.answer("talks/venue")
    before = here.state("talks/venue")
    assert brief(edit(here, "id: venue", "id: city")) == [one(RENAMED, "talks/venue", "talks/city")]
    assert here.state("talks/city") == before
    here.write("talks.yaml", TALKS)
    assert brief(here.load()) == [one(RENAMED, "talks/city", "talks/venue")]


def test_an_edit_goes_with_the_card_to_its_new_name(here: Room) -> None:
    here.answer("talks/venue")
    edit(here, "answer: Geneva", "answer: Vienna")
    edit(here, "id: venue", "id: city")
    assert list(edits.newest(here.store)) == ["talks/city"]
    assert known(here, "talks/city").due_on == TODAY
    assert card_state(here.store, "talks/city") == here.state("talks/city")


def test_a_bank_that_is_renamed_and_edited_at_once_is_told_both(here: Room) -> None:
    here.answer("talks/venue")
    here.answer("talks/month")
    (here.root / "talks.yaml").unlink()
    here.write("places.yaml", TALKS.replace("answer: Geneva", "answer: Vienna"))
    found = brief(here.load())
    assert found == [
        one(RENAMED, "talks/venue", "places/venue"),
        one(ASKED_AGAIN, "talks/venue", "places/venue"),
        one(RENAMED, "talks/month", "places/month"),
    ]
    assert known(here, "places/venue").due_on == TODAY
    assert known(here, "places/month").due_on > TODAY


def test_what_goes_is_archived_and_what_comes_back_is_told(here: Room) -> None:
    here.answer("talks/venue")
    here.answer("talks/month")
    path = here.root / "talks.yaml"
    loaded = edit(here, "answer: Geneva", "anwser: Geneva")
    (told,) = loaded.history
    assert (told.effect, told.question, told.line, told.draft) == (ARCHIVED, "talks/venue", 1, False)
    assert brief(edit(here, "anwser: Geneva", "answer: Geneva")) == [one(RETURNED, "talks/venue")]
    edit(here, "answer: Geneva", "anwser: Geneva")
    again = [one(RETURNED, "talks/venue"), one(ASKED_AGAIN, "talks/venue")]
    assert brief(edit(here, "anwser: Geneva", "answer: Vienna")) == again
    path.unlink()
    assert brief(here.load()) == [one(ARCHIVED, "talks/venue"), one(ARCHIVED, "talks/month")]


def test_what_becomes_a_draft_is_kept_back_and_an_edit_of_it_counts_later(here: Room) -> None:
    here.answer("talks/venue")
    (told,) = edit(here, "answer: Geneva", "answer: Geneva\n    draft: true").history
    assert (told.effect, told.draft, told.line) == (ARCHIVED, True, 5)
    assert edit(here, "answer: Geneva", "answer: Vienna").history == ()
    (told,) = edit(here, "draft: true", "draft: false").history
    assert (told.effect, told.due_on) == (RETURNED, TODAY)
    assert known(here, "talks/venue").due_on == TODAY


def test_a_question_whose_name_another_took_is_archived_under_its_own(here: Room) -> None:
    here.write("talks.yaml", talks("{id: a, front: Cats, back: c}", "{id: b, front: Everest, back: e}"))
    here.load()
    here.answer("talks/a")
    here.answer("talks/b")
    here.write("talks.yaml", talks("{id: a, front: Everest, back: e}"))
    found = brief(here.load())
    assert found == [one(ARCHIVED, "talks/a"), one(RENAMED, "talks/b", "talks/a")]


def test_a_number_is_another_one_in_another_language(here: Room) -> None:
    here.write("talks.yaml", talks("{id: n, ask: How many?, number: '1.500'}", "{id: f, front: F, back: B}"))
    here.load()
    here.answer("talks/n")
    here.answer("talks/f")
    assert brief(edit(here, "title: Talks", "title: Talks\nlanguage: de")) == [one(ASKED_AGAIN, "talks/n")]
    assert known(here, "talks/n").due_on == TODAY
    here.answer("talks/n")
    assert known(here, "talks/n").due_on > TODAY


def test_every_learner_is_asked_again(here: Room, tmp_path: Path) -> None:
    here.answer("talks/venue")
    with open_store(tmp_path / "quiz.db", learner="Ada", now_ms=1) as store:
        log.save_parameters(store, DEFAULT_PARAMETERS.id, "s", DEFAULT_PARAMETERS.weights)
        hers = Room(here.root, store, here.clock)
        hers.answer("talks/venue", Rating.EASY)
        hers.answer("talks/month")
        (told,) = edit(here, "answer: Geneva", "answer: Vienna").history
        assert told.answers == 2
        assert {known(each, "talks/venue").due_on for each in (here, hers)} == {TODAY}
        assert known(hers, "talks/month").due_on > TODAY
        assert differences(store) == []


def test_the_day_of_an_edit_is_the_study_day(here: Room) -> None:
    here.answer("talks/venue")
    here.write("talks.yaml", TALKS.replace("answer: Geneva", "answer: Vienna"))
    day = TODAY - timedelta(days=1)
    (told,) = load(here.store, [here.root], here.clock.now().at, today=day).history
    assert told.due_on == day
    assert edits.newest(here.store)["talks/venue"].day == day


def test_an_edit_seen_on_two_devices_is_one_edit(tmp_path: Path) -> None:
    """One device answers after the edit, the other loads it later; their logs are put together."""
    with room(tmp_path, db="one.db") as one_device:
        one_device.load()
        one_device.answer("talks/venue")
        with room(tmp_path, db="two.db") as other:
            other.clock.at = one_device.clock.at
            other.load()
            other.answer("talks/venue")
            edit(one_device, "answer: Geneva", "answer: Vienna")
            one_device.clock.sleep()
            one_device.answer("talks/venue")
            due_on = known(one_device, "talks/venue").due_on
            other.clock.sleep(2)
            assert brief(other.load()) == [one(ASKED_AGAIN, "talks/venue")]
    for into, source in (("one", "two"), ("two", "one")):
        with open_store(tmp_path / f"{into}.db", now_ms=1) as store:
            store.db.execute("ATTACH ? AS other", [str(tmp_path / f"{source}.db")])
            for table in ("reviews", "edits"):
                store.db.execute(f"INSERT OR IGNORE INTO main.{table} SELECT * FROM other.{table}")
            rebuild(store)
            assert [state.due_on for state in states.stored_states(store).values()] == [due_on]
            assert differences(store) == []


def test_many_edits_at_once_are_done_as_one(here: Room) -> None:
    questions = [f"{{id: q{n}, ask: 'What is {n}?', answer: 'a{n}'}}" for n in range(60)]
    here.write("talks.yaml", talks(*questions))
    here.load()
    for n in range(0, 60, 2):
        here.answer(f"talks/q{n}")
    loaded = edit(here, "answer: 'a", "answer: 'b")
    assert [told.effect for told in loaded.history] == [ASKED_AGAIN] * 30
    bank = next(bank for bank in loaded.banks if bank.key == "talks")
    due = queue.build(here.store, Scope((bank.id,)), TODAY + timedelta(days=1), Limits(0, 100))
    assert len(due) == 30
