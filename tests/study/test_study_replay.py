"""The log is the truth: replaying it gives what is stored, and what is stored can be rebuilt from it."""

from __future__ import annotations

import random
import sqlite3
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from study_samples import START, TALKS, Room, rebuild, reply, room

from quiz.memory import DEFAULT_PARAMETERS
from quiz.review import Mode, Rating
from quiz.store import catalogue, log, open_store, states
from quiz.study.replay import card_state, differences, replayed
from quiz.study.session import take_back

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from quiz.store import Store

POOL = ("a", "b", "c", "d", "e")


def bank(
    names: Sequence[tuple[str, str]], holes: int, draft: str | None, more: Mapping[str, str] | None = None
) -> str:
    """Return a bank: id and prompt of its questions, one of them a draft, and a cloze with so many holes.

    ``more`` is what the answer to a prompt, or a word of the cloze, has besides.
    """
    said = defaultdict(str, more or {})
    words = "".join(f" {{w{n}{said[str(n)]}}}" if n < holes else f" w{n}" for n in range(3))
    lines = [
        f"  - {{id: {name}, ask: '{prompt * 9}?', answer: '{prompt}{said[prompt]}', "
        f"draft: {str(name == draft).lower()}, reverse: {str(more is not None).lower()}}}"
        for name, prompt in names
    ]
    lines += [f"  - {{id: gap, cloze: 'The words are{words}.'}}"] if holes else []
    return "\n".join(["quiz: 1", "title: Pool", "questions:", *lines, ""])


def new_cards_follow(store: Store) -> bool:
    """Whether ``new_cards`` holds just the cards in use that have no state, each at its place."""
    wanted = store.db.execute(
        """SELECT learners.name, questions.bank_id, questions.position, cards.id
           FROM learners, cards JOIN questions ON questions.id = cards.question_id
           WHERE NOT (cards.archived OR questions.archived OR questions.draft) AND NOT EXISTS
             (SELECT 1 FROM card_states WHERE card_id = cards.id AND learner = learners.name)"""
    ).fetchall()
    return sorted(wanted) == sorted(store.db.execute("SELECT * FROM new_cards").fetchall())


def undo_last(where: Room) -> None:
    review = log.last_review(where.store)
    if review is not None:
        take_back(where.store, where.clock, review, review.session)


class Life:
    """A learner who studies, undoes, edits the bank and lets days pass, all by chance."""

    def __init__(self, where: Room, chance: random.Random) -> None:
        self.where = where
        self.chance = chance
        self.names = [(name, name) for name in POOL[:3]]
        self.holes = 2
        self.where.store.db.execute("PRAGMA synchronous = OFF")
        self.save()

    def save(self) -> None:
        draft = self.chance.choice([None, None, *(name for name, _ in self.names)])
        self.where.write("pool.yaml", bank(self.names, self.holes, draft))
        self.where.load()

    def answer(self) -> None:
        due = self.where.store.db.execute(
            "SELECT card FROM card_keys WHERE NOT archived AND NOT draft ORDER BY card"
        ).fetchall()
        if due:
            (card,) = self.chance.choice(due)
            self.where.answer(card, self.chance.choice(list(Rating)))

    def undo(self) -> None:
        undo_last(self.where)

    def rename(self) -> None:
        free = [name for name in POOL if name not in {used for used, _ in self.names}]
        if self.names and free:
            place = self.chance.randrange(len(self.names))
            self.names[place] = (self.chance.choice(free), self.names[place][1])
        self.save()

    def drop_or_add(self) -> None:
        free = [name for name in POOL if name not in {used for used, _ in self.names}]
        if self.names and self.chance.random() < 0.5:
            self.names.pop(self.chance.randrange(len(self.names)))
        elif free:
            name = self.chance.choice(free)
            self.names.insert(0, (name, self.chance.choice([name, name.upper()])))
        self.save()

    def move_file(self) -> None:
        self.where.root = self.where.root.rename(self.where.root.with_name(f"q{self.chance.random()}"))
        self.where.load()

    def other_holes(self) -> None:
        self.holes = self.chance.randrange(4)
        self.save()

    def sleep(self) -> None:
        self.where.clock.sleep(self.chance.choice([0, 1, 1, 2, 30, -1]))

    def deeds(self) -> list[Callable[[], None]]:
        others = [self.undo, self.rename, self.drop_or_add, self.other_holes, self.sleep, self.move_file]
        return [self.answer] * 6 + others

    def live(self, steps: int) -> None:
        for _ in range(steps):
            self.chance.choice(self.deeds())()


