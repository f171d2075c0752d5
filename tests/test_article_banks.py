"""The banks that come with the program, held to the text that they are written from."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from quiz.bank import bank_key, find_banks, quote_stands, read_bank, read_document
from quiz.card import Bank, cards_of
from quiz.grading import grade
from quiz.question import (
    ChoiceQuestion,
    Kind,
    MatchQuestion,
    NumberQuestion,
    Question,
    SeveralQuestion,
    TrueFalseQuestion,
)
from quiz.review import Typed, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent / "questions"
FOLDER = ROOT / "nato-guarantees"
PATHS = find_banks(FOLDER)
READINGS = {path.stem: read_bank(path, bank_key(path, ROOT)) for path in PATHS}
BANKS = [reading.bank for reading in READINGS.values() if reading.bank is not None]
ACCOUNT = read_document(FOLDER / "account.md")
SPELLINGS = (
    {"Riabkov", "Ryabkov", "Sergei Riabkov", "Sergei Ryabkov", "Sergey Ryabkov"},
    {"King's College London", "Kings College London", "King's", "Kings"},
    {"Putin", "Vladimir Putin"},
    {"Psaki", "Jen Psaki"},
    {"Greene", "Sam Greene"},
)


class Asked(NamedTuple):
    """A question and the bank in which it stands."""

    bank: Bank
    question: Question


QUESTIONS = [Asked(bank, question) for bank in BANKS for question in bank.questions]
each_question = pytest.mark.parametrize(
    "asked", QUESTIONS, ids=[f"{asked.bank.key}/{asked.question.id}" for asked in QUESTIONS]
)


def typed(asked: Asked) -> set[str]:
    """What counts as right when it is typed; empty for questions that are not typed."""
    if isinstance(asked.question, NumberQuestion):
        return {asked.question.written}
    cards = cards_of(asked.bank.key, asked.question)
    return {answer for card in cards for answer in card.accepted}


def right_options(question: Question) -> tuple[str, ...]:
    """The options to be picked; empty for questions of other kinds."""
    if isinstance(question, ChoiceQuestion):
        return (question.answer,)
    return question.answers if isinstance(question, SeveralQuestion) else ()


def prompts(asked: Asked) -> list[str]:
    return [card.prompt for card in cards_of(asked.bank.key, asked.question)]


def on_screen(asked: Asked) -> list[str]:
    """All that a learner sees before answering."""
    question = asked.question
    lefts = [left for left, _ in question.pairs] if isinstance(question, MatchQuestion) else []
    return [*prompts(asked), *question.options(), *lefts]


def others(asked: Asked) -> Iterator[Asked]:
    """The other questions of the same bank."""
    return (
        Asked(asked.bank, question) for question in asked.bank.questions if question is not asked.question
    )


def stands_in(answer: str, text: str) -> bool:
    """Whether the words of the answer stand in the text as whole words, whatever their case."""
    return re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", text, re.IGNORECASE) is not None


def test_four_banks_lie_beside_the_account() -> None:
    assert sorted(READINGS) == ["answer", "background", "demands", "talks"]
    assert {bank.source for bank in BANKS} == {"account.md"}


@pytest.mark.parametrize("name", READINGS)
def test_a_bank_is_read_without_a_problem(name: str) -> None:
    assert READINGS[name].bank is not None
    assert [str(problem) for problem in READINGS[name].problems] == []


def test_the_account_has_fifteen_paragraphs() -> None:
    assert list(ACCOUNT) == list(range(1, 16))


def test_there_are_at_least_sixty_questions_of_all_kinds() -> None:
    kinds = Counter(asked.question.kind for asked in QUESTIONS)
    assert kinds.total() >= 60
    # The account gives no date, so one question has to lend it one, and one is enough.
    assert {kind for kind in Kind if kinds[kind] < 2} == {Kind.DATE}
    assert kinds[Kind.DATE] == 1


def test_no_question_is_kept_back_as_a_draft() -> None:
    assert [asked.question.id for asked in QUESTIONS if asked.question.draft] == []


def test_each_paragraph_is_asked_about_at_least_twice() -> None:
    cited = Counter(asked.question.source.paragraph for asked in QUESTIONS if asked.question.source)
    assert {paragraph for paragraph, count in cited.items() if count >= 2} == set(ACCOUNT)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_each_id_is_written_in_the_file(path: Path) -> None:
    written = re.findall(r"^  - id: (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    bank = READINGS[path.stem].bank
    assert bank is not None
    assert written == [question.id for question in bank.questions]


@each_question
def test_a_question_explains_its_answer(asked: Asked) -> None:
    assert asked.question.why


@each_question
def test_the_quote_stands_in_the_paragraph_that_is_named(asked: Asked) -> None:
    source = asked.question.source
    assert source is not None
    assert source.document is None
    assert source.paragraph is not None
    assert source.quote is not None
    assert quote_stands(source.quote, ACCOUNT[source.paragraph])


@each_question
def test_a_quote_is_short(asked: Asked) -> None:
    source = asked.question.source
    assert source is not None
    assert source.quote is not None
    assert 2 <= len(source.quote.split()) <= 8


@each_question
def test_a_prompt_is_short_enough_for_a_narrow_screen(asked: Asked) -> None:
    assert max(map(len, prompts(asked))) <= 140


@each_question
def test_no_other_question_shows_a_typed_answer(asked: Asked) -> None:
    shown = [(other.question.id, text) for other in others(asked) for text in on_screen(other)]
    given = [(answer, place) for answer in typed(asked) for place, text in shown if stands_in(answer, text)]
    assert given == []


@each_question
def test_no_other_prompt_says_which_option_is_right(asked: Asked) -> None:
    said = [(other.question.id, text) for other in others(asked) for text in prompts(other)]
    given = [
        (option, place)
        for option in right_options(asked.question)
        for place, text in said
        if stands_in(option, text)
    ]
    assert given == []


@each_question
def test_no_prompt_says_its_own_answer(asked: Asked) -> None:
    answers = right_options(asked.question) or tuple(typed(asked))
    own = [
        (card.part, answer)
        for card in cards_of(asked.bank.key, asked.question)
        for answer in card.accepted or answers
        if stands_in(answer, card.prompt)
    ]
    assert own == []


@pytest.mark.parametrize(
    "question",
    [asked.question for asked in QUESTIONS if right_options(asked.question)],
    ids=lambda question: question.id,
)
def test_options_are_of_like_length(question: ChoiceQuestion | SeveralQuestion) -> None:
    shortest_right = min(map(len, right_options(question)))
    assert 2 <= len(question.wrong) <= 3
    assert max(map(len, question.options())) <= 2.5 * shortest_right
    assert min(map(len, question.options())) * 2.5 >= shortest_right


def test_the_right_option_is_not_told_by_being_the_longest() -> None:
    choices = [asked.question for asked in QUESTIONS if isinstance(asked.question, ChoiceQuestion)]
    longest = [
        choice for choice in choices if len(choice.answer) > max(len(wrong.text) for wrong in choice.wrong)
    ]
    assert len(longest) <= 0.5 * len(choices)


def test_claims_are_true_about_as_often_as_false() -> None:
    claims = [asked.question.answer for asked in QUESTIONS if isinstance(asked.question, TrueFalseQuestion)]
    assert 0.4 <= claims.count(True) / len(claims) <= 0.6


@pytest.mark.parametrize("spellings", SPELLINGS, ids=min)
def test_a_name_is_accepted_in_every_spelling(spellings: set[str]) -> None:
    cards = [card for asked in QUESTIONS for card in cards_of(asked.bank.key, asked.question)]
    asked_for = [card for card in cards if spellings & set(card.accepted)]
    assert asked_for
    refused = [
        (card.key, name)
        for card in asked_for
        for name in sorted(spellings)
        if grade(card, Typed(name)).verdict is not Verdict.RIGHT
    ]
    assert refused == []
