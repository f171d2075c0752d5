"""Options that stand for others, are named by letters, or overlap; and what a whole bank shows."""

from __future__ import annotations

import pytest

from quiz.authoring.check import check
from quiz.authoring.material import material
from quiz.authoring.rule import questions
from quiz.authoring.rules.wording import RULES


def found(body: str, head: str = "") -> list[tuple[str, int, int]]:
    """Return code, line (1 is the first of the body) and column of what is found."""
    bank = material(questions(body, head=head).bank.encode(), "b.yaml", "b", lambda _: {})
    assert bank.problems == ()
    before = questions("", head=head).bank.count("\n")
    return [(one.code, one.location.line - before, one.location.column) for one in check([bank], RULES)]


def choice(answer: str, *wrong: str, more: str = "", ask: str = "What is it?") -> str:
    listed = "".join(f'    - "{option}"\n' for option in wrong)
    return f'- ask: "{ask}"\n  answer: "{answer}"\n  wrong:\n{listed}{more}'


@pytest.mark.parametrize(
    "option",
    [
        "All of the above",
        "all of these answers.",
        "All the above",
        "All of them",
        "Both of these",
        "All are correct",
        "All of these are true",
        "All of the choices are correct",
        "Alle genannten",
        "Alle Antworten sind richtig",
        "Alles davon",
        "Toutes ces réponses",
        "Toutes les réponses sont correctes",
        "Todas las anteriores",
        "Todas las respuestas son correctas",
    ],
)
def test_an_option_that_stands_for_all_is_found(option: str) -> None:
    assert found(choice(option, "The river Rhine", "The river Aare")) == [("all-of-the-above", 2, 11)]
    assert found(choice("Rhine", "Aare", option)) == [("all-of-the-above", 5, 7)]


@pytest.mark.parametrize(
    "option",
    [
        "None of the above",
        "none of these.",
        "Neither of these answers is correct",
        "Keine der genannten",
        "Keine davon",
        "Nichts davon",
        "Aucune de ces réponses",
        "Aucune des réponses",
        "Ninguna de las anteriores",
    ],
)
def test_an_option_that_stands_for_none_is_found_where_it_stands(option: str) -> None:
    assert found(choice("Rhine", "Aare", option)) == [("none-of-the-above", 5, 7)]


@pytest.mark.parametrize(
    "option",
    [
        "None",
        "All Saints",
        "All of Europe",
        "Both sides",
        "All whales",
        "Neither side",
        "Alle Kantone",
        "Tous",
    ],
)
def test_an_option_of_its_own_is_left_alone(option: str) -> None:
    assert found(choice("Rhine", "Aare", option)) == []


def test_all_of_these_among_several_is_found_at_its_entry() -> None:
    body = "- ask: Which?\n  answers: [Rhine, All of these]\n  wrong: [Como]\n"
    assert found(body) == [("all-of-the-above", 2, 20)]


def test_the_seventh_option_is_one_too_many() -> None:
    assert found(choice("1", *"23456")) == []
    assert found(choice("1", *"234567")) == [("many-options", 9, 7)]


def test_true_and_false_as_options_are_found() -> None:
    assert found('- ask: "Rain is wet."\n  answer: "True"\n  wrong: ["False."]\n') == [
        ("true-or-false-options", 3, 3)
    ]
    assert found(choice("True", "False", "Undefined")) == []


@pytest.mark.parametrize(
    "options",
    [
        ("5-10", "1-5", "11-15"),
        ("10% to 20%", "0 to 10%", "20 to 30%"),
        ("5 \N{EN DASH} 10 km", "0 \N{EN DASH} 5 km", "more than 20 km"),
    ],
)
def test_ranges_that_share_an_end_are_found(options: tuple[str, ...]) -> None:
    assert {code for code, _, _ in found(choice(*options))} == {"overlapping-ranges"}


def test_ranges_that_share_an_end_are_told_at_the_upper_one_each_pair_once() -> None:
    assert found(choice("5-10", "1-5", "11-15")) == [("overlapping-ranges", 2, 11)]
    assert found(choice("6-10", "10-15", "1-5")) == [("overlapping-ranges", 4, 7)]
    assert found(choice("5-10", "1-5", "10-15", "15-20")) == [
        ("overlapping-ranges", 2, 11),
        ("overlapping-ranges", 5, 7),
        ("overlapping-ranges", 6, 7),
    ]


@pytest.mark.parametrize(
    ("body", "cure"),
    [
        (
            choice("All of these", "Rhine", "Aare"),
            "write `answers:` with all that is right, and at least one",
        ),
        (choice("Rhine", "Aare", "All of these"), "write another option that stands for itself"),
        (choice("None of these", "Rhine", "Aare"), "write what is right"),
        (choice("Rhine", "Aare", "None of these"), "take it away"),
    ],
)
def test_the_cure_of_an_option_that_stands_for_others_depends_on_whether_it_is_right(
    body: str, cure: str
) -> None:
    bank = material(questions(body).bank.encode(), "b.yaml", "b", lambda _: {})
    [one] = check([bank], RULES)
    assert one.cure.startswith(cure)


