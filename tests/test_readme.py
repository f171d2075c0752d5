"""The README says what the program does."""

from __future__ import annotations

import re

import pytest

from quiz.bank import read_text
from quiz.cli.app import COMMANDS
from quiz.settings import SETTINGS
from tests.readme import README, blocks, with_blocks

PAGE = README.read_text(encoding="utf-8")


def test_every_printed_block_is_what_the_program_prints() -> None:
    assert with_blocks(PAGE, blocks()) == PAGE


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_it(name: str) -> None:
    assert f"quiz {name}" in PAGE


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_in_it(name: str) -> None:
    assert f"| `{name}` |" in PAGE
    assert f"`QUIZ_{name.upper()}`" in PAGE


def test_the_bank_in_it_is_sound() -> None:
    example = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert example is not None
    reading = read_text(example[1].encode(), "example.yaml", "example")
    assert not reading.problems
    assert reading.bank is not None
    assert [question.kind.value for question in reading.bank.questions] == ["recall", "choice"]
