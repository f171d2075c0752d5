"""The numbered paragraphs of a text, and quotations from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank import CannotRead, paragraphs, quote_stands, read_document

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", {}),
        ("\n \n", {}),
        ("one", {1: "one"}),
        ("one\nline\n\n  two  \n", {1: "one line", 2: "two"}),
        ("a\r\n\r\nb", {1: "a", 2: "b"}),
        ("# Head\n\na\n\n## Next\nb\n", {1: "a", 2: "b"}),
        ("#\n\n#tag stays\n", {1: "#tag stays"}),
        ("Head\n====\n\na\n\nHead\n---\nb", {1: "a", 2: "b"}),
        ("a\n\n---\n\n* * *\n\n___\n\nb", {1: "a", 2: "b"}),
        ("<!-- c -->\n\na\n\n<!-- c\n\nc -->\n\nb", {1: "a", 2: "b"}),
        ("a\n<!-- c -->\nb", {1: "a", 2: "b"}),
        ("a\n\n<!-- open\n\nb", {1: "a"}),
        ("3. a\n\n7. b\n1. c", {3: "a", 7: "b 1. c"}),
        ("1.  a\n\nb", {1: "1. a", 2: "b"}),
        ("1. a\n\n1. b", {1: "1. a", 2: "1. b"}),
        ("1.\n\n2. b", {1: "1.", 2: "2. b"}),
        ("2021 was\n\n1.5 is", {1: "2021 was", 2: "1.5 is"}),
        ("---\ntitle: x\n---\n\na", {1: "a"}),
    ],
)
def test_paragraphs_are_numbered(text: str, found: dict[int, str]) -> None:
    assert paragraphs(text) == found


@given(st.text())
def test_every_text_has_paragraphs_without_line_breaks(text: str) -> None:
    for number, paragraph in paragraphs(text).items():
        assert number >= 0
        assert paragraph == " ".join(paragraph.split())
        assert paragraph


@given(st.lists(st.from_regex(r"[a-z]+( [a-z]+)*", fullmatch=True), max_size=8))
def test_numbered_and_plain_paragraphs_are_the_same(texts: list[str]) -> None:
    plain = paragraphs("\n\n".join(texts))
    assert plain == dict(enumerate(texts, start=1))
    assert paragraphs("\n\n".join(f"{number}. {text}" for number, text in plain.items())) == plain


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("proposed Geneva", True),
        ("proposed\n  Geneva", True),
        ("the \u201cquick\u201d way \u2013 or so", True),
        ('the "quick" way - or so', True),
        ("it's", True),
        ("it\u2019s", True),
        ("cafe\u0301", True),
        ("proposed geneva", False),
        ("proposed  the", False),
        ("", False),
        (" ", False),
    ],
)
def test_a_quote_stands_word_for_word(quote: str, stands: bool) -> None:  # noqa: FBT001 - a column of the table
    paragraph = "They proposed Geneva, the \u201equick\u201c way \u2014 or so; it\u2019s a caf\xe9."
    assert quote_stands(quote, paragraph) is stands


@given(st.text(min_size=1), st.text(), st.text())
def test_what_is_cut_out_of_a_text_stands_in_it(quote: str, before: str, after: str) -> None:
    assert quote_stands(quote, f"{before} {quote} {after}") is bool(quote.split())


def test_a_document_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "account.md"
    path.write_bytes(b"\xef\xbb\xbf1. caf\xc3\xa9\n\n2. b\n")
    assert read_document(path) == {1: "caf\xe9", 2: "b"}


def test_a_document_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    path = tmp_path / "latin.md"
    path.write_bytes(b"caf\xe9")
    with pytest.raises(CannotRead) as raised:
        read_document(path)
    assert str(raised.value) == f"{path}: the file is no UTF-8 text; save it as UTF-8"
    with pytest.raises(CannotRead) as raised:
        read_document(tmp_path)
    assert str(raised.value) == f"{tmp_path}: this is a folder; name a file in it"
    assert raised.value.exit_code == 1
