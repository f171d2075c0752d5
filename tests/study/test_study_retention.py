"""True retention and the day's limit keep to a question through its names."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from study_samples import TODAY, Room, rebuild, room

from quiz.progress import Attempt, Retention, retention_by_bank
from quiz.store import recent
from quiz.store.damage import DamagedRow
from quiz.study.queue import done_today
from quiz.study.replay import card_state

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


BREAK = timedelta(days=5)


def bank(**prompts: str) -> str:
    lines = [f"  - {{id: {name}, ask: '{ask}', answer: {ask[:5]}}}" for name, ask in prompts.items()]
    return "\n".join(["quiz: 1", "title: Pool", "questions:", *lines, ""])


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    """Return a room where ``a`` and ``c`` were answered on a day before, so that they are in review."""
    with room(tmp_path, banks=False) as found:
        found.write("pool.yaml", bank(a="Whales sing where?", c="Bridges hold what?"))
        found.answer("pool/a")
        found.answer("pool/c")
        found.clock.sleep(BREAK.days)
        yield found


def retention(where: Room) -> dict[str, Retention]:
    """Return retention of the answers after a break, found with the whole log and without it."""
    since, until = TODAY + BREAK, TODAY + timedelta(days=99)
    whole, latest = (
        [Attempt(*row) for row in recent.attempts_since(where.store, day)] for day in (date.min, since)
    )
    found = retention_by_bank(latest, since, until)
    assert retention_by_bank(whole, since, until) == found
    return found


def test_a_question_under_another_id_keeps_its_retention(here: Room) -> None:
    here.write("pool.yaml", bank(b="Whales sing where?", c="Bridges hold what?"))
    assert here.load().renamed == (("pool/a", "pool/b"),)
    here.answer("pool/b")
    here.answer("pool/c")
    assert retention(here) == {"pool": Retention(2, 2)}


def test_a_bank_under_another_name_keeps_its_retention(here: Room) -> None:
    here.answer("pool/a")
    (here.root / "pool.yaml").rename(here.root / "lake.yaml")
    here.load()
    here.answer("lake/c")
    assert retention(here) == {"lake": Retention(2, 2)}


def test_a_new_question_under_an_old_id_has_no_past(here: Room) -> None:
    here.write("pool.yaml", bank(b="Whales sing where?", c="Bridges hold what?"))
    here.load()
    here.write("pool.yaml", bank(a="Lantern light from?", b="Whales sing where?", c="Bridges hold what?"))
    here.answer("pool/a")
    assert retention(here) == {}
    assert done_today(here.store, here.clock.now().study_day)[:2] == (1, 0)


@pytest.mark.parametrize("weights", ["nope", "[1, 2]", '["a"]', "{}"])
def test_a_set_of_weights_that_makes_no_sense_is_damage(here: Room, weights: str) -> None:
    here.store.db.execute("UPDATE parameter_sets SET weights = ?", [weights])
    with pytest.raises(DamagedRow, match="parameter_sets"):
        card_state(here.store, "pool/a")


def test_an_answer_whose_set_of_weights_is_gone_is_damage(here: Room) -> None:
    here.store.db.execute("PRAGMA foreign_keys = OFF")
    here.store.db.execute("UPDATE reviews SET parameters = 'gone'")
    with pytest.raises(DamagedRow, match="parameter_sets"):
        rebuild(here.store)
