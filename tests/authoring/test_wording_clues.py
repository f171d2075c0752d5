"""Clues to the right answer: it stands in the prompt, is the longest, alone fits the grammar."""

from __future__ import annotations

import pytest

from quiz.authoring.check import check
from quiz.authoring.material import material
from quiz.authoring.rule import questions
from quiz.authoring.rules.wording import RULES


def codes(body: str, head: str = "") -> set[str]:
    bank = material(questions(body, head=head).bank.encode(), "b.yaml", "b", lambda _: {})
    assert bank.problems == ()
    return {one.code for one in check([bank], RULES)}


def only(body: str) -> tuple[str, int, int, str]:
    """Return code, line from 1, column and message of the one finding of a body."""
    example = questions(body)
    before = questions("").bank.count("\n")
    [one] = check([material(example.bank.encode(), "b.yaml", "b", lambda _: {})], RULES)
    return one.code, one.location.line - before, one.location.column, one.message


def typed(ask: str, answer: str) -> str:
    return f'- ask: "{ask}"\n  answer: "{answer}"\n'


def choice(ask: str, answer: str, *wrong: str) -> str:
    listed = "".join(f'    - "{option}"\n' for option in wrong or ("Basel", "Chur"))
    return f'- ask: "{ask}"\n  answer: "{answer}"\n  wrong:\n{listed}'


def test_an_answer_in_the_prompt_is_told_at_the_prompt() -> None:
    body = "- answer: Genève\n  ask: In which city did the geneve conference meet?\n"
    assert only(body) == ("answer-in-prompt", 2, 8, "the prompt says its own answer, `Genève`")


@pytest.mark.parametrize(
    "body",
    [
        choice("Which movie tells of a retired commando with a daughter?", "Commando"),
        typed("Which city did the people of Lübeck live in at that time?", "Lübeck"),
        choice("What force is this that acts on bodies as a force?", "force"),
        typed("Which note was sent, the note of 17 December 2021?", "17 December 2021"),
        typed("Who led the Rolling Stones when the Rolling Stones began?", "The Rolling Stones"),
        "- ask: Which town hosts the Geneva talks?\n  answer: Genf\n  accept: [Geneva]\n",
        "- ask: How many of the 90,000 soldiers are meant?\n  number: 90000\n",
        "- ask: In which year were the Olympic Games of 1936 held?\n  date: 1936\n",
        "- ask: On which day was the note of 17 December 2021 sent?\n  date: 2021-12-17\n",
        "- ask: When was the note of December 17th, 2021 sent?\n  date: 2021-12-17\n",
        "- ask: In which month was the note of December 2021 sent?\n  date: 2021-12\n",
        "- ask: When was the note of 2021-12-17 sent?\n  date: 2021-12-17\n",
        typed("Which duke fought the Saxonia?", "the Saxonia"),
        typed("Which duke fought the Saxonia?", "Saxonia."),
        typed("What was Saxonia's duke called?", "the Saxonia!"),
        typed("Who ruled the lands of Saxonia?", "Saxonia (duchy)"),
        "- front: Which duke fought the Saxonia?\n  back: The Saxonia.\n",
        "- ask: Which rivers feed the Aare?\n  answers: [the Aare, Kander]\n  wrong: [Inn, Adda]\n",
        '- cloze: "{Geneva} hosts the talks, as Geneva lies between the two."\n',
        '- cloze: "The {Rhine} and the {Aare} meet where the Aare ends."\n',
    ],
)
def test_an_answer_that_the_prompt_says_is_found(body: str) -> None:
    assert codes(body) == {"answer-in-prompt"}


@pytest.mark.parametrize(
    ("language", "ask"),
    [
        ("de", "Lag die Stadt näher bei Köln als Lübeck liegt"),
        ("fr", "La ville est-elle plus grande que Lübeck dans le nord"),
        ("nl", "Was het Hamburg of Lübeck waar ze woonden"),
        ("it", "La città era Amburgo e Lübeck nel nord"),
        ("cs", "Bylo to o Lübeck nebo jinde na severu"),
    ],
)
def test_what_is_named_to_choose_from_is_told_by_the_words_of_the_language(language: str, ask: str) -> None:
    assert codes(f"- ask: {ask}?\n  answer: Lübeck\n", f"language: {language}\n") == set()


