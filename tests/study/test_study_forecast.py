"""The dry run tells exactly what loading then does, and does nothing."""

from __future__ import annotations

import random
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from study_samples import TALKS, TODAY, Room, room

from quiz.review import Rating
from quiz.store import catalogue, edits
from quiz.study.forecast import forecast
from quiz.study.history import Effect
from quiz.study.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as found:
        found.load()
        found.answer("talks/venue")
        yield found


def test_a_forecast_changes_nothing(here: Room) -> None:
    here.write("talks.yaml", TALKS.replace("Geneva", "Vienna").replace("id: venue", "id: city"))
    here.write("more.yaml", TALKS.replace("title:", "id: more\n    title:"))
    before = list(here.store.db.iterdump())
    told = forecast(here.store, [here.root], here.clock.now().at)
    assert sorted(told.new) == ["more/month", "talks/city"]
    assert [one.effect for one in told.history] == [Effect.RENAMED]
    assert list(here.store.db.iterdump()) == before
    assert not here.store.db.conn.in_transaction


def test_a_forecast_of_nothing_is_empty(here: Room) -> None:
    assert forecast(here.store, [here.root], here.clock.now().at).history == ()


def test_a_forecast_that_breaks_off_changes_nothing(here: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    here.write("talks.yaml", TALKS.replace("Geneva", "Vienna"))
    before = list(here.store.db.iterdump())

    def broken(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("quiz.study.history.edits.add", broken)
    with pytest.raises(KeyboardInterrupt):
        forecast(here.store, [here.root], here.clock.now().at)
    assert list(here.store.db.iterdump()) == before


def test_the_day_that_is_told_is_the_one_that_is_given(here: Room) -> None:
    here.write("talks.yaml", TALKS.replace("Geneva", "Vienna"))
    (told,) = forecast(here.store, [here.root], here.clock.now().at, today=TODAY).history
    assert (told.effect, told.due_on, told.cards) == (Effect.ASKED_AGAIN, TODAY, ("talks/venue",))
    assert edits.newest(here.store) == {}


class Author:
    """Somebody who edits a bank by chance, as a list of questions: id, prompt, answer, whether a draft."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.questions = [
            [f"q{n}", f"Which of these is number {n}?", f"answer {n}", "false"] for n in range(5)
        ]
        self.key = "pool"

    def write(self, root: Path) -> None:
        lines = [
            f"  - {{id: {name}, ask: '{ask}', answer: '{answer}', draft: {draft}, reverse: true}}"
            for name, ask, answer, draft in self.questions
        ]
        text = "\n".join(
            ["quiz: 1", f"id: {self.key}", "title: Pool", "questions:", *lines, "  - {front: F, back: B}"]
        )
        (root / "pool.yaml").write_text(text + "\n", encoding="utf-8")

    def edit(self) -> None:
        deeds: list[Callable[[], None]] = [self.rename, self.correct, self.reword, self.change]
        self.chance.choice([*deeds, self.draft, self.drop, self.move, self.rename_bank])()

    def any(self) -> list[str]:
        return self.chance.choice(self.questions) if self.questions else ["", "", "", ""]

    def rename(self) -> None:
        self.any()[0] = f"r{self.chance.randrange(99)}{len(self.questions)}"

    def correct(self) -> None:
        self.any()[1] += ","

    def reword(self) -> None:
        self.any()[1] = f"Say which one is meant by {self.chance.randrange(99)}"

    def change(self) -> None:
        self.any()[2] = f"another {self.chance.randrange(99)}"

    def draft(self) -> None:
        one = self.any()
        one[3] = "false" if one[3] == "true" else "true"

    def drop(self) -> None:
        if self.questions:
            self.questions.pop(self.chance.randrange(len(self.questions)))

    def move(self) -> None:
        self.chance.shuffle(self.questions)

    def rename_bank(self) -> None:
        self.key = self.chance.choice(["pool", "lake", "sea"])


@settings(max_examples=15)
@given(st.integers(0, 2**32))
def test_what_is_told_is_what_loading_does(seed: int) -> None:
    chance = random.Random(seed)
    with TemporaryDirectory() as folder, room(Path(folder), banks=False) as where:
        where.store.db.execute("PRAGMA synchronous = OFF")
        author = Author(chance)
        for _ in range(6):
            author.write(where.root)
            at = where.clock.now().at
            told = forecast(where.store, [where.root], at)
            loaded = load(where.store, [where.root], at)
            assert told == loaded
            held = {told.question for told in loaded.history if told.effect is Effect.ARCHIVED}
            assert all(
                catalogue.card_row_id(where.store, card)
                for one in loaded.history
                for card in one.cards
                if one.question not in held
            )
            keys = where.store.db.execute("SELECT card FROM card_keys WHERE NOT archived AND NOT draft")
            asked = sorted(keys)
            for (key,) in chance.sample(asked, k=min(2, len(asked))):
                where.answer(key, chance.choice(list(Rating)))
            where.clock.sleep(chance.choice([0, 1, 5]))
            for _ in range(chance.randrange(4)):
                author.edit()
