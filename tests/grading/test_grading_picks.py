"""Picked, ordered and matched responses, recall, and the rating that follows."""

from __future__ import annotations

import pytest

from quiz.card import Card
from quiz.grading import Judgement, grade
from quiz.question import (
    ChoiceQuestion,
    Location,
    MatchQuestion,
    OrderQuestion,
    Question,
    RecallQuestion,
    SeveralQuestion,
    TextQuestion,
    TrueFalseQuestion,
    Wrong,
)
from quiz.review import Matched, Picked, Rating, SelfRated, Typed, Verdict

HERE = Location("bank.yaml", 1, 1)
R, N, P, W = Verdict.RIGHT, Verdict.NEAR, Verdict.PARTLY, Verdict.WRONG
AGAIN, HARD, GOOD, EASY = Rating


def wrongs(letters: str) -> tuple[Wrong, ...]:
    return tuple(Wrong(letter, None) for letter in letters)


def choice(wrong: str = "bcd") -> ChoiceQuestion:
    return ChoiceQuestion(id="q", ask="?", location=HERE, answer="a", wrong=wrongs(wrong))


def several(right: str, wrong: str) -> SeveralQuestion:
    return SeveralQuestion(id="q", ask="?", location=HERE, answers=tuple(right), wrong=wrongs(wrong))


def order(items: str) -> OrderQuestion:
    return OrderQuestion(id="q", ask="?", location=HERE, items=tuple(items))


def match(pairs: str) -> MatchQuestion:
    return MatchQuestion(id="q", ask="?", location=HERE, pairs=pairs_of(pairs))


