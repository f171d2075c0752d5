"""What is said of overdue cards, plans to clear them, and pauses."""

from __future__ import annotations

from datetime import date

import pytest

from quiz.progress.away import Away, CatchingUp, Cost, Helped
from quiz.ui import backlog
from quiz.ui.replies import Misread

TODAY = date(2027, 3, 12)


@pytest.mark.parametrize(
    ("typed", "days"),
    [("", 5), ("y", 5), (" YES ", 5), ("n", None), ("no", None), ("0", None), ("8", 8), ("365", 365)],
)
def test_a_proposal_is_taken_refused_or_given_another_number(typed: str, days: int | None) -> None:
    assert backlog.read_days(typed, 5) == days


@pytest.mark.parametrize("typed", ["366", "-1", "x", "1.5", "²", "5 days"])
def test_anything_else_is_asked_again(typed: str) -> None:
    with pytest.raises(Misread, match="y, n, or a number of days up to 365"):
        backlog.read_days(typed, 5)


def test_what_is_overdue_stands_apart_from_what_is_due() -> None:
    assert backlog.due_words(12, 85, date(2027, 3, 3), TODAY) == (
        "12 cards due today, 85 overdue (the oldest since Wed 3 Mar)"
    )
    assert backlog.due_words(1, 0, None, TODAY) == "1 card due today"


def test_a_proposal_says_how_many_and_how_long() -> None:
    assert backlog.proposal(85, 5, 17, 340_000) == (
        "85 cards are overdue. Clear them in 5 days, 17 a day beside what falls due, about 6 minutes more "
        "a day? New cards pause until then."
    )
    assert "about 1 minute more" in backlog.proposal(85, 5, 17, 3)
    assert "`quiz start --catch-up 5`" in backlog.how_to_catch_up(85, 5, 17)


def test_where_a_plan_stands_and_how_it_ended_is_said() -> None:
    said = backlog.catching_up(CatchingUp(2, 5, 40, 10))
    assert said == (
        "Catching up: day 2 of 5, 40 overdue cards left, 10 of them today. New cards pause until then."
    )
    assert "1 overdue card left" in backlog.catching_up(CatchingUp(5, 5, 1, 1))
    assert backlog.cleared(1) == "The backlog is cleared, in 1 day. New cards are asked again."
    assert "12 cards of the backlog are left" in backlog.run_out(5, 12)
    assert "1 card of the backlog is left" in backlog.run_out(5, 1)


def test_a_pause_is_said_with_its_end() -> None:
    assert backlog.paused_words(Away(TODAY, date(2027, 3, 26)), TODAY) == (
        "Paused from today, until Fri 26 Mar (14 days left)"
    )
    assert backlog.paused_words(Away(date(2027, 3, 1), None), TODAY) == (
        "Paused since Mon 1 Mar, until `quiz resume`"
    )


def test_a_pause_that_is_over_is_said_with_its_days() -> None:
    assert backlog.resumed_words(Away(TODAY, None), TODAY) == "The pause that began today is over."
    assert backlog.resumed_words(Away(date(2027, 3, 11), None), TODAY) == (
        "The pause since Thu 11 Mar is over, after 1 day."
    )


def test_what_a_pause_costs_is_said_in_figures_with_units() -> None:
    prompt = "What is\nasked? " + "x" * 200
    cost = Cost(14, 3, 41, 120, 111.4, 98.2, 700.0, (Helped("b/one", prompt, 0.61, 0.93, 12.4),))
    assert list(backlog.cost_lines(cost, TODAY)) == [
        "14 days, back on Fri 26 Mar: 41 cards fall due meanwhile, beside 3 overdue already.",
        "Of 120 learnt cards you likely know 111 now and 98 then (the sum of their chances of recall).",
        "To catch up then: about 12 minutes by your own times.",
    ]
    head, card = backlog.helped_lines(cost)
    assert head.endswith("(most recall kept for each minute):")
    assert card.startswith("- What is asked? xxx")
    assert card.endswith("x… (recall then 61 %, 93 % if seen; 12 s)")


def test_a_pause_of_somebody_who_learnt_nothing_costs_nothing() -> None:
    cost = Cost(1, 0, 0, 0, 0.0, 0.0, 0.0, ())
    assert list(backlog.cost_lines(cost, TODAY)) == [
        "1 day, back on Sat 13 Mar: 0 cards fall due meanwhile. Nothing will wait then."
    ]
    assert list(backlog.helped_lines(cost)) == []
