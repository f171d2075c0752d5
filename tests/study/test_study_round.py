"""Which card comes next."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz.study.round import SPACING, Round

QUEUES = st.lists(st.integers(0, 20), unique=True, max_size=12).map(tuple)
FULL = st.lists(st.integers(0, 20), unique=True, min_size=1, max_size=12).map(tuple)


@given(FULL)
def test_a_card_that_is_done_with_leaves_the_queue(queue: tuple[int, ...]) -> None:
    after = Round(queue).answered(queue[0], done=True)
    assert after == Round(queue[1:], frozenset(queue[:1]), 2)


@given(FULL)
def test_a_card_that_was_not_known_comes_again_after_the_others_between(queue: tuple[int, ...]) -> None:
    after = Round(queue).answered(queue[0], done=False)
    assert sorted(after.queue) == sorted(queue)
    assert after.queue.index(queue[0]) == min(SPACING, len(queue) - 1)
    assert [card for card in after.queue if card != queue[0]] == [*queue[1:]]


@given(FULL, st.lists(st.booleans(), max_size=60))
def test_no_card_is_lost_or_put_twice_in_a_row_while_others_are_left(
    queue: tuple[int, ...], deeds: list[bool]
) -> None:
    now, last, known = Round(queue), None, set()
    for number, done in enumerate(deeds, 1):
        if not now.queue:
            break
        card = now.queue[0]
        assert card != last or len(now.queue) == 1
        assert now.number == number
        now, last = now.answered(card, done=done), card
        known |= {card} if done else set()
    assert {*queue} == {*now.queue} | known
    assert not {*now.queue} & known
    assert now.asked >= known


@given(FULL, st.lists(st.booleans(), min_size=40, max_size=40))
def test_a_card_that_was_not_known_comes_within_five_answers(
    queue: tuple[int, ...], deeds: list[bool]
) -> None:
    now, missed_at = Round(queue), dict[int, int]()
    for number, done in enumerate(deeds):
        if not now.queue:
            break
        card = now.queue[0]
        assert number - missed_at.get(card, number) <= SPACING * 2
        missed_at[card] = number
        now = now.answered(card, done=done)


@given(QUEUES, st.integers(0, 20))
def test_leaving_a_card_out_leaves_the_rest_as_it_was(queue: tuple[int, ...], card: int) -> None:
    before = Round(queue, frozenset({card}), 7)
    after = before.without(card)
    assert after == before._replace(queue=tuple(other for other in queue if other != card))
    assert after.without(card) == after
    if card not in queue:
        assert after == before


@given(QUEUES, st.sets(st.integers(0, 20)))
def test_only_some_cards_stay_in_their_order(queue: tuple[int, ...], cards: set[int]) -> None:
    after = Round(queue).only(cards)
    assert {*after.queue} == {*queue} & cards
    assert [*after.queue] == [card for card in queue if card in cards]
    assert Round(queue).only(queue) == Round(queue)
