"""`quiz stats` through the door: the front page at several widths, pages of selections, tables, one card."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from door import House
from robot import Robot, cards_below
from samples_of_kinds import TEXT, bank

from quiz.cli.card_page import card_json
from quiz.progress.selection_json import selection_json

if TYPE_CHECKING:
    from door import Done

FIRST = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAYS = 30
LAST = (FIRST + timedelta(days=DAYS)).isoformat()
WIDTHS = (50, 80, 120)
DRAWN = set("█▓▒░·")
WATER = "  - {id: lake, ask: Which lake?, answer: Leman, tags: [water]}\n"


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A house with thirty banks of few cards, and a month of sittings over two of them."""
    house = House(tmp_path_factory.mktemp("month"))
    house.bank(bank("choice", "number").replace("All kinds", "First bank") + WATER, "questions/one.yaml")
    house.bank(bank("text").replace("All kinds", "Second bank"), "questions/two.yaml")
    for number in range(28):
        house.bank(bank("date").replace("All kinds", f"Later {number}"), f"questions/z{number}.yaml")
    house.bank(TEXT, "questions/text.md")
    for day in range(0, DAYS, 2):
        study(house, day)
    house.call("exam", "--plain", "one", "--number", "2", stdin="1\n1\n", QUIZ_NOW=LAST)
    house.call("start", "--cram", "two", stdin="x\nDanube\n", QUIZ_NOW=LAST)
    return house


def study(house: House, day: int) -> None:
    """Hold a sitting in which some cards are answered wrongly at first."""
    cards = cards_below(house.home / "questions")
    robot = Robot(cards, lambda put: put.again or (day + len(put.card.key)) % 3 > 0)
    now = (FIRST + timedelta(days=day, hours=day % 5)).isoformat()
    assert house.sit(robot, "one", "two", "--new", "1", QUIZ_NOW=now).code == 0


def stats(house: House, *arguments: str, columns: int = 80, now: str = LAST) -> Done:
    done = house.call("stats", *arguments, QUIZ_NOW=now, COLUMNS=str(columns))
    assert (done.code, done.err) == (0, "")
    return done


def page(house: House, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(stats(house, *arguments, "--json").out)["selection"]
    return found


def table(house: House, *arguments: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(stats(house, *arguments, "--csv").out)))


def total(rows: list[dict[str, str]], name: str) -> float:
    return sum(float(row[name]) for row in rows)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--all",),
        ("--plain",),
        ("one",),
        ("--bank", "one", "--plain"),
        ("--tag", "water"),
        ("--kind", "choice"),
        ("--since", "2026-03-20"),
        ("--since", "2030-01-01"),
        ("z1",),
        ("--card", "one/venue"),
    ],
    ids=" ".join,
)
def test_no_line_is_wider_than_the_terminal(month: House, arguments: tuple[str, ...], columns: int) -> None:
    lines = stats(month, *arguments, columns=columns).out.splitlines()
    assert max(map(len, lines)) <= columns
    if not arguments and columns >= 80:
        assert len(lines) <= 24
        assert re.fullmatch(r"and 2\d banks more: `quiz stats --all`", lines[-1])


@pytest.mark.parametrize("arguments", [(), ("one",), ("--since", "2020-01-01")], ids=" ".join)
def test_an_empty_log_breaks_nothing(empty: House, arguments: tuple[str, ...]) -> None:
    empty.bank(bank("text"), "questions/one.yaml")
    for columns in WIDTHS:
        assert "No day with an answer yet" in stats(empty, *arguments, columns=columns).out
    assert json.loads(stats(empty, *arguments, "--json").out)["known"]["share"] == 0.0
    assert table(empty, *arguments) == []
    assert not set(stats(empty, *arguments, "--plain").out) & DRAWN


def test_one_answer_breaks_nothing(empty: House) -> None:
    empty.bank(bank("text"), "questions/one.yaml")
    empty.call("start", stdin="Danube\n")
    now = "2026-03-02T12:00:00+00:00"
    for columns in WIDTHS:
        for arguments in ((), ("one",), ("--card", "one/river")):
            stats(empty, *arguments, columns=columns, now=now)
    text = stats(empty, now=now).out
    assert "1 day in a row with an answer; 1 answer in all." in text
    assert "Known now: about 1 of 1 card, 100 %." in text


