from __future__ import annotations

from datetime import date, timedelta

import pytest
import ui_samples as samples

from quiz.progress.values import Retention, Streak
from quiz.question import Kind
from quiz.review import Matched, Picked, Rating, SelfRated, Typed
from quiz.ui import describe, standing, words
from quiz.ui.replies import label, read_rating


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 cards"), (1, "1 card"), (2, "2 cards"), (1_234_567, "1,234,567 cards")]
)
def test_a_count_agrees_in_number(number: int, said: str) -> None:
    assert words.count(number, "card") == said


def test_a_plural_of_its_own_is_used() -> None:
    assert words.count(2, "more card", "more cards") == "2 more cards"
    assert words.count(1, "more card", "more cards") == "1 more card"


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.0, "0 %"), (0.001, "1 %"), (0.714, "71 %"), (0.996, "99 %"), (1.0, "100 %")],
)
def test_all_and_none_are_only_said_when_they_are_so(share: float, said: str) -> None:
    assert words.percent(share) == said


@pytest.mark.parametrize(("value", "said"), [(0, "0"), (14.0, "14"), (13.52, "13.5"), (123456.7, "123,457")])
def test_points_are_short(value: float, said: str) -> None:
    assert words.points(value) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-3, "today"),
        (0, "today"),
        (1, "tomorrow"),
        (2, "in 2 days"),
        (60, "in 60 days"),
        (61, "in 2 months"),
        (365, "in 12 months"),
        (715, "in 23 months"),
        (731, "in 2 years"),
        (36500, "in 100 years"),
    ],
)
def test_days_are_said_as_people_say_them(days: int, said: str) -> None:
    assert words.in_days(days) == said


@pytest.mark.parametrize(
    ("ahead", "said"), [(0, "today"), (1, "tomorrow"), (2, "Sun 19 Dec"), (-1, "Thu 16 Dec")]
)
def test_a_day_is_named(ahead: int, said: str) -> None:
    assert words.on_day(samples.TODAY + timedelta(ahead), samples.TODAY) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2021, 1, 1), "Fri 1 Jan"),
        (date(2021, 12, 31), "Fri 31 Dec"),
        (date(2022, 1, 1), "Sat 1 Jan 2022"),
        (date(2020, 12, 31), "Thu 31 Dec 2020"),
        (date(2031, 10, 25), "Sat 25 Oct 2031"),
    ],
)
def test_a_day_of_another_year_is_named_with_its_year(day: date, said: str) -> None:
    assert words.on_day(day, samples.TODAY) == said


def test_the_first_day_of_a_year_is_tomorrow_on_the_last_of_the_one_before() -> None:
    assert words.on_day(date(2022, 1, 1), date(2021, 12, 31)) == "tomorrow"


@pytest.mark.parametrize(
    ("ms", "said"),
    [
        (-5, "0 s"),
        (0, "0 s"),
        (1499, "1 s"),
        (59_600, "1 min"),
        (80_000, "1 min 20 s"),
        (3_900_000, "1 h 5 min"),
        (90_000_000_000, "25,000 h 0 min"),
    ],
)
def test_a_time_is_said_in_its_two_largest_units(ms: int, said: str) -> None:
    assert words.duration(ms) == said


@pytest.mark.parametrize(
    ("place", "said"), [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (701, "zz")]
)
def test_right_sides_have_letters_beyond_z(place: int, said: str) -> None:
    assert label(place) == said


@pytest.mark.parametrize("line", ["", "0", "5", "best", "12"])
def test_what_is_no_rating_is_none(line: str) -> None:
    assert read_rating(line) is None


@pytest.mark.parametrize(
    ("response", "said"),
    [
        (Typed(" a  b\n"), "a b"),
        (Picked(("x", "y"), ()), "x; y"),
        (Matched((("l", "r"), ("m", "s")), ()), "l = r; m = s"),
        (SelfRated(Rating.HARD), "hard"),
        (Typed(""), ""),
    ],
)
def test_a_response_is_said_on_one_line(response: Typed | Picked | Matched | SelfRated, said: str) -> None:
    assert describe.given(response) == said


def test_the_reason_is_left_out_where_the_verdict_says_as_much() -> None:
    plain = samples.feedback(samples.TEXT, Typed("Danube"))
    assert plain.judgement.reason == "Right."
    assert describe.remark(plain) is None
    assert describe.remark(samples.feedback(samples.RECALL, SelfRated(Rating.GOOD))) is None
    lucky = samples.feedback(samples.TRUE_FALSE, Picked(("true",), ("true", "false")))
    assert describe.remark(lucky) == lucky.judgement.reason


