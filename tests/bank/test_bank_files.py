"""Finding banks on disk, and naming them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quiz.bank import bank_key, find_banks, read_bank


def touch(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def found(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in find_banks(root)]


def test_all_banks_below_a_folder_are_found_in_order(tmp_path: Path) -> None:
    touch(tmp_path, "b.yaml", "a/c.yml", "a/B.YAML", "notes.md", "x.yaml.bak", "a/d/e.yaml")
    assert found(tmp_path) == ["a/B.YAML", "a/c.yml", "a/d/e.yaml", "b.yaml"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    touch(tmp_path, ".a.yaml", ".git/b.yaml", "c/.d/e.yaml", "f.yaml")
    assert found(tmp_path) == ["f.yaml"]


def test_a_hidden_root_is_searched(tmp_path: Path) -> None:
    touch(tmp_path, ".hidden/a.yaml")
    assert found(tmp_path / ".hidden") == ["a.yaml"]


def test_links_in_a_circle_do_no_harm(tmp_path: Path) -> None:
    touch(tmp_path, "a/b.yaml")
    (tmp_path / "a/up").symlink_to(tmp_path)
    (tmp_path / "c.yaml").symlink_to(tmp_path / "a/b.yaml")
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    assert found(tmp_path) == ["a/b.yaml", "c.yaml", "loop.yaml"]


def test_a_file_is_found_alone(tmp_path: Path) -> None:
    touch(tmp_path, "a.yaml", "b.txt")
    assert find_banks(tmp_path / "a.yaml") == (tmp_path / "a.yaml",)
    assert find_banks(tmp_path / "b.txt") == (tmp_path / "b.txt",)


@pytest.mark.parametrize("name", ["none", "a\0b"])
def test_nothing_is_found_where_there_is_nothing(tmp_path: Path, name: str) -> None:
    assert find_banks(tmp_path / name) == ()
    assert find_banks(tmp_path) == ()


@pytest.mark.parametrize(
    ("path", "root", "key"),
    [
        ("q/nato/talks.yaml", "q", "nato/talks"),
        ("q/a.b.yml", "q", "a.b"),
        ("q/talks.yaml", "q/talks.yaml", "talks"),
        ("elsewhere/talks.yaml", "q", "talks"),
    ],
)
def test_a_key_is_the_path_below_the_root(path: str, root: str, key: str) -> None:
    assert bank_key(Path(path), Path(root)) == key


def test_a_name_that_is_no_utf_8_gives_a_key_that_can_be_stored() -> None:
    assert bank_key(Path("q") / os.fsdecode(b"caf\xe9.yaml"), Path("q")) == "caf\\xe9"


def test_a_bank_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "talks.yaml"
    path.write_text("quiz: 1\ntitle: T\nquestions:\n- {front: a, back: b}\n")
    bank = read_bank(path, "k").bank
    assert bank is not None
    assert (bank.key, bank.path, bank.questions[0].location.path) == ("k", str(path), str(path))
