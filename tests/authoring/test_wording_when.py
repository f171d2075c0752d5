"""Prompts that say when as seen from the day of writing, and claims of two parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wording_found import choice, claim, codes, told, typed

from quiz.authoring.rules.wording_joined import second_claim
from quiz.authoring.rules.wording_when import undated
from quiz.question import Location, TrueFalseQuestion

HERE = Location("b.yaml", 1, 1)


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (typed("Who is currently the head of the alliance?"), "currently"),
        (typed("Who is the current president of France?"), "current president"),
        (typed("Who is currently the head of the US Army I Corps?"), "currently"),
        (typed("Which team does Newton currently play for?"), "currently"),
        (typed("What will the minister propose tomorrow?"), "tomorrow"),
        (typed("What did Russia publish yesterday?"), "yesterday"),
        (typed("On Friday, what did Russia publish?"), "On Friday"),
        (typed("What did Russia publish on Friday?"), "on Friday"),
        (typed("What was published last week?"), "last week"),
        (typed("Who won the cup this year?"), "this year"),
        (typed("Which town has recently been rebuilt?"), "recently"),
        (typed("How many members does the union have today?"), "today"),
        (typed("What is the latest version of Python?"), "latest version"),
        (typed("Who resigned two weeks ago?"), "two weeks ago"),
        (typed("Who is the minister called who resigned last month?"), "last month"),
        (typed("Which film was called by critics the best of this year?"), "this year"),
        (typed("Name the bridge that was opened last week."), "last week"),
        (typed("Which law turns 170 on Thursday?"), "on Thursday"),
        (typed("Who speaks this Thursday in Geneva?"), "this Thursday"),
        (typed("Which ministers hold talks next week in Oslo?"), "next week"),
        (typed("What did the council decide today?"), "today"),
        (typed("Who spoke this morning in the council?"), "this morning"),
        (typed("Which rules have changed in recent years?"), "in recent years"),
        (typed("How far has the sea risen in the last ten years?"), "in the last ten years"),
        (typed("Last year Bern had how many bears?"), "Last year"),
        (claim("The law turns 170 on Thursday."), "on Thursday"),
        (claim("The talks are to begin on Monday."), "on Monday"),
        (claim("Next year the tax will rise."), "Next year"),
        ("- front: The winner of the cup last year\n  back: Somebody\n", "last year"),
        (claim("The talks were held on Monday."), "on Monday"),
        (claim("Nowadays there are many lakes."), "Nowadays"),
        ('- cloze: "{Riabkov} will speak tomorrow."\n', "tomorrow"),
        ("- front: Who leads the alliance at present?\n  back: Somebody\n", "at present"),
        ("- ask: How many lakes are there now?\n  number: 7\n", "now"),
    ],
)
def test_a_time_as_seen_from_the_day_of_writing_is_found(body: str, word: str) -> None:
    assert told(body) == [("undated", f"`{word}` says when only to somebody who knows when this was written")]


@pytest.mark.parametrize(
    "body",
    [
        typed("As of 2021, who is currently the head of the alliance?"),
        typed("What did Russia publish on Friday, 17 December 2021?"),
        typed("What was published on Friday 17 December?"),
        typed("Who said 'literally tomorrow'?"),
        typed("Who said “we meet on Friday” and was there?"),
        typed("What is *today* in French?"),
        typed("What is the city of Edo known as nowadays?"),
        typed("Which state lies in what is now Germany and was large?"),
        typed("Which day comes after Friday?"),
        typed("What do they eat on Friday?"),
        typed("Which fast was kept on Friday nights?"),
        typed("What did they call the day on Friday the 13th?"),
        typed("Which theory is still taught today?"),
        typed("What did the Romans build that stands today?"),
        typed("Which band played Yesterday Once More?"),
        typed("Last Friday Night was sung by whom?"),
        typed("Who painted Next Summer?"),
        typed("Which holiday is on the last Friday of November?"),
        typed("Which shops are closed on Sunday?"),
        typed("In which movie is the king currently in prison?"),
        typed("Which film tells what was done last summer?"),
        typed("How did his last season end?"),
        typed("Where was Jordan's last season?"),
        claim("Muslims pray on Friday."),
        claim("The feast is on the next Sunday after the full moon."),
        typed("Who is currently the king in the play?"),
        typed("Whom does the current king send away in Sophocles' play Antigone?"),
        typed("How do we see what is currently there?"),
        typed("What do I press if I am currently offline?"),
        typed("Which command shows the currently selected file?"),
        typed("You are currently logged in. What do you see?"),
        typed("What was more recently found than Mars?"),
        typed("What did the last week of the war bring?"),
        typed("In what did the sea differ 50 million years ago?"),
        typed("What is electric current measured in?"),
        typed("Which speech begins with the words Four score and seven years ago?"),
        typed("A town has 9 cabs. It buys 3. They are red. How many does it currently own?"),
        choice("The first Disneyland opened in this year."),
        claim("Cats sleep on Sunday."),
    ],
)
def test_a_time_that_is_anchored_quoted_or_lasting_is_left_alone(body: str) -> None:
    assert "undated" not in codes(body)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The talks were held in Vienna, and the note was sent later.", "and"),
        ("The anthem is the shortest and it has four lines.", "and"),
        ("His name was Cheese but he had it changed.", "but"),
        ("The lake is deep; it was formed by ice.", ";"),
        ("The lake is deep; the river is long.", ";"),
        ("Bern is the capital and lies on the Rhine.", "and"),
        ("Bern is the capital of Switzerland and is its largest town.", "and"),
        ("Napoleon was born in Corsica and died on Elba.", "and"),
        ("The Rhine rises in the Alps and flows into the North Sea.", "and"),
        ("Caesar crossed the Rubicon and defeated Pompey.", "and"),
        ("The town was founded in 1191 and destroyed in 1405.", "and"),
        ("The lake is shallow, but never freezes.", "but"),
        ("Whales are mammals and live in the sea.", "and"),
        ("Keller wrote the anthem and later became mayor.", "and"),
        ("Water boils at 100 degrees and freezes at 0.", "and"),
    ],
)
def test_a_claim_of_two_parts_is_found(text: str, word: str) -> None:
    assert told(claim(text)) == [
        ("two-claims", f"`{word}` joins two claims, and one of them may be true without the other")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Russia and the United States met in Geneva.",
        "Bread and butter is a meal.",
        "The border runs between Bern and Basel.",
        "Bern and Basel lie on the Rhine.",
        "Bern is and has always been the capital.",
        "The book was written and illustrated by Tove Jansson.",
        "Terry Jones wrote and directed the film.",
        "Hyenas were tamed and eaten in Egypt.",
        "The house was built by a man born in Bern and raised in Basel.",
        "Bats are able to see and use the moon.",
        "The fire all but destroyed the old town.",
        "The war paint of the hero is made like the mask he and Shelly used to play with.",
        "Bern lies in a loop of the Aare and is therefore easy to hold.",
        "It takes a bottle and can of milk.",
        "The peace held while Bern was strong and took part.",
        "Truth and lies are old friends.",
        "The flag of the town is red and rose.",
        "The cave holds bones and remains in heaps.",
        "It needs much work and will to learn.",
        "The company has washed and ironed shirts to sell.",
        "Russia talks with the US and NATO about the drafts.",
        "When the lake freezes, and it is cold, people skate.",
        "The account says that the lake is deep and it is long.",
        "The talks of Geneva; Bern and Basel are three.",
        "Milk, bread and the egg dish were served.",
        "The motto is 'we came, and we saw'.",
        "The lake is deep because it was formed by ice.",
    ],
)
def test_a_claim_of_one_part_is_left_alone(text: str) -> None:
    assert "two-claims" not in codes(claim(text))


WORDS = st.sampled_from(
    (
        "Bern",
        "Friday",
        "Last",
        "last",
        "Next",
        "year",
        "on",
        "this",
        "and",
        "but",
        "lies",
        "has",
        "will",
        "today",
    )
)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_whatever_is_said_what_is_told_stands_in_it(text: str) -> None:
    said = (
        second_claim(text),
        undated(text, TrueFalseQuestion(id="a", ask=text, location=HERE, answer=True)),
    )
    assert all(word in text for word in said if word is not None)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_a_year_beside_it_dates_every_prompt(text: str) -> None:
    question = TrueFalseQuestion(id="a", ask=text, location=HERE, answer=True)
    assert undated(f"{text} in 2021", question) is None
