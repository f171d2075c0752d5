from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from ui_desk import CTRL_C, Narrow

from quiz.ui.keys import read_key
from quiz.ui.settling import settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prompt_toolkit.input import PipeInput

SHORT = 0.02


@contextmanager
def typing() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=Narrow()):
        yield pipe


def test_what_was_typed_before_is_thrown_away() -> None:
    with typing() as pipe:
        pipe.send_text("kk\r\x1b[A")
        settle(SHORT)
        pipe.send_text("d")
        assert read_key({"k": "keep", "d": "drop", "enter": "keep"}, ()) == "drop"


def test_what_a_prompt_before_has_left_is_thrown_away() -> None:
    with typing() as pipe:
        pipe.send_text("kkk")
        assert read_key({"k": "keep"}, ()) == "keep"
        settle(SHORT)
        pipe.send_text("d")
        assert read_key({"k": "keep", "d": "drop"}, ()) == "drop"


def test_a_key_that_is_held_down_is_thrown_away_until_it_is_let_go() -> None:
    with typing() as pipe:
        left = iter("k" * 30)
        let_go = threading.Event()

        def repeat() -> None:
            one = next(left, None)
            if one is None:
                let_go.set()
                return
            pipe.send_text(one)
            threading.Timer(0.005, repeat).start()

        repeat()
        settle(0.1)
        assert let_go.is_set()


def test_ctrl_c_is_not_thrown_away() -> None:
    with typing() as pipe:
        pipe.send_text(f"k{CTRL_C}")
        with pytest.raises(KeyboardInterrupt):
            settle(SHORT)


def test_the_end_of_input_ends_it() -> None:
    with typing() as pipe:
        pipe.close()
        settle(SHORT)
