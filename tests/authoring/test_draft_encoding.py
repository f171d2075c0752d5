from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.draft.encoding import doubt


@pytest.mark.parametrize(
    ("data", "message", "cure"),
    [
        (b"%PDF-1.4 \xff", "this is a PDF", "pdftotext"),
        (b"PK\x03\x04...", "this is a packed file", "plain text"),
        (b"\xd0\xcf\x11\xe0\xa1", "an old office program", "plain text"),
        (b"{\\rtf1 a}", "Rich Text", "plain text"),
        (b"\x89PNG\r\n", "a picture", "name a text"),
        ("Café\nau lait".encode("utf-16"), "UTF-16", "iconv -f UTF-16"),
        ("The lake is old.".encode("utf-16-le"), "UTF-16", "iconv -f UTF-16"),
        ("The lake is old.".encode("utf-16-be"), "UTF-16", "iconv -f UTF-16"),
        (b"a\nb caf\xe9", "line 2 holds the byte 0xE9, so it is no UTF-8 text", "iconv -f CP1252"),
        (b"The lake\0 is old", "so it is no text", "name a text"),
        (bytes(range(1, 32)) * 9, "so it is no text", "name a text"),
    ],
)
def test_what_is_no_utf_8_text_is_named_with_its_cure(data: bytes, message: str, cure: str) -> None:
    found = doubt(data)
    assert found is not None
    assert message in found.message
    assert cure in found.cure


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_text_in_utf_8_is_not_doubted(text: str) -> None:
    assert doubt(f"a{text}\r\n\t".encode()) is None


@given(st.binary(max_size=80))
def test_bytes_without_a_doubt_are_text(data: bytes) -> None:
    assert doubt(data) is not None or "\0" not in data.decode()
