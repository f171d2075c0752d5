"""``quiz check`` and ``quiz coverage`` take a bank by its name, as ``quiz list`` shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from door import House

LAKE = """\
quiz: 1
title: {title}
source: {text}
questions:
  - id: city
    ask: Which city lies there?
    answer: Geneva
    source: {{paragraph: 1, quote: Geneva lies}}
"""
CLEAN = "1 bank, 1 question: nothing found.\n"


@pytest.fixture
def banks(empty: House) -> House:
    """A house with three banks, two of which end alike."""
    empty.bank("1. Geneva lies at its western end.\n", "questions/lake.md")
    empty.bank(LAKE.format(title="The lake", text="lake.md"), "questions/lake.yaml")
    sea = LAKE.format(title="The sea", text="../lake.md").replace("Which city", "Which town")
    empty.bank(sea.replace("title:", "id: waters\ntitle:"), "questions/unit/sea.yml")
    far = LAKE.format(title="The far lake", text="../lake.md").replace("Which city", "Which far city")
    empty.bank(far, "questions/far/lake.yaml")
    return empty


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("far/lake", 1),
        ("FAR/Lake", 1),
        ("unit/sea", 1),
        ("sea", 1),
        ("waters", 1),
        ("the sea", 1),
        ("unit", 1),
        ("unit/", 1),
        ("lake", 2),
    ],
)
def test_a_bank_is_checked_by_its_name(banks: House, word: str, number: int) -> None:
    done = banks.call("check", word)
    assert done.code == 0
    assert done.out.startswith(f"{number} bank{'s' if number > 1 else ''}, ")
    assert not banks.db.exists()


def test_every_name_that_list_shows_is_taken(banks: House) -> None:
    shown = [line.split(":")[0].strip() for line in banks.call("list").out.splitlines()[1:]]
    assert sorted(shown) == ["far/lake", "lake", "waters"]
    for command in ("check", "coverage"):
        assert [banks.call(command, word).code for word in shown] == [0, 0, 0]


def test_a_broken_bank_is_taken_by_the_name_of_its_file(banks: House) -> None:
    banks.bank("quiz: 1\ntitle: [\n", "questions/unit/broken.yaml")
    assert "questions/unit/broken.yaml:2:8: error" in banks.call("check", "broken").out
    assert "questions/unit/broken.yaml:2:8: " in banks.call("coverage", "broken").err


def test_names_and_paths_go_together_and_each_bank_once(banks: House) -> None:
    assert banks.call("check", "sea", "questions/unit/sea.yml", "unit").out == CLEAN
    assert banks.call("check", "sea", "questions/lake.yaml").out.startswith("2 banks, ")


def test_a_path_wins_over_a_name_and_a_folder_without_banks_does_not(banks: House) -> None:
    (banks.home / "sea").mkdir()
    assert banks.call("check", "sea").out == CLEAN
    assert banks.call("coverage", "sea").code == 0
    banks.bank("quiz: 1\ntitle: [\n", "sea/other.yaml")
    assert banks.call("check", "sea").out.startswith("sea/other.yaml:2:8")


def test_a_name_is_looked_up_where_banks_are_looked_for(banks: House) -> None:
    banks.bank(LAKE.format(title="Else", text="../questions/lake.md"), "elsewhere/pond.yaml")
    assert banks.call("check", "pond").code == 2
    assert banks.call("check", "pond", "--banks", "elsewhere").out == CLEAN
    assert banks.call("coverage", "pond", QUIZ_BANKS="elsewhere").code == 0
    done = banks.call("check", "pond", QUIZ_BANKS="nowhere")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "quiz: There is no file or folder pond, and no bank of that name. `quiz list` shows all banks.\n"
    )


@pytest.mark.parametrize("command", ["check", "coverage"])
@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("lak", "Did you mean lake? "),
        ("unit/see", "Did you mean unit/sea? "),
        ("sea.yml", "Did you mean unit/sea? "),
        ("question/sea.yml", "Did you mean unit/sea? "),
        ("unit/sea/a-question-of-it", "Did you mean unit/sea? "),
        ("xyzzy", ""),
        ("x/y", ""),
    ],
)
def test_a_name_that_fits_nothing_is_told_with_the_nearest(
    banks: House, command: str, word: str, near: str
) -> None:
    done = banks.call(command, word)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"quiz: There is no file or folder {word}, and no bank of that name. "
        f"{near}`quiz list` shows all banks.\n"
    )


def test_an_empty_word_is_told(banks: House) -> None:
    done = banks.call("check", "")
    assert done.code == 2
    assert "There is no file or folder without a name, and no bank of that name." in done.err


def test_coverage_calls_a_bank_as_list_does(banks: House) -> None:
    for word in ("questions/far/lake.yaml", "far/lake", "questions"):
        assert "far/lake" in banks.call("coverage", word).out
    assert banks.call("coverage", "far/lake").out.splitlines()[:2] == [
        "questions/lake.md",
        "cited by far/lake",
    ]


def test_coverage_cannot_run_on_what_cannot_be_read(banks: House) -> None:
    path = banks.home / "questions/lake.yaml"
    path.unlink()
    path.symlink_to("gone.yaml")
    done = banks.call("coverage")
    assert done.code == 2
    assert "questions/lake.yaml: the file cannot be read" in done.err
    assert "cited by" in done.out
