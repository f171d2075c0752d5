"""Answers with what was picked or typed wrongly, and the cards in use that they tell of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from quiz.question import Kind
from quiz.review import Verdict
from quiz.store import candidates
from quiz.store.content import response_from
from quiz.store.damage import reads
from quiz.store.fragments import OPEN_EXAMS
from quiz.store.log import names_now
from quiz.trial import Trial

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from quiz.store.candidates import Candidate, Scope
    from quiz.store.opening import Store

_KINDS = {kind.value: kind for kind in Kind}
_VERDICTS = {verdict.value: verdict for verdict in Verdict}

# The mark before `learner` keeps SQLite from going by the index on cards, and sorting all after it.
# Most answers are right, and what was answered then need not be read.
_TRIALS = f"""
SELECT id, card, revision, study_day, kind, coalesce(graded, verdict), verdict, score, duration_ms, hints,
       session, CASE WHEN coalesce(graded, verdict) IN ('wrong', 'partly') THEN response END
FROM reviews_kept
WHERE +learner = ?
  AND session NOT IN ({OPEN_EXAMS})
ORDER BY id
"""  # noqa: S608 - constants of this room


def trials(store: Store, cards: Collection[str]) -> Iterator[Trial]:
    """Yield the learner's answers that stand to cards of these present keys, oldest first.

    Those of exams and cram are among them; an exam that is not over tells nothing.
    """
    now_of = names_now(store)
    asked: set[tuple[str, str]] = set()
    days = _Days()
    for row in store.db.execute(_TRIALS, [store.learner]):
        card = now_of(row[1], row[0])
        if card in cards:
            place = (row[10], card)
            yield _trial(store.learner, card, row, days, is_first=place not in asked)
            asked.add(place)


class _Days(dict[str, int]):
    """Ordinals of study days by how they are written: the same few hundred come again and again."""

    def __missing__(self, text: str) -> int:
        found = self[text] = date.fromisoformat(text).toordinal()
        return found


@reads("reviews")
def _trial(learner: str, card: str, row: Sequence[Any], days: _Days, *, is_first: bool) -> Trial:
    event, _, revision, day, kind, judged, verdict, points, duration_ms, hints, session, response = row
    return Trial(
        event=event,
        card=card,
        learner=learner,
        revision=revision,
        day=days[day],
        kind=_KINDS[kind],
        judged=_VERDICTS[judged],
        verdict=_VERDICTS[verdict],
        points=points,
        duration_ms=duration_ms,
        hints=hints,
        session=session,
        is_first=is_first,
        response=None if response is None else response_from(response),
    )


def cards_in_use(store: Store, scope: Scope) -> list[Candidate]:
    """Return the cards in use of a scope, set aside or not, in the order of banks and questions."""
    condition, values = candidates.condition_of(scope)
    rows = store.db.execute(
        f"""SELECT cards.id FROM questions JOIN cards ON cards.question_id = questions.id
            JOIN banks ON banks.id = questions.bank_id
            WHERE NOT (cards.archived OR questions.archived OR questions.draft) AND {condition}
            ORDER BY banks.key, questions.position, cards.id""",  # noqa: S608 - constants and marks
        values,
    )
    return candidates.planned(store, [card_id for (card_id,) in rows])


def of_each_learner(store: Store) -> list[Store]:
    """Return the store as each learner with answers sees it, by name."""
    rows = store.db.execute("SELECT DISTINCT learner FROM reviews ORDER BY learner")
    return [replace(store, learner=name) for (name,) in rows]
