"""In which order due cards are asked: all of them, each once, whatever is due, and the same at any look."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from study_samples import TODAY, Room, reply, room

from quiz.memory import DEFAULT_PARAMETERS
from quiz.memory.habits import PUBLISHED
from quiz.memory.orders import order_of, recall_per_second
from quiz.memory.simulation import Standing
from quiz.review import Memory, Rating
from quiz.settings import Priority
from quiz.store import candidates, log
from quiz.store.durations import durations_of
from quiz.study import ranking
from quiz.study.forecasting import basis
from quiz.study.limits import Rest
from quiz.study.queue import Limits, build
from quiz.study.ranking import Ranked, Ranking, paces
from quiz.study.session import Given, Terms
from quiz.study.taking_back import take_back

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quiz.store import Candidate

FRONTS = (
    "amber", "bridge", "cellar", "dragon", "engine", "forest", "guitar", "harbour", "island", "jacket",
    "kettle", "lantern",
)  # fmt: skip
WORDS = len(FRONTS)
BANK = "quiz: 1\ntitle: Words\nquestions:\n" + "".join(
    f"  - {{id: w{n}, front: {front}, back: a{n}}}\n" for n, front in enumerate(FRONTS)
)


class Stood(NamedTuple):
    """How a card stands: stability, difficulty, days since the last answer and since it fell due."""

    stability: float
    difficulty: float
    elapsed: int
    overdue: int
    learning: bool = False


STOOD = st.builds(
    Stood,
    st.sampled_from([0.5, 3.0, 20.0]) | st.floats(0.1, 300),
    st.sampled_from([2.0, 8.0]) | st.floats(1, 10),
    st.integers(0, 400),
    st.integers(-3, 100),
    st.booleans(),
)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    with room(tmp_path_factory.mktemp("ranking"), banks=False) as found:
        found.write("words.yaml", BANK)
        found.load()
        yield found


@pytest.fixture
def studied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    with room(tmp_path_factory.mktemp("studied"), banks=False) as found:
        found.write("words.yaml", BANK)
        found.load()
        yield found


def put(where: Room, cards: Sequence[Stood]) -> dict[int, Stood]:
    """Let the first cards of the bank stand so; return them by row id."""
    store = where.store
    ids = [row for (row,) in store.db.execute("SELECT id FROM cards ORDER BY id")][: len(cards)]
    with store.transaction():
        store.db.conn.execute("DELETE FROM card_states")
        for row, card in zip(ids, cards, strict=True):
            state = "relearning" if card.learning else "review"
            last, due = (TODAY - timedelta(days=days) for days in (card.elapsed, card.overdue))
            values = store.learner, row, state, card.stability, card.difficulty, str(last), str(due), 1, 2, 0
            store.db.conn.execute(f"INSERT INTO card_states VALUES ({','.join('?' * 10)})", values)
    return dict(zip(ids, cards, strict=True))


def ids(cards: Sequence[Candidate] | Iterator[Candidate]) -> list[int]:
    return [card.card_id for card in cards]


def place(priority: Priority, card: Stood) -> float:
    today = TODAY.toordinal()
    memory = Memory(card.stability, card.difficulty)
    ranked = Ranked(memory, today - card.elapsed, today - card.overdue)
    return order_of(priority, DEFAULT_PARAMETERS)(ranked, today)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(STOOD, max_size=WORDS),
    st.sampled_from(Priority),
    st.sampled_from([1, 3, 100]),
    st.sampled_from([1, 4, 100]),
)
def test_all_that_is_due_is_ranked_each_card_once(
    here: Room, cards: list[Stood], priority: Priority, page: int, head: int
) -> None:
    stood = put(here, cards)
    due = {row for row, card in stood.items() if card.overdue >= 0}
    with mock.patch.multiple(ranking, PAGE=page, HEAD=head):
        found = ids(Ranking(here.store, priority, TODAY).due(here.scope(), Rest(99)))
        assert ids(Ranking(here.store, priority, TODAY).due(here.scope(), Rest(99))) == found
    assert len(found) == len(due)
    assert {*found} == due
    wanted = sorted(due, key=lambda row: (not stood[row].learning, place(priority, stood[row]), row))
    assert found == wanted


@settings(max_examples=60, deadline=None)
@given(st.lists(STOOD, max_size=WORDS), st.sampled_from(Priority), st.integers(1, 5), st.integers(0, 9))
def test_windows_lose_no_card_and_bring_none_twice(
    here: Room, cards: list[Stood], priority: Priority, window: int, most: int
) -> None:
    stood = put(here, cards)
    due = {row for row, card in stood.items() if card.overdue >= 0}
    rest = Rest(most)
    with mock.patch.multiple(ranking, WINDOW=window, PAGE=2):
        found = []
        for card in Ranking(here.store, priority, TODAY).due(here.scope(), rest):
            found.append(card.card_id)
            if not stood[card.card_id].learning:
                rest.take(card.card.bank)
    learnt = {row for row in due if stood[row].learning}
    assert len({*found}) == len(found) == min(len(due), len(learnt) + most)
    assert learnt <= {*found} <= due
    if priority is not Priority.VALUE:  # its windows are by another sort than its ranks
        wanted = sorted(due, key=lambda row: (not stood[row].learning, place(priority, stood[row]), row))
        assert found == wanted[: len(found)]


@settings(max_examples=40, deadline=None)
@given(st.lists(STOOD, max_size=WORDS), st.sampled_from(Priority))
def test_cards_at_hand_are_ranked_as_those_looked_up(
    here: Room, cards: list[Stood], priority: Priority
) -> None:
    put(here, cards)
    ranks = Ranking(here.store, priority, TODAY)
    found = [*ranks.due(here.scope(), Rest(99))]
    assert ranks.in_order(reversed(found)) == found


@settings(max_examples=40, deadline=None)
@given(st.lists(STOOD, max_size=WORDS), st.sampled_from(Priority), st.integers(0, 30))
def test_only_days_asked_for_are_looked_at(
    here: Room, cards: list[Stood], priority: Priority, since: int
) -> None:
    stood = put(here, cards)
    ranks, first = Ranking(here.store, priority, TODAY), TODAY - timedelta(days=since)
    late = ids(ranks.due(here.scope(), Rest(99), until=first - timedelta(days=1)))
    new = ids(ranks.due(here.scope(), Rest(99), since=first))
    assert {*late} == {row for row, card in stood.items() if card.overdue > since}
    assert {*new} == {row for row, card in stood.items() if 0 <= card.overdue <= since}


@pytest.mark.parametrize("priority", Priority)
def test_equal_cards_come_in_the_order_of_the_bank(here: Room, priority: Priority) -> None:
    stood = put(here, [Stood(9.0, 5.0, 12, 3)] * WORDS)
    assert ids(Ranking(here.store, priority, TODAY).due(here.scope(), Rest(99))) == sorted(stood)


@pytest.mark.parametrize("priority", Priority)
def test_an_answer_of_a_day_to_come_counts_as_one_of_today(here: Room, priority: Priority) -> None:
    put(here, [Stood(9.0, 5.0, -2, 0), Stood(9.0, 5.0, 20, 0)])
    assert len(ids(Ranking(here.store, priority, TODAY).due(here.scope(), Rest(99)))) == 2


@pytest.mark.parametrize("priority", Priority)
def test_the_queue_is_asked_in_the_order_that_a_forecast_simulates(here: Room, priority: Priority) -> None:
    put(here, [Stood(3.0 * 2**n, 2.0 + n / 2, 4 * 2**n + 7 * (n % 3), 5 * (n % 4)) for n in range(WORDS)])
    limits = Limits(0, 99, order=priority)
    start = basis(here.store, here.scope(), TODAY, Terms(0.9), limits)
    rows = [card.card_id for card in candidates.everything(here.store, here.scope())]
    order = start.rules.order
    assert order is not None
    simulated = []
    for row, card in zip(rows, start.cards, strict=True):
        assert card.memory is not None
        simulated.append((order(Standing(card, card.memory, card.last, card.due), 0), row))
    found = [card.card_id for card in build(here.store, here.scope(), TODAY, limits)]
    assert found == [row for _, row in sorted(simulated)]


def timed(where: Room, key: str, seconds: float, rating: Rating = Rating.GOOD) -> None:
    sitting = where.sit(key)
    sitting.next()
    given, judgement, _ = reply(sitting, rating)
    sitting.record(Given(given.response, round(seconds * 1000)), judgement, rating)


def rows_of(where: Room) -> Mapping[str, int]:
    return {
        key.removeprefix("words/"): row
        for row, key in where.store.db.execute("SELECT card_id, card FROM card_keys")
    }


def test_what_takes_long_is_asked_after_what_takes_as_little_as_others(studied: Room) -> None:
    for seconds, key in ((90.0, "words/w0"), (5.0, "words/w1"), (5.0, "words/w2")):
        timed(studied, key, seconds)
    studied.clock.sleep(30)
    today = studied.clock.now().study_day
    asked = {
        priority: [
            card.card.key.removeprefix("words/")
            for card in build(studied.store, studied.scope(), today, Limits(0, 99, order=priority))
        ]
        for priority in Priority
    }
    assert asked == {
        Priority.VALUE: ["w1", "w2", "w0"],
        Priority.OLDEST: ["w0", "w1", "w2"],
        Priority.WEAKEST: ["w0", "w1", "w2"],
    }


def test_paces_are_one_on_average_over_the_cards_with_answers(studied: Room) -> None:
    rows = rows_of(studied)
    kinds = dict.fromkeys(rows.values(), "recall")
    assert {*paces(studied.store, kinds).values()} == {1.0}
    assert paces(studied.store, {}) == {}
    for seconds, key in ((20.0, "w0"), (4.0, "w1")):
        timed(studied, f"words/{key}", seconds)
    found = paces(studied.store, kinds)
    assert found[rows["w0"]] + found[rows["w1"]] == pytest.approx(2.0)
    assert found[rows["w0"]] > found[rows["w2"]] > found[rows["w1"]]


def test_a_cards_own_times_are_its_latest_answers_that_stand(studied: Room) -> None:
    row = rows_of(studied)["w0"]
    for seconds in (1.0, 2.0, 3.0):
        timed(studied, "words/w0", seconds)
        studied.clock.sleep()
    timed(studied, "words/w1", 9.0)
    assert [*durations_of(studied.store, [row], 2)] == [(row, "recall", 2000), (row, "recall", 3000)]
    undo(studied)
    undo(studied)
    assert [took for *_, took in durations_of(studied.store, [row], 2)] == [1000, 2000]
    assert [*durations_of(studied.store, [], 2)] == []


def undo(where: Room) -> None:
    review = log.last_review(where.store)
    assert review is not None
    take_back(where.store, where.clock, review, review.session)


@pytest.mark.parametrize("priority", Priority)
def test_an_answer_taken_back_leaves_the_order_as_it_was(studied: Room, priority: Priority) -> None:
    for number in range(WORDS):
        timed(studied, f"words/w{number}", 3.0 + 2 * number, Rating(1 + number % 4))
        studied.clock.sleep(number % 3)
    studied.clock.sleep(25)
    today, limits = studied.clock.now().study_day, Limits(0, 99, order=priority)
    before = build(studied.store, studied.scope(), today, limits)
    timed(studied, before[0].card.key, 33.0)
    assert build(studied.store, studied.scope(), today, limits) != before
    undo(studied)
    assert build(studied.store, studied.scope(), today, limits) == before


def test_by_value_means_the_most_recall_for_a_second(here: Room) -> None:
    stood = put(here, [Stood(2.0, 9.0, 60, 50), Stood(20.0, 3.0, 30, 9), Stood(250.0, 5.0, 260, 2)])
    found = ids(Ranking(here.store, Priority.VALUE, TODAY).due(here.scope(), Rest(99)))
    gains = [
        recall_per_second(
            Memory(stood[row].stability, stood[row].difficulty),
            stood[row].elapsed,
            DEFAULT_PARAMETERS,
            PUBLISHED,
        )
        for row in found
    ]
    assert gains == sorted(gains, reverse=True)
    assert len({*gains}) == 3
