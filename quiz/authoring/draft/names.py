"""Runs of capitalised words, and what they name by themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.draft import gazetteer
from quiz.authoring.draft.mention import Sort
from quiz.authoring.draft.words import (
    BODY_WORDS,
    DEMONYMS,
    DIRECTIONS,
    MONTHS,
    NO_BODIES,
    OF_HEADS,
    PARTICLES,
    PLACE_WORDS,
    STARTERS,
    THING_WORDS,
    TITLE_MODIFIERS,
    TITLES,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FEWEST_PERSON, MOST_PERSON = 2, 5
"""Words of the full name of a person."""

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.(?= [^\W\d_a-z])|[^\W\d_][\w&]*(?:[\u2019'\u2018-][^\W_]+)*|\d[\w.,]*"
)
_POSSESSIVE = re.compile(r"[\u2019'\u2018]s$|(?<=s)[\u2019'\u2018]$")
_ROMAN = re.compile(r"[IVXLC]+")
_NO_NAMES = frozenset(word.casefold() for word in (*MONTHS, *WEEKDAYS)) | {
    "i",
    "i'm",
    "i\u2019m",
    "mr",
    "mrs",
    "ms",
    "ok",
}


class Token(NamedTuple):
    """A word of a sentence and where it stands; a possessive ending does not belong to it."""

    start: int
    end: int
    text: str
    owns: bool = False

    @property
    def low(self) -> str:
        """The word without capitals and dots."""
        return self.text.casefold().rstrip(".")


class Run(NamedTuple):
    """Words that make one name, and where its phrase begins; ``titled``: a title stands before them."""

    tokens: tuple[Token, ...]
    begin: int
    titled: bool

    @property
    def text(self) -> str:
        """The name."""
        return " ".join(token.text for token in self.tokens)


def tokens(text: str) -> list[Token]:
    """Return the words of a sentence in order; what is written with digits is one too."""
    found = []
    for match in _TOKEN.finditer(text):
        owned = _POSSESSIVE.search(match[0])
        end = match.start() + owned.start() if owned else match.end()
        found.append(Token(match.start(), end, text[match.start() : end], owned is not None))
    return found


def is_capital(word: str) -> bool:
    """Whether a word is written as a name is."""
    return word[:1].isupper()


def runs(text: str, ordinary: frozenset[str]) -> Iterator[Run]:
    """Yield the names of a sentence in order.

    ``ordinary`` holds the words that the whole text writes small somewhere: at the beginning
    of a sentence they are no names.
    """
    found = tokens(text)
    at = 0
    while at < len(found):
        end = _end(found, at, text)
        if end > at:
            yield from _names(found, at, end, text, ordinary)
        at = max(end, at + 1)


def _end(found: Sequence[Token], at: int, text: str) -> int:
    """Return where the capitalised run that begins at ``at`` ends; ``at`` itself when none does."""
    if not is_capital(found[at].text) or found[at].low in _NO_NAMES:
        return at
    end = at + 1
    while end < len(found) and _goes_on(found, end, text):
        if is_capital(found[end].text):
            end += 1
        else:
            step = _link(found, at, end, text)
            if not step:
                break
            end += step
    return end


def _goes_on(found: Sequence[Token], end: int, text: str) -> bool:
    last, token = found[end - 1], found[end]
    gap = text[last.end : token.start]
    if last.owns:
        return token.low in BODY_WORDS | PLACE_WORDS and is_capital(token.text)
    return gap in (" ", "\N{NO-BREAK SPACE}") and token.low not in _NO_NAMES


def _link(found: Sequence[Token], at: int, end: int, text: str) -> int:
    """Return how many small words and the capital behind them go on with a name; 0 for none.

    `of` goes on behind words such as University, `for` as well where the name is that of a body.
    """
    small = [token.low for token in found[end : end + 3]]
    body = any(token.low in BODY_WORDS for token in found[at:end])
    linking = {"of", "for"} if body else {"of"} if found[end - 1].low in OF_HEADS else set()
    if small[0] in linking:
        length = 3 if small[1:2] == ["the"] else 2
    elif small[0] in PARTICLES:
        length = 3 if len(small) > 1 and small[1] in PARTICLES else 2
    else:
        return 0
    linked = found[end : end + length]
    spaced = all(text[one.end : two.start] == " " for one, two in zip(found[end - 1 :], linked, strict=False))
    whole = len(linked) == length and is_capital(linked[-1].text) and linked[-1].low not in _NO_NAMES
    return length if spaced and whole else 0


def _names(found: Sequence[Token], at: int, end: int, text: str, ordinary: frozenset[str]) -> Iterator[Run]:
    words = list(found[at:end])
    if not text[: words[0].start].strip("“\"'\u2018([ ") and _is_ordinary(words, ordinary):
        words = words[1:]
    while words and words[0].low in {"the", "a", "an"}:
        words = words[1:]
    if not words:
        return
    begin = words[0].start
    words, titled = _untitled(words)
    before = _titles_before(found, at if words and words[0] is found[at] else end)
    if not titled and before < at and words and words[0] is found[at]:
        begin, titled = found[before].start, True
    for number, part in enumerate(_parts(words)):
        yield Run(tuple(part), begin if number == 0 else part[0].start, titled and number == 0)


def _is_ordinary(words: Sequence[Token], ordinary: frozenset[str]) -> bool:
    """Whether the first word of a sentence has its capital for that alone."""
    first = words[0]
    if first.low in STARTERS:
        return True
    known = first.text in gazetteer.FIRST_NAMES or _place(first.text) is not None or first.low in TITLES
    if known or (len(words) > 1 and _place(" ".join(word.text for word in words)) is not None):
        return False
    return first.low in ordinary and not first.text.isupper()


def _untitled(words: list[Token]) -> tuple[list[Token], bool]:
    """Return the words without the titles at their beginning, and whether there were any.

    `President of Chile`, `US President` and `Prime Minister` are titles.
    """
    at = 0
    lead = _lead(words)
    if lead < len(words) and words[lead].low in TITLES | TITLE_MODIFIERS and not words[lead].owns:
        at = lead
    titled = False
    while at < len(words) and words[at].low in TITLES | TITLE_MODIFIERS and not words[at].owns:
        titled = titled or words[at].low in TITLES
        at += 1
    if titled and at < len(words) and words[at].low == "of":
        at = _office(words, at + 1)
    return (words[at:], True) if titled else (words, False)


def _lead(words: Sequence[Token]) -> int:
    """Return how many words a country or a people before a title takes: `US`, `Russian`, `New Zealand`."""
    for length in (3, 2, 1):
        name = " ".join(word.text for word in words[:length])
        if len(words) > length and (_place(name) or name.casefold() in DEMONYMS or name in gazetteer.BODIES):
            return length
    return 0


def _office(words: Sequence[Token], at: int) -> int:
    """Return where the name begins behind `President of ...`."""
    for length in (3, 2, 1):
        if _place(" ".join(word.text for word in words[at : at + length])):
            return at + length
    return next((n for n in range(at, len(words)) if words[n].text in gazetteer.FIRST_NAMES), len(words))


def _titles_before(found: Sequence[Token], at: int) -> int:
    """Return where small titles before a name begin (`foreign minister Ana Rojas`); ``at`` for none."""
    start = at
    while (
        start and found[start - 1].low in TITLES | TITLE_MODIFIERS and not is_capital(found[start - 1].text)
    ):
        start -= 1
    if start < at and found[start].low == "the":
        start += 1
    return start if start < at and found[at - 1].low in TITLES else at


def _parts(words: list[Token]) -> Iterator[list[Token]]:
    """Yield the names that stand in one run without anything between them."""
    if not words:
        return
    first = next((n for n in range(1, len(words) - 1) if words[n].text in gazetteer.FIRST_NAMES), 0)
    head = [word.low for word in words[:first]]
    if (
        first
        and (any(word in BODY_WORDS for word in head) or _place(words[first - 1].text))
        and "of" not in head[-1:]
    ):
        yield words[:first]
        words = words[first:]
    if (
        len(words) > FEWEST_PERSON
        and words[0].text in gazetteer.FIRST_NAMES
        and words[-1].text in gazetteer.COUNTRIES
    ):
        yield words[:-1]
        words = words[-1:]
    yield words


def _place(name: str) -> Sort | None:
    name = gazetteer.SAME.get(name, name)
    if name in gazetteer.COUNTRIES:
        return Sort.COUNTRY
    if name in gazetteer.CITIES:
        return Sort.CITY
    return Sort.REGION if name in gazetteer.REGIONS else None


def sort_of(run: Run) -> Sort | None:
    """Return what sort of thing a run names, NAME where it does not say, None where it is no name."""
    text, low = run.text, [token.low for token in run.tokens]
    known = _place(text)
    if known is not None and not (run.titled and text in gazetteer.FIRST_NAMES):
        return known
    if gazetteer.SAME.get(text, text) in gazetteer.BODIES:
        return Sort.BODY
    if len(low) == 1 and (
        low[0] in DEMONYMS | TITLES | STARTERS | DIRECTIONS | BODY_WORDS
        or len(text) == 1
        or text[0].isdigit()
    ):
        return None
    return _sort_by_words(run, low)


def _sort_by_words(run: Run, low: Sequence[str]) -> Sort:
    if any(word in BODY_WORDS for word in low):
        return Sort.BODY
    if any(word in PLACE_WORDS for word in (low[0], low[-1])):
        return Sort.REGION
    if _is_person(run, low):
        return Sort.PERSON
    return Sort.BODY if _is_acronym(run.text) else Sort.NAME


def _is_acronym(text: str) -> bool:
    return text.isupper() and text.isalpha() and text not in NO_BODIES and not _ROMAN.fullmatch(text)


def _is_person(run: Run, low: Sequence[str]) -> bool:
    if any(token.text[0].isdigit() for token in run.tokens) or any(word in {"of", "the"} for word in low):
        return False
    if run.titled:
        return len(low) <= MOST_PERSON
    if not THING_WORDS.isdisjoint(low):
        return False
    first = run.tokens[0].text
    initials = len(first) == 2 and first[1] == "."  # noqa: PLR2004 - a letter and its dot
    return FEWEST_PERSON <= len(low) <= MOST_PERSON and (first in gazetteer.FIRST_NAMES or initials)
