"""Grading a typed text, of a text question or a hole of a cloze."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from quiz.grading.difference import LONGEST, difference
from quiz.grading.exact import CLOSE, grade_exact
from quiz.grading.figures import is_number_word
from quiz.grading.fold import Form, forms, plain, primary, spellings
from quiz.grading.judgement import HALF, Finding, Piece
from quiz.grading.optional import ways
from quiz.grading.picks import NOTHING
from quiz.grading.slips import slip
from quiz.grading.tables import GENDERLESS
from quiz.question import ClozeQuestion
from quiz.review import Verdict
from quiz.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from quiz.card import Card

ALIKE = 0.4
MOST_REPEATED = 3
_FRENCH_ENDING = re.compile("(?<=[ivxlcdm])i?e(?:me)?$")
_ROMAN = re.compile("(?=.)m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


def grade_typed(card: Card, text: str, language: str, rivals: Collection[str]) -> Finding:
    """Return right when ``text`` is the same as any accepted answer, after folding.

    In a hole the words of the sentence beside it may be repeated: ``in 1949`` behind ``in``.
    Near is one slip (see ``slips``), another article in a language with genders, or a name
    turned around a comma, and never a text that is one of ``rivals`` or fills another hole of the
    same cloze, nor one that is a slip of such a text as well. An ``exact`` question is judged by
    ``grade_exact``.
    """
    if card.question.exact:
        return grade_exact(card.accepted, text)
    if not plain(text, language):
        return NOTHING
    return (
        _right(card.accepted, text, language)
        or _right_with_sentence(card, text, language)
        or _near_alone([*rivals, *_other_holes(card)], card.accepted, text, language)
        or _wrong(card.accepted, text, language)
    )


def _near_alone(rivals: Collection[str], accepted: Sequence[str], text: str, language: str) -> Finding | None:
    """Return near, or what speaks against it; None for a text that is neither near nor a rival's."""
    alike = list(_alike(rivals, text))
    found = _rival(alike, accepted, text, language) or _near(accepted, text, language)
    if found and found.verdict is Verdict.NEAR and _is_slip_of(alike, accepted, text, language):
        return _wrong(accepted, text, language)._replace(
            note="It is as close to the answer of another question"
        )
    return found


def _is_slip_of(rivals: Collection[str], accepted: Sequence[str], text: str, language: str) -> bool:
    """Whether the text is one slip away from a rival that is no accepted answer."""
    right = {rest for answer in accepted for rest in _rests(_accepted_forms(answer, language))}
    others = (rival for rival in rivals if not _rests(forms(rival, language)) & right)
    mine = spellings(text, language)
    return any(_slip(mine, spellings(rival, language), primary(language)) for rival in others)


def _right(accepted: Sequence[str], text: str, language: str) -> Finding | None:
    for answer in accepted:
        if plain(answer, language) == plain(text, language):
            return Finding(Verdict.RIGHT, 1.0, matched=answer)
    mine = forms(text, language)
    for answer in accepted:
        if _same(mine, _accepted_forms(answer, language), language):
            return Finding(Verdict.RIGHT, 1.0, f"it is written {clean_line(answer)}", matched=answer)
    return None


def _right_with_sentence(card: Card, text: str, language: str) -> Finding | None:
    """Return right when a hole was filled along with the words of the sentence right before or behind it."""
    if not isinstance(card.question, ClozeQuestion):
        return None
    before, behind = (plain(words, language).split() for words in _beside(card.question, int(card.part)))
    typed = text.split() if len(text) <= LONGEST else []
    for first, last in product(range(MOST_REPEATED + 1), repeat=2):
        rest = typed[first : len(typed) - last]
        if not rest or not (first or last):
            continue
        head, tail = (
            plain(" ".join(some), language).split() for some in (typed[:first], typed[len(typed) - last :])
        )
        if head == before[len(before) - len(head) :] and tail == behind[: len(tail)]:
            found = _right(card.accepted, " ".join(rest), language)
            if found:
                return found
    return None


def _beside(question: ClozeQuestion, hole: int) -> tuple[str, str]:
    """Return the words of the sentence before and behind a hole, up to the next ones."""
    places = [n for n, piece in enumerate(question.pieces) if not isinstance(piece, str)]
    place = places[hole - 1]
    around = (question.pieces[n] if 0 <= n < len(question.pieces) else "" for n in (place - 1, place + 1))
    before, behind = (piece if isinstance(piece, str) else "" for piece in around)
    return before, behind


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
    if any(rests & _rests(forms(rival, language)) for rival in rivals):
        return _wrong(accepted, text, language)._replace(note="That is the answer to another question")
    return None


