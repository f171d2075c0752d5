"""A card's life drawn, and the sentences that explain it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.progress.life import (
    Answer,
    Edited,
    Event,
    Life,
    Marked,
    Moved,
    Neighbour,
    Outcome,
    Queued,
    Reckoned,
    Renamed,
)
from quiz.review import CardState, Confidence, Memory, Mode, Rating, Sign, State, Verdict
from quiz.ui import why_words
from quiz.ui.render import console
from quiz.ui.why import draw_life, latest

TODAY = date(2026, 3, 12)
BEFORE, AFTER = Memory(9.1, 5.34), Memory(31.2, 5.33)


def answer(**changes: object) -> Answer:
    usual: dict[str, object] = {
        "id": "5",
        "day": TODAY - timedelta(days=2),
        "mode": Mode.STUDY,
        "verdict": Verdict.RIGHT,
        "graded": None,
        "suggested": Rating.GOOD,
        "rating": Rating.GOOD,
        "hints": 0,
        "confidence": None,
        "interval_days": 30,
        "due_on": TODAY + timedelta(days=28),
        "elapsed_days": 12,
        "recall": 0.84,
        "before": BEFORE,
        "after": AFTER,
        "undone_on": None,
    }
    return Answer(**{**usual, **changes})  # type: ignore[arg-type] # a test names fields that are there


def reckoned(*days: Neighbour, **changes: object) -> Reckoned:
    usual: dict[str, object] = {
        "desired_retention": 0.9,
        "interval_days": 31,
        "recall": 0.9,
        "given_days": 30,
        "given_on": TODAY - timedelta(days=2),
        "moved_on": None,
        "days": days or tuple(beside(number) for number in range(29, 34)),
        "balance": True,
    }
    return Reckoned(**{**usual, **changes})  # type: ignore[arg-type] # likewise


def beside(number: int, cards: int = 4, siblings: int = 0, share: float = 1.0) -> Neighbour:
    """Return a day, so many days after the answer."""
    return Neighbour(TODAY + timedelta(days=number - 2), cards, siblings, share)


def life(*events: Event, **changes: object) -> Life:
    memory = Memory(31.2, 5.33)
    due_on = TODAY + timedelta(days=28)
    usual: dict[str, object] = {
        "card": "talks/venue",
        "prompt": "Which city is proposed?",
        "today": TODAY,
        "state": CardState(State.REVIEW, memory, TODAY - timedelta(days=2), due_on, 30, 4, 1),
        "recall": 0.98,
        "parameters": "fsrs-6-default",
        "events": events or (answer(),),
        "reckoned": reckoned(),
        "edited_on": None,
        "aside": None,
        "in_use": True,
        "queued": None,
        "outcomes": {
            Rating.AGAIN: Outcome(Rating.AGAIN, 0, TODAY, BEFORE),
            Rating.HARD: Outcome(Rating.HARD, 1, TODAY + timedelta(days=1), memory),
            Rating.GOOD: Outcome(Rating.GOOD, 60, TODAY + timedelta(days=60), memory),
        },
    }
    return Life(**{**usual, **changes})  # type: ignore[arg-type] # likewise


def queued(**changes: object) -> Queued:
    usual: dict[str, object] = {
        "place": None,
        "total": 200,
        "limit": 200,
        "done": 200,
        "sibling_today": False,
        "bank_limited": False,
        "catching_up": False,
    }
    return Queued(**{**usual, **changes})  # type: ignore[arg-type] # likewise


def due(days: int, **changes: object) -> Life:
    """Return the life of a card that has been due for so many days."""
    found = life(**changes)
    assert found.state is not None
    return replace(found, state=replace(found.state, due_on=TODAY - timedelta(days=days)))


def drawn(found: Life, width: int = 80, most: int | None = None) -> str:
    out = io.StringIO()
    draw_life(console(out, width), found, most=most)
    return out.getvalue()


def reasons(found: Life) -> str:
    return " ".join(why_words.reasons(found))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.001, "0.001"),
        (0.2119, "0.21"),
        (0.96, "1.0"),
        (9.96, "10.0"),
        (99.94, "99.9"),
        (36_500.0, "36,500"),
    ],
)
def test_amounts_have_the_digits_that_say_something(value: float, said: str) -> None:
    assert why_words.amount(value) == said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {},
            "after 12 days, when the chance was 84 %: so the stability grows from 9.1 to 31.2 days",
        ),
        ({}, "3.4 times as long"),
        ({"rating": Rating.HARD}, "remembered with effort (hard) after"),
        ({"rating": Rating.HARD}, "; hard takes only a part of that growth."),
        ({"rating": Rating.EASY}, "; easy takes a multiple of that growth."),
        ({"rating": Rating.AGAIN, "after": Memory(2.9, 7.1)}, "forgotten after 12 days, when the chance of"),
        ({"rating": Rating.AGAIN, "after": Memory(2.9, 7.1)}, "the difficulty grows from 5.3 to 7.1."),
        ({"elapsed_days": 0}, "Asked once more on the same day, it was rated good"),
        ({"elapsed_days": 0, "rating": Rating.AGAIN}, "on the same day, it was not known"),
        (
            {"before": None, "recall": None},
            "Its first answer was rated good: so stability begins at 31.2 days",
        ),
    ],
)
def test_the_newest_step_is_put_into_words(changes: dict[str, object], said: str) -> None:
    assert said in why_words.newest_steps(life(answer(**changes)))


def test_all_steps_of_the_newest_day_are_told_up_to_three() -> None:
    old = answer(id="1", day=TODAY - timedelta(days=9), rating=Rating.EASY)
    again = [answer(id=str(number), elapsed_days=0) for number in range(2, 6)]
    apart = answer(id="7", mode=Mode.CRAM, after=None)
    told = why_words.newest_steps(life(old, *again[:2], apart))
    assert told.count("Asked once more") == 2
    assert "easily" not in told
    assert why_words.newest_steps(life(*again)).count("Asked once more") == 3


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"suggested": Rating.HARD, "hints": 1}, "suggested was hard after a hint; the learner took another"),
        ({"suggested": Rating.AGAIN, "verdict": Verdict.WRONG}, "suggested was again as it was wrong;"),
        ({"suggested": Rating.HARD, "verdict": Verdict.NEAR}, "suggested was hard for a near answer;"),
        ({"suggested": Rating.HARD, "confidence": Confidence.GUESSING}, "hard as it was guessed;"),
        ({"suggested": Rating.EASY}, "suggested was easy; the learner"),
        ({"graded": Verdict.WRONG}, "overruled: grading had said wrong"),
    ],
)
def test_what_differs_from_the_suggestion_is_said_and_why(changes: dict[str, object], said: str) -> None:
    assert said in " ".join(why_words.notes(answer(**changes)))
    assert said in " ".join(drawn(life(answer(**changes))).split())
    assert list(why_words.notes(answer())) == []


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            reckoned(),
            "Interval: 31 days from Tue 10 Mar: by then the chance of recall has fallen to the desired 90 %.",
        ),
        (reckoned(recall=0.912), "has fallen to the desired 90 % (91 % on that very day)."),
        (
            reckoned(interval_days=1, recall=0.58),
            "Interval: 1 day from Tue 10 Mar, the least there is; the chance of recall is 58 % by then.",
        ),
        (reckoned(), "Fuzz: any of 29 to 33 days, so that cards learnt together part. Given: 30 days."),
        (reckoned(), "4 other cards come on it, 4 on each of the others."),
        (
            reckoned(*(beside(number, number - 29, siblings=number % 2) for number in range(29, 34))),
            "1 other card comes on it, 0 to 4 on each of the others; no sibling on it, siblings on 3 other",
        ),
        (
            reckoned(*(beside(number, 0, siblings=number == 30) for number in range(29, 34))),
            "no other card comes on any of them; 1 sibling on it, none on the others.",
        ),
        (
            reckoned(*(beside(number, share=0.5 if number == 31 else 1.0) for number in range(29, 34))),
            "Easy days: Fridays 50 % of a usual day.",
        ),
        (
            reckoned(given_days=25),
            "Given: 25 days, by what held then; by today's settings it would be 29 to 33 days.",
        ),
        (reckoned(beside(31)), "Given: 30 days, by what held then; by today's settings it would be 31 days."),
        (reckoned(beside(30)), "Given: 30 days; it is not spread over the days around it."),
        (
            reckoned(moved_on=TODAY),
            "Given: 30 days, to which the date was moved today to fit other parameters",
        ),
    ],
)
def test_the_interval_is_explained(found: Reckoned, said: str) -> None:
    assert said in reasons(life(reckoned=found))


def test_without_balance_chance_alone_picks_the_day() -> None:
    assert "Balance" not in reasons(life(reckoned=reckoned(balance=False)))
    assert "Balance" not in reasons(life(reckoned=reckoned(moved_on=TODAY)))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (life(), "So it comes on Thu 9 Apr, in 28 days."),
        (life(reckoned=None), "The newest answer was again: such a card is asked on the same day"),
        (life(edited_on=TODAY), "Its answer was changed in the bank: so it is due from today on,"),
        (life(in_use=False), "It is not asked: its bank has it no more, or with a fault, or as a draft."),
        (life(aside=date.max), "It is not asked: suspended. `quiz unsuspend` takes that back."),
        (life(aside=TODAY + timedelta(days=1)), "It is not asked: buried until tomorrow."),
        (due(-2, queued=queued(place=7)), "on Sat 14 Mar, in 2 days; but it is pulled in. It is number 7 of"),
        (due(0), "It is due today."),
        (due(1), "It has been due for 1 day."),
        (due(3, queued=queued(place=7)), "for 3 days. It is number 7 of the 200 cards to be asked now."),
        (
            due(3, queued=queued()),
            "It waits, for the limit of the day: at most 200 reviews a day, 200 done today.",
        ),
        (due(3, queued=queued(bank_limited=True)), "done today, and its bank has a limit of its own."),
        (due(3, queued=queued(sibling_today=True)), "It waits: of siblings only one is asked a day (at most"),
        (
            due(3, queued=queued(catching_up=True)),
            "It waits while a backlog is cleared, of which each",
        ),
        (
            life(state=None, reckoned=None, queued=queued(limit=20)),
            "New cards come in the order of the bank. It",
        ),
    ],
)
def test_why_it_comes_when_it_does(found: Life, said: str) -> None:
    assert said in reasons(found)


def test_a_card_without_an_answer_that_counts_is_new() -> None:
    assert why_words.standing(life(state=None, events=())) == "new: never answered"
    undone = answer(before=None, recall=None, elapsed_days=None, after=None, undone_on=TODAY)
    found = life(undone, state=None, reckoned=None)
    assert why_words.standing(found) == "new: no answer counts"
    assert "taken back on 2026-03-12: does not count" in drawn(found)
    assert "recall: the predicted" not in drawn(found)


EVENTS = (
    answer(id="1", before=None, recall=None, elapsed_days=None, suggested=Rating.EASY),
    Renamed("2", TODAY, "talks/place", "talks/venue"),
    Edited("3", TODAY),
    Marked("4", TODAY, Sign.BURIED, "", TODAY + timedelta(days=1)),
    Marked("5", TODAY, Sign.BURIED, "", None),
    Marked("6", TODAY, Sign.FLAGGED, "Is this \x1b[31m so?", None),
    Marked("7", TODAY, Sign.UNFLAGGED, "", None),
    Moved("8", "1", TODAY, 33, TODAY + timedelta(days=31)),
    answer(id="9", mode=Mode.EXAM, after=None),
    answer(id="a", interval_days=0, rating=Rating.AGAIN, verdict=Verdict.WRONG, due_on=TODAY),
)


def test_everything_that_happened_is_a_row() -> None:
    lines = drawn(life(*EVENTS)).splitlines()
    for line in (
        "2026-03-10  first  -       ✓ good   31.2        5.3         2026-04-09 (30 d)",
        "            suggested was easy; the learner took another",
        "2026-03-12  renamed from talks/place to talks/venue",
        "2026-03-12  the answer was changed in the bank",
        "2026-03-12  buried until 2026-03-13",
        "2026-03-12  buried",
        "2026-03-12  flagged: Is this �[31m so?",
        "2026-03-12  unflagged",
        "2026-03-12  moved to 2026-04-12 (33 d), to fit other parameters",
        "2026-03-10  12 d   84 %    ✓ good   exam: memory left alone",
        "2026-03-10  12 d   84 %    ✗ again  9.1 → 31.2  5.3 → 5.3   same day",
    ):
        assert line in lines


@given(st.integers(20, 120), st.text(max_size=60), st.integers(0, 40_000), st.floats(0.001, 36_500.0))
def test_nothing_is_wider_than_the_terminal(width: int, note: str, days: int, stability: float) -> None:
    events = (
        *EVENTS,
        Marked("b", TODAY, Sign.FLAGGED, note, None),
        answer(id="c", elapsed_days=days, interval_days=days, after=Memory(stability, 10.0)),
    )
    found = drawn(life(*events, prompt=note), width)
    cells = [
        len(line)
        for line in found.splitlines()
        if line.isascii() or set(line) <= set("→✓✗") | set(map(chr, range(127)))
    ]
    assert max(cells) <= width
    assert "\x1b" not in found


def test_the_last_answers_are_shown_and_what_happened_between_them() -> None:
    events: list[Event] = [
        answer(id="1"),
        Edited("2", TODAY),
        answer(id="3"),
        Edited("4", TODAY),
        answer(id="5"),
    ]
    assert latest(events, 2) == (events[2:], 1)
    assert latest(events, 3) == (events, 0)
    assert latest(events, None) == (events, 0)
    assert latest([Edited("2", TODAY)], 1) == ([Edited("2", TODAY)], 0)
    assert "1 earlier answer; --all shows all." in drawn(life(*events), most=2)
