from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from draft_texts import MOON, RIVER
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.authoring.draft.citing import Cited, cited_for, read_text
from quiz.authoring.draft.cleaned import passages
from quiz.authoring.draft.faults import TextThere
from quiz.authoring.numbering import is_numbered
from quiz.bank import paragraphs

if TYPE_CHECKING:
    from pathlib import Path

POEM = "The river\n\nThe bridge\n\nThe sea\n"
PLAIN = "The bridge is old.\nIt holds.\n\nThe river is wide.\n"


def cited(folder: Path, text: str, name: str = "page.txt", bank: str = "banks/bank.yaml") -> Cited:
    """Return what a new bank cites of a text."""
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8", newline="")
    return cited_for(read_text(place), folder / bank)


def test_a_page_is_cited_without_what_stands_around_it(tmp_path: Path) -> None:
    one = cited(tmp_path, RIVER)
    assert one.path == tmp_path / "banks/page.md"
    assert one.title == "The Danube, river of ten countries"
    assert one.content is not None
    assert one.content.startswith(b"# The Danube, river of ten countries\n\n1. The Danube begins")
    assert paragraphs(one.content.decode()) == one.paragraphs
    assert one.left_out
    assert not tmp_path.joinpath("banks").exists()


def test_a_clean_text_gets_numbers_and_stays_as_it_is_otherwise(tmp_path: Path) -> None:
    one = cited(tmp_path, PLAIN)
    assert one.content == b"1. The bridge is old.\nIt holds.\n\n2. The river is wide.\n"
    assert (one.title, one.left_out) == ("Bank", ())


@pytest.mark.parametrize("text", [MOON, "\ufeff" + MOON.replace("\n", "\r\n"), f"{MOON}\n# Notes\n"])
def test_a_text_with_numbers_that_is_clean_is_never_touched(tmp_path: Path, text: str) -> None:
    here = cited(tmp_path, text, "banks/texts/moon.md")
    assert (here.path, here.content) == (tmp_path / "banks/texts/moon.md", None)
    copied = cited(tmp_path, text, "moon.md")
    assert (copied.path, copied.content) == (tmp_path / "banks/moon.md", text.encode())
    assert here.paragraphs == copied.paragraphs == paragraphs(MOON)


def test_a_numbered_paragraph_in_long_lines_keeps_its_number(tmp_path: Path) -> None:
    line = "The old bridge stands on piles of oak. " + "It is made of stone. " * 10
    one = cited(tmp_path, f"4. {line}\n{line}\n\n7. The river is wide.\n")
    assert list(one.paragraphs) == [4, 7]


def test_numbers_of_a_page_stay_when_it_is_cleaned(tmp_path: Path) -> None:
    one = cited(tmp_path, "3. The bridge is old.\n\nShare on Facebook\n\n7. The river is wide.\n")
    assert one.paragraphs == {3: "The bridge is old.", 7: "The river is wide."}


def test_a_text_of_short_lines_alone_keeps_them(tmp_path: Path) -> None:
    one = cited(tmp_path, POEM)
    assert (one.title, one.paragraphs) == ("The river", {1: "The bridge", 2: "The sea"})
    assert one.left_out == ()


def test_a_text_of_noise_alone_has_no_paragraphs(tmp_path: Path) -> None:
    assert cited(tmp_path, "Share on Facebook\n\n# Head\n").paragraphs == {}


def test_a_text_beside_its_bank_gets_a_copy_of_another_name(tmp_path: Path) -> None:
    one = cited(tmp_path, PLAIN, "banks/page.md")
    assert one.path == tmp_path / "banks/page-numbered.md"


def test_a_copy_that_is_there_is_used_when_it_is_the_same(tmp_path: Path) -> None:
    one = cited(tmp_path, PLAIN)
    one.path.parent.mkdir()
    one.path.write_bytes(one.content or b"")
    assert cited(tmp_path, PLAIN)[:4] == (one.path, one.paragraphs, one.title, None)
    one.path.write_bytes(b"Mine.")
    with pytest.raises(TextThere, match="is there already; nothing was written"):
        cited(tmp_path, PLAIN)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["The bridge is old.", "2. It is wide.", "1. One.", "Share on Facebook", "A head", "# B", "", ""]
        ),
        max_size=12,
    ).map("\n".join)
)
def test_what_is_cited_has_numbers_of_its_own_and_is_cited_again_as_it_is(tmp_path: Path, text: str) -> None:
    one = cited(tmp_path, text)
    if one.paragraphs and one.content is not None:
        content = one.content.decode()
        assert is_numbered(content)
        assert paragraphs(content) == one.paragraphs
        again = cited(tmp_path, content, "other/page.md", "other/bank.yaml")
        assert (again.content, again.paragraphs) == (None, one.paragraphs)
        assert len(passages(read_text(tmp_path / "page.txt").sifted, one.paragraphs)) == len(
            read_text(tmp_path / "page.txt").sifted.paragraphs()
        )
