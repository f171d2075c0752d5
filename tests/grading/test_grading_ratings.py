"""Which rating is suggested for which answer, and why; the table that a person may set."""

from __future__ import annotations

import pytest

from quiz.card import Card
from quiz.errors import QuizError
from quiz.grading import (
    TABLE,
    BadRatingCell,
    How,
    RatingTable,
    UnknownRatingCell,
    grade,
    overrule,
    rating_table,
    rejudge_near,
    suggest,
)
from quiz.grading.rating import AWAY_MS, pace, typical_ms
from quiz.question import ChoiceQuestion, Kind, Wrong
from quiz.review import Confidence, Picked, Rating, Typed, Verdict
from tests.grading.asking import HERE, N, P, R, W, text

AGAIN, HARD, GOOD, EASY = Rating
GUESSING, THINK_SO, SURE = Confidence
EAGER = RatingTable(sure=EASY)

ROWS = [
    # verdict, how, rating, argument
    (R, How(), GOOD, "a typed recall"),
    (R, How(luck=0.19), GOOD, "one of six is knowledge"),
    (R, How(luck=0.2), HARD, "one of five may be luck"),
    (R, How(luck=1.0), HARD, "one of one is nothing but luck"),
    (R, How(hints=1), HARD, "helped"),
    (R, How(hints=3), HARD, "helped more is no worse: it was recalled"),
    (R, How(hints=2, luck=0.5), HARD, "both"),
    (R, How(confidence=GUESSING), HARD, "a guess that hit is no recall"),
    (R, How(confidence=THINK_SO), GOOD, "who thinks so knows"),
    (R, How(confidence=SURE), GOOD, "and who is sure too: Easy is the learner's word"),
    (R, How(confidence=SURE, luck=0.25), HARD, "one can be sure of a lucky pick"),
    (R, How(pace=1.0), GOOD, "in the usual time"),
    (R, How(pace=9.9), GOOD, "in a long one"),
    (R, How(pace=10.0), HARD, "in a very long one"),
    (R, How(pace=None), GOOD, "nothing is known of the time"),
    (R, How(pace=0.01), GOOD, "quick is no more than known"),
    (N, How(), HARD, "a slip that counts"),
    (N, How(hints=1), HARD, "with a hint"),
    (N, How(confidence=SURE), HARD, "sure of a slip"),
    (N, How(pace=50.0), HARD, "slow"),
    (P, How(), AGAIN, "not known in full"),
    (P, How(confidence=SURE), AGAIN, "whatever the learner thought"),
    (W, How(), AGAIN, "not known"),
    (W, How(confidence=GUESSING), AGAIN, "guessed and missed"),
    (W, How(confidence=SURE), AGAIN, "sure and wrong"),
    (W, How(pace=0.1), AGAIN, "quickly wrong"),
]  # fmt: skip


@pytest.mark.parametrize(("verdict", "how", "rating", "argument"), ROWS)
def test_the_table_of_ratings(verdict: Verdict, how: How, rating: Rating, argument: str) -> None:
    assert suggest(verdict, how) is rating, argument


def test_easy_is_suggested_only_where_the_table_says_so() -> None:
    assert suggest(R, How(confidence=SURE), EAGER) is EASY
    assert suggest(R, How(), EAGER) is GOOD
    assert suggest(R, How(confidence=THINK_SO), EAGER) is GOOD
    assert suggest(N, How(confidence=SURE), EAGER) is HARD


@pytest.mark.parametrize("how", [How(hints=1), How(luck=0.5), How(pace=20.0)])
def test_who_is_sure_but_was_helped_lucky_or_slow_is_not_raised(how: How) -> None:
    assert suggest(R, how._replace(confidence=SURE), EAGER) is HARD


def test_a_kind_may_be_bounded() -> None:
    table = rating_table({"most": {"choice": "hard"}})
    assert suggest(R, How(kind=Kind.CHOICE, luck=0.1), table) is HARD
    assert suggest(R, How(kind=Kind.TEXT), table) is GOOD
    assert suggest(W, How(kind=Kind.CHOICE), table) is AGAIN


def judged(**sides: object) -> tuple[Rating, str]:
    found = grade(text("Geneva"), Typed("Geneva"), **sides)  # type: ignore[arg-type]
    return found.suggested, found.reason


def test_the_reason_says_what_kept_the_rating_down() -> None:
    assert judged() == (GOOD, "Right.")
    assert judged(confidence=SURE, duration_ms=3000) == (GOOD, "Right.")
    assert judged(hints=1) == (HARD, "Right with a hint, which counts as hard.")
    assert judged(confidence=GUESSING) == (HARD, "Right, but guessed, so it counts as hard.")
    assert judged(duration_ms=200_000) == (HARD, "Right, but after a long time, so it counts as hard.")
    strict = rating_table({"think_so": "hard"})
    expected = (HARD, "Right, but not quite sure, so it counts as hard.")
    assert judged(confidence=THINK_SO, table=strict) == expected


