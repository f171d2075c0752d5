"""Whether a mention is a whole name or figure, and can be asked for without being told or guessed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.draft.mention import NAMES, Sort
from quiz.authoring.draft.telling import gives_away

if TYPE_CHECKING:
    from quiz.authoring.draft.mention import Mention

MOST_IN_A_ROW = 2
"""Names side by side that are each asked for; one of a longer list is anybody's guess."""

_LOOSE = frozenset({Sort.BODY, Sort.NAME})
_JOINS = re.compile(r",? (?:(?:and|or|&|as well as) )?(?:the )?")
_OF_BEFORE = re.compile(r"\b[A-Z][\w\u2019'-]*(?: (?:of|on|for)(?: the)?|[\u2019'](?:s|(?<=s.)))? $")
_OF_AFTER = re.compile(r"(?:[\u2019']s)? (?:of|on|for) (?:the )?[A-Z]|[\u2019']s [A-Z]| [A-Z\d]|[-\u2013/(]")
_AND_BEFORE = re.compile(r"\b[A-Z][\w\u2019'-]* (?:and|&) $")
_AND_AFTER = re.compile(r" (?:and|&) [A-Z]")
_NAMES_AFTER = re.compile(r",? (?:and|&|or) (?:the )?[A-Z]")
_CONVERTED = re.compile(r" ?[\w.%]+(?: [a-z]+)? \((?:about |some |around )?[$€£]?\d")
_WITH_YEAR = re.compile(r"\b\d{4}\b")
_RANGE_BEFORE = re.compile(r"\d (?:to|and|or) [$€£]?$")
_RANGE_AFTER = re.compile(r"(?: [a-z%]+)? (?:to|and|or) [$€£]?\d")
_PLACED = re.compile(r",? (?:in )?(?:the )?[A-Z]")


def can_be_asked(text: str, mention: Mention, mentions: tuple[Mention, ...]) -> bool:
    """Whether a sentence can be asked for one of its mentions."""
    return not (
        gives_away(text, mention, mentions)
        or _is_part(text, mention)
        or _is_in_brackets(text, mention)
        or _is_one_of_many(text, mention, mentions)
        or _is_converted(text, mention)
        or (mention.sort is Sort.DATE and not _WITH_YEAR.search(text))
    )


def _is_part(text: str, mention: Mention) -> bool:
    """Whether a name may be a part of a longer one, as in `Museum of Hunting and Riding`."""
    if mention.sort not in _LOOSE or mention.text.isupper():
        return False
    before, after = text[: mention.start], text[mention.end :]
    if mention.sort is Sort.NAME and (_AND_BEFORE.search(before) or _AND_AFTER.match(after)):
        return True
    return _OF_BEFORE.search(before) is not None or _OF_AFTER.match(after) is not None


def _is_in_brackets(text: str, mention: Mention) -> bool:
    """Whether a name stands in brackets: it is another name of what stands before them."""
    return mention.sort in NAMES and text[: mention.start].count("(") > text[: mention.start].count(")")


def _is_converted(text: str, mention: Mention) -> bool:
    """Whether a number is given in two units."""
    if mention.sort is not Sort.NUMBER:
        return False
    bracket = text[: mention.start].rstrip("$€£").endswith("(")
    return bracket or _CONVERTED.match(text[mention.end :]) is not None


def _is_one_of_many(text: str, mention: Mention, mentions: tuple[Mention, ...]) -> bool:
    if mention.sort not in NAMES:
        return False
    names = [one for one in mentions if one.sort in NAMES]
    at = names.index(mention)
    first = last = at
    while first > 0 and are_joined(text, names[first - 1], names[first]):
        first -= 1
    while last + 1 < len(names) and are_joined(text, names[last], names[last + 1]):
        last += 1
    return last - first + 1 > MOST_IN_A_ROW


def are_joined(text: str, one: Mention, two: Mention) -> bool:
    """Whether only a comma or a word such as `and` stands between two mentions."""
    first, second = sorted((one, two))
    return _JOINS.fullmatch(text[first.end : second.start]) is not None


def can_be_exchanged(text: str, mention: Mention) -> bool:
    """Whether something else in place of a mention may seem right.

    The end of a range, the town of a land, the land of a minister and a person with an office
    are told by the rest.
    """
    before, after = text[: mention.start], text[mention.end :]
    if mention.sort is Sort.PERSON:
        return mention.begin == mention.start and not (before.endswith(", ") and after.startswith(","))
    if mention.sort is Sort.NUMBER:
        return not (_RANGE_BEFORE.search(before) or _RANGE_AFTER.match(after))
    place = mention.sort in {Sort.CITY, Sort.REGION} and _PLACED.match(after)
    owner = mention.sort in {Sort.CITY, Sort.COUNTRY} and after.startswith(("\u2019s ", "'s "))
    return not (place and not _NAMES_AFTER.match(after)) and not owner
