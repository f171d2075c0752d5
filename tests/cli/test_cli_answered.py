"""What figures read of sittings that were really held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from samples_of_kinds import bank

from quiz.review import Confidence, Mode, Verdict
from quiz.store import open_store
from quiz.store.answered import answered

if TYPE_CHECKING:
    from door import House

    from quiz.answer import Answer


def answers_of(house: House) -> list[Answer]:
    with open_store(house.db, now_ms=0) as store:
        return list(answered(store))


@pytest.mark.parametrize(
    ("kind", "typed", "shown"),
    [
        ("text", "Danube", 0),
        ("choice", "1", 3),
        ("true-false", "1", 2),
        ("several", "1 2", 4),
        ("order", "4 3 2 1", 4),
        ("match", "a b", 2),
    ],
)
def test_what_was_shown_is_counted_where_something_was(
    house: House, kind: str, typed: str, shown: int
) -> None:
    house.attend("--cram", "--kind", kind, stdin=f"{typed}\n\n\n")
    answer = answers_of(house)[0]
    assert (answer.kind, answer.shown, answer.mode) == (kind, shown, Mode.CRAM)
    assert not answer.in_review


def test_an_open_exam_tells_nothing(empty: House) -> None:
    empty.bank(bank("text", "cloze"))
    empty.call("exam", "--number", "2", stdin="a\n")
    assert empty.query("SELECT count(*) FROM reviews") == [(1,)]
    assert answers_of(empty) == []
    empty.call("exam", "--give-up")
    assert len(answers_of(empty)) == 1


def test_confidence_and_what_was_overruled_are_there(house: House) -> None:
    house.attend("--confidence", "--kind", "text", stdin="Rhine\n1\n:overrule\n\n")
    (first,) = answers_of(house)
    assert (first.verdict, first.confidence, first.overruled) == (Verdict.RIGHT, Confidence.SURE, True)
