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
    assert drawn(narrow, "   3. C", 2) == ["   3. C stands in the c paragraph of a", "   long text."]
    narrow.press("zzz", until="Nothing in the list has `zzz`. Backspace takes a letter away.")
    narrow.press("\x7f\x7f\x7f", "long text", DOWN, DOWN, ENTER, until="quote (")
    assert drawn(narrow, "> Which", 3) == [
        "> Which paragraph of text.md proves",
        "  it? 3. C stands in the c paragraph…",
        "C stands in the c paragraph of a long",
    ]
    narrow.press(CTRL_C, until="go on with it")
    narrow.press(DOWN, ENTER, until="quiz: Stopped.")
    assert "> Stop? This question is not added yet. leave Not written:" in narrow.text()
    assert narrow.end() == 130


WIDE = "\n\n".join(f"The {word} of them {'stands in a text ' * 12}and ends." for word in ["a", "b"] * 15)


@pytest.fixture
def low(empty: House) -> Iterator[Terminal]:
    empty.bank(HEAD + QUESTIONS["text"])
    empty.bank(WIDE, "questions/text.md")
    given = ("--kind", "text", "--ask", "Which?")
    terminal = Terminal(empty, "add", "bank", *given, columns=50, rows=16)
    yield terminal
    terminal.close()


def test_what_is_marked_stands_whole_and_what_is_out_of_view_is_counted(low: Terminal) -> None:
    low.wait("answer (")
    low.press("one of those that stay whole on a", ENTER, until="accept 1")
    assert drawn(low, "> answer", 3) == [
        "> answer (the right answer): one of those that",
        "  stay whole on a",
        "> accept 1 (other answers that are right), or",
    ]
    low.press(ENTER, ENTER, ENTER, until=("Which paragraph", "more below"))
    assert low.lines()[-4:] == [
        "   10. The b of them stands in a text stands in a…",
        "   … 20 more below",
        "arrows or numbers move · letters search",
        "Enter takes · Ctrl-Z goes back · Ctrl-C stops",
    ]
    low.press("17", until=("17. The a of them", "11 more below"))
    assert low.lines()[1:-2] == [
        "   … 14 more above",
        "   14. The b of them stands in a text stands in a…",
        "   15. The a of them stands in a text stands in a…",
        "   16. The b of them stands in a text stands in a…",
        " > 17. The a of them stands in a text stands in a",
        "   text stands in a text stands in a text stands",
        "   in a text stands in a text stands in a text",
        "   stands in a text stands in a text stands in a",
        "   text stands in a text stands in a text and",
        "   ends.",
        "   18. The b of them stands in a text stands in a…",
        "   19. The a of them stands in a text stands in a…",
        "   … 11 more below",
    ]
    low.press("x", until=("Nothing in the list has `17x`. Backspace takes a", "search: 17x"))
    low.wait(lambda: low.lines()[-1] == "Ctrl-Z goes back · Ctrl-C stops")


def test_a_line_as_wide_as_the_terminal_leaves_no_empty_one(low: Terminal) -> None:
    low.wait("answer (")
    low.press("a" * (50 - len("> answer (the right answer): ")), ENTER, until="accept 1")
    assert "" not in low.lines()
