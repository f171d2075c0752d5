from __future__ import annotations

import pytest

from quiz.bank.broken import broken


@pytest.mark.parametrize("data", [b"", b"# a\n", b"a: b\n", b"- a\n- b: [c]\n", b"a", b"\xff\xfe\x00"])
def test_what_is_yaml_or_no_text_at_all_is_not_broken(data: bytes) -> None:
    assert broken(data) == ()


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        (b" a: b\nc: d\n", (2, 1), "does not belong to what stands above"),
        (b"a: b\n\tc: d\n", (2, 1), "a tab stands in the indentation"),
        (b"a: [b\n", (1, 4), "is not closed"),
        (b"a: b\n---\nc: d\n", (2, 1), "a second document begins"),
    ],
)
def test_what_is_none_is_told_once_with_its_place(data: bytes, place: tuple[int, int], message: str) -> None:
    (fault,) = broken(data)
    assert fault.location[1:] == place
    assert message in fault.message
