from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quiz.clock
from quiz.clock import Clock, Moment, moment, study_day

if TYPE_CHECKING:
    from collections.abc import Iterator

BERLIN = ZoneInfo("Europe/Berlin")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("local", "rollover_hour", "day"),
    [
        ("2026-11-24T00:00", 4, "2026-11-23"),
        ("2026-11-24T03:59:59.999999", 4, "2026-11-23"),
        ("2026-11-24T04:00", 4, "2026-11-24"),
        ("2026-11-24T23:59:59.999999", 4, "2026-11-24"),
        ("2026-11-25T00:00", 4, "2026-11-24"),
        ("2026-11-24T00:00", 0, "2026-11-24"),
        ("2026-11-24T23:59", 0, "2026-11-24"),
        ("2026-11-24T22:59", 23, "2026-11-23"),
        ("2026-11-24T23:00", 23, "2026-11-24"),
        ("2026-03-01T01:00", 4, "2026-02-28"),
        ("2028-03-01T01:00", 4, "2028-02-29"),
        ("2027-01-01T03:00", 4, "2026-12-31"),
    ],
)
def test_the_study_day_begins_at_the_rollover_hour(local: str, rollover_hour: int, day: str) -> None:
    assert study_day(datetime.fromisoformat(local), rollover_hour) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("at", "rollover_hour", "offset", "day"),
    [
        # Spring: on 29 March 2026 the hands jump from 02:00 to 03:00 (at 01:00 UTC).
        ("2026-03-29T00:59:59", 4, 60, "2026-03-28"),  # 01:59:59
        ("2026-03-29T01:00:00", 4, 120, "2026-03-28"),  # 03:00
        ("2026-03-29T01:59:59", 4, 120, "2026-03-28"),  # 03:59:59
        ("2026-03-29T02:00:00", 4, 120, "2026-03-29"),  # 04:00
        ("2026-03-29T00:59:59", 2, 60, "2026-03-28"),  # the hour 2 does not come: 01:59:59,
        ("2026-03-29T01:00:00", 2, 120, "2026-03-29"),  # then 03:00 begins the day
        # Autumn: on 25 October 2026 the hands go back from 03:00 to 02:00 (at 01:00 UTC).
        ("2026-10-25T00:30:00", 4, 120, "2026-10-24"),  # 02:30 for the first time
        ("2026-10-25T01:30:00", 4, 60, "2026-10-24"),  # 02:30 for the second time
        ("2026-10-25T02:59:59", 4, 60, "2026-10-24"),  # 03:59:59
        ("2026-10-25T03:00:00", 4, 60, "2026-10-25"),  # 04:00
        ("2026-10-25T00:00:00", 2, 120, "2026-10-25"),  # the hour 2 comes twice: the first begins the day
        ("2026-10-25T01:00:00", 2, 60, "2026-10-25"),  # and the second does not begin it again
    ],
)
def test_days_of_23_and_25_hours(at: str, rollover_hour: int, offset: int, day: str) -> None:
    found = moment(utc(at), zone=BERLIN, rollover_hour=rollover_hour)
    assert found == Moment(utc(at), offset, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("zone", "offset", "day"),
    [
        ("UTC", 0, "2026-06-15"),
        ("Pacific/Kiritimati", 14 * 60, "2026-06-15"),  # 02:30 on the 16th
        ("Pacific/Auckland", 12 * 60, "2026-06-15"),  # 00:30 on the 16th
        ("Asia/Kathmandu", 5 * 60 + 45, "2026-06-15"),  # 18:15
        ("America/St_Johns", -(2 * 60 + 30), "2026-06-15"),  # 10:00
        ("Pacific/Pago_Pago", -11 * 60, "2026-06-14"),  # 01:30 on the 15th
    ],
)
def test_one_instant_in_zones_around_the_world(zone: str, offset: int, day: str) -> None:
    found = moment(utc("2026-06-15T12:30"), zone=ZoneInfo(zone), rollover_hour=4)
    assert (found.utc_offset_minutes, found.study_day) == (offset, date.fromisoformat(day))


