"""Nothing that a bank holds steers the terminal."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import unicodedata
from typing import TYPE_CHECKING

import pytest
from terminal import CTRL_C, QUESTION, RATING, Terminal

if TYPE_CHECKING:
    from door import Done, House

STEER = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202egnp\u2066x\u2028y\x7f"
RAW = "\x1b[31m\x9b31m\u202e"

BANK = """\
quiz: 1
title: Title STEER
description: About STEER
source: text.md
questions:
  - id: one
    ask: Ask STEER one
    answer: Answer STEER
    hint: Hint STEER
    why: Why STEER
    tags: [tag STEER]
    source: {paragraph: 1, quote: Quote}
  - id: two
    ask: Ask STEER two
    answer: Right STEER
    wrong:
      - Wrong STEER: Because STEER
  - id: three
    front: Front STEER
    back: Back STEER
"""

FAULTY = """\
quiz: 1
title: "Title \\e[31m \\u202e"
"key \\e[31m": 1
questions:
  - id: "id \\e[31m"
    ask: "Ask \\e]0;owned\\a \\x9b \\u202e"
    answer: "Answer \\e[2J \\u2066"
  - "key \\x9b": "no question"
  - ask: fine \u202e
    answer: fine \u2066
"""


@pytest.fixture
def hostile(empty: House) -> House:
    """A house whose banks hold what steers a terminal, also where the reader would refuse it."""
    empty.bank(BANK, f"questions/bank{RAW}.yaml")
    empty.bank(FAULTY, f"questions/faulty{RAW}.yaml")
    empty.bank(f"quiz: 1\ntitle: Raw {RAW}\n", f"questions/raw{RAW}.yaml")
    empty.bank(f"1. A paragraph {STEER} with Quote.\n\n2. Another {RAW}.\n", "questions/text.md")
    empty.call("load")
    with contextlib.closing(sqlite3.connect(empty.db)) as connection:
        connection.execute("UPDATE banks SET title = replace(title, 'STEER', ?)", [STEER])
        connection.execute("UPDATE questions SET prompt = replace(prompt, 'STEER', ?)", [STEER])
        inside = json.dumps(STEER)[1:-1]
        connection.execute("UPDATE questions SET content = replace(content, 'STEER', ?)", [inside])
        connection.execute("UPDATE question_tags SET tag = replace(tag, 'STEER', ?)", [STEER])
        connection.commit()
    return empty


def steers(text: str) -> list[str]:
    """Return what could steer a terminal: control and format characters, half characters, line separators."""
    return [
        f"{ord(character):04x}"
        for character in text
        if character != "\n" and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    ]


def harmless(done: Done) -> Done:
    assert steers(done.out) == []
    assert steers(done.err) == []
    return done


@pytest.mark.parametrize(
    "arguments",
    [
        ("load",),
        ("list",),
        ("list", "--kind", "text", "--kind", "choice"),
        ("list", "--json"),
        ("stats",),
        ("stats", "--json"),
        ("list", "\x1b[31m"),
        ("start", "--tag", "\u202e"),
        ("read", "\x9b"),
        ("stats", "--db", "/\x1b[31m/\u202e/x"),
        ("list", "--banks", "/\x1b[31m/x"),
        ("list", "--kind", "\x1b[31m"),
        ("list", "--\x1b[31m"),
        ("\x1b[31m",),
    ],
)
def test_no_command_lets_a_bank_steer(hostile: House, arguments: tuple[str, ...]) -> None:
    done = harmless(hostile.call(*arguments))
    assert done.out + done.err


def test_the_text_behind_a_bank_is_cleaned(hostile: House) -> None:
    name = f"bank{RAW}"
    done = harmless(hostile.call("read", name))
    assert "A paragraph" in done.out
    (hostile.home / "questions/text.md").unlink()
    assert harmless(hostile.call("read", name)).code == 1


def test_the_line_mode_is_cleaned(hostile: House) -> None:
    done = harmless(
        hostile.call("start", stdin=f":hint\n:hint\nx{RAW}\n:source\n:{RAW}\n1\n:undo\n2\n\n1\n1\n")
    )
    assert done.code == 0
    for word in ("question", "option", "hint", "why", "source", "back", "note", "please", "missed"):
        assert done.said(word), word
    harmless(hostile.call("undo"))
    harmless(hostile.call("stats"))


def test_the_terminal_is_cleaned(hostile: House) -> None:
    terminal = Terminal(
        hostile, "start", f"bank{RAW}", "--kind", "text", "--kind", "choice", columns=120, rows=40
    )
    try:
        terminal.wait(("Ask", QUESTION))
        terminal.press("x\r", until=RATING)
        terminal.press("s", until=("A paragraph", RATING))
        terminal.press("\r", until=("two", QUESTION))
        terminal.press("\r", until=RATING)
        terminal.press(CTRL_C)
        assert terminal.end() == 130
    finally:
        terminal.close()
    shown = terminal.raw.decode()
    for character in ("\x9b", "\x07", "\x7f", "\u202e", "\u2066", "\u2028"):
        assert character not in shown
    for sequence in ("\x1b]", "\x1b[2J"):
        assert sequence not in shown
    assert "owned" not in terminal.screen.title


def test_no_colour_is_kept_to(house: House) -> None:
    terminal = Terminal(house, "stats", NO_COLOR="1")
    assert terminal.end() == 0
    assert b"\x1b[3" not in terminal.raw
    coloured = Terminal(house, "start", "--kind", "choice")
    plain = Terminal(house, "start", "--kind", "choice", NO_COLOR="1", QUIZ_DB=str(house.home / "other.db"))
    for one in (coloured, plain):
        one.wait(QUESTION)
        one.press("\r", until=RATING)
        one.press(CTRL_C)
        one.end()
    assert colours(coloured.raw)
    assert not colours(plain.raw)


def colours(raw: bytes) -> bool:
    return any(b"\x1b[" + start in raw for start in (b"31m", b"32m", b"1;31m", b"1;32m"))
