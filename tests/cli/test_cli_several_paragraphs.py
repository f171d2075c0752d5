"""A question whose answer needs several paragraphs: asked, read, shown, checked and stamped."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from door import House

TEXT = (
    "The first town has 300 people.\n\nThe road between them is old.\n\nThe second town has 200 people.\n\n"
    "A river parts them.\n"
)
BANK = """quiz: 1
title: Towns
source: towns.md
questions:
  - id: both
    cloze: "{300} people live in the first town, and {200} in the second."
    source:
      paragraph: 3
      also: 1
      quote: 200 people
  - id: road
    ask: What is between the towns, and old?
    answer: a road
    source: {paragraph: 2, quote: The road}
"""


@pytest.fixture
def towns(empty: House) -> House:
    """Two towns, of which a question needs both paragraphs."""
    empty.bank(BANK)
    empty.bank(TEXT, "questions/towns.md")
    return empty


def test_every_paragraph_that_is_needed_is_shown_after_the_answer(towns: House) -> None:
    done = towns.call("start", "--kind", "cloze", stdin="5\n")
    assert done.said("source") == [
        "towns.md, paragraph 3: The second town has »200 people«.",
        "towns.md, paragraph 1: The first town has 300 people.",
    ]


def test_reading_comes_to_the_last_paragraph_that_is_needed_before_it_is_asked(towns: House) -> None:
    done = towns.call("start", "--read", stdin="\n\na road\n\n\n:quit\n")
    read = [line for line in done.out.splitlines() if line.startswith(("read:", "question:"))]
    assert [line.split(":")[1].rpartition(", ")[2] for line in read[:2]] == ["paragraph 1", "paragraph 2"]
    assert "between the towns" in read[2]
    assert "paragraph 3" in read[3]
    assert "people live" in read[4]


def test_show_draws_all_of_them_and_tells_them_as_json(towns: House) -> None:
    drawn = towns.call("show", "bank/both").out
    assert drawn.index("paragraph 3") < drawn.index("paragraph 1") < drawn.index("The first town has")
    told = json.loads(towns.call("show", "bank/both", "--json").out)
    assert told["source"]["also"] == [{"paragraph": 1, "text": "The first town has 300 people."}]
    assert told["source"]["quote_stands"] is True


def test_the_answer_may_stand_in_any_of_them(towns: House) -> None:
    assert towns.call("check").code == 0
    alone = (towns.home / "questions/bank.yaml").read_text("utf-8").replace("      also: 1\n", "")
    towns.bank(alone)
    assert "unsupported-answer" in towns.call("check").out


@pytest.mark.parametrize(("also", "column"), [("9", 13), ("[1, 9]", 17)])
def test_one_that_the_text_does_not_have_is_told_at_its_place(towns: House, also: str, column: int) -> None:
    towns.bank((towns.home / "questions/bank.yaml").read_text("utf-8").replace("also: 1", f"also: {also}"))
    done = towns.call("check")
    assert done.code == 1
    assert f"questions/bank.yaml:9:{column}: " in done.out
    assert "has paragraphs 1 to 4, and no paragraph 9" in done.out


def test_a_stamp_takes_each_of_them_down(towns: House) -> None:
    assert towns.call("check", "--stamp", "--yes").code == 0
    assert towns.call("check").code == 0
    towns.bank(TEXT.replace("300 people", "300 people, or so"), "questions/towns.md")
    done = towns.call("check")
    assert "paragraph 1 of `towns.md` has changed since" in done.out
    assert "paragraph 3" not in done.out
    assert "road" not in done.out.replace("quiz check", "")


def test_coverage_counts_it_on_each(towns: House) -> None:
    (text,) = json.loads(towns.call("coverage", "--json").out)["texts"]
    assert [len(one["questions"]) for one in text["paragraphs"]] == [1, 1, 1, 0]
    assert text["bare"] == [4]


def test_it_is_added_by_options_as_by_yaml(towns: House) -> None:
    asked = ("--ask", "Which number of people lives in both of these towns together?", "--number", "500")
    done = towns.call("add", "bank", *asked, "--paragraph", "1", "--also", "3", "--also", "4")
    assert done.code == 0
    assert (
        (towns.home / "questions/bank.yaml")
        .read_text("utf-8")
        .endswith("    source:\n      paragraph: 1\n      also: [3, 4]\n")
    )
