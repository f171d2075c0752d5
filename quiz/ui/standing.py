"""The score page and the state of the banks in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.progress import day_against_earlier
from quiz.progress.proportion import Proportion
from quiz.review import Verdict
from quiz.text import clean_line
from quiz.ui.backlog import catching_up, due_words, paused_words
from quiz.ui.words import calendar_day, count, duration, on_day, percent, points

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from quiz.progress.proportion import Interval
    from quiz.progress.report import Known
    from quiz.progress.values import DayTotal, Overview, SessionLine, Streak, Tally
    from quiz.ui.screen import MissedCard, ScorePage

LEVEL = 0.02
"""Two shares that differ by less are called level."""

COMPARED_DAYS = 7
FEW_REVIEWS = 20


def points_of(tally: Tally) -> str:
    """Return ``14 of 20 points``."""
    return f"{points(tally.points)} of {count(tally.answered, 'point')}"


def headline(tally: Tally) -> str:
    """Return the points with their share, or that nothing was answered."""
    if tally.share is None:
        return "no answers"
    return f"{points_of(tally)}, {percent(tally.share)}"


def verdicts(tally: Tally) -> str:
    """Return ``12 right, 1 near, 0 partly, 7 wrong``."""
    return ", ".join(f"{getattr(tally, verdict.value):,} {verdict.value}" for verdict in Verdict)


def time_taken(page: ScorePage) -> str:
    """Return the time of the answers, as `quiz stats` has it, that of each, and how long all of it took."""
    answers, spent = page.score.answers, page.score.answering_ms
    each = f", {duration(spent // answers)} an answer" if answers else ""
    return f"{duration(spent)} answering{each}; {duration(page.elapsed_ms)} in all"


def returns(page: ScorePage) -> str:
    """Return what comes back when, nearest first; answers without such days left memory alone."""
    days = [f"{count(number, 'card')} {_on(day, page.today)}" for day, number in sorted(page.returns)]
    if not days and page.score.answers:
        return "as before; memory was left alone"
    return ", ".join(days) if days else "nothing"


def _on(day: date, today: date) -> str:
    words = on_day(day, today)
    return words if words in ("today", "tomorrow") else f"on {words}"


def rest(page: ScorePage) -> str:
    """Return how much of today is left."""
    left = f"{count(page.left, 'card')} left for today"
    return f"{left}; `quiz start` goes on." if page.left else "Nothing is left for today."


def standing(page: ScorePage) -> str:
    """Return how today compares with up to seven earlier days that had answers."""
    if page.day is None or not page.day.answers:
        return "Nothing was answered today."
    if page.day.share is None:
        return "Today nothing was answered but in exams or cram."
    said = f"Today {percent(page.day.share)} of the points in {count(page.day.studied, 'answer')}"
    compared = day_against_earlier(page.day, page.earlier)
    if compared is None:
        return f"{said}; it is the first day with answers."
    pace = count(round(compared.answers_before_mean), "answer") + (" a day" if compared.days > 1 else "")
    days = "the day before" if compared.days == 1 else f"the {compared.days} days before"
    return f"{said}; {_compared(compared.gain)} {days}: {percent(compared.share_before)}, {pace}."


def _compared(gain: float) -> str:
    if abs(gain) < LEVEL:
        return "level with"
    return "better than" if gain > 0 else "below"


def score_lines(page: ScorePage) -> Iterator[tuple[str, str]]:
    """Yield the score page as pairs of a fixed word and a line."""
    yield "score", headline(page.score.total)
    yield "verdicts", verdicts(page.score.total)
    for bank, tally in page.score.by_bank.items():
        yield "bank", f"{clean_line(page.titles.get(bank, bank))}: {points_of(tally)}"
    for kind, tally in page.score.by_kind.items():
        yield "kind", f"{clean_line(kind)}: {points_of(tally)}"
    for card in page.missed:
        yield "missed", missed_line(card)
    yield "returns", returns(page)
    yield "time", time_taken(page)
    yield "earlier", standing(page)
    if page.goal:
        yield "plan", page.goal
    yield "rest", rest(page)


def missed_line(card: MissedCard) -> str:
    """Return the prompt, the right answer and what was given instead on one line."""
    instead = f"; given: {clean_line(card.given)}" if card.given.strip() else ""
    return f"{clean_line(card.prompt)} answer: {clean_line(card.right)}{instead}"


def due(overview: Overview) -> str:
    """Return what waits today, what has waited longer, and tomorrow."""
    now = due_words(
        overview.due_today - overview.overdue, overview.overdue, overview.overdue_since, overview.today
    )
    new = f"{overview.new_today:,} new today, of {overview.new_left:,} never asked"
    return f"{now}; {overview.due_tomorrow:,} due tomorrow; {new}."


def away(overview: Overview) -> Iterator[str]:
    """Yield the pause that holds, and where the clearing of a backlog and a plan to a day stand."""
    if overview.pause is not None:
        yield f"{paused_words(overview.pause, overview.today)}."
    if overview.catching_up is not None:
        yield catching_up(overview.catching_up)
    if overview.plan is not None:
        from quiz.ui.plan import standing_line  # noqa: PLC0415 - rich comes with it, and few learners have a plan

        yield standing_line(overview.plan, overview.today)


def retention(overview: Overview) -> str:
    """Return true retention of 30 days against the desired one; no verdict on fewer than 20 reviews.

    Behind the share stands its interval: there the true one lies, 95 times in 100. They are level
    when the desired one lies within it, or so near that the difference means nothing.
    """
    found, desired = overview.retention, overview.desired_retention
    wanted = f"{percent(desired)} desired"
    if found.share is None:
        return "No card in review was asked in the last 30 days."
    interval = Proportion(*found).interval()
    said = (
        f"{percent(found.share)} of {count(found.asked, 'review')} recalled in 30 days ({spread(interval)})"
    )
    if found.asked < FEW_REVIEWS:
        return f"{said}; too few to compare with {wanted}."
    if abs(found.share - desired) < LEVEL or interval.holds(desired):
        return f"{said}; level with {wanted}."
    return f"{said}; {'above' if found.share > desired else 'below'} {wanted}."


def spread(interval: Interval) -> str:
    """Return an interval of shares as ``86-96 %``."""
    low, high = percent(interval.low), percent(interval.high)
    return f"{low.removesuffix(' %')}-{high}"


def done(overview: Overview) -> str:
    """Return what today came to: answers, the time they took, and the share of the points."""
    day = overview.done_today
    if not overview.answers_today:
        return "Nothing was answered today."
    share = "" if day.share is None else f", {percent(day.share)} of the points"
    answers = count(overview.answers_today, "answer") + _apart("", overview.apart_today)
    return f"Today: {answers} in {duration(day.answering_ms)}{share}."


def known(found: Known) -> str:
    """Return how many cards are expected to be recalled now, of all."""
    if found.share is None:
        return "There are no cards."
    cards = count(found.cards, "card")
    return f"Known now: about {round(found.expected):,} of {cards}, {percent(found.share)}."


def streak(overview: Overview) -> str:
    """Return the days in a row, what makes one, the best row, and all answers."""
    total = count(overview.answers_total, "answer")
    return f"{row_of_days(overview.streak)}; {total}{_apart(' in all', overview.apart_total)}."


def row_of_days(row: Streak) -> str:
    """Return the days in a row, what makes one, and the best row."""
    if not row.longest:
        return "No day with an answer yet"
    days = f"{count(row.days, 'day')} in a row" if row.days else "No row of days"
    best = f" (longest {row.longest:,})" if row.longest > row.days else ""
    return f"{days} with an answer{best}"


def _apart(words: str, number: int) -> str:
    return f"{words} ({number:,} in exams or cram)" if number else words


def sat(line: SessionLine, today: date) -> str:
    """Return what a sitting came to; of an exam that is not over only that it is open."""
    began = f"{calendar_day(line.started, today)} {line.started:%H:%M}"
    score = "an open exam" if line.tally is None else points_of(line.tally)
    return f"Last sitting {began}: {score}, {duration(line.answering_ms)} answering."


def lately(days: Sequence[DayTotal]) -> str:
    """Return the mean of up to seven earlier days with answers that count; empty when there are none."""
    recent = [day for day in days if day.counted][:COMPARED_DAYS]
    if not recent:
        return ""
    pace = round(sum(day.studied for day in recent) / len(recent))
    share = sum(day.points for day in recent) / sum(day.counted for day in recent)
    span = "The last day" if len(recent) == 1 else f"The last {len(recent)} days"
    return f"{span} with answers: {pace:,} a day, {percent(share)} of the points."
