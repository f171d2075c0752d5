"""What is said of a class: its test as a whole, and what may be wrong with a question and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.progress.classical_faults import FEWEST, Fault
from quiz.ui.aside import cut
from quiz.ui.words import WHOLE, count, percent, points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.progress.class_list import ClassTable
    from quiz.progress.classical import QuestionRow
    from quiz.progress.classical_faults import Finding

SHORT = {
    Fault.WRONG_KEY: "key right?",
    Fault.TWO_RIGHT: "two right?",
    Fault.UNCLEAR: "unclear?",
    Fault.DEAD_OPTION: "dead option",
    Fault.TOO_EASY: "too easy",
}
"""A finding in the table."""

COUNTED = (
    "The first answer of each learner to each question counts, in exams every one; those taken back do not."
)
_LITTLE = "Who gets it right has little to do with who does well elsewhere"
_IF_NOT = "If not, make the prompt rule it out."
_READ = (
    "Read the prompt as a learner would: what does it leave open? If it is clear, it asks for something "
    "else than the other questions."
)
SATISFACTORY, TOO_LOW = 0.75, 0.64
"""Moodle's advice on the coefficient of internal consistency (docs.moodle.org, "Quiz report statistics")."""


def sentences(row: QuestionRow, finding: Finding) -> tuple[str, str]:
    """Return what is the matter, and what to do about it."""
    named = ", ".join(f'"{cut(option)}"' for option in finding.options)
    match finding.fault:
        case Fault.WRONG_KEY if finding.options:
            return (
                f"Those who do well elsewhere pick {named} ({_picked(row, finding)}), which counts as wrong.",
                f"Check the key: is {named} right? If not, say in the prompt what rules it out.",
            )
        case Fault.WRONG_KEY:
            return (
                f"Those who do well elsewhere get it wrong: it discriminates by {correlation(row)}.",
                "Check the answers that count as right, and what the prompt asks for.",
            )
        case Fault.TWO_RIGHT:
            return (
                f"{named} draws learners as able as the right option does ({_picked(row, finding)}).",
                f"Is {named} right as well? Then change it, or ask for several. {_IF_NOT}",
            )
        case Fault.UNCLEAR:
            return (
                f"{_LITTLE}: it discriminates by {correlation(row)}{_between(row)}.",
                _READ,
            )
        case Fault.DEAD_OPTION:
            wrong = sum(int(one.picked.hits) for one in row.options if not one.is_right)
            return (
                f"Nobody picks {named}, though {count(wrong, 'answer')} were wrong.",
                "Put a mistake in its place that learners do make, or leave it out.",
            )
        case Fault.TOO_EASY:
            return (
                f"Nearly everybody gets it right: {share(row)} of the points, {_answers(row)}.",
                "Ask for more, or keep it as a warm-up: it does not tell learners apart.",
            )


def whole_lines(table: ClassTable) -> Iterator[str]:
    """Yield what is said of the test as a whole, and what is counted."""
    whole = table.whole
    takers = "" if whole.learners == table.learners else f" ({whole.learners:,}, each exam for itself)"
    yield (
        f"{count(table.learners, 'learner')}{takers}, {count(whole.questions, 'question')}, "
        f"{count(whole.answers, 'answer')}. {COUNTED}"
    )
    if whole.mean is not None and whole.deviation is not None:
        spread = f"(standard deviation {_exact(whole.deviation)})"
        yield f"A learner has {percent(whole.mean)} of the points on average {spread}."
    yield _reliability(table)


def notes(table: ClassTable) -> Iterator[str]:
    """Yield what the findings leave out."""
    few = sum(row.facility.out_of < FEWEST for row in table.questions)
    if few:
        yield f"{count(few, 'question')} with fewer than {FEWEST} answers: too few for a verdict."
    if table.earlier:
        yield f"Left out: {count(table.earlier, 'answer')} from before the question was changed."
    if not table.findings and few < len(table.questions):
        yield "Nothing was found to be wrong. Few answers find little: from 100 learners on most faults show."


def share(row: QuestionRow) -> str:
    """Return the facility in per cent."""
    return "-" if row.facility.share is None else percent(row.facility.share)


def correlation(row: QuestionRow) -> str:
    """Return the discrimination index; a dash where it cannot be told."""
    return signed(row.discrimination)


def signed(value: float | None) -> str:
    """Return a value of -1..1 with two decimals; a dash for None."""
    return "-" if value is None else f"{value + 0.0:.2f}".replace("-0.00", "0.00")


def whole_percent(value: float | None) -> str:
    """Return a share in per cent; a dash for None."""
    return "-" if value is None else percent(value)


def working(row: QuestionRow) -> str:
    """Return how many wrong options do their work; a dash where there are none."""
    found = row.distractors
    return "-" if found is None else f"{int(found.hits)} of {found.out_of}"


def in_words(row: QuestionRow) -> str:
    """Return the figures of a question for a screen reader."""
    sure = row.facility.interval()
    between = f"(between {percent(sure.low)} and {percent(sure.high)})"
    said = [_answers(row), f"{points(row.facility.hits)} points, facility {share(row)} {between}"]
    told = (
        ("discrimination", signed(row.discrimination)),
        ("efficiency", signed(row.efficiency)),
        ("by chance", whole_percent(row.by_chance)),
        ("working wrong options", working(row)),
    )
    return ", ".join([*said, *(f"{name} {value}" for name, value in told if value != "-")])


def _reliability(table: ClassTable) -> str:
    sure = table.whole.reliability
    if sure is None:
        return (
            "How reliable the test is cannot be told: that takes two learners, two questions and "
            "learners who differ."
        )
    name = "KR-20" if sure.is_kr20 else "Cronbach's alpha"
    what = (
        "satisfactory"
        if sure.alpha >= SATISFACTORY
        else "low"
        if sure.alpha >= TOO_LOW
        else "too low to go by"
    )
    return (
        f"{name} is {sure.alpha:.2f}, {what}: how far the questions measure one thing. "
        f"The standard error of a learner's share is {_exact(sure.error)}."
    )


def _answers(row: QuestionRow) -> str:
    return count(row.facility.out_of, "answer")


def _exact(value: float) -> str:
    return f"{WHOLE * value:.1f} %"


def _picked(row: QuestionRow, finding: Finding) -> str:
    hits = sum(int(one.picked.hits) for one in row.options if one.option in finding.options)
    return f"{hits:,} of {row.facility.out_of:,}"


def _between(row: QuestionRow) -> str:
    found = row.discrimination_interval
    return f" (between {signed(found.low)} and {signed(found.high)})" if found else ""
