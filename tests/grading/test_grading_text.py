"""Typed texts: what is right, near and wrong, row by row, each with its argument."""

from __future__ import annotations

import pytest

from quiz.card import Card
from quiz.grading import Piece, Sort, grade, rejudge_near
from quiz.question import TextQuestion
from quiz.review import Rating, Typed, Verdict
from tests.grading.asking import HERE, N, R, W, judge_text, text

ENGLISH = [
    # answer, response, verdict, argument
    ("Geneva", "Geneva", R, "the answer itself"),
    ("Geneva", "geneva", R, "case says nothing"),
    ("Geneva", "GENEVA", R, "caps lock says nothing"),
    ("Geneva", "  Geneva \t", R, "white space around says nothing"),
    ("Geneva", "Geneva.", R, "a full stop says nothing"),
    ("Geneva", '"Geneva"', R, "quotation marks say nothing"),
    ("Geneva", "Geneva!", R, "an exclamation mark after a word says nothing"),
    ("New York", "New  York", R, "two spaces are one"),
    ("New York", "new\nyork", R, "pasted line ends are white space"),
    ("the Hague", "Hague", R, "an article left out is no fault"),
    ("Hague", "The Hague", R, "nor is one put in"),
    ("an owl", "the owl", R, "English articles say nothing about the noun"),
    ("The Who", "who", R, "an article in a name may be left out too"),
    ("A flat", "flat", W, "A is a note here, no article"),
    ("A 4", "4", W, "a size of paper, no article"),
    ("A", "the A", R, "the letter is known"),
    ("A", "an", W, "an article alone is compared as a word"),
    ("Marks & Spencer", "Marks and Spencer", R, "& is and"),
    ("salt and pepper", "salt & pepper", R, "and is &"),
    ("AT&T", "AT & T", R, "spaces around & say nothing"),
    ("AT&T", "ATT", W, "the sign must not vanish"),
    ("O'Brien", "OBrien", R, "an apostrophe inside a name is often left out"),
    ("O\N{RIGHT SINGLE QUOTATION MARK}Brien", "O'Brien", R, "curly and straight apostrophes are one"),
    ("rock 'n' roll", "rock n roll", R, "quotation marks again"),
    ("U.S.A.", "USA", R, "points of an abbreviation say nothing"),
    ("J. R. R. Tolkien", "JRR Tolkien", R, "initials are written in many ways"),
    ("St. Louis", "St Louis", R, "the point of an abbreviation"),
    ("e-mail", "email", R, "a hyphen inside a word may be left out"),
    ("e-mail", "e mail", R, "or be a space"),
    ("COVID-19", "covid 19", R, "also before a number"),
    ("well\N{EN DASH}known", "well-known", R, "all dashes are one"),
    ("Łódź", "Lodz", R, "accents may be missing, and Ł is an L"),
    ("Zoë", "Zoe", R, "a diaeresis may be missing"),
    ("Zoe", "Zoë", R, "or be too many"),
    ("Þingvellir", "Thingvellir", R, "thorn is th"),
    ("Malmö", "Malmo", R, "an umlaut may be missing"),
    ("Göteborg", "Goeteborg", R, "or be spelt out"),
    ("Ørsted", "Oersted", R, "as may the Danish letter"),
    ("Ørsted", "Orsted", R, "which may also be an o"),
    ("Æthelred", "Aethelred", R, "a ligature is its letters"),
    ("İstanbul", "istanbul", R, "a Turkish capital has a dot"),
    ("three", "3", R, "a small number in digits"),
    ("12 apostles", "twelve apostles", R, "and in words"),
    ("twenty-one", "21", R, "with a hyphen too"),
    ("First World War", "1st World War", R, "ordinals too"),
    ("World War II", "World War Two", R, "a Roman numeral after a name is a number"),
    ("World War II", "World War 2", R, "in digits too"),
    ("five percent", "5%", R, "percent is a sign"),
    ("5 %", "5%", R, "a space before the sign says nothing"),
    ("5%", "5", W, "the sign says something"),
    ("20 °C", "20°C", R, "spaces around signs say nothing"),
    ("20 °C", "20ºC", R, "the wrong ring of the keyboard"),
    ("20 °C", "20 C", W, "the sign must not vanish"),
    ("H₂O", "H2O", R, "lowered digits cannot be typed"),
    ("m²", "m2", R, "raised ones after a letter neither"),
    ("m²", "m^2", R, "a power can be written with a caret"),
    ("10²", "102", W, "a power of a number is another number without its sign"),
    ("10²", "10^2", R, "but not with it"),
    ("½", "1/2", R, "a fraction sign is its numbers"),
    ("5½", "51/2", W, "five and a half is not 51 halves"),
    ("3\N{MULTIPLICATION SIGN}3", "3 x 3", R, "a cross is an x between digits"),
    ("F♯", "F#", R, "musical signs are typed with what there is"),
    ("C++", "C", W, "another language of programming"),
    ("C", "C++", W, "and the other way round"),
    ("C#", "C", W, "signs say something"),
    ("C#", "c #", R, "but the space before does not"),
    ("-5", "5", W, "the sign of a number"),
    ("\N{MINUS SIGN}5", "-5", R, "a true minus is a hyphen on keyboards"),
    ("1.5", "15", W, "a decimal point says something"),
    ("1.5", "1.5", R, "itself"),
    (".5", "0.5", R, "a nought left out"),
    ("90,000", "90000", R, "thousands marks say nothing"),
    ("1,5", "15", W, "this is no thousands mark"),
    ("9:30", "930", W, "a colon between digits says something"),
    ("km/h", "kmh", W, "a stroke says something"),
    ("km/h", "km / h", R, "spaces around it do not"),
    ("Na+", "Na", W, "an ion is no atom"),
    ("Cl-", "Cl", W, "nor with a minus"),
    ("cl-", "Cl-", R, "case again"),
    ("hyper-", "hyper", R, "the hyphen of a prefix says nothing"),
    ("un-", "un", R, "of a short one too"),
    ("-ism", "ism", R, "nor that of a suffix"),
    ("a-b", "ab", W, "a difference is no product"),
    ("f'", "f", W, "a derivative is another function"),
    ("f''", "f'", W, "so is the second one"),
    ("5'", '5"', W, "feet are no inches"),
    ("n!", "n", W, "a factorial"),
    ("Jeopardy!", "Jeopardy", R, "a name with an exclamation mark"),
    ("f(x)", "fx", W, "brackets of a formula"),
    ("Ca(OH)2", "CaOH2", W, "likewise"),
    ("[0, 1)", "(0, 1)", W, "another interval"),
    ("--hard", "hard", W, "an option of a command is no word"),
    ("__init__", "init", W, "nor is such a name"),
    ("LEGO®", "Lego", R, "a registered mark says nothing"),
    ("LEGO™", "Lego", R, "nor does a trade mark"),
    ("®", "®", R, "unless it is the answer"),
    ("®", "©", W, "and then only itself"),
    ("...", "...", R, "punctuation alone is its own answer"),
    ("...", "..", W, "and only itself"),
    (";", ":", W, "another mark"),
    (";", ";", R, "itself"),
    ("?", "\N{FULLWIDTH QUESTION MARK}", R, "a wide form is the same mark"),
    ("!=", "=", W, "an operator"),
    ("≠", "!=", R, "as keyboards have it"),
    ("->", "→", R, "an arrow"),
    ("Istanbul (formerly Constantinople)", "Istanbul", R, "what stands in brackets is optional"),
    ("Istanbul (formerly Constantinople)", "Constantinople", W, "but not alone the answer"),
    ("(New) Delhi", "Delhi", R, "in front as well"),
    ("(New) Delhi", "New Delhi", R, "with it too"),
    ("x (y)", "x", W, "too little is left to be an answer"),
    ("Geneva", "", W, "no answer"),
    ("Geneva", " \u200b ", W, "nothing visible is no answer"),
    ("Geneva", "Vienna", W, "another city"),
    # near: one slip of the hand in a word of five letters or more
    ("Geneva", "Genva", N, "a letter missing"),
    ("Geneva", "Genevva", N, "a letter twice"),
    ("Geneva", "Gneeva", N, "two letters swapped"),
    ("Geneva", "Geneba", N, "a neighbouring key"),
    ("Mediterranean", "Mediteranean", N, "a double letter single"),
    ("necessary", "neccessary", N, "a single letter double"),
    ("Jen Psaki", "Jen Psakki", N, "in one word of two"),
    ("Washington", "Washingto", N, "the last letter missing"),
    ("innocent", "inocent", N, "behind the prefix"),
    ("ice cream", "icecream", N, "a space missing"),
    ("fireworks", "fire works", N, "a space too many"),
    # wrong, however close
    ("hypertension", "hypotension", W, "the opposite"),
    ("hypotension", "hypertension", W, "the opposite"),
    ("hypertension", "hypetension", W, "a slip where both are one step away"),
    ("Monet", "Manet", W, "another painter"),
    ("nitrate", "nitrite", W, "another salt"),
    ("propane", "propene", W, "another gas"),
    ("affect", "effect", W, "another word"),
    ("Iran", "Iraq", W, "another country"),
    ("Charles I", "Charles II", W, "his son"),
    ("Louis XIV", "Louis XVI", W, "a later one"),
    ("Louis XVIII", "Louis XVII", W, "one who never ruled: a Roman figure has no slips"),
    ("Louis XVIII", "Louis XIII", W, "one of two centuries before"),
    ("XVIII century", "XVII century", W, "the one before, in front as well"),
    ("civil war", "civl war", N, "letters of Roman figures, but no figure"),
    ("civilian", "civlian", N, "while a longer word has slips"),
    ("Charles V", "Charles", W, "which one"),
    ("1914", "1941", W, "another war"),
    ("May 1914", "May 1915", W, "another year"),
    ("Boeing 737", "Boeing 747", W, "another plane"),
    ("no", "not", W, "a short word"),
    ("not allowed", "now allowed", W, "a negation"),
    ("never again", "ever again", W, "a negation"),
    ("methane", "ethane", W, "the first letter makes another word"),
    ("typical", "atypical", W, "the opposite"),
    ("unable", "nable", W, "a slip at the start is none"),
    ("intrastate", "interstate", W, "the opposite"),
    ("desert", "dessert", W, "two real words"),
    ("causal", "casual", W, "two real words by a swap"),
    ("statue", "statute", W, "two real words by a letter"),
    ("abduction", "adduction", W, "the opposite"),
    ("cats", "cat", W, "a short word has no slips"),
    ("cannot", "can not", R, "one negation, in two spellings"),
    ("no one", "noone", W, "spaces near a negation"),
    ("Gneeva Gneeva", "Geneva Geneva", W, "two slips"),
    ("George Bush", "Bush George", W, "words in another order"),
    ("John Quincy Adams", "John Adams", W, "his father"),
    ("John Adams", "John Quincy Adams", W, "his son"),
    ("Geneva", "Geneva Convention", W, "more than the city"),
    ("Jen Psaki", "Psaki", W, "half a name, unless the bank accepts it"),
    ("C+++++", "C++++", W, "signs have no slips"),
    ("abcd1efg", "abcd1eg", W, "nor have words with digits"),
    ("日本国中央", "日本国中", W, "nor have signs that are words"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "response", "verdict", "argument"), ENGLISH)
