"""Fuzz, balance and easy days in the config file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quiz.errors import BadSetting, UnknownSetting
from quiz.settings import Settings, resolve

if TYPE_CHECKING:
    from pathlib import Path


def configured(folder: Path, text: str) -> Settings:
    config = folder / "config.toml"
    config.write_text(text, encoding="utf-8")
    return resolve({}, {}, config, data=folder)


def test_every_day_is_a_usual_one_and_cards_are_spread_unless_it_is_said(tmp_path: Path) -> None:
    found = configured(tmp_path, "")
    assert (found.fuzz, found.balance, found.easy_days) == (True, True, (1.0,) * 7)


def test_switches_and_days_are_read(tmp_path: Path) -> None:
    found = configured(tmp_path, "fuzz = false\nbalance = false\n[easy_days]\nsunday = 0.5\nmonday = 0\n")
    assert (found.fuzz, found.balance) == (False, False)
    assert found.easy_days == (0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.5)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("easy_days = 'sunday'", "a table, such as [easy_days] with sunday = 0.5"),
        ("[easy_days]\nsunday = 2", "easy_days.sunday"),
        ("[easy_days]\nsunday = 'half'", "from 0 to 1"),
        ("[easy_days]\nsunday = nan", "from 0 to 1"),
        ("fuzz = 3", "true or false"),
    ],
)
def test_what_cannot_be_is_told(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(BadSetting) as error:
        configured(tmp_path, text)
    assert told in str(error.value)


def test_a_day_that_is_misspelt_is_told_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownSetting) as error:
        configured(tmp_path, "[easy_days]\nsonntag = 0.5\n")
    assert "monday, tuesday" in str(error.value)
