from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from drafting_door import END, KEYS, bank, editor, review, texts
from terminal import CTRL_C, CTRL_D, ENTER

if TYPE_CHECKING:
    from door import House


def test_a_review_keeps_and_drops(empty: House) -> None:
    with review(empty) as terminal:
        terminal.wait(("1 of 2", "old treaty", KEYS))
        terminal.press("k", until=("2 of 2", "Eva Stone", KEYS))
        terminal.press("d", until=END)
        terminal.press(ENTER, until="1 question kept in bank.yaml, 1 dropped. bank.dropped.txt remembers")
        assert terminal.end() == 0
    (kept,) = bank(empty)
    assert not kept.draft
    assert "Geneva" in kept.ask
    assert "draft" not in (empty.home / "bank.yaml").read_text(encoding="utf-8")


def test_what_is_undone_leaves_no_trace(empty: House) -> None:
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        assert "u undo" not in terminal.text()
        terminal.press("d", until=("2 of 2", "u undo the last", KEYS))
        terminal.press("d", until=("none kept, 2 dropped. Nothing is written yet.", END))
        terminal.press("u", until=("taken back", KEYS))
        terminal.press("u", until=("taken back 1 of 2", KEYS))
        terminal.press("k", until=("kept 2 of 2", KEYS))
        terminal.press("q", until="1 question kept in bank.yaml, none dropped. 1 draft left")
        assert terminal.end() == 0
    (kept,) = bank(empty)
    assert "Geneva" in kept.ask
    assert not (empty.home / "bank.dropped.txt").exists()


def test_a_draft_of_the_bank_that_is_undone_stays_as_it_was(empty: House) -> None:
    texts(empty)
    empty.call("draft", "page.txt", "--into", "bank.yaml")
    path = empty.home / "bank.yaml"
    before = path.read_bytes()
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("k", until=("2 of 2", KEYS))
        terminal.press("d", until=END)
        terminal.press("u", until=("taken back 2 of 2", KEYS))
        terminal.press("u", until=("taken back 1 of 2", KEYS))
        terminal.press("q", until="No question kept, none dropped. 2 drafts left")
        assert terminal.end() == 0
    assert path.read_bytes() == before
    assert not (empty.home / "bank.dropped.txt").exists()


def test_keys_that_were_typed_before_a_draft_was_seen_decide_nothing(empty: House) -> None:
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("kkkk", ENTER, until=("2 of 2", KEYS))
        terminal.press("q", until="1 question kept in bank.yaml, none dropped. 1 draft left")
        assert terminal.end() == 0


def test_ctrl_c_at_the_end_writes_what_was_decided(empty: House) -> None:
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("d", until=("2 of 2", KEYS))
        terminal.press("k", until=END)
        terminal.press(CTRL_C)
        assert terminal.end() == 130
        assert "Stopped. 1 question kept in bank.yaml, 1 dropped." in terminal.text()
    assert len(bank(empty)) == 1


def test_a_review_that_is_left_writes_what_was_kept_and_comes_back_to_the_rest(empty: House) -> None:
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press(ENTER, until=("2 of 2", KEYS))
        terminal.press("q", until="1 draft left; run it again to go on.")
        assert terminal.end() == 0
        assert "Next: quiz draft page.md --into bank.yaml --review" in terminal.text()
    assert len(bank(empty)) == 1
    with review(empty) as terminal:
        terminal.wait(("1 of 1", "Eva Stone", KEYS))
        terminal.press(CTRL_D, until="No question kept, none dropped. 1 draft left")
        assert terminal.end() == 0
    assert len(bank(empty)) == 1


def test_what_was_kept_is_shown_when_the_bank_cannot_be_written_any_more(empty: House) -> None:
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("k", until=("2 of 2", KEYS))
        empty.bank("theirs", "bank.yaml")
        terminal.press("k", until=END)
        terminal.press(ENTER)
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
    texts(empty)
    empty.call("draft", "page.txt", "--into", "bank.yaml")
    path = empty.home / "bank.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("title: Talks", "title: Talks # ours"), encoding="utf-8"
    )
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("k", until=("2 of 2", KEYS))
        terminal.press("d", until=END)
        terminal.press(ENTER, until="1 dropped")
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
        terminal.press("k", until=END)
        terminal.press(ENTER, until="1 question kept")
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
        terminal.press(ENTER, until=("It cannot be kept as it is: !", "Enter or e to the editor"))
        terminal.press("k", "d", until=END)
        terminal.press(ENTER, until="No question kept, 2 dropped.")
        assert terminal.end() == 0
    assert not (empty.home / "bank.yaml").exists()


@pytest.mark.parametrize(
    ("script", "told", "count"),
    [
        (
            "path.write_text(path.read_text().replace('Who warned', 'Who said'))",
            "Who said that the bridge",
            1,
        ),
        ("path.write_text('# nothing')", "! The editor left nothing to read. The draft is as it was.", 1),
        ("path.unlink()", "! The text of the editor cannot be used: No such file or directory.", 1),
        (
            "path.write_text(path.read_text().replace('Who warned', 'Who said').split('source')[0])",
            "Who said that the bridge",
            1,
        ),
        ("sys.exit(3)", "! The editor did not end well. The draft stays as it was.", 1),
    ],
)
def test_a_draft_is_changed_in_the_editor(empty: House, script: str, told: str, count: int) -> None:
    with review(empty, EDITOR=editor(empty, script)) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("d", until=("2 of 2", KEYS))
        terminal.press("e", until=(told, KEYS))
        terminal.press("k", until=END)
        terminal.press(ENTER, until="1 question kept")
        assert terminal.end() == 0
    assert len(bank(empty)) == count


