"""Limits by bank, as the config file sets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quiz.errors import BadConfig, BadSetting, UnknownSetting
from quiz.settings import BankLimit, resolve

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.settings import Settings


def configured(folder: Path, toml: str) -> Settings:
    config = folder / "config.toml"
    config.write_text(toml, encoding="utf-8")
    return resolve({}, {}, config, data=folder)


def test_each_bank_has_limits_of_its_own(tmp_path: Path) -> None:
    found = configured(
        tmp_path,
        """
        new_per_day = 30
        [limits."geo/lakes"]
        new = 5
        reviews = 50
        [limits.talks]
        reviews = 0
        [limits."é 🦆"]
        """,
    )
    assert found.new_per_day == 30
    assert dict(found.bank_limits) == {
        "geo/lakes": BankLimit(5, 50),
        "talks": BankLimit(None, 0),
        "é 🦆": BankLimit(None, None),
    }


def test_they_cannot_be_changed_afterwards(tmp_path: Path) -> None:
    found = configured(tmp_path, "limits.a.new = 5")
    with pytest.raises(TypeError):
        found.bank_limits["a"] = BankLimit()  # type: ignore[index]


def test_without_any_there_are_none(tmp_path: Path) -> None:
    assert dict(configured(tmp_path, "").bank_limits) == {}
    assert dict(configured(tmp_path, "[limits]").bank_limits) == {}
    assert dict(resolve({}, {}, tmp_path / "none.toml", data=tmp_path).bank_limits) == {}


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("limits = 5", "limits in {config} is '5'; it has to be a table for each bank, such as"),
        ("limits.talks = 5", "limits.\"talks\" in {config} is '5'; it has to be a table for each bank"),
        ("limits.talks.new = -1", "limits.\"talks\".new in {config} is '-1'; it has to be a whole number"),
        ("limits.talks.new = true", "limits.\"talks\".new in {config} is 'True'; it has to be"),
        ("limits.talks.reviews = 2.5", "limits.\"talks\".reviews in {config} is '2.5'; it has to be"),
        ("limits.talks.reviews = []", "limits.\"talks\".reviews in {config} is '[]'; it has to be"),
        ("limits.talks.new = 1000001", "from 0 to 1000000"),
    ],
)
def test_a_limit_of_the_wrong_shape_is_refused(tmp_path: Path, toml: str, said: str) -> None:
    with pytest.raises(BadSetting) as caught:
        configured(tmp_path, toml)
    assert said.format(config=tmp_path / "config.toml") in str(caught.value)


@pytest.mark.parametrize("toml", ["limits.talks.knew = 5", "limits.geo.lakes.new = 5"])
def test_a_limit_that_does_not_exist_is_answered_with_those_that_do(tmp_path: Path, toml: str) -> None:
    with pytest.raises(UnknownSetting, match="There are: new, reviews"):
        configured(tmp_path, toml)


def test_the_limits_are_among_the_settings_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownSetting, match="limits"):
        configured(tmp_path, "limit.a.new = 5")
    with pytest.raises(BadConfig):
        configured(tmp_path, "limits.a.new = 5\nlimits.a.new = 6")
