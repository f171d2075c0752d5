"""Which card comes next."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from quiz.study.round import SPACING, Round, Told

QUEUES = st.lists(st.integers(0, 20), unique=True, max_size=12).map(tuple)
FULL = st.lists(st.integers(0, 20), unique=True, min_size=1, max_size=12).map(tuple)


@given(FULL)
def test_a_card_that_is_done_with_leaves_the_queue(queue: tuple[int, ...]) -> None:
    after = Round(queue).answered(queue[0], done=True)
    assert after == Round(queue[1:], frozenset(queue[:1]), 2, (Told(queue[0], frozenset()),))


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


class Land(NamedTuple):
    """A class and the paragraphs for each card that has any."""

    classes: dict[int, int]
    cited: dict[int, frozenset[int]]

    def under(self, card_id: int) -> frozenset[int]:
        return self.cited.get(card_id, frozenset())


CITED = st.frozensets(st.integers(1, 3), max_size=2)
LANDS = st.builds(
    Land,
    st.dictionaries(st.integers(0, 20), st.integers(0, 2), max_size=21),
    st.dictionaries(st.integers(0, 20), CITED, max_size=21),
)
DEEDS = st.lists(st.sampled_from(["right", "wrong", "missed", "aside"]), max_size=60)


def on(land: Land, before: Round, deed: str) -> Round:
    """Do something with the next card; what is wrong has its paragraphs shown, what is missed comes again."""
    card = before.queue[0]
    if deed == "aside":
        return before.without(card)
    shown = frozenset[int]() if deed == "right" else land.under(card)
    return before.answered(card, done=deed != "missed", shown=shown)


def read_off(land: Land, now: Round, card: int) -> bool:
    return any(land.under(card) & told.shown for told in now.told)


@given(FULL, LANDS, DEEDS)
def test_a_card_is_put_off_only_while_another_of_its_class_is_left(
    queue: tuple[int, ...], land: Land, deeds: list[str]
) -> None:
    now = Round(queue)
    for deed in deeds:
        if not now.queue:
            break
        plain = on(land, now, deed)
        now = plain.spaced(land)
        assert now._replace(queue=()) == plain._replace(queue=())
        assert sorted(now.queue) == sorted(plain.queue)
        assert [*map(land.classes.get, now.queue)] == [*map(land.classes.get, plain.queue)]
        others = {card for card in now.queue if land.classes.get(card) == land.classes.get(now.queue[0])}
        if now.queue != plain.queue:
            first = plain.queue[0]
            assert read_off(land, now, first)
            assert not read_off(land, now, now.queue[0])
            free = others - now.asked | {first, now.queue[0]}
            rest = [card for card in plain.queue if card != now.queue[0] and card in free]
            assert [card for card in now.queue[1:] if card in free] == rest
            fixed = [place for place, card in enumerate(plain.queue) if card not in free]
            assert all(now.queue[place] == plain.queue[place] for place in fixed)
        elif now.queue and now.queue[0] in land.classes and read_off(land, now, now.queue[0]):
            just = {told.card_id for told in now.told}
            assert all(read_off(land, now, card) for card in others - just)
        assert now.spaced(land) == now


@given(FULL, LANDS, DEEDS)
def test_where_cards_are_put_off_each_is_asked_as_often_as_before(
    queue: tuple[int, ...], land: Land, deeds: list[str]
) -> None:
    """How a card is answered is fixed for each time that it is put."""

    def asked(*, spaced: bool) -> list[tuple[int, int]]:
        now, seen, last = Round(queue), list[tuple[int, int]](), None
        while now.queue:
            card = now.queue[0]
            assert card != last or len(now.queue) == 1
            times = sum(other == card for other, _ in seen)
            seen.append((card, times))
            place = card * 3 + times
            deed = deeds[place] if place < len(deeds) and times < 3 else "right"
            after = on(land, now, deed)
            now, last = after.spaced(land) if spaced else after, card
        return sorted(seen)

    assert asked(spaced=True) == asked(spaced=False)


@given(FULL, LANDS, DEEDS)
def test_cards_without_a_class_are_asked_as_they_come(
    queue: tuple[int, ...], land: Land, deeds: list[str]
) -> None:
    now, land = Round(queue), land._replace(classes={})
    for deed in deeds[: len(queue)]:
        if now.queue:
            now = on(land, now, deed)
            assert now.spaced(land) == now


def test_a_paragraph_is_forgotten_after_four_answers() -> None:
    land = Land(dict.fromkeys(range(8), 2), {0: frozenset({1}), 1: frozenset({1, 2})})
    now = Round(tuple(range(8))).answered(0, done=True, shown=land.under(0)).spaced(land)
    put = []
    while now.queue:
        put.append(now.queue[0])
        now = now.answered(now.queue[0], done=True).spaced(land)
    assert put == [2, 3, 4, 5, 1, 6, 7]