def test_the_reason_names_the_rating_of_the_table() -> None:
    table = rating_table({"hint": "again", "most": {"text": "hard"}})
    assert judged(hints=1, table=table) == (AGAIN, "Right with a hint, which counts as again.")
    assert judged(table=table) == (HARD, "Right, and one of the kind text counts as hard at most.")


def test_what_would_lower_nothing_is_not_told() -> None:
    assert judged(hints=1, table=rating_table({"hint": "good"})) == (GOOD, "Right.")


def test_confidence_and_time_never_change_the_mark() -> None:
    plain = grade(text("Geneva"), Typed("Genva"))
    for confidence in (None, *Confidence):
        for duration_ms in (None, -1, 0, 1, 10**9):
            found = grade(text("Geneva"), Typed("Genva"), confidence=confidence, duration_ms=duration_ms)
            assert (found.verdict, found.score, found.difference) == (N, plain.score, plain.difference)


def test_the_luck_of_a_choice_is_told() -> None:
    question = ChoiceQuestion(
        id="q", ask="?", location=HERE, answer="a", wrong=(Wrong("b", None), Wrong("c", None))
    )
    found = grade(Card("bank", question), Picked(("a",), ("a", "b", "c")), confidence=SURE)
    assert found.reason == "Right, but luck finds it one time in 3, so it counts as hard."


def test_a_near_answer_keeps_the_rating_of_the_table_when_it_counts() -> None:
    table = rating_table({"near": "good", "wrong": "hard"})
    near = grade(text("Geneva"), Typed("Genva"), table=table)
    assert rejudge_near(near, accepted=True, table=table).suggested is GOOD
    assert rejudge_near(near, accepted=True).reason == "You counted it as a slip, so it is rated good."
    assert rejudge_near(near, accepted=False, table=table).suggested is HARD
    assert rejudge_near(near, accepted=False).suggested is AGAIN


def test_overruling_takes_the_table_as_well() -> None:
    table = rating_table({"right": "easy"})
    assert overrule(grade(text("Geneva"), Typed("x")), table=table).suggested is EASY
    assert overrule(grade(text("Geneva"), Typed("x"))).suggested is GOOD


@pytest.mark.parametrize(
    ("duration_ms", "known"), [(None, False), (-5, False), (0, False), (1, True), (AWAY_MS, False)]
)
def test_a_time_that_says_nothing_has_no_pace(duration_ms: int | None, known: bool) -> None:  # noqa: FBT001 - the expectation
    assert (pace(duration_ms, 1000) is not None) is known


def test_a_longer_prompt_more_options_and_a_longer_answer_take_longer() -> None:
    least = typical_ms("", 0, "")
    assert least > 0
    assert typical_ms("How many words are these?", 0, "") > least
    assert typical_ms("", 4, "") > least
    assert typical_ms("", 0, "Geneva") > least


def test_no_cells_set_give_the_table_itself() -> None:
    assert rating_table({}) == TABLE
    assert rating_table({}, EAGER) == EAGER


def test_cells_are_read_from_the_words_of_a_config() -> None:
    table = rating_table({"sure": " Easy ", "luck_from": 0.3, "slow_times": 4, "most": {"match": "good"}})
    assert (table.sure, table.luck_from, table.slow_times) == (EASY, 0.3, 4.0)
    assert table.most == {Kind.MATCH: GOOD}
    assert table.right is GOOD


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"right": "fine"}, "right is 'fine'; it has to be again, hard, good or easy."),
        ({"right": 3}, "right is 3; it has to be again, hard, good or easy."),
        ({"luck_from": 0}, "luck_from is 0; it has to be a number from 0.01 to 1."),
        ({"luck_from": True}, "luck_from is True; it has to be a number from 0.01 to 1."),
        ({"luck_from": float("nan")}, "luck_from is nan; it has to be a number from 0.01 to 1."),
        ({"slow_times": "4"}, "slow_times is '4'; it has to be a number from 1 to 1000."),
        ({"most": {"choice": None}}, "most.choice is None; it has to be again, hard, good or easy."),
        (
            {"most": "hard"},
            "most is 'hard'; it has to be a table of kinds, each with again, hard, good or easy.",
        ),
    ],
)
def test_a_cell_that_cannot_be_is_told(cells: dict[str, object], told: str) -> None:
    with pytest.raises(BadRatingCell) as caught:
        rating_table(cells)
    assert str(caught.value) == f"The suggested rating {told}"
    assert isinstance(caught.value, QuizError)


UNKNOWN = [{"best": "easy"}, {"most": {"riddle": "hard"}}, {"most": {"recall": "hard"}}]


@pytest.mark.parametrize("cells", UNKNOWN)
def test_a_cell_that_does_not_exist_is_told_with_those_that_do(cells: dict[str, object]) -> None:
    with pytest.raises(UnknownRatingCell, match="There are: "):
        rating_table(cells)
