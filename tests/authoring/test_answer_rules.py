"""Rules on right and wrong answers: what each finds, where, and what it leaves alone."""

from __future__ import annotations

from itertools import starmap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.alike import holds, same_option, words
from quiz.authoring.check import check
from quiz.authoring.material import material
from quiz.authoring.rule import Rule, questions
from quiz.authoring.rules.answer import RULES

HEAD = "quiz: 1\ntitle: An example\nquestions:\n"


def found(body: str, head: str = "") -> list[tuple[str, int, int]]:
    """Return code, line (1 is the first of the body) and column of what is found."""
    text = questions(body, head=head).bank
    before = text.count("\n", 0, text.index(body))
    findings = check([material(text.encode(), "b.yaml", "b", lambda _: {})], RULES)
    return [(one.code, one.location.line - before, one.location.column) for one in findings]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_is_found_and_the_good_one_is_not(rule: Rule) -> None:
    bad, good = (
        check([material(one.bank.encode(), "b.yaml", "b", lambda _: {})], RULES)
        for one in (rule.bad, rule.good)
    )
    assert {one.code for one in bad} == {rule.code}
    assert good == []


def test_a_wrong_option_that_is_right_is_found_where_it_stands() -> None:
    body = (
        "- ask: Which?\n  answer: The Hague\n  wrong:\n    - Bern\n    - hague: It is in the Netherlands.\n"
    )
    assert found(body) == [("right-among-wrong", 5, 7)]


def test_one_of_several_right_options_among_the_wrong_ones_is_found() -> None:
    body = "- ask: Which?\n  answers: [Bern, Zürich]\n  wrong:\n    - Zurich\n    - Rome\n"
    assert found(body) == [("right-among-wrong", 4, 7)]


@pytest.mark.parametrize(
    "body",
    [
        "- {ask: Which?, answer: Bern, wrong: [Basel, Bern]}\n",
        "- {ask: Which?, answer: Bern, wrong: [Basel, Basel]}\n",
        "- {ask: Which?, answers: [Bern, Basel, Bern], wrong: [Basel, Chur]}\n",
        "- {ask: Sort, order: [Bern, Basel, Bern]}\n",
        "- {ask: Pair, match: {a: Bern, b: Basel, c: Bern}}\n",
    ],
)
def test_what_differs_in_nothing_is_left_to_the_reader(body: str) -> None:
    assert found(body) == []


@pytest.mark.parametrize(
    ("body", "code", "column"),
    [
        ("- {ask: Which?, answer: Bern, wrong: [Basel, bern]}\n", "right-among-wrong", 46),
        ("- {ask: Which?, answer: Bern, wrong: [Basel, basel]}\n", "same-options", 46),
        ("- {ask: Sort, order: [Bern, Basel, bern]}\n", "same-options", 36),
        (
            "- {ask: Which?, answer: The Black Sea, wrong: [the black sea, The Red Sea]}\n",
            "right-among-wrong",
            48,
        ),
        (
            "- {ask: Which?, answer: Azov, wrong: [Black Sea, Red Sea, black sea]}\n",
            "same-options",
            59,
        ),
        ("- {ask: Pair, match: {a: Bern, A: Basel}}\n", "same-options", 32),
        ("- {ask: Pair, match: {a: Bern, b: bern}}\n", "same-options", 35),
    ],
)
def test_what_differs_in_case_alone_is_the_same(body: str, code: str, column: int) -> None:
    assert found(body) == [(code, 1, column)]


@pytest.mark.parametrize(
    "body",
    [
        "- {ask: Which?, answer: parseInt(), wrong: [parseint(), ParseInt()]}\n",
        "- {ask: Which folder?, answer: images, wrong: [Images, img]}\n",
        "- {ask: Which?, answer: 'true', wrong: ['TRUE', 'False']}\n",
        "- {ask: Which?, answer: The Fall, wrong: [The fall, THE FALL]}\n",
        "- {ask: Which is spelt right?, answer: Black Sea, wrong: [Black sea, blak sea]}\n",
        "- {ask: Which unit?, answer: the mA, wrong: [the Ma, the kg]}\n",
        "- {ask: Which allele?, answer: allele A, wrong: [allele a, allele b]}\n",
    ],
)
def test_capitals_may_be_what_is_asked(body: str) -> None:
    assert found(body) == []


