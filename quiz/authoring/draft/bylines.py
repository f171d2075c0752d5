"""Lines that say who wrote a text and when, in parts: `By Ada Stone | 14 March 2021 | 6 min read`."""

from __future__ import annotations

import re

from quiz.authoring.draft.phrases import A_DATE, AGO, BYLINE, COMMENTS, PICTURES, compiled
from quiz.authoring.draft.phrases_loose import LOOSE

LONGEST = 160
MOST_WORDS = 24
"""Characters and words of a line that says no more than that."""

_NAME = r"[^\W\d_a-z][\w.\u2019'-]*(?: (?:[^\W\d_a-z][\w.\u2019'-]*|de|der|van|von|la|del|bin|al)){0,4}"
_NAMES = rf"{_NAME}(?:(?:,| and| &|, and) {_NAME}){{0,4}}"
_PARTS = re.compile(r"\s*[|·•]\s*|\s+[\u2013\u2014/-]+\s+")
_NUMERIC = r"(?:\d{4}([./-])\d{1,2}\1\d{1,2}|\d{1,2}([./-])\d{1,2}\2\d{4})(?:,? \d{1,2}:\d\d)?"
_IN_WORDS = rf"(?=.*[a-z]{{3}})(?=.*\d{{4}})(?:on )?{A_DATE}"
_DATE = re.compile(rf"{_NUMERIC}|{_IN_WORDS}", re.IGNORECASE)
_SCHOOL = "(?:University|Institute|School|College|Department|Museum)"
_FROM = rf"(?:the )?(?:[A-Z][\w\u2019'-]+ )*{_SCHOOL}\b[\w ,]{{0,60}}"
_SIGNED = re.compile(
    rf"(?i:(?:posted|written|published|reported|words|text|story|{PICTURES})?\s*\bby):? {_NAMES}"
    rf"(?:, {_FROM}|,? ?(?i:on {A_DATE}|{_IN_WORDS}))?"
)
_AGO = re.compile(AGO, re.IGNORECASE)
_LABEL = re.compile(rf"{_NAME}")
_PHRASES = compiled({sort: LOOSE[sort] for sort in (BYLINE, COMMENTS)})
_COUNTED = re.compile(r"(?:\d+|no) (?:comments?|replies|views|shares)", re.IGNORECASE)


def is_credit(line: str) -> bool:
    """Whether a line says who wrote a text or when it appeared, and nothing else but the like of it."""
    bare = line.replace("*", "").strip(" _")
    if len(bare) > LONGEST or len(bare.split()) > MOST_WORDS:
        return False
    parts = [part for part in _PARTS.split(bare) if part]
    if len(parts) == 1:
        return _is_signed(bare)
    told = [part for part in parts if _is_signed(part) or is_date(part)]
    rest = (part for part in parts if part not in told)
    return bool(told) and all(_says_of_page(part) or _LABEL.fullmatch(part) for part in rest)


def is_date(text: str) -> bool:
    """Whether a text is a date with its year, perhaps with a time, and nothing else."""
    return _DATE.fullmatch(text) is not None


def _is_signed(part: str) -> bool:
    """Whether somebody is named as the one who wrote it, perhaps with where he works, or a date."""
    return _SIGNED.fullmatch(part) is not None


def _says_of_page(part: str) -> bool:
    patterns = (_AGO, _COUNTED, *_PHRASES.values())
    return any(pattern.fullmatch(part) for pattern in patterns)