def test_a_little_word_that_chooses_in_another_language_does_not_count() -> None:
    assert codes(
        "- ask: In welcher Stadt o Lübeck wohnten sie da?\n  answer: Lübeck\n", "language: de\n"
    ) == {"answer-in-prompt"}


@pytest.mark.parametrize(
    "body",
    [
        choice("Do they meet in Geneva or in Vienna?", "Geneva", "Vienna"),
        choice("Which lies on a lake, Geneva or Oslo?", "Geneva", "Bern"),
        typed("Did they meet in public or in secret places?", "secret places"),
        typed("Which is heavier than the other, iron or aluminium?", "aluminium"),
        typed("Where does the river Po rise in the Alps?", "Po"),
        typed("Which was it of all of these, the first one?", "The first"),
        typed("What is the plural of the noun sheep in English?", "sheep"),
        typed("What does the sign 'Ausgang' mean in 'Ausgang links'?", "Ausgang"),
        typed("Which word of *Friday* names a day of the week?", "Friday"),
        typed("Is it Paris?", "Paris"),
        typed("Which is a lake: Como, the Rhine, the Aare?", "The Rhine"),
        typed("Como, Rhine, Aare. Which of these is a lake?", "Como"),
        typed("What part of speech do Genevans use for Geneva's?", "Genev"),
        choice("Which city hosted the Vienna and the Geneva rounds?", "Geneva", "Vienna"),
        choice("What is read when the csv function reads?", "read.csv()"),
        choice("How do you see the version of git in use?", "`git version`"),
        choice("How many sheep of 12 live when all but 9 sheep die?", "9 sheep"),
        choice("Which band from Canada, this band with a farewell film?", "The Band"),
        choice("Who bought the rights to the name Hulk Hogan?", "Hulk Hogan"),
        choice(
            "What becomes of DEATH OF CHIVALRY in small letters?", "death of chivalry", "Death of Chivalry."
        ),
        choice("It is as far from Sunday as the day after tomorrow is. Which day?", "Sunday"),
        "- ask: How many of the 3 soldiers are meant?\n  number: 3\n",
        "- ask: How many soldiers were there in the 1940s?\n  number: 1940\n",
        "- ask: In which year was the note of December sent?\n  date: 2021\n",
        "- ask: On which day of 2021 was the note sent?\n  date: 2021-12-17\n",
        "- ask: On which day of December 2021 was the note sent?\n  date: 2021-12-17\n",
        "- ask: 18 December 2021 was the day after. When was the note sent?\n  date: 2021-12-17\n",
        '- cloze: "The talks in {Geneva} and those in {Vienna} were held in winter."\n',
        "- front: Geneva\n  back: Geneva is a city\n",
        "- front: Capital of the canton of Geneva\n  back: Geneva\n",
        "- front: Does he live in Geneva or in Vienna?\n  back: Geneva\n",
        "- ask: Which feed the Aare and the Rhine?\n  answers: [Aare, Kander]\n  wrong: [Rhine, Adda]\n",
    ],
)
def test_what_only_looks_like_the_answer_is_left_alone(body: str) -> None:
    assert "answer-in-prompt" not in codes(body)


def test_german_alternatives_are_left_alone() -> None:
    body = typed("Tagen sie in Genf oder in Wien am See?", "Genf")
    assert codes(body, "language: de\n") == set()
    assert codes(typed("In welcher Stadt tagt die Genfer Runde von Genf?", "Genf"), "language: de\n") == {
        "answer-in-prompt"
    }


LONG = "It lies in a country that belongs to neither of the two sides"


def test_the_lengths_are_told_at_the_right_option() -> None:
    body = choice("Why is it proposed?", LONG, "It is cheap", "It is near by")
    assert only(body) == (
        "longest-answer",
        2,
        11,
        "the right option has 61 characters, the longest wrong one has 13",
    )


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        (LONG, ("It lies on a lake that both of the sides like", "It is cheap")),
        ("It lies by a big old lake", ("It is near", "It is dear")),
        ("Ship Arriving Too Late to Save a Drowning Witch", ("Junk", "The End")),
        ("University of Texas Southwestern Medical Center", ("Yale", "Brown")),
        (LONG, ("It is cheap",)),
        ("near", (LONG, "It is cheap")),
    ],
)
def test_a_little_longer_a_title_and_two_options_are_left_alone(answer: str, wrong: tuple[str, ...]) -> None:
    assert codes(choice("Why is it proposed?", answer, *wrong)) == set()


