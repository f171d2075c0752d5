from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from decimal import Decimal

import pytest

from quiz.card import Asked, Bank, Card, cards_of
from quiz.quantity import Figures, PartialDate, Tolerance
from quiz.question import (
    ChoiceQuestion,
    ClozeQuestion,
    DateQuestion,
    Hole,
    Kind,
    Location,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    RecallQuestion,
    SeveralQuestion,
    Source,
    TextQuestion,
    TrueFalseQuestion,
    Wrong,
)

HERE = Location("capitals.yaml", 7, 5)
TEXT = TextQuestion(
    id="france",
    ask="Capital of France?",
    answer="Paris",
    accept=("Lutetia",),
    location=HERE,
    hint="On the Seine",
)
CHOICE = ChoiceQuestion(
    id="spain",
    ask="Capital of Spain?",
    answer="Madrid",
    wrong=(Wrong("Seville", "It was for a while."), Wrong("Toledo", None)),
    location=HERE,
)
TRUE_FALSE = TrueFalseQuestion(id="rome", ask="Rome lies on the Tiber.", answer=True, location=HERE)
NUMBER = NumberQuestion(
    id="height",
    ask="How high is the tower?",
    value=Decimal(1083),
    written="1,083",
    tolerance=Tolerance(Decimal(5), relative=False),
    unit="ft",
    location=HERE,
)
DATE = DateQuestion(id="opened", ask="When was it opened?", date=PartialDate(1889, 3, None), location=HERE)
SEVERAL = SeveralQuestion(
    id="rivers",
    ask="Which are rivers?",
    answers=("Seine", "Tiber"),
    wrong=(Wrong("Etna", "A volcano."), Wrong("Como", None)),
    location=HERE,
)
CLOZE = ClozeQuestion(
    id="rhone",
    ask="The Rhone flows from Geneva to the Mediterranean.",
    pieces=(
        "The Rhone flows from ",
        Hole(("Geneva", "Genf"), None),
        " to the ",
        Hole(("Mediterranean",), "a sea"),
        ".",
    ),
    location=HERE,
)
ORDER = OrderQuestion(id="north", ask="From north to south", items=("Oslo", "Bern", "Rome"), location=HERE)
MATCH = MatchQuestion(
    id="pairs", ask="City and river", pairs=(("Paris", "Seine"), ("Rome", "Tiber")), location=HERE
)
RECALL = RecallQuestion(id="why", ask="Why is the Tiber yellow?", back="Silt", location=HERE)
ALL = (TEXT, CHOICE, TRUE_FALSE, NUMBER, DATE, SEVERAL, CLOZE, ORDER, MATCH, RECALL)
CHOSEN = (CHOICE, TRUE_FALSE, SEVERAL, ORDER, MATCH)


def revisions(question: Question) -> list[str]:
    return [card.revision for card in cards_of("capitals", question)]


def test_every_kind_has_its_class() -> None:
    assert {question.kind for question in ALL} == set(Kind)
    assert len(Kind) == 10


@pytest.mark.parametrize(
    ("question", "right"),
    [
        (TEXT, "Paris"),
        (CHOICE, "Madrid"),
        (TRUE_FALSE, "true"),
        (replace(TRUE_FALSE, answer=False), "false"),
        (NUMBER, "1,083 ft"),
        (replace(NUMBER, unit=None), "1,083"),
        (DATE, "1889-03"),
        (SEVERAL, "Seine; Tiber"),
        (ORDER, "Oslo; Bern; Rome"),
        (MATCH, "Paris = Seine; Rome = Tiber"),
        (RECALL, "Silt"),
    ],
)
def test_a_question_with_one_card(question: Question, right: str) -> None:
    (card,) = cards_of("capitals", question)
    assert (card.part, card.prompt, card.right) == ("", question.ask, right)


@pytest.mark.parametrize(
    ("question", "options"),
    [
        (CHOICE, ("Madrid", "Seville", "Toledo")),
        (TRUE_FALSE, ("true", "false")),
        (SEVERAL, ("Seine", "Tiber", "Etna", "Como")),
        (ORDER, ("Oslo", "Bern", "Rome")),
        (MATCH, ("Seine", "Tiber")),
    ],
)
def test_options_stand_in_the_order_of_the_bank(question: Question, options: tuple[str, ...]) -> None:
    assert question.options() == options
    assert question.accepted("") == ()


