from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest
from samples_of_kinds import HEAD, QUESTIONS, TEXT
from terminal import CTRL_C, CTRL_D, ENTER, Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from door import House

BANK = HEAD + QUESTIONS["text"]
DOUBTFUL = ("--ask", "Who is it?", "--answer", "All of the above", "--wrong", "Ann", "--wrong", "Bob")
DOUBTFUL_YAML = "ask: Who is it?\nanswer: All of the above\nwrong: [Ann, Bob]\n"


@pytest.fixture
def one(empty: House) -> House:
    """A house with a bank of one question, and its text."""
    empty.bank(BANK)
    empty.bank(TEXT, "questions/text.md")
    return empty


@pytest.fixture
def opened(one: House) -> Iterator[Callable[..., Terminal]]:
    terminals: list[Terminal] = []

    def open_one(*arguments: str) -> Terminal:
        terminals.append(Terminal(one, "add", *arguments, columns=100, rows=40))
        return terminals[-1]

    yield open_one
    for terminal in terminals:
        terminal.close()


def text_of(house: House) -> str:
    return (house.home / "questions/bank.yaml").read_text()


@pytest.mark.parametrize(("given", "stdin"), [(DOUBTFUL, ""), (("-",), DOUBTFUL_YAML)])
def test_warnings_are_told_and_keep_nothing_out_where_nobody_can_be_asked(
    one: House, given: tuple[str, ...], stdin: str
) -> None:
    done = one.call("add", "bank", *given, stdin=stdin)
    assert done.code == 0
    assert "warning: " in done.err
    assert "Added who-is-it to questions/bank.yaml:" in done.out
    assert "answer: All of the above" in text_of(one)


def test_an_error_keeps_out_all_that_came_with_it(one: House) -> None:
    cited = (
        "- front: What lies here?\n  back: It.\n  source: {paragraph: 9}\n- {front: 'What?', back: That.}\n"
    )
    done = one.call("add", "bank", "-", "--force", stdin=cited)
    assert done.code == 1
    assert "Nothing was added: mend the errors first." in done.err
    assert text_of(one) == BANK


def test_whoever_sits_at_the_terminal_is_told_what_is_waited_for(
    one: House, opened: Callable[..., Terminal]
) -> None:
    terminal = opened("bank", "-")
    terminal.wait("Waiting for a question in YAML: paste or type it, then press Ctrl-D on a line of its own.")
    terminal.press(DOUBTFUL_YAML.replace("\n", ENTER), until="wrong: [Ann, Bob]")
    terminal.press(CTRL_D, until=("warning: ", "Added who-is-it to"))
    assert terminal.end() == 0
    assert "All of the above" in text_of(one)


def test_a_pipe_is_told_nothing(one: House) -> None:
    assert "Waiting" not in one.call("add", "bank", "-", stdin=DOUBTFUL_YAML).err


def test_what_was_typed_is_taken_back_as_it_was_printed(one: House, opened: Callable[..., Terminal]) -> None:
    terminal = opened("bank", "--front", "What lies in Geneva?", "--kind", "recall")
    terminal.wait("back (")
    terminal.press(
        "The lake.", CTRL_C, until="leave: it is printed, to be pasted into `quiz add BANK -` later"
    )
    terminal.press(CTRL_C)
    assert terminal.end() == 130
    assert (
        "Not written: - id: what-lies-in-geneva front: What lies in Geneva? back: The lake. "
        "`quiz add questions/bank.yaml -` takes these lines back when they are complete: "
        "paste them, then press Ctrl-D." in terminal.text()
    )
    begin = next(number for number, line in enumerate(terminal.lines()) if line.startswith("  - id:"))
    printed = "\n".join(terminal.lines()[begin : begin + 3])
    assert one.call("add", "questions/bank.yaml", "-", stdin=printed).code == 0
    assert text_of(one).endswith("    front: What lies in Geneva?\n    back: The lake.\n")


def test_the_command_names_a_bank_with_a_space_as_a_shell_takes_it(one: House) -> None:
    path = one.bank(BANK, "questions/my bank.yaml")
    path.chmod(0o440)
    done = one.call("add", "my bank", "--front", "What lies in Geneva?", "--back", "The lake.")
    path.chmod(0o640)
    assert f"`quiz add {shlex.quote('questions/my bank.yaml')} -`" in done.err
