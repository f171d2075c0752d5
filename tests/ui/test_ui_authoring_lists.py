from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from ui_desk import BACKSPACE, CTRL_Z, DOWN, ENTER, UP, Narrow

from quiz.ui.authoring import Terminal
from quiz.ui.authoring_asker import Back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prompt_toolkit.input import PipeInput

CTRL_A = "\x01"
LONG = [(f"{number}. {'word ' * 30}Genève {number}", number) for number in range(60)]


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=Narrow()):
        yield pipe


@pytest.mark.parametrize("letters", ["a", "i", "ai", "tags", "x"])
def test_letters_tick_nothing(keys: PipeInput, letters: str) -> None:
    keys.send_text(f"{letters}{ENTER}")
    assert Terminal().tick("More?", [("a", 1), ("b", 2), ("c", 3)], [3]) == [3]


def test_one_key_ticks_all_or_none(keys: PipeInput) -> None:
    keys.send_text(f"{CTRL_A}{ENTER}")
    assert Terminal().tick("Which?", [("a", 1), ("b", 2)], []) == [1, 2]
    keys.send_text(f"{CTRL_A}{CTRL_A}{ENTER}")
    assert Terminal().tick("Which?", [("a", 1), ("b", 2)], []) == []


@pytest.mark.parametrize(
    ("typed", "picked"),
    [
        ("GENÈVE 41", 41),
        ("Genève 4" + DOWN, 40),
        (f"zz{ENTER}{UP}{DOWN}{BACKSPACE}{BACKSPACE}", 0),
        (f"zz{BACKSPACE}{BACKSPACE}genève 7", 7),
        (f"{BACKSPACE}{DOWN}", 1),
        ("\x1b[200~word\nGenève 9\x1b[201~", 9),
    ],
)
def test_the_whole_of_an_option_is_searched(keys: PipeInput, typed: str, picked: int) -> None:
    keys.send_text(typed + ENTER)
    assert Terminal().pick("Which?", LONG) == picked


def test_nothing_is_taken_where_nothing_is_found(keys: PipeInput) -> None:
    keys.send_text(f"zz{ENTER}{ENTER}{DOWN}{ENTER}{CTRL_Z}")
    with pytest.raises(Back):
        Terminal().pick("Which?", LONG, back=True)
