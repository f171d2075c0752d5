"""Prompts that cannot be understood alone, as they do not say when it was, or who is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.finding import Found
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.authoring.rules.wording_language import asked, in_english, own_words, prompt_key
from quiz.bank.problem import shown
from quiz.question import ClozeQuestion, TrueFalseQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material
    from quiz.bank import Written
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
_TOLD = re.compile(
    r"\b(?i:films?|movies?|novels?|books?|episodes?|songs?|lyrics?|lines?|(?:the|a|this) plays?"
    r"|plays?(?= (?-i:[A-Z]))|series|story|tale|poems?|sitcom|albums?|scene|riddle|puzzle|joke|legend|myth)\b"
    r"|\b(?:[Yy]ou|[Yy]our|[Ww]e|[Oo]ur|us|[Mm]y|I (?:am|have|had|was|want|need|will|would))\b"
)
_SENTENCE = re.compile(r"[^.?!]+[.?!]*")
# A clause with `which` asks nothing; a sentence that begins with it, or ends with a mark, does.
_ASKS = re.compile(
    r"\s*(?:\w+\s)?(?:who|whom|whose|what|which|when|where|why|how)\b.*|.*\?\s*", re.IGNORECASE | re.DOTALL
)
_PAST_OR_FUTURE = re.compile(r"\b(?:was|were|did|had|has|have|will|would)\b|\w{2}ed\b")

_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_OWNED = r"(?<!its )(?<!his )(?<!her )(?<!the )(?<!their )(?<!whose )(?<!s )(?<!s' )"
_HOLDERS = (
    "president|prime minister|champions?|record|holder|leader|king|queen|pope|mayor|head|population|owner"
    "|governor|chancellor|chairman|chairwoman|chair|ceo|director|coach|manager|minister|secretary|members?|version|capital"
)
_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|a few|a couple of|several|some|a)"
_NOW = re.compile(
    r"(?<!the )(?<!not )(?<!and is )\bcurrently\b"
    r"(?!\s(?:selected|visible|open|active|running|logged|displayed|in|sits|stands|lies)\b)"
    r"|(?<!of )\b(?:nowadays|these days|at present|at the moment|right now|until now|so far)\b"
    r"(?!\s(?:that|as|when|of)\b)"
    rf"|\b(?:the|its|their|his|her)\s(?P<held>current\s(?:\w+\s)?(?:{_HOLDERS}))\b"
    r"|\bthe\s(?P<last>(?:latest|newest)\s(?:version|edition|release|model|season|census|report|election))\b"
    r"|(?<!more )(?<!most )(?<!how )\b(?:recently|lately)\b(?!\sthan)"
    r"|\b(?:tomorrow|yesterday)\b"
    r"|\bhow\s(?:many|much)\b.{0,150}?\b(?P<count>today|now)\b(?!\s(?:known|called|named))"
    rf"|{_OWNED}\b(?:last|this|next)\s(?:week|month|year|season|summer|winter|spring|autumn)\b(?!\s(?:of|in|before|after)\b)"
    rf"|(?<!\band )\b{_FEW}\s(?:days?|weeks?|months?|years?)\sago\b",
    re.IGNORECASE,
)
_ON_A_DAY = re.compile(
    rf"\b(?P<day>(?:[Oo]n|last|next|this|by|since|until)\s{_DAY})\b(?!\s(?:nights?|mornings?|evenings?|afternoons?|the|[A-Z]))"
)
# What things are called now, and what lies now where, outlasts the question.
_LASTING = re.compile(r"\bwhat\sis\s(?:now|currently)\b|\b(?:known|called|named)\b", re.IGNORECASE)

_PRONOUN = re.compile(
    r"\A(?:(?:in|at|on|for|to|with|from|by|of|under|until|since|after)\s)?(?:what|when|where|why|how|which|whom|whose)\b"
    r"(?:\s[\w'-]+){0,4}?\s(?:did|does|do|was|is|has|had|would|could|will|can|should|might)\s(?P<who>he|she)\b",
    re.IGNORECASE,
)
_BEGINS_WITH = re.compile(r"\A(?P<who>He|She)\s(?!who\b)")
_TEXT = re.compile(
    r"\baccording to (?P<to>(?:the|this) (?:text|article|author|writer|passage|chapter|speaker|lecturer"
    r"|lecture|video|excerpt|reading|paragraph))s?\b"
    r"(?!\s(?:of|by|on|in|about|for|from|who|titled|called|\w+ing)\b|'s)"
    r"|\b(?:in|from) (?P<of>(?:the|this) (?:article|passage|excerpt|lecture))\s*(?:[?,.]|\Z)"
    r"|\b(?:does|did) (?P<does>the (?:author|writer|speaker|lecturer|article|passage))"
    r" (?:say|argue|claim|mean|state|mention|think|believe|write|suggest|describe|conclude|call|quote)\b",
    re.IGNORECASE,
)


def _undated(written: Written, bank: Material) -> Iterator[Found]:
    del bank
    text = own_words(asked(written.question))
    is_told = _TOLD.search(text) or len(_SENTENCE.findall(text)) >= STORY_SENTENCES
    word = None if _DATED.search(text) or is_told else _relative(text, written.question)
    if word is not None:
        yield Found(
            written.at(prompt_key(written)),
            f"{shown(word)} says when only to somebody who knows when this was written",
            "write the date or the year, as in `in 2021` or `as of 2021`",
        )


def _relative(text: str, question: Question) -> str | None:
    """Return the words that say when as seen from today, in a sentence that asks or claims, or None."""
    for sentence in _SENTENCE.findall(text):
        asks = isinstance(question, TrueFalseQuestion | ClozeQuestion) or _ASKS.fullmatch(sentence)
        if not asks or _LASTING.search(sentence):
            continue
        found = _NOW.search(sentence) or (_PAST_OR_FUTURE.search(sentence) and _ON_A_DAY.search(sentence))
        if found:
            return next((word for word in found.groupdict().values() if word), found[0])
    return None


def _nameless(written: Written, bank: Material) -> Iterator[Found]:
    del bank
    question, text = written.question, own_words(asked(written.question)).strip()
    begins = _BEGINS_WITH if isinstance(question, TrueFalseQuestion | ClozeQuestion) else _PRONOUN
    found = begins.search(text) or (None if _TOLD.search(text) else _TEXT.search(text))
    if found:
        word = next(word for word in found.groupdict().values() if word)
        yield Found(
            written.at(prompt_key(written)),
            f"{shown(word)} is not named in the prompt, and it is asked among other questions",
            "write the name, or the title and whose it is",
        )


RULES = (
    Rule(
        code="undated",
        family=Family.WORDING,
        about="The prompt says when as seen from the day on which it was written (`currently`,"
        " `tomorrow`, `last week`, `on Friday`), and questions are asked for years. A stem is to say"
        " all that is needed to answer it (Haladyna, Downing & Rodriguez 2002, on writing the stem)."
        " A date, a year or `as of` in the prompt anchors it; what is quoted or told in a story is"
        " left alone. In English banks.",
        bad=questions("  - {ask: Who is currently the head of the alliance?, answer: Stoltenberg}"),
        good=questions("  - {ask: 'Who was the head of the alliance in 2021?', answer: Stoltenberg}"),
        find=each_question(in_english(_undated)),
    ),
    Rule(
        code="nobody-named",
        family=Family.WORDING,
        about="The prompt asks about `he` or `she`, `the author`, `the article`, and does not say who"
        " or which. A question is met alone, months later and among others, so it may lean on no"
        " other one (Haladyna, Downing & Rodriguez 2002, on keeping questions independent). In"
        " English banks.",
        bad=questions("  - {ask: When did he propose the talks?, date: 2021-12-17}"),
        good=questions("  - {ask: When did Riabkov propose the talks?, date: 2021-12-17}"),
        find=each_question(in_english(_nameless)),
    ),
)
