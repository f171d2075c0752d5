"""Whether names are spelt as the text spells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.authoring.evidence_spelling import slips
from quiz.authoring.finding import Found
from quiz.authoring.rule import Family, Rule, each_question, questions
from quiz.bank.problem import shown
from quiz.question import (
    ChoiceQuestion,
    MatchQuestion,
    OrderQuestion,
    RecallQuestion,
    SeveralQuestion,
    TextQuestion,
    TrueFalseQuestion,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.authoring.material import Material
    from quiz.bank import Written
    from quiz.question import Location, Question

MOST_READ = 2_000_000
"""Characters of a text that are searched for names."""


class _Said(NamedTuple):
    """A text of a question, and where it stands; of an answer, names may begin it."""

    text: str
    place: Location
    is_answer: bool = True


def _misspelt(written: Written, bank: Material) -> Iterator[Found]:
    text = "\n".join(bank.paragraphs_of(written).values())
    if not written.sound or not text or len(text) > MOST_READ:
        return
    for said in _said(written):
        for name, standing in slips(said.text, text, bank.language, is_answer=said.is_answer):
            yield Found(
                said.place,
                f"{shown(name)} is spelt {shown(standing)} in {shown(bank.document_of(written) or '')}",
                f"write `{standing}`",
            )


def _said(written: Written) -> Iterator[_Said]:
    """Yield prompt and right answers, but neither a false claim nor what else is accepted."""
    question = written.question
    if not isinstance(question, TrueFalseQuestion) or question.answer:
        key = next((key for key in ("claim", "cloze", "front") if written.value(key) is not None), "ask")
        yield _Said(question.ask, written.at(key), is_answer=False)
    yield from _answers(question, written)


def _answers(question: Question, written: Written) -> Iterator[_Said]:
    match question:
        case TextQuestion() | ChoiceQuestion():
            yield _Said(question.answer, written.at("answer"))
        case RecallQuestion():
            yield _Said(question.back, written.at("back"))
        case SeveralQuestion():
            yield from (_Said(one, written.at("answers", n)) for n, one in enumerate(question.answers))
        case OrderQuestion():
            yield from (_Said(one, written.at("order", n)) for n, one in enumerate(question.items))
        case MatchQuestion():
            for number, (left, right) in enumerate(question.pairs):
                yield _Said(left, written.key("match", number))
                yield _Said(right, written.at("match", number))
        case _:
            pass


_TEXT = "In 1862 Johann P\N{LATIN SMALL LETTER U WITH DIAERESIS}rfurst built the bridge of stone."
_WHO = "  - ask: Who built the bridge?\n    answer: {}\n    source: {{paragraph: 1}}\n"

RULES: tuple[Rule, ...] = (
    Rule(
        code="misspelt-name",
        family=Family.GROUNDING,
        about=(
            "A name in a prompt or in a right answer that differs by a letter, in long names by two, or by "
            "an accent from one name of the text, and does not stand in the text itself. A learner is taught "
            "the wrong spelling, or marked wrong for the right one. Names of four letters are looked at only "
            "beside a word that stands next to them in the text, as in `Tom Baske` for Tom Bask. Endings "
            "that make another form of a word, and what `accept` adds, are left alone; false claims may name "
            "others. Only in languages that do not bend names."
        ),
        bad=questions(_WHO.format("Johan P\N{LATIN SMALL LETTER U WITH DIAERESIS}rfurst"), _TEXT),
        good=questions(_WHO.format("Johann P\N{LATIN SMALL LETTER U WITH DIAERESIS}rfurst"), _TEXT),
        find=each_question(_misspelt),
    ),
)