def test_english_texts(answer: str, response: str, verdict: Verdict, argument: str) -> None:
    assert judge_text(answer, response).verdict is verdict, argument


def test_any_accepted_answer_is_right_and_named() -> None:
    found = grade(text("Jen Psaki", "Psaki"), Typed("psaki"))
    assert (found.verdict, found.matched, found.suggested) == (R, "Psaki", Rating.GOOD)


def test_what_is_written_otherwise_is_told() -> None:
    assert judge_text("Łódź", "lodz").reason == "Right; it is written Łódź."


def test_case_alone_is_not_told() -> None:
    assert judge_text("Geneva", "geneva").reason == "Right."


def test_a_reason_that_ends_in_an_abbreviation_has_one_full_stop() -> None:
    assert judge_text("the U.S.A.", "USA").reason == "Right; it is written the U.S.A."


def test_no_answer_is_said_politely() -> None:
    assert judge_text("Geneva", "").reason == "You did not answer this one."


def test_a_rival_is_wrong_and_never_near() -> None:
    assert judge_text("Genoa", "Genooa").verdict is N
    found = judge_text("Genoa", "Genooa", "en", "Genooa")
    assert (found.verdict, found.reason) == (W, "That is the answer to another question.")


def test_a_rival_that_is_accepted_here_too_is_right() -> None:
    assert judge_text("Geneva", "Geneva", "en", "Geneva").verdict is R


