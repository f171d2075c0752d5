"""All answers of the log as figures need them: light, and read in one go."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from quiz.answer import Answer
from quiz.question import Kind
from quiz.review import Confidence, Mode, Verdict
from quiz.store.damage import reads
from quiz.store.fragments import LOCAL_MINUTE, OPEN_EXAMS, OPTIONS_SHOWN
from quiz.store.log import names_now

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from quiz.store.opening import Store

BATCH = 1_000
_NEVER = (0, 0)
_KINDS = {kind.value: kind for kind in Kind}
_VERDICTS = {verdict.value: verdict for verdict in Verdict}
_MODES = {mode.value: mode for mode in Mode}
_CONFIDENCES: dict[int | None, Confidence | None] = {None: None, **{int(one): one for one in Confidence}}

# The mark before `learner` keeps SQLite from going by the index on cards, and sorting all after it.
_ANSWERS = f"""
SELECT id, card, study_day, session, kind, verdict, mode, confidence,
       {LOCAL_MINUTE},
       score, rating, duration_ms, interval_days, hints,
       {OPTIONS_SHOWN},
       graded IS NOT NULL
FROM reviews_kept
WHERE +learner = ?
  AND session NOT IN ({OPEN_EXAMS})
ORDER BY id
"""  # noqa: S608 - constants of this room


def answered(store: Store, since: date = date.min, cards: Collection[str] | None = None) -> Iterator[Answer]:
    """Yield the learner's answers that stand, from a study day on, oldest first.

    ``cards``: those to cards of these present keys alone; None: all. An exam that is not over
    tells nothing, so its answers are left out. Days before ``since`` are read as well, for
    what came before decides what an answer was.
    """
    first_day, reader = since.toordinal(), _Reader(store)
    rows = store.db.execute(_ANSWERS, [store.learner])
    while batch := rows.fetchmany(BATCH):
        for answer in reader.answers(batch):
            if answer.day >= first_day and (cards is None or answer.card in cards):
                yield answer


class _Reader:
    """Makes answers of rows, the oldest first; what many of them say alike is kept once."""

    def __init__(self, store: Store) -> None:
        self._now_of = names_now(store)
        self._days: dict[str, int] = {}
        self._texts: dict[str, str] = {}
        self._last: dict[str, tuple[int, int]] = {}
        self._asked: defaultdict[str, set[str]] = defaultdict(set)

    @reads("reviews")
    def answers(self, rows: Iterable[Sequence[Any]]) -> list[Answer]:
        return [self._answer(*row) for row in rows]

    def _answer(  # noqa: PLR0913, PLR0917 - a million rows are unpacked here, and nowhere else
        self, event: str, name: str, day_text: str, sitting: str, kind: str, verdict: str, mode_text: str,
        confidence: int | None, minute: int, points: float, rating: int, duration_ms: int, interval_days: int,
        hints: int, shown: int, overruled: int,
    ) -> Answer:  # fmt: skip
        texts, name = self._texts, self._now_of(name, event)
        card, session = texts.setdefault(name, name), texts.setdefault(sitting, sitting)
        day, mode, asked = self._day(day_text), _MODES[mode_text], self._asked[session]
        is_first, in_review = card not in asked, False
        if is_first:
            asked.add(card)
        if mode is Mode.STUDY:
            last_day, last_interval = self._last.get(card, _NEVER)
            in_review = last_interval >= 1 and last_day < day
            self._last[card] = day, interval_days
        return Answer(
            card, day, minute, _KINDS[kind], _VERDICTS[verdict], points, rating, duration_ms, mode, session,
            is_first, in_review, _CONFIDENCES[confidence], hints, shown, bool(overruled),
        )  # fmt: skip

    def _day(self, text: str) -> int:
        if text not in self._days:
            self._days[text] = date.fromisoformat(text).toordinal()
        return self._days[text]
