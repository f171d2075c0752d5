"""What sort of edit it is, by what it does to what is asked and to what is right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank import read_text
from quiz.card import Card, cards_of
from quiz.memory import SCHEDULER
from quiz.review import CardState, Memory, Rating, State
from quiz.store import Step
from quiz.store.edits import Edit
from quiz.study.edits import Sort, after_edit, sort_of

CORRECTED, REWORDED, CHANGED = Sort


def cards(body: str, language: str = "en") -> tuple[Card, ...]:
    """Return the cards of the question with these keys."""
    text = f"quiz: 1\ntitle: T\nlanguage: {language}\nquestions:\n  - {{id: q, {body}}}\n"
    bank, problems = read_text(text.encode(), "b.yaml", "b")
    assert problems == ()
    assert bank is not None
    return cards_of("b", bank.questions[0])


def sorts(old: str, new: str, language: str = "en", after: str = "") -> list[Sort]:
    pairs = zip(cards(old, language), cards(new, after or language), strict=True)
    return [sort_of(one, other, after or language) for one, other in pairs]


@pytest.mark.parametrize(
    ("old", "new", "sort"),
    [
        ("ask: Who came?, answer: Ada", "ask: 'Who, came?', answer: ada.", CORRECTED),
        ("ask: Who's there?, answer: Ada", "ask: Who\u2019s there?, answer: Ada", CORRECTED),
        ("ask: Who?, answer: Ada", "ask: Who?, answer: Ada, why: She did., hint: A, tags: [t]", CORRECTED),
        ("ask: Who?, answer: Ada", "ask: Who?, answer: Ada, accept: [Lovelace]", CORRECTED),
        ("ask: Who?, answer: Ada, accept: [Lady A]", "ask: Who?, answer: Lady A, accept: [Ada]", CORRECTED),
        ("ask: Who?, answer: Ada, accept: [Lady A]", "ask: Who?, answer: Ada", CHANGED),
        ("ask: Who came?, answer: Ada", "ask: Who was it that came?, answer: Ada", REWORDED),
        ("ask: Who?, answer: Ada", "ask: Who?, answer: Eva", CHANGED),
        ("ask: Who?, answer: Ada", "ask: Who?, answer: Ada, wrong: [Eva, Ida]", CHANGED),
        (
            "ask: Who?, answer: Ada, wrong: [Eva, Ida]",
            "ask: Who?, answer: Ada!, wrong: [Ida, Eva]",
            CORRECTED,
        ),
        ("ask: Who?, answer: Ada, wrong: [Eva, Ida]", "ask: Who?, answer: Ada, wrong: [Eva, Uta]", REWORDED),
        ("ask: Who?, answer: Ada, wrong: [Eva, Ida]", "ask: Who?, answer: Eva, wrong: [Ada, Ida]", CHANGED),
        ("ask: Who?, answer: Ada, wrong: [Eva]", "ask: Who?, answer: Ada, options: [Eva, Ada]", CORRECTED),
        (
            "ask: Who?, answer: Ada, options: [Ada, Eva]",
            "ask: Who?, answer: Ada, options: [Eva, Ada]",
            CORRECTED,
        ),
        (
            "ask: Who?, answer: Ada, options: [Ada, Eva]",
            "ask: Who?, answer: Eva, options: [Ada, Eva]",
            CHANGED,
        ),
        ("ask: Who?, answer: Ada", "ask: Who?, answer: Ada, exact: true", CORRECTED),
        ("ask: A, number: 85..95", "ask: A, number: 80 .. 95", CORRECTED),
        ("ask: A, number: 85..95", "ask: A, number: 85..94", CHANGED),
        ("ask: A, number: 85..95", "ask: A, number: 85", CHANGED),
        ("ask: A, number: 90", "ask: A, number: 85..95", CORRECTED),
        ("ask: A, number: 3.1416", "ask: A, number: 3.1416, tolerance: 3 figures", CORRECTED),
        ("ask: A, number: 3.14", "ask: A, number: 3.1416, tolerance: 3 figures", CHANGED),
        ("ask: A, answers: [aa, bb], wrong: [cc]", "ask: A, answers: [BB, aa], wrong: [cc]", CORRECTED),
        ("ask: A, answers: [aa, bb], wrong: [cc]", "ask: A, answers: [aa, bb], wrong: [dd]", REWORDED),
        ("ask: A, answers: [aa, bb], wrong: [cc]", "ask: A, answers: [aa, bb, cc], wrong: [dd]", CHANGED),
        ("ask: A, answers: [aa, bb], wrong: [cc, dd]", "ask: A, answers: [aa], wrong: [bb, cc]", CHANGED),
        ("ask: A, answers: [aa, bb], wrong: [cc]", "ask: A, answers: [aa, cc], wrong: [bb]", CHANGED),
        ("ask: A, order: [aa, bb, cc]", "ask: A, order: [aa, Bb, cc.]", CORRECTED),
        ("ask: A, order: [aa, bb, cc]", "ask: A, order: [bb, aa, cc]", CHANGED),
        ("ask: A, order: [aa, bb, cc]", "ask: A, order: [aa, bb, cc, dd]", CHANGED),
        ("ask: A, match: {aa: bb, cc: dd}", "ask: A, match: {cc: DD, aa: bb}", CORRECTED),
        ("ask: A, match: {aa: bb, cc: dd}", "ask: A, match: {aa: dd, cc: bb}", CHANGED),
        ("ask: A, match: {aa: bb, cc: dd}", "ask: A, match: {aa: bb, cc: dd, ee: ff}", CHANGED),
        ("claim: It is so, answer: true", "claim: It is so., answer: true", CORRECTED),
        ("claim: It is so, answer: true", "claim: It is so, answer: false", CHANGED),
        ("claim: It is so, answer: true", "claim: It is not so, answer: true", CHANGED),
        ("ask: A, number: 9, unit: km", "ask: A, number: 9.0, unit: km", CORRECTED),
        ("ask: A, number: 9, unit: km", "ask: A, number: 9, unit: miles", CHANGED),
        ("ask: A, number: 100", "ask: A, number: 101", CHANGED),
        ("ask: A, number: 100", "ask: A, number: 101, tolerance: 5%", CHANGED),
        ("ask: A, number: 100", "ask: A, number: 100, tolerance: 5%", CORRECTED),
        ("ask: A, number: 100, tolerance: 5%", "ask: How many?, number: 100", REWORDED),
        ("ask: A, date: 2022-01", "ask: A, date: 2022-02", CHANGED),
        ("ask: A, date: 2022-01", "ask: A, date: 2022-01-10", CHANGED),
        ("ask: A, date: 2022-01-10", "ask: When?, date: 2022-01-10", REWORDED),
        ("front: F, back: Bern", "front: F, back: bern.", CORRECTED),
        ("front: F, back: Bern", "front: Capital, back: Bern", REWORDED),
        ("front: F, back: Bern", "front: F, back: Basel", CHANGED),
        ("front: F, back: Bern", "ask: F, answer: Bern", CHANGED),
    ],
)
def test_an_edit_is_judged_by_what_is_still_right(old: str, new: str, sort: Sort) -> None:
    assert sorts(old, new) == [sort]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("cloze: 'In {Bern} they {met}.'", "cloze: 'In {Bern} they {sat}.'", [REWORDED, CHANGED]),
        ("cloze: 'In {Bern} they {met}.'", "cloze: 'In {bern} they {met|sat}'", [CORRECTED, CORRECTED]),
        ("cloze: 'In {Bern} they {met}.'", "cloze: 'At {Bern} they {met}.'", [REWORDED, REWORDED]),
        (
            "ask: dog, answer: Hund, reverse: true",
            "ask: cat, answer: Hund, reverse: true",
            [REWORDED, CHANGED],
        ),
        (
            "ask: dog, answer: Hund, reverse: true",
            "ask: dog, answer: Rex, reverse: true",
            [CHANGED, REWORDED],
        ),
        (
            "front: dog, back: Hund, reverse: true",
            "front: hound, back: Hund, reverse: true",
            [REWORDED, CHANGED],
        ),
    ],
)
def test_each_card_of_a_question_is_judged_by_itself(old: str, new: str, found: list[Sort]) -> None:
    assert sorts(old, new) == found


@pytest.mark.parametrize(
    ("old", "new", "sort"),
    [("'9.5'", "'9,5'", CORRECTED), ("'90,000'", "'90.000'", CORRECTED), ("'90,000'", "'90,000'", CHANGED)],
)
def test_a_number_is_read_in_the_language_of_the_bank(old: str, new: str, sort: Sort) -> None:
    assert sorts(f"ask: A, number: {old}", f"ask: A, number: {new}", "en", "de") == [sort]


def test_another_gender_is_another_answer_where_the_language_has_any() -> None:
    assert sorts("ask: Wo?, answer: die See", "ask: Wo?, answer: der See", "de") == [CHANGED]
    assert sorts("ask: Where?, answer: the sea", "ask: Where?, answer: a sea") == [CORRECTED]


WORDS = st.text("abcdefghij", min_size=2, max_size=8).filter(
    lambda word: word not in ("he", "she", "be", "if")
)


@given(WORDS, WORDS, st.sampled_from(["{}.", " {} ", "{},", "„{}“"]))
def test_punctuation_and_case_never_ask_again(prompt: str, answer: str, around: str) -> None:
    old = f"ask: '{prompt}?', answer: '{answer}', reverse: true"
    new = f"ask: '{around.format(prompt.upper())}', answer: '{around.format(answer.title())}', reverse: true"
    assert set(sorts(old, new)) == {CORRECTED}


DAY = date(2022, 1, 10)
STATE = CardState(State.REVIEW, Memory(9.0, 5.0), DAY, date(2022, 1, 20), 10, 3, 1)


def last(event: str, revision: str) -> Step:
    return Step(event, "b/q", revision, Rating.GOOD, DAY, 10, date(2022, 1, 20), SCHEDULER, "p")


@pytest.mark.parametrize(
    ("event", "revision", "due_on"),
    [
        ("1", "old", 12),  # answered before the edit, as it read then
        ("1", "older", 12),
        ("1", "new", 20),  # as it reads now: on another device, or before it read otherwise
        ("3", "new", 20),
        ("3", "newer", 20),  # its prompt was reworded once more
        ("3", "old", 12),  # a sitting was open while the bank was edited
    ],
)
def test_an_edit_counts_until_the_card_is_answered_as_it_reads_since(
    event: str, revision: str, due_on: int
) -> None:
    edit = Edit("2", "b/q", "old", "new", date(2022, 1, 12))
    state = after_edit(STATE, last(event, revision), edit)
    assert state == replace(STATE, due_on=date(2022, 1, due_on), interval_days=due_on - 10)


@pytest.mark.parametrize(("event", "due_on"), [("1", 12), ("3", 20)])
def test_an_edit_that_no_revision_shows_counts_until_the_next_answer(event: str, due_on: int) -> None:
    edit = Edit("2", "b/q", "same", "same", date(2022, 1, 12))
    assert after_edit(STATE, last(event, "same"), edit).due_on == date(2022, 1, due_on)


@pytest.mark.parametrize("day", [date(2022, 1, 21), date(2030, 1, 1)])
def test_an_edit_puts_nothing_off(day: date) -> None:
    assert after_edit(STATE, last("1", "old"), Edit("2", "b/q", "old", "new", day)) == STATE


def test_without_an_edit_nothing_changes() -> None:
    assert after_edit(STATE, last("1", "old"), None) == STATE


def test_an_edit_dated_before_the_last_answer_is_due_at_once() -> None:
    state = after_edit(STATE, last("1", "old"), Edit("2", "b/q", "old", "new", date(2022, 1, 8)))
    assert (state.due_on, state.interval_days, state.memory) == (date(2022, 1, 8), 0, STATE.memory)
