"""Grading a typed text, of a text question or a hole of a cloze."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from quiz.grading.difference import LONGEST, difference
from quiz.grading.fold import Form, forms, plain, primary
from quiz.grading.judgement import HALF, Finding
from quiz.grading.picks import NOTHING
from quiz.grading.slips import slip
from quiz.grading.tables import GENDERLESS
from quiz.question import ClozeQuestion
from quiz.review import Verdict
from quiz.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from quiz.card import Card

CLOSE = 0.6
ALIKE = 0.4
FEWEST_LETTERS = 4
_OPTIONAL = re.compile(r"(?<!\S)\((?=[^()]*[^\W\d_]{3})[^()]*\)(?!\S)")


def grade_typed(card: Card, text: str, language: str, rivals: Collection[str]) -> Finding:
    """Return right when ``text`` is the same as any accepted answer, after folding.

    Near is one slip (see ``slips``), or another article in a language with genders, and
    never a text that is one of ``rivals`` or fills another hole of the same cloze.
    """
    if not plain(text, language):
        return NOTHING
    return (
        _right(card.accepted, text, language)
        or _rival([*rivals, *_other_holes(card)], card.accepted, text, language)
        or _near(card.accepted, text, language)
        or _wrong(card.accepted, text, language)
    )


def _right(accepted: Sequence[str], text: str, language: str) -> Finding | None:
    for answer in accepted:
        if plain(answer, language) == plain(text, language):
            return Finding(Verdict.RIGHT, 1.0, matched=answer)
    mine = forms(text, language)
    for answer in accepted:
        if _same(mine, _accepted_forms(answer, language), language):
            return Finding(Verdict.RIGHT, 1.0, f"it is written {clean_line(answer)}", matched=answer)
    return None


def _same(mine: Collection[Form], theirs: Collection[Form], language: str) -> bool:
    free = primary(language) in GENDERLESS
    return any(
        one.rest == other.rest
        and (free or one.article == other.article or not (one.article and other.article))
        for one in mine
        for other in theirs
    )


def _rival(rivals: Collection[str], accepted: Sequence[str], text: str, language: str) -> Finding | None:
    rests = _rests(forms(text, language))
    if any(rests & _rests(forms(rival, language)) for rival in _alike(rivals, text)):
        return _wrong(accepted, text, language)._replace(note="That is the answer to another question")
    return None


def _alike(rivals: Collection[str], text: str) -> Iterator[str]:
    """Yield the rivals that may fold to the same as ``text``: folding 100,000 would take seconds."""
    found = process.extract_iter(
        text, rivals, scorer=OSA.normalized_similarity, processor=str.casefold, score_cutoff=ALIKE
    )
    return (rival for rival, _, _ in found)


def _near(accepted: Sequence[str], text: str, language: str) -> Finding | None:
    mine = _rests(forms(text, language))
    for answer in accepted:
        theirs = _rests(_accepted_forms(answer, language))
        note = "the article is another" if mine & theirs else _slip(mine, theirs, primary(language))
        if note:
            pieces = difference(text, answer)
            return Finding(Verdict.NEAR, HALF, f"Nearly: {note}", matched=answer, difference=pieces)
    return None


def _slip(mine: Collection[str], theirs: Collection[str], code: str) -> str | None:
    found = (slip(one, other, code) for one in sorted(mine) for other in sorted(theirs))
    return next((clause for clause in found if clause), None)


def _wrong(accepted: Sequence[str], text: str, language: str) -> Finding:
    likeness = {answer: _likeness(answer, text, language) for answer in accepted}
    closest = max(accepted, key=lambda answer: likeness[answer])
    if likeness[closest] < CLOSE:
        return Finding(Verdict.WRONG, 0.0, "That is not the answer", matched=closest)
    pieces = difference(text, closest)
    return Finding(Verdict.WRONG, 0.0, "Close, but not the same", matched=closest, difference=pieces)


def _likeness(answer: str, text: str, language: str) -> float:
    if max(len(answer), len(text)) > LONGEST:
        return 0.0
    mine, theirs = _rests(forms(text, language)), _rests(forms(answer, language))
    return max(OSA.normalized_similarity(one, other) for one in mine for other in theirs)


def _accepted_forms(answer: str, language: str) -> frozenset[Form]:
    """Return the forms of an accepted answer, also without a part that stands in brackets."""
    short = _OPTIONAL.sub(" ", answer)
    if short == answer or sum(map(str.isalpha, short)) < FEWEST_LETTERS:
        return forms(answer, language)
    return forms(answer, language) | forms(short, language)


def _rests(folded: Collection[Form]) -> frozenset[str]:
    return frozenset(form.rest for form in folded)


def _other_holes(card: Card) -> list[str]:
    """Return what fills the other holes of a cloze; empty for other kinds."""
    question = card.question
    if not isinstance(question, ClozeQuestion):
        return []
    return [answer for part in question.parts() if part != card.part for answer in question.accepted(part)]