def _alike(rivals: Collection[str], text: str) -> Iterator[str]:
    """Yield the rivals that may fold to the same as ``text``: folding 100,000 would take seconds."""
    found = process.extract_iter(
        text, rivals, scorer=OSA.normalized_similarity, processor=str.casefold, score_cutoff=ALIKE
    )
    return (rival for rival, _, _ in found)


def _near(accepted: Sequence[str], text: str, language: str) -> Finding | None:
    mine, rests = spellings(text, language), _rests(forms(text, language))
    for answer in accepted:
        same = rests & _rests(_accepted_forms(answer, language))
        theirs = frozenset(spelling for way in ways(answer) for spelling in spellings(way, language))
        note = "the article is another" if same else _slip(mine, theirs, primary(language))
        if note:
            pieces = _drawn(text, answer, language)
            return Finding(Verdict.NEAR, HALF, f"Nearly: {note}", matched=answer, difference=pieces)
    return _turned(accepted, text, language)


def _turned(accepted: Sequence[str], text: str, language: str) -> Finding | None:
    """Return near for a name as catalogues have it, Lenin, Vladimir, where the answer has no comma."""
    last, comma, first = text[:LONGEST].partition(",")
    without = [answer for answer in accepted if "," not in answer]
    if not (comma and without and last.strip() and first.strip()):
        return None
    found = _right(without, f"{first.strip()} {last.strip()}", language)
    return found and found._replace(
        verdict=Verdict.NEAR, score=HALF, note="Nearly: the words stand in another order"
    )


def _slip(mine: Collection[str], theirs: Collection[str], code: str) -> str | None:
    found = (
        slip(one, other, code)
        for one in sorted(mine)
        for other in sorted(theirs)
        if not _is_another_number(one, other, code)
    )
    return next((clause for clause in found if clause), None)


def _is_another_number(typed: str, right: str, code: str) -> bool:
    """Whether a word that only the typed text has names a number: eighty is no slip of eight.

    Roman figures are numbers too, so that XVII is no slip of XVIII, nor the French XVIIe of XVIIIe.
    """
    if max(len(typed), len(right)) > LONGEST:
        return False
    others = set(typed.split(" ")) - set(right.split(" "))
    if code == "fr":
        others |= {_FRENCH_ENDING.sub("", word) for word in others}
    return any(_ROMAN.fullmatch(word) or is_number_word(word, code) for word in others)


def _wrong(accepted: Sequence[str], text: str, language: str) -> Finding:
    likeness = {answer: _likeness(answer, text, language) for answer in accepted}
    closest = max(accepted, key=lambda answer: likeness[answer])
    if likeness[closest] < CLOSE:
        return Finding(Verdict.WRONG, 0.0, "That is not the answer", matched=closest)
    pieces = _drawn(text, closest, language)
    return Finding(Verdict.WRONG, 0.0, "Close, but not the same", matched=closest, difference=pieces)


def _drawn(text: str, answer: str, language: str) -> tuple[Piece, ...]:
    """Return the difference without what grading ignores, such as an article that is left out."""
    theirs = _accepted_forms(answer, language)
    return difference(
        text, answer, counts_as=lambda other: bool(other) and _same(forms(other, language), theirs, language)
    )


def _likeness(answer: str, text: str, language: str) -> float:
    if max(len(answer), len(text)) > LONGEST:
        return 0.0
    mine, theirs = _rests(forms(text, language)), _rests(forms(answer, language))
    return max(OSA.normalized_similarity(one, other) for one in mine for other in theirs)


def _accepted_forms(answer: str, language: str) -> frozenset[Form]:
    """Return the forms of an accepted answer, also without its optional parts."""
    return frozenset(form for way in ways(answer) for form in forms(way, language))


def _rests(folded: Collection[Form]) -> frozenset[str]:
    return frozenset(form.rest for form in folded)


def _other_holes(card: Card) -> list[str]:
    """Return what fills the other holes of a cloze; empty for other kinds."""
    question = card.question
    if not isinstance(question, ClozeQuestion):
        return []
    return [answer for part in question.parts() if part != card.part for answer in question.accepted(part)]
