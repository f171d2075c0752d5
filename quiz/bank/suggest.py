"""What a misspelt or misplaced key, or a kind by its name in other tools, was meant to be."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from quiz.question import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NEAR = 0.6
"""Least likeness of a suggestion: 1 minus edits over the length of the longer word."""

_WRITTEN_FOR = {
    "ask": "question q prompt stem frage pregunta domanda vraag",
    "claim": "statement assertion proposition question",
    "cloze": "sentence gap gaps fill blank",
    "answer": "correct a solution right response truth antwort lösung réponse respuesta risposta antwoord",
    "front": "question q prompt term word",
    "back": "a solution definition meaning translation",
    "answers": "correct solutions",
    "accept": "also aliases synonyms variants",
    "wrong": "distractors incorrect false falsch",
    "options": "choices alternatives optionen opciones opzioni",
    "number": "value amount zahl",
    "date": "year when day datum",
    "order": "sequence steps ordering sort",
    "match": "matching",
    "unit": "units einheit",
    "why": "explanation explain reason because rationale feedback warum erklärung",
    "hint": "clue tip hinweis indice pista",
    "tags": "topic topics category categories keywords",
    "kind": "type",
    "group": "cluster",
    "source": "reference ref citation text quelle fuente fonte",
    "paragraph": "para par p absatz",
    "quote": "quotation citation cite words zitat",
    "document": "file text path",
    "questions": "items cards entries fragen preguntas domande",
    "title": "name titel titre título titolo",
    "description": "about summary beschreibung",
    "language": "lang locale sprache langue idioma",
}
_PAIRS = {
    "correct answer": "answer",
    "right answer": "answer",
    "correct answers": "answers",
    "right answers": "answers",
    "wrong answer": "wrong",
    "wrong answers": "wrong",
    "incorrect answers": "wrong",
    "true or false": "claim",
}

_KINDS = {
    Kind.CHOICE: "multiple-choice multichoice mcq mc single-choice single-select one-choice radio",
    Kind.SEVERAL: "multi-select multiple-select multiple-answer multiple-answers multiple-response"
    " multiple-correct select-all checkbox checkboxes",
    Kind.TRUE_FALSE: "true-or-false boolean bool tf yes-no claim",
    Kind.CLOZE: "fill-in fill-in-blank fill-in-blanks fill-in-the-blank fill-in-the-blanks fill-blank"
    " gap gaps gap-fill gap-text missing-word blank",
    Kind.TEXT: "short-answer short short-text free-text open typed type-in string",
    Kind.MATCH: "matching pairs match-pairs matching-pairs",
    Kind.ORDER: "ordering sequence sort sorting ranking",
    Kind.NUMBER: "numeric numerical numeric-answer integer decimal quantity",
    Kind.DATE: "year day",
    Kind.RECALL: "basic front-back flashcard flash-card card essay basic-card",
}
"""Names of kinds in Anki, Moodle, QTI, Canvas and the like."""


def _synonyms() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {word: (name,) for word, name in _PAIRS.items()}
    for name, words in _WRITTEN_FOR.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), name)
    return found


SYNONYMS: Mapping[str, tuple[str, ...]] = MappingProxyType(_synonyms())
"""Words that people write for a key, each with the keys that it may mean, the likeliest first."""


def meant(word: str, names: Iterable[str]) -> str | None:
    """Return the one of ``names`` that ``word`` says in other words or misspells, or None."""
    names = tuple(names)
    if word.casefold() in names:
        return word.casefold()
    plain = word.strip().casefold().replace("_", " ").replace("-", " ")
    said = next((name for name in SYNONYMS.get(plain, ()) if name in names), None)
    return said or nearest(word, names)


def kind_meant(word: str) -> Kind | None:
    """Return the kind that ``word`` is another name or a misspelling of, or None.

    Case and what joins its words do not count.
    """
    guess = _KIND_NAMES.get(_joined(word)) or nearest(word, map(str, Kind))
    return None if guess is None else Kind(guess)


def _joined(word: str) -> str:
    return _JOINT.sub("", word.casefold())


_JOINT = re.compile(r"[\W_]+")
_KIND_NAMES = {_joined(word): kind for kind, words in _KINDS.items() for word in (kind, *words.split())}


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Return the name that ``word`` most resembles, or None when none is near.

    Likeness is the optimal string alignment distance, which counts two swapped letters once;
    among names that are equally near, one of the same letters comes first.
    """
    from rapidfuzz import process  # noqa: PLC0415 - only a fault needs it, and it takes as long as all else
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - likewise

    plain = word.strip().casefold()
    scorer = OSA.normalized_similarity
    found = process.extract(plain, tuple(names), scorer=scorer, score_cutoff=NEAR, limit=None)
    letters = sorted(plain)
    return max(found, key=lambda one: (one[1], sorted(one[0]) == letters))[0] if found else None