@pytest.mark.parametrize("question", [each for each in ALL if each not in CHOSEN])
def test_kinds_that_are_not_picked_have_no_options(question: Question) -> None:
    assert question.options() == ()


@pytest.mark.parametrize(
    ("question", "option", "why"),
    [
        (CHOICE, "Seville", "It was for a while."),
        (CHOICE, "Toledo", None),
        (CHOICE, "Madrid", None),
        (CHOICE, "Lisbon", None),
        (SEVERAL, "Etna", "A volcano."),
        (SEVERAL, "Como", None),
        (SEVERAL, "Seine", None),
        (TRUE_FALSE, "false", None),
    ],
)
def test_why_an_option_is_wrong(question: Question, option: str, why: str | None) -> None:
    assert question.why_wrong(option) == why


def test_typed_answers_begin_with_the_one_that_is_shown() -> None:
    assert TEXT.accepted("") == ("Paris", "Lutetia")
    assert replace(TEXT, accept=()).accepted("") == ("Paris",)


def test_a_question_of_no_kind_cannot_be_made() -> None:
    with pytest.raises(TypeError, match="abstract"):
        Question(id="bare", ask="?", location=HERE)  # type: ignore[abstract]


def test_keys_of_a_bank_differ() -> None:
    questions = (*ALL, replace(TEXT, id="italy", reverse=True))
    keys = [card.key for question in questions for card in cards_of("capitals", question)]
    assert len(keys) == len(set(keys)) == 10 + 1 + 2


@pytest.mark.parametrize("question", ALL)
def test_a_revision_is_16_hex_digits_and_stays(question: Question) -> None:
    for revision in revisions(question):
        assert len(revision) == 16
        assert set(revision) <= set("0123456789abcdef")
    assert revisions(question) == revisions(replace(question))


def test_a_revision_is_the_same_in_every_release() -> None:
    assert Card("capitals", TEXT).revision == "1ab73851811f484f"


@pytest.mark.parametrize("question", ALL)
def test_a_revision_ignores_what_does_not_change_the_answer(question: Question) -> None:
    other = replace(
        question,
        id="renamed",
        location=Location("elsewhere.yaml", 1, 1),
        why="Because.",
        hint="Think.",
        tags=("new",),
        source=Source("text.md", 3, "a quote"),
        group="group",
        shuffle=False,
        draft=True,
    )
    assert revisions(other) == revisions(question)
    assert [card.revision for card in cards_of("another", question)] == revisions(question)


@pytest.mark.parametrize(
    ("question", "changed"),
    [
        (TEXT, replace(TEXT, ask="What is the capital of France?")),
        (TEXT, replace(TEXT, answer="paris")),
        (TEXT, replace(TEXT, accept=())),
        (CHOICE, replace(CHOICE, answer="madrid")),
        (CHOICE, replace(CHOICE, wrong=CHOICE.wrong[:1])),
        (CHOICE, replace(CHOICE, wrong=(*CHOICE.wrong, Wrong("Lisbon", None)))),
        (TRUE_FALSE, replace(TRUE_FALSE, answer=False)),
        (NUMBER, replace(NUMBER, written="1,084", value=Decimal(1084))),
        (NUMBER, replace(NUMBER, unit="feet")),
        (DATE, replace(DATE, date=PartialDate(1889, 3, 31))),
        (SEVERAL, replace(SEVERAL, answers=("Seine",))),
        (SEVERAL, replace(SEVERAL, wrong=())),
        (ORDER, replace(ORDER, items=("Oslo", "Rome", "Bern"))),
        (MATCH, replace(MATCH, pairs=(("Paris", "Tiber"), ("Rome", "Seine")))),
        (RECALL, replace(RECALL, back="Silt and clay")),
        (RECALL, replace(RECALL, ask="Why is it yellow?")),
    ],
)
def test_a_revision_changes_with_what_is_asked_and_what_is_right(
    question: Question, changed: Question
) -> None:
    assert revisions(question) != revisions(changed)


def test_a_revision_ignores_why_an_option_is_wrong() -> None:
    silent = replace(CHOICE, wrong=tuple(Wrong(wrong.text, None) for wrong in CHOICE.wrong))
    assert revisions(silent) == revisions(CHOICE)


