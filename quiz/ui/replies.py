"""A line of input read as the response to a question; the line mode's grammar."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from quiz.question import Kind, MatchQuestion
from quiz.review import Matched, Picked, Rating, Response
from quiz.text import clean_line
from quiz.ui.describe import MOST_TYPED, RATINGS, typed, typed_form

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quiz.card import Asked

MOST_DIGITS = 6
TRUE = ("true", "t", "yes", "y", "1")
FALSE = ("false", "f", "no", "n", "2")


class Misread(Exception):
    """The line is no response; ``str`` says what is wanted."""


def wanted(asked: Asked) -> str:
    """Return what has to be typed for this question."""
    size = len(asked.shown)
    match asked.card.question.kind:
        case Kind.CHOICE:
            return f"type the number of one option, 1 to {size}"
        case Kind.TRUE_FALSE:
            return "type true or false"
        case Kind.SEVERAL:
            return "type the numbers of all that apply, or - for none"
        case Kind.ORDER:
            return f"type all numbers, 1 to {size}, in the right order"
        case Kind.MATCH:
            return f"type a letter for each left side, 1 to {size}, in that order"
        case _:
            return f"type {typed_form(asked) or 'the answer'}; an empty line says I do not know"


def read_reply(asked: Asked, line: str) -> Response:
    """Return the response that ``line`` is; raises ``Misread`` when it is none.

    Not for recall, which is rated and not answered.
    """
    return _READERS.get(asked.card.question.kind, _typed)(asked, line)


def read_rating(line: str) -> Rating | None:
    """Return the rating written as ``1`` to ``4`` or as its name, or None."""
    word = line.strip().casefold()
    return next((rating for rating, name in RATINGS.items() if word in (name, str(rating.value))), None)


def label(place: int) -> str:
    """Return the letters of a right side: ``a`` for 0, ``z`` for 25, ``aa`` for 26."""
    letters = string.ascii_lowercase[place % 26]
    return letters if place < len(string.ascii_lowercase) else label(place // 26 - 1) + letters


def _typed(asked: Asked, line: str) -> Response:
    if len(line) > MOST_TYPED:
        raise Misread(f"type at most {MOST_TYPED:,} characters")
    del asked
    return typed(line)


def _choice(asked: Asked, line: str) -> Response:
    places = _places(_tokens(line), len(asked.shown))
    if len(places) == 1:
        return Picked((asked.shown[places[0]],), asked.shown)
    text = clean_line(line)
    same = [option for option in asked.shown if clean_line(option) == text]
    if not same:
        raise Misread(wanted(asked))
    return Picked((same[0],), asked.shown)


def _true_false(asked: Asked, line: str) -> Response:
    word = line.strip().casefold()
    if word in ("1", "2") and len(asked.shown) == len((TRUE, FALSE)):
        return Picked((asked.shown[int(word) - 1],), asked.shown)
    if word not in (*TRUE, *FALSE):
        raise Misread(wanted(asked))
    return Picked(("true" if word in TRUE else "false",), asked.shown)


def _several(asked: Asked, line: str) -> Response:
    if line.strip() == "-":
        return Picked((), asked.shown)
    places = set(_all_places(asked, line))
    return Picked(tuple(option for place, option in enumerate(asked.shown) if place in places), asked.shown)


def _order(asked: Asked, line: str) -> Response:
    places = _permutation(asked, _all_places(asked, line))
    return Picked(tuple(asked.shown[place] for place in places), asked.shown)


def _match(asked: Asked, line: str) -> Response:
    tokens = _tokens(line.casefold())
    if len(tokens) == 1 and len(asked.shown) <= len(string.ascii_lowercase):
        tokens = list(tokens[0]) if len(tokens[0]) == len(asked.shown) else tokens
    labels = {label(place): place for place in range(len(asked.shown))}
    places = _permutation(asked, [labels[token] for token in tokens if token in labels])
    pairs = zip(lefts(asked), (asked.shown[place] for place in places), strict=False)
    return Matched(tuple(pairs), asked.shown)


def lefts(asked: Asked) -> tuple[str, ...]:
    """Return the left sides of a match, in the order of the bank; empty for other kinds."""
    question = asked.card.question
    return tuple(left for left, _ in question.pairs) if isinstance(question, MatchQuestion) else ()


def _tokens(line: str) -> list[str]:
    return line.replace(",", " ").split() if len(line) <= MOST_TYPED else []


def _places(tokens: Sequence[str], size: int) -> list[int]:
    """Return the options named by numbers from 1, from 0; empty unless every token names one."""
    numbers = [int(token) for token in tokens if token.isdecimal() and len(token) <= MOST_DIGITS]
    named = [number - 1 for number in numbers if 1 <= number <= size]
    return named if len(named) == len(tokens) else []


def _all_places(asked: Asked, line: str) -> list[int]:
    places = _places(_tokens(line), len(asked.shown))
    if not places:
        raise Misread(wanted(asked))
    return places


def _permutation(asked: Asked, places: list[int]) -> list[int]:
    if sorted(places) != list(range(len(asked.shown))):
        raise Misread(wanted(asked))
    return places


_READERS: dict[Kind, Callable[[Asked, str], Response]] = {
    Kind.CHOICE: _choice,
    Kind.TRUE_FALSE: _true_false,
    Kind.SEVERAL: _several,
    Kind.ORDER: _order,
    Kind.MATCH: _match,
}