def test_a_zone_ahead_begins_its_day_first() -> None:
    at = utc("2026-06-15T15:00")
    ahead = moment(at, zone=ZoneInfo("Pacific/Kiritimati"), rollover_hour=4)
    behind = moment(at, zone=ZoneInfo("Pacific/Pago_Pago"), rollover_hour=4)
    assert (ahead.study_day, behind.study_day) == (date(2026, 6, 16), date(2026, 6, 15))
    assert ahead.at == behind.at


microseconds_of_four_years = st.integers(0, 4 * 365 * 86_400_000_000)
instants = microseconds_of_four_years.map(lambda passed: utc("2024-01-01") + timedelta(microseconds=passed))


@given(instants, st.integers(0, 100), st.integers(0, 23))
def test_later_is_never_an_earlier_study_day(at: datetime, hours: int, rollover_hour: int) -> None:
    earlier = moment(at, zone=BERLIN, rollover_hour=rollover_hour)
    later = moment(at + timedelta(hours=hours), zone=BERLIN, rollover_hour=rollover_hour)
    assert earlier.study_day <= later.study_day


@given(instants, st.sampled_from(["UTC", "Europe/Berlin", "Asia/Kathmandu", "America/New_York"]))
def test_an_instant_is_cut_to_milliseconds_and_kept_in_utc(at: datetime, zone: str) -> None:
    found = moment(at.astimezone(ZoneInfo(zone)), zone=ZoneInfo(zone), rollover_hour=4)
    assert found.at.tzinfo is UTC
    assert found.at.microsecond % 1000 == 0
    assert timedelta() <= at - found.at < timedelta(milliseconds=1)


def test_cutting_never_rounds_up() -> None:
    found = moment(utc("2026-12-31T23:59:59.999999"), zone=UTC, rollover_hour=0)
    assert found.at == utc("2026-12-31T23:59:59.999")
    assert found.study_day == date(2026, 12, 31)


class SetTime(datetime):
    """A machine whose clock is set by the test."""

    present = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        shown = cls.present.astimezone(tz)
        return cls.combine(shown.date(), shown.timetz())


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> type[SetTime]:
    monkeypatch.setattr(quiz.clock, "datetime", SetTime)
    monkeypatch.setattr(SetTime, "present", SetTime.present)
    return SetTime


def test_without_a_start_the_clock_shows_the_time_of_the_machine(machine: type[SetTime]) -> None:
    assert Clock(zone=BERLIN).now() == Moment(machine.present, 60, date(2026, 11, 24))


def test_a_start_is_shown_and_then_ticks_on(machine: type[SetTime]) -> None:
    clock = Clock(zone=UTC, start=utc("2030-01-01T03:59:59.250"))
    assert clock.now() == Moment(utc("2030-01-01T03:59:59.250"), 0, date(2029, 12, 31))
    machine.present += timedelta(milliseconds=750)
    assert clock.now() == Moment(utc("2030-01-01T04:00"), 0, date(2030, 1, 1))


def test_a_start_in_another_zone_is_the_same_instant(machine: type[SetTime]) -> None:
    start = datetime(2020, 7, 1, 1, 30, tzinfo=BERLIN)
    assert Clock(zone=BERLIN, start=start).now() == Moment(utc("2020-06-30T23:30"), 120, date(2020, 6, 30))


def test_the_rollover_hour_of_the_clock_counts(machine: type[SetTime]) -> None:
    start = utc("2026-05-02T05:00")
    assert Clock(zone=UTC, start=start, rollover_hour=6).now().study_day == date(2026, 5, 1)
    assert Clock(zone=UTC, start=start, rollover_hour=5).now().study_day == date(2026, 5, 2)


@pytest.fixture
def machine_in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("machine_in_berlin")
def test_no_zone_means_that_of_the_machine() -> None:
    assert moment(utc("2026-07-01T01:59"), zone=None, rollover_hour=4) == Moment(
        utc("2026-07-01T01:59"), 120, date(2026, 6, 30)
    )
    assert moment(utc("2026-12-01T03:00"), zone=None, rollover_hour=4) == Moment(
        utc("2026-12-01T03:00"), 60, date(2026, 12, 1)
    )


def test_ticks_never_fall() -> None:
    ticks = [Clock.ticks_ms() for _ in range(1000)]
    assert ticks == sorted(ticks)
    assert all(isinstance(tick, int) for tick in ticks)
