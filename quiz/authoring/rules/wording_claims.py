"""Prompts that ask nothing definite: two claims in one, no statement at all, options that are missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.finding import Found
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.authoring.rules.wording_joined import second_claim
from quiz.authoring.rules.wording_language import in_english, own_words, prompt_key
from quiz.bank.problem import shown
from quiz.question import (
    ChoiceQuestion,
    DateQuestion,
    NumberQuestion,
    SeveralQuestion,
    TextQuestion,
    TrueFalseQuestion,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material
    from quiz.bank import Written

_VERB = (
    "is|are|was|were|has|have|had|does|do|did|can|could|will|would|should|must|may|might|became|won|lost|wrote|made"
    r"|took|gave|went|came|began|led|left|fell|rose|said|says|\w{2,}ed"
)
_JOINED = re.compile(
    rf"(?:,\s*)?\b(?P<join>and|but)\s(?:it|he|she|they|this|these)\s(?:\w+ly\s)?(?:{_VERB})\b"
    rf"|,\s(?P<comma>and|but)\s(?:the|an?|its|his|her|their)\s(?:[\w'-]+\s){{1,3}}?(?:{_VERB})\b"
    rf"|(?P<semicolon>;)\s(?:it|he|she|they|the|an?|its|his|her|their)\s(?:[\w'-]+\s){{0,3}}?(?:{_VERB})\b"
)
# Where one clause hangs on another, two verbs make one claim.
_HANGING = re.compile(
    r"\A\W*(?:when|if|because|although|though|while|after|before|since|once|unless|until|whenever|not only)\b"
    r"|\b(?:that|which|who|where|how|whether|because|so|both|says?|said)\b|:|[.!?]\s+\S",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\W*(?:which|what)(?:\sone)?(?:\sof\s(?:the\sfollowing|these|those|the\sbelow))?"
    r"(?:\s(?:statements?|answers?|options?|choices?|sentences?|claims?|assertions?))?(?:\sbelow)?\s(?:is|are)"
    r"(?:\s(?:not|always|most|the\smost|the))?\s(?:true|correct|false|incorrect|right|wrong|accurate|valid)"
    r"(?:\s(?:ones?|statements?|answers?|options?))?\W*",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"\b(?:which|what)(?:\sone)?\s(?P<named>of (?:the following|these))\b", re.IGNORECASE)
_GIVEN = re.compile(r"[:;\n(]|\bor\b|[.!?,]\s+(?:which|what)\b", re.IGNORECASE)


def _two_claims(written: Written, bank: Material) -> Iterator[Found]:
    del bank
    question = written.question
    text = own_words(question.ask).strip()
    if not isinstance(question, TrueFalseQuestion) or _HANGING.search(text):
        return
    found = _JOINED.search(text)
    word = next(filter(None, found.groupdict().values())) if found else second_claim(text)
    if word is not None:
        yield Found(
            written.at("claim"),
            f"{shown(word)} joins two claims, and one of them may be true without the other",
            "make two questions of it",
        )


def _bare(written: Written, bank: Material) -> Iterator[Found]:
    del bank
    question = written.question
    if isinstance(question, ChoiceQuestion | SeveralQuestion) and _BARE.fullmatch(question.ask):
        yield Found(
            written.at("ask"),
            f"{shown(question.ask)} does not say what it is about",
            "name the subject that all options speak of",
        )


def _missing(written: Written, bank: Material) -> Iterator[Found]:
    del bank
    question = written.question
    if not isinstance(question, TextQuestion | NumberQuestion | DateQuestion):
        return
    text = own_words(question.ask)
    found = _FOLLOWING.search(text)
    if found and not _GIVEN.search(text):
        yield Found(
            written.at(prompt_key(written)),
            f"the prompt speaks {shown(found['named'])}, and nothing follows",
            "add `wrong:` options, or ask without them",
        )


RULES = (
    Rule(
        code="two-claims",
        family=Family.WORDING,
        about="A claim holds two, joined by `and`, `but` or a semicolon; who calls it false does not"
        " say which one is. A question is to ask one thing (Haladyna, Downing & Rodriguez 2002, on"
        " content). Found are two clauses of one sentence, each with a verb of its own, be it of one"
        " subject (`is the capital and lies on the Rhine`) or of two. In English banks.",
        bad=questions(
            "  - {claim: 'Geneva lies on a lake, and the talks were held in Vienna.', answer: false}"
        ),
        good=questions("  - {claim: The talks were held in Vienna., answer: false}"),
        find=each_question(in_english(_two_claims)),
    ),
    Rule(
        code="bare-prompt",
        family=Family.WORDING,
        about="The prompt is `Which of these is true?` and no more: what is asked stands in the"
        " options, and they have to be read as so many claims. The main idea belongs into the stem"
        " (Haladyna, Downing & Rodriguez 2002, on writing the stem). In English banks.",
        bad=questions(
            "  - {ask: Which of these is true?, answer: Geneva lies on a lake, wrong: [Geneva is a lake]}"
        ),
        good=questions("  - {ask: Where does Geneva lie?, answer: On a lake, wrong: [On the sea]}"),
        find=each_question(in_english(_bare)),
    ),
    Rule(
        code="options-missing",
        family=Family.WORDING,
        about="The prompt says `which of the following`, the answer is to be typed, and nothing"
        " follows. Without the options such a question has many answers; what the stem says to do is"
        " to be clear (Haladyna, Downing & Rodriguez 2002, on writing the stem). In English banks.",
        bad=questions("  - {ask: Which of the following is a lake?, answer: Como}"),
        good=questions("  - {ask: Which of the following is a lake?, answer: Como, wrong: [Rhine, Aare]}"),
        find=each_question(in_english(_missing)),
    ),
)