def test_a_change_that_cannot_be_read_is_mended_or_undone(empty: House) -> None:
    spoil = "path.write_text(path.read_text().replace('answer: Eva Stone', 'answr: : Eva'))"
    mend = spoil.replace("'answer: Eva Stone', 'answr: : Eva'", "'answr: : Eva', 'answer: Eva'")
    script = f"if 'answr' in path.read_text():\n    {mend}\nelse:\n    {spoil}"
    with review(empty, EDITOR=editor(empty, script)) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("d", until=("2 of 2", KEYS))
        terminal.press("e", until=("! line 5, column 8: ", "back to the editor · u undo the change"))
        for wrong in ("stdin", "added"):
            assert wrong not in terminal.text()
        terminal.press("u", until=("! What you did in the editor is undone.", KEYS))
        terminal.press("e", until=("! line 5, column 8: ", "u undo the change"))
        terminal.press(ENTER, until=("answer Eva also", KEYS))
        terminal.press("k", until=END)
        terminal.press(ENTER, until="1 question kept")
        assert terminal.end() == 0
    (kept,) = bank(empty)
    assert kept.right("") == "Eva"


def test_ctrl_c_in_a_change_comes_back_to_the_draft_and_ctrl_c_there_leaves(empty: House) -> None:
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("k", until=("2 of 2", KEYS))
        terminal.press("c", until="answer:" if "ask:" in terminal.text() else "ask:")
        terminal.press("Else", CTRL_C, until=("! The draft is as it was.", KEYS))
        terminal.press(CTRL_C)
        assert terminal.end() == 130
        assert "Stopped. 1 question kept in bank.yaml, none dropped." in terminal.text()
    (kept,) = bank(empty)
    assert not kept.draft


def test_what_is_dropped_is_remembered_in_a_list_that_people_can_mend(empty: House) -> None:
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("d", until=("2 of 2", KEYS))
        terminal.press("d", until=END)
        terminal.press(
            ENTER, until="No question kept, 2 dropped. bank.dropped.txt remembers what was dropped."
        )
        assert terminal.end() == 0
    path = empty.home / "bank.dropped.txt"
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    assert head.startswith("# Drafts that were dropped. Take a line out")
    assert lines == [
        "paragraph 1, cloze: The old treaty was signed in {Geneva} by {twenty} ministers.",
        "paragraph 2, text: Who warned that the bridge of the town was weak? (Eva Stone)",
    ]
    assert sorted(one.name for one in empty.home.iterdir() if "bank" in one.name) == ["bank.dropped.txt"]
    with review(empty) as terminal:
        terminal.wait("Nothing new. 2 drafts were dropped before; bank.dropped.txt names them")
        assert terminal.end() == 0
    path.write_text(f"{head}\n{lines[0]}\n", encoding="utf-8")
    done = empty.call("draft", "page.txt", "--into", "bank.yaml")
    assert "1 draft was dropped before;" in done.out
    assert len(bank(empty)) == 1
    assert empty.call("check", "--strict", ".").code == 0
    assert empty.call("draft", "page.txt", "--into", "bank.yaml", "--again").code == 0
    assert (len(bank(empty)), path.read_text(encoding="utf-8")) == (2, f"{head}\n")


def test_a_draft_of_the_bank_that_was_reworded_and_is_dropped_does_not_come_back_as_it_was(
    empty: House,
) -> None:
    texts(empty)
    empty.call("draft", "page.txt", "--into", "bank.yaml")
    path = empty.home / "bank.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Who warned", "Who, then, warned"), "utf-8")
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("k", until=("2 of 2", "Who, then, warned", KEYS))
        terminal.press("d", until=END)
        terminal.press(ENTER, until="1 question kept in bank.yaml, 1 dropped.")
        assert terminal.end() == 0
    assert len((empty.home / "bank.dropped.txt").read_text(encoding="utf-8").splitlines()) == 3
    assert "Nothing new" in empty.call("draft", "page.txt", "--into", "bank.yaml").out


def test_a_list_that_cannot_be_written_keeps_nothing_from_the_bank(empty: House) -> None:
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("k", until=("2 of 2", KEYS))
        (empty.home / "bank.dropped.txt").mkdir()
        terminal.press("d", until=END)
        terminal.press(ENTER)
        assert terminal.end() == 2
        text = terminal.text()
    assert "1 question kept in bank.yaml, 1 dropped. What was dropped will be proposed again." in text
    assert len(bank(empty)) == 1


def test_two_questions_cannot_be_kept_under_one_id(empty: House) -> None:
    rename = "import re\npath.write_text(re.sub('id: .*', 'id: same', path.read_text()))"
    with review(empty, EDITOR=editor(empty, rename)) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("e", until=("1 of 2 · cloze · same", KEYS))
        terminal.press("k", until=("2 of 2", KEYS))
        terminal.press("e", until=("2 of 2 · text · same", KEYS))
        terminal.press("k", until=("It cannot be kept as it is: !", "`same`", "c change"))
        terminal.press("q", until="1 question kept")
        assert terminal.end() == 0
    (kept,) = bank(empty)
    assert kept.id == "same"


def test_a_review_without_anything_to_review_says_so(empty: House) -> None:
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("k", until=("2 of 2", KEYS))
        terminal.press("k", until=END)
        terminal.press(ENTER, until="2 questions kept")
        assert terminal.end() == 0
    with review(empty) as terminal:
        terminal.wait("Nothing new: bank.yaml")
        assert terminal.end() == 0
