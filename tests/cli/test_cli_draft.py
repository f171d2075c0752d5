from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from terminal import CTRL_C, CTRL_D, ENTER, Terminal

from quiz.bank import read_bank
from quiz.ui.drafting import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from door import House

    from quiz.question import Question

KEYS = "q stop"
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
    assert (done.code, "gone.txt" in done.err) == (1, True)


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


@contextmanager
def review(house: House, **environ: str) -> Iterator[Terminal]:
    """Review the drafts of a short text in a terminal."""
    texts(house, SHORT)
    terminal = Terminal(house, "draft", "page.txt", "--into", "bank.yaml", "--review", rows=40, **environ)
    try:
        yield terminal
    finally:
        terminal.close()


def test_a_review_keeps_and_drops(empty: House) -> None:
    with review(empty) as terminal:
        terminal.wait(("1 of 2", "old treaty", KEYS))
        terminal.press("k", until=("2 of 2", "Eva Stone", KEYS))
        terminal.press("d", until="1 question kept in bank.yaml, 1 dropped.")
        assert terminal.end() == 0
    (kept,) = bank(empty)
    assert not kept.draft
    assert "Geneva" in kept.ask
    assert "draft" not in (empty.home / "bank.yaml").read_text(encoding="utf-8")


def test_a_review_that_is_left_writes_what_was_kept_and_comes_back_to_the_rest(empty: House) -> None:
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press(ENTER, until=("2 of 2", KEYS))
        terminal.press("q", until="1 draft not looked at; run it again to go on.")
        assert terminal.end() == 0
    assert len(bank(empty)) == 1
    with review(empty) as terminal:
        terminal.wait(("1 of 1", "Eva Stone", KEYS))
        terminal.press(CTRL_D, until="0 questions kept")
        assert terminal.end() == 0
    assert len(bank(empty)) == 1


def test_ctrl_c_writes_what_was_decided_and_nothing_half(empty: House) -> None:
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("k", until=("2 of 2", KEYS))
        terminal.press(CTRL_C)
        assert terminal.end() == 130
        assert "Stopped. 1 question kept in bank.yaml" in terminal.text()
    (kept,) = bank(empty)
    assert not kept.draft


def test_what_was_kept_is_shown_when_the_bank_cannot_be_written_any_more(empty: House) -> None:
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("k", until=("2 of 2", KEYS))
        empty.bank("theirs", "bank.yaml")
        terminal.press("k")
        assert terminal.end() == 2
        text = terminal.text()
    assert "bank.yaml is there already; nothing was written." in text
    assert "What was kept, to be put in by hand:" in text
    assert "cloze: The old treaty was signed in {Geneva" in text
    assert (empty.home / "bank.yaml").read_text(encoding="utf-8") == "theirs"


def test_ctrl_c_before_any_decision_writes_nothing(empty: House) -> None:
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press(CTRL_C)
        assert terminal.end() == 130
    assert not (empty.home / "bank.yaml").exists()


def test_drafts_that_the_bank_has_are_reviewed_as_well(empty: House) -> None:
    texts(empty, SHORT)
    empty.call("draft", "page.txt", "--into", "bank.yaml")
    path = empty.home / "bank.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("title: Talks", "title: Talks # ours"), encoding="utf-8"
    )
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("k", until=("2 of 2", KEYS))
        terminal.press("d", until="1 dropped")
        assert terminal.end() == 0
    (kept,) = bank(empty)
    assert not kept.draft
    assert "title: Talks # ours" in path.read_text(encoding="utf-8")


def test_a_draft_is_changed_field_by_field(empty: House) -> None:
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("d", until=("2 of 2", KEYS))
        terminal.press("c", until="ask:")
        terminal.press("\x15What did Eva Stone call the bridge of the town?", ENTER, until="answer:")
        terminal.press("\x15weak", ENTER, until="accept 1:")
        terminal.press("\x15", ENTER, until="paragraph:")
        terminal.press(ENTER, until="quote:")
        terminal.press(ENTER, until=("What did Eva Stone call", KEYS))
        terminal.press("k", until="1 question kept")
        assert terminal.end() == 0
    (kept,) = bank(empty)
    assert (kept.ask, kept.right(""), kept.accepted("")) == (
        "What did Eva Stone call the bridge of the town?",
        "weak",
        ("weak",),
    )


def test_a_change_that_makes_no_question_cannot_be_kept(empty: House) -> None:
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("d", until=("2 of 2", KEYS))
        terminal.press("c", until="ask:")
        terminal.press("\x15", ENTER, until="answer:")
        terminal.press(ENTER, until="accept 1:")
        terminal.press(ENTER, until="paragraph:")
        terminal.press(ENTER, until="quote:")
        terminal.press(ENTER, until="! The question cannot be asked as it is")
        terminal.press("k", "d", until="0 questions kept")
        assert terminal.end() == 0
    assert not (empty.home / "bank.yaml").exists()


def editor(house: House, script: str) -> str:
    """Return a program that changes the file that it is given."""
    path = house.home / "editor"
    path.write_text(
        f"#!{sys.executable}\nimport pathlib, sys\npath = pathlib.Path(sys.argv[-1])\n{script}\n",
        encoding="utf-8",
    )
    os.chmod(path, 0o755)  # noqa: PTH101, S103 - a program of the test
    return str(path)


@pytest.mark.parametrize(
    ("script", "told", "count"),
    [
        (
            "path.write_text(path.read_text().replace('Who warned', 'Who said'))",
            "Who said that the bridge",
            1,
        ),
        ("path.write_text('nothing')", "! It stays as it was.", 1),
        ("path.write_bytes(b'\\xff')", "! It stays as it was.", 1),
        ("sys.exit(3)", "! It stays as it was.", 1),
    ],
)
def test_a_draft_is_changed_in_the_editor(empty: House, script: str, told: str, count: int) -> None:
    with review(empty, EDITOR=editor(empty, script)) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("d", until=("2 of 2", KEYS))
        terminal.press("e", until=(told, KEYS))
        terminal.press("k", until="1 question kept")
        assert terminal.end() == 0
    assert len(bank(empty)) == count


def test_values_are_told_in_words() -> None:
    told = written({"a": ["b", {"c": True}], "d": False})
    assert told == "a: b, c: true; d: false"


def test_a_review_without_anything_to_review_says_so(empty: House) -> None:
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("k", until=("2 of 2", KEYS))
        terminal.press("k", until="2 questions kept")
        assert terminal.end() == 0
    with review(empty) as terminal:
        terminal.wait("Nothing new: bank.yaml")
        assert terminal.end() == 0