class EditedLife(Life):
    """A life in which answers are changed, and changed back, also while a question is on the screen."""

    def __init__(self, where: Room, chance: random.Random) -> None:
        self.more: dict[str, str] = {}
        super().__init__(where, chance)

    def save(self) -> None:
        draft = self.chance.choice([None, None, *(name for name, _ in self.names)])
        self.where.write("pool.yaml", bank(self.names, self.holes, draft, self.more))
        self.where.load()

    def correct(self) -> None:
        edited = self.chance.choice([*(prompt for _, prompt in self.names), *"012"])
        self.more[edited] = self.chance.choice(["", ".", " and more", " or less"])
        self.save()

    def answer_over_an_edit(self) -> None:
        cards = self.where.store.db.execute("SELECT card FROM card_keys WHERE NOT archived AND NOT draft")
        keys = sorted(card for (card,) in cards)
        if keys:
            sitting = self.where.sit(self.chance.choice(keys))
            sitting.next()
            self.correct()
            for rating in self.chance.choice([[Rating.GOOD], [Rating.AGAIN, Rating.GOOD]]):
                sitting.record(*reply(sitting, rating))

    def deeds(self) -> list[Callable[[], None]]:
        return [*super().deeds(), self.correct, self.correct, self.answer_over_an_edit]


@settings(max_examples=20)
@given(st.integers(0, 2**32))
@example(990_791)  # names set aside, taken up again, and set aside once more
def test_after_any_life_the_log_gives_what_is_stored(seed: int) -> None:
    lead(Life, seed)


@settings(max_examples=20)
@given(st.integers(0, 2**32))
def test_after_any_life_with_edits_the_log_gives_what_is_stored(seed: int) -> None:
    lead(EditedLife, seed)


def lead(kind: type[Life], seed: int) -> None:
    with TemporaryDirectory() as folder, room(Path(folder), banks=False) as where:
        kind(where, random.Random(seed)).live(40)
        store = where.store
        assert differences(store) == []
        assert new_cards_follow(store)
        before = list(store.db.iterdump())
        assert rebuild(store, where.clock.now().study_day) == len(states.stored_states(store))
        assert list(store.db.iterdump()) == before


def test_a_state_that_was_tampered_with_is_named_and_mended(tmp_path: Path) -> None:
    with room(tmp_path) as where:
        where.load()
        where.answer("talks/venue")
        where.answer("talks/month")
        true = states.stored_states(where.store)
        venue, month = (catalogue.card_row_id(where.store, f"talks/{name}") for name in ("venue", "month"))
        assert venue is not None
        assert month is not None
        execute = where.store.db.execute
        execute("UPDATE card_states SET stability = stability * (1 + 2e-16) WHERE card_id = ?", [venue])
        execute("DELETE FROM card_states WHERE card_id = ?", [month])
        found = {each.card_id: each for each in differences(where.store)}
        assert set(found) == {venue, month}
        assert found[month].stored is None
        assert found[month].replayed == true[month]
        assert found[venue].replayed == true[venue]
        assert rebuild(where.store) == 2
        assert differences(where.store) == []
        assert states.stored_states(where.store) == true
        assert new_cards_follow(where.store)


