"""Sittings that were held, in words: the list, how they went, and one with every answer."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from quiz.progress.scores import FEWEST, LATEST, Way
from quiz.review import Confidence, Mode
from quiz.text import clean_line
from quiz.ui import describe
from quiz.ui.exam import headline, percent_reached, points_reached, right_words, summary, verdict_words
from quiz.ui.words import WHOLE, calendar_day, count, duration, percent, points

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rich.console import Console

    from quiz.progress.past import Held, Past, Reopened, Said
    from quiz.progress.scores import Score, Standing, Trend
    from quiz.review import Review

WIDE, NARROW = 100, 70
"""From so many columns on banks stand in the table; in fewer the times do not."""

TINY = 1e-9
SURE = {Confidence.GUESSING: "guessing", Confidence.THINK_SO: "fairly sure", Confidence.SURE: "sure"}
LUCK = (
    "Beyond luck: the points without those that blind picks would bring, of the most there could be "
    "without them. 0 % is guessing, 100 % all right."
)
NONE = "No sitting was held yet. `quiz start` begins one."
NONE_SUCH = "No sitting was held that fits. `quiz history` lists them all."


def list_lines(past: Past, today: date) -> Iterator[str]:
    """Yield the list for a screen reader: a line for each sitting, then how they went."""
    for held in past.held:
        what = f"{held.number}: {_began(held, today)}, {held.mode.value}"
        yield f"{what}, {score_words(held)}{_time(held)}{_banks(held)}"
    yield from standing_lines(past, today)


def draw_list(console: Console, past: Past, today: date) -> None:
    """Draw the list as a table, the newest first, then how the sittings went in sentences."""
    from rich.table import Table  # noqa: PLC0415 - a screen reader needs no tables
    from rich.text import Text  # noqa: PLC0415 - likewise

    from quiz.ui.render import draw_lines  # noqa: PLC0415 - likewise

    table = Table(box=None, padding=(0, 1), pad_edge=False)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("began", overflow="fold")
    for heading in ("what", "points", "share"):
        table.add_column(heading, justify="left" if heading == "what" else "right", no_wrap=True)
    if console.width >= NARROW:
        table.add_column("beyond luck", justify="right", no_wrap=True)
        table.add_column("answering", justify="right", no_wrap=True)
    if console.width >= WIDE:
        table.add_column("banks", overflow="fold")
    for held in past.held:
        table.add_row(*map(Text, _cells(held, today)[: len(table.columns)]))
    console.print(table)
    for sentence in standing_lines(past, today):
        console.print()
        draw_lines(console, sentence)


def _cells(held: Held, today: date) -> tuple[str, ...]:
    score, is_exam = held.score, held.mode is Mode.EXAM
    told = ("-" if held.over else "open", "", "")
    if score is not None:
        of = f"{_points(score, is_exam=is_exam)} of {score.out_of:,}"
        told = (of, _share(score, is_exam=is_exam), _whole(score.corrected))
    mark = {None: "", True: " passed", False: " failed"}[held.passed]
    first = (str(held.number), _began(held, today), f"{held.mode.value}{mark}")
    banks = ", ".join(map(clean_line, held.banks))
    return (*first, *told, duration(held.answering_ms) if held.over else "", banks)


def _began(held: Held, today: date) -> str:
    return f"{calendar_day(held.day, today)} {held.began}"


def _banks(held: Held) -> str:
    return f"; {', '.join(map(clean_line, held.banks))}" if held.banks else ""


def _time(held: Held) -> str:
    return f", {duration(held.answering_ms)} answering" if held.over else ""


def score_words(held: Held) -> str:
    """Return the points, their share and that beyond luck, and whether an exam was passed."""
    if held.score is None:
        return "open: nothing is told before it is over" if not held.over else "nothing counted"
    passed = {None: "", True: "passed, ", False: "not passed, "}[held.passed]
    return f"{passed}{_score(held.score, is_exam=held.mode is Mode.EXAM)}"


def _points(score: Score, *, is_exam: bool) -> str:
    return points_reached(score.points) if is_exam else points(score.points)


def _share(score: Score, *, is_exam: bool) -> str:
    """Return the share of the points; of an exam never rounded up, to a mark that was not reached."""
    return percent_reached(score.share) if is_exam else percent(score.share)


def _score(score: Score, *, is_exam: bool) -> str:
    found, share = _points(score, is_exam=is_exam), _share(score, is_exam=is_exam)
    of = f"{found} of {count(score.out_of, 'point')}, {share}"
    return f"{of} ({_whole(score.corrected)} beyond luck)" if _differs(score) else of


def _differs(score: Score) -> bool:
    """Whether luck could have brought any of it."""
    return abs(score.corrected - score.share) > TINY


def _whole(share: float) -> str:
    """Return a share that may be below 0 as whole per cent."""
    return percent(share) if share >= 0 else f"-{percent(-share)}"


def standing_lines(past: Past, today: date) -> Iterator[str]:
    """Yield how the sittings went, by bank and by what exams were about; then what is meant by luck."""
    for group, is_exam in ((past.banks, False), (past.exams, True)):
        for name, standing in group:
            yield f"{clean_line(name)}: {_standing(standing, today, is_exam=is_exam)}"
    if any(held.score is not None and _differs(held.score) for held in past.held):
        yield LUCK


def _standing(standing: Standing, today: date, *, is_exam: bool) -> str:
    if standing.sittings == 1:
        return f"1 sitting, {_score(standing.last, is_exam=is_exam)}."
    best, last = (
        f"{_score(one, is_exam=is_exam)}, on {calendar_day(one.day, today)}"
        for one in (standing.best, standing.last)
    )
    return f"{count(standing.sittings, 'sitting')}. Best: {best}. Last: {last}. {_trend(standing.trend)}"


def _trend(trend: Trend | None) -> str:
    if trend is None:
        return f"A trend is told from {FEWEST} sittings on."
    over = f"over {'the latest ' if trend.sittings == LATEST else ''}{trend.sittings} sittings"
    if trend.way is Way.STEADY:
        return f"Steady {over}: neither rising nor falling beyond chance."
    a_sitting = f"{abs(trend.slope) * WHOLE:.1f} points of a hundred a sitting"
    return f"{trend.way.value.capitalize()} {over}: by about {a_sitting}."


def reopened_lines(reopened: Reopened, today: date) -> Iterator[tuple[str, str]]:
    """Yield one sitting with every answer as (text, style) lines; a question is bold."""
    held = reopened.held
    what = "exam" if held.mode is Mode.EXAM else f"sitting ({held.mode.value})"
    yield f"{_began(held, today)}, {what}{_banks(held)}", ""
    yield f"Id {clean_line(held.session)}", "dim"
    for number, said in enumerate(reopened.said, 1):
        yield "", ""
        yield f"{number}. {clean_line(said.asked)}", "bold"
        yield from ((f"   {line}", "") for line in _answer(said))
    if reopened.unanswered:
        yield "", ""
        yield "Not answered:", "bold"
        yield from ((f"   {clean_line(task.asked)}", "") for task in reopened.unanswered)
    yield "", ""
    if reopened.result is not None:
        yield headline(reopened.result), "bold"
        yield summary(reopened.result), ""
    else:
        yield f"Score: {score_words(held)}", "bold"
    yield f"{count(held.answers, 'answer')}{_time(held)}.", ""


def _answer(said: Said) -> Iterator[str]:
    review = said.review
    if said.taken_back:
        yield "taken back: it does not count"
    given = clean_line(describe.given(review.response)) or "nothing"
    if said.task is None:
        yield f"{describe.MARKS[review.verdict]} {review.verdict.value}; you: {given}"
        yield "the banks here have no such question"
    else:
        yield f"{verdict_words(said.task)}; you: {given}"
        if right := right_words(said.task):
            yield right
        if said.gone:
            yield "no bank asks it any more"
    if review.graded is not None:
        yield f"overruled: grading had said {review.graded.value}"
    yield _how(review)


def _how(review: Review) -> str:
    """Return how it was rated, but in an exam, and how it came about."""
    proposed = describe.RATINGS[review.suggested]
    other = "" if review.rating is review.suggested else f" ({proposed} was proposed)"
    rated = "" if review.mode is Mode.EXAM else f"rated {describe.RATINGS[review.rating]}{other}; "
    hints = f"; {count(review.hints, 'hint')}" if review.hints else ""
    sure = f"; {SURE[review.confidence]}" if review.confidence is not None else ""
    local = review.answered_at + timedelta(minutes=review.utc_offset_minutes)
    return f"{rated}{duration(review.duration_ms)}{hints}{sure}; at {local:%H:%M:%S}"
