"""`quiz forecast`: the days to come in plots, in words, as JSON, and what each desired retention costs."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest
from door import NOON, House, Tty
from samples_of_kinds import bank

if TYPE_CHECKING:
    from collections.abc import Iterable

CONFIG = "config/quiz/config.toml"
BRAILLE = range(0x2801, 0x2900)


def words(number: int, tags: str = "") -> str:
    lines = [f"  - {{id: w{n}, front: Front {n * 1000 + n}, back: x{tags}}}" for n in range(number)]
    return "\n".join(["quiz: 1", "title: Words", "questions:", *lines, ""])


HEAD = ("layout", "today", "cards", "new_cards", "habits", "paused_until", "catching_up", "plan_left_out")


@pytest.fixture
def studied(empty: House) -> House:
    """A house with twelve cards, of which ten were answered on three days."""
    empty.bank(words(12), "questions/words.yaml")
    for day in (0, 1, 5):
        done = empty.call("start", "--new", "5", stdin="\n3\n" * 20, QUIZ_NOW=on(day))
        assert done.code == 0
    return empty


def on(day: int) -> str:
    return (datetime.fromisoformat(NOON) + timedelta(days=day)).isoformat()


def told(house: House, *arguments: str, **environ: str) -> str:
    done = house.call("forecast", *arguments, **{"QUIZ_NOW": on(6), "COLUMNS": "80", **environ})
    assert (done.code, done.err) == (0, "")
    return done.out


def values(house: House, *arguments: str, **environ: str) -> dict[str, Any]:
    found = json.loads(told(house, *arguments, "--json", **environ))
    assert isinstance(found, dict)
    assert found["layout"] == 1
    return found


def has_plots(text: str) -> bool:
    return any(ord(letter) in BRAILLE for letter in text)


def total(days: Iterable[dict[str, float]], name: str) -> float:
    return sum(day[name] for day in days)


def test_plots_and_totals_are_drawn(studied: House) -> None:
    out = told(studied)
    assert out.startswith("Simulated: the next 90 days, from how 12 cards (none new) stand today.\n")
    for title in ("Minutes a day", "Cards asked a day", "True retention (share of reviews recalled)"):
        assert f"\n{title}" in out
    assert "Fri 5 Jun" in out
    for word in ("Asked: ", "Time: ", "True retention: ", "Known: "):
        assert f"\n{word}" in out
    assert "(desired: 90 %)" in out
    assert "Times and ratings: from your 22 answers and, as these are few," in out
    assert has_plots(out)


@pytest.mark.parametrize(
    ("arguments", "environ"),
    [(["--plain"], {}), ([], {"COLUMNS": "40"})],
    ids=["plain", "narrow"],
)
def test_it_is_told_in_words_where_plots_are_not_wanted_or_not_readable(
    studied: House, arguments: list[str], environ: dict[str, str]
) -> None:
    out = told(studied, *arguments, "--days", "20", **environ)
    assert not has_plots(out)
    flowing = " ".join(out.split())
    assert "today to Sat 14 Mar: " in flowing
    assert "Sun 22 Mar to Fri 27 Mar: " in flowing
    assert "Known: " in flowing


def test_without_utf_8_it_is_told_in_words(studied: House) -> None:
    done = studied.run("forecast", "--days", "5", PYTHONIOENCODING="latin-1", QUIZ_NOW=on(6))
    assert (done.code, done.err) == (0, "")
    assert "today to Thu 12 Mar: " in done.out


@pytest.mark.parametrize("columns", ["50", "80", "200"])
@pytest.mark.parametrize("arguments", [[], ["--plain"], ["--retention", "0.8..0.9"]])
def test_every_line_keeps_to_the_width(studied: House, columns: str, arguments: list[str]) -> None:
    out = told(studied, "--days", "40", *arguments, COLUMNS=columns)
    assert max(map(len, out.splitlines())) <= int(columns)


def test_the_values_keep_their_layout(studied: House) -> None:
    found = values(studied, "--days", "3")
    assert list(found) == [*HEAD, "runs", "known_now", "days"]
    assert (found["today"], found["cards"], found["new_cards"]) == ("2026-03-08", 12, 0)
    assert found["habits"]["own_answers"] == 22
    assert list(found["habits"]["seconds"]) == ["new", "right", "wrong"]
    assert [day["day"] for day in found["days"]] == ["2026-03-08", "2026-03-09", "2026-03-10"]
    assert list(found["days"][0]) == [
        "day",
        "reviews",
        "new",
        "answers",
        "minutes",
        "true_retention",
        "known",
        "waiting",
    ]


def test_it_is_the_same_again_and_writes_nothing(studied: House) -> None:
    before = studied.query("SELECT count(*) FROM reviews"), studied.query("SELECT * FROM card_states")
    assert told(studied) == told(studied)
    assert (
        studied.query("SELECT count(*) FROM reviews"),
        studied.query("SELECT * FROM card_states"),
    ) == before


def test_words_narrow_it(studied: House) -> None:
    studied.bank(words(3).replace("Words", "Others"), "questions/others.yaml")
    assert values(studied, "others")["cards"] == 3
    assert values(studied)["cards"] == 15
    assert studied.call("forecast", "nowhere").code == 2


def test_what_is_due_comes_on_its_day(empty: House) -> None:
    empty.bank(words(4), "questions/words.yaml")
    empty.call("start", stdin="\n4\n" * 9, QUIZ_NOW=on(0))
    days = values(empty, "--days", "12", QUIZ_NOW=on(1))["days"]
    due = {row[0]: row[1] for row in empty.query("SELECT due_on, count(*) FROM card_states GROUP BY due_on")}
    first = min(due)
    assert {day["day"]: day["reviews"] for day in days if day["day"] <= first} == {
        **{day["day"]: 0 for day in days if day["day"] < first},
        first: due[first],
    }
    assert total(days[:10], "reviews") >= 4


def test_limits_of_a_day_hold(empty: House) -> None:
    empty.bank(words(9), "questions/words.yaml")
    days = values(empty, "--days", "3", QUIZ_NEW_PER_DAY="2")["days"]
    assert [day["new"] for day in days] == [2, 2, 2]
    out = told(empty, "--days", "9", QUIZ_REVIEWS_PER_DAY="0")
    assert "\nLimits: on " in out
    assert "cards that are due have to wait" in out


def test_before_anything_is_answered_it_says_what_is_supposed(house: House) -> None:
    out = told(house)
    assert "(9 new)" in out or "new)" in out
    assert "Nothing is answered yet, so times and ratings are supposed to be what is usual" in out
    assert "15 s for a new card" in " ".join(out.split())


def test_without_cards_that_is_said(empty: House) -> None:
    empty.bank(bank("text").replace("    ask", "    draft: true\n    ask"))
    said = "There are no cards to simulate here; `quiz list` shows the banks.\n"
    assert told(empty) == said
    assert told(empty, "--retention", "0.8..0.9") == said
    found = values(empty, "--days", "2")
    assert [day["known"] for day in found["days"]] == [0, 0]
    assert [point["known"] for point in values(empty, "--retention", "0.9")["workload"]] == [0]


def test_what_each_retention_costs_is_drawn_and_said(studied: House) -> None:
    out = told(studied, "--retention", "0.80..0.97", "--days", "60")
    assert out.startswith("Simulated: the next 60 days of 12 cards (none new) at different desired")
    assert "\nMinutes a day, by desired retention\n" in out
    assert has_plots(out)
    for share in ("80 %", "85 %", "90 % (yours)", "95 %", "97 %"):
        assert f"\n{share}: " in out
    for step in ("From 80 % to 85 %: ", "From 90 % to 95 %: ", "From 95 % to 97 %: "):
        assert f"\n{step}" in out
    assert not has_plots(told(studied, "--retention", "0.80..0.97", "--days", "60", "--plain"))


def test_one_retention_stands_beside_the_learners_own(studied: House) -> None:
    found = values(studied, "--retention", "0.95", "--days", "30")
    assert list(found) == [*HEAD, "days", "workload"]
    assert found["days"] == 30
    assert [point["desired_retention"] for point in found["workload"]] == [0.9, 0.95]
    assert list(found["workload"][0]) == ["desired_retention", "minutes_a_day", "reviews_a_day", "known"]
    assert "\nFrom 90 % to 95 %: " in told(studied, "--retention", "0.95", "--days", "30")
    alone = told(studied, "--retention", "0.9", "--days", "30")
    assert not has_plots(alone)
    assert "From" not in alone


def test_a_list_is_taken_as_it_is_with_the_learners_own_between(studied: House) -> None:
    found = values(studied, "--retention", "0.93,0.81", "--days", "9")
    assert [point["desired_retention"] for point in found["workload"]] == [0.81, 0.9, 0.93]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("0.5", "from 0.70 to 0.99"),
        ("much", "from 0.70 to 0.99"),
        ("nan", "from 0.70 to 0.99"),
        ("", "from 0.70 to 0.99"),
        ("0.8..", "from 0.70 to 0.99"),
        ("0.9..0.8", "has to rise"),
        ("0.8..0.8", "has to rise"),
        ("0.7..0.8..0.9", "has to rise"),
    ],
)
def test_what_is_no_retention_is_refused_with_what_is_wanted(studied: House, typed: str, wanted: str) -> None:
    done = studied.call("forecast", "--retention", typed)
    assert (done.code, done.out) == (2, "")
    assert wanted in done.err


@pytest.mark.parametrize("days", ["0", "-1", "3651", "x"])
def test_days_are_bounded(studied: House, days: str) -> None:
    assert studied.call("forecast", "--days", days).code == 2


def test_the_latest_day_that_a_clock_may_show_has_days_to_come(empty: House) -> None:
    empty.bank(words(2), "questions/words.yaml")
    found = values(empty, "--days", "3650", QUIZ_NOW="9000-01-01T12:00:00+00:00")
    assert len(found["days"]) == 3650


def test_retention_by_bank_and_tag_goes_into_it(studied: House) -> None:
    studied.bank(words(2, ", tags: [verbs]").replace("Words", "Verbs"), "questions/verbs.yaml")
    studied.bank("[retention]\nwords = 0.8\nverbs = 0.95\n", CONFIG)
    out = told(studied)
    assert "desired: 80 % to 95 % by bank and tag" in " ".join(out.split())
    assert "left aside here: all cards are taken alike" in " ".join(
        told(studied, "--retention", "0.9").split()
    )


def test_a_name_that_is_neither_bank_nor_tag_is_told(studied: House) -> None:
    studied.bank("[retention]\nwrods = 0.8\n", CONFIG)
    for command in ("forecast", "start"):
        done = studied.call(command, QUIZ_NOW=on(6))
        assert done.code == 0
        assert "The config file sets a retention for what is neither bank nor tag." in done.err
        assert "Did you mean words?" in done.err


def test_retention_by_bank_moves_when_cards_come_back(empty: House) -> None:
    empty.bank(words(1), "questions/words.yaml")
    empty.bank("fuzz = false\n[retention]\nwords = 0.7\n", CONFIG)
    empty.call("start", stdin="\n3\n")
    (long,) = empty.query("SELECT interval_days FROM card_states")
    empty.call("undo")
    empty.bank("fuzz = false\n", CONFIG)
    empty.call("start", stdin="\n3\n")
    (usual,) = empty.query("SELECT interval_days FROM card_states")
    assert long > usual == (2,)
    empty.check()


def test_of_many_cards_only_what_words_are_made_of_is_simulated(studied: House) -> None:
    few = values(studied, "--retention", "0.8..0.95", "--days", "9")["workload"]
    with mock.patch("quiz.cli.forecast_command.MANY_CARD_DAYS", 0):
        fewer = values(studied, "--retention", "0.8..0.95", "--days", "9")["workload"]
    assert [point["desired_retention"] for point in fewer] == [0.8, 0.85, 0.9, 0.95]
    assert len(few) > len(fewer)


def test_at_a_terminal_a_bar_is_told_how_far_it_is(studied: House) -> None:
    done: list[tuple[int, int]] = []
    with (
        mock.patch("quiz.ui.bar.LoadingBar.advance", lambda _bar, *so_far: done.append(so_far)),
        mock.patch("io.StringIO", Tty),
    ):
        assert studied.call("forecast", "--retention", "0.8,0.9", "--days", "3", QUIZ_NOW=on(6)).code == 0
    assert done[-2:] == [(1, 2), (2, 2)]
