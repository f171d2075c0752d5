from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.draft.changing import SIGN, Spoilt, entry_from, text_of

if TYPE_CHECKING:
    from quiz.authoring.writing import Entry

DRAFT: Entry = {
    "id": "p1-oslo",
    "ask": "Where was it, " + "in the long run of things and all that came with it, " * 3 + "signed?",
    "answer": "Oslo",
    "wrong": ["Rome", "no"],
    "source": {"paragraph": "1", "quote": "It: was signed - in Oslo."},
    "group": "p1",
}


def test_a_draft_is_written_as_keys_and_read_back_as_it_was() -> None:
    text = text_of({**DRAFT, "draft": True})
    assert text.startswith("id: p1-oslo\nask: >-\n  Where was it")
    assert "draft" not in text
    assert entry_from(text, "else") == DRAFT


def test_a_question_gets_its_lost_name_back_where_it_had_one() -> None:
    assert entry_from("ask: Who?\nanswer: Ada\n", "x") == {"id": "x", "ask": "Who?", "answer": "Ada"}
    assert entry_from("ask: Who?\nanswer: Ada\n", None) == {"ask": "Who?", "answer": "Ada"}
    assert entry_from("\ufeff{ask: Who?, answer: Ada}", None) == {"ask": "Who?", "answer": "Ada"}


@pytest.mark.parametrize("text", ["", "\n \n", "# a\n\n  # b\n", f"{SIGN}line 3\n"])
def test_a_text_without_anything_is_nothing(text: str) -> None:
    assert entry_from(text, "x") is None


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("ask: Who?\nanswr Ada\n", 4, "line 4, column 1: the file is read up to here"),
        ("ask: Who?\nwhoo: x\nanswer: Ada\n", 4, "line 4, column 1: "),
        ("ask: Who?\nanswer: Ada\nid: x y\n", 5, "line 5, column 5: `x y` cannot be an id"),
        ("ask: Who?\n", 3, "line 3, column 1: the question has no answer"),
        ("- ask: Who?\n  answer: Ada\n", 3, "the question has no keys"),
        ("ask: caf\udce9\nanswer: Ada\n", 3, "line 3, column 9: the byte 0xE9 is no UTF-8"),
        (
            "ask: Who?\nanswer: Ada\nsource:\n    paragraph: 1\n  quote: x\n",
            7,
            "`quote:` stands in column 3, its neighbours in column 5; put 4 spaces before it",
        ),
        ("ask: Who?\n answer: Ada\n", 4, "line 4, column 8: the file is read up to here: "),
        ("ask: Who?\nanswer: Ada\n---\nask: What?\n", 5, "line 5, column 1: a second document begins"),
        (" ask: Who?\nanswer: Ada\n", 4, "above; begin every key in the first column"),
        ("nothing", 3, "the question has no keys"),
        ("~", 3, "the question has no keys"),
    ],
)
def test_what_is_no_question_comes_back_with_its_faults_above_it(text: str, line: int, told: str) -> None:
    spoilt = entry_from(text, "x")
    assert isinstance(spoilt, Spoilt)
    assert told in spoilt.faults[0]
    assert spoilt.line == line
    above = [SIGN + fault for fault in spoilt.faults]
    assert spoilt.text.split("\n") == [spoilt.text.split("\n")[0], *above, *text.split("\n")]
    assert not any(word in spoilt.text for word in ("stdin", "added"))


@given(st.lists(st.sampled_from(["ask: Who?", " answer: Ada", "answer: Ada", "  why: x", "- a", " - b", ""])))
def test_no_fault_tells_of_a_list_or_a_line_that_does_not_stand_in_the_text(rows: list[str]) -> None:
    spoilt = entry_from("\n".join(rows), None)
    if isinstance(spoilt, Spoilt):
        listed = any(row.lstrip().startswith("- ") for row in rows)
        assert ("list is broken off" in spoilt.text) <= listed
        assert 1 + len(spoilt.faults) < spoilt.line <= len(spoilt.text.split("\n"))


def test_the_lines_above_are_replaced_when_it_is_still_no_question() -> None:
    first = entry_from("ask: Who?\nquiz: 1\ntitle: T\n", "x")
    assert isinstance(first, Spoilt)
    assert entry_from(first.text, "x") == first
    second = entry_from(first.text.replace("title: T\n", ""), "x")
    assert isinstance(second, Spoilt)
    assert second.text.count(SIGN) == 1 + len(second.faults)
    place = int(second.faults[0].split()[1].rstrip(","))
    assert second.text.split("\n")[place - 1] == "quiz: 1"
    assert entry_from(second.text.replace("quiz: 1", "answer: Ada"), None) == {"ask": "Who?", "answer": "Ada"}


def test_of_many_faults_the_first_are_told() -> None:
    spoilt = entry_from("ask: Who?\nanswer: Ada\n" + "".join(f"k{n}: v\n" for n in range(9)), "x")
    assert isinstance(spoilt, Spoilt)
    assert len(spoilt.faults) == 5
