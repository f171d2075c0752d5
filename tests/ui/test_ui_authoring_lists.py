from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.application import Application, create_app_session
from prompt_toolkit.application.current import set_app
from prompt_toolkit.formatted_text import to_formatted_text
from prompt_toolkit.input import create_pipe_input
from questionary.prompts.common import InquirerControl
from ui_desk import BACKSPACE, CTRL_Z, DOWN, ENTER, UP, Narrow

from quiz.ui.authoring import Terminal
from quiz.ui.authoring_asker import Back
from quiz.ui.authoring_list import LOWEST, Label, Listing, Row, in_view
from quiz.ui.authoring_search import numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prompt_toolkit.input import PipeInput

CTRL_A = "\x01"
CTRL_N = "\x0e"
SHORT = [("0. none", 0), *((f"{number}. {'word ' * 30}", number) for number in range(1, 10))]
MENU = [("add it", "a"), ("change it", "c"), ("drop it", "d")]
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


@pytest.mark.parametrize(
    ("typed", "picked"),
    [
        ("6", 6),
        ("6" + DOWN, 7),
        ("6" + DOWN + "2", 2),
        ("6" + UP + DOWN + BACKSPACE, 3),
        ("12" + ENTER + DOWN + BACKSPACE, 1),
        ("word3", 3),
        (f"4{BACKSPACE}", 3),
        (BACKSPACE, 3),
        ("0", 0),
        ("\x1b[200~5\x1b[201~", 5),
    ],
)
def test_a_number_marks_its_option_and_enter_takes_what_is_marked(
    keys: PipeInput, typed: str, picked: int
) -> None:
    keys.send_text(typed + ENTER)
    assert Terminal().pick("Which?", SHORT, 3) == picked


@pytest.mark.parametrize(
    ("typed", "picked"),
    [
        ("4", 4),
        ("41", 41),
        (f"41{BACKSPACE}", 4),
        (f"41{DOWN}7", 7),
        (f"7{CTRL_N}", 8),
        ("word genève 59", 59),
        ("7 word", 51),
        ("1958", 13),
        ("777", 51),
    ],
)
def test_digits_after_letters_and_those_of_no_option_are_searched(
    keys: PipeInput, typed: str, picked: int
) -> None:
    years = {13: "1958", 51: "777 word"}
    keys.send_text(typed + ENTER)
    assert Terminal().pick("Which?", [(f"{title} {years.get(n, '')}", n) for title, n in LONG]) == picked


def test_options_without_numbers_get_them(keys: PipeInput) -> None:
    assert numbered(["a", "b"]) == ["1. ", "2. "]
    assert numbered(["none", "7. a"]) == ["", ""]
    keys.send_text(f"3{ENTER}")
    assert Terminal().pick("What now?", MENU) == "d"


def test_a_number_ticks_nothing_and_space_ticks_what_is_pointed_at(keys: PipeInput) -> None:
    keys.send_text(f"2 9 {CTRL_A}{ENTER}{BACKSPACE}{ENTER}")
    assert Terminal().tick("More?", MENU, ["a"]) == ["a", "c"]


@given(st.integers(1, 60), st.data(), st.integers(-5, 80))
def test_what_is_in_view_holds_what_is_marked_and_no_more_than_fits(
    count: int, data: st.DataObject, others: int
) -> None:
    marked = data.draw(st.integers(0, count - 1))
    view = in_view(count, marked, others)
    assert marked in view
    assert len(view) == min(max(others, 0) + 1, count)
    assert set(view) <= set(range(count))


@given(
    st.lists(st.integers(1, 400), min_size=1, max_size=60),
    st.data(),
    st.integers(0, 30),
)
def test_what_is_drawn_fits_and_nothing_is_left_uncounted(
    lengths: list[int], data: st.DataObject, around: int
) -> None:
    texts = [("some " * length)[:length] for length in lengths]
    marked = data.draw(st.integers(0, len(texts) - 1))
    rows = [Row(text, place, Label("?"), f"{place}. ") for place, text in enumerate(texts)]
    with set_app(Application(output=Narrow())):
        listed = InquirerControl(rows, initial_choice=rows[marked], pointer=">", use_indicator=False)
        Listing(listed, lambda: around)
        drawn = to_formatted_text(listed.text)
    lines = "".join(text for _, text, *_ in drawn).split("\n")
    numbers = [int(found[1]) for line in lines if (found := re.match(r" [ >] (\d+)\.", line))]
    left_out = [int(found[1]) for line in lines if (found := re.match(r"   … (\d+) more", line))]
    assert len(lines) <= max(24 - around, LOWEST)
    assert next(line for line in lines if line.startswith(" > ")).startswith(f" > {marked}.")
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert len(numbers) + sum(left_out) == len(texts)
    assert all(len(line) <= 50 for line in lines)


@pytest.mark.parametrize(
    ("asked", "answer", "stays"),
    [
        ("Which paragraph?", "add it", "add it"),
        ("Which paragraph?", "6. The lighthouse was built by one", "6. The lighthouse was built…"),
        ("Which paragraph of the whole text proves it?", "0. none at all", "\n  0. none at all"),
        ("Which paragraph of the whole text proves it", f"0. {'a ' * 90}", f"\n  0. {'a ' * 21}a…"),
        ("Which paragraph of all of them?", "a" * 60, f"\n  {'a' * 46}…"),
    ],
)
def test_of_an_answer_one_line_stays_behind_its_label(asked: str, answer: str, stays: str) -> None:
    with set_app(Application(output=Narrow())):
        assert Label(asked).picked(answer) == stays
