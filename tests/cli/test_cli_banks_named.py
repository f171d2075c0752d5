from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quiz.bank import read_bank
from quiz.bank.schema import SCHEMA_FILE
from quiz.cli.banks_named import words_for

if TYPE_CHECKING:
    from door import House

PAGE = """\
Home > Nature > Rivers

The long river of ten lands

The old treaty was signed in Geneva by twenty ministers.

Share on Facebook

Eva Stone warned that the bridge of the town was weak.
"""
OWN = "quiz: 1\ntitle: T\nsource: page.md\nquestions: []\n"


def ids(house: House, name: str) -> list[str]:
    bank = read_bank(house.home / name, "bank").bank
    assert bank is not None
    return [one.id for one in bank.questions]


@pytest.mark.parametrize(
    ("word", "path"),
    [
        ("geneva", "questions/geneva.yaml"),
        ("unit/geneva", "questions/unit/geneva.yaml"),
        ("./geneva", "geneva.yaml"),
        ("elsewhere/geneva.yml", "elsewhere/geneva.yml"),
        ("questions/geneva", "questions/geneva.yaml"),
    ],
)
def test_draft_makes_the_bank_that_new_would_make(empty: House, word: str, path: str) -> None:
    empty.bank(PAGE, "page.txt")
    done = empty.call("draft", "page.txt", "--into", word)
    assert done.code == 0, done.err
    assert len(ids(empty, path)) == 2
    assert (empty.home / path).parent.joinpath("page.md").exists()
    lines = (empty.home / path).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# yaml-language-server: $schema=.")
    schema = lines[1].removeprefix("# $schema: ")
    assert ((empty.home / path).parent / schema).resolve().name == SCHEMA_FILE
    assert ((empty.home / path).parent / schema).exists()


@pytest.mark.parametrize("word", ["geneva", "unit/geneva", "GENEVA"])
def test_draft_adds_to_the_bank_that_has_the_name(empty: House, word: str) -> None:
    empty.bank(PAGE, "page.txt")
    assert empty.call("new", "unit/geneva", "--from", "page.txt", "--kinds", "none").code == 0
    assert empty.call("draft", "page.txt", "--into", word).code == 0
    assert len(ids(empty, "questions/unit/geneva.yaml")) == 2
    assert not (empty.home / "questions/geneva.yaml").exists()


def test_a_name_that_fits_two_banks_is_asked_for_in_full(empty: House) -> None:
    empty.bank(PAGE, "page.txt")
    empty.bank(OWN, "questions/a/geneva.yaml")
    empty.bank(OWN, "questions/b/geneva.yaml")
    done = empty.call("draft", "page.txt", "--into", "geneva")
    assert (done.code, "a/geneva or b/geneva" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("", "cannot name a bank"),
        (".hidden", "does not begin with a dot"),
        ("page.txt", "it is a text. Write `quiz draft page.txt --into page`"),
    ],
)
def test_what_names_no_bank_is_refused(empty: House, word: str, said: str) -> None:
    empty.bank(PAGE, "page.txt")
    done = empty.call("draft", "page.txt", "--into", word)
    assert (done.code, said in done.err) == (2, True), done.err


def test_the_folder_of_banks_can_be_another_and_the_next_steps_know_it(empty: House) -> None:
    empty.bank(PAGE, "page.txt")
    done = empty.call("draft", "page.txt", "--into", "geneva", "--banks", "mine")
    assert ids(empty, "mine/geneva.yaml")
    assert (empty.home / "mine" / SCHEMA_FILE).exists()
    steps = [line.strip().split("  ")[0] for line in done.out.splitlines() if line.startswith("  quiz ")]
    assert steps == [
        "quiz draft mine/page.md --into mine/geneva.yaml --review",
        "quiz check mine/geneva.yaml",
        "quiz coverage --banks mine/geneva.yaml",
    ]
    assert empty.call("check", "mine/geneva.yaml").code == 0
    assert empty.call("coverage", "--banks", "mine/geneva.yaml").code == 0
    assert "Nothing new" in empty.call("draft", "mine/page.md", "--into", "mine/geneva.yaml").out
    assert "quiz start --banks mine/b.yaml" in empty.call("new", "b", "--banks", "mine").out


def test_new_and_draft_cite_the_same_paragraphs_of_a_page(empty: House) -> None:
    empty.bank(PAGE, "page.txt")
    made = empty.call("new", "geneva", "--from", "page.txt", "--kinds", "none")
    assert made.err.startswith("Left out of page.txt, as no part of the text:\n  line 1: Home > Nature")
    assert "questions/page.md: wrote it with 2 paragraphs, each with its number." in made.out
    first = ids(empty, "questions/geneva.yaml")
    done = empty.call("draft", "page.txt", "--into", "geneva")
    assert "1 draft in questions/geneva.yaml" in done.out
    assert "1 question of this text stood there already." in done.out
    assert ids(empty, "questions/geneva.yaml")[:1] == first
    again = empty.call("draft", "questions/page.md", "--into", "geneva")
    assert (again.code, again.out.startswith("Nothing new"), again.err) == (0, True, "")
    empty.call("draft", "page.txt", "--into", "other")
    assert ids(empty, "questions/other.yaml") == ids(empty, "questions/geneva.yaml")
    check = empty.call("check", "questions/geneva.yaml", "--strict")
    assert check.code == 0, check.out


def test_steps_that_do_not_fit_a_line_are_told_in_two(empty: House) -> None:
    empty.bank(PAGE, "page.txt")
    done = empty.call("draft", "page.txt", "--into", "geneva", COLUMNS="50")
    assert "  quiz coverage geneva\n      tells which paragraphs no question is about\n" in done.out


def test_a_bank_is_named_as_it_is_found() -> None:
    assert words_for(Path("questions/a/b.yaml"), Path("questions")) == ("a/b", "a/b")
    assert words_for(Path("x y.yaml"), Path("questions")) == ("'x y.yaml'", "--banks 'x y.yaml'")
    assert words_for(Path("questions/b.yaml"), None).find == "--banks questions/b.yaml"