def test_the_difference_is_drawn_letter_by_letter() -> None:
    assert judge_text("Geneva", "Genva").difference == (
        Piece("Gen", Sort.SAME),
        Piece("e", Sort.MISSING),
        Piece("va", Sort.SAME),
    )


def test_a_close_wrong_text_is_drawn_too() -> None:
    assert judge_text("Monet", "manet").difference == (
        Piece("M", Sort.SAME),
        Piece("a", Sort.EXTRA),
        Piece("o", Sort.MISSING),
        Piece("net", Sort.SAME),
    )


def test_a_right_and_a_far_text_have_no_difference() -> None:
    assert judge_text("Geneva", "geneva").difference == ()
    assert judge_text("Geneva", "Rome").difference == ()


def test_a_very_long_text_is_judged_without_a_difference() -> None:
    found = judge_text("a" * 10_000, "a" * 9_998)
    assert (found.verdict, found.difference) == (W, ())
    assert judge_text("b" + "ar" * 150, "b" + "ar" * 149 + "a").difference == ()


def test_a_near_text_counts_when_the_learner_says_so() -> None:
    near = judge_text("Geneva", "Genva")
    counted, refused = rejudge_near(near, accepted=True), rejudge_near(near, accepted=False)
    assert (near.score, near.suggested) == (0.5, Rating.HARD)
    assert (counted.verdict, counted.score, counted.suggested) == (N, 1.0, Rating.HARD)
    assert (refused.verdict, refused.score, refused.suggested) == (W, 0.0, Rating.AGAIN)
    assert counted.difference == refused.difference == near.difference


def test_only_near_is_judged_again() -> None:
    right = judge_text("Geneva", "Geneva")
    assert rejudge_near(right, accepted=False) == right


def test_a_reversed_question_is_graded_by_its_prompt() -> None:
    question = TextQuestion(id="q", ask="dog", location=HERE, answer="Hund", reverse=True)
    assert grade(Card("bank", question, "reverse"), Typed("the dog")).verdict is R
    assert grade(Card("bank", question, "reverse"), Typed("Hund")).verdict is W
