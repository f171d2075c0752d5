from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quiz.grading import Piece, Sort
from quiz.ui.difference import Row, rows, spoken

PIECES = st.lists(st.builds(Piece, st.text(min_size=1), st.sampled_from(Sort)))


def drawn(*pieces: tuple[str, Sort], width: int = 40) -> list[Row]:
    return list(rows([Piece(*piece) for piece in pieces], width, cell_len))


def test_a_missing_letter_is_a_gap_on_our_side() -> None:
    assert drawn(("Gen", Sort.SAME), ("e", Sort.MISSING), ("va", Sort.SAME)) == [
        Row("Gen·va", "Geneva", "   ^  ")
    ]


def test_an_extra_letter_is_a_gap_on_the_right_side() -> None:
    assert drawn(("Gene", Sort.SAME), ("e", Sort.EXTRA), ("va", Sort.SAME)) == [
        Row("Geneeva", "Gene·va", "    ^  ")
    ]


def test_letters_that_replace_one_another_share_a_column() -> None:
    found = drawn(("M", Sort.SAME), ("a", Sort.EXTRA), ("o", Sort.MISSING), ("net", Sort.SAME))
    assert found == [Row("Manet", "Monet", " ^   ")]
    assert found == drawn(("M", Sort.SAME), ("o", Sort.MISSING), ("a", Sort.EXTRA), ("net", Sort.SAME))


def test_a_long_difference_goes_on_below() -> None:
    assert drawn(("abcdef", Sort.SAME), ("g", Sort.EXTRA), width=4) == [
        Row("abcd", "abcd", "    "),
        Row("efg", "ef·", "  ^"),
    ]


def test_wide_letters_and_marks_keep_their_columns() -> None:
    assert drawn(("東", Sort.SAME), ("京", Sort.MISSING)) == [Row("東··", "東京", "  ^^")]
    assert drawn(("e\u0301", Sort.SAME), ("x", Sort.EXTRA)) == [Row("e\u0301x", "e\u0301·", " ^")]
    assert drawn(("e", Sort.SAME), ("\u0301", Sort.MISSING)) == [Row("e·", "e◌\u0301", " ^")]


def test_no_pieces_are_no_rows() -> None:
    assert drawn() == []
    assert spoken(()) == ""


def test_a_difference_is_said_in_words() -> None:
    pieces = [
        Piece("Gen", Sort.SAME),
        Piece("e", Sort.MISSING),
        Piece("v\nx", Sort.EXTRA),
        Piece("a", Sort.SAME),
    ]
    assert spoken(pieces) == "Gen[add e][drop v x]a"


@given(PIECES, st.integers(2, 60))
def test_rows_fit_and_never_steer_the_terminal(pieces: list[Piece], width: int) -> None:
    for row in rows(pieces, width, cell_len):
        assert all(cell_len(line) <= width for line in row)
        assert not any(ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in "".join(row))


@given(st.lists(st.builds(Piece, st.text("abc", min_size=1), st.sampled_from(Sort))), st.integers(2, 60))
def test_both_sides_can_be_read_off(pieces: list[Piece], width: int) -> None:
    found = rows(pieces, width, cell_len)
    yours = "".join(row.yours for row in found).replace("·", "")
    right = "".join(row.right for row in found).replace("·", "")
    assert yours == "".join(piece.text for piece in pieces if piece.sort is not Sort.MISSING)
    assert right == "".join(piece.text for piece in pieces if piece.sort is not Sort.EXTRA)
