"""What a misspelt or misplaced key was meant to be."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

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
