"""When two questions ask the same: by the words that carry meaning, and by their answers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.alike import words
from quiz.bank.cloze import filled
from quiz.grading.fold import primary
from quiz.grading.slips import SHORTEST, slip
from quiz.grading.tables import ARTICLES
from quiz.quantity import parse_number
from quiz.question import (
    BLANK,
    ClozeQuestion,
    DateQuestion,
    Hole,
    Kind,
    NumberQuestion,
    Question,
    SeveralQuestion,
    TextQuestion,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from quiz.authoring.material import Material
    from quiz.bank import Written

FEWEST_WORDS = 2
"""So few words that carry meaning are compared at least; shorter prompts have to be equal."""

FEWEST_TO_ADD_TO = 4
"""So many of them at least have two prompts in common of which one has a word more."""

MOST_COMPARED = 20
"""Of questions that a template made, alike but for one word, so many are compared with the next one."""

TYPED = frozenset((Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.RECALL, Kind.CLOZE))
"""Kinds whose prompt says all; others are answered from what is shown below it."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_IDLE = _set(
    "a an the of in on at to for by with from that which what who whom whose when where why how is are "
    "was were be been being am do does did has have had it its this these those there name names named "
    "called give please exactly following correct right"
)
_QUALIFIERS = _set(
    "first second third fourth fifth last next previous former latter new old early late left right male "
    "female north south east west northern southern eastern western upper lower inner outer big small "
    "high low long short more most less least not no never without before after above below under over "
    "only also other another than main major minor young good bad best worst non half double main "
    "official"
)
"""Words that make another question of one, when they are added to it."""

_SIGN = re.compile(r"[^\w\s.,;:!?'\"\u2018-\u201f()\[\]\u2010-\u2015\u2026-]|(?<!\w)-(?=\w)|(?<!\S)-(?!\S)")
_ENDINGS = ("ing", "ied", "ies", "ed", "es", "s", "e", "d")
_SHORTEST_STEM = 3


class Asked(NamedTuple):
    """A question as it is compared: its prompt in pieces, and its answers in normal forms.

    ``words`` are all of the prompt but articles, ``stems`` those that carry meaning, without
    endings, ``signs`` such as ``+`` and ``#``.
    """

    written: Written
    bank: Material
    words: tuple[str, ...]
    stems: tuple[str, ...]
    signs: tuple[str, ...]
    answers: frozenset[str]

    @property
    def is_ordered(self) -> bool:
        """Whether it says something else when its words change places: claims, and what has numbers in it."""
        is_claim = self.written.question.kind is Kind.TRUE_FALSE
        return is_claim or any(map(str.isdecimal, "".join(self.stems)))

    @property
    def sense(self) -> tuple[str, ...]:
        """The stems, in an order of their own where theirs does not count."""
        return self.stems if self.is_ordered else tuple(sorted(self.stems))

    @property
    def place(self) -> str:
        """Where it stands, as `path:line`."""
        where = self.written.question.location
        return f"{where.path}:{where.line}"


def asked(written: Written, bank: Material) -> Asked:
    """Return a question as it is compared with others."""
    language = primary(bank.language)
    said = tuple(word for word in words(_prompt(written.question)) if word not in ARTICLES.get(language, ()))
    stems = tuple(map(_stem, (word for word in said if word not in _IDLE))) if language == "en" else said
    signs = tuple(_SIGN.findall(_prompt(written.question)))
    return Asked(written, bank, said, stems, signs, frozenset(answer_keys(written.question, bank.language)))


def _prompt(question: Question) -> str:
    if isinstance(question, ClozeQuestion):
        return "".join(BLANK if isinstance(piece, Hole) else piece for piece in question.pieces)
    return question.ask


def _stem(word: str) -> str:
    """Take a common ending off: `proposed`, `proposes` and `proposing` are the same word."""
    ending = next(
        (end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _SHORTEST_STEM), ""
    )
    return word[: len(word) - len(ending)]


def answer_keys(question: Question, language: str) -> Iterable[str]:
    """Yield the right answers of a question in a form in which equal ones are equal.

    Each that is accepted stands for itself; several that belong together are one.
    """
    match question:
        case TextQuestion():
            answers: Iterable[str] = question.accepted("")
        case NumberQuestion():
            answers = (question.written,)
        case DateQuestion():
            answers = (str(question.date),)
        case SeveralQuestion():
            answers = ("; ".join(sorted(question.answers)),)
        case ClozeQuestion(pieces=pieces) if len(question.holes()) > 1:
            answers = ("; ".join(filled([hole]) for hole in pieces if isinstance(hole, Hole)),)
        case ClozeQuestion():
            answers = question.accepted("1")
        case _:
            answers = (question.right(""),)
    return [answer_key(answer, language) for answer in answers]


