from __future__ import annotations

import os
import signal
import sys
import termios
import time
from typing import TYPE_CHECKING

import pexpect
import pytest
from samples_of_kinds import QUESTIONS, bank
from terminal import (
    CTRL_C,
    CTRL_D,
    CTRL_Z,
    ENTER,
    ESC,
    QUESTION,
    RATING,
    SCORE,
    TAB,
    Terminal,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from door import House

GO_ON = "quiz: Stopped. Every answer is saved; `quiz start` goes on from here."


@pytest.fixture
def opened(house: House) -> Iterator[Callable[..., Terminal]]:
    """Return what opens terminals that are closed at the end."""
    terminals: list[Terminal] = []

    def open_one(*arguments: str, columns: int = 80, rows: int = 24, **environ: str) -> Terminal:
        terminals.append(Terminal(house, *arguments, columns=columns, rows=rows, **environ))
        return terminals[-1]

    yield open_one
    for terminal in terminals:
        terminal.close()


def echoes(terminal: Terminal) -> bool:
    flags = terminal.attributes()[3]
    return bool(flags & termios.ECHO) and bool(flags & termios.ICANON)


def typed(wrong: str, right: str) -> tuple[Callable[[Terminal], None], Callable[[Terminal], None]]:
    return lambda t: t.press(wrong, ENTER), lambda t: t.press(right, ENTER)


def pick(*options: str) -> Callable[[Terminal], None]:
    def answer(terminal: Terminal) -> None:
        for option in options[:-1]:
            terminal.point_at(option)
            terminal.press(ENTER, until=lambda: not terminal.offers(option))  # noqa: B023 - used at once
        terminal.point_at(options[-1])
        terminal.press(ENTER)

    return answer


def mark(*options: str) -> Callable[[Terminal], None]:
    def answer(terminal: Terminal) -> None:
        for option in options:
            terminal.mark(option)
        terminal.press(ENTER)

    return answer


def rate(key: str) -> Callable[[Terminal], None]:
    def answer(terminal: Terminal) -> None:
        terminal.press(ENTER, until="1 again 2 hard 3 good 4 easy")
        terminal.press(key)

    return answer


ANSWERS: dict[str, tuple[Callable[[Terminal], None], Callable[[Terminal], None]]] = {
    "text": typed("Rhine", "the danube"),
    "choice": (pick("Oslo"), pick("Geneva")),
    "true-false": (pick("false"), pick("true")),
    "number": typed("8", "nine"),
    "date": typed("5 April 1949", "4 April 1949"),
    "several": (mark("three"), mark("two", "four")),
    "cloze": typed("1950", "1949"),
    "order": (pick("whale", "cow", "cat", "ant"), pick("ant", "cat", "cow", "whale")),
    "match": (pick("Rome", "Paris"), pick("Paris", "Rome")),
    "recall": (rate("1"), rate("3")),
}


@pytest.mark.parametrize("kind", QUESTIONS)
def test_each_kind_wrong_taken_back_right_and_rated(
    house: House, opened: Callable[..., Terminal], kind: str
) -> None:
    wrong, right = ANSWERS[kind]
    terminal = opened("start", "--kind", kind)
    terminal.wait(QUESTION)
    assert "1 · 0 left · All kinds" in terminal.lines()
    wrong(terminal)
    # A flashcard is rated by now, and goes on.
    terminal.wait("2 · 0 left" if kind == "recall" else RATING)
    assert ("rated    again, comes back today" if kind == "recall" else "✗ wrong") in terminal.lines()
    terminal.press("\x1bu" if kind == "recall" else "u", until="Taken back; here it is again.")
    terminal.wait(QUESTION)
    right(terminal)
    if kind != "recall":
        terminal.wait(RATING)
        assert "✓ right" in terminal.lines()
        terminal.press("4")
    terminal.wait(SCORE)
    assert "Score: 1 of 1 point, 100 %" in terminal.text()
    terminal.press(ENTER)
    assert terminal.end() == 0
    assert house.query("SELECT verdict, rating FROM reviews_kept") == [
        ("right", 3 if kind == "recall" else 4)
    ]
    assert house.query("SELECT verdict FROM reviews ORDER BY id LIMIT 1") == [("wrong",)]
    assert terminal.attributes() == terminal.before
    house.check()


def test_a_sitting_at_50_columns_shows_every_word_and_key(
    house: House, opened: Callable[..., Terminal]
) -> None:
    house.bank(
        bank("choice", "text").replace(
            "lies on the lake?",
            "lies on the lake that is the largest of all lakes in its country and round about?",
        )
    )
    terminal = opened("start", columns=50)
    terminal.wait(QUESTION)
    assert "the largest of all lakes in its country and round about?" in terminal.text()
    for word in ("↑ ↓ and Enter", "Tab hint", "Ctrl-Z undo"):
        assert word in terminal.text()
    terminal.press(TAB, until="Hint: It is in Switzerland.")
    pick("Geneva")(terminal)
    terminal.wait(RATING)
    for word in (
        "Enter = hard",
        "1 again 2 hard 3 good 4 easy",
        "u undo",
        "q leave",
        "The lake bears its name.",
    ):
        assert word in terminal.text()
    terminal.press("s", until=("»lies in Geneva«", RATING))
    terminal.press(ENTER, until=("Which river flows through Vienna?", QUESTION))
    terminal.press("Danbue", ENTER, until="Count it as right?")
    assert "≈ near" in terminal.lines()
    terminal.press("y", until=RATING)
    terminal.press(ENTER, until=SCORE)
    assert "Comes back:" in terminal.text()
    terminal.press(ENTER)
    assert terminal.end() == 0
    assert house.verdicts() == ["right", "near"]
    assert house.query("SELECT hints FROM reviews ORDER BY id") == [(1,), (0,)]


def test_the_end_of_input_leaves_with_the_score(house: House, opened: Callable[..., Terminal]) -> None:
    terminal = opened("start", "--limit", "2")
    terminal.wait(QUESTION)
    terminal.press("Danube", ENTER, until=RATING)
    terminal.press(ENTER, until=("lies on the lake?", QUESTION))
    terminal.press(CTRL_D, until=SCORE)
    assert "Score: 1 of 1 point, 100 %" in terminal.text()
    terminal.press(CTRL_D)
    assert terminal.end() == 0
    assert house.verdicts() == ["right"]
    assert echoes(terminal)


def test_the_last_answer_is_taken_back_from_the_score_page(
    house: House, opened: Callable[..., Terminal]
) -> None:
    terminal = opened("start", "--kind", "text")
    terminal.wait(QUESTION)
    terminal.press("Danube", ENTER, until=RATING)
    terminal.press(ENTER, until=SCORE)
    terminal.press("u", until=QUESTION)
    terminal.press(CTRL_Z, until="Nothing to take back in this sitting")
    terminal.press("Donau", ENTER, until=RATING)
    terminal.press("q", until=SCORE)
    terminal.press(ENTER)
    assert terminal.end() == 0
    assert house.query("SELECT json_extract(response, '$.typed') FROM reviews_kept") == [("Donau",)]


def test_ctrl_c_stops_and_the_next_start_goes_on(house: House, opened: Callable[..., Terminal]) -> None:
    terminal = opened("start")
    terminal.wait(QUESTION)
    terminal.press("Danube", ENTER, until=RATING)
    terminal.press(ENTER, until=("lies on the lake?", QUESTION))
    terminal.press(CTRL_C)
    assert terminal.end() == 130
    assert terminal.lines()[-1] == GO_ON
    assert house.verdicts() == ["right"]
    assert echoes(terminal)
    assert terminal.attributes() == terminal.before
    again = opened("start")
    again.wait("A sitting was left after 1 answer, with 9 to go. Go on with it?")
    again.press("n", until=QUESTION)
    assert "Which city lies on the lake?" in again.text()
    assert "1 · 8 left · All kinds" in again.lines()
    again.press(CTRL_D, until="Nothing was answered. `quiz start` begins again.")
    assert again.end() == 0
    house.check()


def options(terminal: Terminal) -> list[str]:
    """Return the options that stand in a list, with their digits."""
    return [line for line in terminal.lines() if line[:3] in (" > ", "   ") and line[3:4].isdigit()]


@pytest.mark.parametrize("end", ["q", CTRL_C, "kill"])
def test_however_a_sitting_was_left_it_goes_on_at_the_same_card(
    house: House, opened: Callable[..., Terminal], end: str
) -> None:
    terminal = opened("start")
    terminal.wait(QUESTION)
    terminal.press("Rhine", ENTER, until=RATING)
    terminal.press(ENTER, until=("lies on the lake?", "1-3", QUESTION))
    shown = options(terminal)
    if end == "kill":
        os.kill(terminal.process.pid, signal.SIGKILL)
    elif end == CTRL_C:
        terminal.press(CTRL_C)
    else:
        terminal.press(ESC, "q", until=SCORE)
        terminal.press(ENTER)
    terminal.end()
    again = opened("start", columns=50)
    again.wait("A sitting was left after 1 answer, with 10 to go. Go on with it?")
    again.press(ENTER, until=("lies on the lake?", "1-3", QUESTION))
    assert options(again) == shown
    assert "2 · 9 left · All kinds" in again.lines()
    again.press(CTRL_Z, until=("Taken back; here it is again.", "Which river", QUESTION))
    again.press(CTRL_D, until="Nothing was answered.")
    assert again.end() == 0
    assert house.verdicts() == []
    house.check()


def test_ctrl_c_before_the_first_question_stops_in_one_sentence(
    house: House, opened: Callable[..., Terminal]
) -> None:
    looking = opened("start", "--look")
    looking.wait("q begin now")
    looking.press(CTRL_C)
    assert looking.end() == 130
    assert looking.lines()[-1] == GO_ON
    assert looking.attributes() == looking.before
    reading = opened("start", "--read")
    reading.wait("text.md, paragraph 1")
    os.kill(reading.process.pid, signal.SIGTERM)
    assert reading.end() == 128 + signal.SIGTERM
    assert house.query("SELECT * FROM reviews") == []


def test_ctrl_c_at_the_rating_keeps_the_answer(house: House, opened: Callable[..., Terminal]) -> None:
    terminal = opened("start")
    terminal.wait(QUESTION)
    terminal.press("Rhine", ENTER, until=RATING)
    terminal.press(CTRL_C)
    assert terminal.end() == 130
    assert terminal.lines()[-1] == GO_ON
    assert house.query("SELECT verdict, rating FROM reviews_kept") == [("wrong", 1)]
    assert echoes(terminal)


def test_ctrl_c_at_a_near_answer_keeps_it_as_not_counted(
    house: House, opened: Callable[..., Terminal]
) -> None:
    terminal = opened("start")
    terminal.wait(QUESTION)
    terminal.press("Danbue", ENTER, until="Count it as right?")
    terminal.press(CTRL_C)
    assert terminal.end() == 130
    assert house.query("SELECT verdict, rating FROM reviews") == [("wrong", 1)]


@pytest.mark.parametrize("at", [QUESTION, RATING, SCORE])
def test_a_signal_puts_the_terminal_back(house: House, opened: Callable[..., Terminal], at: str) -> None:
    terminal = opened("start", "--limit", "1")
    terminal.wait(QUESTION)
    if at != QUESTION:
        terminal.press("Danube", ENTER, until=RATING)
    if at == SCORE:
        terminal.press(ENTER, until=SCORE)
    os.kill(terminal.process.pid, signal.SIGTERM)
    assert terminal.end() == 128 + signal.SIGTERM
    assert terminal.lines()[-1] == GO_ON
    assert house.verdicts() == ([] if at == QUESTION else ["right"])
    assert terminal.attributes() == terminal.before
    house.check()


def test_a_hang_up_saves_what_was_answered(house: House, opened: Callable[..., Terminal]) -> None:
    terminal = opened("start")
    terminal.wait(QUESTION)
    terminal.press("Danube", ENTER, until=RATING)
    os.kill(terminal.process.pid, signal.SIGHUP)
    assert terminal.end() == 128 + signal.SIGHUP
    assert house.verdicts() == ["right"]


def test_a_terminal_that_is_closed_ends_the_sitting(house: House, opened: Callable[..., Terminal]) -> None:
    terminal = opened("start")
    terminal.wait(QUESTION)
    terminal.press("Danube", ENTER, until=RATING)
    os.close(os.dup2(os.open(os.devnull, os.O_RDWR), terminal.process.child_fd))
    deadline = time.monotonic() + 20
    while (ended := os.waitpid(terminal.process.pid, os.WNOHANG))[0] == 0 and time.monotonic() < deadline:
        time.sleep(0.02)
    assert os.waitstatus_to_exitcode(ended[1]) == 128 + signal.SIGHUP
    assert house.verdicts() == ["right"]
    house.check()


def test_a_new_size_in_the_middle_of_a_question_is_followed(
    house: House, opened: Callable[..., Terminal]
) -> None:
    terminal = opened("start")
    terminal.wait(QUESTION)
    terminal.press("Dan")
    terminal.process.setwinsize(24, 50)
    terminal.screen.resize(24, 50)
    terminal.press("ube", ENTER, until=RATING)
    assert "✓ right" in terminal.lines()
    terminal.press(ENTER, until=("lies on the lake?", QUESTION))
    terminal.process.setwinsize(12, 100)
    terminal.screen.resize(12, 100)
    terminal.wait(QUESTION)
    terminal.press(CTRL_C)
    assert terminal.end() == 130
    assert house.verdicts() == ["right"]


def test_a_sitting_holds_its_database_for_itself(house: House, opened: Callable[..., Terminal]) -> None:
    terminal = opened("start")
    terminal.wait(QUESTION)
    other = house.run("start", "--plain")
    assert other.code == 3
    assert other.err == (
        f"quiz: {house.db} is in use by another sitting or program. "
        "End that one first, or use another file with --db.\n"
    )
    assert house.run("undo").code == 3
    assert house.run("stats").code == 0
    terminal.press(CTRL_C)
    assert terminal.end() == 130
    assert house.call("start").code == 0


def test_an_input_that_is_no_terminal_gives_the_line_mode(house: House) -> None:
    out, code = pexpect.run(
        f"sh -c '{sys.executable} -m quiz start </dev/null'",
        env=house.environ(),
        cwd=str(house.home),
        withexitstatus=True,
    )
    assert code == 0, out
    assert out.startswith(b"question: 1, 9 left, All kinds, text:")