def test_a_page_says_what_it_is_about_and_adds_up(month: House) -> None:
    whole = json.loads(stats(month, "--since", "2020-01-01", "--json").out)
    parts = [page(month, "--bank", key) for key in ("one", "two")]
    for name in ("answers", "apart", "answering_ms"):
        assert whole["selection"]["totals"][name] == sum(one["totals"][name] for one in parts)
    assert whole["answers_total"] == whole["selection"]["totals"]["answers"]
    assert whole["selection"]["known"] == whole["known"]
    assert whole["selection"]["calendar"] == whole["calendar"]
    assert whole["selection"]["streak"] == whole["streak"]
    text = stats(month, "one", "--tag", "water", "--since", "2026-03-03").out
    assert text.startswith("Only bank one, tag water, answers since 2026-03-03:\n")


def test_a_word_a_tag_and_a_kind_choose_the_same_cards_as_everywhere(month: House) -> None:
    tagged = page(month, "water")
    assert tagged["chosen"] == {"banks": [], "tags": ["water"], "kinds": [], "since": None}
    assert tagged["totals"] == page(month, "--tag", "water")["totals"]
    assert (tagged["known"]["cards"], [one["card"] for one in tagged["weakest"]]) == (1, ["one/lake"])
    of_kind = page(month, "--kind", "choice")
    assert [one["kind"] for one in of_kind["kinds"]] == ["choice"]
    assert page(month, "one", "--kind", "choice")["totals"] == of_kind["totals"]
    assert page(month, "two", "--kind", "choice")["totals"]["answers"] == 0
    banks = json.loads(stats(month, "--tag", "water", "--json").out)["banks"]
    assert [(one["bank"], one["cards"]) for one in banks] == [("one", 1)]


def test_a_day_bounds_the_answers_and_not_the_cards(month: House) -> None:
    whole, late = page(month, "one"), page(month, "one", "--since", "2026-03-20")
    assert 0 < late["totals"]["answers"] < whole["totals"]["answers"]
    assert late["known"] == whole["known"]
    assert min(one["day"] for one in late["calendar"]) >= "2026-03-20"
    assert page(month, "one", "--since", "2030-01-01")["totals"]["answers"] == 0


def test_the_keys_of_before_keep_their_meaning_beside_a_selection(month: House) -> None:
    whole = json.loads(stats(month, "--json").out)
    narrow = json.loads(stats(month, "two", "--json").out)
    assert whole["selection"] is None
    for name in ("answers_total", "apart_total", "days", "sessions", "streak", "retention", "calendar"):
        assert narrow[name] == whole[name]


def test_every_key_of_a_page_stands_in_its_description(month: House) -> None:
    found = page(month, "--since", "2020-01-01")
    described = set(re.findall(r"\w+", selection_json.__doc__ or ""))
    assert _keys(found) - described == set()
    for part in ("weeks", "intervals", "weakest", "kinds", "hours", "calibration", "foresight", "scores"):
        assert found[part]
    card = json.loads(stats(month, "--card", "one/venue", "--json").out)
    assert _keys(card) - set(re.findall(r"\w+", card_json.__doc__ or "")) == set()


def _keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return {*value, *(key for inner in value.values() for key in _keys(inner))}
    return {key for inner in value for key in _keys(inner)} if isinstance(value, list) else set()


def test_the_table_has_a_row_for_each_day_bank_and_kind(month: House) -> None:
    out = stats(month, "--csv").out
    assert out.splitlines()[0] == (
        "day,bank,kind,answers,apart,counted,points,by_chance,asked,recalled,answering_ms"
    )
    rows, told = table(month), json.loads(stats(month, "--json").out)
    keys = [(row["day"], row["bank"], row["kind"]) for row in rows]
    assert keys == sorted(set(keys))
    assert (total(rows, "answers"), total(rows, "apart")) == (told["answers_total"], told["apart_total"])
    for day in told["days"]:
        of_day = [row for row in rows if row["day"] == day["day"]]
        for name in ("answers", "apart", "counted", "points", "answering_ms"):
            assert total(of_day, name) == day[name]
    assert table(month, "--kind", "choice", "--since", "2026-03-20") == [
        row for row in rows if row["kind"] == "choice" and row["day"] >= "2026-03-20"
    ]


def test_plain_has_no_bars_and_says_each_number(month: House) -> None:
    for arguments in ((), ("one",)):
        text = stats(month, *arguments, "--plain", columns=120).out
        assert not set(text) & DRAWN
        assert "Bars" not in text
    found = page(month, "one")
    for row in found["hours"]:
        number = "1 answer" if row["answers"] == 1 else f"{row['answers']} answers"
        assert f"{row['hour']:02}:00: {number}" in text
    for row in found["weakest"]:
        assert f"{row['card']}: {row['prompt']}" in text


