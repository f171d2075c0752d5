"""What is read of the end of the log alone comes to the same as the whole of it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import starmap
from random import Random
from typing import TYPE_CHECKING

import pytest
from store_samples import NOON, TODAY, opened, review, save, state, text, undo

from quiz.progress import Attempt, retention_by_bank
from quiz.review import Mode, Rating
from quiz.store import Scope, Store, candidates, catalogue, figures, log, recent, scoped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = "abcdef"
DAY = timedelta(days=1)
DAYS = 40


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "quiz.db") as found:
        save(found, [text(name) for name in NAMES])
        yield found


def fill(store: Store, rng: Random) -> None:
    """Write a log of chances: answers for study and not, taken back, under names that change."""
    for number in range(120):
        name, at = rng.choice(NAMES), NOON + rng.random() * DAY + number * DAYS // 120 * DAY
        row = catalogue.card_row_id(store, f"talks/{name}")
        assert row is not None
        event = review(
            store,
            f"talks/{name}",
            at,
            mode=rng.choice([Mode.STUDY, Mode.STUDY, Mode.CRAM]),
            rating=rng.choice([*Rating]),
            interval_days=rng.choice([0, 1, 5]),
        )
        log.add_review(store, event, row, state())
        if rng.random() < 0.1:
            log.add_undo(store, undo(store, event))
        if rng.random() < 0.05:
            old, new = rng.sample(NAMES, 2)
            log.add_renames(store, [(f"talks/{old}", f"talks/{new}")], at)


@pytest.mark.parametrize("seed", range(12))
def test_retention_of_the_latest_days_needs_no_older_answers(store: Store, seed: int) -> None:
    fill(store, Random(seed))
    whole = [*starmap(Attempt, recent.attempts_since(store, date.min))]
    for ago in (0, 3, 10, 30):
        since, until = TODAY + (DAYS - ago) * DAY, TODAY + 99 * DAY
        latest = recent.attempts_since(store, since)
        assert len(latest) <= len(whole)
        found = retention_by_bank(starmap(Attempt, latest), since, until)
        assert found == retention_by_bank(whole, since, until)


def test_all_attempts_are_the_study_answers_that_stand(store: Store) -> None:
    fill(store, Random(5))
    steps = [(step.card, step.study_day, step.rating, step.interval_days) for step in log.steps(store)]
    assert recent.attempts_since(store, date.min) == steps


def test_the_latest_sittings_are_found_from_the_end_of_the_log(store: Store) -> None:
    rng = Random(3)
    row = catalogue.card_row_id(store, "talks/a")
    assert row is not None
    sittings: list[str] = []
    for number in range(60):
        at = NOON + number * DAY
        if not sittings or rng.random() < 0.5:
            sittings.append(log.next_event_id(store, at - timedelta(minutes=5)))
        # An earlier sitting may go on after a later one has begun.
        session = rng.choice(sittings[-3:])
        log.add_review(store, review(store, "talks/a", at, session=session), row, state())
    every = sorted({str(one) for (one,) in store.db.execute("SELECT session FROM reviews")}, reverse=True)
    for limit in (0, 1, 4, 99):
        assert [one.session for one in figures.session_rows(store, limit)] == every[:limit]


def test_memories_come_with_their_bank(store: Store) -> None:
    more = save(store, [text("z")], key="more")
    talks = catalogue.bank_by_key(store, "talks")
    assert talks is not None
    for key in ("talks/a", "talks/b", "more/z"):
        row = catalogue.card_row_id(store, key)
        assert row is not None
        log.add_review(store, review(store, key), row, state())
    scope = Scope((talks.id, more))
    found = figures.memories_by_bank(store, scope)
    assert sorted(one.bank for one in found) == ["more", "talks", "talks"]
    assert sorted(one[1:] for one in found) == sorted(candidates.memories(store, scope))
    assert figures.memories_by_bank(store, Scope((more,))) == [found[-1]]


def test_a_damaged_memory_is_told(store: Store) -> None:
    row = catalogue.card_row_id(store, "talks/a")
    assert row is not None
    log.add_review(store, review(store, "talks/a"), row, state())
    store.db.execute("UPDATE card_states SET last_day = 'never'")
    talks = catalogue.bank_by_key(store, "talks")
    assert talks is not None
    with pytest.raises(Exception, match="card_states"):
        figures.memories_by_bank(store, Scope((talks.id,)))


def test_the_cards_of_a_scope_are_there_whether_asked_or_not(store: Store) -> None:
    more = save(store, [text("y", draft=True), text("z")], key="more")
    assert scoped.cards_of(store, Scope((more,))) == {"more/y", "more/z"}
    assert scoped.cards_of(store, Scope((more,), kinds=("choice",))) == frozenset()
