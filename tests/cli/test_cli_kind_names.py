"""Kinds by the names that other tools give them, on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from door import House


@pytest.mark.parametrize("command", [("start",), ("list",), ("add", "bank")])
def test_another_name_of_a_kind_is_told_by_its_own(house: House, command: tuple[str, ...]) -> None:
    done = house.call(*command, "--kind", "multiple-choice")
    assert done.code == 2
    assert "'multiple-choice' is no kind. Did you mean choice?" in done.err


def test_a_word_that_is_like_none_gets_the_list(house: House) -> None:
    done = house.call("start", "--kind", "zebra")
    assert done.code == 2
    assert "'true-false'" in done.err


def test_a_new_bank_knows_them_too(house: House) -> None:
    done = house.call("new", "other", "--kinds", "multiple-choice")
    assert done.code == 2
    assert "Did you mean choice?" in done.err