def test_a_wrong_option_that_is_right_is_not_told_as_a_wrong_one_that_stands_twice() -> None:
    body = "- {ask: Which?, answer: The Hague, wrong: [Hague, Rome, the hague.]}\n"
    assert found(body) == [("right-among-wrong", 1, 44), ("right-among-wrong", 1, 57)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("git add", "git add ."),
        ("C", "C++"),
        ("-l", "l"),
        ("1.5", "15"),
        ("Charles I", "Charles II"),
        ("x = 1", "x 1"),
        ("`try?`", "`try!`"),
        ("p::first-letter", "p:first-letter"),
        ('"key": "value"', 'key: "value"'),
        ("~/profile", "~/.profile"),
        (".selectorName", ".selector-name"),
        ("A, B, C", "B, C"),
        ("Mercury (planet)", "Mercury"),
        ("live long and ...", "live long and"),
        ("[7; 8]", "[7 8]"),
        ("--options", "options"),
        ("department:Sales", "department:sales"),
        ("Shop smart", "shop S-Mart!"),
    ],
)
def test_options_that_differ_by_a_sign_are_two(one: str, other: str) -> None:
    assert not same_option(one, other, "en")
    assert not same_option(other, one, "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Hague", "hague"),
        ("Zürich", "Zurich"),
        ("ninety", "90"),
        ("sheep-dog", "sheep dog"),
        ("90,000", "90000"),
        ("St. Louis", "St Louis"),
        ("It's a draw!", "its a draw"),
        ("John F. Kennedy", "John F Kennedy"),
    ],
)
def test_options_that_differ_in_letters_only_are_one(one: str, other: str) -> None:
    assert same_option(one, other, "en")


def test_equal_entries_of_an_order_are_found() -> None:
    assert found("- ask: Sort\n  order: [Bern, Genève, Geneve]\n") == [("same-options", 2, 25)]


def test_equal_right_sides_of_a_match_are_found_at_the_second() -> None:
    assert found("- ask: Pair\n  match:\n    a: the Rhine\n    b: Rhine\n    c: Aare\n") == [
        ("same-options", 4, 8)
    ]


def test_equal_right_options_are_found() -> None:
    assert found("- ask: Which?\n  answers: [Zürich, Zurich]\n  wrong: [Rome]\n") == [("same-options", 2, 21)]


def test_each_superfluous_answer_is_found_once() -> None:
    body = "- ask: Which?\n  answer: The Hague\n  accept:\n    - hague\n    - Den Haag\n    - den haag\n"
    assert found(body) == [("same-answers", 4, 7), ("same-answers", 6, 7)]


def test_an_accepted_answer_written_alone_is_looked_at() -> None:
    assert found("- {ask: Which?, answer: Bern, accept: bern}\n") == [("same-answers", 1, 39)]


def test_superfluous_answers_in_a_hole_are_found() -> None:
    assert found("- cloze: They met in {Geneva|geneva|Genf}.\n") == [("same-answers", 1, 10)]


def test_articles_of_a_language_with_genders_make_two_answers() -> None:
    body = "- {ask: Wo?, answer: der See, accept: [die See]}\n"
    assert found(body, head="language: de\n") == []


