from __future__ import annotations

from typing import TYPE_CHECKING

from drafting_door import END, KEYS, bank, editor, review, texts
from terminal import ENTER

if TYPE_CHECKING:
    from door import House


def test_a_changed_draft_with_an_error_is_not_kept_by_enter_but_goes_back_to_the_editor(empty: House) -> None:
    script = (
        "right, wrong = 'warned that the bridge of the town was weak.', 'Bob ate soup'\n"
        "text = path.read_text()\n"
        "path.write_text(text.replace(wrong, right) if wrong in text else text.replace(right, wrong))"
    )
    with review(empty, EDITOR=editor(empty, script)) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("d", until=("2 of 2", KEYS))
        terminal.press("e", until=("It cannot be kept as it is: !", "Enter or e to the editor"))
        assert " keep" not in terminal.lines()[-1]
        terminal.press(ENTER, until=("Enter or k keep", KEYS))
        terminal.press(ENTER, until=END)
        terminal.press(ENTER, until="1 question kept")
        assert terminal.end() == 0
    assert len(bank(empty)) == 1
    assert empty.call("check", "bank.yaml").code == 0


def test_a_draft_that_was_spoilt_in_the_bank_by_hand_is_not_kept_by_enter(empty: House) -> None:
    texts(empty)
    empty.call("draft", "page.txt", "--into", "bank.yaml")
    path = empty.home / "bank.yaml"
    path.write_text(
        path.read_text("utf-8").replace(
            "Eva Stone warned that the bridge of the town was weak.", "Bob ate soup."
        ),
        "utf-8",
    )
    with review(empty) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("d", until=("2 of 2", "It cannot be kept as it is: !", "Enter or e to the editor"))
        terminal.press("d", until=END)
        terminal.press(ENTER, until="No question kept, 2 dropped.")
        assert terminal.end() == 0


def test_a_changed_draft_is_compared_with_the_others_alone(empty: House) -> None:
    texts(empty)
    empty.call("draft", "page.txt", "--into", "bank.yaml")
    change = "path.write_text(path.read_text().replace('Who warned', 'Who then warned'))"
    with review(empty, EDITOR=editor(empty, change)) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("d", until=("2 of 2", KEYS))
        terminal.press("e", until=("Who then warned", KEYS))
        assert "!" not in terminal.text()
        terminal.press("k", until=END)
        terminal.press(ENTER, until="1 question kept")
        assert terminal.end() == 0


def test_a_changed_draft_is_compared_with_those_that_were_kept(empty: House) -> None:
    same = "ask: Who warned that the bridge of the town was weak?\\nanswer: Eva Stone\\n"
    cited = "source: {paragraph: 2, quote: Eva Stone warned that the bridge of the town was weak.}\\n"
    with review(empty, EDITOR=editor(empty, f"path.write_text('{same}{cited}')")) as terminal:
        terminal.wait(("1 of 2", KEYS))
        terminal.press("e", until=("1 of 2 · text", "Who warned", KEYS))
        terminal.press("k", until=("2 of 2", KEYS))
        assert "!" in terminal.text()
        assert "p1-" in terminal.text()
        terminal.press("d", until=END)
        terminal.press(ENTER, until="1 question kept")
        assert terminal.end() == 0
