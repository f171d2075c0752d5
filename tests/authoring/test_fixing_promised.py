"""What findings say that ``--fix`` does, it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quiz.authoring.check import check
from quiz.authoring.fixing import mendable, mended
from quiz.authoring.material import Material, material
from quiz.authoring.selecting import EVERY, chosen

if TYPE_CHECKING:
    from quiz.authoring.finding import Finding

HEAD = "quiz: 1\ntitle: t\nquestions:\n"
TWICE = "- front: a\n  back: b\n"
ELSE = "- front: Capital of Spain\n  back: Madrid\n"


def read(data: bytes) -> Material:
    return material(data, "bank.yaml", "bank", lambda _: {})


def look(bank: Material) -> list[Finding]:
    return check([bank], chosen(EVERY))


def fixed(text: str) -> str:
    once = mended(text.encode(), read, look)
    assert mended(once, read, look) == once
    return once.decode()


def promised(text: str) -> int:
    bank = read(text.encode())
    return mendable(look(bank), text.encode(), bank)


def notes(text: str) -> list[int]:
    return [one.location.line for one in look(read(text.encode())) if one.code == "missing-id"]


def test_no_id_is_promised_to_a_question_that_stands_twice() -> None:
    text = f"{HEAD}{TWICE}{TWICE}"
    assert notes(text) == []
    assert promised(text) == 0
    assert fixed(text) == text


def test_beside_a_question_that_stands_twice_the_others_get_their_ids() -> None:
    text = f"{HEAD}{TWICE}{ELSE}{TWICE}"
    assert notes(text) == [6]
    assert promised(text) == 1
    assert fixed(text) == f"{HEAD}{TWICE}- id: capital-of-spain\n{ELSE.replace('- ', '  ', 1)}{TWICE}"


def test_the_same_prompt_with_two_answers_stands_once_each() -> None:
    text = f"{HEAD}{TWICE}{TWICE.replace('b', 'c')}"
    assert notes(text) == [4]
    assert fixed(text).count("id: ") == len([TWICE, TWICE])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: t\nquestions:\n", "quiz: 1\ntitle: t\nquestions:\n"),
        ("# mine\n\n  title: t\n  questions:\n", "# mine\n\n  quiz: 1\n  title: t\n  questions:\n"),
        ("---\ntitle: t\nquestions:\n", "---\nquiz: 1\ntitle: t\nquestions:\n"),
        ("\ufefftitle: t\nquestions:\n", "quiz: 1\ntitle: t\nquestions:\n"),
    ],
)
def test_the_first_line_is_written_where_questions_say_that_it_is_a_bank(before: str, after: str) -> None:
    question = "  - id: capital\n    front: Capital of Spain\n    back: Madrid\n"
    assert fixed(before + question) == after + question
    windows = (before + question).replace("\n", "\r\n")
    assert fixed(windows) == (after + question).replace("\n", "\r\n")
    assert promised(before + question)


@pytest.mark.parametrize(
    "text",
    [
        "title: t\n",
        "title: t\nquestions: []\n",
        "title: t\nquestions:\n- Who are you?\n",
        "title: t\nquestions:\n- {name: x, prompt: y}\n",
        "{title: t, questions: [{id: a, front: a, back: b}]}\n",
        f"title: t\nquestions:\n{TWICE}- [\n",
    ],
)
def test_a_file_that_may_be_something_else_gets_no_first_line(text: str) -> None:
    assert "quiz: 1" not in fixed(text)
    assert promised(text) == 0


def test_with_the_first_line_all_else_is_mended_as_well() -> None:
    text = f"title: t\nquestions:\n{ELSE}"
    assert promised(text) == len(look(read(text.encode())))
    assert look(read(fixed(text).encode())) == []