def answer_key(answer: str, language: str) -> str:
    """Return an answer without case, accents, punctuation and articles, a number as its value."""
    value = parse_number(answer, language)
    if value is not None:
        return f"{value.normalize():f}" if abs(value.adjusted()) < len(answer) else str(value.normalize())
    articles = ARTICLES.get(primary(language), frozenset())
    kept = [word for word in words(answer) if word not in articles]
    return " ".join(kept) or " ".join(answer.split())


class Earlier:
    """The questions looked at so far, filed so that the next one is compared with few of them."""

    def __init__(self) -> None:
        self._equal: dict[Hashable, Asked] = {}
        self._typed: dict[Hashable, Asked] = {}
        self._stems: dict[Hashable, Asked] = {}
        self._longer: dict[Hashable, list[Asked]] = defaultdict(list)
        self._but_one: dict[Hashable, list[Asked]] = defaultdict(list)

    def add(self, one: Asked) -> None:
        """File a question; one without words is left out."""
        if not one.words:
            return
        if one.written.question.kind in TYPED:
            self._typed.setdefault((one.words, one.signs), one)
        for answer in one.answers:
            self._equal.setdefault((answer, one.words, one.signs), one)
            self._stems.setdefault((answer, one.sense, one.signs), one)
            for key in _shorter(answer, one):
                self._longer[key].append(one)
            for key in _slips(answer, one):
                self._but_one[key].append(one)

    def again(self, one: Asked) -> Asked | None:
        """Return an earlier question with the same answer and nearly the same prompt, or None.

        They differ in idle words, endings, order, one slip of the hand, or a word more that is
        in small letters and no qualifier. Where numbers stand, and in claims, order counts.
        """
        found = (two for answer in sorted(one.answers) for two in self._alike(answer, one))
        return next(found, None) if one.words else None

    def _alike(self, answer: str, one: Asked) -> Iterator[Asked]:
        equal = self._equal.get((answer, one.words, one.signs))
        if equal is not None:
            yield equal
        if len(one.stems) < FEWEST_WORDS:
            return
        sense = (answer, one.sense, one.signs)
        near = [self._stems.get(sense), *(self._stems.get(key) for key in _shorter(answer, one))]
        yield from (two for two in near if two is not None and _adds_nothing(one, two))
        yield from (two for two in self._longer[sense][:MOST_COMPARED] if _adds_nothing(one, two))
        for key in _slips(answer, one):
            yield from (two for two in self._but_one[key][:MOST_COMPARED] if _is_slip(one, two))

    def otherwise(self, one: Asked) -> Asked | None:
        """Return an earlier question that is equal to the word and has another answer, or None.

        Both are of kinds whose prompt says all, so that a learner cannot tell them apart.
        """
        other = self._typed.get((one.words, one.signs)) if one.written.question.kind in TYPED else None
        return None if other is None or one.answers & other.answers else other


def _shorter(answer: str, one: Asked) -> Iterator[Hashable]:
    """Yield how prompts are filed that have one word less than this one."""
    if not one.is_ordered and len(one.sense) > FEWEST_TO_ADD_TO:
        for place in range(len(one.sense)):
            yield answer, one.sense[:place] + one.sense[place + 1 :], one.signs


def _slips(answer: str, one: Asked) -> Iterator[Hashable]:
    """Yield how prompts are filed that differ in one word of fair length; short ones are no slips."""
    for place, word in enumerate(one.words):
        if len(word) >= SHORTEST - 1 and word.isalpha():
            # The hash alone: with 100,000 questions the words themselves would be much.
            yield hash((answer, place, one.signs, one.words[:place], one.words[place + 1 :]))


def _is_slip(one: Asked, two: Asked) -> bool:
    return slip(" ".join(one.words), " ".join(two.words), primary(one.bank.language)) is not None


def _adds_nothing(one: Asked, two: Asked) -> bool:
    """Whether the word that one of two prompts has more makes no other question of it."""
    shorter, longer = sorted((one, two), key=lambda each: len(each.sense))
    text = _prompt(longer.written.question)
    return not any(_qualifies(stem, text) for stem in Counter(longer.sense) - Counter(shorter.sense))


def _qualifies(stem: str, text: str) -> bool:
    """Whether a word more makes another question: a qualifier, a superlative, a name, a part of code."""
    said = [found[0] for found in re.finditer(rf"(?<![^\W_]){re.escape(stem)}\w*", text, re.IGNORECASE)]
    joined = re.search(rf"_{re.escape(stem)}|{re.escape(stem)}_", text, re.IGNORECASE)
    plain = [word for word in said if word == word.lower() and word not in _QUALIFIERS]
    return joined is not None or not plain or any(word.endswith(("est", "er")) for word in plain)


def mentions(text: Asked, answer: str) -> bool:
    """Whether the prompt of one question says the answer of another, as whole words."""
    return re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", " ".join(text.words)) is not None
