"""What gives the right option away to somebody who does not know it: its length, an absolute word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.alike import words
from quiz.authoring.finding import Found
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.authoring.rules.wording_language import both_places, in_english, own_words, rights, wrongs
from quiz.question import ChoiceQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material
    from quiz.bank import Written
    from quiz.bank.written import Steps

LONGER_TIMES = 1.75
LONGER_BY = 20
PHRASE_WORDS = 6
FEWEST_WRONG = 2

_WORDS = "always|never|completely|entirely|totally|absolutely|impossible|nobody|no one|everyone|everybody"
# With what can be, and how, `only` rules out all else; elsewhere it may tell which thing is meant.
_ONLY = r"(?:can|may|could|be|is|are|was|were)\s(?P<only>only)\b|\b(?P<just>only)\s(?:when|if|by|after|way)"
# In small letters, as those of titles are not, or as the first word of a phrase.
_ABSOLUTE = re.compile(rf"\b(?<!almost )(?<!nearly )(?:(?P<word>{_WORDS})|{_ONLY})\b")
_FIRST = re.compile(rf"(?P<word>(?i:{_WORDS}|only|all|every))(?!\sof\b)(?=\s[a-z])")
_ANY = re.compile(rf"\b(?:{_WORDS}|only|all|any|every|each|none|must)\b", re.IGNORECASE)
# What is quoted has its words from somebody else.
_RECITED = re.compile(
    r"\b(?:lyrics?|verse|song|poem|proverb|line|quote|quotation|words|tagline|motto|slogan)s?\b"
)
_SMALL = re.compile(r"(?<!\w)[a-z][a-z'-]+")


def _longest(written: Written, bank: Material) -> Iterator[Found]:
    del bank
    question = written.question
    if not isinstance(question, ChoiceQuestion) or len(question.wrong) < FEWEST_WRONG:
        return
    if _RECITED.search(question.ask):
        return
    steps: Steps = ("answer",)
    right, longest = question.answer, max(len(wrong.text) for wrong in question.wrong)
    if len(right) >= max(LONGER_TIMES * longest, longest + LONGER_BY) and _is_phrase(right):
        yield Found(
            written.at(*steps),
            f"the right option has {len(right)} characters, the longest wrong one has {longest}",
            f"make them alike: shorten it{both_places(written, steps)} (the rest can stand in `why`), or"
            " write fuller wrong options",
        )


def _is_phrase(text: str) -> bool:
    """Whether a text says something in words of its own; a name or a title is as long as it is."""
    return len(words(text)) >= PHRASE_WORDS and len(_SMALL.findall(text)) * 2 >= len(words(text))


def _absolute(written: Written, bank: Material) -> Iterator[Found]:
    del bank
    right, wrong = rights(written.question), wrongs(written.question)
    ask = written.question.ask
    if not wrong or _RECITED.search(ask) or any(map(_ANY.search, (ask, *right))):
        return
    places = written.options()[len(right) :]
    told = [(steps, word) for text, steps in places if (word := _absolute_word(text))]
    if len(told) >= FEWEST_WRONG and len(told) * 2 > len(wrong):
        named = " and ".join(dict.fromkeys(f"`{word}`" for _, word in told))
        yield Found(
            written.at(*told[0][0]),
            f"{named} in most wrong options and in no right one tells which to leave out",
            "say the wrong options without such words, or use one in a right option too",
        )


def _absolute_word(text: str) -> str | None:
    own = own_words(text).strip()
    found = _FIRST.match(own) or _ABSOLUTE.search(own)
    return next(word for word in found.groupdict().values() if word).lower() if found else None


RULES = (
    Rule(
        code="longest-answer",
        family=Family.WORDING,
        about="The right option is the longest by far. Authors take care to make what is right exact,"
        " and people who do not know take the longest; options are to be of like length (Haladyna,"
        f" Downing & Rodriguez 2002, on writing the choices). Found where it has {LONGER_TIMES} times"
        f" the characters of the longest wrong one, {LONGER_BY} more, and {PHRASE_WORDS} words; names"
        " and titles are left alone.",
        bad=questions(
            "  - ask: Why is Geneva proposed?\n"
            "    answer: It lies in a country that belongs to neither of the two sides\n"
            "    wrong: [It is cheap, It is near, It is large]"
        ),
        good=questions(
            "  - ask: Why is Geneva proposed?\n"
            "    answer: It lies in a neutral country\n"
            "    wrong: [It is the cheapest one, It is near to Moscow, It is the largest city]"
        ),
        find=each_question(_longest),
    ),
    Rule(
        code="absolute-word",
        family=Family.WORDING,
        about="A word such as `always`, `never`, `only` or `completely` stands in most wrong options"
        " and in no right one. Few things hold without exception, so such options are left out unread"
        " (Haladyna, Downing & Rodriguez 2002, on clues to the right answer: specific determiners)."
        " In English banks.",
        bad=questions(
            "  - {ask: What do draft agreements do?, answer: They seldom appear,"
            " wrong: [They never appear, They always appear, They bind both sides]}"
        ),
        good=questions(
            "  - {ask: What do draft agreements do?, answer: They seldom appear,"
            " wrong: [They often appear, They appear at once, They bind both sides]}"
        ),
        find=each_question(in_english(_absolute)),
    ),
)
