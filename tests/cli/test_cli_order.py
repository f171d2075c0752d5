"""In which order due cards are asked, through the door: by value unless a setting says otherwise."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from robot import Robot, cards_below

from quiz.clock import Clock
from quiz.memory import DEFAULT_PARAMETERS
from quiz.memory.habits import PUBLISHED
from quiz.memory.orders import recall_per_second
from quiz.review import Memory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from door import House

NAMES = (
    "amber", "bridge", "cellar", "dragon", "engine", "forest", "guitar", "harbour", "island", "jacket",
    "kettle", "lantern",
)  # fmt: skip
WORDS = "quiz: 1\ntitle: Words\nquestions:\n" + "".join(
    f"  - {{id: {name}, ask: {name}?, answer: {name[::-1]}}}\n" for name in NAMES
)
ORDERS = ("value", "oldest", "weakest")
BACK = "2026-06-13T12:00+00:00"
TODAY = date(2026, 6, 13)
DAYS = ("2026-02-20", "2026-02-24", "2026-03-02", "2026-03-10", "2026-03-16", "2026-03-20")


def hold(house: House, now: str, *arguments: str, wrong: Sequence[str] = (), **environ: str) -> list[str]:
    """Answer for 12 seconds each, some wrong at first; return the words in the order of asking."""
    cards = cards_below(house.home / "questions")
    robot = Robot(cards, lambda put: put.again or put.question.id not in wrong)
    with mock.patch.object(Clock, "ticks_ms", side_effect=count(0, 12_000)):
        done = house.sit(robot, *arguments, QUIZ_NOW=now, **environ)
    assert done.code == 0, done.err
    return [put.question.id for put in robot.asked if not put.again]


@pytest.fixture
def away(empty: House) -> House:
    """A house whose learner learnt twelve words bit by bit, and was away for months."""
    empty.bank(WORDS)
    for number, day in enumerate(DAYS):
        retention = "0.95" if number % 2 else "0.75"
        now, wrong = f"{day}T12:00+00:00", NAMES[number::4]
        hold(empty, now, "--new", "4", wrong=wrong, QUIZ_DESIRED_RETENTION=retention)
    return empty


def wanted(house: House, order: str) -> list[str]:
    """Return the words that are due, reckoned apart from the program: what comes first comes first."""
    rows = house.query(
        """SELECT card, stability, difficulty, last_day, due_on FROM card_states
           JOIN card_keys ON card_keys.card_id = card_states.card_id
           WHERE due_on <= '2026-06-13' ORDER BY card_states.card_id"""
    )

    def place(row: tuple[object, ...]) -> float | str:
        _, stability, difficulty, last_day, due_on = row
        assert isinstance(stability, float)
        assert isinstance(difficulty, float)
        elapsed = (TODAY - date.fromisoformat(str(last_day))).days
        if order == "oldest":
            return str(due_on)
        if order == "weakest":
            return -elapsed / stability
        return -recall_per_second(Memory(stability, difficulty), elapsed, DEFAULT_PARAMETERS, PUBLISHED)

    return [str(row[0]).removeprefix("bank/") for row in sorted(rows, key=place)]


def test_the_three_orders_are_three(away: House) -> None:
    found = [wanted(away, order) for order in ORDERS]
    assert [len(names) for names in found] == [9, 9, 9]
    assert len({tuple(names[:3]) for names in found}) == 3


def test_by_value_unless_it_is_set_otherwise(away: House) -> None:
    config = away.home / "config/quiz/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('order = "oldest"\n')
    oldest = wanted(away, "oldest")
    assert hold(away, BACK, QUIZ_REVIEWS_PER_DAY="4") == oldest[:4]


@pytest.mark.parametrize("order", ORDERS)
def test_with_little_time_what_comes_first_is_asked(away: House, order: str) -> None:
    first = wanted(away, order)
    given = {} if order == "value" else {"QUIZ_ORDER": order}
    found = hold(away, BACK, "--minutes", "1", **given)
    assert 1 < len(found) < 9
    assert found == first[: len(found)]


@pytest.mark.parametrize("order", ORDERS)
def test_a_limit_of_reviews_takes_what_comes_first(away: House, order: str) -> None:
    first = wanted(away, order)
    assert hold(away, BACK, "--new", "0", QUIZ_ORDER=order, QUIZ_REVIEWS_PER_DAY="5") == first[:5]


@pytest.mark.parametrize("order", ORDERS)
def test_a_backlog_is_cleared_in_the_same_order(away: House, order: str) -> None:
    first = wanted(away, order)
    overdue = [name for name in first if name != "harbour"]  # which is due today
    taken = {"harbour", *overdue[:4]}
    asked = hold(away, BACK, "--catch-up", "2", QUIZ_ORDER=order)
    assert (len(overdue), asked) == (8, [name for name in first if name in taken])


def test_a_sitting_taken_up_again_goes_on_in_its_order_whatever_is_set_now(away: House) -> None:
    first = wanted(away, "value")
    away.attend(stdin=f"{first[0][::-1]}\n\n{first[1][::-1]}\n\n:quit\n", QUIZ_NOW=BACK)
    done = away.attend(stdin=f"y\n{first[2][::-1]}\n\n:quit\n", QUIZ_NOW=BACK, QUIZ_ORDER="oldest")
    asked = [said.rpartition(": ")[2].removesuffix("?") for said in done.said("question")]
    assert asked == first[2:4]


def test_an_answer_taken_back_leaves_the_order_as_it_was(away: House) -> None:
    first = wanted(away, "value")
    away.attend(stdin=f"{first[0][::-1]}\n\n:quit\n", QUIZ_NOW=BACK)
    assert away.call("undo", QUIZ_NOW=BACK).code == 0
    assert hold(away, BACK, "--fresh") == first


def test_an_order_that_is_none_is_refused_with_those_there_are(away: House) -> None:
    done = away.call("start", QUIZ_ORDER="best")
    assert done.code == 2
    assert "QUIZ_ORDER" in done.err
    assert "value, oldest or weakest" in done.err
