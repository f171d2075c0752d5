"""Prompts that cannot be understood alone, as they do not say when it was, or who is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.finding import Found
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.authoring.rules.wording_language import asked, in_english, own_words, prompt_key
from quiz.authoring.rules.wording_when import TOLD, undated
from quiz.bank.problem import shown
from quiz.question import ClozeQuestion, TrueFalseQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material
    from quiz.bank import Written

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
    word = undated(own_words(asked(written.question)), written.question)
    if word is not None:
        yield Found(
            written.at(prompt_key(written)),
            f"{shown(word)} says when only to somebody who knows when this was written",
            "write the date or the year, as in `in 2021` or `as of 2021`",
        )


def _nameless(written: Written, bank: Material) -> Iterator[Found]:
    del bank
    question, text = written.question, own_words(asked(written.question)).strip()
    begins = _BEGINS_WITH if isinstance(question, TrueFalseQuestion | ClozeQuestion) else _PRONOUN
    found = begins.search(text) or (None if TOLD.search(text) else _TEXT.search(text))
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
