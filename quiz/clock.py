"""The study day, and the only reader of the wall clock."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

ROLLOVER_HOUR = 4


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant as a learner lives it."""

    at: datetime
    """UTC, whole milliseconds."""

    utc_offset_minutes: int
    study_day: date


class Clock:
    """Tells the time, from the machine or from a start that ticks on.

    ``zone`` None is the machine's own zone; ``start`` is an aware instant that the clock
    shows when it is made (for tests and for trying things out).
    """

    def __init__(
        self,
        *,
        rollover_hour: int = ROLLOVER_HOUR,
        zone: tzinfo | None = None,
        start: datetime | None = None,
    ) -> None:
        self._rollover_hour = rollover_hour
        self._zone = zone
        self._ahead = timedelta() if start is None else start - datetime.now(UTC)

    def now(self) -> Moment:
        """Return the present moment."""
        at = datetime.now(UTC) + self._ahead
        return moment(at, zone=self._zone, rollover_hour=self._rollover_hour)

    @staticmethod
    def ticks_ms() -> int:
        """Return milliseconds since some fixed point; never falls, for measuring durations."""
        return time.monotonic_ns() // 1_000_000


def moment(at: datetime, *, zone: tzinfo | None, rollover_hour: int) -> Moment:
    """Return the instant ``at`` (aware) as seen in ``zone``, cut to whole milliseconds."""
    at = at.astimezone(UTC)
    at = at.replace(microsecond=at.microsecond // 1000 * 1000)
    local = at.astimezone(zone)
    offset = local.utcoffset() or timedelta()
    return Moment(at, round(offset.total_seconds() / 60), study_day(local, rollover_hour))


def study_day(local: datetime, rollover_hour: int) -> date:
    """Return the study day of a local time: the day before, until the rollover hour.

    Reads the hands of the clock, so a day of 23 or 25 hours still begins at the rollover hour.
    """
    today = local.date()
    return today if local.hour >= rollover_hour else today - timedelta(days=1)