def test_a_line_that_is_quoted_is_as_long_as_it_is() -> None:
    assert codes(choice("What is the last line of the film?", LONG, "It is cheap", "It is near by")) == set()


def test_an_absolute_word_is_told_at_the_first_wrong_option_that_has_it() -> None:
    body = choice(
        "What do drafts do?", "They seldom appear", "They bind", "They never appear", "Always this one"
    )
    code, line, column, message = only(body)
    assert (code, line, column) == ("absolute-word", 5, 7)
    assert message.startswith("`never` and `always` in most wrong options")


@pytest.mark.parametrize(
    ("ask", "answer", "wrong"),
    [
        ("What may arrays hold?", "any value", ("only numbers", "only texts", "only words")),
        ("What do drafts do?", "They always appear", ("They never appear", "They never bind")),
        ("What do drafts do?", "They appear", ("They never bind", "They grow", "They end")),
        ("What do drafts always do?", "They appear", ("They never bind", "They never end")),
        ("Which film is it?", "Sister Act", ("Never Let Me Go", "Always Be My Maybe")),
        ("Which line of the song is it?", "Let it be", ("You never know", "It never ends")),
        ("Which is it?", "One of them", ("All of these", "All of them do")),
        ("When does it come?", "Late in June", ("Almost always in May", "It is nearly always May")),
    ],
)
def test_absolute_words_that_tell_nothing_are_left_alone(
    ask: str, answer: str, wrong: tuple[str, ...]
) -> None:
    assert "absolute-word" not in codes(choice(ask, answer, *wrong))


@pytest.mark.parametrize(
    ("ask", "answer", "wrong"),
    [
        ("Geneva lies on a", "lake", ("island", "ocean", "estuary")),
        ("It is an ____ that lays eggs.", "ostrich", ("whale", "bear", "wolf")),
        ("It took an …", "hour", ("week", "day", "month")),
        ("Napoleon was an:", "Emperor", ("King", "Duke", "Prince")),
        ("A school is a ___", "university", ("office", "inn", "abbey")),
        ("What the body breathes with are the ... they are ____", "lungs", ("heart", "liver", "spleen")),
        ("What are the smallest vessels?", "capillaries", ("heart", "an artery", "vein")),
        ("The organ that pumps blood is", "heart", ("lungs", "kidneys", "veins")),
    ],
)
def test_the_only_option_that_fits_the_grammar_is_found(
    ask: str, answer: str, wrong: tuple[str, ...]
) -> None:
    assert codes(choice(ask, answer, *wrong)) == {"grammar-cue"}


@pytest.mark.parametrize(
    ("ask", "answer", "wrong"),
    [
        ("Geneva lies on a", "lake", ("island", "river")),
        ("Geneva lies on a(n)", "lake", ("island", "ocean")),
        ("It is an ____.", "UFO", ("whale", "bear")),
        ("It is an ____.", "MRI", ("scan", "lens")),
        ("It is a ____.", "herb", ("egg", "apple")),
        ("It is a ____.", "8", ("egg", "apple")),
        ("Where does it lie on a lake?", "lake", ("island", "ocean")),
        ("He thinks that these are", "yours", ("possible", "achievable")),
        ("The capital is", "Oslo", ("Paris", "Athens", "Tours")),
        ("The animals are", "sheep", ("dog", "cat")),
        ("What are the Beatles songs called?", "Hits", ("Tune", "Song")),
        ("They are ____", "two of the old lungs", ("heart", "liver")),
        ("They are ____", "lungs", ("heart",)),
        ("It is a", "...", ("island", "ocean")),
    ],
)
def test_options_that_fit_alike_or_are_not_sure_are_left_alone(
    ask: str, answer: str, wrong: tuple[str, ...]
) -> None:
    assert "grammar-cue" not in codes(choice(ask, answer, *wrong))
