"""The result of an exam in words: the page on the screen, and the file."""

from __future__ import annotations

import math
import re
import shlex
from typing import TYPE_CHECKING

from quiz.review import Verdict
from quiz.text import clean_line
from quiz.ui import describe
from quiz.ui.standing import verdicts
from quiz.ui.words import count, duration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.progress.exam import ExamResult, PartResult, Task
    from quiz.progress.values import Tally

MOST_SHOWN = 200
"""So many characters of an answer are shown on the page; the file has all of them."""

CHANGED = "the question was changed since"

_MARKUP = re.compile(r"[\\`*_\[\]<>|&]")
_TINY = 1e-9


def given_words(task: Task) -> str:
    """Return the answer of a task in words; empty when there was none."""
    return "" if task.review is None else describe.given(task.review.response)


def result_lines(result: ExamResult) -> Iterator[str]:
    """Yield the page that is shown at the end.

    Each answer that was not right, the points by part (without parts: by tag), the count of
    verdicts with the time, and last, where it is seen however long the page is, the mark.
    """
    for number, task in enumerate(result.tasks, 1):
        if task.score < 1:
            yield f"{number}. {clean_line(task.asked)}"
            yield f"   {verdict_words(task)}; you: {_shortened(given_words(task)) or 'nothing'}"
            yield f"   {right_words(task)}"
    for part in result.parts:
        yield f"{clean_line(part.name)}: {_share(part.tally)}{_part_mark(part)}"
    for tag, tally in result.by_tag if not result.parts else ():
        yield f"{clean_line(tag)}: {_share(tally)}"
    yield summary(result)
    yield f"The same exam again: --seed {shlex.quote(clean_line(result.seed))} with the same options"
    yield headline(result)


def result_text(result: ExamResult) -> str:
    """Return the result as a Markdown file, in which nothing of a bank or an answer is markup."""
    lines = ["# Exam", "", f"**{headline(result)}**", "", summary(result), ""]
    lines += [f"Began {result.began_at:%Y-%m-%d %H:%M} UTC, ended {result.ended_at:%Y-%m-%d %H:%M} UTC."]
    lines += [f"Exam {result.exam}, seed {_escaped(result.seed)}.", ""]
    for heading, rows in (
        ("Parts", [(part.name, part.tally, _part_mark(part)) for part in result.parts]),
        ("Tags", [(tag, tally, "") for tag, tally in result.by_tag]),
    ):
        if rows:
            told = [f"- {_escaped(name)}: {_share(tally)}{mark}" for name, tally, mark in rows]
            lines += [f"## {heading}", "", *told, ""]
    lines += ["## Answers", ""]
    for number, task in enumerate(result.tasks, 1):
        lines += [f"{number}. {_escaped(task.asked)}", *_answer_items(task)]
    return "\n".join(lines) + "\n"


def headline(result: ExamResult) -> str:
    """Return ``Passed: 14 of 20 points, 70 % (60 % needed)``, and which parts were missed."""
    missed = [clean_line(part.name) for part in result.parts if not part.passed]
    parts = f"; not passed in {', '.join(missed)}" if missed else ""
    word = "Passed" if result.passed else "Not passed"
    return f"{word}: {_share(result.total)} ({percent_reached(result.passed_from)} needed{parts})"


def time_left(milliseconds: int) -> str:
    """Return how long an exam goes on: minutes, and in the last one seconds."""
    minutes = -(-milliseconds // 60_000)
    return f"{minutes} min left" if minutes > 1 else f"{max(0, milliseconds // 1000)} s left"


def summary(result: ExamResult) -> str:
    """Return the verdicts, what was not answered, the time, and what does not count."""
    unanswered = f" ({count(result.unanswered, 'question')} not answered)" if result.unanswered else ""
    spent = duration(int((result.ended_at - result.began_at).total_seconds() * 1000))
    time = f"{spent} of {count(result.minutes, 'minute')}" if result.minutes else spent
    return f"{verdicts(result.total)}{unanswered}; {time}.{_left_out(result.left_out)}"


def _left_out(number: int) -> str:
    if not number:
        return ""
    words = "question is gone and does" if number == 1 else "questions are gone and do"
    return f" {number} {words} not count."


def _share(tally: Tally) -> str:
    """Return ``14 of 20 points, 70 %``; never rounded up, to a mark that was not reached."""
    share = percent_reached(tally.share or 0.0)
    return f"{points_reached(tally.points)} of {count(tally.answered, 'point')}, {share}"


def points_reached(points: float) -> str:
    """Return points with at most two digits after the point, never rounded up."""
    return f"{math.floor(points * 100 + _TINY) / 100:g}"


def percent_reached(share: float) -> str:
    """Return a share of 0..1 as whole per cent, never rounded up."""
    return f"{math.floor(share * 100 + _TINY)} %"


def _part_mark(part: PartResult) -> str:
    if part.passed_from is None:
        return ""
    return f" ({'passed' if part.passed else 'not passed'}, {percent_reached(part.passed_from)} needed)"


def _answer_items(task: Task) -> Iterator[str]:
    yield f"   - {verdict_words(task)}"
    yield f"   - answered: {_escaped(given_words(task)) or 'nothing'}"
    if words := _right_words(task):
        yield f"   - right: {_escaped(words)}"
    if task.changed:
        yield f"   - {CHANGED}"


def verdict_words(task: Task) -> str:
    """Return the verdict with its sign, and what it brought where that is neither all nor nothing."""
    points = f", {task.score:.2g} of a point" if task.verdict in (Verdict.NEAR, Verdict.PARTLY) else ""
    return f"{describe.MARKS[task.verdict]} {task.verdict.value}{points}"


def right_words(task: Task) -> str:
    """Return the right answer as it is now, and whether the question was changed; empty where neither is."""
    words = _right_words(task)
    return "; ".join(filter(None, (words and f"right: {words}", CHANGED if task.changed else "")))


def _right_words(task: Task) -> str:
    return "; ".join(describe.right_lines(task.card, task.language)) if task.right else ""


def _shortened(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", clean_line(text))
