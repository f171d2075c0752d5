"""Whether a question can be answered: its right answers, its wrong ones, and what may be typed."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from quiz.authoring.alike import holds, holds_another, read_as, same_answer, twins, words
from quiz.authoring.finding import Found, Severity
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.authoring.rules.answer_holes import RULES as HOLES
from quiz.authoring.rules.answer_options import OPTIONS
from quiz.authoring.rules.wording_language import wrongs
from quiz.bank.problem import shown
from quiz.quantity import Figures
from quiz.question import (
    ChoiceQuestion,
    ClozeQuestion,
    DateQuestion,
    NumberQuestion,
    TextQuestion,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.authoring.material import Material
    from quiz.bank import Written
    from quiz.question import Question

MOST_WORDS = 8
MOST_LETTERS = 60
MOST_HOLE_WORDS = 6
YEARS = range(1000, 2100)
YEAR_LEEWAY = 2
YEAR_FIGURES = 4
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _same_answers(written: Written, bank: Material) -> Iterator[Found]:
    question = written.question
    if isinstance(question, TextQuestion):
        for number, twin in _twins(question.accepted(""), question, bank):
            accepted = question.accept[number - 1]
            yield Found(
                written.at("accept", number - 1),
                f"{shown(accepted)} is accepted already, as {shown(twin)} is"
                f"{_why(twin, accepted, question, bank)}",
                _not_needed(question),
            )
    if isinstance(question, ClozeQuestion):
        for hole in question.holes():
            for number, twin in _twins(hole.accepted, question, bank):
                first, accepted = shown(hole.accepted[0]), shown(hole.accepted[number])
                why = _why(twin, hole.accepted[number], question, bank)
                message = f"in the hole {first}, {accepted} is accepted already, as {shown(twin)} is{why}"
                yield Found(written.at("cloze"), message, _not_needed(question))


def _twins(answers: Sequence[str], question: Question, bank: Material) -> Iterator[tuple[int, str]]:
    """Yield the number of each answer that is judged right without being accepted, and what takes it in."""

    def same(one: str, other: str) -> bool:
        return same_answer(one, other, bank.language, exact=question.exact)

    for number, earlier in twins(answers, same):
        yield number, answers[earlier]


def _why(twin: str, accepted: str, question: Question, bank: Material) -> str:
    """Return in what two accepted answers are the same, as the end of a sentence; empty if that is plain."""
    same = None if question.exact else read_as(twin, accepted, bank.language)
    if same is None:
        return ""
    return f": both are read as {f'the number {same}' if _NUMBER.fullmatch(same) else shown(same)}"


def _not_needed(question: Question) -> str:
    """Return the cure; where every letter counts, only what is written twice is not needed."""
    if question.exact:
        return "take it away"
    return (
        "take it away: case, accents, articles, punctuation, and whether a number stands in words "
        "or in figures do not count"
    )


def _wide_tolerance(written: Written, bank: Material) -> Iterator[Found]:
    del bank
    question = written.question
    if not isinstance(question, NumberQuestion) or question.tolerance is None or question.upper is not None:
        return
    where = written.at("tolerance")
    if isinstance(question.tolerance, Figures):
        if _is_year(question) and question.tolerance.digits < YEAR_FIGURES:
            message = f"with {question.tolerance} the tolerance takes in {_years(question)}"
            yield Found(where, message, "write it in years, such as `1`, or take it away")
        return
    value, margin = question.value, question.tolerance.margin(question.value)
    if question.tolerance.relative and not value:
        message = "a share of 0 is 0, so this tolerance lets nothing through"
        yield Found(where, message, "write how far off is still right as a number")
    elif _is_year(question) and margin > YEAR_LEEWAY:
        message = f"the tolerance takes in every year from {value - margin:.0f} to {value + margin:.0f}"
        yield Found(where, message, "write it in years, such as `1`, or take it away")
    elif value and margin * 2 >= abs(value):
        message = f"the tolerance takes in everything from {value - margin:f} to {value + margin:f}"
        yield Found(where, message, "write a smaller one: half of the number is more than a guess needs")


def _years(question: NumberQuestion) -> str:
    """Return in words which years are right where only so many figures have to agree."""
    lower, upper = map(int, question.bounds())
    years = [year for year in range(lower, upper + 1) if question.takes(Decimal(year))]
    return f"every year from {years[0]} to {years[-1]}"


def _is_year(question: NumberQuestion) -> bool:
    whole = question.value == question.value.to_integral_value()
    return whole and question.unit is None and question.written.isdigit() and int(question.value) in YEARS


def _hole_is_everything(written: Written, bank: Material) -> Iterator[Found]:
    del bank
    question = written.question
    if isinstance(question, ClozeQuestion):
        around = "".join(piece for piece in question.pieces if isinstance(piece, str))
        if len(question.holes()) == 1 and not words(around):
            message = "the hole is the whole text, so nothing is asked"
            yield Found(written.at("cloze"), message, "write the sentence that the answer stands in")


def _hint_holds_answer(written: Written, bank: Material) -> Iterator[Found]:
    del bank
    question = written.question
    if question.hint is not None:
        for answer in _answers(written):
            if _holds(question.hint, answer, question):
                message = f"the hint holds the answer {shown(answer)}"
                yield Found(written.at("hint"), message, "write a hint that leads there without saying it")
                return
    if isinstance(question, ClozeQuestion):
        for hole in question.holes():
            hint = hole.hint or ""
            told = next((one for one in hole.accepted if _holds(hint, one, question)), None)
            if told is not None:
                message = f"the hint {shown(hint)} holds the answer {shown(told)}"
                yield Found(written.at("cloze"), message, "write a hint that leads there without saying it")


def _holds(hint: str, answer: str, question: Question) -> bool:
    """Whether a hint says an answer: to the letter, where every letter counts."""
    return holds(hint, answer) and (not question.exact or answer in hint)


def _answers(written: Written) -> Sequence[str]:
    """Return the answers that a hint must not hold; none where hints name options anyway."""
    question = written.question
    match question:
        case TextQuestion():
            return (question.answer, *question.accept)
        case ChoiceQuestion():
            named = holds_another(question.hint or "", wrongs(question), question.answer)
            return () if named else (question.answer,)
        case NumberQuestion():
            return (question.written,)
        case DateQuestion():
            return (str(question.date.year),)
        case ClozeQuestion():
            return [accepted for hole in question.holes() for accepted in hole.accepted]
        case _:
            return ()


def _long_answer(written: Written, bank: Material) -> Iterator[Found]:
    del bank
    question = written.question
    if isinstance(question, TextQuestion) and all(map(_is_long, (question.answer, *question.accept))):
        count = len(words(question.answer))
        yield Found(
            written.at("answer"),
            f"{count} words and {len(question.answer)} characters have to be typed to the letter",
            "ask for its core, or write that below `accept:`; or make a flashcard (`front`, `back`)",
        )
    if isinstance(question, ClozeQuestion):
        for hole in question.holes():
            if all(len(words(accepted)) > MOST_HOLE_WORDS for accepted in hole.accepted):
                yield Found(
                    written.at("cloze"),
                    f"the hole {shown(hole.accepted[0])} has to be typed to the letter",
                    "make the hole smaller: a name, a number, a term",
                )


def _is_long(answer: str) -> bool:
    return len(words(answer)) > MOST_WORDS or len(answer) > MOST_LETTERS


RULES = (
    *OPTIONS,
    *HOLES,
    Rule(
        code="same-answers",
        family=Family.ANSWER,
        about="An accepted answer is judged right without being listed: case, accents, articles, punctuation,"
        " and numbers in words do not count. It only makes the bank longer.",
        bad=questions("  - {ask: Where is the court?, answer: The Hague, accept: [the hague, Den Haag]}"),
        good=questions("  - {ask: Where is the court?, answer: The Hague, accept: [Den Haag]}"),
        find=each_question(_same_answers),
    ),
    Rule(
        code="wide-tolerance",
        family=Family.ANSWER,
        about="The tolerance of a number takes in half of it and more, or, for a year, several years to"
        " either side; a guess is then as good as knowing. A share of a year is nearly always a slip, and so"
        " are figures that let its last one go. A range, which says itself what is right, is left alone.",
        bad=questions("  - {ask: When did the war end?, number: 1945, tolerance: 5%}"),
        good=questions("  - {ask: When did the war end?, number: 1945, tolerance: 1}"),
        find=each_question(_wide_tolerance),
    ),
    Rule(
        code="hole-is-everything",
        family=Family.ANSWER,
        severity=Severity.ERROR,
        about="The one hole of a cloze is its whole text, so the learner sees nothing but a blank.",
        bad=questions('  - cloze: "{Geneva}"'),
        good=questions('  - cloze: "The talks are held in {Geneva}."'),
        find=each_question(_hole_is_everything),
    ),
    Rule(
        code="hint-holds-answer",
        family=Family.ANSWER,
        about="The hint says the answer itself. A hint leads to the memory; this one takes its place.",
        bad=questions(
            "  - {ask: Which city hosts the talks?, answer: Geneva, hint: It is Geneva on the lake.}"
        ),
        good=questions("  - {ask: Which city hosts the talks?, answer: Geneva, hint: It lies on a lake.}"),
        find=each_question(_hint_holds_answer),
    ),
    Rule(
        code="long-answer",
        family=Family.ANSWER,
        about="A typed answer is compared as a whole. Beyond a few words nobody hits it who knows it."
        " Found where no shorter answer is accepted.",
        bad=questions(
            "  - ask: What does the alliance say?\n"
            "    answer: It will not negotiate about the security of Europe without its allies and partners"
        ),
        good=questions(
            "  - front: What does the alliance say?\n"
            "    back: It will not negotiate about the security of Europe without its allies and partners"
        ),
        find=each_question(_long_answer),
    ),
)
