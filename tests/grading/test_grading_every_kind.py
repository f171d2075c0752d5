"""What holds for a question of every kind: its own answer is right, and what is ignored changes nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.card import Card, cards_of
from quiz.grading import grade
from quiz.quantity import PartialDate, Tolerance
from quiz.question import (
    ChoiceQuestion,
    ClozeQuestion,
    DateQuestion,
    Hole,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    RecallQuestion,
    SeveralQuestion,
    TextQuestion,
    TrueFalseQuestion,
    Wrong,
)
from quiz.review import Matched, Picked, Rating, Response, SelfRated, Typed, Verdict
from tests.grading.asking import HERE, R

LANGUAGES = st.sampled_from(["en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ru", "ar", "ja", "xx"])
words = st.text("abcdefghijklmnopqrstuvwxyzäßłéİ日", min_size=1, max_size=8)
some = st.lists(words, min_size=2, max_size=5, unique_by=str.casefold).map(tuple)
rivals = st.lists(words, max_size=3)
named = {"id": st.just("q"), "ask": words, "location": st.just(HERE)}
wrong = st.just((Wrong("0", None), Wrong("00", None)))
values = st.integers(-(10**9), 10**9).map(Decimal)

KINDS: dict[str, st.SearchStrategy[Question]] = {
    "text": st.builds(TextQuestion, **named, answer=words, accept=some, exact=st.booleans()),
    "cloze": st.builds(
        ClozeQuestion,
        **named,
        pieces=some.map(lambda found: tuple(Hole((one,), None) for one in found)),
        exact=st.booleans(),
    ),
    "choice": st.builds(ChoiceQuestion, **named, answer=words, wrong=wrong),
    "true-false": st.builds(TrueFalseQuestion, **named, answer=st.booleans()),
    "several": st.builds(SeveralQuestion, **named, answers=some, wrong=wrong),
    "order": st.builds(OrderQuestion, **named, items=some),
    "match": st.builds(
        MatchQuestion, **named, pairs=some.map(lambda found: tuple((one, one * 2) for one in found))
    ),
    "number": st.builds(
        NumberQuestion,
        **named,
        value=values,
        written=st.just("0"),
        unit=st.sampled_from([None, "km", "%", "ships", "s", "°C", "км"]),
        tolerance=st.sampled_from([None, Tolerance(Decimal(1), relative=False)]),
    ),
    "date": st.builds(
        DateQuestion,
        **named,
        date=st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28)),
    ),
    "recall": st.builds(RecallQuestion, **named, back=words),
}


def own_answers(card: Card) -> list[Response]:
    """Return every response that has to be right."""
    match card.question:
        case TextQuestion() | ClozeQuestion():
            return [Typed(one) for one in card.accepted]
        case NumberQuestion(value=value, unit=unit):
            return [Typed(str(value)), Typed(f"{value} {unit or ''}")]
        case DateQuestion(date=date):
            return [Typed(str(date))]
        case RecallQuestion():
            return [SelfRated(Rating.GOOD), SelfRated(Rating.EASY)]
        case question:
            return own_picks(question)


def own_picks(question: Question) -> list[Response]:
    """Return every response that has to be right where nothing is typed."""
    match question:
        case MatchQuestion(pairs=pairs):
            return [Matched(pairs, ()), Matched(pairs[::-1], ())]
        case SeveralQuestion(answers=answers):
            return [Picked(answers, ()), Picked(answers[::-1], question.options())]
        case OrderQuestion(items=items):
            return [Picked(items, items[::-1])]
        case _:
            return [Picked((question.right(""),), question.options())]


def respelt(response: Response) -> list[Response]:
    """Return the same response in the ways that no kind tells apart."""
    match response:
        case Typed(text):
            return [Typed(f" \t{text}\n"), Typed(f"{text} ")]
        case Picked(picked, shown):
            return [Picked(picked, shown[::-1])]
        case Matched(pairs, shown):
            return [Matched(pairs[::-1], shown), Matched(pairs + pairs, shown)]
        case _:
            return [response]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_takes_its_own_answers_in_every_language(kind: str) -> None:
    @given(
        KINDS[kind].flatmap(lambda question: st.sampled_from(cards_of("bank", question))), LANGUAGES, rivals
    )
    def holds(card: Card, language: str, others: list[str]) -> None:
        for response in own_answers(card):
            found = grade(card, response, language=language, rivals=others)
            assert (found.verdict, found.score) == (R, 1)
            assert found == grade(card, response, language=language, rivals=others)
            for again in respelt(response):
                assert grade(card, again, language=language, rivals=others).verdict is R

    holds()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_judges_every_response(kind: str) -> None:
    responses: st.SearchStrategy[Response] = st.one_of(
        st.builds(Typed, st.text(max_size=20) | words),
        st.builds(Picked, some, some),
        st.builds(Matched, st.lists(st.tuples(words, words), max_size=3).map(tuple), some),
        st.builds(SelfRated, st.sampled_from(Rating)),
    )

    @given(
        KINDS[kind].flatmap(lambda question: st.sampled_from(cards_of("bank", question))),
        responses,
        LANGUAGES,
    )
    def holds(card: Card, response: Response, language: str) -> None:
        found = grade(card, response, language=language)
        assert found.verdict in Verdict
        assert 0 <= found.score <= 1
        assert found == grade(card, response, language=language)

    holds()


@given(st.integers(1, 8), st.integers(0, 11))
def test_feet_and_inches_are_read_in_all_their_ways(feet: int, inches: int) -> None:
    question = NumberQuestion(
        id="q", ask="?", location=HERE, value=Decimal(12 * feet + inches), written="0", unit="in"
    )
    for typed in (
        f"{feet}'{inches}\"",
        f"{feet} ft {inches} in",
        f"{feet}' {inches}''",
        f"{feet} feet {inches}",
    ):
        assert grade(Card("bank", question), Typed(typed)).verdict is R
