"""Whether a sentence can be understood without the one before it, as far as its pronouns tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.draft.mention import NAMES, Sort
from quiz.authoring.draft.telling import outside_quotes
from quiz.authoring.draft.words import SAYING, TITLES, words_of

if TYPE_CHECKING:
    from quiz.authoring.draft.mention import Mention

_BACK = re.compile(r"\b(?:it|its|itself|they|their|he|his|she|her|hers)\b", re.IGNORECASE)
_POINTING = re.compile(
    r"\b(?:this|these|those|them|him|the same (?:week|month|year|\w*day)|the (?:latter|former|others?))\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\bhere\b|"
    r"\b(?:agreed|accepted|refused|declined|disagreed|did so|did not)[,.;]|"
    r"\b(?:of|after|before|since|like|than|for) that"
    r"(?:[.,;]| (?:will|would|is|was|has|had|may|can|comes|came)\b)"
)
_THERE = re.compile(
    r"(?<!^)\bthere\b(?! (?:is|are|was|were|be|been|has|have|had|will|may|can|would|could|might|must)\b)"
)
_HUMAN = frozenset(("he", "his", "she", "her", "hers"))
_POSSESSIVE = frozenset(("its", "itself", "their"))
_PEOPLE = TITLES | words_of(
    "man woman boy girl child person artist scientist somebody someone mother brother son daughter"
)
_THING = re.compile(r"\b(?:the|a|an|every|each|some|many|most|all) [a-z]", re.IGNORECASE)
_BEGINS_CLAUSE = re.compile(
    r"(?:[,;:]|\b(?:that|and|but|or|because|if|when|where|while|as|than|which|until|after|before|saying|"
    rf"{SAYING})) $"
)
_ACCORDING = re.compile(r"According to [^,]+, (?:it|they|he|she)\b")


def hangs(text: str, mentions: tuple[Mention, ...]) -> bool:
    """Whether a pronoun of a sentence may mean something that stands before the sentence.

    `its` needs a thing before it, `her` a person; `it` has to begin a clause as well, since
    it cannot be what its own verb belongs to.
    """
    if _POINTING.search(text) or _BARE.search(outside_quotes(text)) or _ACCORDING.match(text):
        return True
    there = _THERE.search(outside_quotes(text))
    if there and not any(one.sort in NAMES - {Sort.PERSON} and one.end <= there.start() for one in mentions):
        return True
    return any(not _is_held(found, text, mentions) for found in _BACK.finditer(text))


def _is_held(found: re.Match[str], text: str, mentions: tuple[Mention, ...]) -> bool:
    word, before = found[0].casefold(), text[: found.start()]
    named = {one.sort for one in mentions if one.end <= found.start()}
    if word in _HUMAN:
        human = not _PEOPLE.isdisjoint(re.findall(r"\w+", before.casefold()))
        return human or not named.isdisjoint({Sort.PERSON, Sort.NAME})
    begins = word in _POSSESSIVE or _BEGINS_CLAUSE.search(before) is not None
    return begins and (not named.isdisjoint(NAMES - {Sort.PERSON}) or _THING.search(before) is not None)
