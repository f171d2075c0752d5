from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.draft.blocks import blocks, tidy
from quiz.authoring.draft.cleaned import cleaned, passages
from quiz.authoring.draft.shapes import Shape, shape_of
from quiz.authoring.draft.sifting import sift
from quiz.authoring.numbering import is_numbered, numbered
from quiz.bank import paragraphs

CODE = "```python\nx = 1\nif x:\n    x = 2\n```"
LIST = "They are:\n- one\n  - deep\n- two"
TABLE = "| a | b |\n|---|:-:|\n| 1 | 2 |"
NOTES = "It was so.[^1]\n\n[^1]: A note.\n[^2]: Another note.\n"
PAGE = f"# T\n\nIt is so.\n\n{CODE}\n\n{LIST}\n\n{TABLE}\n\n{NOTES}"


def made(text: str) -> str:
    """Return the clean copy of a text."""
    return cleaned(sift(text), "T")


def test_code_lists_and_tables_keep_their_lines_behind_the_number() -> None:
    copy = made(PAGE)
    assert "2. ```python\n   x = 1\n   if x:\n       x = 2\n   ```\n" in copy
    assert "3. They are:\n   - one\n     - deep\n   - two\n" in copy
    assert "4. | a | b |\n   |---|:-:|\n   | 1 | 2 |\n" in copy
    assert "6. [^1]: A note.\n\n7. [^2]: Another note.\n" in copy
    assert len(paragraphs(copy)) == 7


def test_the_copy_of_a_copy_is_the_copy() -> None:
    assert made(made(PAGE)) == made(PAGE)


def test_a_text_that_only_gets_numbers_keeps_such_lines_too() -> None:
    text = f"It is so.\n\n{CODE}\n\n{LIST}\n"
    assert numbered(text) == (
        "1. It is so.\n\n2. ```python\n   x = 1\n   if x:\n       x = 2\n   ```\n\n"
        "3. They are:\n   - one\n     - deep\n   - two\n"
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("```\na\n\n# b\n---\n<!-- c\n\nd\n```\n\ne", 2),
        ("~~~~ text\na\n~~~\n\n```\n~~~~\n\ne", 2),
        ("1. ```\n   a\n\n   b\n   ```\n\n2. e", 2),
        ("See:\n```\na\n\nb\n```\ne", 1),
        ("```\na\n\nb\n\nc", 3),
        ("``` a ``` b\n\nc", 2),
        ("<!--\n```\n-->\n\na\n\n```\nb\n\n```", 2),
    ],
)
def test_nothing_parts_code_between_fences(text: str, number: int) -> None:
    assert len(list(blocks(tidy(text)))) == number


def test_code_may_come_first() -> None:
    sifted = sift("```\n\na = 1\n```\n\nIt is so.\n")
    assert [part.text for part in sifted.paragraphs()] == ["``` a = 1 ```", "It is so."]


def test_code_that_a_reader_would_part_is_still_one_paragraph_of_the_copy() -> None:
    text = "T\n\nIt is so.\n\n```\na\n\n# b\n```\n\nIt is old.\n"
    assert list(paragraphs(made(text)).values()) == ["It is so.", "``` a # b ```", "It is old."]


def test_nothing_of_code_and_of_a_table_is_noise() -> None:
    code, table = "```\nShare this\nLog in\n```", "| Share this | 3 |\n|---|---|\n| Log in | 4 |"
    text = f"T\n\nIt is so.\n\n{code}\n\n{table}\n\nIt is old.\n"
    assert sift(text).left_out == ()
    columns = "T\n\nIt is so.\n\nName | Year\nAnna | 1901\nBerta | 1902\n\nIt is old.\n"
    assert sift(columns).left_out == ()


def test_steps_stay_where_one_of_them_reads_like_noise() -> None:
    steps = "1. Open the file\n2. Search\n3. Print"
    assert [part.text for part in sift(f"T\n\nDo this.\n\n{steps}\n").paragraphs()][1] == " ".join(
        steps.split("\n")
    )
    menu = "- Home\n- Search\n- Contact"
    assert len(sift(f"T\n\nDo this.\n\n{menu}\n\nIt is old.\n").left_out) == 3


@pytest.mark.parametrize(
    ("rows", "shape"),
    [
        (["a", "b"], Shape.PROSE),
        (["- a"], Shape.PROSE),
        (["- a", "b"], Shape.LIST),
        (["(a) x", "(b) y"], Shape.LIST),
        (["a | b", "--- | ---"], Shape.TABLE),
        (["a | b", "c | d"], Shape.PROSE),
        (["a | b", "c | d", "e | f"], Shape.TABLE),
        (["```", "```"], Shape.CODE),
        (["```"], Shape.PROSE),
        ([], Shape.PROSE),
    ],
)
def test_lines_are_prose_unless_their_ends_mean_something(rows: list[str], shape: Shape) -> None:
    assert shape_of(rows) is shape


def test_only_sentences_are_drafted_from() -> None:
    sifted = sift(PAGE)
    found = passages(sifted, paragraphs(cleaned(sifted, "T")))
    assert [(one.number, one.text) for one in found] == [
        (1, "It is so."),
        (2, ""),
        (3, "They are:"),
        (4, ""),
        (5, "It was so.[^1]"),
        (6, "A note."),
        (7, "Another note."),
    ]


def test_many_fences_that_nothing_closes_are_read_quickly() -> None:
    assert len(list(blocks("~~~a\n" * 40_000))) == 1


LINES = """\
a
The lake is old.
# h


***
----
===
<!-- c
-->
1. x
2. y
- item
```
```py
~~~
    deep
| a | b |
|---|---|
[^1]: note
---
title: t
[1] z
[2] w
\tx
"""
_lines = st.sampled_from(LINES.splitlines())


@given(st.lists(_lines, max_size=16).map("\n".join))
def test_any_text_keeps_its_paragraphs_in_the_copy(text: str) -> None:
    sifted = sift(text)
    copy = made(text)
    assert list(paragraphs(copy).values()) == [part.text for part in sifted.paragraphs()]
    assert not sifted.paragraphs() or is_numbered(copy)


@given(st.lists(_lines, max_size=16).map("\n".join))
def test_any_text_gets_its_numbers(text: str) -> None:
    counted = list(paragraphs(f"x\n\n{text}").values())[1:]
    assert list(paragraphs(numbered(text)).values()) == counted
