"""What sort of edit it is, and what it does to the history of a card: pure, on values alone."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from quiz.card import Card
from quiz.quantity import decimal_mark
from quiz.question import (
    ChoiceQuestion,
    ClozeQuestion,
    DateQuestion,
    Location,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    RecallQuestion,
    SeveralQuestion,
    TextQuestion,
    TrueFalseQuestion,
)
from quiz.review import Typed, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.question import Question
    from quiz.review import CardState
    from quiz.store import Step
    from quiz.store.edits import Edit


_NOWHERE = Location("", 1, 1)


class Sort(StrEnum):
    """What sort of edit a card saw."""

    CORRECTED = "corrected"
    """Asked and right is what was, but for case, space, punctuation; or only what stands around it."""

    REWORDED = "reworded"
    """The prompt, or what is offered beside the right answer, is another; what is right is what it was."""

    CHANGED = "changed"
    """What was right is right no longer, or something else is asked."""


def sort_of(old: Card, new: Card, language: str) -> Sort:
    """Return what sort of edit made ``new`` of ``old``; ``language`` is that of the bank now.

    The answer is the same when the new question still takes every answer that the old one
    took; more accepted answers are no change. A number has to be the same one, whatever the
    tolerance takes as well, or lie in the range that is right now. A claim that is true or
    false is its own answer, so only its spelling may differ. Both cards have the parts that
    they name.
    """
    if not _still_right(old, new, language):
        return Sort.CHANGED
    shown = _shown(old), _shown(new)
    same = shown[0] == shown[1] or _spelling_apart(shown[0], language) == _spelling_apart(shown[1], language)
    return Sort.CORRECTED if same else Sort.REWORDED


def after_edit(state: CardState, last: Step, edit: Edit | None) -> CardState:
    """Return the state of a card whose last answer is ``last``, after its newest edit, if there is any.

    An edit is settled once the card was answered as it reads since, also before the edit, on
    another device or because it read so earlier; an answer to what it read before, given
    later in a sitting that was open, does not settle it. Until then the card is due on the
    day of the edit, or earlier if it was. Its memory stays.
    """
    if edit is None or is_settled(edit, last):
        return state
    due_on = min(state.due_on, edit.day)
    return replace(state, due_on=due_on, interval_days=max((due_on - state.last_day).days, 0))


def is_settled(edit: Edit, last: Step) -> bool:
    """Whether a card whose last answer is ``last`` was answered as it reads since an edit."""
    if edit.old == edit.new:  # the same text means something else, as numbers do in another language
        return last.id > edit.id
    return last.revision == edit.new or (last.id > edit.id and last.revision != edit.old)


def _still_right(old: Card, new: Card, language: str) -> bool:
    """Whether what was right is right in the new question."""
    match old.question, new.question:
        case (TextQuestion(), TextQuestion()) | (ClozeQuestion(), ClozeQuestion()):
            return old.accepted == new.accepted or all(
                _takes(new, answer, language) for answer in old.accepted
            )
        case (NumberQuestion() as one, NumberQuestion() as other):
            same = (one.value, one.upper, one.unit) == (other.value, other.upper, other.unit)
            # What is near enough for a learner may still be another number.
            exact = Card(new.bank, replace(other, tolerance=None), new.part)
            return same or all(_takes(exact, end, language) for end in _ends(one, language))
        case (DateQuestion() as one, DateQuestion()):
            return _takes(new, str(one.date), language)
        case (TrueFalseQuestion() as one, TrueFalseQuestion() as other):
            claims = (_spelling_apart([claim.ask], language) for claim in (one, other))
            return one.answer == other.answer and len({*claims}) == 1
        case (RecallQuestion(), RecallQuestion()):
            return _alike(old.right, new.right, language)
        case (one, other):
            return _same_picks(one, other, language)


def _same_picks(old: Question, new: Question, language: str) -> bool:
    """Whether the same options are right; kinds that differ, or are not picked from, are not the same."""
    match old, new:
        case (ChoiceQuestion(), ChoiceQuestion()):
            return _alike(old.answer, new.answer, language)
        case (SeveralQuestion(), SeveralQuestion()):
            return _same_set([(text,) for text in old.answers], [(text,) for text in new.answers], language)
        case (OrderQuestion(), OrderQuestion()):
            return _same_row(old.items, new.items, language)
        case (MatchQuestion(), MatchQuestion()):
            return _same_set(old.pairs, new.pairs, language)
        case _:
            return False


def _takes(card: Card, answer: str, language: str) -> bool:
    from quiz.grading import grade  # noqa: PLC0415 - slow to load, and few loads find a changed answer

    return grade(card, Typed(answer), language=language).verdict is Verdict.RIGHT


def _ends(question: NumberQuestion, language: str) -> Iterator[str]:
    """Yield the number, or both ends of a range, as typed in a language, with the unit."""
    for end in (question.value, question.upper):
        if end is not None:
            digits = f"{end:f}".replace(".", decimal_mark(language))
            yield f"{digits} {question.unit}" if question.unit else digits


def _alike(old: str, new: str, language: str) -> bool:
    """Whether ``old`` would be right if it were typed where ``new`` is wanted."""
    wanted = TextQuestion(id="", ask="", location=_NOWHERE, answer=new)
    return old == new or _takes(Card("", wanted), old, language)


def _same_row(old: Sequence[str], new: Sequence[str], language: str) -> bool:
    """Whether these texts are alike, one by one."""
    return len(old) == len(new) and all(
        _alike(one, other, language) for one, other in zip(old, new, strict=True)
    )


def _same_set(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]], language: str) -> bool:
    """Whether there are as many rows, and each old one is among the new ones."""
    return len(old) == len(new) and all(
        row in new or any(_same_row(row, other, language) for other in new) for row in old
    )


def _shown(card: Card) -> tuple[str, ...]:
    """Return what a learner is shown, options in an order of their own."""
    return (card.prompt, *sorted(card.question.options()))


def _spelling_apart(texts: Sequence[str], language: str) -> tuple[str, ...]:
    """Return the texts, a prompt and options, without case, space, punctuation, typography."""
    from quiz.grading.fold import plain  # noqa: PLC0415 - likewise

    prompt, *options = (plain(text, language) for text in texts)
    return (prompt, *sorted(options))
