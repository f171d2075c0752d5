"""When a sentence gives its own answer away, and what can stand in for what it names."""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from quiz.authoring.draft import gazetteer
from quiz.authoring.draft.figures import value
from quiz.authoring.draft.mention import NAMES, Mention, Sort
from quiz.authoring.draft.mentions import Lexicon, has_article
from quiz.authoring.draft.ordering import keeps_order
from quiz.authoring.draft.words import FIRST_PERSON, STARTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

STEM = 5
"""First letters by which two words are of one family: Ukraine, Ukrainian."""

WITHIN, YEARS_WITHIN = 10, 150
"""How far apart two numbers may lie to be exchanged: a factor, and years."""

NEXT_YEARS = 2030
"""A year that few texts are about or beyond, from which it is told how long ago something was."""

FEWEST_LEFT = 3
"""Words of more than three letters that a sentence with a hole still needs."""

LONGEST_NAME = 60

SHORT_MONTH = 3

PER_CENT = 100
_PERCENT = re.compile(r" ?%| per ?cent")
_SCALES = frozenset(("thousand", "million", "billion", "trillion"))
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_FOUR = re.compile(r"\d{4}")
_WORD = re.compile(r"[^\W_]+")
_MORE = re.compile(
    r"(?:more than|over|at least|above|exceeding|no fewer than|no less than) [$€£]?$", re.IGNORECASE
)
_LESS = re.compile(
    r"(?:less than|under|fewer than|at most|up to|below|no more than|nearly|almost) [$€£]?$", re.IGNORECASE
)


def words(text: str) -> list[str]:
    """Return the words of a text without case and punctuation."""
    return [word.casefold() for word in _WORD.findall(text)]


def is_personal(text: str) -> bool:
    """Whether somebody speaks of himself in a text."""
    return has_any(text, FIRST_PERSON)


def outside_quotes(text: str) -> str:
    """Return a text without what stands in quotation marks."""
    return _QUOTED.sub("", text)


def has_any(text: str, small: frozenset[str]) -> bool:
    """Whether one of the pronouns ``small`` stands in a text; the US is no `us`."""
    said = (word if word == "I" or not word.isupper() else "" for word in _WORD.findall(text))
    return any(word.casefold() in small for word in said)


def gives_away(text: str, mention: Mention, mentions: tuple[Mention, ...]) -> bool:
    """Whether the rest of a sentence names what is asked for, or holds a word of its family."""
    if any(other.thing == mention.thing and other.start != mention.start for other in mentions):
        return True
    rest = set(words(text[: mention.start] + " " + text[mention.end :]))
    own = words(f"{mention.text} {mention.thing}")
    return any(
        _is_in(word, rest) for word in own if word not in STARTERS and (len(word) > 1 or word.isdigit())
    )


def _is_in(word: str, rest: set[str]) -> bool:
    return word in rest or (len(word) >= STEM and any(other.startswith(word[:STEM]) for other in rest))


def is_jumbled(mentions: tuple[Mention, ...]) -> bool:
    """Whether names stand side by side with nothing between them, as where words were lost."""
    return any(one.sort in NAMES and two.start == one.end + 1 for one, two in pairwise(mentions))


def is_told(text: str, *mentions: Mention) -> bool:
    """Whether a sentence says enough without these mentions."""
    for mention in sorted(mentions, reverse=True):
        text = text[: mention.start] + text[mention.end :]
    return sum(len(word) > len("the") for word in words(text)) >= FEWEST_LEFT


def accepted(mention: Mention) -> list[str]:
    """Return other ways to give an answer: other names of a thing, the last name of a person, `Oct`."""
    if mention.sort is Sort.MONTH:
        return [mention.text[:SHORT_MONTH]] if len(mention.text) > SHORT_MONTH else []
    if mention.sort is Sort.PERSON:
        names = [mention.thing, mention.thing.split()[-1]]
    else:
        names = [mention.thing, *gazetteer.ALSO.get(mention.thing, ())] if mention.sort in NAMES else []
    return [name for name in dict.fromkeys(names) if name != mention.text]


