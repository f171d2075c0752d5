"""The study day of each answer, the days between answers, and the day on which the card comes back.

A table of what clocks do: each case is a row of answers to one card, given with the hands of the
clock and the zone of that moment. What stands in the log is held against it, and a replay of it. The
days on which the card comes back were worked out with ``fsrs``, from the ratings and the elapsed days.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study_samples import Hands, room

from quiz.clock import Moment, moment
from quiz.memory import DEFAULT_PARAMETERS, Due, advance, first_memory, next_memory
from quiz.review import Rating
from quiz.study.replay import differences

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.review import CardState

CARD = "talks/venue"
AGAIN, HARD, GOOD, EASY = Rating
BERLIN, TOKYO, NEW_YORK = "Europe/Berlin", "Asia/Tokyo", "America/New_York"
AUCKLAND, HONOLULU, APIA = "Pacific/Auckland", "Pacific/Honolulu", "Pacific/Apia"


class Given(NamedTuple):
    """An answer and what it has to give."""

    at: str
    """What the clock shows, with its offset from UTC."""

    zone: str
    rating: Rating
    day: str
    elapsed: int | None
    """Study days since the last answer; None for the first one."""

    due: str
    rollover: int = 4


CASES = {
    "a day ends at the rollover hour, not at midnight": [
        Given("2026-11-24T23:30+01:00", BERLIN, GOOD, "2026-11-24", None, "2026-11-26"),
        Given("2026-11-25T03:59+01:00", BERLIN, GOOD, "2026-11-24", 0, "2026-11-26"),
        Given("2026-11-25T04:00+01:00", BERLIN, GOOD, "2026-11-25", 1, "2026-12-02"),
    ],
    "four hours are a day, and almost twenty-four are none": [
        Given("2026-11-24T03:59+01:00", BERLIN, GOOD, "2026-11-23", None, "2026-11-25"),
        Given("2026-11-24T04:01+01:00", BERLIN, GOOD, "2026-11-24", 1, "2026-12-01"),
        Given("2026-11-25T03:59+01:00", BERLIN, GOOD, "2026-11-24", 0, "2026-12-01"),
    ],
    "a rollover at midnight": [
        Given("2026-11-24T23:59+01:00", BERLIN, HARD, "2026-11-24", None, "2026-11-25", 0),
        Given("2026-11-25T00:00+01:00", BERLIN, GOOD, "2026-11-25", 1, "2026-11-30", 0),
    ],
    "a rollover late in the evening": [
        Given("2026-11-24T22:59+01:00", BERLIN, GOOD, "2026-11-23", None, "2026-11-25", 23),
        Given("2026-11-24T23:00+01:00", BERLIN, AGAIN, "2026-11-24", 1, "2026-11-24", 23),
        Given("2026-11-25T22:59+01:00", BERLIN, GOOD, "2026-11-24", 0, "2026-11-25", 23),
    ],
    "a learner who moves the rollover hour forward and back": [
        Given("2026-11-25T02:00+01:00", BERLIN, GOOD, "2026-11-24", None, "2026-11-26", 4),
        Given("2026-11-25T02:10+01:00", BERLIN, GOOD, "2026-11-25", 1, "2026-12-02", 0),
        Given("2026-11-25T02:20+01:00", BERLIN, GOOD, "2026-11-24", 0, "2026-12-01", 4),
        Given("2026-11-26T04:00+01:00", BERLIN, GOOD, "2026-11-26", 1, "2026-12-08", 4),
    ],
    "spring: a day of 23 hours is a day": [
        Given("2026-03-28T04:00+01:00", BERLIN, GOOD, "2026-03-28", None, "2026-03-30"),
        Given("2026-03-29T01:59+01:00", BERLIN, GOOD, "2026-03-28", 0, "2026-03-30"),
        Given("2026-03-29T03:00+02:00", BERLIN, GOOD, "2026-03-28", 0, "2026-03-30"),
        Given("2026-03-29T04:00+02:00", BERLIN, GOOD, "2026-03-29", 1, "2026-04-05"),
        Given("2026-03-30T04:00+02:00", BERLIN, GOOD, "2026-03-30", 1, "2026-04-11"),
    ],
    "spring, with the rollover in the hour that does not come": [
        Given("2026-03-29T01:59+01:00", BERLIN, GOOD, "2026-03-28", None, "2026-03-30", 2),
        Given("2026-03-29T03:00+02:00", BERLIN, GOOD, "2026-03-29", 1, "2026-04-05", 2),
    ],
    "autumn: a day of 25 hours is one day": [
        Given("2026-10-24T04:00+02:00", BERLIN, GOOD, "2026-10-24", None, "2026-10-26"),
        Given("2026-10-25T02:30+02:00", BERLIN, GOOD, "2026-10-24", 0, "2026-10-26"),
        Given("2026-10-25T02:30+01:00", BERLIN, GOOD, "2026-10-24", 0, "2026-10-26"),
        Given("2026-10-25T03:59+01:00", BERLIN, GOOD, "2026-10-24", 0, "2026-10-26"),
        Given("2026-10-25T04:00+01:00", BERLIN, GOOD, "2026-10-25", 1, "2026-11-01"),
    ],
    "autumn, with the rollover in the hour that comes twice": [
        Given("2026-10-25T01:59+02:00", BERLIN, GOOD, "2026-10-24", None, "2026-10-26", 2),
        Given("2026-10-25T02:00+02:00", BERLIN, GOOD, "2026-10-25", 1, "2026-11-01", 2),
        Given("2026-10-25T02:00+01:00", BERLIN, GOOD, "2026-10-25", 0, "2026-11-01", 2),
    ],
    "the other way round: autumn in March, south of the equator": [
        Given("2026-04-04T12:00+13:00", AUCKLAND, GOOD, "2026-04-04", None, "2026-04-06"),
        Given("2026-04-05T02:30+13:00", AUCKLAND, GOOD, "2026-04-04", 0, "2026-04-06"),
        Given("2026-04-05T02:30+12:00", AUCKLAND, GOOD, "2026-04-04", 0, "2026-04-06"),
        Given("2026-04-05T04:00+12:00", AUCKLAND, GOOD, "2026-04-05", 1, "2026-04-12"),
    ],
    "a flight to the east: the next day begins sooner": [
        Given("2026-11-24T19:00+01:00", BERLIN, GOOD, "2026-11-24", None, "2026-11-26"),
        Given("2026-11-25T04:30+09:00", TOKYO, GOOD, "2026-11-25", 1, "2026-12-02"),
        Given("2026-11-26T04:30+09:00", TOKYO, GOOD, "2026-11-26", 1, "2026-12-08"),
    ],
    "a flight to the west: the day goes on, or is lived again": [
        Given("2026-11-25T05:00+09:00", TOKYO, GOOD, "2026-11-25", None, "2026-11-27"),
        Given("2026-11-24T22:00+01:00", BERLIN, GOOD, "2026-11-24", 0, "2026-11-26"),
        Given("2026-11-25T18:00+01:00", BERLIN, GOOD, "2026-11-25", 0, "2026-11-27"),
        Given("2026-11-25T23:00-05:00", NEW_YORK, GOOD, "2026-11-25", 0, "2026-11-27"),
        Given("2026-11-26T06:00-05:00", NEW_YORK, GOOD, "2026-11-26", 1, "2026-12-03"),
    ],
    "to the east over the date line: the same day a second time": [
        Given("2026-06-15T08:00+12:00", AUCKLAND, GOOD, "2026-06-15", None, "2026-06-17"),
        Given("2026-06-14T20:00-10:00", HONOLULU, GOOD, "2026-06-14", 0, "2026-06-16"),
        Given("2026-06-15T12:00-10:00", HONOLULU, GOOD, "2026-06-15", 0, "2026-06-17"),
        Given("2026-06-16T12:00-10:00", HONOLULU, GOOD, "2026-06-16", 1, "2026-06-23"),
    ],
    "to the west over the date line: a day is left out": [
        Given("2026-06-14T20:00-10:00", HONOLULU, GOOD, "2026-06-14", None, "2026-06-16"),
        Given("2026-06-15T18:05+12:00", AUCKLAND, GOOD, "2026-06-15", 1, "2026-06-22"),
        Given("2026-06-17T02:00+12:00", AUCKLAND, GOOD, "2026-06-16", 1, "2026-06-28"),
    ],
    "a zone that left a whole day out of its calendar": [
        Given("2011-12-29T23:30-10:00", APIA, GOOD, "2011-12-29", None, "2011-12-31"),
        Given("2011-12-31T00:30+14:00", APIA, GOOD, "2011-12-30", 1, "2012-01-06"),
        Given("2011-12-31T04:00+14:00", APIA, GOOD, "2011-12-31", 1, "2012-01-12"),
    ],
    "offsets of no whole hours": [
        Given("2026-06-15T03:45+05:45", "Asia/Kathmandu", GOOD, "2026-06-14", None, "2026-06-16"),
        Given("2026-06-15T04:00+05:45", "Asia/Kathmandu", GOOD, "2026-06-15", 1, "2026-06-22"),
        Given("2026-06-14T23:00-02:30", "America/St_Johns", GOOD, "2026-06-14", 0, "2026-06-21"),
    ],
    "a clock that jumps back some days: none have passed until it is where it was": [
        Given("2026-05-10T12:00+00:00", "UTC", GOOD, "2026-05-10", None, "2026-05-12"),
        Given("2026-05-07T12:00+00:00", "UTC", GOOD, "2026-05-07", 0, "2026-05-09"),
        Given("2026-05-09T12:00+00:00", "UTC", AGAIN, "2026-05-09", 0, "2026-05-09"),
        Given("2026-05-10T12:00+00:00", "UTC", GOOD, "2026-05-10", 0, "2026-05-11"),
        Given("2026-05-12T12:00+00:00", "UTC", GOOD, "2026-05-12", 2, "2026-05-16"),
    ],
    "a clock that jumps back some seconds over the rollover hour": [
        Given("2026-05-10T04:00:02+00:00", "UTC", GOOD, "2026-05-10", None, "2026-05-12"),
        Given("2026-05-10T03:59:58+00:00", "UTC", GOOD, "2026-05-09", 0, "2026-05-11"),
        Given("2026-05-10T04:00:01+00:00", "UTC", GOOD, "2026-05-10", 0, "2026-05-12"),
    ],
    "a leap day": [
        Given("2028-02-28T12:00+01:00", BERLIN, GOOD, "2028-02-28", None, "2028-03-01"),
        Given("2028-02-29T12:00+01:00", BERLIN, AGAIN, "2028-02-29", 1, "2028-02-29"),
        Given("2028-03-01T03:00+01:00", BERLIN, GOOD, "2028-02-29", 0, "2028-03-01"),
        Given("2028-03-01T12:00+01:00", BERLIN, GOOD, "2028-03-01", 1, "2028-03-03"),
    ],
    "a February without one": [
        Given("2027-02-28T12:00+01:00", BERLIN, GOOD, "2027-02-28", None, "2027-03-02"),
        Given("2027-03-01T12:00+01:00", BERLIN, GOOD, "2027-03-01", 1, "2027-03-08"),
    ],
    "the end of the year": [
        Given("2026-12-31T23:59+01:00", BERLIN, EASY, "2026-12-31", None, "2027-01-08"),
        Given("2027-01-01T03:59+01:00", BERLIN, GOOD, "2026-12-31", 0, "2027-01-08"),
        Given("2027-01-01T04:00+01:00", BERLIN, GOOD, "2027-01-01", 1, "2027-01-14"),
    ],
    "three weeks away": [
        Given("2026-03-20T21:00+01:00", BERLIN, GOOD, "2026-03-20", None, "2026-03-22"),
        Given("2026-04-11T03:00+02:00", BERLIN, GOOD, "2026-04-10", 21, "2026-05-13"),
    ],
}


class Traveller(Hands):
    """A clock that stands where it is put, in whatever zone, with whatever rollover hour."""

    def __init__(self) -> None:
        super().__init__()
        self.put("2011-01-01T12:00+00:00", "UTC", 4)

    def put(self, at: str, zone: str, rollover: int) -> None:
        self.at, self.zone, self.rollover = datetime.fromisoformat(at), ZoneInfo(zone), rollover

    def now(self) -> Moment:
        return moment(self.at, zone=self.zone, rollover_hour=self.rollover)


@pytest.mark.parametrize("case", CASES)
def test_the_study_day_of_each_moment(case: str) -> None:
    for one in CASES[case]:
        at = datetime.fromisoformat(one.at)
        found = moment(at.astimezone(UTC), zone=ZoneInfo(one.zone), rollover_hour=one.rollover)
        offset = at.utcoffset()
        assert offset is not None
        assert found == Moment(at, offset // timedelta(minutes=1), date.fromisoformat(one.day))


@pytest.mark.parametrize("case", CASES)
def test_the_days_between_answers_and_the_day_of_the_next(case: str, tmp_path: Path) -> None:
    clock = Traveller()
    with room(tmp_path) as where:
        where.clock = clock
        where.load()
        before: CardState | None = None
        for one in CASES[case]:
            clock.put(one.at, one.zone, one.rollover)
            review = where.answer(CARD, one.rating)
            after = where.state(CARD)
            assert after is not None
            assert (review.study_day, review.due_on) == (date.fromisoformat(one.day), after.due_on)
            assert after.due_on == date.fromisoformat(one.due)
            assert after.interval_days == (after.due_on - review.study_day).days
            if before is None or one.elapsed is None:
                assert before is one.elapsed is None
                assert after.memory == first_memory(one.rating, DEFAULT_PARAMETERS)
            else:
                after_days = next_memory(before.memory, one.rating, one.elapsed, DEFAULT_PARAMETERS)
                assert after.memory == after_days
                assert after.last_day == before.last_day + timedelta(days=one.elapsed)
            assert differences(where.store) == []
            before = after


ZONES = st.sampled_from(["UTC", BERLIN, TOKYO, NEW_YORK, AUCKLAND, HONOLULU, APIA, "Asia/Kathmandu"])
INSTANTS = st.datetimes(datetime(2009, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
MOMENTS = st.builds(
    lambda at, zone, hour: moment(at, zone=ZoneInfo(zone), rollover_hour=hour),
    INSTANTS,
    ZONES,
    st.integers(0, 23),
)


@given(st.lists(st.tuples(MOMENTS, st.sampled_from(Rating)), min_size=1, max_size=8))
def test_no_journey_and_no_clock_makes_days_pass_backwards(answers: list[tuple[Moment, Rating]]) -> None:
    state: CardState | None = None
    for now, rating in answers:
        before, given_due = state, Due(1, now.study_day + timedelta(days=1))
        state = advance(state, rating, now.study_day, given_due, DEFAULT_PARAMETERS)
        if before is not None:
            passed = (state.last_day - before.last_day).days
            assert passed == max(0, (now.study_day - before.last_day).days)
            assert state.memory == next_memory(before.memory, rating, passed, DEFAULT_PARAMETERS)


@given(INSTANTS, st.integers(0, 10_000), ZONES, st.integers(0, 23))
def test_in_one_place_days_differ_from_24_hours_by_less_than_one_and_an_hour_of_daylight(
    at: datetime, hours: int, zone: str, rollover: int
) -> None:
    first, later = (
        moment(at + timedelta(hours=passed), zone=ZoneInfo(zone), rollover_hour=rollover)
        for passed in (0, hours)
    )
    days = (later.study_day - first.study_day).days
    left_out = 24 if zone == APIA else 0
    assert (hours - 1) / 24 - 1 < days < (hours + 1 + left_out) / 24 + 1
