"""A learner over thirty study days, through the door that people take."""

from __future__ import annotations

import json
import zlib
from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from robot import Put, Robot, cards_below

if TYPE_CHECKING:
    from collections.abc import Callable

    from door import House

FIRST = date(2026, 3, 2)
DAYS = 30
NEW, REVIEWS = 3, 12
OUTSIDE = (0, 1, 15)
"""Days on which the sitting is a real process."""

BANK = "quiz: 1\ntitle: Words\nquestions:\n" + "".join(
    f"  - id: n{number}\n    ask: Which word is number {number}?\n    answer: word{number}\n"
    + ("    reverse: true\n" if number % 10 == 0 else "")
    for number in range(60)
)


FORGOTTEN = FIRST + timedelta(14)
"""The day from which on some cards that were known are not known any more."""


def learner(day: date) -> Callable[[Put], bool]:
    """Three cards in four are known at once, the others only just after they were shown."""
    return lambda put: put.again or (is_easy(put.card.key) and not (day >= FORGOTTEN and fades(put.card.key)))


def fades(card: str) -> bool:
    return zlib.crc32(card.encode()) % 8 == 1


def is_easy(card: str) -> bool:
    return zlib.crc32(card.encode()) % 4 != 0


@pytest.fixture
def month(empty: House) -> list[tuple[date, list[Put]]]:
    """Hold one or two sittings on every day but each seventh, and return what was asked."""
    empty.bank(BANK)
    held: list[tuple[date, list[Put]]] = []
    for number in (number for number in range(DAYS) if number % 7 != 5):
        day = FIRST + timedelta(number)
        for hour in ("09:00", "21:30") if number % 3 == 0 else ("09:00",):
            robot = Robot(cards_below(empty.home / "questions"), learner(day))
            sit = empty.sit_outside if number in OUTSIDE and hour == "09:00" else empty.sit
            done = sit(
                robot,
                "--plain",
                "--new",
                str(NEW),
                QUIZ_NOW=f"{day}T{hour}+00:00",
                QUIZ_REVIEWS_PER_DAY=str(REVIEWS),
            )
            assert (done.code, done.err) == (0, "")
            held.append((day, robot.asked))
    return held


def test_a_month_of_study(empty: House, month: list[tuple[date, list[Put]]]) -> None:
    empty.check()
    stay_within_the_limits(empty)
    ask_one_sibling_a_day(month)
    ask_again_until_right(month)
    grow_for_what_is_known(empty)
    shrink_for_what_is_not(empty)
    fall_for_what_is_forgotten(empty)
    agree_with_the_figures(empty, month)


def rows(house: House) -> list[tuple[Any, ...]]:
    return house.query("SELECT card, study_day, verdict, interval_days, rating FROM reviews ORDER BY id")


def stay_within_the_limits(house: House) -> None:
    seen: set[str] = set()
    days: dict[str, set[str]] = defaultdict(set)
    for card, day, *_ in rows(house):
        days[day].add(card)
    for day, cards in sorted(days.items()):
        new = cards - seen
        assert len(new) <= NEW, day
        assert len(cards & seen) <= REVIEWS, day
        seen |= cards
    assert len(seen) > 3 * NEW
    assert max(len(cards) for cards in days.values()) > REVIEWS


def ask_one_sibling_a_day(month: list[tuple[date, list[Put]]]) -> None:
    """A second sibling comes on the same day only in a sitting that has nothing else."""
    asked: dict[date, set[str]] = defaultdict(set)
    for day, puts in month:
        siblings = {put.card.siblings for put in puts}
        assert len(siblings) == len({put.card.key for put in puts})
        assert not siblings & asked[day] or siblings <= asked[day]
        asked[day] |= siblings


def ask_again_until_right(month: list[tuple[date, list[Put]]]) -> None:
    for _, puts in month:
        times = Counter(put.card.key for put in puts)
        assert all(number == (1 if is_easy(card) else 2) for card, number in times.items() if not fades(card))
        assert max(times.values(), default=1) <= 2


def grow_for_what_is_known(house: House) -> None:
    intervals: dict[str, list[int]] = defaultdict(list)
    for card, _, verdict, interval, _ in rows(house):
        if is_easy(card) and not fades(card):
            assert verdict == "right"
            intervals[card].append(interval)
    repeated = [found for found in intervals.values() if len(found) > 2]
    assert len(repeated) > 3, intervals
    for found in repeated:
        assert found == sorted(set(found)), "each interval is longer than the one before"


def shrink_for_what_is_not(house: House) -> None:
    longest = {True: 0, False: 0}
    for card, _, _, interval, _ in rows(house):
        longest[is_easy(card)] = max(longest[is_easy(card)], interval)
    assert longest[False] * 10 < longest[True]
    lapses = {
        str(card): lapses
        for card, lapses in house.query("SELECT card, lapses FROM cards_readable WHERE reviews > 4")
    }
    assert not all(map(is_easy, lapses))
    assert all((number == 0) == (is_easy(card) and not fades(card)) for card, number in lapses.items())


def fall_for_what_is_forgotten(house: House) -> None:
    before: dict[str, int] = {}
    fallen = 0
    for card, day, _, interval, _ in rows(house):
        if fades(card) and date.fromisoformat(day) >= FORGOTTEN and before.get(card, 0) > 1 and interval > 0:
            assert interval < before[card]
            fallen += 1
        before[card] = interval or before.get(card, 0)
    assert fallen


def agree_with_the_figures(house: House, month: list[tuple[date, list[Put]]]) -> None:
    last = month[-1][0]
    done = house.call("stats", "--json", QUIZ_NOW=f"{last}T22:00+00:00")
    told = json.loads(done.out)
    assert told["answers_total"] == sum(len(puts) for _, puts in month) == len(rows(house))
    studied = {day for day, puts in month if puts}
    assert {day["day"] for day in told["days"]} == {day.isoformat() for day in studied - {last}}
    streak = 0
    while last - timedelta(streak) in studied:
        streak += 1
    assert told["streak"]["days"] == streak
