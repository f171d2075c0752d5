"""Options named by letter, number or place, though they are mixed before they are shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.finding import Found
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.authoring.rules.wording_language import both_places, own_words, rights
from quiz.bank.problem import shown
from quiz.question import ChoiceQuestion, SeveralQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material
    from quiz.bank import Written

_NOUN = (
    "options?|choices?|answers?|alternatives?"
    "|optionen|antwort(?:en)?|antwortmöglichkeit(?:en)?|réponses?|opción|opciones|respuestas?"
)
_CHOSEN = "options?|choices?|alternatives?|optionen|antwortmöglichkeit(?:en)?|opción|opciones"
# `The first answer` may be one that somebody gave.
_JUDGED = (
    "(?:is|was) (?:not )?(?:right|wrong|correct|incorrect|true|false)"
    "|ist (?:nicht )?(?:richtig|falsch|korrekt)"
    "|est (?:correcte|fausse|juste)|es (?:correcta|falsa|incorrecta)"
)
_PLACE = (
    "first|second|third|fourth|fifth|last"
    "|erste[nrs]?|zweite[nrs]?|dritte[nrs]?|vierte[nrs]?|letzte[nrs]?"
    "|première|deuxième|seconde|troisième|quatrième|dernière|primera|segunda|tercera|cuarta|última"
)
# A capital, or a letter or number in brackets; `the answer A man` and `answer 42` name no option.
_LETTER = r"(?:\((?:[A-Ha-h]|[1-8])\)|[B-H]\b(?!['+#])|A\b(?!'|\s+(?!is\b|and\b|or\b|was\b|because\b)\w))"
_NAMED = re.compile(
    rf"\b(?i:{_NOUN})\s{_LETTER}|\b(?i:options?|choices?)\s[1-8]\b(?![.,]?\d)"
    rf"|\b(?i:{_PLACE})\s(?i:{_CHOSEN})\b|\b(?i:{_PLACE})\s(?i:{_NOUN})(?=\s(?i:{_JUDGED})\b)"
)
_SUM = re.compile(
    r"\W*(?:(?:[Bb]oth|[Nn]either|[Ee]ither|[Oo]nly|[Oo]ptions?|[Aa]nswers?)\s)?"
    r"\(?[A-H]\)?(?:,\s?\(?[A-H]\)?)*,?\s(?:and|or|nor|&|und|oder|et|ou|y|o)\s\(?[A-H]\)?(?:\sonly)?\W*"
)


def _letters(written: Written, bank: Material) -> Iterator[Found]:
    del bank
    question = written.question
    if not isinstance(question, ChoiceQuestion | SeveralQuestion) or not question.shuffle:
        return
    options = written.options()
    for text, steps in _reasons(written):
        found = _NAMED.search(own_words(text))
        if found and not any(found[0] in option or len(option) == 1 for option, _ in options):
            yield Found(
                written.at(*steps),
                f"{shown(found[0])} says little: the options are mixed each time",
                "name the option by its words, or add `shuffle: false`",
            )
    yield from _sums(written)


def _reasons(written: Written) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Yield each explanation of a question, with the steps to where it is written."""
    question = written.question
    if question.why is not None:
        yield question.why, ("why",)
    for option, steps in written.options()[len(rights(question)) :]:
        reason = question.why_wrong(option)
        if reason is not None:
            yield reason, (*steps, 0)


def _sums(written: Written) -> Iterator[Found]:
    """Find options made of the letters of others, unless letters are what is picked from."""
    options = written.options()
    summed = [(text, steps) for text, steps in options if _SUM.fullmatch(text)]
    if len(summed) < len(options) and not any(len(text.strip("`'\"().")) == 1 for text, _ in options):
        for text, steps in summed:
            both = both_places(written, steps)
            yield Found(
                written.at(*steps),
                f"{shown(text)} names options by letters, and they are mixed each time",
                f"write `answers:` with all that is right, or say the option in words{both}",
            )


RULES = (
    Rule(
        code="named-letters",
        family=Family.WORDING,
        about="An explanation or an option names options by letter, number or place (`option B`, `the"
        " second answer`, `A and C`), but they are mixed before they are shown, as the place of the"
        " right one is to vary (Haladyna, Downing & Rodriguez 2002). In English, German, French and"
        " Spanish.",
        bad=questions(
            "  - {ask: Which is a lake?, answer: Como, wrong: [Rhine, Aare], why: Option B is a river.}"
        ),
        good=questions(
            "  - {ask: Which is a lake?, answer: Como, wrong: [Rhine, Aare], why: The Rhine is a river.}"
        ),
        find=each_question(_letters),
    ),
)
