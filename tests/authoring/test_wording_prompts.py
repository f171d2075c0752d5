"""Prompts: negatives, names that are missing, bare ones."""

from __future__ import annotations

import pytest
from wording_found import choice, claim, codes, told, typed


@pytest.mark.parametrize(
    ("ask", "word"),
    [
        ("Which of these is not a lake?", "not"),
        ("Which of the following countries did not sign?", "not"),
        ("Which country has never won?", "never"),
        ("What does a class not have?", "not"),
        ("It is old. Which of these was it not?", "not"),
        ("In which of these towns did they not meet?", "not"),
        ("Which of these isn't a lake?", "isn't"),
        ("Which of these isn\N{RIGHT SINGLE QUOTATION MARK}t a lake?", "isn't"),
        ("All of these are lakes, except:", "except"),
        ("He saw all of them except which one?", "except"),
        ("Which of these has no water?", "no"),
        ("Name the one that is not a lake.", "not"),
        ("Who of these never came?", "never"),
    ],
)
def test_a_negative_that_turns_the_prompt_round_is_found(ask: str, word: str) -> None:
    expected = [("unmarked-negative", f"`{word}` turns round what is asked, and is easily overread")]
    assert told(choice(ask)) == expected


def test_a_negative_is_found_in_several_and_in_claims() -> None:
    assert codes("- ask: Which are not lakes?\n  answers: [Rhine]\n  wrong: [Como]\n") == {
        "unmarked-negative"
    }
    assert codes(claim("Bats are not blind.")) == {"unmarked-negative"}
    assert codes(claim("Sharks never sleep.")) == {"unmarked-negative"}
    assert codes(claim("Norway has never joined the European Union.")) == {"unmarked-negative"}


@pytest.mark.parametrize(
    "body",
    [
        choice("Which of these is NOT a lake?"),
        choice("Which of these is *not* a lake?"),
        choice("Which of these is **never** a lake?"),
        choice("Which of these ISN'T a lake?"),
        choice("All of these are lakes EXCEPT:"),
        choice("Which lake is not only deep, but clear?"),
        choice("Which lake cannot be crossed?"),
        choice("Which lake is meant by 'it is not a river'?"),
        choice("Which lake, which is not deep, freezes?"),
        choice("Which lake do people choose who do not swim?"),
        choice("Which lake is best if it does not rain?"),
        choice("Which film came before Never Say Never Again?"),
        choice("Which lake helped them to never give up?"),
        choice("Which lake touches every country except Chile and Peru?"),
        choice("Why did they not meet?"),
        choice("Which country has no army?"),
        typed("Which of these towns is not there?"),
        claim("Bats are NOT blind."),
        claim("Deaths are not caused by it but by another thing."),
        claim("The lake that is not deep freezes."),
        claim("It is not only deep."),
    ],
)
def test_a_negative_that_is_set_off_or_by_the_way_is_left_alone(body: str) -> None:
    assert "unmarked-negative" not in codes(body)


def test_a_second_negative_is_told_at_its_option() -> None:
    body = choice("Which statement is NOT true of it?", "It is a lake", "It is old", "It is not deep")
    assert told(body) == [
        ("double-negative", "`It is not deep` is one more negative below a prompt with `NOT`")
    ]
    assert codes(choice("Which statement is *not* true of it?", "It never freezes")) == {"double-negative"}


@pytest.mark.parametrize(
    "body",
    [
        choice("Which statement is true of it?", "It is not deep"),
        choice("Which film is NOT by him?", "Do Not Disturb"),
        choice("Which statement is NOT true of it?", "It is a lake"),
        choice("Which statement is NOT true of it?", "It swims but does fly"),
    ],
)
def test_one_negative_alone_is_no_double_one(body: str) -> None:
    assert "double-negative" not in codes(body)


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (typed("When did he propose the talks?"), "he"),
        (typed("In which town was she born?"), "she"),
        (typed("According to the article, who gave the money?"), "the article"),
        (typed("Who gave the money, according to this text?"), "this text"),
        (typed("What does the author say about lakes?"), "the author"),
        (typed("Who is quoted in the passage?"), "the passage"),
        (claim("He was born in Bonn."), "He"),
        ('- cloze: "She was born in {Bonn}."\n', "She"),
    ],
)
def test_somebody_who_is_not_named_is_found(body: str, word: str) -> None:
    assert told(body) == [
        ("nobody-named", f"`{word}` is not named in the prompt, and it is asked among other questions")
    ]


@pytest.mark.parametrize(
    "body",
    [
        typed("Goethe lived in Weimar. When did he die?"),
        typed("When Goethe was old, where did he live?"),
        typed("Who is the author of Faust?"),
        typed("What does the author of Faust say about lakes?"),
        typed("What does the author describe in the novel The Mezzanine?"),
        typed("According to the article by Greene, what is it?"),
        typed("According to the author's son, what is it?"),
        typed("Which King of England had his nephews locked up?"),
        choice("He wrote Faust."),
        claim("Goethe said that he was born in Frankfurt."),
        claim("He who digs a pit falls into it."),
    ],
)
def test_somebody_who_is_named_or_asked_for_is_left_alone(body: str) -> None:
    assert "nobody-named" not in codes(body)


@pytest.mark.parametrize(
    "ask",
    [
        "Which of these is true?",
        "Which of the following statements is correct?",
        "Which one is right?",
        "What statement is most accurate?",
        "Which of these are true statements?",
    ],
)
def test_a_prompt_without_a_subject_is_found(ask: str) -> None:
    assert "bare-prompt" in codes(choice(ask))
    assert "bare-prompt" not in codes(choice(ask.rstrip("?") + " of lakes?"))


def test_options_that_the_prompt_speaks_of_are_missed() -> None:
    assert codes(typed("Which of the following is a lake?")) == {"options-missing"}
    assert codes(typed("Which of these lakes is deep?")) == {"options-missing"}
    assert codes(typed("Which of these lies in Italy?")) == {"options-missing"}
    assert codes("- ask: Which one of the following is even?\n  number: 2\n") == {"options-missing"}


@pytest.mark.parametrize(
    "body",
    [
        choice("Which of the following is a lake?"),
        typed("Which of the following is a lake: Como, Rhine, Aare?"),
        typed("Como, Rhine, Aare. Which of these is a lake?"),
        typed("Which of these is a lake, Como or Rhine?"),
        typed("Which of the lakes is deep?"),
    ],
)
def test_options_that_are_there_are_not_missed(body: str) -> None:
    assert codes(body) == set()
