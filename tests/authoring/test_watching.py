"""Waiting until a file is saved."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from quiz.authoring.material import material
from quiz.authoring.watching import PAUSE_SECONDS, stamps, texts_behind, wait

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def pausing(*acts: Callable[[], object]) -> tuple[list[float], Callable[[float], object]]:
    """Return a pause that does one thing after the other, and the list of how long each was asked to be."""
    waiting, slept = iter(acts), list[float]()

    def pause(seconds: float) -> None:
        slept.append(seconds)
        next(waiting)()

    return slept, pause


def test_it_looks_twice_a_second_and_ends_when_a_file_is_saved(tmp_path: Path) -> None:
    bank = tmp_path / "bank.yaml"
    bank.write_text("a", encoding="utf-8")
    slept, pause = pausing(lambda: None, lambda: None, lambda: bank.write_text("ab", encoding="utf-8"))
    wait(stamps([bank]), lambda: [bank], pause)
    assert slept == [PAUSE_SECONDS] * 3 == [0.5] * 3


def test_a_file_put_in_place_of_another_of_the_same_size_and_time_is_seen(tmp_path: Path) -> None:
    bank, other = tmp_path / "bank.yaml", tmp_path / "other"
    for path in (bank, other):
        path.write_text("a", encoding="utf-8")
        os.utime(path, ns=(5, 5))
    slept, pause = pausing(lambda: other.replace(bank))
    wait(stamps([bank]), lambda: [bank], pause)
    assert len(slept) == 1


def test_files_that_come_and_go_are_seen(tmp_path: Path) -> None:
    bank, more = tmp_path / "bank.yaml", tmp_path / "more.yaml"
    bank.touch()
    slept, pause = pausing(more.touch)
    wait(stamps([bank]), tmp_path.iterdir, pause)
    slept_again, pause = pausing(more.unlink)
    wait(stamps([bank, more]), lambda: [bank, more], pause)
    assert len(slept) == len(slept_again) == 1


def test_a_change_before_the_waiting_is_not_missed(tmp_path: Path) -> None:
    bank = tmp_path / "bank.yaml"
    bank.touch()
    seen = stamps([bank])
    bank.write_text("a", encoding="utf-8")
    slept, pause = pausing()
    wait(seen, lambda: [bank], pause)
    assert slept == []


def test_what_is_not_there_has_no_stamp(tmp_path: Path) -> None:
    missing, odd = tmp_path / "x", tmp_path / "a\0b"
    assert stamps([missing, odd]) == {missing: None, odd: None}


def test_the_texts_of_a_bank_and_of_its_questions_are_watched(tmp_path: Path) -> None:
    body = (
        "quiz: 1\ntitle: t\nsource: a.md\nquestions:\n"
        "  - {front: a, back: b, source: {document: sub/b.md}}\n  - {front: c, back: d}\n"
    )
    bank = material(body.encode(), str(tmp_path / "bank.yaml"), "bank")
    assert texts_behind(bank) == {tmp_path / "a.md", tmp_path / "sub/b.md"}


def test_a_bank_without_texts_and_a_file_that_is_no_bank_have_none(tmp_path: Path) -> None:
    path = str(tmp_path / "bank.yaml")
    assert texts_behind(material(b"quiz: 1\ntitle: t\nquestions: []\n", path, "bank")) == set()
    assert texts_behind(material(b"- 1\n", path, "bank")) == set()