def test_a_revision_changes_where_letters_begin_or_cease_to_count() -> None:
    for question in (TEXT, CLOZE):
        exact = replace(question, exact=True)
        assert not set(revisions(exact)) & set(revisions(question))
        assert revisions(replace(exact, exact=False)) == revisions(question)


def test_a_revision_is_that_of_the_right_answer_wherever_it_is_listed() -> None:
    in_place = replace(CHOICE, listed=("Madrid", "Seville", "Toledo"))
    assert revisions(in_place) == revisions(CHOICE)
    assert revisions(replace(CHOICE, listed=("Toledo", "Madrid", "Seville"))) != revisions(CHOICE)


@pytest.mark.parametrize("question", [CHOICE, SEVERAL])
def test_options_that_are_listed_stand_as_they_are_listed(
    question: ChoiceQuestion | SeveralQuestion,
) -> None:
    turned = tuple(reversed(question.options()))
    listed = replace(question, listed=turned)
    assert listed.options() == turned
    assert listed.right("") == question.right("")
    assert [listed.why_wrong(option) for option in turned] == [question.why_wrong(o) for o in turned]


RANGE = replace(NUMBER, value=Decimal(85), written="85 ..  95", upper=Decimal(95), tolerance=None)


def test_a_range_is_shown_in_words() -> None:
    assert RANGE.right("") == "85 to 95 ft"
    assert replace(RANGE, unit=None).right("") == "85 to 95"
    assert RANGE.leeway() == ""
    assert revisions(RANGE) != revisions(replace(RANGE, upper=Decimal(96), written="85..96"))


@pytest.mark.parametrize(
    ("question", "taken", "refused"),
    [
        (replace(NUMBER, tolerance=None), ["1083", "1083.0"], ["1083.1", "-1083"]),
        (NUMBER, ["1083", "1078", "1088"], ["1077.99", "1088.01"]),
        (RANGE, ["85", "90.5", "95", "95.0"], ["84.999", "95.001", "-90"]),
        (replace(NUMBER, tolerance=Figures(3)), ["1080", "1075", "1084.99", "1083"], ["1085", "1074", "0"]),
    ],
)
def test_which_numbers_are_right(question: NumberQuestion, taken: list[str], refused: list[str]) -> None:
    assert [number for number in taken + refused if question.takes(Decimal(number))] == taken


@pytest.mark.parametrize(
    ("question", "bounds"),
    [
        (replace(NUMBER, tolerance=None), ("1083", "1083")),
        (NUMBER, ("1078", "1088")),
        (RANGE, ("85", "95")),
        (replace(NUMBER, tolerance=Figures(2)), ("1050", "1150")),
    ],
)
def test_between_which_numbers_all_that_is_right_lies(
    question: NumberQuestion, bounds: tuple[str, str]
) -> None:
    assert question.bounds() == tuple(map(Decimal, bounds))


def test_figures_are_told_as_leeway() -> None:
    assert replace(NUMBER, tolerance=Figures(3)).leeway() == "3 figures"
    assert replace(NUMBER, tolerance=Figures(1)).leeway() == "1 figure"


def test_each_hole_has_its_own_revision() -> None:
    other = replace(CLOZE, pieces=(*CLOZE.pieces[:3], Hole(("Mediterranean", "Med"), "a sea"), "."))
    (first, second), (same, changed) = revisions(CLOZE), revisions(other)
    assert first == same
    assert second != changed


def test_a_lone_surrogate_has_a_revision() -> None:
    assert len(Card("capitals", replace(TEXT, ask="\ud800")).revision) == 16


def test_questions_and_cards_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        TEXT.answer = "Lyon"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        Card("capitals", TEXT).part = "1"  # type: ignore[misc]


def test_a_location_is_written_as_compilers_do() -> None:
    assert str(HERE) == "capitals.yaml:7:5"


def test_what_a_bank_and_a_card_asked_have_unless_told_otherwise() -> None:
    bank = Bank(key="capitals", path="capitals.yaml", title="Capitals")
    assert (bank.language, bank.questions, bank.tags, bank.source) == ("en", (), (), None)
    asked = Asked(Card("capitals", TEXT), (), number=1, left=0)
    assert asked.again is False