@pytest.mark.parametrize(
    ("number", "tolerance", "wrong"),
    [
        ("1945", "5%", True),
        ("1945", "2", False),
        ("1945", "3", True),
        ("100", "50", True),
        ("100", "49", False),
        ("0", "5%", True),
        ("0", "5", False),
        ("-100", "60", True),
        ("90,000", "10%", False),
        ("1,945", "5%", False),
    ],
)
def test_a_tolerance_is_judged_by_what_it_takes_in(number: str, tolerance: str, wrong: bool) -> None:  # noqa: FBT001
    body = f"- {{ask: How many?, number: '{number}', tolerance: {tolerance}}}\n"
    assert [code for code, _, _ in found(body)] == ["wide-tolerance"] * wrong


def test_four_digits_with_a_unit_are_no_year() -> None:
    assert found("- {ask: How high?, number: 1945, tolerance: 5%, unit: metres}\n") == []


@pytest.mark.parametrize("cloze", ["{Geneva}", "{Geneva}.", "... {Geneva|Genf} !"])
def test_a_hole_with_no_words_around_it_is_everything(cloze: str) -> None:
    assert found(f"- cloze: '{cloze}'\n") == [("hole-is-everything", 1, 10)]


def test_two_holes_side_by_side_are_not_everything() -> None:
    assert found("- cloze: '{Bern} {Basel}'\n") == []


@pytest.mark.parametrize(
    "body",
    [
        "- {ask: Which?, answer: Bern, accept: [Berne], hint: Not berne}\n",
        "- {ask: Which?, answer: Bern, wrong: [Rome, Oslo], hint: It is BERN}\n",
        "- {ask: Which?, answer: Bern, wrong: [Rome, Bern], hint: It is Bern}\n",
        "- {ask: How many?, number: 42, hint: It is 42}\n",
        "- {ask: When?, date: 1945-05-08, hint: Late in 1945}\n",
    ],
)
def test_a_hint_that_says_the_answer_is_found_at_the_hint(body: str) -> None:
    assert found(body) == [("hint-holds-answer", 1, body.index("hint:") + 7)]


def test_the_hint_of_a_hole_is_looked_at() -> None:
    assert found("- cloze: They met in {Geneva::Geneva on the lake}.\n") == [("hint-holds-answer", 1, 10)]


@pytest.mark.parametrize(
    "body",
    [
        "- {ask: Which?, answer: art, hint: The heart of it}\n",
        "- {ask: Which?, answer: Bern, wrong: [Rome, Oslo], hint: 'Bern or Rome, not Oslo'}\n",
        "- {claim: Bern is large., answer: false, hint: It is false that it is small}\n",
        "- {cloze: 'They met in {Geneva::a city}.', hint: By a lake}\n",
        "- {front: Capital, back: Bern, hint: Bern}\n",
    ],
)
def test_a_hint_that_does_not_tell_is_left_alone(body: str) -> None:
    assert found(body) == []


def test_a_long_hole_is_found() -> None:
    assert found("- cloze: He said {one two three four five six seven} to them.\n") == [
        ("long-answer", 1, 10)
    ]


def test_a_long_answer_is_left_alone_where_a_short_one_is_accepted() -> None:
    long = "one two three four five six seven eight nine"
    assert found(f"- ask: What?\n  answer: {long}\n  accept: [one to nine]\n") == []
    assert found(f"- ask: What?\n  answer: one to nine\n  accept: [{long}]\n") == []
    assert found(f"- ask: What?\n  answer: {long}\n  accept: [x {long}]\n") == [("long-answer", 2, 11)]
    assert found(f"- cloze: We count {{{long}|one to nine}} in the song.\n") == []


def test_a_long_answer_is_found_at_the_answer() -> None:
    body = "- ask: What?\n  answer: one two three four five six seven eight nine\n"
    assert found(body) == [("long-answer", 2, 11)]


@given(st.lists(st.text(max_size=12), max_size=5))
def test_words_never_fail_and_stand_in_their_own_text(texts: list[str]) -> None:
    text = " ".join(texts)
    assert holds(text, text) == bool(words(text))
    assert all(starmap(holds, [(text, one) for one in texts if words(one) and f" {one} " in f" {text} "]))
