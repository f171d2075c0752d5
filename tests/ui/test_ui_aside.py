"""Lists of cards, drawn."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.review import Mark, Picked, Rating, SelfRated, Sign, Typed
from quiz.ui.aside import MOST_SHOWN, Listed, aside_rows, cut, draw_listed, flag_rows, leech_rows
from quiz.ui.render import console

if TYPE_CHECKING:
    from collections.abc import Sequence

TODAY = date(2026, 3, 2)


def mark(note: str = "", at: datetime = datetime(2026, 3, 1, 23, 30, tzinfo=UTC), offset: int = 60) -> Mark:
    return Mark(
        id="1",
        device="",
        learner="me",
        card="a/b",
        sign=Sign.FLAGGED,
        note=note,
        until=None,
        marked_at=at,
        utc_offset_minutes=offset,
        study_day=at.date(),
        session="",
    )


def drawn(listed: Sequence[Listed], width: int = 40) -> str:
    out = io.StringIO()
    draw_listed(console(out, width), listed)
    return out.getvalue()


def test_when_a_flag_was_set_is_told_in_the_time_of_the_place() -> None:
    assert flag_rows("Q?", [mark("why"), mark(offset=-300)], TODAY) == (
        ("asks", "Q?"),
        ("flagged", "Mon 2 Mar 00:30: why"),
        ("flagged", "Sun 1 Mar 18:30"),
    )
    old = mark(at=datetime(2024, 2, 29, 12, tzinfo=UTC))
    assert flag_rows(None, [old], TODAY) == (("flagged", "Thu 29 Feb 2024 13:00"),)


def test_how_a_card_is_set_aside_is_told() -> None:
    assert aside_rows("Q?", None, TODAY) == (("asks", "Q?"), ("now", "suspended"))
    assert aside_rows("Q?", date(2026, 3, 3), TODAY)[1] == ("now", "buried until tomorrow")


def test_the_first_mistakes_are_told_with_how_often() -> None:
    mistakes = [
        (Typed("Oslo"), 3),
        (Typed(""), 2),
        (Picked(("a", "b"), ("a", "b", "c")), 1),
        (SelfRated(Rating.AGAIN), 1),
    ]
    assert leech_rows("Q?", (7, 1000), mistakes, ["think"]) == (
        ("asks", "Q?"),
        ("lapsed", "7 times in 1,000 answers"),
        ("wrong", "Oslo (3 times)"),
        ("wrong", "no answer (2 times)"),
        ("wrong", "a; b"),
        ("do", "think"),
    )


def test_cards_are_drawn_one_below_the_other_and_places_are_never_broken() -> None:
    rows = (("asks", "A question that is longer than the line is wide?"), ("now", "suspended"))
    place = "a/very/long/path/to/a/bank/of/questions.yaml:12"
    assert drawn([Listed(place, "b/q", rows), Listed("x:1", "b/r", ())]) == (
        f"{place}: b/q\n"
        "asks     A question that is longer than\n"
        "         the line is wide?\n"
        "now      suspended\n"
        "\n"
        "x:1: b/r\n"
        "\n"
    )
    assert drawn([]) == ""


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=30), st.integers(0, 400), st.sampled_from([20, 40, 200]))
def test_whatever_is_listed_the_terminal_is_safe(text: str, times: int, width: int) -> None:
    long = text * times
    rows = (*flag_rows(long, [mark(long)], TODAY), *leech_rows(long, (1, 2), [(Typed(long), 2)], []))
    out = drawn([Listed(long[:50], text, rows)], width)
    assert not {letter for letter in out if letter < " " or "\x7f" <= letter <= "\x9f"} - {"\n"}
    assert "\u202e" not in out


@pytest.mark.parametrize(("length", "kept"), [(0, 0), (MOST_SHOWN, MOST_SHOWN), (MOST_SHOWN + 1, MOST_SHOWN)])
def test_long_text_is_cut_with_an_ellipsis(length: int, kept: int) -> None:
    found = cut("x" * length)
    assert len(found) == kept
    assert found.endswith("…") == (length > MOST_SHOWN)


def test_much_space_before_a_text_hides_nothing_of_it() -> None:
    assert cut(" \n" * 5_000 + "x") == "x"
