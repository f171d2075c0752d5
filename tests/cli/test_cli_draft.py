from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from quiz.bank import read_bank

if TYPE_CHECKING:
    from door import House

    from quiz.question import Question

PAGE = """\
Home > Nature > Rivers

The long river of ten lands

See also  Ten lakes that you should have seen

The old treaty was signed in Geneva by twenty ministers.

Eva Stone warned that the bridge of the town was weak.

The ships go on to Vienna, Oslo and Riga. In 1856, large ships came to the port of Riga by night.

“The bridge is the memory of the town,” said Eva Stone. According to Otto Lind, the port was closed in 1901.

Share on Facebook

Leave a Reply
"""
SHORT = """\
# Talks

The old treaty was signed in Geneva by twenty ministers.

Eva Stone warned that the bridge of the town was weak.
"""


def texts(house: House, text: str = PAGE, name: str = "page.txt") -> None:
    (house.home / name).write_text(text, encoding="utf-8")


def bank(house: House, name: str = "bank.yaml") -> tuple[Question, ...]:
    """Return the questions of a bank, which has no fault."""
    reading = read_bank(house.home / name, "bank")
    assert reading.problems == ()
    assert reading.bank is not None
    return reading.bank.questions


def test_a_page_gives_drafts_and_names_what_it_leaves_out(empty: House) -> None:
    texts(empty)
    done = empty.run("draft", "page.txt", "--into", "questions/river.yaml")
    assert done.code == 0
    assert "line 5: See also Ten lakes that you should have seen (a link to another page)" in done.err
    assert done.err.startswith("Left out of page.txt, as no part of the text:\n  line 1: Home > Nature")
    found = bank(empty, "questions/river.yaml")
    assert done.out.startswith(f"{len(found)} drafts in questions/river.yaml, on ")
    assert "They cite questions/page.md" in done.out
    assert all(one.draft for one in found)
    assert (empty.home / "questions" / "page.md").read_text(encoding="utf-8").startswith("# The long river")


def test_the_bank_that_was_drafted_has_no_finding_and_is_not_asked(empty: House) -> None:
    texts(empty)
    assert empty.call("draft", "page.txt", "--into", "questions/river.yaml").code == 0
    assert empty.call("check", "--strict", "questions").code == 0
    assert empty.call("start", "--plain").said("question") == []


def test_drafting_again_says_that_nothing_is_new_and_changes_nothing(empty: House) -> None:
    texts(empty)
    empty.call("draft", "page.txt", "--into", "bank.yaml")
    before = (empty.home / "bank.yaml").read_bytes()
    done = empty.call("draft", "page.txt", "--into", "bank.yaml")
    assert (done.code, done.out.startswith("Nothing new: bank.yaml")) == (0, True)
    assert (empty.home / "bank.yaml").read_bytes() == before
    dry = empty.call("draft", "page.txt", "--into", "bank.yaml", "--dry-run")
    assert (
        dry.code,
        dry.out,
        dry.err.endswith("Nothing new: bank.yaml has all that can be drafted from this text.\n"),
    ) == (
        0,
        "",
        True,
    )


def test_sentences_that_differ_in_their_figures_alone_are_each_asked(empty: House) -> None:
    towns = (("1900", "Linz", "58,000"), ("1950", "Graz", "226,000"), ("1960", "Wels", "41,000"))
    told = (f"In {year} the town of {name} had {number} people." for year, name, number in towns)
    texts(empty, "# Towns\n\n" + "\n\n".join(told) + "\n")
    assert empty.call("new", "bank.yaml", "--from", "page.txt").code == 0
    assert len(bank(empty)) == 1
    done = empty.call("draft", "page.txt", "--into", "bank.yaml", "--most", "1")
    assert "1 question of this text stood there already." in done.out
    assert [one.source.paragraph for one in bank(empty) if one.source] == [1, 2, 3]


def test_a_dry_run_prints_the_questions_and_writes_nothing(empty: House) -> None:
    texts(empty)
    done = empty.call("draft", "page.txt", "--into", "bank.yaml", "--dry-run")
    assert done.code == 0
    assert done.out.startswith("  - id: p1-")
    assert sorted(path.name for path in empty.home.iterdir()) == ["page.txt"]
    (empty.home / "made.yaml").write_text(f"quiz: 1\ntitle: T\nquestions:\n{done.out}", encoding="utf-8")
    assert len(bank(empty, "made.yaml")) >= 6


