"""The result of an exam."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.progress.values import Tally
from quiz.review import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from quiz.card import Card
    from quiz.review import Review


class Task(NamedTuple):
    """One card of an exam: the answer that stands (None: not answered), and the part it counts for.

    ``language`` is the bank's; empty: not known.
    """

    card: Card
    review: Review | None
    part: str = ""
    language: str = ""

    @property
    def verdict(self) -> Verdict:
        """What it counts as; what was not answered is wrong."""
        return Verdict.WRONG if self.review is None else self.review.verdict

    @property
    def score(self) -> float:
        """The points, 0..1."""
        return 0.0 if self.review is None else self.review.score

    @property
    def asked(self) -> str:
        """What was asked, as the bank has it now; the whole sentence where it has that hole no more."""
        return self.card.question.ask if self._gone else self.card.prompt

    @property
    def right(self) -> str:
        """The right answer, as the bank has it now; empty where it has none to that any more."""
        return "" if self._gone else self.card.right

    @property
    def changed(self) -> bool:
        """Whether what was answered was changed in the bank since."""
        return self.review is not None and (self._gone or self.review.revision != self.card.revision)

    @property
    def _gone(self) -> bool:
        return self.card.part not in self.card.question.parts()


class PartResult(NamedTuple):
    """The points of a part, and from which share of them it is passed (None: it need not be)."""

    name: str
    tally: Tally
    passed_from: float | None

    @property
    def passed(self) -> bool:
        """Whether the part stands in the way of passing or not."""
        return self.passed_from is None or _reaches(self.tally, self.passed_from)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamResult:
    """An exam that is over. Every task counts, also one that was not answered."""

    exam: str
    """Id of the sitting."""

    seed: str
    began_at: datetime
    ended_at: datetime
    minutes: int | None
    total: Tally
    passed_from: float
    parts: tuple[PartResult, ...]
    by_tag: tuple[tuple[str, Tally], ...]
    tasks: tuple[Task, ...]
    """In the order of asking."""

    left_out: int = 0
    """How many were not answered and cannot be asked any more; they do not count."""

    @property
    def passed(self) -> bool:
        """Whether the points reach the pass mark in all, and in each part that has one."""
        return _reaches(self.total, self.passed_from) and all(part.passed for part in self.parts)

    @property
    def unanswered(self) -> int:
        """How many tasks have no answer."""
        return sum(task.review is None for task in self.tasks)


def tally_of(tasks: Sequence[Task]) -> Tally:
    """Return the points of these tasks; empty without any."""
    tally = Tally()
    for task in tasks:
        tally = tally.plus(task.verdict, task.score)
    return tally


def by_tag(tasks: Sequence[Task]) -> tuple[tuple[str, Tally], ...]:
    """Return the points by tag, by name; a task counts for each tag that it has."""
    tags = sorted({tag for task in tasks for tag in task.card.question.tags})
    return tuple((tag, tally_of([task for task in tasks if tag in task.card.question.tags])) for tag in tags)


def exam_json(result: ExamResult, *, given: Sequence[str]) -> dict[str, Any]:
    """Return the result as plain values; ``given`` are the answers in words, one for each task."""
    return {
        "exam": result.exam,
        "seed": result.seed,
        "began_at": result.began_at.isoformat(),
        "ended_at": result.ended_at.isoformat(),
        "minutes": result.minutes,
        "passed": result.passed,
        "passed_from": result.passed_from,
        "points": round(result.total.points, 4),
        "questions": result.total.answered,
        "unanswered": result.unanswered,
        "left_out": result.left_out,
        "share": round(result.total.share or 0.0, 4),
        "parts": [
            {
                "name": part.name,
                **_tally_json(part.tally),
                "passed_from": part.passed_from,
                "passed": part.passed,
            }
            for part in result.parts
        ],
        "tags": [{"tag": tag, **_tally_json(tally)} for tag, tally in result.by_tag],
        "answers": [
            {
                "card": task.card.key,
                "part": task.part or None,
                "asked": task.asked,
                "right": task.right,
                "changed_since": task.changed,
                "given": None if task.review is None else words,
                "verdict": task.verdict.value,
                "score": round(task.score, 4),
                "duration_ms": None if task.review is None else task.review.duration_ms,
            }
            for task, words in zip(result.tasks, given, strict=True)
        ],
    }


def _tally_json(tally: Tally) -> dict[str, Any]:
    return {
        "points": round(tally.points, 4),
        "questions": tally.answered,
        "share": round(tally.share or 0.0, 4),
    }


def _reaches(tally: Tally, share: float) -> bool:
    """Whether the points reach a share of what there was to get; rounding never fails a learner."""
    return round(tally.points - share * tally.answered, 9) >= 0
