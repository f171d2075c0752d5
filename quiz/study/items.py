"""The answers of a database as item analysis takes them: where log, memory and banks meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.garbage import uncollected
from quiz.grading.fold import forms
from quiz.progress.foreseen import Told
from quiz.progress.items import Subject, items
from quiz.store import marks
from quiz.store.trials import cards_in_use, of_each_learner, trials
from quiz.study.foretold import foretold

if TYPE_CHECKING:
    from quiz.progress.items import Item
    from quiz.store import Scope, Store


@uncollected()
def looked_at(store: Store, scope: Scope, *, all_learners: bool = False) -> tuple[Item, ...]:
    """Return the figures of each card in use of the scope, set aside or not, in the order of the banks.

    ``all_learners``: over the answers of all in this database, not of the store's learner alone.
    """
    seen_by = of_each_learner(store) if all_learners else [store]
    subjects = _subjects(seen_by or [store], scope)
    keys = {subject.card.key for subject in subjects}
    return items(
        subjects,
        (trial for one in seen_by for trial in trials(one, keys)),
        {one.learner: [Told(*told) for told in foretold(one)] for one in seen_by},
        folded,
    )


def folded(text: str, language: str) -> str:
    """Return what is the same for typed answers that grading takes for the same: the first of their forms."""
    return min(form.rest for form in forms(text, language))


def _subjects(seen_by: list[Store], scope: Scope) -> list[Subject]:
    cards = {one.card_id: one for one in cards_in_use(seen_by[0], scope)}
    lapses = dict.fromkeys(cards, 0)
    notes: dict[str, tuple[str, ...]] = {}
    for store in seen_by:
        for one in cards_in_use(store, scope):
            lapses[one.card_id] = max(lapses[one.card_id], one.state.lapses if one.state else 0)
        for key, flags in marks.flags(store).items():
            notes[key] = (*notes.get(key, ()), *(flag.note for flag in flags))
    return [
        Subject(one.card, one.language, lapses[card_id], notes.get(one.card.key, ()))
        for card_id, one in cards.items()
    ]
