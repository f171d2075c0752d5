"""Negatives that are overread: not set off in the prompt, or met by another one in an option."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.finding import Found
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.authoring.rules.wording_language import both_places, in_english, own_words, prompt_key
from quiz.bank.problem import shown
from quiz.question import ChoiceQuestion, SeveralQuestion, TrueFalseQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material
    from quiz.bank import Written
    from quiz.question import Question

_VERB = "is|are|was|were|does|do|did|has|have|had|can|could|would|will|shall|should|must|may|might"
_SHORT = "(?:is|are|was|were|does|do|did|has|have|had|could|would|wo|should|ca)n't"
_OTHER_CLAUSE = (
    "who|whom|that|which|what|when|where|why|how|if|because|since|although|though|while|until|unless|so|as|but"
    "|whether|or|to|not|never"
)
_STRETCH = rf"(?:(?!\b(?:{_OTHER_CLAUSE})\b|n't\b)[^,;:.?!\n]){{0,80}}?"
_NOT = r"(?P<word>(?:not|never)\b(?!\s(?:only|just|necessarily)\b))"
_NEGATED = (
    rf"(?:\b(?:{_VERB})(?:\s(?!(?:and|{_OTHER_CLAUSE})\b)[\w'.-]+){{0,4}}?\s{_NOT}|\b(?P<short>{_SHORT})"
    r"|\s(?P<bare>(?-i:never|NEVER))\b)"
)
_BEGINS = r"(?:\A|[.!?:]\s+|\n)(?:(?:in|on|at|by|for|from|of|to|with)\s)?"

_ASKED = (
    re.compile(rf"{_BEGINS}(?:which|what|who|whose)\b{_STRETCH}{_NEGATED}", re.IGNORECASE),
    re.compile(rf"\b(?:which|what)\s(?!(?:{_VERB})\b)\w+{_STRETCH}{_NEGATED}", re.IGNORECASE),
    re.compile(
        rf"\b(?:one|option|statement|answer)s?\s(?:of\s.{{3,40}}\s)?(?:that|which)\s{_NEGATED}", re.IGNORECASE
    ),
    re.compile(
        r"\b(?P<word>except)(?:\sfor)?(?:\s(?:which|this|what|one|the following)(?:\s\w+){0,3})?[\s:?._…]*\Z",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bwhich of (?:these|the following)(?:\s\w+){0,2}"
        r"\s(?:has|have|had|contains?|uses?|needs?)\s(?P<word>no)\b",
        re.IGNORECASE,
    ),
)
_CLAIMED = re.compile(rf"\A{_STRETCH}{_NEGATED}", re.IGNORECASE)
_CONTRAST = re.compile(r"\bbut\b|[;,]\s(?:it|he|she|they)\b|[.!?]\s+\S")
_ABOUT_STATEMENTS = re.compile(r"\b(?:statements?|true|false|correct|right|wrong)\b", re.IGNORECASE)
_SAYS_NOT = re.compile(rf"\A{_STRETCH}(?:{_NEGATED}|\b(?:cannot|no)\b)", re.IGNORECASE)


def _unmarked(written: Written, bank: Material) -> Iterator[Found]:
    del bank
    word = _negative(written.question, own_words(written.question.ask))
    if word is not None and not _is_set_off(word):
        whole = "NOT" if word.lower().endswith("n't") else word.upper()
        yield Found(
            written.at(prompt_key(written)),
            f"{shown(word)} turns round what is asked, and is easily overread",
            f"ask for what is, or set it off: `{whole}` or `*{whole.lower()}*`",
        )


def _negative(question: Question, text: str) -> str | None:
    """Return the word that turns round what a prompt or a claim says as a whole, or None."""
    if isinstance(question, TrueFalseQuestion):
        found = None if _CONTRAST.search(text) else _CLAIMED.search(text)
    elif isinstance(question, ChoiceQuestion | SeveralQuestion):
        found = next((found for pattern in _ASKED if (found := pattern.search(text))), None)
    else:
        return None
    return None if found is None else next(word for word in found.groupdict().values() if word)


def _is_set_off(word: str) -> bool:
    return word.isupper() or word.endswith("N'T")


def _double(written: Written, bank: Material) -> Iterator[Found]:
    # Setting a negative off does not undo a double one.
    del bank
    question = written.question
    if not isinstance(question, ChoiceQuestion | SeveralQuestion) or not _ABOUT_STATEMENTS.search(
        question.ask
    ):
        return
    word = _negative(question, re.sub(r"[*_]", "", question.ask))
    for text, steps in written.options() if word else ():
        if _SAYS_NOT.search(own_words(text)):
            yield Found(
                written.at(*steps),
                f"{shown(text)} is one more negative below a prompt with {shown(word or '')}",
                f"ask for what is true, or write the option without a negative{both_places(written, steps)}",
            )
            return


RULES = (
    Rule(
        code="unmarked-negative",
        family=Family.WORDING,
        about="A `not`, `never` or `except` turns round what is asked and looks like any other word,"
        " so people who know the answer miss it. Prompts are to ask for what is so; where that cannot"
        " be, the negative is to catch the eye (Haladyna, Downing & Rodriguez 2002, on wording the"
        " stem). In choices, several and claims of English banks; a negative in a subordinate clause"
        " or a quotation is left alone.",
        bad=questions("  - {ask: Which of these is not a lake?, answer: Rhine, wrong: [Como, Garda]}"),
        good=questions("  - {ask: Which of these is NOT a lake?, answer: Rhine, wrong: [Como, Garda]}"),
        find=each_question(in_english(_unmarked)),
    ),
    Rule(
        code="double-negative",
        family=Family.WORDING,
        about="The prompt asks which statement is not true, and one of them says that something is"
        " not so; the two have to be reckoned up (Haladyna, Downing & Rodriguez 2002, on negatives in"
        " stem and options). In English banks.",
        bad=questions(
            "  - {ask: Which is NOT true of it?, answer: It was not public, wrong: [It is long, It is new]}"
        ),
        good=questions(
            "  - {ask: Which is NOT true of it?, answer: It was secret, wrong: [It is long, It is new]}"
        ),
        find=each_question(in_english(_double)),
    ),
)