def test_sentences_of_a_sitting_without_answers() -> None:
    page = samples.empty_page()
    assert dict(standing.score_lines(page)) == {
        "score": "no answers",
        "verdicts": "0 right, 0 near, 0 partly, 0 wrong",
        "returns": "nothing",
        "time": "0 s answering; 0 s in all",
        "earlier": "Nothing was answered today.",
        "rest": "Nothing is left for today.",
    }


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (20, "better than the day before: 75 %, 20 answers"),
        (18, "level with the day before"),
        (9, "below the day"),
    ],
)
def test_today_is_compared_with_earlier_days(points: float, said: str) -> None:
    page = samples.page(day=samples.day(0, 24, points), earlier=(samples.day(1, 20, 15),))
    assert said in standing.standing(page)


def test_the_first_day_is_compared_with_nothing() -> None:
    first = samples.page(earlier=())
    assert (
        standing.standing(first)
        == "Today 83 % of the points in 24 answers; it is the first day with answers."
    )
    assert "first day" in standing.standing(samples.page(earlier=(samples.day(1, 0, 0),)))
    assert standing.standing(samples.page(day=samples.day(0, 0, 0))) == "Nothing was answered today."


@pytest.mark.parametrize(
    ("recalled", "asked", "said"),
    [
        (0, 0, "No card in review was asked in the last 30 days."),
        (1, 1, "100 % of 1 review recalled in 30 days (21-100 %); too few to compare with 90 % desired."),
        (19, 19, "100 % of 19 reviews recalled in 30 days (83-100 %); too few to compare with 90 % desired."),
        (90, 100, "90 % of 100 reviews recalled in 30 days (83-94 %); level with 90 % desired."),
        (99, 100, "99 % of 100 reviews recalled in 30 days (95-99 %); above 90 % desired."),
        (50, 100, "50 % of 100 reviews recalled in 30 days (40-60 %); below 90 % desired."),
    ],
)
def test_retention_is_compared_when_there_is_enough(recalled: int, asked: int, said: str) -> None:
    assert standing.retention(samples.overview(retention=Retention(recalled, asked))) == said


def test_what_is_due_is_said_with_what_is_late() -> None:
    assert standing.due(samples.overview()) == (
        "9 cards due today, 3 overdue; 5 due tomorrow; 20 new today, of 45 never asked."
    )
    since = samples.TODAY - timedelta(9)
    assert f"3 overdue (the oldest since {since:%a} {since.day} {since:%b}); 5" in standing.due(
        samples.overview(overdue_since=since)
    )
    assert standing.due(samples.overview(due_today=1, overdue=0)).startswith("1 card due today; 5")


@pytest.mark.parametrize(
    ("streak", "said"),
    [
        (Streak(0, 0), "No day with an answer yet; "),
        (Streak(0, 4), "No row of days with an answer (longest 4); "),
        (Streak(1, 1), "1 day in a row with an answer; "),
        (Streak(5, 12), "5 days in a row with an answer (longest 12); "),
    ],
)
def test_a_streak_is_said_with_the_longest(streak: Streak, said: str) -> None:
    assert standing.streak(samples.overview(streak=streak)) == f"{said}3,200 answers in all."


def test_earlier_days_are_summed_up() -> None:
    assert standing.lately(()) == ""
    assert standing.lately([samples.day(1, 0, 0)]) == ""
    assert standing.lately([samples.day(1, 20, 15)]) == (
        "The last day with answers: 20 a day, 75 % of the points."
    )
    assert standing.lately([samples.day(n, 20, 15) for n in range(1, 30)]).startswith("The last 7 days with")


def test_a_question_without_a_hint_has_none() -> None:
    hints = describe.Hints(samples.asked(samples.NUMBER))
    assert not hints.more()
    assert hints.next() is None
    assert hints.shown == 0


def test_text_and_cloze_alone_give_letters_as_hints_after_the_one_of_the_bank() -> None:
    given_out = {
        question.kind: describe.Hints(samples.asked(question)).texts
        for question in (samples.TEXT, samples.CLOZE, samples.CHOICE, samples.RECALL)
    }
    assert given_out == {
        Kind.TEXT: ("It is long.", "It has 6 letters.", "It begins like this: D…"),
        Kind.CLOZE: ("Late.", "It has 4 digits.", "It begins like this: 1…"),
        Kind.CHOICE: ("It lies on a lake.",),
        Kind.RECALL: ("A word.",),
    }
