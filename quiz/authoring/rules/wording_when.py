"""Words that say when as seen from the day on which a prompt was written: `next year`, `on Thursday`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.question import ClozeQuestion, RecallQuestion, TrueFalseQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.question import Question

STORY_SENTENCES = 4
"""Sentences from which a prompt is a story, as sums are put into."""

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_DATED = re.compile(
    rf"(?<!\d)[12]\d{{3}}s?(?!\d)|\d\d?[-./]\d\d?[-./]\d\d|\b(?:{_MONTHS})\.?\s\d|\d(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTHS})\b"
    r"|\bcentur(?:y|ies)\b|\bas of\b|\b(?:BCE?|AD|CE)\b"
)
# A story has a time of its own, and so has a case that is put to the learner.
TOLD = re.compile(
    r"\b(?i:films?|movies?|novels?|books?|episodes?|songs?|lyrics?|lines?|(?:the|a|this) plays?"
    r"|plays?(?= (?-i:[A-Z]))|series|story|tale|poems?|sitcom|albums?|scene|riddle|puzzle|joke|legend|myth)\b"
    r"|\b(?:[Yy]ou|[Yy]our|[Ww]e|[Oo]ur|us|[Mm]y|I (?:am|have|had|was|want|need|will|would))\b"
)
# Which work it was is asked, and what it tells is not.
_WHICH_WORK = re.compile(
    r"\A\s*(?:which|what)\s(?:\w+\s)?(?:films?|movies?|novels?|books?|songs?|series|poems?|albums?)\s(?=(?:was|were|won|got|has|have|will|received|came)\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.?!]+[.?!]*")
# A clause with `which` asks nothing; a sentence that begins with it, or ends with a mark, does.
_ASKS = re.compile(
    r"\s*(?:\w+\s)?(?:who|whom|whose|what|which|when|where|why|how)\b.*|.*\?\s*"
    r"|\s*(?:name|list|give|state|say|tell|find|describe|explain|identify|write)\s.*",
    re.IGNORECASE | re.DOTALL,
)
_PAST_OR_FUTURE = re.compile(
    r"\b(?:was|were|did|had|has|have|will|would|said|met|spoke|held|sent|told|gave|took|came|went|left|won|lost)\b"
    r"|(?<!\bis )(?<!\bare )\b\w{2,}ed\b"
)

_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_OWNED = r"(?<!its )(?<!his )(?<!her )(?<!the )(?<!their )(?<!whose )(?<!'s )(?<!s' )"
_HOLDERS = (
    "president|prime minister|champions?|record|holder|leader|king|queen|pope|mayor|head|population|owner"
    "|governor|chancellor|chairman|chairwoman|chair|ceo|director|coach|manager|minister|secretary|members?|version|capital"
)
_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|a few|a couple of|several|some|a)"
_ALONE = rf"(?!\s(?:of|before|after|in\s(?:{_MONTHS}|every|each|any|an?))\b)"
_SPAN = "(?:days?|weeks?|months?|years?)"
_STATE = re.compile(
    r"(?<!the )(?<!not )(?<!and is )\bcurrently\b"
    r"(?!\s(?:selected|visible|open|active|running|logged|displayed|in|sits|stands|lies)\b)"
    r"|(?<!of )\b(?:nowadays|these days|at present|at the moment|right now|until now|so far)\b"
    r"(?!-|\s(?:that|as|when|of)\b)"
    rf"|\b(?:the|its|their|his|her)\s(?P<held>current\s(?:\w+\s)?(?:{_HOLDERS}))\b"
    r"|\bthe\s(?P<last>(?:latest|newest)\s(?:version|edition|release|model|season|census|report|election))\b"
    r"|\bhow\s(?:many|much)\b.{0,150}?\b(?P<count>today|now)\b(?!\s(?:known|called|named))",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<!more )(?<!most )(?<!how )\b(?:recently|lately)\b(?!\sthan)"
    r"|\b(?:tomorrow|yesterday|tonight|(?:later|earlier)\stoday|this\s(?:morning|afternoon|evening))\b"
    rf"|{_OWNED}\b(?:last|this|next)\s(?:week|weekend|month|year|season|summer|winter|spring|autumn|decade)\b"
    rf"{_ALONE}"
    rf"|(?<!\band )\b{_FEW}\s{_SPAN}\sago\b"
    rf"|\b(?:has|have)\b.{{0,150}}?\b(?P<since>in\s(?:the\s(?:last|past)\s(?:{_FEW}\s)?|recent\s){_SPAN})\b"
    r"|\bdid\b(?:(?!\b(?:that|which|still|as|used)\b)[^,]){0,150}\b(?P<today>today)\W*\Z"
    rf"|{_OWNED}\b(?:last|next|this(?:\s(?:coming|past))?)\s{_DAY}\b{_ALONE}",
    re.IGNORECASE,
)
_ON_A_DAY = re.compile(
    rf"\b(?P<day>(?:[Oo]n|by|since|until)\s{_DAY})\b(?!\s(?:nights?|mornings?|evenings?|afternoons?|the|[A-Z]))"
)
# What happens once, though the verb is in the present: `turns 170 on Thursday`.
_ONCE = re.compile(
    r"\b(?:turns?\s(?:\d|\w+ty\b|a\shundred\b)|(?:celebrates?|marks?)\s(?:its|his|her|their)\s\d"
    r"|(?:is|are)\s(?:to|due|scheduled|expected|planned|set|about|going|meeting|visiting|opening|leaving|starting"
    r"|beginning|returning|resigning|voting|signing|launching)\b)"
)
# What things are called now, and what lies now where, outlasts the question.
_LASTING = re.compile(r"\bwhat\sis\s(?:now|currently)\b|\b(?:known|called|named)\b", re.IGNORECASE)


def undated(text: str, question: Question) -> str | None:
    """Return the words of a prompt that say when as seen from today, or None.

    ``text`` is the prompt as the author says it, without what is quoted. None as well where a date or
    a story gives the time.
    """
    is_told = TOLD.search(_WHICH_WORK.sub("", text)) or len(_SENTENCE.findall(text)) >= STORY_SENTENCES
    if is_told or _DATED.search(text):
        return None
    is_asked = isinstance(question, TrueFalseQuestion | ClozeQuestion | RecallQuestion)
    sentences = (one for one in _SENTENCE.findall(text) if is_asked or _ASKS.fullmatch(one))
    return next((word for one in sentences for word in _relative(one)), None)


def _relative(sentence: str) -> Iterator[str]:
    """Yield the words that say when, those of a title left out."""
    looks = [_TIME] if _LASTING.search(sentence) else [_STATE, _TIME]
    if _PAST_OR_FUTURE.search(sentence) or _ONCE.search(sentence):
        looks.append(_ON_A_DAY)
    for found in (found for look in looks for found in look.finditer(sentence)):
        word = next(filter(None, found.groupdict().values()), found[0])
        if not _is_title(word, sentence):
            yield word


def _is_title(word: str, sentence: str) -> bool:
    """Whether words are written as a title is: with a capital within a sentence, or with several."""
    before, _, after = sentence.partition(word)
    if not word[0].isupper():
        return False
    if before.strip():
        return True
    later = [*word.split()[1:], *after.split()][: max(2, len(word.split()) - 1)]
    return all(one[0].isupper() for one in later)