@pytest.mark.parametrize(
    "options",
    [
        ("6-10", "1-5", "11-15"),
        ("1914-1918", "1918-1939", "1939-1945"),
        ("10-12 weeks", "9-10 months", "20-21 months"),
        ("4-12", "6-13", "8-15"),
        ("3-2", "2-1", "1-0"),
        ("5-5", "a-b", "5.5.5-6"),
    ],
)
def test_ranges_without_a_shared_end_eras_and_results_are_left_alone(options: tuple[str, ...]) -> None:
    assert found(choice(*options)) == []


def test_ranges_that_share_an_end_are_right_in_several() -> None:
    assert found("- ask: Which?\n  answers: [1-5, 5-10]\n  wrong: [11-15]\n") == []


@pytest.mark.parametrize(
    "why",
    [
        "Option B is a river.",
        "As answer (c) says.",
        "See option 2 for this.",
        "Choice A is near, too.",
        "The second option is a river.",
        "The first answer is wrong.",
        "Antwort B ist ein Fluss.",
        "Die zweite Antwort ist falsch.",
        "La deuxième réponse est fausse.",
        "La opción B es un río.",
        "La segunda respuesta es falsa.",
    ],
)
def test_an_option_named_by_its_place_is_found(why: str) -> None:
    assert found(choice("Como", "Rhine", "Aare", more=f'  why: "{why}"\n')) == [("named-letters", 6, 8)]
    assert found(choice("Como", "Rhine", "Aare", more=f'  why: "{why}"\n  shuffle: false\n')) == []


@pytest.mark.parametrize(
    "why",
    [
        "The answer A man gave was another.",
        "The answer 42 is from a novel.",
        "The first answer came from Moscow.",
        "Option C++ was not there.",
        "The text says 'option B' of it.",
        "Answers are to be short.",
        "An option is a right to buy.",
    ],
)
def test_words_that_name_no_option_are_left_alone(why: str) -> None:
    assert found(choice("Como", "Rhine", "Aare", more=f'  why: "{why}"\n')) == []


def test_a_letter_in_the_reason_of_a_wrong_option_is_found_at_the_reason() -> None:
    body = "- ask: Which?\n  answer: Como\n  wrong:\n    - Rhine: Like option C, a river.\n    - Aare\n"
    assert found(body) == [("named-letters", 4, 14)]


def test_letters_are_options_where_they_are_what_is_picked_from() -> None:
    assert found(choice("B", "A", "0", more="  why: Answer B is a blood group.\n")) == []
    assert found(choice("A and B", "A", "B")) == []
    assert found(choice("A and B", "A and C", "B and C")) == []


def test_options_made_of_letters_are_found() -> None:
    assert found(choice("Both A and B", "Padding", "Margin")) == [("named-letters", 2, 11)]


KEPT = choice("1", "2", "3", more="  shuffle: false\n")


def test_four_questions_that_are_not_mixed_have_the_right_option_in_one_place() -> None:
    body = "".join(KEPT.replace("What", f"What {n}") for n in "abcd")
    assert found(body) == [("one-place", 6, 3)]
    assert found("".join(KEPT.replace("What", f"What {n}") for n in "abc")) == []


def claims(*answers: str) -> str:
    return "".join(f"- {{claim: Word {n} is here., answer: {one}}}\n" for n, one in enumerate(answers))


@pytest.mark.parametrize(("same", "other"), [("true", "false"), ("false", "true")])
def test_claims_that_are_nearly_all_alike_are_found_at_the_first(same: str, other: str) -> None:
    assert found(claims(other, *[same] * 5)) == [("claims-alike", 2, 36)]
    assert found(claims(*[same] * 4, other)) == []
    assert found(claims(*[same] * 4)) == []


@pytest.mark.parametrize(
    ("answer", "wrong", "cure"),
    [
        ("Ridley, Kraid", "[A, B, C, D, E, F]", "put each option that holds a comma in quotes, or keep"),
        ("Ridley", "[A, B, C, D, E, F]", "keep the best wrong ones, 5 at most"),
        ("Ridley, Kraid", "\n    - A\n    - B\n    - C\n    - D\n    - E\n    - F", "keep the best"),
    ],
)
def test_many_options_in_brackets_may_come_from_commas(answer: str, wrong: str, cure: str) -> None:
    body = f"- ask: Who is there?\n  answer: {answer}\n  wrong: {wrong}\n"
    bank = material(questions(body).bank.encode(), "b.yaml", "b", lambda _: {})
    [one] = [one for one in check([bank], RULES) if one.code == "many-options"]
    assert one.cure.startswith(cure)