def test_fewer_questions_on_a_paragraph(empty: House) -> None:
    texts(empty)
    assert empty.call("draft", "page.txt", "--into", "one.yaml", "--most", "1").code == 0
    paragraphs = [one.source.paragraph for one in bank(empty, "one.yaml") if one.source]
    assert len(set(paragraphs)) == len(paragraphs)


@pytest.mark.parametrize(
    ("text", "options", "code", "told"),
    [
        (PAGE, ("--review",), 2, "this is none"),
        (PAGE, ("--review", "--dry-run"), 2, "do not go together"),
        (PAGE, ("--most", "0"), 2, "range"),
        ("It is old.\n\nThey came.\n", (), 1, "No question could be drafted"),
        ("---\n", (), 1, "no paragraph"),
        ("Die Donau fließt durch die Stadt und das Land. " * 20, (), 2, "English"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    empty: House, text: str, options: tuple[str, ...], code: int, told: str
) -> None:
    texts(empty, text)
    done = empty.call("draft", "page.txt", "--into", "bank.yaml", *options)
    assert (done.code, told in done.err) == (code, True), done.err
    assert not (empty.home / "bank.yaml").exists()


def test_a_text_that_is_not_there(empty: House) -> None:
    done = empty.call("draft", "gone.txt", "--into", "bank.yaml")
    assert (done.code, "gone.txt" in done.err) == (2, True)
    (empty.home / "bad.txt").write_bytes(b"\xff")
    assert empty.call("draft", "bad.txt", "--into", "bank.yaml").code == 2
    assert empty.call("check", "gone.yaml").code == 2


def test_a_text_that_was_tidied_by_hand_is_drafted_from_as_the_message_says(empty: House) -> None:
    texts(empty)
    assert empty.call("draft", "page.txt", "--into", "river", "--most", "1").code == 0
    copy = empty.home / "questions" / "page.md"
    copy.write_text(copy.read_text(encoding="utf-8").replace("twenty ministers", "many ministers"), "utf-8")
    refused = empty.call("draft", "page.txt", "--into", "river")
    assert refused.code == 1
    told = re.search("own text: `quiz (.*)`", refused.err)
    assert told is not None
    done = empty.call(*shlex.split(told[1]))
    assert (done.code, "drafts in questions/river.yaml" in done.out) == (0, True), done.out + done.err


def test_a_list_of_dropped_drafts_that_cannot_be_read_is_named_with_its_line(empty: House) -> None:
    texts(empty)
    path = empty.home / "bank.dropped.txt"
    path.write_text("# ours\n<<<<<<< HEAD\n", encoding="utf-8")
    done = empty.call("draft", "page.txt", "--into", "bank.yaml")
    assert done.code == 1
    assert "bank.dropped.txt:2: this line names no draft that was dropped: `<<<<<<< HEAD`." in done.err
    assert path.read_text(encoding="utf-8") == "# ours\n<<<<<<< HEAD\n"
    assert not (empty.home / "bank.yaml").exists()


def test_control_characters_reach_no_terminal(empty: House) -> None:
    texts(
        empty,
        "Title\n\nSee also \x1b[31mred\x07\n\nThe \x1b]0;x\x07old treaty was signed in Geneva by 20 men.\n",
    )
    done = empty.call("draft", "page.txt", "--into", "bank.yaml", "--dry-run")
    assert not [sign for sign in done.out + done.err if not sign.isprintable() and sign != "\n"]


def test_what_is_not_read_is_told(empty: House) -> None:
    texts(empty, SHORT + "\nThe end of the bridge was told in Oslo." + " The town lies at the sea." * 900)
    done = empty.call("draft", "page.txt", "--into", "bank.yaml")
    assert done.code == 0
    assert "1 of 3 paragraphs were not read" in done.err


def test_a_text_of_which_nothing_is_read_is_told_so(empty: House) -> None:
    texts(empty, "The end of the bridge was told in Oslo." + " The town lies at the sea." * 900)
    done = empty.call("draft", "page.txt", "--into", "bank.yaml")
    assert done.code == 1
    assert done.err.startswith("1 of 1 paragraph was not read: ")
    assert done.err.endswith("quiz: Nothing of page.txt was read, so no question could be drafted.\n")
