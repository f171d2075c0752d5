"""Whether a question can be answered: its right answers, its wrong ones, and what may be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.authoring.alike import holds, same_answer, same_option, twins, words
from quiz.authoring.finding import Found, Severity
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.bank.problem import shown
from quiz.question import (
    ChoiceQuestion,
    ClozeQuestion,
    DateQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    SeveralQuestion,
    TextQuestion,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.authoring.material import Material
    from quiz.bank import Written

    Places = Sequence[tuple[str, tuple[str | int, ...]]]

MOST_WORDS = 8
MOST_LETTERS = 60
MOST_HOLE_WORDS = 6
YEARS = range(1000, 2100)
YEAR_LEEWAY = 2


def _language(bank: Material) -> str:
    return bank.bank.language if bank.bank else "en"


def _right_among_wrong(written: Written, bank: Material) -> Iterator[Found]:
    question = written.question
    if not isinstance(question, ChoiceQuestion | SeveralQuestion):
        return
    rights = (question.answer,) if isinstance(question, ChoiceQuestion) else question.answers
    for number, wrong in enumerate(question.wrong):
        for right in rights:
            if same_option(right, wrong.text, _language(bank)):
                yield Found(
                    written.at("wrong", number),
                    f"the wrong option {shown(wrong.text)} is the right answer {shown(right)} over again",
                    "write another wrong option, or take it away",
                )
                break


def _places(written: Written) -> Iterator[tuple[str, Places]]:
    """Yield what is picked from, by a word for it: texts with the steps to where they stand."""
    question = written.question
    match question:
        case ChoiceQuestion() | SeveralQuestion():
            if isinstance(question, SeveralQuestion):
                yield "right options", [(text, ("answers", n)) for n, text in enumerate(question.answers)]
            yield "wrong options", [(wrong.text, ("wrong", n)) for n, wrong in enumerate(question.wrong)]
        case OrderQuestion():
            yield "entries", [(text, ("order", n)) for n, text in enumerate(question.items)]
        case MatchQuestion():
            yield "right sides", [(right, ("match", n)) for n, (_, right) in enumerate(question.pairs)]
        case _:
            return


def _same_options(written: Written, bank: Material) -> Iterator[Found]:
    for name, places in _places(written):
        for number, earlier in twins([text for text, _ in places], _language(bank)):
            text, steps = places[number]
            yield Found(
                written.at(*steps),
                f"the {name} {shown(places[earlier][0])} and {shown(text)} are the same in other letters",
                "write one of them differently, or take it away",
            )


def _same_answers(written: Written, bank: Material) -> Iterator[Found]:
    question, language = written.question, _language(bank)
    if isinstance(question, TextQuestion):
        answers = (question.answer, *question.accept)
        for number, accepted in enumerate(question.accept):
            twin = _first_same(answers[: number + 1], accepted, language)
            if twin is not None:
                yield Found(
                    written.at("accept", number),
                    f"{shown(accepted)} is accepted already, as {shown(twin)} is",
                    "take it away: case, accents, articles and punctuation do not count",
                )
    if isinstance(question, ClozeQuestion):
        for hole in question.holes():
            for number, accepted in enumerate(hole.accepted):
                twin = _first_same(hole.accepted[:number], accepted, language)
                if twin is not None:
                    yield Found(
                        written.at("cloze"),
                        f"in the hole {shown(hole.accepted[0])}, {shown(accepted)} is accepted already, "
                        f"as {shown(twin)} is",
                        "take it away: case, accents, articles and punctuation do not count",
                    )


def _first_same(answers: Sequence[str], text: str, language: str) -> str | None:
    return next((answer for answer in answers if same_answer(answer, text, language)), None)


def _wide_tolerance(written: Written, bank: Material) -> Iterator[Found]:
    del bank
    question = written.question
    if not isinstance(question, NumberQuestion) or question.tolerance is None:
        return
    value, margin = question.value, question.tolerance.margin(question.value)
    where = written.at("tolerance")
    if question.tolerance.relative and not value:
        message = "a share of 0 is 0, so this tolerance lets nothing through"
        yield Found(where, message, "write how far off is still right as a number")
    elif _is_year(question) and margin > YEAR_LEEWAY:
        message = f"the tolerance takes in every year from {value - margin:.0f} to {value + margin:.0f}"
        yield Found(where, message, "write it in years, such as `1`, or take it away")
    elif value and margin * 2 >= abs(value):
        message = f"the tolerance takes in everything from {value - margin:f} to {value + margin:f}"
        yield Found(where, message, "write a smaller one: half of the number is more than a guess needs")


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
            if holds(question.hint, answer):
                message = f"the hint holds the answer {shown(answer)}"
                yield Found(written.at("hint"), message, "write a hint that leads there without saying it")
                return
    if isinstance(question, ClozeQuestion):
        for hole in question.holes():
            told = next((one for one in hole.accepted if hole.hint and holds(hole.hint, one)), None)
            if told is not None:
                message = f"the hint {shown(hole.hint or '')} holds the answer {shown(told)}"
                yield Found(written.at("cloze"), message, "write a hint that leads there without saying it")


def _answers(written: Written) -> Sequence[str]:
    """Return the answers that a hint must not hold; none where hints name options anyway."""
    question = written.question
    match question:
        case TextQuestion():
            return (question.answer, *question.accept)
        case ChoiceQuestion():
            return (
                ()
                if any(holds(question.hint or "", wrong.text) for wrong in question.wrong)
                else (question.answer,)
            )
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
    if isinstance(question, TextQuestion):
        count = len(words(question.answer))
        if count > MOST_WORDS or len(question.answer) > MOST_LETTERS:
            yield Found(
                written.at("answer"),
                f"{count} words and {len(question.answer)} characters have to be typed to the letter",
                "ask for its core, make a flashcard of it (`front`, `back`), or add `wrong:` options",
            )
    if isinstance(question, ClozeQuestion):
        for hole in question.holes():
            if len(words(hole.accepted[0])) > MOST_HOLE_WORDS:
                yield Found(
                    written.at("cloze"),
                    f"the hole {shown(hole.accepted[0])} has to be typed to the letter",
                    "make the hole smaller: a name, a number, a term",
                )


RULES = (
    Rule(
        code="right-among-wrong",
        family=Family.ANSWER,
        severity=Severity.ERROR,
        about="A wrong option is the right answer in other letters (case, accents, an article, punctuation, a"
        " number in words). Whoever picks it knows the answer, and is told that it is wrong.",
        bad=questions("  - {ask: Where is the court?, answer: The Hague, wrong: [Geneva, Hague]}"),
        good=questions("  - {ask: Where is the court?, answer: The Hague, wrong: [Geneva, Bern]}"),
        find=each_question(_right_among_wrong),
    ),
    Rule(
        code="same-options",
        family=Family.ANSWER,
        severity=Severity.ERROR,
        about="Two options, entries of an order or right sides of a match are the same to a reader, so"
        " there is no telling which one is meant.",
        bad=questions("  - {ask: Where is it?, answer: Geneva, wrong: [Zürich, Zurich]}"),
        good=questions("  - {ask: Where is it?, answer: Geneva, wrong: [Zürich, Basel]}"),
        find=each_question(_same_options),
    ),
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
        " either side; a guess is then as good as knowing. A share of a year is nearly always a slip.",
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
        about="A typed answer is compared as a whole. Beyond a few words nobody hits it who knows it.",
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
