from __future__ import annotations

import pytest
from ui_author import Author

from quiz.question import Kind
from quiz.ui.authoring_interview import Interview
from quiz.ui.authoring_slots import Known


def wrong_of(author: Author, kind: Kind = Kind.CHOICE) -> object:
    found = Interview(author, Known(), {}, kind).run()["wrong"]
    author.end()
    return found


def test_a_reason_behind_a_colon_is_one_as_in_a_bank() -> None:
    author = Author("Which?", "Bern", "Oslo: It was named later.", "Rome", "", "", "older", "")
    assert wrong_of(author) == [{"Oslo": "It was named later."}, {"Rome": "older"}]
    assert author.said == [
        (
            'Taken as the option `Oslo` and why it is wrong. In quotes, "Oslo: It was named later.", '
            "it is one option with a colon."
        )
    ]


def test_the_reason_that_was_given_is_offered_where_it_is_asked_for() -> None:
    author = Author("Which?", "Bern", "Oslo: named later", "Rome", "")
    Interview(author, Known(), {}, Kind.CHOICE).run()
    offered = dict(zip(author.asked, author.offered, strict=True))
    assert offered["why is `Oslo` wrong? Enter keeps it:"] == "named later"
    assert offered["why is `Rome` wrong? Enter skips it:"] == ""
    assert "`text: reason` says why" in author.asked[2]


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ('"Star Wars: A New Hope"', "Star Wars: A New Hope"),
        ('"Star Wars: A New Hope": a film', {"Star Wars: A New Hope": "a film"}),
        ("12:30", "12:30"),
        ("Oslo:", "Oslo:"),
        ('"Yes"', '"Yes"'),
        ('"Yes" and "no": both', {'"Yes" and "no"': "both"}),
        ("Oslo : named: later", {"Oslo": "named: later"}),
        ('"Star Wars: A', '"Star Wars: A'),
    ],
)
@pytest.mark.parametrize("kind", [Kind.CHOICE, Kind.SEVERAL])
def test_a_colon_in_an_option_is_kept_by_quotes(kind: Kind, typed: str, option: object) -> None:
    right = ("Bern", "") if kind is Kind.SEVERAL else ("Bern",)
    assert wrong_of(Author("Which?", *right, typed, ""), kind) == [option]


def test_an_option_with_a_colon_can_be_gone_back_to() -> None:
    typed = '"Star Wars: A New Hop"'
    author = Author("Which?", "Bern", typed, "<back>", "", "")
    assert wrong_of(author) == ["Star Wars: A New Hop"]
    assert author.offered[4] == typed
    author = Author("Which?", "Bern", typed, "<back>", '"Star Wars: A New Hope"')
    assert wrong_of(author) == ["Star Wars: A New Hope"]


@pytest.mark.parametrize(
    ("kind", "answers", "said"),
    [
        (
            Kind.CHOICE,
            ("Which?", "The Hague", "Hague", "Bern"),
            "The wrong option `Hague` is the right answer `The Hague` over again; write another wrong option",
        ),
        (Kind.CHOICE, ("Which?", "The Hague", "Hague: a town", "Bern"), "The wrong option `Hague` is the"),
        (Kind.SEVERAL, ("Which?", "Zürich", "Bern", "", "Zurich", "Oslo"), "The wrong option `Zurich` is"),
        (Kind.CHOICE, ("Which?", "Bern", "Zürich", "Zurich", "Oslo"), "The wrong options `Zürich` and"),
        (Kind.CHOICE, ("Which?", "Bern", "Oslo", "Oslo: later", "Rome"), "This stands here already."),
        (Kind.CHOICE, ("Which?", "Bern", ": later", "Rome"), "Write the option before the `:`."),
        (Kind.ORDER, ("Order", "Zürich", "Zurich", "Bern"), "The entries `Zürich` and `Zurich` are the same"),
        (Kind.MATCH, ("Match", "Zürich = 1", "Zurich = 2", "Bern = 3"), "The left sides `Zürich` and"),
        (Kind.CLOZE, ("{all}", "{part} of it"), "The hole is the whole text"),
    ],
)
def test_what_a_learner_cannot_tell_apart_is_refused_at_its_prompt(
    kind: Kind, answers: tuple[str, ...], said: str
) -> None:
    author = Author(*answers)
    Interview(author, Known(), {}, kind).run()
    author.end()
    assert len(author.refused) == 1
    assert author.refused[0].startswith(said)


def test_an_answer_that_became_a_wrong_option_is_told_at_that_option() -> None:
    author = Author("Which?", "Bern", "Hague", "<back>", "<back>", "The Hague", "", "Oslo")
    assert wrong_of(author) == ["Oslo"]
    assert author.refused[0].startswith("The wrong option `Hague` is the right answer `The Hague`")


def test_nothing_is_told_of_the_option_after_one_that_is_taken_out() -> None:
    author = Author("Which?", "Bern", "Oslo", "Rome: older", "<back>", "<back>", "-", "")
    assert wrong_of(author) == [{"Rome": "older"}]
    assert len(author.said) == 1
