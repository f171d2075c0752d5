from __future__ import annotations

import pytest

from quiz.authoring.draft.candidate import Candidate, Passage
from quiz.authoring.draft.entries import entry_of
from quiz.authoring.draft.ranking import candidates
from quiz.authoring.layout import appended
from quiz.bank import read_text
from quiz.card import cards_of
from quiz.grading import grade
from quiz.question import Kind
from quiz.review import Typed, Verdict


def of(kind: Kind, text: str) -> list[Candidate]:
    """Return the candidates of a kind of a paragraph."""
    return [one for one in candidates([Passage(1, text)]) if one.kind is kind]


def clozes(text: str) -> list[str]:
    return [str(one.keys[0][1]) for one in of(Kind.CLOZE, text)]


@pytest.mark.parametrize(
    ("written", "ask", "date"),
    [
        (
            "on December 17, 2021",
            "Which date belongs in the gap? The long talks began on _____ by",
            "2021-12-17",
        ),
        (
            "in December 2021",
            "Which month and year belong in the gap? The long talks began in _____ by",
            "2021-12",
        ),
    ],
)
def test_a_date_is_asked_for_as_one_and_never_by_its_letters(written: str, ask: str, date: str) -> None:
    text = f"The long talks began {written} by the lake in Geneva."
    (one,) = of(Kind.DATE, text)
    assert one.keys == (("ask", f"{ask} the lake in Geneva."), ("date", date))
    assert clozes(text) == [text.replace("Geneva", "{Geneva::a city}")]


@pytest.mark.parametrize(
    "typed",
    ["17 December 2021", "December 17, 2021", "Dec 17, 2021", "2021-12-17", "17.12.2021", "17/12/2021"],
)
def test_a_drafted_date_is_right_however_it_is_written(typed: str) -> None:
    (one,) = of(Kind.DATE, "The long talks began on December 17, 2021 by the lake in Geneva.")
    bank = appended("quiz: 1\ntitle: T\nquestions: []\n", [entry_of(one, "x")])
    read = read_text(bank.encode(), "", "bank").bank
    assert read is not None
    (card,) = cards_of("bank", read.questions[0])
    assert grade(card, Typed(typed)).verdict is Verdict.RIGHT


def test_a_month_may_be_given_in_short() -> None:
    text = "The keepers left the tower by boat in October when the long storms began."
    assert clozes(text) == [text.replace("October", "{October|Oct}")]
