"""``quiz coverage``: what it shows, what it takes, how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

if TYPE_CHECKING:
    from door import House

TEXT = """\
1. The lake is seventy-three kilometres long and lies between mountains of great height.

2. Geneva lies at its western end.

3. The river leaves it there.
"""
BANK = """\
quiz: 1
title: The lake
source: lake.md
questions:
  - id: city
    ask: Which city lies there?
    answer: Geneva
    source: {paragraph: 2, quote: Geneva lies}
  - id: length
    ask: How long is it?
    answer: seventy-three kilometres
    source: {paragraph: 1}
"""
SHOWN = """\
questions/lake.md
cited by lake

  no  asked
   1      1  The lake is seventy-three kilometres…
   2      1  Geneva lies at its western end.
>  3   none  The river leaves it there.

3 paragraphs, 1 without a question: 3.
"""


@pytest.fixture
def lake(empty: House) -> House:
    """A house with a bank and its text."""
    empty.bank(BANK, "questions/lake.yaml")
    empty.bank(TEXT, "questions/lake.md")
    return empty


@pytest.mark.parametrize("word", [[], ["lake"], ["questions/lake.yaml"], ["questions"], ["The Lake"]])
def test_a_bank_is_shown_paragraph_by_paragraph(lake: House, word: list[str]) -> None:
    done = lake.call("coverage", *word, COLUMNS="50")
    assert (done.out, done.err, done.code) == (SHOWN, "", 0)
    assert not lake.db.exists()


def test_a_process_shows_the_same(lake: House) -> None:
    done = lake.run("coverage", COLUMNS="50")
    assert (done.out, done.err, done.code) == (SHOWN, "", 0)


def test_what_another_bank_asks_is_not_bare(lake: House) -> None:
    other = BANK.replace("paragraph: 1", "paragraph: 3").replace("title: The lake", "title: The river")
    lake.bank(other.replace("city", "town").replace("length", "river"), "questions/river.yaml")
    assert "3 paragraphs, each with a question." in lake.call("coverage").out
    assert "cited by lake, river" in lake.call("coverage").out
    assert "3 paragraphs, 1 without a question: 1." in lake.call("coverage", "river").out


def test_texts_come_one_after_the_other(lake: House) -> None:
    lake.bank(BANK.replace("lake.md", "sea.md").replace("The lake", "The sea"), "questions/sea.yaml")
    lake.bank(TEXT, "questions/sea.md")
    out = lake.call("coverage", COLUMNS="50").out
    assert out == SHOWN + "\n" + SHOWN.replace("lake.md", "sea.md").replace("by lake", "by sea")


def test_a_text_without_questions_is_bare_from_end_to_end(lake: House) -> None:
    lake.bank("quiz: 1\ntitle: The lake\nsource: lake.md\nquestions: []\n", "questions/lake.yaml")
    done = lake.call("coverage")
    assert "3 paragraphs, none with a question." in done.out
    assert done.out.count(">") == 3
    assert done.code == 0


def test_quotes_that_are_not_found_are_told_with_their_place(lake: House) -> None:
    lake.bank(TEXT.replace("Geneva lies", "It rains") + "\n4. Geneva lies elsewhere.\n", "questions/lake.md")
    done = lake.call("coverage", COLUMNS="50")
    assert done.code == 1
    assert done.out.endswith(
        "4 paragraphs, 2 without a question: 2, 3.\n"
        "\n"
        "1 citation no longer found:\n"
        "questions/lake.yaml:5 city\n"
        "  paragraph 2, »Geneva lies«: it stands in\n"
        "  paragraph 4 now.\n"
    )


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            "{paragraph: 2, quote: Geneva lay at its western end}",
            "paragraph 2 says »Geneva lies at its western end« now.",
        ),
        ("{paragraph: 2, quote: Bern is the seat of all}", "it stands nowhere now."),
        ("{quote: Bern is the seat of all}", "»Bern is the seat of all«: it stands nowhere now."),
        ("{paragraph: 7}", "There is no paragraph 7."),
    ],
)
def test_what_became_of_a_citation_is_told(lake: House, source: str, told: str) -> None:
    lake.bank(BANK.replace("{paragraph: 2, quote: Geneva lies}", source), "questions/lake.yaml")
    done = lake.call("coverage", COLUMNS="100")
    assert told in " ".join(done.out.split())
    assert done.code == 1


def test_a_text_that_is_not_there_is_told(lake: House) -> None:
    (lake.home / "questions/lake.md").unlink()
    done = lake.call("coverage", COLUMNS="100")
    assert "It cannot be used: the file cannot be read: no such file or directory" in done.out
    assert done.code == 1


def test_drafts_and_questions_without_a_source_are_told(lake: House) -> None:
    body = BANK.replace("  - id: length", "  - id: length\n    draft: true").replace(
        "    source: {paragraph: 2, quote: Geneva lies}\n", ""
    )
    lake.bank(body, "questions/lake.yaml")
    out = lake.call("coverage", COLUMNS="60").out
    assert ">  1  none +1 draft  The lake" in out
    assert out.endswith("1 question of lake cites no text.\n")
    lake.bank(body + "  - {front: a, back: b}\n", "questions/lake.yaml")
    assert lake.call("coverage", COLUMNS="60").out.endswith("2 questions of lake cite no text.\n")


def test_flashcards_without_a_text_have_no_coverage(empty: House) -> None:
    empty.bank("quiz: 1\ntitle: T\nquestions:\n  - {front: a, back: b}\n")
    done = empty.call("coverage")
    assert (done.out, done.code) == ("No question cites a text.\n", 0)


def test_faults_are_told_on_the_side(lake: House) -> None:
    lake.bank(BANK.replace("ask: How", "aks: How"), "questions/lake.yaml")
    done = lake.call("coverage")
    assert done.code == 0
    assert "3 paragraphs, 2 without a question: 1, 3." in done.out
    lake.bank("just words\n", "questions/other.yaml")
    done = lake.call("coverage")
    assert done.code == 1
    assert "questions/other.yaml:1:1: the file is no bank" in done.err


def test_questions_that_are_left_out_for_a_fault_are_counted(lake: House) -> None:
    lake.bank(BANK + "    oops: 1\n", "questions/lake.yaml")
    done = lake.call("coverage")
    assert done.err == (
        "questions/lake.yaml: 1 fault; what has one is left out. `quiz check questions/lake.yaml` names it.\n"
    )
    lake.bank(BANK.replace("answer: seventy", "anwser: seventy") + "    oops: 1\n", "questions/lake.yaml")
    done = lake.call("coverage")
    assert (done.code, done.err.count("2 faults; what has one is left out.")) == (0, 1)
    assert done.err.endswith("names them.\n")


def test_a_bank_that_breaks_off_is_told(lake: House) -> None:
    lake.bank(BANK.replace("ask: How", 'ask: "How'), "questions/lake.yaml")
    done = lake.call("coverage")
    assert done.code == 1
    assert done.err.startswith("questions/lake.yaml:10:10: the file is read up to here: ")
    assert "3 paragraphs, 2 without a question: 1, 3." in done.out


@pytest.mark.parametrize("command", ["coverage", "check"])
def test_a_text_is_no_bank(lake: House, command: str) -> None:
    done = lake.call(command, "questions/lake.md")
    assert (done.code, done.out) == (2, "")
    assert done.err == "quiz: questions/lake.md is a text, no bank. Name the bank that cites it.\n"
    lake.bank(BANK, "questions/odd.txt")
    assert lake.call(command, "questions/odd.txt").code == 0


def test_json_keeps_its_layout(lake: House) -> None:
    told = json.loads(lake.call("coverage", "lake", "--json").out)
    (text,) = told["texts"]
    assert (told["layout"], told["uncited"], text["bare"], text["lost"]) == (1, [], [3], [])
    assert text["paragraphs"][1] == {
        "paragraph": 2,
        "text": "Geneva lies at its western end.",
        "questions": [
            {"bank": "lake", "question": "city", "draft": False, "path": "questions/lake.yaml", "line": 5}
        ],
        "drafts": [],
    }
    (lake.home / "questions/lake.md").unlink()
    done = lake.call("coverage", "--json")
    assert done.code == 1
    assert json.loads(done.out)["texts"][0]["fault"].startswith("the file cannot be read")


def test_unknown_names_are_told_with_what_there_is(lake: House) -> None:
    done = lake.call("coverage", "lak")
    assert (done.code, done.out) == (2, "")
    assert "Did you mean lake?" in done.err
    lake.bank("just words\n", "questions/other.yaml")
    assert "Did you mean lake?" in lake.call("coverage", "lak").err


def test_without_banks_it_cannot_run(empty: House) -> None:
    (empty.home / "none").mkdir()
    done = empty.call("coverage", "none")
    assert (done.code, done.out) == (2, "")
    assert "No question bank was found in none." in done.err


@pytest.mark.parametrize("columns", [20, 50, 100, 300])
def test_no_line_is_wider_than_the_screen(lake: House, columns: int) -> None:
    lake.bank("1. \u6e56\u306f\u9577\u3044\u3002" * 20 + "\n\n2. \x1b[31mred\n\n3. x\n", "questions/lake.md")
    out = lake.call("coverage", COLUMNS=str(columns)).out
    assert max(map(cell_len, out.splitlines())) <= max(min(columns, 100), 25)
    assert "\x1b" not in out
    assert "\ufffd[31mred" in out


def test_its_help_tells_the_layout_and_the_exit_codes(empty: House) -> None:
    said = " ".join(empty.call("coverage", "--help").out.split())
    assert "--json" in said
    for word in ("texts", "uncited", "now_in", "now_says", "lost", "bare", "drafts", "Exit codes: 0 done"):
        assert word in said
