from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.progress import Attempt, Retention, retention_by_bank, true_retention

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4


def day(number: int) -> date:
    return date(2027, 3, 1) + timedelta(days=number - 1)


# Days 1 to 20 of March; what counts in days 4 to 14 is marked.
LOG = [
    Attempt("a/one", day(1), AGAIN, 0),  # first answer
    Attempt("a/one", day(1), GOOD, 2),  # still being learnt, same day
    Attempt("b/two", day(2), GOOD, 3),  # first answer
    Attempt("a/one", day(3), GOOD, 6),  # in review, but before the days counted
    Attempt("b/two", day(5), AGAIN, 0),  # counts: forgotten
    Attempt("b/two", day(5), GOOD, 1),  # being relearnt
    Attempt("b/two", day(5), GOOD, 9),  # second of a day: seen minutes ago
    Attempt("a/one", day(9), HARD, 7),  # counts: recalled
    Attempt("b/two", day(14), EASY, 30),  # counts: recalled, on the last day
    Attempt("a/one", day(16), AGAIN, 0),  # in review, but after the days counted
    Attempt("c/new", day(10), GOOD, 4),  # first answer, only one of its bank
    Attempt("a/slow", day(4), GOOD, 0),  # first answer, still being learnt at the end of the day
    Attempt("a/slow", day(6), GOOD, 3),  # not in review: its interval was 0
]


def test_retention_is_counted_as_on_paper() -> None:
    retention = true_retention(LOG, day(4), day(14))
    assert retention == Retention(recalled=2, asked=3)
    assert retention.share == pytest.approx(2 / 3)


def test_retention_is_parted_by_bank_and_leaves_out_banks_with_nothing_counted() -> None:
    assert retention_by_bank(LOG, day(4), day(14)) == {"a": Retention(1, 1), "b": Retention(1, 2)}


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (3, 3, Retention(1, 1)),
        (3, 5, Retention(1, 2)),
        (6, 8, Retention(0, 0)),
        (14, 16, Retention(1, 2)),
        (1, 20, Retention(3, 5)),
        (9, 5, Retention(0, 0)),
    ],
)
def test_both_ends_of_the_days_are_counted(since: int, until: int, expected: Retention) -> None:
    assert true_retention(LOG, day(since), day(until)) == expected


def test_an_empty_log_has_no_share() -> None:
    assert true_retention([], day(1), day(9)) == Retention(0, 0)
    assert true_retention([], day(1), day(9)).share is None
    assert retention_by_bank([], day(1), day(9)) == {}


@pytest.mark.parametrize(("rating", "recalled"), [(AGAIN, 0), (HARD, 1), (GOOD, 1), (EASY, 1)])
def test_every_rating_better_than_again_is_recalled(rating: int, recalled: int) -> None:
    log = [Attempt("a/one", day(1), GOOD, 1), Attempt("a/one", day(2), rating, 0)]
    assert true_retention(log, day(1), day(9)) == Retention(recalled, 1)


@pytest.mark.parametrize(("interval_days", "asked"), [(0, 0), (1, 1), (2, 1)])
def test_a_card_is_in_review_from_an_interval_of_one_day(interval_days: int, asked: int) -> None:
    log = [Attempt("a/one", day(1), GOOD, interval_days), Attempt("a/one", day(3), GOOD, 5)]
    assert true_retention(log, day(1), day(9)).asked == asked


def test_an_attempt_whose_day_lies_before_the_last_one_is_not_counted() -> None:
    # A traveller's clock, or a merged log, can put an earlier study day later in the log.
    log = [Attempt("a/one", day(3), GOOD, 2), Attempt("a/one", day(2), AGAIN, 0)]
    assert true_retention(log, day(1), day(9)) == Retention(0, 0)


def test_the_log_is_read_once() -> None:
    assert true_retention(iter(LOG), day(1), day(20)) == Retention(3, 5)
    assert retention_by_bank(iter(LOG), day(1), day(20)) == {"a": Retention(2, 3), "b": Retention(1, 2)}


attempts = st.lists(
    st.builds(
        Attempt,
        card=st.sampled_from(["a/1", "a/2#1", "b/1", "c/d/1#reverse"]),
        day=st.integers(1, 9).map(day),
        rating=st.integers(AGAIN, EASY),
        interval_days=st.integers(0, 3),
    ),
    max_size=40,
)
spans = st.tuples(st.integers(0, 10).map(day), st.integers(0, 10).map(day))


def grouped(log: list[Attempt], since: date, until: date) -> list[Attempt]:
    """Sort the log by card, lay each card's attempts beside their successors, keep what counts."""
    found: list[Attempt] = []
    for _, group in groupby(sorted(log, key=lambda attempt: attempt.card), key=lambda attempt: attempt.card):
        own = list(group)
        found += [now for then, now in pairwise(own) if then.interval_days >= 1 and then.day < now.day]
    return [attempt for attempt in found if since <= attempt.day <= until]


def counted(some: list[Attempt]) -> Retention:
    return Retention(len([one for one in some if one.rating in {HARD, GOOD, EASY}]), len(some))


@given(attempts, spans)
def test_retention_is_what_grouping_by_card_gives(log: list[Attempt], span: tuple[date, date]) -> None:
    assert true_retention(log, *span) == counted(grouped(log, *span))


@given(attempts, spans)
def test_retention_by_bank_is_the_retention_of_each_bank_alone(
    log: list[Attempt], span: tuple[date, date]
) -> None:
    alone = {
        bank: counted(grouped([one for one in log if one.card.rsplit("/", 1)[0] == bank], *span))
        for bank in ("a", "b", "c/d")
    }
    expected = {bank: retention for bank, retention in alone.items() if retention.asked}
    assert retention_by_bank(log, *span) == expected


@given(attempts, st.integers(0, 9))
def test_days_side_by_side_add_up(log: list[Attempt], cut: int) -> None:
    whole = true_retention(log, day(0), day(10))
    first = true_retention(log, day(0), day(cut))
    second = true_retention(log, day(cut + 1), day(10))
    assert whole == Retention(first.recalled + second.recalled, first.asked + second.asked)