def others(text: str, mention: Mention, lexicon: Lexicon, *, article: bool = True) -> Iterator[str]:
    """Yield what the whole text names of the same sort and a sentence does not, the most named first.

    Numbers are those of the same shape and similar size, years and dates those that leave the
    ones of the sentence in order. ``article``: only what has `the`
    before it where this has. Nothing for names of no known sort.
    """
    if mention.sort in {Sort.NAME, Sort.WEEKDAY} or _is_attribute(text, mention):
        return
    said = set(words(text))
    articled = has_article(text, mention)
    percent = _PERCENT.match(text[mention.end :]) is not None
    in_order = keeps_order(text, mention)
    for thing, shown in lexicon.things(mention.sort):
        if mention.sort not in NAMES:
            fits = _alike(mention, shown) and not (percent and (value(shown) or 0) > PER_CENT)
            fits = fits and in_order(shown)
        else:
            fits = not article or lexicon.is_articled(thing) == articled
        if fits and len(shown) <= LONGEST_NAME and not _is_said(shown, said):
            yield shown


def _is_said(name: str, said: set[str]) -> bool:
    """Whether a word of a name, or one of its family, is among ``said``."""
    return any(_is_in(word, said) for word in words(name) if word not in STARTERS)


def _is_attribute(text: str, mention: Mention) -> bool:
    """Whether the short name of a country stands for its adjective: `US authorities`."""
    short = mention.sort is Sort.COUNTRY and mention.text != mention.thing and mention.text.isupper()
    return short and text[mention.end : mention.end + 2].strip().islower()


def _alike(mention: Mention, other: str) -> bool:
    """Whether two figures are written alike and lie near one another."""
    if _shape(mention.text) != _shape(other):
        return False
    if mention.sort in {Sort.YEAR, Sort.DATE}:
        return _near_in_time(mention.text, other)
    if mention.sort is not Sort.NUMBER:
        return True
    one, two = value(mention.text), value(other)
    if not one or not two or one == two:
        return False
    exact = abs(len(_digits(mention.text)) - len(_digits(other))) <= 1
    return exact and Decimal(1) / WITHIN <= one / two <= WITHIN


def _digits(number: str) -> str:
    """Return the digits that tell how exactly a number is given."""
    return re.sub(r"\D", "", number).rstrip("0")


def _near_in_time(one: str, two: str) -> bool:
    """Whether two years or dates are not the same and may be taken for each other.

    The longer ago, the further apart they may be: from 10 years to 150.
    """
    first, second = _FOUR.search(one), _FOUR.search(two)
    if first is None or second is None:
        return one != two
    apart = max(10, min(YEARS_WITHIN, (NEXT_YEARS - int(first[0])) // 2))
    return one != two and abs(int(first[0]) - int(second[0])) <= apart


@functools.lru_cache(maxsize=8192)
def _shape(text: str) -> tuple[bool, bool, tuple[str, ...]]:
    """Return what tells the spelling of figures apart: digits or words, decimals, words such as million."""
    scale = tuple(word for word in words(text) if word in _SCALES)
    return text[0].isdigit(), "." in text, (str(len(text.split())), *scale)


def contradicts(text: str, mention: Mention, other: str) -> bool:
    """Whether a sentence is false with ``other`` in place of a mention: `more than 20` holds for 15 too."""
    before = text[: mention.start]
    one, two = value(mention.text), value(other)
    if one is None or two is None or mention.sort is not Sort.NUMBER:
        return True
    return two > one if _MORE.search(before) else two < one if _LESS.search(before) else True


def exchanged(text: str, mention: Mention, other: str) -> str:
    """Return a sentence with ``other`` in place of a mention."""
    return text[: mention.start] + other + text[mention.end :]


def best(mentions: tuple[Mention, ...], lexicon: Lexicon) -> Iterator[tuple[float, Mention]]:
    """Yield how much is asked by asking for a mention, with it; what is named all over counts least."""
    for mention in mentions:
        yield WORTH[mention.sort] + 1 / lexicon.counts[mention.thing], mention


WORTH = {
    Sort.NUMBER: 4.0, Sort.YEAR: 4.0, Sort.DATE: 4.0, Sort.PERSON: 3.5, Sort.CITY: 3.5, Sort.REGION: 3.0,
    Sort.BODY: 3.0, Sort.COUNTRY: 2.5, Sort.NAME: 1.0, Sort.MONTH: 2.0, Sort.WEEKDAY: 0.0,
}  # fmt: skip
"""How much is asked by asking for a mention of a sort."""
