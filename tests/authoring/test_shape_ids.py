"""Ids: missing, doubtful, hard to tell apart."""

from __future__ import annotations

import pytest
from shape_found import HEAD, RULES, find, made, mended, places

from quiz.authoring.check import check
from quiz.authoring.layout import applied
from quiz.authoring.silencing import SILENCING, heard
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
    assert "and 1 more of this file have none either (line 7);" in found.message
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


@pytest.mark.parametrize(
    "body",
    [
        "- front: a  # quiz: ignore missing-id -- it is on trial\n  back: b\n",
        "# quiz: ignore long-answer, missing-id\n- front: a\n  back: b\n",
        "# quiz: ignore missing-id\n\n# the first one\n- {front: a, back: b}\n",
    ],
)
def test_a_comment_at_one_question_leaves_the_note_on_the_others(body: str) -> None:
    bank = made(f"{HEAD}{body}- front: c\n  back: d\n- front: e\n  back: f\n")
    findings = check([bank], [RULES["missing-id"]])
    left = heard([bank], findings)
    assert [one.location.line for one in left] == [bank.written[1].question.location.line]
    assert "and 1 more of this file have none either" in left[0].message
    assert len(left[0].edits) == 2
    assert len(findings) == 2
    unused = [one.message for one in check([bank], SILENCING) if one.code == "unused-ignore"]
    assert not [message for message in unused if "missing-id" in message]


@pytest.mark.parametrize(
    "comment", ["# quiz: ignore long-answer", "# missing-id", "# quiz: ignore no-missing-id"]
)
def test_other_comments_take_no_question_out_of_the_note(comment: str) -> None:
    (found,) = find("missing-id", f"{comment}\n- front: a\n  back: b\n- front: c\n  back: d\n")
    assert len(found.edits) == 2


def test_a_comment_on_another_line_of_a_question_is_not_about_its_id() -> None:
    body = "- front: a\n  back: b  # quiz: ignore missing-id\n- front: c\n  back: d\n"
    (found,) = find("missing-id", body)
    assert len(found.edits) == 2


def test_the_note_names_the_first_lines_of_many_questions_only() -> None:
    body = "".join(f"- front: a{number}\n  back: b\n" for number in range(6))
    (found,) = find("missing-id", body)
    assert "and 5 more of this file have none either (lines 6, 8, 10, ...);" in found.message
