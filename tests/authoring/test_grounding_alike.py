"""One thing asked again: near-identical prompts, and one fact too often."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from grounded import BY_CODE, bank
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.check import check
from quiz.authoring.sameness import answer_key

if TYPE_CHECKING:
    from quiz.authoring.finding import Finding

PLAIN = "quiz: 1\ntitle: T\nquestions:\n"
TEXT = "In 1862 Anna Berger built the long bridge of stone in Bern."


def again(*bodies: str, head: str = PLAIN) -> list[Finding]:
    """Return what is found by the rule on prompts, each body being a bank of its own."""
    banks = [bank(body, head=head, path=f"b{number}.yaml") for number, body in enumerate(bodies, start=1)]
    assert [problem for one in banks for problem in one.problems] == []
    return check(banks, [BY_CODE["same-prompt"]])


def text(ask: str, answer: str = "Geneva") -> str:
    return f"- {{ask: {ask!r}, answer: {answer!r}, kind: text}}\n"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Which city does Russia propose for talks?", "Which city did Russia propose for the talks?"),
        ("Which city does Russia propose?", "Russia proposes which city?"),
        ("Name the city that Russia proposes.", "Which city is proposed by Russia?"),
        ("Which city does Russia propose for talks?", "which city does russia propose for talks"),
        ("Which presdient came from Texas?", "Which president came from Texas?"),
        (
            "Which city does Russia propose for new talks?",
            "Which city does Russia propose for new talks in spring?",
        ),
        ("Bern?", "bern"),
    ],
)
def test_prompts_that_say_the_same_are_found(one: str, two: str) -> None:
    (found,) = again(text(one) + text(two))
    assert (found.location.line, found.location.column) == (5, 9)
    assert "b1.yaml:4" in found.message
    assert again(text(two) + text(one)) != []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Who was the first president of France?", "Who was the first president of Poland?"),
        ("Which city hosted talks in 1949?", "Which city hosted talks in 1950?"),
        ("Which city hosted talks before the war?", "Which city hosted talks after the war?"),
        ("Which city hosted the first big war talks?", "Which city hosted the big war talks?"),
        ("Which city hosted big war talks in Swiss houses?", "Which city hosted big war talks in houses?"),
        ("Which city is the larger seat of old talks?", "Which city is the seat of old talks?"),
        ("Which city does my_name of talks show here?", "Which city does my_name_set of talks show here?"),
        ("What is 2 + 2?", "What is 2 * 2?"),
        ("What is 3 - 4?", "What is 4 - 3?"),
        ("What is C?", "What is C#?"),
        ("Is it there?", "Is it here?"),
        ("+", "*"),
        ("Which city hosted talks?", "Which town hosted dances?"),
    ],
)
def test_prompts_that_differ_in_what_counts_are_two_questions(one: str, two: str) -> None:
    assert again(text(one) + text(two)) == []
    assert again(text(two) + text(one)) == []


def test_another_answer_makes_another_question() -> None:
    assert (
        again(text("Which city does Russia propose?") + text("Which city did Russia propose?", "Bern")) == []
    )


def test_equal_prompts_with_different_answers_cannot_be_told_apart() -> None:
    (found,) = again(text("Who spoke?", "Anna") + text("Who spoke?", "Bert"))
    assert found.message == "the same is asked at b1.yaml:4, where the answer is `Anna`"
    assert again("- {front: Bank, back: Ufer}\n- {front: bank, back: Geldhaus}\n") != []
    choice = "- {{ask: Which is even?, answer: {}, wrong: [one]}}\n"
    assert again(choice.format("two") + choice.format("four")) == []
    order = "- {{ask: From small to large, order: [{}]}}\n"
    assert again(order.format("ant, cat") + order.format("mouse, cow")) == []


def test_claims_are_the_same_in_the_same_order_only() -> None:
    claim = "- {{claim: {}, answer: true}}\n"
    assert again(claim.format("Bern is larger than Basel") + claim.format("Basel is larger than Bern")) == []
    assert (
        again(claim.format("Bern is larger than Basel.") + claim.format("Bern was larger than Basel")) != []
    )
    assert (
        again(
            claim.format("The bridge is of old stone now.")
            + claim.format("The bridge is of old brown stone now.")
        )
        == []
    )


def test_holes_in_other_places_make_other_questions() -> None:
    body = "- {cloze: 'The {lake} lies in Geneva.'}\n- {cloze: 'The lake lies in {Geneva}.'}\n"
    assert again(body) == []
    assert (
        again("- {cloze: 'The lake lies in {Geneva}.'}\n- {cloze: 'A lake lies in {Geneva|Genf}.'}\n") != []
    )
    two = "- {cloze: 'The {lake} of the valley lies in {Geneva}.'}\n"
    assert again(two + two.replace(" in ", " at ")) != []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("- {ask: How many people lived?, number: 9}\n", "- {ask: How many people live?, number: 9.0}\n"),
        ("- {ask: When did people live?, date: 2021-12}\n", "- {ask: When do people live?, date: 2021-12}\n"),
        (
            "- {ask: Which people lived?, answers: [Anna, Bert], wrong: [Eva]}\n",
            "- {ask: Which people live?, answers: [Bert, Anna], wrong: [Eva]}\n",
        ),
        ("- {ask: How many people lived?, number: 1 000}\n", text("How many people live?", "1,000")),
    ],
)
def test_answers_of_all_kinds_are_compared(one: str, two: str) -> None:
    assert again(one + two) != []


def test_the_other_place_may_be_in_another_bank() -> None:
    (found,) = again(text("Which city did Russia propose?"), text("Which city does Russia propose?"))
    assert found.location.path == "b2.yaml"
    assert "at b1.yaml:4: `Which city did Russia propose?`" in found.message


def test_other_languages_are_compared_word_by_word() -> None:
    head = "quiz: 1\ntitle: T\nlanguage: de\nquestions:\n"
    assert again(text("Welche Stadt war es?") + text("Welche Stadt waren es?"), head=head) == []
    assert again(text("Welche Stadt war es?") + text("Welche Stadt war es"), head=head) != []


def test_a_thousand_questions_of_one_template_are_compared_with_few() -> None:
    letters = "bcdfghjklm"
    names = [f"{a}{b}{c}opq" for a in letters for b in letters for c in letters]
    assert len(names) == 1000
    found = again("".join(text(f"Where does the animal {name} live on this earth?") for name in names))
    assert len(found) < 1000


@given(st.text(max_size=20), st.sampled_from(["en", "de"]))
def test_every_answer_has_a_form_of_its_own(answer: str, language: str) -> None:
    assert answer_key(answer, language) == answer_key(f" {answer} ", language)


def test_forms_of_answers() -> None:
    assert answer_key("The Hague!", "en") == answer_key("hague", "en")
    assert answer_key("90,000", "en") == answer_key("90000.0", "en") == "90000"
    assert answer_key("1e900", "en") == "1E+900"
    assert answer_key("<-", "en") != answer_key("->", "en")


def facts(*bodies: str, text: str = TEXT) -> list[Finding]:
    """Return what is found by the rule on facts, each body being a bank of its own."""
    banks = [bank(body, text, path=f"b{number}.yaml") for number, body in enumerate(bodies, start=1)]
    return check(banks, [BY_CODE["same-fact"]])


def asked(ask: str, answer: str, quote: str = "Anna Berger built the long bridge") -> str:
    return f"- {{ask: {ask!r}, answer: {answer!r}, source: {{paragraph: 1, quote: {quote}}}}}\n"


WHO = asked("Who built it?", "Anna Berger")
SAYS = asked("Whose is the long bridge?", "Anna Berger", "Berger built the long bridge of stone")
HOLE = "- {cloze: 'It was built by {Anna Berger}.', source: {paragraph: 1, quote: Anna Berger built}}\n"
CLAIM = "- {claim: Anna Berger put it up., answer: true, source: {paragraph: 1, quote: Anna Berger built}}\n"
BACK = asked("What did Anna Berger build?", "the long bridge")


def test_a_fact_may_be_asked_three_times() -> None:
    assert facts(WHO + SAYS + HOLE) == []
    assert facts(WHO + SAYS, HOLE) == []


@pytest.mark.parametrize("fourth", [CLAIM, asked("Whose work is that?", "Anna Berger"), "BACK"])
def test_the_fourth_time_is_too_much(fourth: str) -> None:
    first = WHO.replace("built it", "built the long bridge")
    others = SAYS + first + HOLE.replace("It was", "The long bridge was")
    (found,) = facts(others, BACK if fourth == "BACK" else fourth)
    assert found.location.path == "b2.yaml"
    assert "at b1.yaml:5, b1.yaml:6 and b1.yaml:7" in found.message
    assert found.location.line == 5


def test_other_facts_of_the_same_words_are_other_facts() -> None:
    year = asked("In which year was it?", "1862", "In 1862 Anna Berger built the long bridge")
    stone = asked("Of what is it?", "stone", "built the long bridge of stone")
    assert facts(WHO + SAYS + HOLE + year + stone + asked("Where is it?", "Bern", "of stone in Bern")) == []


def test_quotes_apart_or_missing_are_not_one_fact() -> None:
    apart = asked("Who was it?", "Anna Berger", "In 1862 Anna")
    assert facts(WHO + SAYS + HOLE + apart) == []
    assert facts(WHO + SAYS + HOLE + asked("Who was it?", "Anna Berger", "nowhere to be found")) == []
    assert (
        facts(WHO + SAYS + HOLE + "- {ask: Who was it?, answer: Anna Berger, source: {paragraph: 1}}\n") == []
    )


def test_claims_are_not_compared_with_one_another() -> None:
    assert facts(CLAIM * 5) == []


def test_other_texts_have_other_facts() -> None:
    other = WHO.replace("paragraph: 1", "paragraph: 1, document: other.md")
    assert facts(WHO + SAYS + HOLE + other) == []
    assert (
        facts(
            WHO
            + SAYS
            + HOLE
            + asked("Who?", "Anna Berger").replace("paragraph: 1", "document: ./text.md, paragraph: 1")
        )
        == []
    )