def test_a_state_without_an_answer_is_named(tmp_path: Path) -> None:
    with room(tmp_path) as where:
        where.load()
        review = where.answer("talks/venue")
        where.store.db.execute("INSERT INTO undos VALUES ('u', 'd', 'me', ?, '', 0, '', 's')", [review.id])
        (found,) = differences(where.store)
        assert found.replayed is None
        assert found.stored is not None


def test_an_answer_to_a_card_that_is_not_here_is_passed_over(tmp_path: Path) -> None:
    with room(tmp_path) as where:
        where.load()
        where.answer("talks/venue")
        where.store.db.execute("UPDATE reviews SET card = 'elsewhere/venue'")
        assert replayed(where.store) == {}
        assert card_state(where.store, "talks/venue") is None


def test_only_study_counts(tmp_path: Path) -> None:
    with room(tmp_path) as where:
        where.load()
        where.answer("talks/venue")
        where.store.db.execute("UPDATE reviews SET mode = ?", [Mode.CRAM.value])
        assert replayed(where.store) == {}


def test_old_answers_are_replayed_with_what_they_were_given_with(tmp_path: Path) -> None:
    weights = (2.0, *DEFAULT_PARAMETERS.weights[1:])
    with room(tmp_path) as where:
        where.load()
        where.answer("talks/venue", Rating.AGAIN)
        log.save_parameters(where.store, "mine", "fsrs", weights)
        where.store.db.execute("UPDATE reviews SET parameters = 'mine'")
        (state,) = replayed(where.store).values()
        assert state.memory.stability == 2.0
        (found,) = differences(where.store)
        assert found.replayed == state


EVENTS = ("parameter_sets", "reviews", "undos", "renames", "edits")


def merged(into: Path, *sources: Path) -> None:
    with closing(sqlite3.connect(into, isolation_level=None)) as connection:
        for source in sources:
            connection.execute("ATTACH ? AS other", [str(source)])
            for table in EVENTS:
                connection.execute(f"INSERT OR IGNORE INTO main.{table} SELECT * FROM other.{table}")
            connection.execute("DETACH other")


@pytest.mark.parametrize("seed", range(6))
def test_two_logs_give_one_state_whichever_comes_first(tmp_path: Path, seed: int) -> None:
    """Two devices study the same bank, each renames and undoes, and both logs are put together."""
    for device in ("one", "two"):
        with room(tmp_path, db=f"{device}.db") as where:
            chance = random.Random(f"{device}{seed}")
            where.load()
            for _ in range(12):
                card = chance.choice(["talks/venue", "talks/month"])
                where.answer(card, chance.choice(list(Rating)))
                where.clock.sleep(chance.choice([0, 1, 3]))
                if chance.random() < 0.3:
                    undo_last(where)
            where.write("talks.yaml", TALKS.replace("id: venue", "id: city"))
            where.load()
            where.answer("talks/city")
            where.write("talks.yaml", TALKS)
    found = []
    for name, order in (("a.db", ("one.db", "two.db")), ("b.db", ("two.db", "one.db"))):
        with room(tmp_path, db=name) as where:
            where.write("talks.yaml", TALKS.replace("id: venue", "id: city"))
            where.load()
        merged(tmp_path / name, *(tmp_path / each for each in order))
        with open_store(tmp_path / name, now_ms=int(START.timestamp() * 1000)) as store:
            rebuild(store)
            assert differences(store) == []
            assert new_cards_follow(store)
            found.append(states.stored_states(store))
    assert found[0] == found[1]
    assert len(found[0]) == 2


def test_replay_needs_no_clock(tmp_path: Path) -> None:
    with room(tmp_path) as where:
        where.load()
        sitting = where.sit("talks/venue", "talks/month")
        sitting.next()
        sitting.record(*reply(sitting, Rating.AGAIN))
        where.clock.sleep(-400)
        sitting.record(*reply(sitting, Rating.GOOD))
        sitting.record(*reply(sitting, Rating.GOOD))
        assert differences(where.store) == []
