"""White space and line ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shape_found import HEAD, RULES, find, made, mended, places

from quiz.authoring.check import check
from quiz.authoring.layout import applied
from quiz.authoring.material import material
from quiz.authoring.raw import line_end, lines
from quiz.authoring.rules import shape
from quiz.bank import read_text

CARD = "- front: a\n  back: b\n"


@pytest.mark.parametrize(
    ("body", "place", "after"),
    [
        ("- front: a\tb\n  back: c\n", "4:11", "- front: a b\n  back: c\n"),
        ("- front: 'a\t\tb'\n  back: c\n", "4:12", "- front: 'a b'\n  back: c\n"),
        ("- front: a\n    b\tc\n  back: d\n", "5:6", "- front: a\n    b c\n  back: d\n"),
        ("- front: |\n    if x:\n    \ty\n  back: d\n", "6:5", None),
        ("- front: \u718a\tb\n  back: c\n", "4:11", "- front: \u718a b\n  back: c\n"),
    ],
)
def test_a_tab_in_a_text_is_found(body: str, place: str, after: str | None) -> None:
    assert places("tab-in-text", body) == [place]
    assert mended("tab-in-text", body) == (after or body)


@pytest.mark.parametrize(
    "body",
    [
        "- front:\ta\t\n  back: b\t# c\td\n",
        '- front: "a\\tb"\n  back: c\n',
        "- front: a\n  \t b\n  back: c\n",
    ],
)
def test_a_tab_outside_of_the_texts_is_left_alone(body: str) -> None:
    assert places("tab-in-text", body) == []


def test_lines_that_end_otherwise_than_most_are_found() -> None:
    body = "- front: a\r\n  back: \u718a\n- front: c\r  back: d\n"
    assert places("mixed-line-ends", body) == ["4:11", "6:11"]
    assert mended("mixed-line-ends", body) == body.replace("\r\n", "\n").replace("\r", "\n")


def test_line_ends_are_told_by_the_systems_that_write_them() -> None:
    (found,) = find("mixed-line-ends", "- front: a\r\n  back: b\n")
    assert found.message == (
        "the line ends as on Windows (CR LF), most lines of the file end as on Linux and macOS (LF)"
    )
    assert found.cure.startswith("end every line as on Linux and macOS (LF): set it so in the editor")


def test_a_file_of_windows_is_uniform() -> None:
    text = (HEAD + CARD).replace("\n", "\r\n")
    assert places("mixed-line-ends", "", text) == []
    assert mended("mixed-line-ends", "x: y\n", text) == "x: y\r\n"


def test_space_at_the_end_of_a_line_is_found() -> None:
    body = "- front: a  \n  back: b\t \r\n   \n"
    assert places("space-at-line-end", body) == ["4:11", "5:10", "6:1"]
    assert mended("space-at-line-end", body) == "- front: a\n  back: b\r\n\n"


@pytest.mark.parametrize(
    "body",
    [
        "- front: |\n    a  \n\n    b  \n  back: c\n",
        "- ask: a\n  answers:\n  - |\n   b  \n  - >-\n   c  \n  wrong: [d]\n",
        "- front: >+1 # e\n    a  \n  back: c\n",
        "- front: |\n    a\n    \n  back: c\n",
        '- front: "a\\ \n    b"\n  back: c\n',
    ],
)
def test_space_that_belongs_to_a_text_stays(body: str) -> None:
    assert places("space-at-line-end", body) == []


def test_the_lines_below_a_block_are_looked_at_again() -> None:
    body = "- front: |\n    a  \n  back: c  \n- front: d \n  back: |-\n    e \n"
    assert places("space-at-line-end", body) == ["6:10", "7:11"]


def test_the_last_line_needs_an_end() -> None:
    assert places("no-last-line-end", CARD.rstrip("\n")) == ["5:10"]
    assert mended("no-last-line-end", CARD.rstrip("\n")) == CARD
    windows = (HEAD + CARD).replace("\n", "\r\n").removesuffix("\r\n")
    assert mended("no-last-line-end", "", windows) == "\r\n" or windows
    assert find("no-last-line-end", CARD) == []
    assert find("no-last-line-end", "", "") == []


def test_the_end_that_is_added_is_that_of_the_others() -> None:
    (rule,) = (rule for rule in shape.RULES if rule.code == "no-last-line-end")
    (found,) = rule.find([made("quiz: 1\r\ntitle: T")])
    assert found.edits[0].text == "\r\n"


@given(st.text("a \n\r\x85\u2028:-", max_size=20))
def test_lines_are_all_of_the_text(text: str) -> None:
    rows = lines(text)
    assert "".join(rows) == text
    assert all(rows)
    assert line_end(text) in {"\n", "\r\n", "\r"}


BODIES = st.lists(
    st.sampled_from(
        [
            "- front: a",
            "  back: b",
            "- ask: c",
            "  answer: |",
            "  answer: >-",
            "    text",
            "     more ",
            '  why: "d \\',
            '    e"',
            "  hint: f",
            "",
            "  ",
            "# g ",
        ]
    ),
    max_size=12,
)


@given(BODIES, st.lists(st.sampled_from(["\n", " \n", "\r\n", "\t\n", "  \n"]), min_size=12, max_size=12))
def test_tidying_changes_no_question(rows: list[str], ends: list[str]) -> None:
    text = HEAD + "".join(row + end for row, end in zip(rows, ends, strict=False))
    before = read_text(text.encode(), "p", "k")
    for code in ("space-at-line-end", "mixed-line-ends", "no-last-line-end"):
        (rule,) = (rule for rule in shape.RULES if rule.code == code)
        after = applied(text, [edit for found in rule.find([made(text)]) for edit in found.edits])
        read = read_text(after.encode(), "p", "k")
        if not before.problems:
            assert read == before


def test_a_byte_order_mark_is_found_where_the_file_begins() -> None:
    assert places("byte-order-mark", CARD, f"\ufeff{HEAD}") == ["1:1"]
    assert places("byte-order-mark", "- front: \ufeffa\n  back: b\n") == []


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_a_file_in_another_encoding_has_no_lines_to_look_at(encoding: str, mark: str) -> None:
    text = f"{mark}{HEAD}- front: a \r\n  back: \u202eb\u200b\n\t"
    bank = material(text.encode(encoding), "b.yaml", "b", lambda _: {})
    assert [one.code for one in check([bank], RULES.values())] == ["unreadable-file"]
