from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quiz.errors import BadSetting, NotSaved
from quiz.settings import Priority, resolve

if TYPE_CHECKING:
    from quiz.settings import Settings


def configured(folder: Path, toml: str, **environ: str) -> Settings:
    config = folder / "config.toml"
    config.write_text(toml, encoding="utf-8")
    return resolve({}, environ, config, data=folder)


def test_a_list_of_banks_is_several_banks(tmp_path: Path) -> None:
    assert configured(tmp_path, 'banks = ["/a", "~/b"]').banks == (Path("/a"), Path("~/b").expanduser())
    assert configured(tmp_path, 'banks = "/a"').banks == (Path("/a"),)
    assert configured(tmp_path, f'banks = "/a{os.pathsep}/b"').banks == (Path("/a"), Path("/b"))


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('banks = ["/a", 1]', "one or more paths"),
        ("banks = []", "one or more paths"),
        ('banks = ["/a\\u0000"]', "one or more paths"),
        ("banks = true", "one or more paths"),
        ('db = ["/a"]', "a file's path"),
        ('[db]\npath = "/a"', "a file's path"),
        ('learner = ["Ada"]', "a name"),
        ("learner = false", "a name"),
        ("new_per_day = true", "a whole number from 0 to 1000000"),
        ("[new_per_day]\nmonday = 3", "a whole number from 0 to 1000000"),
        ("new_per_day = 2.5", "a whole number from 0 to 1000000"),
        ("new_per_day = 99999999999999999999", "a whole number from 0 to 1000000"),
        ("desired_retention = true", "a number from 0.70 to 0.99"),
        ("desired_retention = nan", "a number from 0.70 to 0.99"),
        ("order = 'newest'", "value, oldest or weakest"),
        ("order = true", "value, oldest or weakest"),
        ("now = 1066-10-14", "an ISO instant such as 2026-01-31T09:30, from 1971 on"),
    ],
)
def test_a_value_of_the_wrong_shape_is_refused(tmp_path: Path, toml: str, said: str) -> None:
    name = toml.strip("[").replace("]", " ").split()[0]
    with pytest.raises(BadSetting) as caught:
        configured(tmp_path, toml)
    assert str(caught.value).startswith(f"{name} in {tmp_path}")
    assert str(caught.value).endswith(f"; it has to be {said}.")


def test_values_of_toml_are_read_like_text(tmp_path: Path) -> None:
    found = configured(
        tmp_path, "new_per_day = 7\ndesired_retention = 0.8\nnow = 2026-01-31T09:30:00Z\nlearner = 'Ada'"
    )
    assert (found.new_per_day, found.desired_retention, found.learner) == (7, 0.8, "Ada")
    assert found.now is not None
    assert found.now.isoformat() == "2026-01-31T09:30:00+00:00"


def test_the_order_is_one_of_three_by_value_unless_it_is_set(tmp_path: Path) -> None:
    assert configured(tmp_path, "").order is Priority.VALUE
    assert configured(tmp_path, "order = 'Oldest'").order is Priority.OLDEST
    assert configured(tmp_path, "order = 'oldest'", QUIZ_ORDER="weakest").order is Priority.WEAKEST


def test_a_value_that_another_place_overrules_is_not_read(tmp_path: Path) -> None:
    assert configured(tmp_path, "new_per_day = true", QUIZ_NEW_PER_DAY="3").new_per_day == 3


@pytest.mark.parametrize("text", [os.pathsep, os.pathsep * 3])
def test_banks_of_which_nothing_is_left_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadSetting, match=r"QUIZ_BANKS is .*; it has to be one or more paths"):
        resolve({}, {"QUIZ_BANKS": text}, tmp_path / "none", data=tmp_path)
    with pytest.raises(BadSetting, match="--banks is ''"):
        resolve({"banks": ""}, {}, tmp_path / "none", data=tmp_path)
    assert resolve({}, {"QUIZ_BANKS": ""}, tmp_path / "none", data=tmp_path).banks == ()
    assert resolve({}, {"QUIZ_BANKS": f"/a{text}"}, tmp_path / "none", data=tmp_path).banks == (Path("/a"),)


def test_what_could_not_be_saved_has_its_cure() -> None:
    assert str(NotSaved("/x/quiz.db", "database or disk is full")) == (
        "The last change could not be saved in /x/quiz.db: database or disk is full. "
        "All answers before it are safe. Make room or check the rights of the folder, then start again."
    )
