"""The classical figures of a class as JSON and CSV, promises to scripts."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.progress.classical_faults import FEWEST, Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.progress.classical import ClassRow, QuestionRow
    from quiz.progress.classical_faults import Finding

LAYOUT = 1
DECIMALS = 6
COLUMNS = (
    *("question", "answers", "points", "facility", "facility_low", "facility_high", "deviation"),
    *("discrimination", "discrimination_low", "discrimination_high", "efficiency", "by_chance"),
    *("distractors_working", "distractors", "findings"),
)

_GRAVITY = {fault: place for place, fault in enumerate(Fault)}


class ClassTable(NamedTuple):
    """The classical figures of a class: of the test, of each question by name, and their faults."""

    learners: int
    """Who answered at all; who sat exams counts once here, and once for each exam in ``whole``."""

    earlier: int
    """Answers left out, since the question was changed after them."""

    whole: ClassRow
    questions: tuple[QuestionRow, ...]
    findings: tuple[Finding, ...]

    def worst_first(self) -> tuple[tuple[QuestionRow, tuple[Finding, ...]], ...]:
        """Return the questions with what was found: first by the gravest finding, then by name."""
        of: dict[str, list[Finding]] = {}
        for one in self.findings:
            of.setdefault(one.question, []).append(one)
        rows = [(row, tuple(of.get(row.question, ()))) for row in self.questions]
        return tuple(sorted(rows, key=_badness))


def _badness(row: tuple[QuestionRow, tuple[Finding, ...]]) -> tuple[int, str]:
    return min((_GRAVITY[one.fault] for one in row[1]), default=len(Fault)), row[0].question


class Words(NamedTuple):
    """What the layouts need that is no figure."""

    sentences: Callable[[QuestionRow, Finding], tuple[str, str]]
    """Says what is the matter, and what to do."""

    place: Callable[[str], str | None]
    """Gives ``file:line`` of a question; None where no bank that is there has it."""


def class_json(table: ClassTable, words: Words) -> dict[str, Any]:
    """Return what `quiz items --log --json` prints.

    Shares and correlations are rounded to six decimals; keys are never left out, new ones may come, one
    that goes or changes raises ``layout``. What cannot be told is null::

        layout     1
        fewest     with fewer answers nothing is said of a question
        learners   who answered
        earlier    answers left out, since the question was changed after them
        test       {takers, questions, answers, mean, deviation, alpha, kr20, error, error_ratio}: takers
                   are the learners, who sat exams once for each; mean and deviation are of their
                   shares of the points; alpha is Cronbach's, of a test of all questions, and kr20 says
                   whether points are only 0 or 1; error is the standard error of such a share
        questions  [question], the worst first:
          question, place     place is file:line
          answers, points     answers that count, and the sum of their points
          facility            {share, low, high}; low and high are the interval of 95 %
          deviation           of the points
          discrimination      {value, low, high}; the correlation with the mean points elsewhere
          efficiency          the covariance with these out of the greatest there could be
          by_chance           points of blind answers
          distractors         {working, out_of} of the wrong options; one works that 5 % pick
          options             [{text, right, picked, share, rest}]; rest is the mean points elsewhere of
                              those who picked it
          findings            [{fault, options, says, do}]; fault is wrong-key, two-right, unclear,
                              dead-option or too-easy
    """
    whole = table.whole
    sure = whole.reliability
    return {
        "layout": LAYOUT,
        "fewest": FEWEST,
        "learners": table.learners,
        "earlier": table.earlier,
        "test": {
            "takers": whole.learners,
            "questions": whole.questions,
            "answers": whole.answers,
            "mean": _rounded(whole.mean),
            "deviation": _rounded(whole.deviation),
            "alpha": _rounded(sure and sure.alpha),
            "kr20": sure and sure.is_kr20,
            "error": _rounded(sure and sure.error),
            "error_ratio": _rounded(sure and sure.error_ratio),
        },
        "questions": [_question_json(words, *one) for one in table.worst_first()],
    }


def _question_json(words: Words, row: QuestionRow, found: tuple[Finding, ...]) -> dict[str, Any]:
    sure, low_high = row.facility.interval(), row.discrimination_interval
    distractors = row.distractors
    return {
        "question": row.question,
        "place": words.place(row.question),
        "answers": row.facility.out_of,
        "points": _rounded(row.facility.hits),
        "facility": {
            "share": _rounded(row.facility.share),
            "low": _rounded(sure.low),
            "high": _rounded(sure.high),
        },
        "deviation": _rounded(row.deviation),
        "discrimination": None
        if row.discrimination is None
        else {
            "value": _rounded(row.discrimination),
            "low": _rounded(low_high and low_high.low),
            "high": _rounded(low_high and low_high.high),
        },
        "efficiency": _rounded(row.efficiency),
        "by_chance": _rounded(row.by_chance),
        "distractors": distractors and {"working": int(distractors.hits), "out_of": distractors.out_of},
        "options": [
            {
                "text": one.option,
                "right": one.is_right,
                "picked": int(one.picked.hits),
                "share": _rounded(one.picked.share),
                "rest": _rounded(one.rest),
            }
            for one in row.options
        ],
        "findings": [
            {"fault": one.fault.value, "options": list(one.options), "says": says, "do": do}
            for one in found
            for says, do in [words.sentences(row, one)]
        ],
    }


def class_csv(table: ClassTable) -> str:
    """Return what `quiz items --log --csv` prints: ``COLUMNS``, a line for each question, the worst first.

    The figures are those of the JSON; findings are the names of faults with spaces between; what
    cannot be told is empty.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row, found in table.worst_first():
        sure, low_high, options = row.facility.interval(), row.discrimination_interval, row.distractors
        figures = (
            row.facility.share,
            sure.low,
            sure.high,
            row.deviation,
            row.discrimination,
            low_high and low_high.low,
            low_high and low_high.high,
            row.efficiency,
            row.by_chance,
        )
        writer.writerow(
            [
                row.question,
                row.facility.out_of,
                *map(_rounded, (row.facility.hits, *figures)),
                *((int(options.hits), options.out_of) if options else ("", "")),
                " ".join(one.fault.value for one in found),
            ]
        )
    return text.getvalue()


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)
