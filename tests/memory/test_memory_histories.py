"""Histories are counted as a replay counts them, and parted in time by whole days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quiz.memory import DEFAULT_PARAMETERS, Due, advance
from quiz.memory.fsrs import first_memory, next_memory
from quiz.memory.histories import Judged, answers_in, before, histories, judged, later_from
from quiz.review import CardState, Rating

DAY = date(2026, 3, 2)
ANSWERS = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(0, 60), st.sampled_from(Rating)), min_size=1, max_size=40
).map(lambda rows: [(card, DAY + timedelta(days=days), rating) for card, days, rating in rows])


@given(ANSWERS)
def test_elapsed_days_are_those_of_a_replay_also_when_the_clock_runs_back(
    rows: list[tuple[str, date, Rating]],
) -> None:
    states: dict[str, CardState] = {}
    for card, day, rating in rows:
        states[card] = advance(states.get(card), rating, day, Due(0, day), DEFAULT_PARAMETERS)
    known = histories(rows)
    assert answers_in(known) == len(rows)
    for history, state in zip(known, states.values(), strict=True):
        memory = first_memory(history[0].rating, DEFAULT_PARAMETERS)
        for elapsed, rating, _day in history[1:]:
            memory = next_memory(memory, rating, elapsed, DEFAULT_PARAMETERS)
        assert memory == state.memory
        assert history[-1].day == state.last_day.toordinal()
        assert history[0].elapsed_days == 0


def test_only_answers_on_a_later_day_are_judged() -> None:
    days = [0, 0, 3, 3, 8]
    ratings = [Rating.AGAIN, Rating.GOOD, Rating.AGAIN, Rating.GOOD, Rating.HARD]
    known = histories(("a", DAY + timedelta(days=n), r) for n, r in zip(days, ratings, strict=True))
    first = DAY.toordinal()
    third = Judged(0, first + 3, 3, 2, 0, recalled=False)
    last = Judged(0, first + 8, 5, 3, 1, recalled=True)
    assert judged(known) == [third, last]
    assert judged(known, first + 4) == [last]
    assert judged(known, first + 9) == []


@given(ANSWERS)
def test_the_later_slice_is_the_fewest_last_days_with_a_fifth(rows: list[tuple[str, date, Rating]]) -> None:
    known = histories(rows)
    first, everything = later_from(known), judged(known)
    if first is None:
        assert everything == []
        return
    assert len(judged(known, first)) * 5 >= len(everything)
    assert len(judged(known, first + 1)) * 5 < len(everything)
    earlier = before(known, first)
    assert [one for one in judged(earlier) if one.day >= first] == []
    assert len(judged(earlier)) + len(judged(known, first)) == len(everything)


def test_no_history_has_no_later_slice() -> None:
    assert histories([]) == ()
    assert later_from(()) is None
    assert before((), 5) == ()
