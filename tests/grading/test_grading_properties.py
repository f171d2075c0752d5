"""What holds for every question and every response."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from quiz.card import Card, cards_of
from quiz.grading import Judgement, Sort, grade, rejudge_near
from quiz.quantity import Figures, PartialDate, Tolerance
from quiz.question import (
    ChoiceQuestion,
    ClozeQuestion,
    DateQuestion,
    Hole,
    Location,
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

HERE = Location("bank.yaml", 1, 1)
LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "de-CH", "en_GB", "xx", ""]
ALPHABET = "abcdeinostABC éüßłøİ日が0123456789.,:;!?'\"()[]+-%°#/&*=<>^²½£$_\u0301\u0131\u200b\ud800\n"

texts = st.one_of(st.text(ALPHABET, max_size=30), st.text(max_size=20), st.text("aeb ", max_size=12))
words = st.sampled_from(
    ["Geneva", "the Hague", "C++", "-5", "no", "12/11/2021", "90 thousand", "a", "b", "true"]
)
figures = st.text("0123456789^/.,exk -%", min_size=1, max_size=12)
spelt = st.lists(
    st.sampled_from(
        [
            "two",
            "fifty",
            "hundred",
            "thousand",
            "million",
            "and",
            "a",
            "half",
            "point",
            "zwei",
            "tausend",
            "mille",
            "vingt",
            "to",
        ]
    ),
    max_size=8,
).map(" ".join)
some = st.one_of(words, texts, figures, spelt)
visible = some.filter(lambda text: any(sign.isprintable() and not sign.isspace() for sign in text))
several = st.lists(some, min_size=1, max_size=5, unique=True).map(tuple)
wrongs = several.map(lambda found: tuple(Wrong(text, None) for text in found))
dates = st.builds(
    PartialDate,
    st.integers(-9999, 9999),
    st.one_of(st.none(), st.integers(1, 12)),
    st.none(),
) | st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28))
amounts = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30)
tolerances = st.one_of(
    st.none(),
    st.builds(Tolerance, amounts.map(abs), st.booleans()),
    st.builds(Figures, st.integers(1, 999)),
)
named = {"id": st.just("q"), "ask": some, "location": st.just(HERE)}
holes = st.lists(st.builds(Hole, several, st.none()), min_size=1, max_size=3).map(tuple)

questions: st.SearchStrategy[Question] = st.one_of(
    st.builds(
        TextQuestion,
        **named,
        answer=some,
        accept=st.just(()) | several,
        reverse=st.booleans(),
        exact=st.booleans(),
    ),
    st.builds(ClozeQuestion, **named, pieces=holes, exact=st.booleans()),
    st.builds(ChoiceQuestion, **named, answer=some, wrong=wrongs),
    st.builds(TrueFalseQuestion, **named, answer=st.booleans()),
    st.builds(
        NumberQuestion,
        **named,
        value=amounts,
        written=some,
        upper=st.none() | amounts,
        tolerance=tolerances,
        unit=st.none() | st.sampled_from(["km", "%", "troops", "", "K"]),
    ),
    st.builds(DateQuestion, **named, date=dates),
    st.builds(SeveralQuestion, **named, answers=several, wrong=wrongs),
    st.builds(OrderQuestion, **named, items=several),
    st.builds(MatchQuestion, **named, pairs=st.lists(st.tuples(some, some), max_size=4).map(tuple)),
    st.builds(RecallQuestion, **named, back=some),
)
cards = questions.flatmap(lambda question: st.sampled_from(cards_of("bank", question)))
picked = st.lists(some, max_size=5).map(tuple)
responses: st.SearchStrategy[Response] = st.one_of(
    st.builds(Typed, some),
    st.builds(Picked, picked, picked),
    st.builds(Matched, st.lists(st.tuples(some, some), max_size=4).map(tuple), picked),
    st.builds(SelfRated, st.sampled_from(Rating)),
)
languages = st.sampled_from(LANGUAGES)


def own_response(card: Card) -> Response:
    """Return options of the question itself, so that picks come close to right."""
    options = card.question.options()
    return Picked(options[:2], options)


def consistent(found: Judgement) -> bool:
    allowed = {
        Verdict.RIGHT: found.score == 1,
        Verdict.NEAR: found.score in {0.5, 1},
        Verdict.PARTLY: 0 < found.score < 1,
        Verdict.WRONG: found.score == 0,
    }
    return allowed[found.verdict]


def written(answer: str, response: str, language: str) -> Judgement:
    card = Card("bank", TextQuestion(id="q", ask="?", location=HERE, answer=answer))
    return grade(card, Typed(response), language=language)


@given(cards, responses, languages, st.integers(0, 3), st.lists(some, max_size=3))
def test_every_response_gets_a_consistent_judgement(
    card: Card, response: Response, language: str, hints: int, rivals: list[str]
) -> None:
    found = grade(card, response, language=language, hints=hints, rivals=rivals)
    assert consistent(found)
    assert found.reason.endswith((".", "!", "?", "…"))
    assert found == grade(card, response, language=language, hints=hints, rivals=rivals)


@given(cards)
def test_options_of_the_question_get_a_consistent_judgement(card: Card) -> None:
    assert consistent(grade(card, own_response(card)))


@given(cards, responses, st.booleans())
def test_judging_again_is_consistent(card: Card, response: Response, accepted: bool) -> None:  # noqa: FBT001
    again = rejudge_near(grade(card, response), accepted=accepted)
    assert consistent(again)
    assert again.score != 0.5 or again.verdict is Verdict.PARTLY


@given(st.lists(visible, min_size=1, max_size=4), st.data(), languages, st.lists(some, max_size=2))
def test_each_accepted_answer_is_right(
    answers: list[str], data: st.DataObject, language: str, rivals: list[str]
) -> None:
    question = TextQuestion(id="q", ask="?", location=HERE, answer=answers[0], accept=tuple(answers[1:]))
    typed = data.draw(st.sampled_from(answers))
    found = grade(Card("bank", question), Typed(typed), language=language, rivals=rivals)
    assert (found.verdict, found.score) == (Verdict.RIGHT, 1)


@given(visible, some, languages)
def test_space_around_and_between_is_ignored(answer: str, response: str, language: str) -> None:
    spaced = f"\t {'  '.join(response.split(' '))} \n"
    assert written(answer, spaced, language).verdict == written(answer, response, language).verdict


@given(visible, languages)
def test_case_is_ignored(answer: str, language: str) -> None:
    assert written(answer, answer.casefold(), language).verdict is Verdict.RIGHT
    assert written(answer, answer.upper(), language).verdict is Verdict.RIGHT


@given(visible, some, languages)
def test_a_drawn_difference_spells_the_right_answer(answer: str, response: str, language: str) -> None:
    found = written(answer, response, language)
    if found.difference:
        theirs = "".join(piece.text for piece in found.difference if piece.sort is not Sort.EXTRA)
        assert theirs == " ".join(unicodedata.normalize("NFC", answer).split())
        assert all(piece.text for piece in found.difference)
        assert found.verdict in {Verdict.NEAR, Verdict.WRONG}


@given(st.integers(-(10**12), 10**12), st.sampled_from(["en", "de", "fr"]))
def test_a_number_in_plain_digits_is_right_in_every_language(value: int, language: str) -> None:
    question = NumberQuestion(id="q", ask="?", location=HERE, value=Decimal(value), written=str(value))
    assert grade(Card("bank", question), Typed(str(value)), language=language).verdict is Verdict.RIGHT


@given(figures, languages, st.sampled_from([None, "km", "%", "million"]))
def test_every_text_of_figures_is_judged(text: str, language: str, unit: str | None) -> None:
    number = NumberQuestion(id="q", ask="?", location=HERE, value=Decimal(1), written="1", unit=unit)
    date = DateQuestion(id="q", ask="?", location=HERE, date=PartialDate(2021, 12, 17))
    assert consistent(grade(Card("bank", number), Typed(text), language=language))
    assert consistent(grade(Card("bank", date), Typed(text), language=language))


@given(dates, languages)
def test_a_date_in_iso_8601_is_right_in_every_language(date: PartialDate, language: str) -> None:
    question = DateQuestion(id="q", ask="?", location=HERE, date=date)
    assert grade(Card("bank", question), Typed(str(date)), language=language).verdict is Verdict.RIGHT


@given(several)
def test_the_right_order_and_the_right_picks_are_right(items: tuple[str, ...]) -> None:
    order = Card("bank", OrderQuestion(id="q", ask="?", location=HERE, items=items))
    picks = Card("bank", SeveralQuestion(id="q", ask="?", location=HERE, answers=items, wrong=()))
    assert grade(order, Picked(items, ())).verdict is Verdict.RIGHT
    assert grade(picks, Picked(items[::-1], items)).verdict is Verdict.RIGHT
