"""Rules on questions with `options`, with a range, and with answers of which every letter counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.check import check
from quiz.authoring.material import material
from quiz.authoring.rule import questions
from quiz.authoring.rules import answer, reading, wording

USED = [rule for rule in (*reading.RULES, *answer.RULES, *wording.RULES) if rule.on]


def found(body: str) -> list[str]:
    """Return what is found, as ``line:column code``; line 1 is the first of the questions."""
    bank = material(questions(body).bank.encode(), "b.yaml", "b", lambda _: {})
    return [f"{one.location.line - 3}:{one.location.column} {one.code}" for one in check([bank], USED)]


def cures(body: str) -> list[str]:
    bank = material(questions(body).bank.encode(), "b.yaml", "b", lambda _: {})
    return [one.cure for one in check([bank], USED)]


def kept(number: int, answer: str, options: str) -> str:
    """Return a question that is not mixed."""
    return f"- ask: Which is under {number}?\n  {answer}\n  options: [{options}]\n  shuffle: false\n"


def test_right_options_in_places_of_their_own_are_left_alone() -> None:
    rows = ["'1', '8', '9'", "'8', '1', '9'", "'8', '9', '1'", "'1', '9', '8'", "'9', '1', '8'"]
    assert found("".join(kept(n, "answer: '1'", row) for n, row in enumerate(rows, start=2))) == []


@pytest.mark.parametrize(
    ("answer", "options", "stands"),
    [
        ("answer: '1'", "'1', '8', '9'", "the right option stands first"),
        ("answer: '1'", "'8', '9', '1'", "the right option stands in place 3"),
        ("answers: ['1', '0']", "'0', '1', '9'", "the right option stands first"),
        ("answers: ['1', '0']", "'0', '9', '1'", "the right options stand in places 1, 3"),
    ],
)
def test_right_options_in_one_place_are_told_with_it(answer: str, options: str, stands: str) -> None:
    body = "".join(kept(number, answer, options) for number in (2, 3, 4, 5))
    bank = material(questions(body).bank.encode(), "b.yaml", "b", lambda _: {})
    (one,) = check([bank], USED)
    assert one.message == f"in all 4 questions of this bank that are not mixed {stands}"
    assert (one.code, one.location.line) == ("one-place", 7)


@pytest.mark.parametrize(("others", "is_told"), [(0, True), (1, False), (2, False)])
def test_one_in_five_in_another_place_is_enough(others: int, *, is_told: bool) -> None:
    same = "".join(kept(number, "answer: '1'", "'8', '1', '9'") for number in (2, 3, 4, 5))
    other = "".join(kept(number, "answer: '1'", "'8', '9', '1'") for number in range(6, 6 + others))
    assert found(same + other) == (["4:3 one-place"] if is_told else [])


def test_most_of_them_in_one_place_are_told_with_how_many_there_are() -> None:
    same = "".join(kept(number, "answer: '1'", "'8', '1', '9'") for number in range(2, 8))
    bank = questions(same + kept(9, "answer: '1'", "'8', '9', '1'")).bank.encode()
    (one,) = check([material(bank, "b.yaml", "b", lambda _: {})], USED)
    assert one.message.startswith("in 6 of the 7 questions")


def test_an_answer_that_is_not_listed_has_no_place() -> None:
    body = "".join(kept(number, "answer: '1'", "'8', '9'") for number in (2, 3, 4, 5))
    assert [one.partition(" ")[2] for one in found(body)] == ["no-answer"] * 4


@pytest.mark.parametrize(
    "right",
    [
        "answer: It lies in a country that belongs to neither of the two sides",
        "answer: None of these",
    ],
)
def test_a_cure_that_changes_what_is_right_speaks_of_both_its_places(right: str) -> None:
    listed = right.partition(": ")[2]
    (cure,) = cures(f"- ask: Why is it chosen?\n  {right}\n  options: [It is near, {listed}, It is old]\n")
    assert "here and below `options:`" in cure
    (other,) = cures(f"- ask: Why is it chosen?\n  {right}\n  wrong: [It is near, It is old]\n")
    assert "`options:`" not in other


def test_letters_and_negatives_in_what_is_right_are_mended_in_both_places() -> None:
    letters = "- {ask: Which is a lake?, answer: Both A and B, options: [Como, Garda, Both A and B]}\n"
    assert cures(letters)[0].endswith("in words, here and below `options:`")
    negative = (
        "- ask: Which is NOT true of it?\n  answer: It was not public\n"
        "  options: [It is long, It was not public, It is new]\n"
    )
    assert cures(negative)[0].endswith("without a negative, here and below `options:`")
    wrong = (
        "- ask: Which is NOT true of it?\n  answer: It was public\n"
        "  options: [It is long, It was public, It is not new]\n"
    )
    assert cures(wrong)[0].endswith("without a negative")
    assert found(wrong) == ["3:40 double-negative"]


@pytest.mark.parametrize(
    ("keys", "is_told"),
    [
        ("answer: Rhein, accept: [rhein]", True),
        ("answer: Rhein, accept: [rhein], exact: true", False),
        ("answer: Rhein, accept: [Rhein], exact: true", True),
        ("answer: Zürich, accept: ['Zu\u0308rich'], exact: true", True),
        ("answer: Zürich, accept: [Zurich], exact: true", False),
    ],
)
def test_what_is_accepted_twice_depends_on_what_counts(keys: str, *, is_told: bool) -> None:
    codes = [one.partition(" ")[2] for one in found(f"- {{ask: Which one is it?, {keys}}}\n")]
    assert codes == (["same-answers"] if is_told else [])


@pytest.mark.parametrize("exact", ["true", "false"])
def test_a_prompt_or_hint_that_spells_it_otherwise_does_not_say_an_exact_answer(exact: str) -> None:
    body = (
        f"- {{ask: By which name does Zurich go in German?, answer: Zürich, exact: {exact}}}\n"
        f"- {{ask: How is a small company named?, answer: GmbH, hint: Not GMBH, exact: {exact}}}\n"
        f"- {{cloze: 'The city of Zurich is called {{Zürich}} by those who live there.', exact: {exact}}}\n"
        f"- {{cloze: 'A small company is a {{GmbH::not gmbh}} there.', exact: {exact}}}\n"
    )
    assert found(body) == (
        []
        if exact == "true"
        else [
            "1:9 answer-in-prompt",
            "2:60 hint-holds-answer",
            "3:11 answer-in-prompt",
            "4:11 hint-holds-answer",
        ]
    )


def test_an_exact_answer_that_stands_there_to_the_letter_is_told() -> None:
    body = "- {ask: By which name does Zürich go in German?, answer: Zürich, exact: true}\n"
    assert found(body) == ["1:9 answer-in-prompt"]


@pytest.mark.parametrize(
    ("keys", "is_told"),
    [
        ("number: 1945, tolerance: 4 figures", False),
        ("number: 1945, tolerance: 3 figures", True),
        ("number: 1000, tolerance: 1 figure", True),
        ("number: 1945, tolerance: 3 figures, unit: m", False),
        ("number: 1, tolerance: 1 figure", False),
        ("number: 2.5, tolerance: 1 figure", False),
        ("number: 5, tolerance: 3", True),
        ("number: 1914..1918", False),
        ("number: 0..1,000,000", False),
        ("number: -5..5", False),
    ],
)
def test_figures_are_wide_in_years_alone_and_a_range_never(keys: str, *, is_told: bool) -> None:
    body = (
        f"- {{ask: Which one is it?, {keys.replace('0..1,000,000', chr(39) + '0..1,000,000' + chr(39))}}}\n"
    )
    assert [one.partition(" ")[2] for one in found(body)] == (["wide-tolerance"] if is_told else [])


def test_the_years_that_agree_to_so_many_figures_are_told() -> None:
    bank = questions("- {ask: When did it end?, number: 1000, tolerance: 2 figures}\n").bank.encode()
    (one,) = check([material(bank, "b.yaml", "b", lambda _: {})], USED)
    assert one.message == "with 2 figures the tolerance takes in every year from 995 to 1049"


@pytest.mark.parametrize(
    ("ask", "keys", "is_told"),
    [
        ("How many of the 90,000 men came back?", "number: '90,000'", True),
        ("Of 120 people asked, how many had a rate within this?", "number: 100..150", False),
        ("How high is it, if at least 100 m?", "number: 100..150", True),
        ("How high is it, if at most 150 m?", "number: 100..150", True),
        ("How high is it, if at most 15 m?", "number: 1..15", False),
        ("How many men came, of 1,000 called?", "number: 980, tolerance: 5%", False),
    ],
)
def test_a_number_of_the_prompt_is_told_when_it_is_the_one_or_an_end(
    ask: str, keys: str, *, is_told: bool
) -> None:
    assert found(f"- {{ask: '{ask}', {keys}}}\n") == (["1:9 answer-in-prompt"] if is_told else [])


LISTED = st.lists(st.sampled_from(["a", "A", "b", "a b", "A and B", "none of these", "1-5", "5-9", "x,y"]))


@given(LISTED, LISTED, st.sampled_from(["answer", "answers"]))
def test_whatever_is_listed_all_is_told_where_something_stands(
    options: list[str], answers: list[str], key: str
) -> None:
    right = ", ".join(f'"{one}"' for one in answers)
    body = (
        f"- ask: Which?\n  {key}: {right if key == 'answer' else f'[{right}]'}\n"
        f"  options: [{', '.join(options)}]\n  shuffle: false\n"
    )
    text = questions(body).bank
    rows = text.splitlines()
    for one in check([material(text.encode(), "b.yaml", "b", lambda _: {})], USED):
        assert 1 <= one.location.column <= len(rows[one.location.line - 1]) + 1, str(one)