def pairs_of(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((pair[0], pair[1]) for pair in text.split())


def pick(question: Question, picked: str, hints: int = 0) -> Judgement:
    return grade(Card("bank", question), Picked(tuple(picked), question.options()), hints=hints)


def summary(found: Judgement) -> tuple[Verdict, float, Rating]:
    return found.verdict, found.score, found.suggested


@pytest.mark.parametrize(
    ("wrong", "picked", "verdict", "rating", "argument"),
    [
        ("bcd", "a", R, HARD, "one of four is luck too often"),
        ("b", "a", R, HARD, "one of two more so"),
        ("bcde", "a", R, HARD, "one of five is the last that counts as luck"),
        ("bcdef", "a", R, GOOD, "one of six is knowledge"),
        ("bcd", "b", W, AGAIN, "a wrong option"),
        ("bcd", "", W, AGAIN, "nothing picked"),
        ("bcd", "ab", W, AGAIN, "two picked where one is asked"),
        ("bcd", "A", W, AGAIN, "options are picked, not typed"),
        ("bcd", "x", W, AGAIN, "no option at all"),
    ],
)
def test_a_choice(wrong: str, picked: str, verdict: Verdict, rating: Rating, argument: str) -> None:
    assert summary(pick(choice(wrong), picked)) == (verdict, float(verdict is R), rating), argument


def test_the_options_shown_are_what_luck_is_counted_by() -> None:
    card = Card("bank", choice("bcdefg"))
    assert grade(card, Picked(("a",), ("a", "b", "c"))).suggested is HARD
    assert grade(card, Picked(("a",), ())).suggested is GOOD


@pytest.mark.parametrize("answer", [True, False])
def test_true_and_false(answer: bool) -> None:  # noqa: FBT001 - the answer is what is tested
    card = Card("bank", TrueFalseQuestion(id="q", ask="?", location=HERE, answer=answer))
    right, wrong = ("true", "false") if answer else ("false", "true")
    found = grade(card, Picked((right,), ("true", "false")))
    assert summary(found) == (R, 1.0, HARD)
    assert found.reason == "Right, but luck finds it one time in 2, so it counts as hard."
    assert summary(grade(card, Picked((wrong,), ("true", "false")))) == (W, 0.0, AGAIN)


@pytest.mark.parametrize(
    ("right", "wrong", "picked", "score", "argument"),
    [
        ("abc", "de", "abc", 1.0, "all right ones"),
        ("abc", "de", "cab", 1.0, "in any order"),
        ("abc", "de", "aabc", 1.0, "one picked twice counts once"),
        ("abc", "de", "ab", 2 / 3, "one left out"),
        ("abc", "de", "a", 1 / 3, "two left out"),
        ("abc", "de", "abcd", 2 / 3, "one too many"),
        ("abc", "de", "abd", 1 / 3, "one for another"),
        ("abc", "de", "ad", 0.0, "one right, one wrong"),
        ("abc", "de", "ade", 0.0, "never below nothing"),
        ("abc", "de", "de", 0.0, "only wrong ones"),
        ("abc", "de", "abcde", 1 / 3, "everything"),
        ("ab", "cdef", "abcdef", 0.0, "everything, mostly wrong"),
        ("abc", "de", "", 0.0, "nothing"),
        ("abc", "de", "abx", 1 / 3, "something that was no option"),
        ("a", "bc", "a", 1.0, "one right one alone"),
    ],
)
def test_several(right: str, wrong: str, picked: str, score: float, argument: str) -> None:
    found = pick(several(right, wrong), picked)
    assert found.score == pytest.approx(score), argument
    assert found.verdict is {1.0: R, 0.0: W}.get(score, P), argument
    assert found.suggested is (GOOD if score == 1 else AGAIN), argument


def test_several_of_two_options_is_luck_too() -> None:
    assert pick(several("a", "b"), "a").suggested is HARD


@pytest.mark.parametrize(
    ("items", "given", "score", "argument"),
    [
        ("abcd", "abcd", 1.0, "in order"),
        ("abcd", "abdc", 2 / 3, "the last two swapped: one to move"),
        ("abcd", "dabc", 2 / 3, "one moved to the front"),
        ("abcd", "badc", 1 / 3, "two pairs swapped: two to move"),
        ("abcd", "dcba", 0.0, "backwards"),
        ("abcd", "abc", 2 / 3, "one left out"),
        ("abcd", "a", 0.0, "one alone is always in order"),
        ("abcd", "", 0.0, "nothing"),
        ("abcd", "abcx", 0.0, "something that was no item"),
        ("abcd", "abca", 0.0, "an item given twice"),
        ("ab", "ba", 0.0, "two swapped"),
        ("ab", "ab", 1.0, "two in order"),
        ("a", "a", 1.0, "one in order"),
    ],
)
def test_an_order(items: str, given: str, score: float, argument: str) -> None:
    found = pick(order(items), given)
    assert found.score == pytest.approx(score), argument
    assert found.verdict is {1.0: R, 0.0: W}.get(score, P), argument


def test_an_order_names_the_first_misplaced_place() -> None:
    assert pick(order("abcd"), "acbd").reason == 'Partly: place 2 belongs to "b".'
    assert pick(order("abcd"), "abc").reason == 'Partly: place 4 belongs to "d".'


def test_orders_of_three_are_no_luck() -> None:
    assert pick(order("abc"), "abc").suggested is GOOD
    assert pick(order("ab"), "ab").suggested is HARD


@pytest.mark.parametrize(
    ("pairs", "given", "score", "argument"),
    [
        ("a1 b2 c3", "a1 b2 c3", 1.0, "all pairs"),
        ("a1 b2 c3", "c3 a1 b2", 1.0, "in any order"),
        ("a1 b2 c3", "a1 b3 c2", 1 / 3, "two swapped"),
        ("a1 b2 c3", "a1 b2", 2 / 3, "one left out"),
        ("a1 b2 c3", "a2 b3 c1", 0.0, "none right"),
        ("a1 b2 c3", "", 0.0, "nothing"),
        ("a1 b2 c3", "a1 a2 b2 c3", 2 / 3, "two right sides for one left"),
        ("a1 b1", "a1 b1", 1.0, "one right side for two left"),
    ],
)
def test_a_match(pairs: str, given: str, score: float, argument: str) -> None:
    found = grade(Card("bank", match(pairs)), Matched(pairs_of(given), ()))
    assert found.score == pytest.approx(score), argument
    assert found.verdict is {1.0: R, 0.0: W}.get(score, P), argument


def test_a_match_says_how_many_pairs_are_right() -> None:
    found = grade(Card("bank", match("a1 b2 c3")), Matched(pairs_of("a1 b3 c2"), ()))
    assert found.reason == "Partly: 1 of 3 pairs is right."


@pytest.mark.parametrize("rating", Rating)
def test_recall_is_rated_by_the_learner(rating: Rating) -> None:
    card = Card("bank", RecallQuestion(id="q", ask="front", location=HERE, back="back"))
    found = grade(card, SelfRated(rating), hints=3)
    knew = rating is not AGAIN
    assert summary(found) == (R if knew else W, float(knew), rating)
    assert found.reason == f"You rated it {rating.name.lower()} yourself."


@pytest.mark.parametrize(
    ("question", "response"),
    [
        (choice(), Typed("a")),
        (choice(), Matched((("a", "a"),), ())),
        (match("a1"), Picked(("a", "1"), ())),
        (order("ab"), Typed("a, b")),
        (TextQuestion(id="q", ask="?", location=HERE, answer="a"), Picked(("a",), ())),
        (TextQuestion(id="q", ask="?", location=HERE, answer="a"), SelfRated(EASY)),
        (RecallQuestion(id="q", ask="?", location=HERE, back="a"), Typed("a")),
    ],
)
def test_a_response_of_another_kind_is_wrong(
    question: Question, response: Typed | Picked | Matched | SelfRated
) -> None:
    found = grade(Card("bank", question), response)
    assert summary(found) == (W, 0.0, AGAIN)
    assert found.reason == "This response does not fit the kind of question."


def test_a_hint_makes_a_right_answer_hard() -> None:
    card = Card("bank", TextQuestion(id="q", ask="?", location=HERE, answer="Łódź"))
    assert grade(card, Typed("Łódź")).suggested is GOOD
    found = grade(card, Typed("lodz"), hints=1)
    assert (found.verdict, found.score, found.suggested) == (R, 1.0, HARD)
    assert found.reason == "Right with a hint, which counts as hard; it is written Łódź."
