from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from samples_of_kinds import HEAD, QUESTIONS
from terminal import CTRL_C, DOWN, ENTER, Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from door import House

TEXT = "\n\n".join(
    f"{word} stands in the {word.lower()} paragraph of a long text." for word in "ABCDEFGHIJKLMN"
)


def drawn(terminal: Terminal, begin: str, lines: int) -> list[str]:
    """Return the lines from the last one that begins so."""
    shown = terminal.lines()
    first = max(number for number, line in enumerate(shown) if line.startswith(begin))
    return shown[first : first + lines]


@pytest.fixture
def narrow(empty: House) -> Iterator[Terminal]:
    empty.bank(HEAD + QUESTIONS["text"])
    empty.bank(TEXT, "questions/text.md")
    terminal = Terminal(empty, "add", "bank", "--kind", "text", "--ask", "Which?", columns=40, rows=50)
    yield terminal
    terminal.close()


def test_what_is_asked_and_picked_breaks_between_words(narrow: Terminal) -> None:
    narrow.wait("answer (the right answer):")
    narrow.press("one", ENTER, until=("accept 1", "or Enter to go on:", "Ctrl-C stops"))
    assert drawn(narrow, "> accept", 2) == [
        "> accept 1 (other answers that are",
        "  right), or Enter to go on:",
    ]
    narrow.press(ENTER, ENTER, ENTER, until=("Which paragraph of text.md proves it?", "letters search"))
    assert "   3. C stands in the c paragraph of a…" in narrow.lines()
    narrow.press("zzz", until="Nothing in the list has `zzz`. Backspace takes a letter away.")
    narrow.press("\x7f\x7f\x7f", "long text", DOWN, DOWN, ENTER, until="quote (")
    assert drawn(narrow, "> Which", 3) == [
        "> Which paragraph of text.md proves",
        "  it? 3. C stands in the c paragraph",
        "  of a long text.",
    ]
    narrow.press(CTRL_C, until="go on with it")
    narrow.press(DOWN, ENTER, until="quiz: Stopped.")
    assert (
        "> Stop? This question is not added yet. leave: it is printed, to be pasted into "
        "`quiz add BANK -` later Not written:" in narrow.text()
    )
    assert narrow.end() == 130
