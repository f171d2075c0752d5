"""Prompts: negatives, what is said only to somebody of that day, claims of two parts, bare ones."""

from __future__ import annotations

import pytest

from quiz.authoring.check import check
from quiz.authoring.material import material
from quiz.authoring.rule import questions
from quiz.authoring.rules.wording import RULES


def told(body: str) -> list[tuple[str, str]]:
    """Return code and message of what is found."""
    bank = material(questions(body).bank.encode(), "b.yaml", "b", lambda _: {})
    assert bank.problems == ()
    return [(one.code, one.message) for one in check([bank], RULES)]


def codes(body: str) -> set[str]:
    return {code for code, _ in told(body)}


def choice(ask: str, answer: str = "Como", *wrong: str) -> str:
    listed = "".join(f'    - "{option}"\n' for option in wrong or ("Rhine", "Aare"))
    return f'- ask: "{ask}"\n  answer: "{answer}"\n  wrong:\n{listed}'


def typed(ask: str) -> str:
    return f'- ask: "{ask}"\n  answer: Como\n'


def claim(text: str) -> str:
    return f'- claim: "{text}"\n  answer: true\n'


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
        typed("Which film was called by critics the best of this year?"),
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
    ("text", "word"),
    [
        ("The talks were held in Vienna, and the note was sent later.", "and"),
        ("The anthem is the shortest and it has four lines.", "and"),
        ("His name was Cheese but he had it changed.", "but"),
        ("The lake is deep; it was formed by ice.", ";"),
        ("The lake is deep; the river is long.", ";"),
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
