"""Cards flagged and set aside: named, listed, replayed, and followed through renames."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from study_samples import START, TALKS, TERMS, TODAY, Room, rebuild, room

from quiz.errors import NotSaved
from quiz.review import Rating, Sign
from quiz.store import Scope, catalogue, marks
from quiz.store.damage import DamagedRow
from quiz.study.choosing import choose
from quiz.study.marking import aside_replayed, flagged, keys_named, put_mark, put_marks, set_aside
from quiz.study.naming import SeveralMeant
from quiz.study.planning import begin
from quiz.study.queue import Limits, build
from quiz.study.replay import AsideDifference, differences

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator

    from quiz.store import Store

MANY = Limits(99, 99)
WITHOUT_VENUE = (
    TALKS.partition("      - id: venue")[0] + "      - id: month" + TALKS.partition("- id: month")[2]
)
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Room]:
    with room(tmp_path) as found:
        found.load()
        yield found


def say(where: Room, sign: Sign, key: str = "talks/venue", note: str = "") -> None:
    until = where.clock.now().study_day + timedelta(days=1) if sign is Sign.BURIED else None
    put_mark(where.store, where.clock, key, sign, note=note, until=until)


def asked(where: Room) -> list[str]:
    today = where.clock.now().study_day
    return [one.card.key for one in build(where.store, where.scope(), today, MANY)]


def flags(where: Room, scope: Scope | None = None) -> list[str]:
    return [one.key for one in flagged(where.store, scope)]


# -- names ---------------------------------------------------------------------------------

KEYS = ["geo/lakes/big", "geo/lakes/deep#1", "geo/lakes/deep#2", "c#/types", "c#/holes#1", "lakes/big"]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("geo/lakes/big", ["geo/lakes/big"]),
        ("lakes/big", ["lakes/big"]),
        ("deep", ["geo/lakes/deep#1", "geo/lakes/deep#2"]),
        (" lakes/deep ", ["geo/lakes/deep#1", "geo/lakes/deep#2"]),
        ("deep#2", ["geo/lakes/deep#2"]),
        ("deep#3", []),
        ("c#/types", ["c#/types"]),
        ("c#/holes", ["c#/holes#1"]),
        ("c#/holes#1", ["c#/holes#1"]),
        ("c#/holes#2", []),
        ("eep", []),
        ("", []),
        ("#1", []),
        ("/", []),
        ("lakes/", []),
    ],
)
def test_a_word_names_cards(word: str, found: list[str]) -> None:
    assert keys_named(KEYS, word) == found


def test_a_word_that_names_questions_of_several_banks_is_answered_with_them() -> None:
    with pytest.raises(SeveralMeant, match="geo/lakes/big, lakes/big"):
        keys_named(KEYS, "big")


@given(st.sampled_from(KEYS), st.permutations(KEYS))
def test_a_whole_key_always_names_its_card(key: str, keys: list[str]) -> None:
    assert keys_named(keys, key) == [key]


# -- lists ---------------------------------------------------------------------------------


def test_flagged_cards_stand_in_the_order_of_their_files(here: Room) -> None:
    assert flagged(here.store) == []
    say(here, Sign.FLAGGED, "talks/month")
    say(here, Sign.FLAGGED, "talks/venue", "typo")
    say(here, Sign.FLAGGED, "people/who-speaks-for-the-white-house")
    assert flags(here) == ["people/who-speaks-for-the-white-house", "talks/venue", "talks/month"]
    say(here, Sign.FLAGGED, "elsewhere/thing", "from another device")
    here.write("talks.yaml", WITHOUT_VENUE)
    here.load()
    found = flagged(here.store)
    assert [(one.key, one.at is not None and one.at.gone) for one in found][1:] == [
        ("talks/month", False),
        ("elsewhere/thing", False),
        ("talks/venue", True),
    ]
    assert found[2].at is None
    assert found[3].flags[0].note == "typo"


def test_flagged_cards_are_narrowed_to_banks_and_tags(here: Room) -> None:
    banks = here.load().banks
    for key in ("talks/venue", "talks/month", "elsewhere/thing"):
        say(here, Sign.FLAGGED, key)
    assert flags(here, choose(here.store, banks, ["talks"])) == ["talks/venue", "talks/month"]
    assert flags(here, choose(here.store, banks, ["places"])) == ["talks/venue"]
    assert flags(here, choose(here.store, banks, ["talks", "people"])) == ["talks/venue", "talks/month"]
    assert flags(here, choose(here.store, banks, ["places", "talks"])) == ["talks/venue", "talks/month"]
    assert flags(here, choose(here.store, banks, ["people"])) == []


def test_what_is_set_aside_is_listed_with_how(here: Room) -> None:
    say(here, Sign.BURIED, "talks/month")
    say(here, Sign.SUSPENDED, "talks/venue")
    found = set_aside(here.store)
    assert [(one.key, one.sign, one.until) for one in found] == [
        ("talks/venue", Sign.SUSPENDED, marks.FOR_GOOD),
        ("talks/month", Sign.BURIED, TOMORROW),
    ]
    (here.root / "talks.yaml").unlink()
    here.load()
    assert [one.at.gone for one in set_aside(here.store)] == [True, True]


def test_a_card_set_aside_that_is_not_there_is_damage(here: Room) -> None:
    here.store.db.execute("PRAGMA foreign_keys = OFF")
    here.store.db.execute("INSERT INTO aside VALUES ('me', 999, '9999-12-31')")
    with pytest.raises(DamagedRow):
        set_aside(here.store)


def test_several_marks_are_all_written_or_none(here: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    written = marks.add

    def fails_at_the_second(*given: object) -> None:
        if len(marks.aside(here.store)):
            raise NotSaved("quiz.db", "disk is full")
        written(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(marks, "add", fails_at_the_second)
    said = [("talks/venue", Sign.SUSPENDED), ("talks/month", Sign.SUSPENDED)]
    with pytest.raises(NotSaved):
        put_marks(here.store, here.clock, said)
    assert marks.aside(here.store) == []
    assert marks.latest(here.store) == {}
    monkeypatch.undo()
    put_marks(here.store, here.clock, said)
    assert [one.key for one in set_aside(here.store)] == ["talks/venue", "talks/month"]
    put_marks(here.store, here.clock, [])


# -- when a burial ends --------------------------------------------------------------------


def test_a_buried_card_is_asked_on_the_next_study_day(here: Room) -> None:
    say(here, Sign.BURIED)
    assert "talks/venue" not in asked(here)
    here.clock.at = START.replace(hour=3) + timedelta(days=1)  # after midnight, before the rollover
    assert "talks/venue" not in asked(here)
    here.clock.at += timedelta(hours=1)
    assert "talks/venue" in asked(here)


def test_a_buried_card_is_asked_when_the_clock_was_ahead(here: Room) -> None:
    here.clock.sleep(1000)
    say(here, Sign.BURIED)
    here.clock.sleep(-1000)
    assert "talks/venue" in asked(here)
    assert differences(here.store) == []


def test_a_sitting_over_the_rollover_finds_the_card_of_the_day_before(here: Room) -> None:
    queue = build(here.store, here.scope(), TODAY, MANY)
    sitting = begin(here.store, here.clock, queue, terms=TERMS, seed="")
    key = sitting.current.card.key
    sitting.set_aside(sitting.current, Sign.BURIED)
    assert key not in asked(here)
    here.clock.sleep()
    assert key in asked(here)


@contextmanager
def log_of(rows: Iterable[tuple[str, str, str, Sign]]) -> Iterator[Store]:
    """A log with these marks, written one by one: id, device, card, sign."""
    with TemporaryDirectory() as folder, room(Path(folder), banks=False) as where:
        store = where.store
        store.db.execute("PRAGMA synchronous = OFF")
        for event, device, card, sign in rows:
            until = TOMORROW.isoformat() if sign is Sign.BURIED else None
            row = [
                event,
                device,
                "me",
                card,
                sign,
                "",
                until,
                "2022-01-10T12:00:00.000Z",
                0,
                "2022-01-10",
                "",
            ]
            store.db.execute("INSERT INTO marks VALUES (?,?,?,?,?,?,?,?,?,?,?)", row)
        yield store


# -- what the log gives --------------------------------------------------------------------


def test_what_is_set_aside_follows_its_card_to_another_name(here: Room) -> None:
    say(here, Sign.SUSPENDED)
    say(here, Sign.FLAGGED, note="typo")
    here.write("talks.yaml", TALKS.replace("id: venue", "id: city"))
    here.load()
    assert [one.key for one in set_aside(here.store)] == ["talks/city"]
    assert flags(here) == ["talks/city"]
    (here.root / "talks.yaml").rename(here.root / "chats.yaml")
    here.load()
    assert [one.key for one in set_aside(here.store)] == ["chats/city"]
    assert flags(here) == ["chats/city"]
    assert "chats/city" not in asked(here)
    assert differences(here.store) == []
    rebuild(here.store)
    assert [one.key for one in set_aside(here.store)] == ["chats/city"]


def test_what_is_set_aside_can_be_rebuilt(here: Room) -> None:
    say(here, Sign.SUSPENDED)
    say(here, Sign.BURIED, "talks/month")
    say(here, Sign.SUSPENDED, "nowhere/at-all")
    before = marks.aside(here.store)
    assert differences(here.store) == []
    here.store.db.execute("UPDATE aside SET until = '2030-01-01'")
    venue, month = (catalogue.card_row_id(here.store, f"talks/{name}") for name in ("venue", "month"))
    assert venue is not None
    assert month is not None
    wrong = before[0].until.replace(2030, 1, 1)
    assert differences(here.store) == [
        AsideDifference(venue, wrong, marks.FOR_GOOD),
        AsideDifference(month, wrong, TOMORROW),
    ]
    here.store.db.execute("DELETE FROM aside")
    assert differences(here.store) == [AsideDifference(venue, None, marks.FOR_GOOD)]
    assert rebuild(here.store) == 0
    assert marks.aside(here.store) == before == aside_replayed(here.store)
    here.store.db.execute("DELETE FROM marks")
    assert [one.replayed for one in differences(here.store)] == [None, None]
    rebuild(here.store)
    assert marks.aside(here.store) == []


def test_a_rebuild_leaves_states_alone(here: Room) -> None:
    here.answer("talks/venue", Rating.GOOD)
    say(here, Sign.SUSPENDED)
    assert rebuild(here.store) == 1
    assert [one.key for one in set_aside(here.store)] == ["talks/venue"]
    assert differences(here.store) == []


def test_a_burial_that_is_over_is_no_difference(here: Room) -> None:
    say(here, Sign.BURIED)
    assert aside_replayed(here.store, TODAY) == marks.aside(here.store)
    here.clock.sleep()
    asked(here)
    assert marks.aside(here.store) == [] == aside_replayed(here.store, TOMORROW)
    assert differences(here.store) == []
    rebuild(here.store, TOMORROW)
    assert "talks/venue" in asked(here)


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_logs_of_two_devices_come_together_as_one(chance: random.Random) -> None:
    """What counts of each card is the event with the greatest id, in whatever order they are written."""
    rows = [
        (f"{number:08}", chance.choice("ab"), f"talks/{chance.choice('xy')}", chance.choice([*Sign]))
        for number in range(12)
    ]
    found = []
    for order in (rows, chance.sample(rows, len(rows))):
        with log_of(order) as store:
            found.append((marks.latest(store), marks.flags(store)))
    assert found[0] == found[1]
    last = {card: sign for _, _, card, sign in rows if sign not in (Sign.FLAGGED, Sign.UNFLAGGED)}
    suspended = {card for card, sign in last.items() if sign is Sign.SUSPENDED}
    assert {card for card, until in found[0][0].items() if until == marks.FOR_GOOD} == suspended
