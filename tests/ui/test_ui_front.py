"""The front page of `quiz stats`: one screen whatever there is, and all of it in lines."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import ui_samples as samples
from rich.cells import cell_len
from rich.console import Console

from quiz.progress import Retention
from quiz.progress.away import Away, CatchingUp
from quiz.progress.calendar import calendar
from quiz.progress.report import Known
from quiz.ui import front
from quiz.ui.render import console
from quiz.ui.shades import SHADES, heat_lines, week_lines

if TYPE_CHECKING:
    from quiz.progress.values import Overview

BLOCKS = "█▓▒░·"


def drawn(overview: Overview, width: int = 80, *, plain: bool = False, everything: bool = False) -> list[str]:
    out = io.StringIO()
    front.draw_front(console(out, width), overview, plain=plain, everything=everything)
    return [line.rstrip() for line in out.getvalue().splitlines()]


def away() -> dict[str, Any]:
    """Return all that a learner who was away is told besides, at its longest."""
    return {
        "overdue_since": samples.TODAY - timedelta(400),
        "pause": Away(samples.TODAY - timedelta(3), samples.TODAY + timedelta(3)),
        "catching_up": CatchingUp(2, 5, 40, 10),
    }


@pytest.mark.parametrize("banks", [0, 1, 4, 5, 300])
@pytest.mark.parametrize("more", [{}, away()], ids=["usual", "away"])
def test_the_front_page_is_one_screen_of_80_by_24(banks: int, more: dict[str, Any]) -> None:
    lines = drawn(samples.overview(banks, **more))
    assert len(lines) <= 23
    assert max(map(len, lines)) <= 80
    text = "\n".join(lines)
    for word in (
        "9 cards due today, 3 overdue",
        "Today: 8 answers in 1 s, 88 % of the points.",
        "92 % of 120 reviews recalled in 30 days (85-95 %); level with 90 % desired.",
        "5 days in a row with an answer (longest 12)",
        f"Known now: about {12 * banks:,} of {20 * banks:,} cards" if banks else "There are no cards.",
        "3 overdue, then:",
        "Talks, part 0" if banks else "There are no banks.",
    ):
        assert word in text
    assert ("`quiz stats --all`" in text) == (banks > (3 if more else 4))


@pytest.mark.parametrize("width", [20, 35, 50, 79, 80, 120, 200])
@pytest.mark.parametrize("everything", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, *, everything: bool) -> None:
    wide = samples.overview(banks=9, due_today=99_999, overdue=88_888)
    for overview in (samples.overview(), samples.empty_overview(), wide):
        assert max(map(len, drawn(overview, width, everything=everything))) <= width


@pytest.mark.parametrize("width", [50, 80])
def test_a_name_of_wide_letters_is_cut_to_its_column(width: int) -> None:
    bank = replace(samples.overview(banks=1).banks[0], title="歴史" * 40)
    last = drawn(replace(samples.overview(), banks=(bank,)), width)[-1]
    assert cell_len(last) <= width
    assert "…" in last
    assert last.endswith("92 %" if width == 80 else "60 %")


def test_a_taller_terminal_shows_more_banks() -> None:
    shown = []
    for height in (24, 40):
        tall = Console(file=io.StringIO(), width=80, height=height, force_terminal=True, markup=False)
        with tall.capture() as captured:
            front.draw_front(tall, samples.overview(banks=300))
        lines = captured.get().splitlines()
        assert len(lines) == height - 1
        shown.append(sum("Talks" in line for line in lines))
    assert shown[1] == shown[0] + 16


def test_all_banks_are_named_when_asked_for() -> None:
    lines = drawn(samples.overview(banks=40), everything=True)
    assert sum("Talks, part" in line for line in lines) == 40
    assert "more" not in "\n".join(lines)


def test_banks_come_by_what_is_due_then_by_what_is_least_known() -> None:
    bank = samples.overview(banks=1).banks[0]
    strong = replace(bank, bank="strong", due=0, known=Known(20, 20, 19.0))
    weak = replace(bank, bank="weak", due=0, known=Known(20, 2, 1.0))
    empty = replace(bank, bank="empty", due=0, cards=0, known=Known(0, 0, 0.0))
    due = replace(bank, bank="due", due=1, known=Known(20, 20, 20.0))
    found = front.by_urgency([empty, strong, weak, due])
    assert [one.bank for one in found] == ["due", "weak", "strong", "empty"]


def test_a_bank_has_a_bar_of_what_is_known_of_it() -> None:
    overview = samples.overview(banks=1)
    assert " ".join(drawn(overview)[-1].split()) == "Talks, part 0 20 5 3 ██████░░░░ 60 % 92 %"
    unseen = replace(overview.banks[0], retention=Retention(0, 0), known=Known(0, 0, 0.0), title="")
    assert drawn(replace(overview, banks=(unseen,)))[-1].split() == ["b0", "20", "5", "3", "-", "-"]


def test_the_week_ahead_stands_beside_the_year_or_below_it() -> None:
    forecast = tuple(
        (samples.TODAY + timedelta(n), number) for n, number in enumerate((20, 17, 0, 1, 2, 3, 4))
    )
    overview = samples.overview(forecast=forecast)
    beside = drawn(overview)
    (first,) = (line for line in beside if line.startswith("Mon "))
    assert first.endswith("  today      17 ███████")
    below = drawn(overview, 50)
    start = below.index("3 overdue, then:")
    assert below[start + 1] == "today      17 " + "█" * 36
    assert below[start + 3] == "Sun 19 Dec  0"
    assert below[start - 7].startswith("Mon ")


def test_nothing_ahead_is_said() -> None:
    text = "\n".join(drawn(samples.empty_overview()))
    assert "Nothing comes back:" in text
    assert "There are no banks." in text
    assert "No card in review was asked in the last 30 days." in text
    assert "Nothing was answered today." in text
    assert "No day with an answer yet; 0 answers in all." in text


@pytest.mark.parametrize(
    ("started", "said"),
    [("2021-12-16T23:12", "Thu 16 Dec 23:12"), ("2020-12-17T09:12", "Thu 17 Dec 2020 09:12")],
)
def test_the_last_sitting_is_told_with_its_day(started: str, said: str) -> None:
    line = replace(samples.overview(sessions=1).sessions[0], started=datetime.fromisoformat(started))
    (told,) = (one for one in drawn(samples.overview(sessions=1, banks=1)) if "Last sitting" in one)
    assert told == "Last sitting Fri 17 Dec 09:12: 14 of 20 points, 5 min answering."
    text = "\n".join(drawn(replace(samples.overview(banks=1), sessions=(line,))))
    assert f"Last sitting {said}: 14 of 20 points, 5 min answering." in text


def test_the_map_has_a_column_for_each_week_that_fits() -> None:
    today = date(2026, 3, 4)
    weeks = calendar({today: 40, today - timedelta(1): 1, today - timedelta(7): 9}, today)
    lines = heat_lines(weeks, 80)
    assert len(lines) == 8
    assert [line[:4] for line in lines[1:]] == ["Mon ", "Tue ", "Wed ", "Thu ", "Fri ", "Sat ", "Sun "]
    assert lines[3] == f"Wed {SHADES[0] * 51}▒▓"
    assert lines[2] == f"Tue {SHADES[0] * 52}░"
    assert lines[4] == f"Thu {SHADES[0] * 52}"
    assert heat_lines(weeks, 50)[3] == f"Wed {SHADES[0] * 44}▒▓"


def test_months_stand_above_the_week_in_which_they_begin() -> None:
    weeks = calendar({}, date(2026, 3, 4))
    months = heat_lines(weeks, 80)[0]
    for name in ("Apr", "Jul", "Oct", "Jan"):
        week = weeks[months.index(name) - 4]
        assert f"{week[0].day:%b}" == name
        assert week[0].day.day <= 7
    assert " ".join(months.split()) == "Mar Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb"


def test_weeks_are_told_in_words_with_every_number() -> None:
    today = date(2026, 3, 4)
    weeks = calendar({today: 40, today - timedelta(1): 1, today - timedelta(21): 9}, today)
    assert list(week_lines(weeks, today)) == [
        "This week: 41 answers: Tue 1, Wed 40.",
        "2 weeks without an answer.",
        "Week of Mon 9 Feb: 9 answers: Wed 9.",
        "49 weeks without an answer.",
    ]
    assert list(week_lines(calendar({}, today), today)) == ["53 weeks without an answer."]


@pytest.mark.parametrize("overview", [samples.overview(banks=30), samples.empty_overview()])
def test_plain_has_the_numbers_and_nothing_drawn(overview: Overview) -> None:
    text = "\n".join(drawn(overview, plain=True))
    assert not set(text) & set(BLOCKS)
    for day, number in overview.forecast[1:]:
        assert f"{day.day} {day:%b}: {number}." in text or f"Due tomorrow: {number}." in text
    for week in overview.calendar:
        for cell in week:
            assert not cell.answers or f"{cell.day:%a} {cell.answers}" in text


def test_plain_tells_banks_in_words() -> None:
    lines = drawn(samples.overview(banks=30), plain=True)
    said = "Talks, part 0: 20 cards, 5 new, 3 due; known now 60 %; recalled 92 % of 120 reviews."
    assert said in " ".join(lines)
    assert "And 20 banks more: `quiz stats --all`." in lines
    whole = drawn(samples.overview(banks=30), 200, plain=True, everything=True)
    assert sum(line.startswith("Talks") for line in whole) == 30


def test_without_letters_for_shades_it_is_told_in_lines() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    front.draw_front(console(stream, 80), samples.overview())
    stream.flush()
    text = raw.getvalue().decode("ascii")
    assert "?" not in text
    assert "Due tomorrow: " in text
