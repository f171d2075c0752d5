"""Options, entries and sides that are the same to a learner, beyond what the reader refuses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.alike import repeated, same_option, twins
from quiz.authoring.finding import Found, Severity
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.authoring.rules.wording_language import rights, wrongs
from quiz.bank.problem import shown
from quiz.question import MatchQuestion, OrderQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.authoring.material import Material
    from quiz.bank import Written

    Places = Sequence[tuple[str, tuple[str | int, ...]]]


_ON_CODE = re.compile(
    r"\b(?:attribute|case[- ]sensitive|code|command|file ?name|folder|function|json|keyword|method"
    r"|selector|syntax|variable)s?\b|\b(?:capital letter|capitali[sz]|spell|spelt|(?:upper|lower)[- ]?case)",
    re.IGNORECASE,
)
"""Where a prompt says this, capitals may be what is asked."""

_TWO = 2


def _same(written: Written, option: str, other: str, bank: Material) -> bool:
    """Whether two options of a question are the same to its learner."""
    by_case = option.casefold() == other.casefold() and _is_on_capitals(written)
    return not by_case and same_option(option, other, bank.language)


def _is_on_capitals(written: Written) -> bool:
    """Whether capitals may be what is asked: the prompt says so, or all options differ in nothing else."""
    texts = {text.casefold() for text, _ in written.options()}
    return bool(_ON_CODE.search(written.question.ask)) or (len(texts) == 1 and len(written.options()) > _TWO)


def _right_among_wrong(written: Written, bank: Material) -> Iterator[Found]:
    right, wrong = rights(written.question), wrongs(written.question)
    told = repeated([*right, *wrong])
    for number, (text, steps) in enumerate(written.options()[len(right) :]):
        same = _right(written, text, bank)
        if same is not None and len(right) + number not in told:
            yield Found(
                written.at(*steps),
                f"the wrong option {shown(text)} is the right answer {shown(same)} over again",
                "write another wrong option, or take it away",
            )


def _right(written: Written, wrong: str, bank: Material) -> str | None:
    """Return the right option that a wrong one is to a reader, or None."""
    return next((right for right in rights(written.question) if _same(written, right, wrong, bank)), None)


def _places(written: Written, bank: Material) -> Iterator[tuple[str, Places]]:
    """Yield what is picked from, by a word for it: texts with the steps to where they stand.

    Wrong options that are right ones are left out, since they are told as such.
    """
    question = written.question
    options, count = written.options(), len(rights(question))
    yield "right options", options[:count]
    yield "wrong options", [place for place in options[count:] if _right(written, place[0], bank) is None]
    if isinstance(question, OrderQuestion):
        yield "entries", [(text, ("order", number)) for number, text in enumerate(question.items)]
    if isinstance(question, MatchQuestion):
        yield "left sides", [(side, ("match", number)) for number, (side, _) in enumerate(question.pairs)]
        yield "right sides", [(side, ("match", number)) for number, (_, side) in enumerate(question.pairs)]


def _same_options(written: Written, bank: Material) -> Iterator[Found]:
    for name, places in _places(written, bank):
        texts = [text for text, _ in places]
        told = repeated(texts)
        for number, earlier in twins(texts, lambda one, other: _same(written, one, other, bank)):
            if number not in told:
                two = f"{shown(texts[earlier])} and {shown(texts[number])}"
                steps = places[number][1]
                yield Found(
                    written.key(*steps) if name == "left sides" else written.at(*steps),
                    f"the {name} {two} are the same in other letters",
                    "write one of them differently, or take it away",
                )


OPTIONS = (
    Rule(
        code="right-among-wrong",
        family=Family.ANSWER,
        severity=Severity.ERROR,
        about="A wrong option is the right answer in other letters (a capital, accents, an article,"
        " punctuation, a number in words). Whoever picks it knows the answer, and is told that it is"
        " wrong. Commands, paths and other code are left alone, for every sign of them counts.",
        bad=questions("  - {ask: Where is the court?, answer: The Hague, wrong: [Geneva, Hague]}"),
        good=questions("  - {ask: Where is the court?, answer: The Hague, wrong: [Geneva, Bern]}"),
        find=each_question(_right_among_wrong),
    ),
    Rule(
        code="same-options",
        family=Family.ANSWER,
        severity=Severity.ERROR,
        about="Two options, entries of an order or sides of a match are the same to a reader, so"
        " there is no telling which one is meant. Code is left alone, for every sign of it counts.",
        bad=questions("  - {ask: Where is it?, answer: Geneva, wrong: [Zürich, Zurich]}"),
        good=questions("  - {ask: Where is it?, answer: Geneva, wrong: [Zürich, Basel]}"),
        find=each_question(_same_options),
    ),
)
