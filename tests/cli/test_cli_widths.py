"""Every kind and the keys at three widths, and what a terminal may be asked to show."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from samples_of_kinds import HEAD, TEXT
from terminal import CTRL_C, ENTER, QUESTION, RATING, SCORE, TAB, UP, Terminal

from quiz.question import Kind
from quiz.ui import commands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from door import House

WIDTHS = (40, 80, 200)
ROWS = 70
LONG = "along the quiet river that the old road follows from the first bridge to the very last mill"
OPTIONS = tuple(f"{which} {LONG}" for which in ("barge", "ferry", "canoe"))
FIELDS: dict[Kind, str] = {
    Kind.TEXT: "answer: mill",
    Kind.CHOICE: f"answer: {OPTIONS[0]}\n    wrong: ['{OPTIONS[1]}', '{OPTIONS[2]}']",
    Kind.TRUE_FALSE: "answer: true",
    Kind.NUMBER: "number: 9\n    unit: mills",
    Kind.DATE: "date: 1949-04-04",
    Kind.SEVERAL: f"answers: ['{OPTIONS[0]}', '{OPTIONS[1]}']\n    wrong: ['{OPTIONS[2]}']",
    Kind.ORDER: f"order: ['{OPTIONS[0]}', '{OPTIONS[1]}', '{OPTIONS[2]}']",
    Kind.MATCH: f"match: {{one {LONG}: '{OPTIONS[0]}', two {LONG}: '{OPTIONS[1]}'}}",
    Kind.RECALL: f"back: {OPTIONS[0]}",
}
PICKS: dict[Kind, tuple[str, ...]] = {
    Kind.CHOICE: ("1",),
    Kind.TRUE_FALSE: ("2",),
    Kind.NUMBER: ("8", ENTER),
    Kind.DATE: ("1950-04-05", ENTER),
    Kind.SEVERAL: ("1", ENTER),
    Kind.ORDER: ("3", "2", "1"),
    Kind.MATCH: ("2", "1"),
    Kind.RECALL: (ENTER,),
}
SHOWING = {Kind.CHOICE: 3, Kind.SEVERAL: 3, Kind.ORDER: 3, Kind.MATCH: 2}
EVERY_KIND = (*FIELDS, Kind.CLOZE)


def prompt(kind: Kind) -> str:
    return f"Asked as {kind}: what lies {LONG}?"


def written(kind: Kind) -> str:
    """Return a question of this kind whose every part is long."""
    word = {Kind.TRUE_FALSE: "claim", Kind.RECALL: "front"}.get(kind, "ask")
    asked = f"{word}: '{prompt(kind)}'\n    {FIELDS[kind]}" if kind in FIELDS else _cloze()
    told = f"hint: Hint {kind} {LONG}.\n    why: Why {kind} {LONG}.\n    source: {{paragraph: 1}}"
    return f"  - id: {kind}\n    {asked}\n    {told}\n"


def _cloze() -> str:
    return f"cloze: 'Asked as cloze: it lies {LONG} of {{grain}}.'"


@pytest.fixture
def wordy(empty: House) -> House:
    """A house with a bank of all kinds in which everything is long."""
    empty.bank(HEAD + "".join(map(written, EVERY_KIND)))
    empty.bank(TEXT.replace("The lake", f"The lake {LONG}"), "questions/text.md")
    return empty


@pytest.fixture
def opened() -> Iterator[list[Terminal]]:
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.close()


def resize(terminal: Terminal, columns: int, rows: int = ROWS) -> None:
    terminal.screen.resize(rows, columns)
    terminal.process.setwinsize(rows, columns)


@pytest.mark.parametrize("columns", WIDTHS)
def test_every_word_and_key_of_each_kind_is_whole(wordy: House, opened: list[Terminal], columns: int) -> None:
    """The text of the screen joins its lines with spaces: a word broken in two would not be found."""
    terminal = Terminal(wordy, "start", "--seed", "1", columns=columns, rows=ROWS)
    opened.append(terminal)
    for kind in EVERY_KIND:
        terminal.wait((f"Asked as {kind}:", QUESTION))
        assert LONG in terminal.text()
        assert all(option in terminal.text() for option in OPTIONS[: SHOWING.get(kind, 0)])
        terminal.press("?", until=commands.asking(helped=True))
        terminal.press(TAB, until=f"Hint: Hint {kind} {LONG}.")
        terminal.press(*PICKS.get(kind, ("x", ENTER)), until=(f"Why {kind} {LONG}.", "q leave"))
        terminal.press("s", until=f"The lake {LONG} lies in Geneva.")
        terminal.press("?", until=commands.answered(helped=True, turned=kind is Kind.RECALL))
        terminal.press("b", until="Buried until tomorrow. Undo takes that back.")
    terminal.wait(SCORE)
    assert "m what you missed, once more" in terminal.text()
    terminal.press(ENTER)
    assert terminal.end() == 0
    # A card that was turned and not rated is not answered.
    assert len(wordy.verdicts()) == len(EVERY_KIND) - 1


@pytest.mark.parametrize(("before", "after"), [(200, 40), (40, 80)])
def test_a_question_of_each_kind_follows_a_new_size(
    wordy: House, opened: list[Terminal], before: int, after: int
) -> None:
    terminal = Terminal(wordy, "start", "--seed", "1", columns=before, rows=ROWS)
    opened.append(terminal)
    for kind in EVERY_KIND:
        terminal.wait((f"Asked as {kind}:", QUESTION))
        resize(terminal, after)
        terminal.press("?", until=commands.asking(helped=True))
        assert all(option in terminal.text() for option in OPTIONS[: SHOWING.get(kind, 0)])
        assert all(len(line) <= after for line in terminal.lines())
        resize(terminal, before)
        terminal.press("\x1bb", until="Buried until tomorrow.")
    terminal.wait("Nothing was answered.")
    assert terminal.end() == 0


TONGUES = {
    "cjk": "東京タワーは何年に建てられましたか東京タワーは何年に建てられましたか",
    "right to left": "מתי נבנה המגדל הגבוה בעיר",
    "combining": "ou\u0300 est la te\u0301le\u0301vision re\u0301gionale",
    "emoji": "🎉🚀 which one 🎉🚀",
}


def test_other_scripts_are_asked_typed_and_drawn_within_40_columns(
    empty: House, opened: list[Terminal]
) -> None:
    body = "".join(
        f"  - id: q{place}\n    ask: '{text}?'\n    answer: '{text}'\n"
        f"  - id: c{place}\n    ask: '{text}!'\n    answer: '{text}'\n    wrong: ['x{text}']\n"
        for place, text in enumerate(TONGUES.values())
    )
    empty.bank(f"quiz: 1\ntitle: Tongues\nquestions:\n{body}")
    for kind in ("text", "choice"):
        terminal = Terminal(empty, "start", "--kind", kind, "--seed", "1", columns=40, rows=ROWS)
        opened.append(terminal)
        for number, text in enumerate(TONGUES.values(), 1):
            terminal.wait((f"{number} · {4 - number} left", "Ctrl-D leave"))
            assert dense(text) in dense(terminal.text())
            terminal.press(*((text, ENTER) if kind == "text" else ("1",)), until="q leave")
            assert any(line.endswith("q leave") for line in terminal.lines())
            assert kind == "choice" or terminal.lines().count("✓ right") == number
            terminal.press("b")
        terminal.wait(SCORE)
        terminal.press(ENTER)
        assert terminal.end() == 0


def dense(text: str) -> str:
    """Return a text without white space, its letters composed as a terminal keeps them."""
    import unicodedata  # noqa: PLC0415

    return unicodedata.normalize("NFC", "".join(text.split()))


def test_more_options_than_lines_scroll_and_the_keys_stay(empty: House, opened: list[Terminal]) -> None:
    wrong = "".join(f"      - option {number} {LONG}\n" for number in range(59))
    empty.bank(
        "quiz: 1\ntitle: Many\nquestions:\n"
        f"  - id: many\n    ask: Which of sixty?\n    answer: option 60 {LONG}\n    wrong:\n{wrong}"
    )
    terminal = Terminal(empty, "start", "--seed", "1", columns=50, rows=14)
    opened.append(terminal)
    terminal.wait(("option", QUESTION))
    first = terminal.pointed()
    terminal.press(UP, until=lambda: terminal.pointed() not in ("", first))
    assert "? keys" in terminal.text()
    last = terminal.pointed()
    terminal.press(ENTER, until=RATING)
    assert last.split()[1] in str(empty_response(empty, terminal))


def empty_response(house: House, terminal: Terminal) -> object:
    """Leave the sitting and return what was picked in it."""
    terminal.press(CTRL_C)
    assert terminal.end() == 130
    return house.query("SELECT json_extract(response, '$.picked[0]') FROM reviews")[0][0]


def test_ten_thousand_letters_and_many_lines_are_pasted(house: House, opened: list[Terminal]) -> None:
    terminal = Terminal(house, "start", "--kind", "text", columns=80, rows=24)
    opened.append(terminal)
    terminal.wait(QUESTION)
    lines = "\r\n".join(["word" * 25] * 99)
    terminal.press(f"\x1b[200~{lines}\x1b[201~", until=lambda: terminal.text().count("word") > 100)
    terminal.wait("Ctrl-D leave")
    terminal.press(ENTER, until=RATING)
    terminal.press(CTRL_C)
    assert terminal.end() == 130
    assert house.query("SELECT length(json_extract(response, '$.typed')) FROM reviews") == [(99 * 101 - 1,)]
    assert house.query("SELECT instr(response, char(10)) FROM reviews") == [(0,)]


def test_a_dumb_terminal_is_sat_at_line_by_line(house: House, opened: list[Terminal]) -> None:
    terminal = Terminal(house, "start", "--kind", "text", TERM="dumb")
    opened.append(terminal)
    terminal.press("Rhine\n", until="press Enter for again")
    terminal.press(":overrule\n", until="right: Danube")
    terminal.press(":flag\n", until="(Enter for none, Ctrl-C never mind)")
    terminal.press(CTRL_C, until="Not flagged.")
    terminal.press("\n", until="press Enter to end")
    terminal.press("\n")
    assert terminal.end() == 0
    assert b"\x1b" not in terminal.raw
    assert house.query("SELECT verdict, graded FROM reviews_kept") == [("right", "wrong")]


def test_esc_alone_waits_for_its_letter_and_is_nothing_else(house: House, opened: list[Terminal]) -> None:
    terminal = Terminal(house, "start", "--kind", "text")
    opened.append(terminal)
    terminal.wait(QUESTION)
    os.write(terminal.process.child_fd, b"Dan\x1bp")
    terminal.wait("Paused. The clock stands still.")
    assert "Dan" not in terminal.text()
    terminal.press(ENTER, until=("> Dan", QUESTION))
    terminal.press("ube", ENTER, until=RATING)
    assert "✓ right" in terminal.lines()
    terminal.press("f", until="Ctrl-C never mind")
    terminal.press("half a note", CTRL_C, until=("Not flagged.", RATING))
    terminal.press(CTRL_C)
    assert terminal.end() == 130
    assert house.verdicts() == ["right"]
    assert house.query("SELECT * FROM marks") == []
