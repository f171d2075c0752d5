"""From a verdict to the rating that is suggested for memory, and the sentence that says why."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from quiz.review import Confidence, Rating, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from quiz.grading.judgement import Finding
    from quiz.question import Kind

AWAY_MS = 600_000
"""Ten minutes: who took longer was not at the keyboard, and the time says nothing."""

_THINKING_MS = 5_000
_OPTION_MS = 2_000
_WORD_MS = 60_000 / 238
_LETTER_MS = 60_000 / (52 * 5)


@dataclass(frozen=True, kw_only=True)
class RatingTable:
    """What is suggested for what; every cell may be set in the config, see ``rating_table``.

    A right answer begins with ``right``, or with ``sure`` when the learner was sure and nothing
    below lowers it. Each cell that applies then lowers it, never raises it: ``hint``, ``luck``,
    ``guessing``, ``think_so``, ``slow``, and ``most`` of its kind. A near answer begins with
    ``near`` and is lowered likewise. Partly and wrong have their cell alone.

    With the cells as they are, and with a luck that is 1/2 for true-false, 1/n for a choice of n
    options, 1/(2**n - 1) for several of n, 1/n! for an order or a match of n, else 0:

    ======================================= ====== ====== ========== =======
    right response of the kind              alone  hint   guessing   slow
    ======================================= ====== ====== ========== =======
    text, cloze, number, date               Good   Hard   Hard       Hard
    true-false                              Hard   Hard   Hard       Hard
    choice of 5 options or fewer            Hard   Hard   Hard       Hard
    choice of 6 options or more             Good   Hard   Hard       Hard
    several, order or match of 2            Hard   Hard   Hard       Hard
    several, order or match of 3 or more    Good   Hard   Hard       Hard
    ======================================= ====== ====== ========== =======

    A near answer that counts is Hard. Partly is Again, whatever the score: FSRS takes Hard for a
    success and lengthens the interval, and what is not known in full has to come back. Easy is
    never suggested unless a cell says so; only the learner knows that it was. A recall card is
    rated by the learner and does not come here.
    """

    right: Rating = Rating.GOOD
    sure: Rating = Rating.GOOD
    """Right, and sure of it, without a hint, luck, or a long time."""

    think_so: Rating = Rating.GOOD
    guessing: Rating = Rating.HARD
    hint: Rating = Rating.HARD
    luck: Rating = Rating.HARD
    luck_from: float = 0.2
    """The chance, above 0 to 1, from which a right response counts as luck."""

    slow: Rating = Rating.HARD
    slow_times: float = 10.0
    """How many typical times, see ``typical_ms``, a slow answer takes at least; 1 or more."""

    near: Rating = Rating.HARD
    partly: Rating = Rating.AGAIN
    wrong: Rating = Rating.AGAIN
    most: Mapping[Kind, Rating] = field(default_factory=lambda: MappingProxyType({}))
    """The best that is suggested for a kind; a kind that is not in it has no such bound."""


TABLE = RatingTable()
"""The ratings suggested where nobody has set any."""


class How(NamedTuple):
    """How a response was given.

    ``hints`` were shown before; ``luck`` is the chance, 0 to 1, of hitting it blindly; ``pace`` is
    how many typical times it took, None when that is unknown.
    """

    kind: Kind | None = None
    hints: int = 0
    luck: float = 0.0
    confidence: Confidence | None = None
    pace: float | None = None


class _Cap(NamedTuple):
    rating: Rating
    clause: str


def suggest(verdict: Verdict, how: How = How(), table: RatingTable = TABLE) -> Rating:  # noqa: B008 - a value, never changed
    """Return the suggested rating, by the rules of ``RatingTable``."""
    start = _start(verdict, table)
    if verdict in {Verdict.PARTLY, Verdict.WRONG}:
        return start
    lowered = min([start, *(cap.rating for cap in _caps(how, table))])
    if verdict is Verdict.RIGHT and how.confidence is Confidence.SURE and _is_clear(how, table):
        return table.sure
    return lowered


def explain(finding: Finding, how: How = How(), table: RatingTable = TABLE) -> str:  # noqa: B008 - likewise
    """Return one sentence: the verdict, what kept the rating from being better, and the finding's note."""
    parts = [_opening(finding.verdict, how, table), finding.note]
    return sentence("; ".join(part for part in parts if part))


def typical_ms(asked: str, options: int, typed: str) -> float:
    """Return how long an answer takes that is simply known; above 0.

    Five seconds to think and two for each option shown; the prompt is read at 238 words a
    minute (Brysbaert, "How many words do we read per minute?", Journal of Memory and Language
    109, 2019), the answer is typed at 52 words of five letters a minute (Dhakal, Feit,
    Kristensson and Oulasvirta, "Observations on Typing from 136 Million Keystrokes", CHI 2018).
    """
    return _THINKING_MS + _OPTION_MS * options + _WORD_MS * len(asked.split()) + _LETTER_MS * len(typed)


def pace(duration_ms: int | None, typical: float) -> float | None:
    """Return how many typical times an answer took; None for no time, or one that says nothing."""
    if duration_ms is None or not 0 < duration_ms < AWAY_MS:
        return None
    return duration_ms / typical


def sentence(text: str) -> str:
    """Return ``text`` with a full stop, unless it already ends like a sentence."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _start(verdict: Verdict, table: RatingTable) -> Rating:
    return {
        Verdict.RIGHT: table.right,
        Verdict.NEAR: table.near,
        Verdict.PARTLY: table.partly,
        Verdict.WRONG: table.wrong,
    }[verdict]


def _caps(how: How, table: RatingTable) -> Iterator[_Cap]:
    """Yield the cells that apply, the one to be named first in front."""
    if how.hints > 0:
        yield _Cap(table.hint, " with a hint, which counts as {}")
    if how.luck >= table.luck_from:
        yield _Cap(table.luck, f", but luck finds it one time in {round(1 / how.luck)}, so it counts as {{}}")
    if how.confidence is Confidence.GUESSING:
        yield _Cap(table.guessing, ", but guessed, so it counts as {}")
    if how.confidence is Confidence.THINK_SO:
        yield _Cap(table.think_so, ", but not quite sure, so it counts as {}")
    if _is_slow(how, table):
        yield _Cap(table.slow, ", but after a long time, so it counts as {}")
    if how.kind is not None and how.kind in table.most:
        yield _Cap(table.most[how.kind], f", and one of the kind {how.kind} counts as {{}} at most")


def _is_slow(how: How, table: RatingTable) -> bool:
    return how.pace is not None and how.pace >= table.slow_times


def _is_clear(how: How, table: RatingTable) -> bool:
    """Whether no cell lowers a right answer, so that being sure counts."""
    return all(cap.rating >= table.sure for cap in _caps(how, table))


def _opening(verdict: Verdict, how: How, table: RatingTable) -> str:
    if verdict is not Verdict.RIGHT:
        return ""
    rating = suggest(verdict, how, table)
    told = next((cap for cap in _caps(how, table) if cap.rating == rating < table.right), None)
    return "Right" + (told.clause.format(rating.name.lower()) if told else "")
