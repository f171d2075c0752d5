"""Names that are spelt otherwise than in the text."""

from __future__ import annotations

import pytest
from grounded import bank
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.check import check
from quiz.authoring.evidence_spelling import is_slip, slips
from quiz.authoring.rules.grounding_names import MOST_READ, RULES

TEXT = (
    "Johann P\u00fcrfurst met Elisabeth Marmont in Geneva. The Ukrainian engineer Sergei Ryabkov, of the "
    "Centre of Tourism, came with Frenchmen; Austria paid. Marie and O'Neill wrote on the river."
)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Johan", "Johann"),
        ("Purfurst", "P\u00fcrfurst"),
        ("Riabkov", "Ryabkov"),
        ("Elizabeth", "Elisabeth"),
        ("Marmnot", "Marmont"),
        ("Phillip", "Philip"),
        ("Constantinopel", "Constantinople"),
        ("Jacksonvile", "Jacksonville"),
        ("Shrewsburry", "Shrewsbury"),
    ],
)
def test_a_small_slip_is_one(word: str, name: str) -> None:
    assert is_slip(word, name)
    assert is_slip(name, word)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Johann", "Johann"),
        ("Russia", "Russian"),
        ("Berger", "Bergers"),
        ("Mario", "Maria"),
        ("Marie", "Maria"),
        ("Frenchman", "Frenchmen"),
        ("Center", "Centre"),
        ("Organization", "Organisation"),
        ("Buddhist", "Buddhism"),
        ("Austria", "Australia"),
        ("Bern", "Berne"),
        ("Rhone", "Rhine"[::-1]),
        ("Sailer", "Bailer"),
        ("Monet", "Manets"),
    ],
)
def test_another_form_or_another_name_is_no_slip(word: str, name: str) -> None:
    assert not is_slip(word, name)


@given(st.from_regex(r"[A-Z][a-z]{4,12}", fullmatch=True), st.from_regex(r"[A-Z][a-z]{4,12}", fullmatch=True))
def test_slips_are_mutual_and_never_of_the_word_itself(one: str, two: str) -> None:
    assert is_slip(one, two) is is_slip(two, one)
    assert not is_slip(one, one)


def told(statement: str, *, is_answer: bool = False, language: str = "en", text: str = TEXT) -> list[str]:
    """Return each name with what the text has for it."""
    return [f"{one.name} {one.standing}" for one in slips(statement, text, language, is_answer=is_answer)]


@pytest.mark.parametrize(
    ("statement", "slip"),
    [
        ("Whom did Johan meet?", "Johan Johann"),
        ("Johan P\u00fcrfurst met whom?", "Johan Johann"),
        ("What did Johan's friend want?", "Johan Johann"),
        ("Who met Johann Purfurst?", "Purfurst P\u00fcrfurst"),
        ("In the Ukranian town, who came?", "Ukranian Ukrainian"),
    ],
)
def test_a_slip_in_a_prompt_is_told(statement: str, slip: str) -> None:
    assert told(statement) == [slip]


@pytest.mark.parametrize(
    "statement",
    [
        "Whom did Johann meet?",
        "Johan met whom?",
        "It was cold. Johan met whom?",
        "Who was JOHAN?",
        "Which Centers are meant?",
        "What do the Ukrainians say?",
        "Who came on a Tuesday in March?",
        "Was the River meant?",
        "Which Rivers are meant?",
        "Is Maria meant?",
        "Is Oneil meant?",
        "",
    ],
)
def test_what_may_be_no_slip_is_not_told(statement: str) -> None:
    assert told(statement) == []


def test_a_name_that_is_an_answer_may_begin_it() -> None:
    assert told("Johan", is_answer=True) == ["Johan Johann"]
    assert told("Johan met an engineer", is_answer=True) == []


def test_two_names_that_may_be_meant_are_not_told() -> None:
    assert told("Who is Johanm?", text="Johann met Johan, and they left.") == []


def test_languages_that_bend_names_are_left_alone() -> None:
    assert told("Kdo zn\u00e1 Johan?", language="cs") == []
    assert told("Wer kennt Johan?", language="de") == []
    assert told("Qui conna\u00eet Johan ?", language="fr") == ["Johan Johann"]


def places(body: str, text: str = TEXT) -> list[str]:
    """Return the places of what the rule finds; the first question begins in line 5."""
    return [f"{one.location.line}:{one.location.column}" for one in check([bank(body, text)], RULES)]


def test_each_right_answer_is_held_to_the_text_where_it_stands() -> None:
    body = (
        "- ask: Which?\n  answers: [Geneva, Ryabcov]\n  wrong: [Marmnot]\n"
        "- ask: What came first?\n  order: [Johan, Ryabkov]\n"
        "- ask: Who did what?\n  match: {Marmnot: met Johan, Geneva: a town}\n"
        "- front: Who met Johan there?\n  back: Marmnot\n"
        "- claim: They met in Gneeva.\n  answer: true\n"
        "- claim: They met in Gneeva.\n  answer: false\n"
        "- ask: Who?\n  answer: Johann\n  accept: [Johan]\n  wrong: []\n"
    ).replace("  wrong: []\n", "")
    assert places(body) == ["6:21", "9:11", "11:11", "11:20", "12:10", "13:9", "14:10"]


def test_without_a_text_that_can_be_read_nothing_is_told() -> None:
    body = "- ask: Who met Johan there?\n  answer: Ryabkov\n"
    assert places(body, "") == []
    assert places(body, "Johann. " * (MOST_READ // 8 + 1)) == []


SEALS = (
    "Agnes Pardoe kept her notebooks at Wexcombe, by Sandrow. Tom Bask was the warden of North Korea and met "
    "Marie Bell in New York at the Great Wall."
)


@pytest.mark.parametrize(
    ("statement", "slip"),
    [
        ("Tom Baske", "Baske Bask"),
        ("Tom Bosk", "Bosk Bask"),
        ("Tom Baks", "Baks Bask"),
        ("Agnes Pardo", "Pardo Pardoe"),
        ("Agness Pardoe", "Agness Agnes"),
        ("Wexcomb", "Wexcomb Wexcombe"),
        ("Sandrowe", "Sandrowe Sandrow"),
    ],
)
def test_a_letter_of_a_name_is_told(statement: str, slip: str) -> None:
    assert told(statement, is_answer=True, text=SEALS) == [slip]
    assert told(f"When did {statement} come up?", text=SEALS) == [slip]


@pytest.mark.parametrize(
    "statement",
    [
        "Tim Bosk",
        "Bosk",
        "Tom Basks",
        "Tom Bask",
        "Tom Task",
        "Tom Basket",
        "North Korean",
        "Maria Bell",
        "New Yorker",
        "Great Walls",
        "Tom BOSK",
        "Tom, Bosk",
        "Agne",
    ],
)
def test_another_name_beside_one_of_the_text_is_not_told(statement: str) -> None:
    assert told(statement, is_answer=True, text=SEALS) == []
