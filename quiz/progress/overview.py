"""The overview as JSON: a promise to scripts, written out key by key so that it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.progress.proportion import Proportion
from quiz.progress.selection_json import calendar_json, known_json, rounded, selection_json

if TYPE_CHECKING:
    from datetime import date

    from quiz.progress.away import Away
    from quiz.progress.goal import Aimed
    from quiz.progress.values import BankFigures, DayTotal, Overview, Retention, SessionLine, Tally

LAYOUT = 1


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
        done_today         what today came to, as one of ``days``
        answers_total      answers of all days
        apart_total        those of them in exams or cram
        known              {cards, answered, expected, share}: cards that are not set aside,
                           those of them answered, and the sum of their chances of recall now;
                           share is expected out of cards
        retention          {recalled, asked, share, low, high}: true retention of 30 study days;
                           the true share lies in low..high 95 times in 100
        desired_retention  what the scheduler aims at, 0..1
        streak             {days, longest}: study days in a row, now and ever; paused days
                           neither count nor break it
        pause              {since, until} of the pause that holds, or null; until is the study
                           day of coming back, null: until `quiz resume`
        catching_up        {day, days, left, today}, or null: the day, from 1, of the days in
                           which a backlog is cleared, its cards left, and those of today
        plan               {by, days_left, cards, begun, to_be_begun, ahead, known, expected,
                           in_the_end, new_today}, or null: where the plan to a day stands that
                           is kept; ahead are new cards begun more than planned (below 0:
                           fewer), known and expected are sums of chances of recall now
        forecast           [{day, due}]: seven days from today; today's holds the overdue
        banks              [{bank, title, cards, new, learning, review, due, retention, known}]
        days               [{day, answers, apart, counted, points, share, answering_ms}]: earlier
                           days, newest first; points and share are of the answers counted: the
                           first to each card of a sitting, exams and cram left out
        sessions           [{session, day, started, tally, answering_ms}]: newest first;
                           tally is {right, near, partly, wrong, answered, points, share}
                           over the first answer to each card, null for an exam that is not
                           over; started is local, ``2027-03-01T09:05``
        calendar           [{day, answers, level}]: the days with answers of 53 weeks, the oldest
                           first; level 1..4 is the quarter in which the day lies among them
        selection          what ``selection_json`` writes, or null where nothing was selected

    Words, ``--bank``, ``--tag`` and ``--kind`` narrow cards and banks; the answers above stay those
    of all cards, and those of the selection are in ``selection``.
    """
    return {
        "layout": LAYOUT,
        **_due(overview),
        **_answers(overview),
        **_kept(overview),
        **_plans(overview),
        "forecast": [{"day": day.isoformat(), "due": due} for day, due in overview.forecast],
        "banks": [_bank(bank) for bank in overview.banks],
        "days": [_day(day) for day in overview.days],
        "sessions": [_session(line) for line in overview.sessions],
        "calendar": calendar_json(overview.calendar),
        "selection": None if overview.selection is None else selection_json(overview.selection),
    }


def _due(overview: Overview) -> dict[str, object]:
    return {
        "today": overview.today.isoformat(),
        "due_today": overview.due_today,
        "overdue": overview.overdue,
        "overdue_since": _day_text(overview.overdue_since),
        "due_tomorrow": overview.due_tomorrow,
        "new_left": overview.new_left,
        "new_today": overview.new_today,
    }


def _answers(overview: Overview) -> dict[str, object]:
    return {
        "answers_today": overview.answers_today,
        "apart_today": overview.apart_today,
        "done_today": _day(overview.done_today),
        "answers_total": overview.answers_total,
        "apart_total": overview.apart_total,
    }


def _kept(overview: Overview) -> dict[str, object]:
    return {
        "known": known_json(overview.known),
        "retention": _retention(overview.retention),
        "desired_retention": overview.desired_retention,
        "streak": {"days": overview.streak.days, "longest": overview.streak.longest},
    }


def _plans(overview: Overview) -> dict[str, object]:
    return {
        "pause": _pause(overview.pause),
        "catching_up": None if overview.catching_up is None else overview.catching_up._asdict(),
        "plan": None if overview.plan is None else _plan(overview.plan),
    }


def _pause(pause: Away | None) -> dict[str, object] | None:
    if pause is None:
        return None
    return {"since": pause.since.isoformat(), "until": _day_text(pause.until)}


def _plan(plan: Aimed) -> dict[str, object]:
    return {
        "by": plan.by.isoformat(),
        "days_left": plan.days_left,
        "cards": plan.cards,
        "begun": plan.begun,
        "to_be_begun": plan.to_be_begun,
        "ahead": plan.ahead,
        "known": rounded(plan.known),
        "expected": rounded(plan.expected),
        "in_the_end": rounded(plan.in_the_end),
        "new_today": plan.new_today,
    }


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
        "known": known_json(bank.known),
    }


def _day(total: DayTotal) -> dict[str, object]:
    return {
        "day": total.day.isoformat(),
        "answers": total.answers,
        "apart": total.apart,
        "counted": total.counted,
        "points": rounded(total.points),
        "share": rounded(total.share),
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
        "points": rounded(tally.points),
        "share": rounded(tally.share),
    }


def _retention(retention: Retention) -> dict[str, object]:
    low, high = Proportion(*retention).interval()
    return {
        "recalled": retention.recalled,
        "asked": retention.asked,
        "share": rounded(retention.share),
        "low": rounded(low),
        "high": rounded(high),
    }
