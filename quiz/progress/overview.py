"""The overview as JSON: a promise to scripts, written out key by key so that it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from quiz.progress.away import Away
    from quiz.progress.values import BankFigures, DayTotal, Overview, Retention, SessionLine, Tally

LAYOUT = 1
_DECIMALS = 6


def overview_json(overview: Overview) -> dict[str, object]:
    """Return what `quiz stats --json` prints: only dicts, lists, texts, numbers and None.

    Days are ISO text (``2027-03-01``). Shares are numbers 0..1, or null where nothing was
    counted; shares and points are rounded to six decimals. Lists may be empty, keys are
    never left out. New keys may come; a key that goes or changes raises ``layout``::

        layout             1
        today              the study day
        due_today          answered cards due today or earlier
        overdue            those of them due before today
        overdue_since      the earliest of their due days, or null
        due_tomorrow       answered cards due tomorrow, today's not counted
        new_left           cards never answered
        new_today          how many of them the day's limit still allows
        answers_today      answers of today
        apart_today        those of them in exams or cram, which memory is not told of
        answers_total      answers of all days
        apart_total        those of them in exams or cram
        retention          {recalled, asked, share}: true retention of 30 study days
        desired_retention  what the scheduler aims at, 0..1
        streak             {days, longest}: study days in a row, now and ever; paused days
                           neither count nor break it
        pause              {since, until} of the pause that holds, or null; until is the study
                           day of coming back, null: until `quiz resume`
        catching_up        {day, days, left, today}, or null: the day, from 1, of the days in
                           which a backlog is cleared, its cards left, and those of today
        forecast           [{day, due}]: seven days from today; today's holds the overdue
        banks              [{bank, title, cards, new, learning, review, due, retention}]
        days               [{day, answers, apart, counted, points, share, answering_ms}]: earlier
                           days, newest first; points and share are of the answers counted: the
                           first to each card of a sitting, exams and cram left out
        sessions           [{session, day, started, tally, answering_ms}]: newest first;
                           tally is {right, near, partly, wrong, answered, points, share}
                           over the first answer to each card, null for an exam that is not
                           over; started is local, ``2027-03-01T09:05``
    """
    return {
        "layout": LAYOUT,
        "today": overview.today.isoformat(),
        "due_today": overview.due_today,
        "overdue": overview.overdue,
        "overdue_since": _day_text(overview.overdue_since),
        "due_tomorrow": overview.due_tomorrow,
        "new_left": overview.new_left,
        "new_today": overview.new_today,
        "answers_today": overview.answers_today,
        "apart_today": overview.apart_today,
        "answers_total": overview.answers_total,
        "apart_total": overview.apart_total,
        "retention": _retention(overview.retention),
        "desired_retention": overview.desired_retention,
        "streak": {"days": overview.streak.days, "longest": overview.streak.longest},
        "pause": _pause(overview.pause),
        "catching_up": None if overview.catching_up is None else overview.catching_up._asdict(),
        "forecast": [{"day": day.isoformat(), "due": due} for day, due in overview.forecast],
        "banks": [_bank(bank) for bank in overview.banks],
        "days": [_day(day) for day in overview.days],
        "sessions": [_session(line) for line in overview.sessions],
    }


def _pause(pause: Away | None) -> dict[str, object] | None:
    if pause is None:
        return None
    return {"since": pause.since.isoformat(), "until": _day_text(pause.until)}


def _day_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _bank(bank: BankFigures) -> dict[str, object]:
    return {
        "bank": bank.bank,
        "title": bank.title,
        "cards": bank.cards,
        "new": bank.new,
        "learning": bank.learning,
        "review": bank.review,
        "due": bank.due,
        "retention": _retention(bank.retention),
    }


def _day(total: DayTotal) -> dict[str, object]:
    return {
        "day": total.day.isoformat(),
        "answers": total.answers,
        "apart": total.apart,
        "counted": total.counted,
        "points": _rounded(total.points),
        "share": _rounded(total.share),
        "answering_ms": total.answering_ms,
    }


def _session(line: SessionLine) -> dict[str, object]:
    return {
        "session": line.session,
        "day": line.day.isoformat(),
        "started": line.started.isoformat(timespec="minutes"),
        "tally": None if line.tally is None else _tally(line.tally),
        "answering_ms": line.answering_ms,
    }


def _tally(tally: Tally) -> dict[str, object]:
    return {
        "right": tally.right,
        "near": tally.near,
        "partly": tally.partly,
        "wrong": tally.wrong,
        "answered": tally.answered,
        "points": _rounded(tally.points),
        "share": _rounded(tally.share),
    }


def _retention(retention: Retention) -> dict[str, object]:
    return {
        "recalled": retention.recalled,
        "asked": retention.asked,
        "share": _rounded(retention.share),
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, _DECIMALS)
