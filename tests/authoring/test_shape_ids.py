"""Ids: missing, doubtful, hard to tell apart."""

from __future__ import annotations

import pytest
from shape_found import HEAD, find, made, mended, places

from quiz.authoring.layout import applied
from quiz.bank import read_text


def named(name: str) -> str:
    return f"- front: a\n  back: b\n  id: {name}\n"


@pytest.mark.parametrize(
    "name",
    ["new", "TODO", "-x", "'-x'", "...", "_", "no", "010", "1.10", "1_000", "null", "2021-12-17", "1e3"],
)
def test_an_id_that_is_hard_to_use_is_found(name: str) -> None:
    assert places("doubtful-id", named(name)) == ["6:7"]


@pytest.mark.parametrize(
    "name", ["news", "draft", "review", "a-1", "12", "'010'", '"no"', "1.5", "x_", "\u718a", "a/b", "''"]
)
def test_other_ids_are_left_alone(name: str) -> None:
    assert places("doubtful-id", named(name)) == []


def test_an_id_that_is_read_as_something_else_is_quoted() -> None:
    assert mended("doubtful-id", named("010")) == named('"010"')


def test_a_list_for_an_id_is_the_reader_s_business() -> None:
    assert places("doubtful-id", named("[a]")) == []


@pytest.mark.parametrize(
    ("name", "found"), [("12", True), ("'7'", True), ("a12", False), ("1.5", False), ("''", False)]
)
def test_a_number_for_an_id_is_found_on_demand(name: str, *, found: bool) -> None:
    assert places("number-as-id", named(name)) == (["6:7"] if found else [])


def test_ids_that_differ_in_case_are_found_at_the_second() -> None:
    entry = "- {{id: {}, front: {}, back: b}}\n"
    body = entry.format("Venue", "a") + entry.format("venue", "c") + entry.format("VENUE", "d")
    assert places("ids-differ-in-case", body) == ["5:8", "6:8"]
    assert (
        places("ids-differ-in-case", "- {id: venue, front: a, back: b}\n- {id: venues, front: c, back: d}\n")
        == []
    )


def test_an_id_that_was_never_written_has_no_place_to_be_found_at() -> None:
    assert places("ids-differ-in-case", "- {id: Venue, front: a, back: b}\n- {front: Venue, back: d}\n") == []


def test_one_note_stands_for_all_questions_without_an_id() -> None:
    body = "- {id: x, front: a, back: b}\n- front: Who?\n  back: c\n"
    body += "- {front: d, back: e}\n- {frond: f, back: g}\n"
    (found,) = find("missing-id", body)
    assert found.location[1:] == (5, 3)
    assert "and 1 more of this file have none either" in found.message
    assert found.cure.startswith("write `id: who` into it")
    assert len(found.edits) == 2


def test_what_has_ids_gives_no_note() -> None:
    assert find("missing-id", named("x")) == []
    assert find("missing-id", "- {frond: f, back: g}\n") == []


def test_the_ids_that_are_written_are_those_that_the_questions_have() -> None:
    text = (
        f"{HEAD}- front: Who is it?\n  back: a\n- {{front: 1:30, back: b}}\n- front: Who is it?\n  back: c\n"
        "-   ask: d\n    answer: e\n"
    )
    before = read_text(text.encode(), "p", "k").bank
    (found,) = find("missing-id", text.removeprefix(HEAD))
    after = applied(text, found.edits)
    reading = read_text(after.encode(), "p", "k")
    assert reading.problems == ()
    assert before is not None
    assert reading.bank is not None
    assert [one.id for one in reading.bank.questions] == [one.id for one in before.questions]
    assert all(one.value("id") is not None for one in made(after).written)
