"""The days to come in words: totals, periods, what a step of retention costs."""

from __future__ import annotations

import io
from datetime import date

import pytest

from quiz.memory.habits import PUBLISHED
from quiz.memory.simulation import Day
from quiz.ui.forecasting import (
    Answering,
    Choice,
    Cost,
    Outlook,
    answering_words,
    costs,
    draw_choice,
    draw_outlook,
    step_words,
    totals,
)
from quiz.ui.render import console

MONDAY = date(2026, 3, 2)
TIMES = "15 s for a new card, 13 s for a right answer, 19 s for a wrong one"
OWN = Answering(PUBLISHED.seconds, 1_234)


def day(reviews: float = 10.0, seconds: float = 120.0, left: float = 0.0, known: float = 40.0) -> Day:
    return Day(reviews, 2.0, reviews + 3.0, seconds, reviews, 0.9 * reviews, left, known)


def outlook(*days: Day, desired: tuple[float, float] = (0.9, 0.9), answering: Answering = OWN) -> Outlook:
    return Outlook(MONDAY, days, 50, 20, 30.4, desired, answering)


def drawn(what: Outlook | Choice, width: int = 80, *, plain: bool = True) -> str:
    stream = io.StringIO()
    if isinstance(what, Outlook):
        draw_outlook(console(stream, width), what, plain=plain)
    else:
        draw_choice(console(stream, width), what, plain=plain)
    return stream.getvalue()


def test_totals_are_said_with_their_units() -> None:
    assert list(totals(outlook(day(), day(seconds=600.0, known=45.6)))) == [
        "Asked: 20 reviews and 4 new cards, 12 cards a day.",
        "Time: 12 min, 6 min a day; most tomorrow, 10 min.",
        "True retention: 90 % of reviews recalled (desired: 90 %).",
        "Known: 30 of 50 cards today, 46 after tomorrow (the sum of the chances of recall).",
        f"Times and ratings: from your last 1,234 answers: {TIMES}.",
    ]


def test_less_than_a_minute_is_said_in_seconds() -> None:
    assert "20 s a day; most today, 20 s." in list(totals(outlook(day(seconds=20.0), day(seconds=19.6))))[1]


def test_without_reviews_nothing_is_said_of_retention() -> None:
    assert not any(line.startswith("True retention") for line in totals(outlook(day(reviews=0.0))))


def test_days_on_which_nothing_is_asked_have_no_busiest_and_no_plot_of_retention() -> None:
    nothing = day(reviews=0.0, seconds=0.0)
    assert "Time: 0 s, 0 s a day." in list(totals(outlook(nothing, nothing)))
    assert "True retention" not in drawn(outlook(nothing, nothing), plain=False)
    assert "True retention" in drawn(outlook(day(), day()), plain=False)


def test_a_single_day_is_today_and_not_its_own_busiest() -> None:
    assert "Time: 2 min, 2 min a day." in list(totals(outlook(day())))
    assert drawn(outlook(day())).startswith("Simulated: today, from how ")


def test_what_the_days_go_by_is_told_at_once() -> None:
    assert drawn(outlook(day())._replace(notes=["Paused."])).splitlines()[1] == "Paused."


def test_cards_that_wait_are_said() -> None:
    lines = list(totals(outlook(day(left=3.0), day(left=2.0), day(left=0.2))))
    assert "Limits: on 2 days cards that are due have to wait; 0 at the end." in lines


def test_retention_by_bank_is_said_as_a_span() -> None:
    assert "(desired: 80 % to 95 % by bank and tag)" in list(totals(outlook(day(), desired=(0.8, 0.95))))[2]


@pytest.mark.parametrize(
    ("answers", "begins"),
    [
        (0, "Nothing is answered yet, so"),
        (1, "Times and ratings: from your 1 answer and, as these are few, from what is usual"),
        (199, "Times and ratings: from your 199 answers and, as these are few"),
        (200, "Times and ratings: from your last 200 answers: 15 s"),
    ],
)
def test_it_is_said_on_what_times_rest(answers: int, begins: str) -> None:
    (found,) = answering_words(Answering(PUBLISHED.seconds, answers))
    assert found.startswith(begins)


def test_days_are_told_by_week_and_long_times_by_several() -> None:
    lines = drawn(outlook(*[day()] * 9)).splitlines()
    assert lines[2] == "today to Sun 8 Mar: 70 reviews, 14 new, 2 min a day, 90 % recalled"
    assert lines[3].startswith("Mon 9 Mar to Tue 10 Mar: 20 reviews")
    many = drawn(outlook(*[day()] * 365)).splitlines()
    assert len([line for line in many if "reviews, " in line]) == 14
    assert many[2].startswith("today to Sun 29 Mar: 280 reviews")


def test_one_day_is_named_alone() -> None:
    assert (
        drawn(outlook(day(reviews=1.0))).splitlines()[2]
        == "today: 1 review, 2 new, 2 min a day, 90 % recalled"
    )


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (Cost(0.9, 5.0, 200.0), Cost(0.95, 9.0, 212.0), "1.8 times the minutes, 12 more known of 240."),
        (Cost(0.9, 5.0, 212.0), Cost(0.95, 10.0, 209.6), "2 times the minutes, 2 fewer known of 240."),
        (Cost(0.9, 5.0, 200.0), Cost(0.95, 5.1, 200.4), "as many minutes, as many known."),
        (Cost(0.9, 0.0, 0.0), Cost(0.95, 0.0, 0.0), "as many minutes, as many known."),
        (Cost(0.9, 0.0, 0.0), Cost(0.95, 3.0, 1.0), "3 min a day more, 1 more known of 240."),
        (Cost(0.9, 0.004, 1.0), Cost(0.95, 0.008, 1.0), "as many minutes, as many known."),
    ],
)
def test_a_step_says_what_it_costs_and_brings(before: Cost, after: Cost, said: str) -> None:
    assert step_words(before, after, 240) == f"From 90 % to 95 %: {said}"


def choice(*shares: float, told: tuple[float, ...] = (), special: bool = False) -> Choice:
    found = [Cost(share, 10.0 * share, 50.0 * share) for share in shares]
    return Choice(365, 50, 20, found, told or shares, 0.9, special, OWN)


def test_only_what_is_to_be_told_is_and_the_own_one_is_marked() -> None:
    lines = list(costs(choice(0.8, 0.85, 0.9, told=(0.8, 0.9), special=True)))
    assert lines[:4] == [
        "80 %: 8 min a day, 40 of 50 known",
        "90 % (yours): 9 min a day, 45 of 50 known",
        "",
        "From 80 % to 90 %: 1.1 times the minutes, 5 more known of 50.",
    ]
    assert any("left aside" in line for line in lines)
    assert not any("left aside" in line for line in costs(choice(0.8)))


def test_one_point_is_no_plot() -> None:
    assert "by desired retention" not in drawn(choice(0.9), plain=False)


@pytest.mark.parametrize("plain", [True, False])
def test_narrow_terminals_keep_whole_lines(*, plain: bool) -> None:
    for what in (outlook(*[day()] * 30), choice(0.8, 0.9)):
        assert max(map(len, drawn(what, 50, plain=plain).splitlines())) <= 50
