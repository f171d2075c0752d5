from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.authoring.draft.dropped import HEAD, key_of, line_of, list_beside, read_dropped, remember
from quiz.authoring.draft.faults import FaultyList, Unreadable
from quiz.bank import find_banks
from quiz.text import clean_line

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.authoring.writing import Entry


def entry(paragraph: int = 1, ask: str = "Who came?", answer: str = "Ada") -> Entry:
    return {"id": "x", "ask": ask, "answer": answer, "source": {"paragraph": str(paragraph)}, "draft": True}


CITED: Entry = {"source": {"paragraph": "6", "quote": "q"}}


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"ask": "Who came?", "answer": "Ada"}, "paragraph 6, text: Who came? (Ada)"),
        ({"ask": "Who?", "answer": "Ada", "wrong": ["Eva", "Ida"]}, "paragraph 6, choice: Who? (Ada)"),
        ({"claim": "They left.", "answer": False}, "paragraph 6, true-false: They left. (false)"),
        ({"claim": "They left.", "answer": "true"}, "paragraph 6, true-false: They left. (true)"),
        ({"cloze": "In {Rome|Roma::a city} by {Ada}."}, "paragraph 6, cloze: In {Rome} by {Ada}."),
        (
            {"ask": "Who?", "answers": ["Ada", "Eva"], "wrong": ["Ida"]},
            "paragraph 6, several: Who? (Ada, Eva)",
        ),
        ({"ask": "Match", "match": {"a": "b", "c": "d"}}, "paragraph 6, match: Match (a = b, c = d)"),
        ({"ask": "How many?", "answer": "5", "kind": "number"}, "paragraph 6, number: How many? (5)"),
        ({"ask": "Two\nlines\x1b?", "answer": "a"}, "paragraph 6, text: Two lines�? (a)"),
    ],
)
def test_a_line_tells_paragraph_kind_question_and_answer(given: Entry, line: str) -> None:
    assert line_of({"id": "x", **given, **CITED}) == line


def test_a_draft_is_known_whatever_its_place_its_case_and_its_marks() -> None:
    assert key_of(entry(1, "Who came?")) == key_of(entry(9, "who  came", "ada"))
    assert key_of(entry()) != key_of(entry(answer="Eva"))
    assert key_of(entry(ask="Who had 1.5?")) != key_of(entry(ask="Who had 15?"))
    assert key_of(entry()) != key_of({**entry(), "wrong": ["Eva"]})


def test_the_list_lies_beside_the_bank_and_is_no_bank(tmp_path: Path) -> None:
    (tmp_path / "a.b.yaml").write_text("quiz: 1\n")
    path = list_beside(tmp_path / "a.b.yaml")
    remember(path, [entry()])
    assert path.name == "a.b.dropped.txt"
    assert find_banks(tmp_path) == (tmp_path / "a.b.yaml",)


def test_nothing_dropped_makes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "x.dropped.txt"
    assert read_dropped(path) == frozenset()
    remember(path, [], [entry()])
    assert not path.parent.exists()
    remember(path, [entry()])
    assert path.read_text() == f"{HEAD}\nparagraph 1, text: Who came? (Ada)\n"


def test_lines_stand_in_the_order_of_the_paragraphs_whenever_they_were_dropped(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    given = [entry(10, "Ten?"), entry(2, "Two?"), entry(2, "A first?"), entry(1)]
    remember(one, given)
    for each in given:
        remember(two, [each, each])
    assert one.read_text() == two.read_text()
    assert [line.partition("?")[0][10:] for line in one.read_text().splitlines()[1:]] == [
        "1, text: Who came",
        "2, text: A first",
        "2, text: Two",
        "10, text: Ten",
    ]


@pytest.mark.parametrize("feed", ["\n", "\r\n"])
def test_what_people_wrote_in_the_list_stays(tmp_path: Path, feed: str) -> None:
    path = tmp_path / "x.dropped.txt"
    there = ["# ours", "", "paragraph 1, text: Who came? (Ada)", "# too easy", "paragraph 5, text: Why? (So)"]
    path.write_bytes(feed.join([*there, ""]).encode())
    before = path.read_bytes()
    remember(path, [entry(3, "who came")], [entry(7, "Else?")])
    assert path.read_bytes() == before
    remember(path, [entry(3, "Where?", "Oslo")])
    there.insert(3, "paragraph 3, text: Where? (Oslo)")
    assert path.read_bytes() == feed.join([*there, ""]).encode()
    remember(path, [], [entry(5, "Why?", "so"), entry(3, "Where?", "Oslo")])
    assert path.read_bytes() == feed.join([*there[:3], "# too easy", ""]).encode()


def test_a_line_goes_below_the_comment_that_heads_the_list(tmp_path: Path) -> None:
    path = tmp_path / "x.dropped.txt"
    path.write_text("# ours\nparagraph 5, text: Why? (So)", encoding="utf-8")
    remember(path, [entry(1)])
    assert path.read_text().splitlines()[:2] == ["# ours", "paragraph 1, text: Who came? (Ada)"]
    path.write_text("\ufeffparagraph 5, text: Why? (So)\n", encoding="utf-8")
    remember(path, [entry(1)])
    assert path.read_text().splitlines()[0] == "paragraph 1, text: Who came? (Ada)"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"hello\n", 1),
        (b"# x\n\n=======\n", 3),
        (b"paragraph x, text: Who? (Ada)\n", 1),
        (b"paragraph 1, song: Who? (Ada)\n", 1),
        (b"paragraph 1, text:\n", 1),
        (b" # x\n", 1),
    ],
)
def test_a_line_that_names_no_draft_is_told_and_nothing_is_written(
    tmp_path: Path, content: bytes, line: int
) -> None:
    path = tmp_path / "x.dropped.txt"
    path.write_bytes(content)
    with pytest.raises(FaultyList, match=rf"x\.dropped\.txt:{line}: .*Take it out, or put `# ` before it"):
        read_dropped(path)
    with pytest.raises(FaultyList):
        remember(path, [entry()])
    assert path.read_bytes() == content


def test_a_list_that_is_no_text_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "x.dropped.txt"
    path.write_bytes(b"\xff")
    with pytest.raises(Unreadable, match="UTF-8"):
        read_dropped(path)
    path.unlink()
    path.symlink_to("gone")
    with pytest.raises(Unreadable, match="no such file"):
        read_dropped(path)


TEXT = st.text(min_size=1).filter(lambda text: any(map(str.isalnum, text)))


@given(TEXT, TEXT, st.integers(1, 10**9 - 1))
def test_whatever_is_asked_is_known_again(
    tmp_path_factory: pytest.TempPathFactory, ask: str, answer: str, number: int
) -> None:
    path = tmp_path_factory.mktemp("list") / "x.dropped.txt"
    given = entry(number, ask, answer)
    remember(path, [given])
    assert read_dropped(path) == {key_of(given)}
    assert clean_line(line_of(given)) == line_of(given)
    remember(path, [], [given])
    assert path.read_text(encoding="utf-8") == f"{HEAD}\n"