def test_confidence_is_held_against_being_right(empty: House) -> None:
    empty.bank(bank("choice", "text", "number"), "questions/one.yaml")
    empty.call("start", "--confidence", stdin="x\n3\nDanube\n3\n9\n1\n")
    now = "2026-03-02T12:00:00+00:00"
    found = json.loads(stats(empty, "one", "--json", now=now).out)["selection"]["confidence"]
    asked = empty.query("SELECT confidence, verdict = 'right' FROM reviews ORDER BY id")
    assert found
    assert sum(one["right"]["out_of"] for one in found) == len(asked)
    assert sum(one["right"]["hits"] for one in found) == sum(int(str(right)) for _, right in asked)
    assert "Confidence against being right" in stats(empty, "one", now=now).out


def test_a_card_has_its_answers_in_a_line_each(month: House) -> None:
    lines = stats(month, "--card", "venue", columns=120).out.splitlines()
    assert lines[0] == "one/venue: Which city lies on the lake?"
    assert lines[-1] == "`quiz why one/venue` tells why it comes when it does."
    found = json.loads(stats(month, "--card", "venue", "--json").out)
    (card,) = found["cards"]
    (number,) = month.query("SELECT count(*) FROM reviews WHERE card = 'one/venue'")[0]
    assert len(card["answers"]) == number == len(lines) - 3
    assert lines[2].startswith("Mon 2 Mar: ")
    assert card["answers"][0]["foretold"] is None
    assert 0 < card["recall"] <= 1


def test_a_question_of_several_cards_has_each_of_them(empty: House) -> None:
    question = "  - {id: bridge, cloze: 'The {old} bridge crosses the {river}.'}\n"
    empty.bank(bank("text") + question, "questions/one.yaml")
    lines = stats(empty, "--card", "bridge").out.split("\n\n")
    assert [line.partition(":")[0] for line in lines] == ["one/bridge#1", "one/bridge#2"]


def test_a_card_never_answered_is_told_so(month: House) -> None:
    assert "It was never answered." in stats(month, "--card", "z3/founding").out
    (card,) = json.loads(stats(month, "--card", "z3/founding", "--json").out)["cards"]
    assert (card["state"], card["recall"], card["due_on"], card["answers"]) == ("new", None, None, [])


def test_an_open_exam_tells_nothing_of_its_answers(empty: House) -> None:
    empty.bank(bank("text", "number"), "questions/one.yaml")
    empty.call("exam", "--plain", "--number", "2", "--seed", "s", stdin="x\n")
    now = "2026-03-02T12:00:00+00:00"
    (name,) = empty.query("SELECT card FROM reviews")[0]
    (card,) = json.loads(stats(empty, "--card", str(name), "--json", now=now).out)["cards"]
    assert card["answers"] == []
    assert json.loads(stats(empty, "one", "--json", now=now).out)["selection"]["totals"]["answers"] == 0
    assert list(csv.DictReader(io.StringIO(stats(empty, "--csv", now=now).out))) == []
    empty.call("exam", "--give-up")
    assert ": wrong; exam: memory was not told" in stats(empty, "--card", str(name), now=now).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--json", "--csv"), "Give one of --json, --csv and --plain."),
        (("--csv", "--plain"), "Give one of --json, --csv and --plain."),
        (("one", "--card", "one/venue"), "--card shows one card"),
        (("--card", "one/venue", "--csv"), "--card shows one card"),
        (("--card", "nothing"), "There is no question `nothing`"),
        (("nothing",), "Nothing fits 'nothing'"),
        (("--bank", "water"), "Nothing fits 'water'"),
        (("--since", "yesterday"), "yesterday"),
        (("--kind", "riddle"), "riddle"),
    ],
)
def test_what_makes_no_sense_is_refused(month: House, arguments: tuple[str, ...], said: str) -> None:
    done = month.call("stats", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


@pytest.mark.parametrize("arguments", [(), ("--plain",), ("one",), ("one", "--plain"), ("--card", "one/q")])
def test_what_a_bank_says_cannot_steer_the_terminal(empty: House, arguments: tuple[str, ...]) -> None:
    empty.bank(
        "quiz: 1\ntitle: Red STEER bank\nquestions:\n  - {id: q, ask: Which STEER lake?, answer: a}\n",
        "questions/one.yaml",
    )
    assert empty.call("start", stdin="a\n").code == 0
    steer = "\x1b[31m\x9b\x1b]0;owned\a\u202e[bold]"
    with closing(sqlite3.connect(empty.db)) as connection, connection:
        connection.execute("UPDATE banks SET title = replace(title, 'STEER', ?)", [steer])
        connection.execute("UPDATE questions SET prompt = replace(prompt, 'STEER', ?)", [steer])
    out = stats(empty, *arguments).out
    assert not {"\x1b", "\a", "\u202e", "\x9b"} & set(out)
    assert "[bold]" in out
