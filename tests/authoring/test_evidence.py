"""Whether an answer stands in a passage, in whatever form the passage has it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples_of_evidence import asking

from quiz.authoring.evidence import lacking
from quiz.authoring.evidence_names import names
from quiz.authoring.evidence_numbers import Passage, amounts_in, number_stands


def lack(
    keys: str, text: str, *, before: str = "", language: str = "en", document: str | None = None
) -> list[str]:
    """Return the answers of a question of these keys that do not stand in ``text``."""
    question = asking(keys, language)
    passage = Passage(text, question.ask, language, before)
    return [
        one.answer
        for one in lacking(question, passage, f"{before}\n{text}" if document is None else document)
    ]


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ask: How many soldiers?\nnumber: 90,000", "There are 90 000 of them."),
        ("ask: How many soldiers?\nnumber: 90,000", "There are 90\u202f000 of them."),
        ("ask: How many soldiers?\nnumber: 90,000", "There are ninety thousand of them."),
        ("ask: How many soldiers?\nnumber: 90,000", "There are 90.000 of them."),
        ("ask: How many soldiers?\nnumber: 90,000", "There are 90k of them."),
        ("ask: How many people?\nnumber: 1,500,000", "One and a half million live there."),
        ("ask: How many people?\nnumber: 1,500,000", "1.5 million live there."),
        ("ask: How cold?\nnumber: -5", "It was 5 degrees below zero."),
        ("ask: How cold?\nnumber: -5", "It was \u22125 degrees."),
        ("ask: How many?\nnumber: 12", "A dozen came."),
        ("ask: How many?\nnumber: 2", "Both came."),
        ("ask: How much of it is lost since 1964?\nanswer: a third", "It has lost a third of its surface."),
        ("ask: How many?\nnumber: 14", "It lasted a fortnight."),
        ("ask: Which Louis?\nnumber: 14", "Louis XIV was king."),
        ("ask: Which time was it?\nnumber: 21", "It was the twenty-first time."),
        ("ask: Which time was it?\nnumber: 30", "It was the Thirtieth time."),
        ("ask: Which time was it?\nnumber: 17", "It was the seventeenth time."),
        ("ask: In which year did it end?\nnumber: 1918", "The war of 1914-18 was long."),
        ("ask: In which year did it end?\nnumber: 1647", "He was there in 1646\u20137."),
        ("ask: In which year was it?\nnumber: 1968", "It was in \u201968."),
        ("ask: How long?\nnumber: 100\ntolerance: 5%", "It is 97 m long."),
        ("ask: How long?\nnumber: 85..95", "It is 85 m long, by another measure more."),
        ("ask: How long?\nnumber: 85..95", "It is 95 m long."),
        ("ask: How long?\nnumber: 85..95", "It is about 91 m long."),
        ("ask: How long?\nnumber: 62..64\nunit: years", "She reigned from 1837 to 1901."),
        ("ask: How cold?\nnumber: -10..-4", "It was 5 degrees below zero."),
        ("ask: How far?\nnumber: 12..16\nunit: km", "It is 10 miles off."),
        ("ask: How wide is it?\nnumber: 3.1416\ntolerance: 3 figures", "It is 3.14 m wide."),
        ("ask: About how many people live there?\nnumber: 300,000", "It has 298,410 people."),
        ("ask: How far?\nnumber: 16\nunit: km", "It is 10 miles off."),
        ("ask: How many were there?\nnumber: 0", "The hall was empty."),
        ("ask: How many were there?\nnumber: 3", "Apples, pears and plums were sold."),
        ("ask: How long did she reign?\nnumber: 64\nunit: years", "She reigned from 1837 to 1901."),
        ("ask: What is the difference?\nnumber: 27", "One has 40, the other 13."),
        ("ask: How many percent are that?\nnumber: 25", "Of 40 members 10 came."),
        ("ask: How many are left of 40 when 13 go?\nnumber: 27", "They go."),
    ],
)
def test_a_number_stands(keys: str, text: str) -> None:
    assert lack(keys, text) == []


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ask: How many soldiers?\nnumber: 90,000", "There are 19,000 of them."),
        ("ask: How many soldiers?\nnumber: 90,000", "There are nine thousand of them."),
        ("ask: How many?\nnumber: 13", "A dozen came."),
        ("ask: In which year?\nnumber: 1862", "It was in 1826."),
        ("ask: How long?\nnumber: 100\ntolerance: 5%", "It is 94 m long."),
        ("ask: How many men came?\nnumber: 85..95", "There were 84 men, of 96 called."),
        ("ask: How many men came?\nnumber: 85..95", "There were 75 men."),
        ("ask: How wide is it?\nnumber: 3.1416\ntolerance: 3 figures", "It is 3.2 m wide."),
        ("ask: How many soldiers?\nnumber: 90,000", "There are many of them."),
        ("ask: How many members?\nnumber: 15", "Twelve members, one of them absent, came."),
    ],
)
def test_a_number_is_missing(keys: str, text: str) -> None:
    assert lack(keys, text) == [asking(keys, "en").right("")]


def test_words_for_numbers_are_read_in_english_alone() -> None:
    keys = "ask: Wie viele?\nnumber: 90.000"
    assert lack(keys, "Es sind neunzigtausend.", language="de") == []
    assert lack("ask: Wie viele?\nnumber: 91.300", "Es sind 91.500.", language="de") == ["91.300"]


def test_from_very_many_numbers_anything_may_be_reckoned() -> None:
    text = " ".join(str(2**power) for power in range(6, 60)) + " " + " ".join(map(str, range(1001, 1100, 2)))
    assert lack("ask: What is the total?\nnumber: 777777", text) == []
    assert lack("ask: Which is it?\nnumber: 777777", text) == ["777777"]


@given(st.integers(2, 10**9), st.sampled_from(["{}", "{:,}", "about {:_}", "({})", "x{}y", "\u20ac{:,}."]))
def test_every_number_in_digits_is_found(number: int, written: str) -> None:
    text = f"There were {written.format(number).replace('_', ' ')} of them"
    assert number_stands(Decimal(number), Passage(text, "", "en"))


@given(st.text(max_size=60), st.sampled_from(["en", "de", "xx"]))
def test_every_text_names_some_numbers_or_none(text: str, language: str) -> None:
    assert all(amount.value >= 0 for amount in amounts_in(text, language))


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("1949-04-04", "It was signed on 4 April 1949."),
        ("1949-04-04", "Signed April 4th, 1949, in Washington."),
        ("1949-04-04", "1949-04-04: signed."),
        ("1949-04-04", "Am 4.4.1949 unterzeichnet."),
        ("1949-04", "Between 4 and 6 Apr. 1949."),
        ("1949", "In 1949."),
        ("-0044", "He died in 44 BC."),
        ("1949-04-04", "The day after was a Tuesday; the next day it was signed."),
        ("1951", "Two years later it was changed."),
    ],
)
def test_a_date_stands(date: str, text: str) -> None:
    assert lack(f"ask: When?\ndate: {date}", text) == []


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("1949-04-04", "It was signed on 4 April 1948."),
        ("1949-04-04", "It was signed on 14 April 1949."),
        ("1949-04-04", "It was signed on 4 May 1949."),
        ("1949", "It was signed in 1948."),
        ("1949-04", "It was signed in 1949."),
    ],
)
def test_a_date_is_missing(date: str, text: str) -> None:
    assert lack(f"ask: When was it signed?\ndate: {date}", text) == [date]


def test_a_year_may_stand_above_where_the_paragraph_names_none() -> None:
    keys = "ask: When was it signed?\ndate: 1949-04-04"
    assert lack(keys, "It was signed on 4 April.", before="The year was 1949.") == []
    assert lack(keys, "It was signed on 4 April.", before="The year was 1948.") == ["1949-04-04"]
    assert lack(keys, "It was signed on 4 April 1950.", before="The year was 1949.") == ["1949-04-04"]


def test_a_prompt_that_lends_a_date_lets_it_be_reckoned() -> None:
    keys = "ask: The 18th of December 2021 was the day after. When was it?\ndate: 2021-12-17"
    assert lack(keys, "It was on the same day.") == []
    assert lack("ask: When?\ndate: 2021-12-17", "It was cold.") == ["2021-12-17"]


def test_months_are_known_in_some_languages_only() -> None:
    assert lack("ask: Kiedy?\ndate: 1949-04-04", "4 kwietnia 1949.", language="pl") == []
    assert lack("ask: Kiedy?\ndate: 1949-04-04", "4 kwietnia 1948.", language="pl") == ["1949-04-04"]


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ask: Who spoke?\nanswer: Sam Greene", "Greene was the first."),
        ("ask: Who spoke?\nanswer: Sergei Riabkov", "Ryabkov was the first."),
        ("ask: Who spoke?\nanswer: Sergei Riabkov\naccept: [the deputy]", "The deputy spoke."),
        ("ask: Which country won?\nanswer: France", "French runners won."),
        ("ask: Which country won?\nanswer: Ukraine", "Ukrainian runners won."),
        ("ask: Which alliance is it?\nanswer: NATO", "The North Atlantic Treaty Organization met."),
        ("ask: Which country is it?\nanswer: United States", "A man from the U.S. came."),
        ("ask: Who built it?\nanswer: Volunteers", "Helpers built a bridge."),
        ("ask: Who built it?\nanswer: Nobody", "No man built a bridge."),
        ("ask: Why was a bridge built?\nanswer: Civil Disobedience", "There was unrest."),
        ("ask: What was built?\nanswer: A Stone Bridge", "Masons were there."),
        ("ask: On which day?\nanswer: Saturday", "Masons were there."),
        ("ask: Where is it?\nanswer: Underground", "Below the earth lies a hall."),
        ("ask: Who is it?\nanswer: Some Old Man Or Other Whom None Know", "Below the earth lies a hall."),
        ("ask: Of what is it built?\nanswer: stone", "Masons were there."),
        ("ask: Wer baute?\nanswer: Steinmetze", "Maurer waren dort."),
        ("ask: Which one?\nanswer: Anna Berger", "Masons built a bridge."),
        ("claim: Anna Berger built it.\nanswer: true", "Masons were there."),
        ("ask: Order\norder: [Bern, Basel]", "Masons were there."),
        ("front: Who built it?\nback: Anna Berger", "Masons were there."),
        ("cloze: 'There were {masons} there.'", "Builders were there."),
        ("cloze: '{Anna Berger} built it.'", "Masons were there."),
    ],
)
def test_a_name_stands_or_need_not(keys: str, text: str) -> None:
    assert lack(keys, text, language="de" if "Wer" in keys else "en") == []


@pytest.mark.parametrize(
    ("keys", "text", "answers"),
    [
        ("ask: Which city is it?\nanswer: Geneva", "Many went to the city, where a lake is.", ["Geneva"]),
        ("ask: Who built it?\nanswer: Anna Berger", "Later she built a bridge of stone.", ["Anna Berger"]),
        ("ask: Who made it?\nanswer: Anna Berger", "Carl Dorn made it, and it fell.", ["Anna Berger"]),
        ("ask: Where does it lie?\nanswer: Bern", "The bridge of Aldan lies in Karst.", ["Bern"]),
        ("ask: Who built a bridge?\nanswer: Anna Berger", "Masons built a bridge.", ["Anna Berger"]),
        ("ask: Who built a bridge?\nanswer: Berger", "Masons built a bridge.", ["Berger"]),
        ("ask: Which city is meant?\nanswer: Geneva", "Bern lies on a river.", ["Geneva"]),
        ("ask: Where was a treaty made?\nanswer: New York", "Bern saw a treaty made.", ["New York"]),
        ("ask: Which country?\nanswers: [France, Italy]\nwrong: [Spain]", "Italians came.", ["France"]),
        ("ask: Which city?\nanswer: Geneva\nwrong: [Bern]", "Bern lies on a river.", ["Geneva"]),
        (
            "cloze: 'A treaty was made in {Geneva|Genf} by {Anna Berger}.'",
            "Anna Berger made a treaty.",
            ["Geneva"],
        ),
        ("ask: When?\nanswer: 4 April 1949", "On 5 April 1949.", ["4 April 1949"]),
        ("ask: How many?\nanswer: 90,000 soldiers", "19,000 soldiers.", ["90,000 soldiers"]),
        ("ask: Which?\nmatch: {Anna: in 1862, Bert: in 1903}", "Anna in 1862, Bert in 1904.", ["1903"]),
    ],
)
def test_a_name_or_number_in_an_answer_is_missing(keys: str, text: str, answers: list[str]) -> None:
    assert lack(keys, text) == answers


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("4 April 1949", "On 4 April 1949."),
        ("1806-07", "From 1806 to 1807."),
        ("the 1960s", "In 1964."),
        ("19th century", "In 1850."),
        ("3 states", "Three states."),
        ("version 2.0.31", "Version two."),
    ],
)
def test_a_number_in_an_answer_stands_or_need_not(answer: str, text: str) -> None:
    assert lack(f"ask: Which is it?\nanswer: {answer}", text) == []


def test_a_word_that_the_text_writes_small_is_no_name() -> None:
    keys = "ask: Who won?\nanswer: Natural Selection"
    assert lack(keys, "Masons won.", document="Masons won. It was natural.") == []
    assert lack(keys, "Masons won.") == ["Natural Selection"]


def test_the_paragraph_above_may_say_who_is_meant() -> None:
    keys = "ask: Who built a bridge?\nanswer: Anna Berger"
    assert lack(keys, "Masons built a bridge.", before="Anna Berger came.") == []
    assert lack(keys, "Masons built a bridge.", before="Anna Berger came.\nSo did others.") == ["Anna Berger"]


@pytest.mark.parametrize(
    ("between", "text", "found"),
    [
        ("Two.\nThree.", "Later she built a bridge.", []),
        ("Two.\nThree.", "Many went to the city of Bern.", []),
        ("Two.\nThree.", "Masons built a bridge.", ["Anna Berger"]),
        ("Two.\nThree.\nFour.", "Later she built a bridge.", ["Anna Berger"]),
    ],
)
def test_a_pronoun_means_nobody_from_far_above(between: str, text: str, found: list[str]) -> None:
    keys = "ask: Who built a bridge?\nanswer: Anna Berger"
    assert lack(keys, text, before=f"Anna Berger came.\n{between}") == found


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("Karst", "The bridge of Aldan lies in Karst."),
        ("Underground", "The bridge of Aldan lies in Karst."),
        ("Meadows", "The bridge of Aldan lies in Karst."),
        ("Bern", "The bridge lies over a river."),
        ("Bern", "The bridge was built in July."),
    ],
)
def test_a_lone_word_is_a_place_where_the_text_tells_one(answer: str, text: str) -> None:
    assert lack(f"ask: Where does it lie?\nanswer: {answer}", text) == []


def test_the_pairs_of_a_match_may_stand_anywhere() -> None:
    keys = "ask: Who is who?\nmatch: {first: Anna Berger, second: Carl Dorn}"
    assert lack(keys, "Masons.", document="Anna Berger.\nMasons.\nCarl Dorn.") == []
    assert lack(keys, "Masons.", document="Anna Berger.\nMasons.") == ["Carl Dorn"]


@given(st.from_regex("Qu[a-z]{4,8}", fullmatch=True), st.text(max_size=60))
def test_every_name_stands_in_a_text_that_ends_with_it(name: str, text: str) -> None:
    assert names(name, f"{text} {name}")
    assert not names("", text)


@pytest.mark.parametrize(
    "name", ["Anna Berger", "\u0141\u00f3d\u017a", "O'Neill", "King's College", "D\u00fcrer"]
)
def test_a_name_stands_where_it_is_written(name: str) -> None:
    assert names(name, f"Here is {name}, again.")
    assert not names(name, "Here is no one.")
