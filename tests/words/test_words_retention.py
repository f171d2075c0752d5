"""Desired retention by bank and tag in the config file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quiz.errors import BadSetting
from quiz.settings import Settings, resolve

if TYPE_CHECKING:
    from pathlib import Path


def configured(folder: Path, text: str) -> Settings:
    config = folder / "config.toml"
    config.write_text(text, encoding="utf-8")
    return resolve({}, {}, config, data=folder)


def test_names_have_a_retention_each_beside_that_over_all(tmp_path: Path) -> None:
    found = configured(tmp_path, 'desired_retention = 0.85\n[retention]\n"geo/lakes" = 0.95\nverbs = 0.7\n')
    assert found.desired_retention == 0.85
    assert dict(found.retention) == {"geo/lakes": 0.95, "verbs": 0.7}
    assert dict(configured(tmp_path, "").retention) == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("retention = 0.9", "a table, such as [retention] with vocabulary = 0.95"),
        ("[retention]\nverbs = 0.5", "retention.verbs in"),
        ("[retention]\nverbs = 'much'", "from 0.70 to 0.99"),
        ("[retention]\nverbs = nan", "from 0.70 to 0.99"),
        ("[retention]\nverbs = true", "from 0.70 to 0.99"),
        ("[retention.verbs]\nnew = 0.9", "from 0.70 to 0.99"),
    ],
)
def test_what_cannot_be_is_told(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(BadSetting) as error:
        configured(tmp_path, text)
    assert told in str(error.value)
